"""Who is who across readings: by a table's id where there is one, else by name and kind."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from hudna.model import Decision, DecisionKind, Entity, Name, NameKind, Participant, Party, Reading, digest_of
from hudna.record.decided import decided_pairs
from hudna.record.groups import Pair, group
from hudna.record.names import SAME, compare_names, name_keys, plain_form
from hudna.record.values import names_in

OWN_PREFIX = "ent-"
_OWN_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Entities:
    """The entities of a set of readings, by id; ``ids`` has the id behind every table id and folded label in use."""

    by_id: Mapping[str, Entity]
    ids: Mapping[str, str]

    def of(self, party: Party | Participant | Name) -> Entity:
        """Return the entity that a party of one of the readings is."""
        return self.by_id[self.ids[key_of(party)]]


class Mentioned(NamedTuple):
    """One way in which a name stands in readings: its key, whether a table has it, the label, the kind if it is given."""

    key: str
    known: bool
    label: str
    kind: str


@dataclass(slots=True)
class _Mentions:
    """How often each label and kind is used for one id, or for one label that no table knows."""

    labels: Counter[str]
    kinds: Counter[NameKind]


def find_entities(readings: Iterable[Reading], decisions: Iterable[Decision] = ()) -> Entities:
    """Return the entities named in the readings, whatever their order.

    Labels that no table knows are put together when the names are one by themselves (``SAME``), never on less, and
    put to a table's entity when they are one with it alone. Decisions join and part labels and ids over all that.
    """
    counts: Counter[Mentioned] = Counter()
    for reading in readings:
        counts.update(mentioned_in(reading))
    return entities_of(counts.items(), decisions)


def key_of(party: Party | Participant | Name) -> str:
    """Return what a party goes by before it is known who it is: a table's id, else its label folded."""
    return party.entity or plain_form(party.label)


def mentioned_in(reading: Reading) -> Iterator[Mentioned]:
    """Yield every mention of a name in a reading."""
    for mention in mentions_of(reading):
        kind = mention.kind.value if isinstance(mention, Name) else ""
        yield Mentioned(key_of(mention), bool(mention.entity), mention.label, kind)


def entities_of(counts: Iterable[tuple[Mentioned, int]], decisions: Iterable[Decision] = ()) -> Entities:
    """Return the entities as by ``find_entities``, of the mentions of all readings with their numbers."""
    known: dict[str, _Mentions] = {}
    unknown: dict[str, _Mentions] = {}
    for mention, count in counts:
        place = known if mention.known else unknown
        found = place.setdefault(mention.key, _Mentions(Counter(), Counter()))
        found.labels[mention.label] += count
        if mention.kind:
            found.kinds[NameKind(mention.kind)] += count
    decisions = list(decisions)
    for label, entity in (named for decision in decisions for named in names_in(decision)):
        place = known if entity else unknown
        place.setdefault(entity or plain_form(label), _Mentions(Counter(), Counter())).labels[label] += 1
    joined, apart = decided_pairs(
        decisions, DecisionKind.SAME_ENTITY, lambda key: key if key in known else plain_form(key)
    )
    owner = dict.fromkeys(known, "table")  # which holds nobody twice
    groups = group({*known, *unknown}, [*_pairs(known, unknown), *joined], apart=apart, owner=owner)
    return _named(groups, known, unknown)


def shapes_entities(decision: Decision) -> bool:
    """Return whether a decision says who is who, or brings in names."""
    return decision.kind in {DecisionKind.SAME_ENTITY, DecisionKind.ADDITION} or bool(names_in(decision))


def mentions_of(reading: Reading) -> list[Name | Party | Participant]:
    """Return every name and every party of a reading's records."""
    found: list[Name | Party | Participant] = [*reading.names]
    for contact in reading.contacts:
        found += contact.participants
        found += [contact.initiator] if contact.initiator else []
    for statement in reading.statements:
        found += (*statement.speakers, *statement.about, *statement.via)
        found += [statement.addressee] if statement.addressee else []
    for pledge in reading.pledges:
        found += pledge.who
        found += [pledge.to_whom] if pledge.to_whom else []
    for measure in reading.measures:
        found += (*measure.parties, *measure.guarantors, *measure.mediators)
        for position in measure.statuses:
            found += (*position.by, *position.of)
    for incident in reading.incidents:
        told = (incident.actor, incident.target, incident.unverified_by)
        found += (*incident.reported_by, *incident.claimed_by, *incident.deniers, *incident.no_comment)
        found += [party for party in told if party]
        for accusation in incident.accusations:
            found += (accusation.accuser, accusation.accused)
    for conduct in reading.conduct:
        found += [conduct.who, *((conduct.towards,) if conduct.towards else ())]
    return [mention for mention in found if plain_form(mention.label)]


def _pairs(known: Mapping[str, _Mentions], unknown: Mapping[str, _Mentions]) -> list[Pair]:
    """Return the pairs of people's names, one of them unknown to the tables, that are one by themselves."""
    blocks: dict[str, set[str]] = defaultdict(set)
    labels: dict[str, tuple[str, ...]] = {}
    for key, mentions in (*known.items(), *unknown.items()):
        if _kind(key, mentions.kinds) is NameKind.PERSON:
            labels[key] = tuple(sorted(mentions.labels))
            for label in labels[key]:
                for word in name_keys(label):
                    blocks[word].add(key)
    candidates = {pair for keys in blocks.values() for pair in combinations(sorted(keys), 2)}
    found: list[Pair] = []
    tables: dict[str, set[str]] = defaultdict(set)
    for left, right in sorted(candidates):
        if left in known and right in known:
            continue
        score = max(compare_names(one, other).score for one in labels[left] for other in labels[right])
        if score >= SAME:
            found.append(Pair(score, left, right))
            for one, other in ((left, right), (right, left)):
                if other in known:
                    tables[one].add(other)
    # A name that is one with several of the tables' people is nobody's for sure.
    doubtful = {key for key, entities in tables.items() if len(entities) > 1}
    return [pair for pair in found if not (doubtful & {pair.left, pair.right} and {pair.left, pair.right} & set(known))]


def _kind(key: str, kinds: Mapping[NameKind, int]) -> NameKind:
    if kinds:
        return next(iter(kinds)) if len(kinds) == 1 else min(kinds, key=lambda kind: (-kinds[kind], kind))
    prefix = key.partition(":")[0]
    return {"person": NameKind.PERSON, "body": NameKind.BODY, "state": NameKind.PLACE, "place": NameKind.PLACE}.get(
        prefix, NameKind.OTHER
    )


def _named(groups: list[tuple[str, ...]], known: Mapping[str, _Mentions], unknown: Mapping[str, _Mentions]) -> Entities:
    by_id: dict[str, Entity] = {}
    ids: dict[str, str] = {}
    for keys in groups:
        several = [known.get(key) or unknown[key] for key in keys]
        labels, kinds = several[0].labels, several[0].kinds  # most often there is but one
        if len(several) > 1:
            labels, kinds = Counter(), Counter()
            for mentions in several:
                labels.update(mentions.labels)
                kinds.update(mentions.kinds)
        own = [key for key in keys if key in known]
        kind = _kind(own[0] if own else keys[0], kinds)
        named = known[own[0]].labels if own else labels
        label = min(named, key=lambda each: (-named[each], -len(each), each)) if len(named) > 1 else next(iter(named))
        identity = own[0] if own else f"{OWN_PREFIX}{digest_of(kind, keys[0])[:_OWN_DIGITS]}"
        by_id[identity] = Entity(identity, kind, label, tuple(sorted(labels)))
        ids.update(dict.fromkeys(keys, identity))
    return Entities(by_id, ids)
