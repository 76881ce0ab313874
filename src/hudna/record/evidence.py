"""What later tellings say became of something: an event's tellings by what they tell, and their days."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from hudna.model import Event, Member, RecordType
from hudna.record.commitments import told_on
from hudna.record.sides import Sides, sides_of
from hudna.record.windows import window

WIDEST_DAYS: Final = 10  # a telling of wider days proves nothing about a day
_ANSWERING: Final = frozenset({RecordType.CONTACT, RecordType.MEASURE, RecordType.INCIDENT})


class Sign(StrEnum):
    """What a telling says of a commitment."""

    DONE = "done"
    BEGUN = "begun"
    IN_PART = "in_part"
    CANCELLED = "cancelled"
    REPLACED = "replaced"
    NOT_DONE = "not_done"


class Telling(NamedTuple):
    """An event's members of one status, as evidence; where it is not ``dated`` its days are those of publication."""

    event: Event
    status: str
    members: tuple[Member, ...]
    sides: Sides
    earliest: dt.date
    latest: dt.date
    told: dt.date
    dated: bool = True


CONTACT_SIGNS: Final = {
    "held": Sign.DONE,
    "under_way": Sign.DONE,
    "cancelled": Sign.CANCELLED,
    "postponed": Sign.REPLACED,
    "planned": Sign.REPLACED,
    "not_held": Sign.NOT_DONE,
    "denied": Sign.NOT_DONE,
}
_TO_COME: Final = frozenset({"planned", "postponed", "cancelled"})
_NOT_DONE_STATUSES: Final = frozenset(
    {"planned", "cancelled", "postponed", "not_held", "denied", "stalled", "suspended"}
)


def tellings_of(event: Event) -> Iterator[Telling]:
    """Yield the members of an event by what they tell became of it.

    What is told as done proves nothing without days that are close; all else is at least as old as its article.
    """
    if event.type not in _ANSWERING:
        return
    by_status: dict[str, list[Member]] = defaultdict(list)
    for member in event.members:
        by_status[member.status or ""].append(member)
    for status, members in sorted(by_status.items()):
        telling = _telling(event, status, members)
        if telling is not None:
            yield telling


def _telling(event: Event, status: str, members: Sequence[Member]) -> Telling | None:
    dated = [(days, member) for member in members if (days := _close_days(member)) and _is_over(member, days, status)]
    if dated:
        first, last = max(days[0] for days, _ in dated), min(days[1] for days, _ in dated)
        first, last = (first, last) if first <= last else dated[0][0]
        told = [day for _, member in dated if (day := told_on(member))]
        kept = tuple(member for _, member in dated)
        return Telling(event, status, kept, sides_of(event.actors), first, last, min(told, default=first))
    published = [day for member in members if (day := told_on(member))]
    if not published or status not in _NOT_DONE_STATUSES:
        return None
    first = min(published)
    return Telling(event, status, tuple(members), sides_of(event.actors), first, first, first, dated=False)


def _is_over(member: Member, days: tuple[dt.date, dt.date], status: str) -> bool:
    """Return whether a telling is no older than what it tells: what is told before its day is a plan, however worded."""
    told = told_on(member)
    return status in _TO_COME or told is None or days[0] <= told


def _close_days(member: Member) -> tuple[dt.date, dt.date] | None:
    days = window(member)
    return days if days and (days[1] - days[0]).days <= WIDEST_DAYS else None
