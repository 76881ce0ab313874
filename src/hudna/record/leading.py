"""The incident that an article begins with: of articles known to tell one happening, it is that."""

from collections.abc import Iterable, Mapping

from hudna.model import Field, Member, RecordType
from hudna.record.counted import LEAD_CHARACTERS
from hudna.record.features import place_feature
from hudna.record.incident_likeness import are_kinds_of_one
from hudna.record.names import is_place_in_state, place_form


def leading_incidents(incidents: Iterable[Member]) -> Mapping[str, Member]:
    """Return by article the incident that stands first in its headline or lead."""
    found: dict[str, tuple[tuple[bool, int], Member]] = {}
    for member in incidents:
        place = _place(member)
        if place < (True, LEAD_CHARACTERS) and (member.article not in found or place < found[member.article][0]):
            found[member.article] = place, member
    return {article: member for article, (_, member) in found.items()}


def may_be_one(record: RecordType, one: Member, other: Member) -> bool:
    """Return whether acts of a type in two articles may be one: of like kinds, and in no two places."""
    place = place_feature(one, other)
    if place is not None and place.score <= 0 and not _is_town_of_other(one, other):
        return False
    return are_kinds_of_one(one, other) if record is RecordType.INCIDENT else one.kind == other.kind


def _is_town_of_other(one: Member, other: Member) -> bool:
    return is_place_in_state([place_form(member.place or "") for member in (one, other)])


def _place(member: Member) -> tuple[bool, int]:
    return min((each.span.field is Field.TEXT, each.span.start) for each in member.evidence)
