"""Sources: what each outlet brought, week by week, and whom it credits."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from fastapi import APIRouter
from starlette.responses import Response

from hudna import desk
from hudna.web.asking import Asked
from hudna.web.filters import PageNumber, Words, paged

router = APIRouter()
_BARS: Final = 52
_ARTICLES_A_PAGE: Final = 60


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of weeks in the picture of an outlet: its place, how full it is (0 to 1), and what it stands for."""

    x: int
    fill: float
    first: dt.date
    last: dt.date
    count: int


@router.get("/sources")
def sources(ask: Asked) -> Response:
    """Return the table of outlets."""
    found = desk.coverage(ask.board)
    weeks = sorted({week for each in found for week in each.weeks})
    bars = {each.outlet: _bars(each.weeks, weeks) for each in found}
    return ask.page(
        "sources.html", coverage=found, bars=bars, first=weeks[0] if weeks else None, weeks=weeks, width=_BARS
    )


@router.get("/articles")
def articles(ask: Asked, outlet: Words = "", page: PageNumber = 1) -> Response:
    """Return the articles, the last that came first."""
    heads = ask.board.heads.of(outlet) if outlet else ask.board.heads
    pages = paged(page, _ARTICLES_A_PAGE, len(heads))
    listed = pages.cut(heads)
    counts = ask.board.standing.count_told([head.digest for head in listed])
    return ask.page("articles.html", heads=listed, counts=counts, pages=pages, outlet=outlet)


def _bars(weeks: dict[dt.date, int], all_weeks: list[dt.date]) -> list[Bar]:
    """Return an outlet's weeks as at most so many bars over the time of all outlets."""
    if not all_weeks:
        return []
    span = (all_weeks[-1] - all_weeks[0]).days // 7 + 1
    each = -(-span // _BARS)
    counts: dict[int, int] = {}
    for week, count in weeks.items():
        place = (week - all_weeks[0]).days // 7 // each
        counts[place] = counts.get(place, 0) + count
    most = max(counts.values(), default=1)
    found = []
    for place, count in sorted(counts.items()):
        first = all_weeks[0] + dt.timedelta(weeks=place * each)
        last = first + dt.timedelta(weeks=each) - dt.timedelta(1)
        found.append(Bar(place, 0.25 + 0.75 * count / most, first, last, count))
    return found
