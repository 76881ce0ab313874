"""The chronology: events by day."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from hudna.model import Event, RecordType
from hudna.record.likeness import day_of
from hudna.record.names import plain_form


class DayBasis(StrEnum):
    """How the days of a line are known."""

    TOLD = "told"
    PUBLISHED = "published"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Line:
    """An event on its days (inclusive, None for an open end).

    A statement without days of its own stands on the days on which its article may have been published.
    """

    earliest: dt.date | None
    latest: dt.date | None
    basis: DayBasis
    event: Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which lines to keep: those that may fall on ``first`` to ``last`` and have all the rest; None keeps any.

    ``party`` is an entity's id or part of its label, in any spelling that folds alike; ``place`` part of a place's.
    """

    first: dt.date | None = None
    last: dt.date | None = None
    types: Collection[RecordType] | None = None
    kinds: Collection[str] | None = None
    party: str | None = None
    place: str | None = None
    only_sure: bool = False
    min_origins: int = 1


_EVERYTHING = Selection()


def chronology(events: Iterable[Event], selection: Selection = _EVERYTHING) -> tuple[Line, ...]:
    """Return the selected events as lines, the first days first and those without a day last."""
    lines = [line for line in map(_line, events) if _is_selected(line, selection)]
    return tuple(sorted(lines, key=_order))


def _line(event: Event) -> Line:
    if event.earliest is not None or event.latest is not None:
        earliest, latest = event.earliest, event.latest
        return Line(earliest and day_of(earliest), latest and day_of(latest), DayBasis.TOLD, event)
    published = event.members[0].published
    if event.type is RecordType.STATEMENT and (published.earliest or published.latest):
        return Line(published.earliest, published.latest, DayBasis.PUBLISHED, event)
    return Line(None, None, DayBasis.UNKNOWN, event)


def _order(line: Line) -> tuple[dt.date, dt.date, str, str]:
    first = line.earliest or line.latest or dt.date.max
    return first, line.latest or dt.date.max, line.event.type, line.event.id


def _is_selected(line: Line, selection: Selection) -> bool:
    event = line.event
    if selection.types is not None and event.type not in selection.types:
        return False
    if selection.kinds is not None and event.kind not in selection.kinds:
        return False
    if (selection.only_sure and not event.sure) or len(event.origins) < selection.min_origins:
        return False
    if selection.first is not None and (line.latest is None or line.latest < selection.first):
        return False
    if selection.last is not None and (line.earliest is None or line.earliest > selection.last):
        return False
    if selection.place is not None and plain_form(selection.place) not in plain_form(event.place or ""):
        return False
    return selection.party is None or _has_party(event, selection.party)


def _has_party(event: Event, party: str) -> bool:
    sought = plain_form(party)
    return any(actor.entity == party or sought in plain_form(actor.label) for actor in event.actors)
