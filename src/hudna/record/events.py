"""Events: tellings of one happening by several articles, put together for reasons that are kept."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from operator import is_
from typing import Final

from hudna.model import Decision, DecisionKind, Entity, Event, Member, Merge, NameKind, Reading, RecordType
from hudna.record.attach import attach
from hudna.record.corrections import dismissed, judged, read_rightly
from hudna.record.decided import pairs_of
from hudna.record.entities import Entities, find_entities
from hudna.record.features import Likeness, weekly, word_marks
from hudna.record.fuse import fuse
from hudna.record.groups import Days, Pair, group
from hudna.record.incident_likeness import incident_likeness, toll_marks
from hudna.record.likeness import ENOUGH, likeness
from hudna.record.measure_likeness import measure_likeness
from hudna.record.members import members_of
from hudna.record.names import word_keys
from hudna.record.reprints import Reprints
from hudna.record.utterances import utterance_merges
from hudna.record.voices import is_headline
from hudna.record.windows import told_window, weeks_between, window

_ALSO_WITHOUT_A_DAY: Final = frozenset({RecordType.CONTACT, RecordType.MEASURE})
Merges = Mapping[tuple[str, str], Merge]


def find_events(
    readings: Iterable[Reading],
    decisions: Iterable[Decision] = (),
    entities: Entities | None = None,
    *,
    together: bool = False,
) -> tuple[Event, ...]:
    """Return the records of the readings as events, sorted by type and id.

    Records of one type in different articles are one event when enough speaks for it (``likeness``) and nothing
    against it; two records of one article only when somebody decided so. Statements are one when they render one
    utterance (``utterance_merges``). Decisions come before all reasons: what was dismissed is left out, what was
    misread is set right before anything is compared, and what was decided on an event stands over what its tellings
    say. ``together`` says that the articles are known to tell one happening: then statements in the same words are one
    whoever is named as their speaker. The order of readings and decisions changes nothing.
    """
    decisions = list(decisions)
    if entities is None:
        readings = list(readings)
        entities = find_entities(readings, decisions)
    return Draft(readings, entities, together=together).events(decisions)


class Draft:
    """Tellings compared with each other before anybody has decided on them, so that each decision costs little.

    What was compared and fused once is remembered, as far as later decisions leave it as it was.
    """

    def __init__(self, readings: Iterable[Reading], entities: Entities, *, together: bool = False) -> None:
        """``readings`` are gone through once; of each, the article's text and the tellings are kept."""
        self.entities = entities
        self._together = together
        self._read: dict[RecordType, dict[str, Member]] = {record: {} for record in RecordType}
        texts: dict[str, str] = {}
        for reading in readings:
            texts[reading.article.digest] = reading.article.text
            for record, member in members_of(reading, entities):
                self._read[record][member.key] = member
        self._reprints = Reprints(texts.get)
        self._compared: dict[RecordType, tuple[frozenset[Member], Merges]] = {}
        self._fused: dict[tuple[str, ...], tuple[tuple[Member, ...], tuple[Merge, ...], Event]] = {}

    def events(self, decisions: Iterable[Decision] = ()) -> tuple[Event, ...]:
        """Return the events, as by ``find_events``; decisions on entities are those that the entities were made with."""
        attached = attach(decisions, self._read)
        gone = dismissed(attached)
        joined, apart = pairs_of(
            (each.decision.judgement, each.left, each.right)
            for each in attached
            if each.decision.kind is DecisionKind.SAME_EVENT
        )
        events: list[Event] = []
        for record, read in self._read.items():
            right = read_rightly(read, attached, self.entities.ids)
            merges = self._merges(record, right)
            members = {key: right[key] for key in right if key not in gone}
            last = self._headlines(right) if record is RecordType.STATEMENT else frozenset()
            pairs = [Pair(merge.score - (not last.isdisjoint(key)), *key) for key, merge in merges.items()]
            owner = {key: member.article for key, member in members.items()}
            days = {} if record is RecordType.STATEMENT else days_of(members)
            for keys in group(members, [*pairs, *joined], apart=apart, owner=owner, days=days):
                reasons = tuple(merges[pair] for pair in combinations(keys, 2) if pair in merges)
                events.append(self._fuse(record, tuple(members[key] for key in keys), reasons))
        return tuple(sorted(judged(events, attached, self.entities.ids), key=lambda event: (event.type, event.id)))

    def _headlines(self, members: Mapping[str, Member]) -> frozenset[str]:
        """Return the statements that come last in being put together: what a headline says again stands in its article.

        Only of articles known to tell one happening, where it is asked how the renderings differ.
        """
        return frozenset(key for key, member in members.items() if self._together and is_headline(member))

    def _merges(self, record: RecordType, members: Mapping[str, Member]) -> Merges:
        """Return the pairs that may be one; compared anew only where other tellings are set right than before.

        What was dismissed is compared like all else, and left out only behind that.
        """
        corrected = frozenset(member for member in members.values() if member.corrections)
        if record not in self._compared or self._compared[record][0] != corrected:
            if record is RecordType.STATEMENT:
                merges = utterance_merges(members.values(), together=self._together)
            else:
                merges = _merges(record, members, self.entities.by_id)
            self._compared[record] = corrected, merges
        return self._compared[record][1]

    def _fuse(self, record: RecordType, members: tuple[Member, ...], reasons: tuple[Merge, ...]) -> Event:
        keys = tuple(member.key for member in members)
        known = self._fused.get(keys)
        if known is not None and all(map(is_, known[0], members)) and known[1] == reasons:
            return known[2]
        event = fuse(record, members, reasons, self._reprints)
        self._fused[keys] = members, reasons, event
        return event


def _merges(
    record: RecordType, members: Mapping[str, Member], entities: Mapping[str, Entity]
) -> dict[tuple[str, str], Merge]:
    """Return the pairs that enough speaks for, of those that share a week, and a party or a round."""
    blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key, member in sorted(members.items()):
        for block in blocks_of(record, member, entities):
            blocks[block].append(key)
    candidates = {pair for keys in blocks.values() for pair in combinations(keys, 2)}
    found: dict[tuple[str, str], Merge] = {}
    for left, right in candidates:
        merge = merge_of(record, members[left], members[right], entities)
        if merge is not None:
            found[left, right] = merge
    return found


def merge_of(record: RecordType, one: Member, other: Member, entities: Mapping[str, Entity]) -> Merge | None:
    """Return what speaks for two tellings, the first key first, being one event, None where that is not enough."""
    if one.article == other.article:
        return None
    like = likeness_of(record, one, other, entities)
    return None if like is None else Merge(one.key, other.key, like.score, like.features)


def likeness_of(record: RecordType, one: Member, other: Member, entities: Mapping[str, Entity]) -> Likeness | None:
    """Return how alike two tellings are where that is enough to be one event, whatever their articles.

    It rests on what ``substance_of`` returns of them alone.
    """
    if record is RecordType.INCIDENT:
        like = incident_likeness(one, other, entities)
    elif record is RecordType.MEASURE:
        like = measure_likeness(one, other, entities)
    else:
        like = likeness(record, one, other, entities)
    return None if like.conflict or like.score < ENOUGH else like


def substance_of(member: Member) -> tuple[object, ...]:
    """Return all by which a telling is compared with others of its type: of those that share it, one need be compared."""
    return (
        (member.kind, member.status, tuple(actor.entity for actor in member.actors), member.place, member.what),
        (member.earliest, member.latest, member.published.earliest, member.published.latest),
        (member.process, member.round),
        tuple((each.outcome, each.min) for each in member.counts),
        tuple(each.text for each in member.evidence),
    )


def blocks_of(record: RecordType, member: Member, entities: Mapping[str, Entity]) -> Iterator[tuple[str, ...]]:
    """Yield what a telling must share one of with another to be compared with it.

    That is a week, and a party or a round; for incidents and measures also the same words, or a number of victims.
    """
    yield from blocks_between(
        weeks_of(record, member), member.round, [actor.entity for actor in member.actors], entities
    )
    yield from marks_of(record, member)


def marks_of(record: RecordType, member: Member) -> Iterator[tuple[str, ...]]:
    """Yield the blocks of a telling that need no parties."""
    if record is RecordType.INCIDENT:
        yield from weekly(member, (*toll_marks(member), *word_marks(member)))
    elif record is RecordType.MEASURE:
        yield from weekly(member, word_marks(member))


def days_of(members: Mapping[str, Member]) -> dict[str, Days]:
    """Return the first and last day of the tellings that have days, by their keys, as ordinals."""
    known = ((key, window(member)) for key, member in members.items())
    return {key: (days[0].toordinal(), days[1].toordinal()) for key, days in known if days is not None}


def weeks_of(record: RecordType, member: Member) -> range:
    """Return the numbers of the weeks in which a telling may be of one event with another that has a party of it."""
    days = told_window(member) if record in _ALSO_WITHOUT_A_DAY else window(member)
    return range(0) if days is None else weeks_between(*days)


def blocks_between(
    weeks: range, series_round: str | None, parties: Iterable[str], entities: Mapping[str, Entity]
) -> Iterator[tuple[str, ...]]:
    """Yield the blocks of a telling in some weeks, of a round and with some parties."""
    numbers = [str(week) for week in weeks]
    if series_round is not None:
        for week in numbers:
            yield "round", series_round, week
    for party in parties:
        entity = entities[party]
        keys = set(word_keys(entity.label)) if entity.kind is NameKind.PERSON else {entity.id}
        for key in sorted(keys):
            for week in numbers:
                yield key, week
