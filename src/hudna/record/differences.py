"""Where the tellings of one event differ, field by field, each value with who says it and in which words."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from hudna.model import Difference, DifferenceType, Evidence, Member, RecordType, Value
from hudna.record.incident_likeness import ANY_VIOLENCE
from hudna.record.names import is_place_in_state, place_form, plain_form
from hudna.record.numbers import count_differences
from hudna.record.phrasing import phrasing
from hudna.record.windows import day_of

AGAINST: Final = frozenset({"not_held", "denied", "cancelled"})
_A_NIGHT: Final = dt.timedelta(1)
_LONGEST_GAP: Final = dt.timedelta(31)  # days so far apart are of two things, whatever put them together
_CHOICES: Final = frozenset({"kind"})  # of which one outlet's word is another's near synonym
Saying = tuple[str, Member, tuple[Evidence, ...]]


def differences_of(record: RecordType, members: Sequence[Member]) -> tuple[Difference, ...]:
    """Return the differences between the members of an event; their order changes nothing."""
    found: list[Difference] = []
    if len(members) > 1:
        members = sorted(members, key=lambda member: member.key)
        found += _days(members)
        found += _statuses(members)
        found += _values(record, members)
        found += _counts_of_people(members)
        found += count_differences(members)
        found += _answers(members)
        if record is RecordType.STATEMENT:
            found += phrasing(members)
    return tuple(found)


def difference(
    field: str, kind: DifferenceType, said: Iterable[Saying], left_out_by: tuple[str, ...] = ()
) -> Difference:
    """Return a difference of values, sorted, each with its members and words."""
    members: dict[str, set[str]] = defaultdict(set)
    evidence: dict[str, set[Evidence]] = defaultdict(set)
    for value, member, words in said:
        members[value].add(member.key)
        evidence[value].update(words)
    values = (Value(value, tuple(sorted(members[value])), in_order(evidence[value])) for value in sorted(members))
    return Difference(field, kind, tuple(values), left_out_by)


def in_order(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return words by article, and by their place in it."""
    return tuple(sorted(set(evidence), key=lambda each: (each.article, each.span)))


def words_for(member: Member, field: str) -> tuple[Evidence, ...]:
    """Return the words by which a member says what it has in a field, else those that carry the whole record."""
    return tuple(each.evidence for each in member.said if each.field == field) or member.evidence


def _days(members: Sequence[Member]) -> Iterator[Difference]:
    known = [(first, last, member) for member in members if (first := member.earliest) and (last := member.latest)]
    windows = {(day_of(first), day_of(last)) for first, last, _ in known}
    goes_on = len({first for first, _ in windows}) == 1 and all(_goes_on(member) for *_, member in known)
    if len(windows) < 2 or goes_on:
        return
    said = [(_written(day_of(first), day_of(last)), member, words_for(member, "day")) for first, last, member in known]
    gap = max(first for first, _ in windows) - min(last for _, last in windows)
    if gap > dt.timedelta(0):
        if gap <= _LONGEST_GAP:
            yield difference("day", DifferenceType.CONFLICT, said)
    elif max(last - first for first, last in windows) <= _A_NIGHT:
        return  # a night, and one of its two days
    elif len({member.status for *_, member in known}) == 1:  # what was planned for some week was held on a day
        yield difference("day", DifferenceType.MORE_PRECISE, said)


def _goes_on(member: Member) -> bool:
    """Return whether a telling's days run to that on which its article came out: what goes on ends there for each."""
    printed = member.published.latest or member.published.earliest
    return printed is not None and member.latest is not None and day_of(member.latest) == day_of(printed)


def _written(first: dt.date, last: dt.date) -> str:
    return "/".join(sorted({first.isoformat(), last.isoformat()}))


def _statuses(members: Sequence[Member]) -> Iterator[Difference]:
    statuses = {member.status for member in members if member.status}
    if statuses & AGAINST and statuses - AGAINST:
        said = [(member.status, member, words_for(member, "status")) for member in members if member.status]
        yield difference("status", DifferenceType.CONFLICT, said)


def _values(record: RecordType, members: Sequence[Member]) -> Iterator[Difference]:
    fields = ("kind", "outcome", "place", "process", "round")
    for field in fields if record is not RecordType.STATEMENT else fields[1:]:
        said: list[Saying] = []
        for member in members:
            value = getattr(member, field)
            if value is not None:
                said.append((value, member, words_for(member, field)))
        form = place_form if field == "place" else plain_form
        if field == "kind":
            said = [each for each in said if each[0] not in ANY_VIOLENCE]  # which only say less than the others
        forms = {form(value) for value, *_ in said}
        if len(forms) > 1 and not (field == "place" and is_place_in_state(forms)):
            values = {plain_form(value) for value, *_ in said}
            yield difference(field, _type(field, values), said)


def _type(field: str, values: Iterable[str]) -> DifferenceType:
    if field in _CHOICES:
        return DifferenceType.WORDING
    longest = max(values, key=len)
    held = all(set(value.split()) <= set(longest.split()) for value in values)
    return DifferenceType.MORE_PRECISE if held else DifferenceType.CONFLICT


def _counts_of_people(members: Sequence[Member]) -> Iterator[Difference]:
    counts: dict[str, list[Saying]] = defaultdict(list)
    for member in members:
        for actor in member.actors:
            if actor.count is not None:
                counts[actor.entity].append((str(actor.count), member, words_for(member, f"actor:{actor.entity}")))
    for entity, said in sorted(counts.items()):
        if len({value for value, *_ in said}) > 1:
            yield difference(f"count:{entity}", DifferenceType.CONFLICT, said)


def _answers(members: Sequence[Member]) -> Iterator[Difference]:
    """Yield what one party is told to answer: different answers, or one that only some tell."""
    given: dict[str, list[Saying]] = defaultdict(list)
    for member in members:
        for answer in member.answers:
            given[answer.entity].append((answer.kind.value, member, (answer.evidence,)))
    articles = {member.article for member in members}
    for entity, said in sorted(given.items()):
        silent = articles - {member.article for _, member, _ in said}
        if len({value for value, *_ in said}) > 1:
            yield difference(f"answer:{entity}", DifferenceType.CONFLICT, said)
        elif silent:
            yield difference(f"answer:{entity}", DifferenceType.OMISSION, said, tuple(sorted(silent)))
