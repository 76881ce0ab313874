"""The chronology: events by day."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from hudna.arabic.search import SEARCH
from hudna.model import Event, Member, Published, RecordType
from hudna.record.names import plain_form
from hudna.record.windows import day_of


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

    ``party`` is an entity's id or part of its label, in any spelling that folds alike; ``place`` part of a place's;
    ``outlet`` one that tells the event, by its name as written; ``words`` stand in what one telling says or in its evidence,
    all of them, in any form.
    """

    first: dt.date | None = None
    last: dt.date | None = None
    types: Collection[RecordType] | None = None
    kinds: Collection[str] | None = None
    party: str | None = None
    place: str | None = None
    statuses: Collection[str] | None = None
    process: str | None = None
    outlet: str | None = None
    words: str | None = None
    only_sure: bool = False
    min_origins: int = 1


_EVERYTHING = Selection()


def chronology(events: Iterable[Event], selection: Selection = _EVERYTHING) -> tuple[Line, ...]:
    """Return the selected events as lines, the first days first and those without a day last."""
    return tuple(sorted(narrow(map(line_of, events), selection), key=_order))


def narrow(lines: Iterable[Line], selection: Selection) -> tuple[Line, ...]:
    """Return the selected ones of lines, in their order."""
    return tuple(line for line in lines if _is_selected(line, selection))


def line_of(event: Event) -> Line:
    """Return an event on its days."""
    return Line(*days_of_line(event.type, event.earliest, event.latest, event.members[0].published), event)


def days_of_line(
    record: RecordType, earliest: dt.date | None, latest: dt.date | None, published: Published
) -> tuple[dt.date | None, dt.date | None, DayBasis]:
    """Return the days on which an event stands that has these, and how they are known."""
    if earliest is not None or latest is not None:
        return earliest and day_of(earliest), latest and day_of(latest), DayBasis.TOLD
    if record is RecordType.STATEMENT and (published.earliest or published.latest):
        return published.earliest, published.latest, DayBasis.PUBLISHED
    return None, None, DayBasis.UNKNOWN


def _order(line: Line) -> tuple[dt.date, dt.date, str, str]:
    first = line.earliest or line.latest or dt.date.max
    return first, line.latest or dt.date.max, line.event.type, line.event.id


def _is_selected(line: Line, selection: Selection) -> bool:
    event = line.event
    if selection.types is not None and event.type not in selection.types:
        return False
    if selection.kinds is not None and event.kind not in selection.kinds:
        return False
    if selection.statuses is not None and event.status not in selection.statuses:
        return False
    if selection.process is not None and event.process != selection.process:
        return False
    if selection.outlet is not None and selection.outlet not in event.witnesses:
        return False
    if (selection.only_sure and not event.sure) or len(event.origins) < selection.min_origins:
        return False
    if selection.first is not None and (line.latest is None or line.latest < selection.first):
        return False
    if selection.last is not None and (line.earliest is None or line.earliest > selection.last):
        return False
    if selection.place is not None and plain_form(selection.place) not in plain_form(event.place or ""):
        return False
    if selection.words is not None and not says(event, selection.words):
        return False
    return selection.party is None or _has_party(event, selection.party)


def keys_of_words(words: str) -> frozenset[str]:
    """Return the keys by which words are found in any form, none where there is no word."""
    return frozenset(term.key for term in SEARCH.find_terms(words))


def says(event: Event, words: str) -> bool:
    """Return whether one of an event's tellings has all of some words in what it says or in its evidence."""
    sought = keys_of_words(words)
    return any(sought <= keys_of_words(_told(member)) for member in event.members)


def _told(member: Member) -> str:
    return " ".join((member.what, *(each.text for each in member.evidence)))


def _has_party(event: Event, party: str) -> bool:
    sought = plain_form(party)
    return any(actor.entity == party or sought in plain_form(actor.label) for actor in event.actors)
