"""Pledges: what is bound or set for the future, by when it is due."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from fastapi import APIRouter
from starlette.responses import Response

from hudna.desk import Line
from hudna.model import PledgeKind, RecordType
from hudna.web.asking import Asked
from hudna.web.filters import Filtered, PageNumber, Words, paged, parse_day
from hudna.web.views.timeline import Shown, shown

router = APIRouter()
SOON: Final = dt.timedelta(30)
_A_PAGE: Final = 60
GROUPS: Final = ("past", "soon", "later", "undated")


@dataclass(frozen=True, slots=True)
class Group:
    """The pledges of one state on a day."""

    name: str
    shown: tuple[Shown, ...]


@router.get("/pledges")
def pledges(ask: Asked, filters: Filtered, day: Words = "", page: PageNumber = 1) -> Response:
    """Return the pledges by their state on a day: today, unless the address says another."""
    on = parse_day(day) or ask.today
    lines = [each for each in ask.board.record.chronology(filters.selection) if each.event.type is RecordType.PLEDGE]
    lines.sort(key=lambda line: GROUPS.index(state(line, on)))
    pages = paged(page, _A_PAGE, len(lines))
    rows = shown(ask, pages.cut(lines))
    groups = [Group(name, tuple(each for each in rows if state(each.line, on) == name)) for name in GROUPS]
    counts = {name: sum(state(line, on) == name for line in lines) for name in GROUPS}
    return ask.page(
        "pledges.html",
        groups=[group for group in groups if group.shown],
        counts=counts,
        pages=pages,
        filters=filters,
        kinds=PledgeKind,
        on=on,
        day=day,
    )


def state(line: Line, on: dt.date) -> str:
    """Return how a pledge's day stands to another: past, soon, later, or undated where none is given."""
    due = line.latest or line.earliest
    if due is None:
        return "undated"
    if due < on:
        return "past"
    return "soon" if due <= on + SOON else "later"
