"""The incident that an article begins with: of articles known to tell one happening, it is that."""

from collections.abc import Iterable

from hudna.model import Event, Field, Member, RecordType
from hudna.record.counted import LEAD_CHARACTERS
from hudna.record.features import place_feature
from hudna.record.incident_likeness import are_kinds_of_one


def leading_incidents(events: Iterable[Event]) -> dict[str, Member]:
    """Return by article the incident that stands first in its headline or lead."""
    found: dict[str, tuple[tuple[bool, int], Member]] = {}
    for event in events:
        for member in event.members if event.type is RecordType.INCIDENT else ():
            place = _place(member)
            if place < (True, LEAD_CHARACTERS) and (member.article not in found or place < found[member.article][0]):
                found[member.article] = place, member
    return {article: member for article, (_, member) in found.items()}


def may_be_one(one: Member, other: Member) -> bool:
    """Return whether the incidents that two articles begin with may be one: of like kinds, and in no two places."""
    place = place_feature(one, other)
    return are_kinds_of_one(one, other) and (place is None or place.score > 0)


def _place(member: Member) -> tuple[bool, int]:
    return min((each.span.field is Field.TEXT, each.span.start) for each in member.evidence)
