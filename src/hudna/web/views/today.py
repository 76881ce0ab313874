"""Today: what came in, what is new in the record, what falls due, and what should be looked at first."""

import datetime as dt
from typing import Final

from fastapi import APIRouter
from starlette.responses import Response

from hudna import desk
from hudna.model import RecordType
from hudna.web.asking import Asked
from hudna.web.filters import PageNumber, Words, paged, parse_day
from hudna.web.views.pledges import state
from hudna.web.views.timeline import shown

router = APIRouter()
_ARTICLES: Final = 8
_EVENTS: Final = 6
_QUEUE: Final = 6
_DUE: Final = 6
_QUEUE_A_PAGE: Final = 30
_NEWS: Final = frozenset({RecordType.CONTACT, RecordType.MEASURE, RecordType.INCIDENT})


@router.get("/")
def today(ask: Asked, day: Words = "") -> Response:
    """Return the first page."""
    board = ask.board
    on = parse_day(day) or ask.today
    heads = list(board.heads.values())[: -_ARTICLES - 1 : -1]
    new = {line.event.id: line for head in heads for line in board.lines_of_article.get(head.digest, ())}
    news = sorted(
        (line for line in new.values() if line.event.type in _NEWS), key=lambda line: -desk.consequence(line.event)
    )
    pledges = board.lines_of_type(RecordType.PLEDGE)
    due = [line for line in pledges if state(line, on) == "soon" or _just_past(line, on)]
    queue = desk.review_queue(board.lines)
    differing = [line for line in queue if line.event.differences]
    return ask.page(
        "today.html",
        heads=heads,
        counts={head.digest: len(board.lines_of_article.get(head.digest, ())) for head in heads},
        news=shown(ask, news[:_EVENTS]),
        due=shown(ask, due[:_DUE]),
        due_count=len(due),
        past_count=sum(state(line, on) == "past" for line in pledges),
        queue=shown(ask, queue[:_QUEUE]),
        queue_count=len(queue),
        differing=shown(ask, differing[:_QUEUE]),
        differing_count=len(differing),
        on=on,
    )


@router.get("/review")
def review(ask: Asked, page: PageNumber = 1) -> Response:
    """Return everything that should be looked at, what most hangs on first."""
    queue = desk.review_queue(ask.board.lines)
    pages = paged(page, _QUEUE_A_PAGE, len(queue))
    return ask.page("review.html", rows=shown(ask, pages.cut(queue)), pages=pages)


def _just_past(line: desk.Line, on: dt.date) -> bool:
    due = line.latest or line.earliest
    return due is not None and on - dt.timedelta(14) <= due < on
