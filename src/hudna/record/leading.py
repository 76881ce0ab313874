"""The incident or measure that an article begins with: of articles known to tell one happening, it is that."""

from collections.abc import Iterable, Mapping
from typing import Final

from hudna.model import Event, Field, Member, RecordType
from hudna.record.counted import LEAD_CHARACTERS
from hudna.record.features import place_feature
from hudna.record.incident_likeness import are_kinds_of_one
from hudna.record.names import is_place_in_state, place_form

Leading = Mapping[tuple[RecordType, str], Member]
_ACTS: Final = (RecordType.MEASURE, RecordType.INCIDENT)


def leading_acts(events: Iterable[Event]) -> Leading:
    """Return by type and article the incident or measure that stands first in its headline or lead."""
    by_type: dict[RecordType, list[Member]] = {record: [] for record in _ACTS}
    for event in events:
        if event.type in by_type:
            by_type[event.type] += event.members
    return {key: member for record, members in by_type.items() for key, member in first_acts(record, members).items()}


def first_acts(record: RecordType, members: Iterable[Member]) -> Leading:
    """Return of acts of one type, by type and article, that which stands first in headline or lead."""
    found: dict[tuple[RecordType, str], tuple[tuple[bool, int], Member]] = {}
    for member in members:
        place, key = _place(member), (record, member.article)
        if place < (True, LEAD_CHARACTERS) and (key not in found or place < found[key][0]):
            found[key] = place, member
    return {key: member for key, (_, member) in found.items()}


def may_be_one(record: RecordType, one: Member, other: Member) -> bool:
    """Return whether the acts of a type that two articles begin with may be one: of like kinds, and in no two places."""
    place = place_feature(one, other)
    if place is not None and place.score <= 0 and not _is_town_of_other(one, other):
        return False
    return are_kinds_of_one(one, other) if record is RecordType.INCIDENT else one.kind == other.kind


def _is_town_of_other(one: Member, other: Member) -> bool:
    return is_place_in_state([place_form(member.place or "") for member in (one, other)])


def _place(member: Member) -> tuple[bool, int]:
    return min((each.span.field is Field.TEXT, each.span.start) for each in member.evidence)
