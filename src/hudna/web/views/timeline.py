"""The timeline: events by day, narrowed by what stands in the address."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from fastapi import APIRouter
from starlette.responses import Response

from hudna import desk
from hudna.desk import Line
from hudna.export.chronology import Row, describe
from hudna.model import RecordType
from hudna.web.asking import Ask, Asked
from hudna.web.filters import Filtered, PageNumber, paged

router = APIRouter()
EVENTS_A_PAGE: Final = 40


@dataclass(frozen=True, slots=True)
class Shown:
    """A line with its words."""

    line: Line
    row: Row


@dataclass(frozen=True, slots=True)
class Day:
    """The lines that stand on the same days."""

    days: str
    iso: str
    shown: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """What the record can be narrowed to: the values that occur in it."""

    kinds: tuple[tuple[RecordType, tuple[str, ...]], ...]
    statuses: tuple[str, ...]
    processes: tuple[str, ...]
    outlets: tuple[str, ...]


@router.get("/timeline")
def timeline(ask: Asked, filters: Filtered, page: PageNumber = 1) -> Response:
    """Return the timeline, or the list alone."""
    lines = ask.board.record.chronology(filters.selection)
    pages = paged(page, EVENTS_A_PAGE, len(lines))
    days = by_day(shown(ask, pages.cut(lines)))
    template = "parts/events.html" if ask.is_fragment else "timeline.html"
    return ask.page(
        template,
        days=days,
        pages=pages,
        filters=filters,
        choices=choices(ask.board),
        path="timeline",
        taken=filters.query,
    )


def shown(ask: Ask, lines: Iterable[Line], accounts: int = 1) -> tuple[Shown, ...]:
    """Return lines with their words, and with those of so many articles that tell each of them."""
    lines = tuple(lines)
    rows = describe(lines, ask.board.reading_without_records(lines, accounts), ask.voice, accounts=accounts)
    return tuple(Shown(line, row) for line, row in zip(lines, rows, strict=True))


def by_day(rows: Sequence[Shown]) -> tuple[Day, ...]:
    """Return rows, which come by day, under their days."""
    groups = groupby(rows, key=lambda each: (each.row.days, each.row.earliest or ""))
    return tuple(Day(days, iso, tuple(found)) for (days, iso), found in groups)


def choices(board: desk.Board) -> Choices:
    """Return the values that occur in the record."""
    known = board.standing.tally("kind")
    kinds = ((record, tuple(sorted(kind for of, kind in known if of == record.value))) for record in RecordType)
    statuses, processes, outlets = (
        tuple(sorted(value for _, value in board.standing.tally(field))) for field in ("status", "process", "witness")
    )
    return Choices(tuple((record, found) for record, found in kinds if found), statuses, processes, outlets)
