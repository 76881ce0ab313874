"""Events: tellings of one happening by several articles, put together for reasons that are kept."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Final

from hudna.model import Decision, DecisionKind, Entity, Event, Member, Merge, NameKind, Reading, RecordType
from hudna.record.attach import attach
from hudna.record.corrections import dismissed, judged, read_rightly
from hudna.record.decided import pairs_of
from hudna.record.entities import Entities, find_entities
from hudna.record.fuse import fuse
from hudna.record.groups import Pair, group
from hudna.record.likeness import ENOUGH, likeness, window
from hudna.record.members import members_of
from hudna.record.names import word_keys
from hudna.record.reprints import Reprints
from hudna.record.utterances import utterance_merges

_DAYS_A_BLOCK: Final = 7


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
    readings, decisions = list(readings), list(decisions)
    if entities is None:
        entities = find_entities(readings, decisions)
    found: dict[RecordType, dict[str, Member]] = {record: {} for record in RecordType}
    for reading in readings:
        for record, member in members_of(reading, entities):
            found[record][member.key] = member
    attached = attach(decisions, found)
    gone = dismissed(attached)
    joined, apart = pairs_of(
        (each.decision.judgement, each.left, each.right)
        for each in attached
        if each.decision.kind is DecisionKind.SAME_EVENT
    )
    reprints = Reprints(reading.article for reading in readings)
    events: list[Event] = []
    for record, read in found.items():
        members = read_rightly({key: read[key] for key in read if key not in gone}, attached, entities.ids)
        if record is RecordType.STATEMENT:
            merges = utterance_merges(members.values(), together=together)
        else:
            merges = _merges(record, members, entities.by_id)
        pairs = [Pair(merge.score, *key) for key, merge in merges.items()]
        owner = {key: member.article for key, member in members.items()}
        for keys in group(members, [*pairs, *joined], apart=apart, owner=owner):
            reasons = [merges[pair] for pair in combinations(keys, 2) if pair in merges]
            events.append(fuse(record, [members[key] for key in keys], reasons, reprints))
    return tuple(sorted(judged(events, attached, entities.ids), key=lambda event: (event.type, event.id)))


def _merges(
    record: RecordType, members: Mapping[str, Member], entities: Mapping[str, Entity]
) -> dict[tuple[str, str], Merge]:
    """Return the pairs that enough speaks for, of those that share a week, and a party or a round."""
    blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key, member in sorted(members.items()):
        for block in _blocks(member, entities):
            blocks[block].append(key)
    candidates = {pair for keys in blocks.values() for pair in combinations(keys, 2)}
    found: dict[tuple[str, str], Merge] = {}
    for left, right in candidates:
        if members[left].article == members[right].article:
            continue
        like = likeness(record, members[left], members[right], entities)
        if not like.conflict and like.score >= ENOUGH:
            found[left, right] = Merge(left, right, like.score, like.features)
    return found


def _blocks(member: Member, entities: Mapping[str, Entity]) -> Iterator[tuple[str, ...]]:
    days = window(member)
    if days is None:
        return
    # A day more on both sides, for tellings that differ by one.
    first, last = (days[0] - dt.timedelta(1)).toordinal(), (days[1] + dt.timedelta(1)).toordinal()
    weeks = [str(week) for week in range(first // _DAYS_A_BLOCK, last // _DAYS_A_BLOCK + 1)]
    if member.round is not None:
        for week in weeks:
            yield "round", member.round, week
    for actor in member.actors:
        entity = entities[actor.entity]
        keys = set(word_keys(entity.label)) if entity.kind is NameKind.PERSON else {entity.id}
        for key in sorted(keys):
            for week in weeks:
                yield key, week
