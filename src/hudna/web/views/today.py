"""Today: what came in, what is new in the record, what falls due, and what should be looked at first."""

import datetime as dt
from typing import Final

from fastapi import APIRouter
from starlette.responses import Response

from hudna import desk
from hudna.model import RecordType
from hudna.web.asking import Asked
from hudna.web.filters import PageNumber, Words, day_off, paged, parse_day
from hudna.web.views.pledges import SOON
from hudna.web.views.timeline import shown

router = APIRouter()
_ARTICLES: Final = 8
_EVENTS: Final = 6
_QUEUE: Final = 6
_DUE: Final = 6
_QUEUE_A_PAGE: Final = 30
JUST_PAST: Final = 14
_NEWS: Final = (RecordType.CONTACT, RecordType.MEASURE, RecordType.INCIDENT)


@router.get("/")
def today(ask: Asked, day: Words = "") -> Response:
    """Return the first page."""
    board = ask.board
    on = parse_day(day) or ask.today
    heads = board.heads[:_ARTICLES]
    digests = [head.digest for head in heads]
    news = board.standing.foremost_told(digests, _NEWS, _EVENTS)
    due = board.asked(_pledges(day_off(on, -JUST_PAST), day_off(on, SOON.days)))
    queue, differing = desk.review_queue(board), desk.review_queue(board, differing=True)
    return ask.page(
        "today.html",
        heads=heads,
        counts=board.standing.count_told(digests),
        news=shown(ask, news),
        due=shown(ask, due[:_DUE]),
        due_count=len(due),
        past_count=len(board.asked(_pledges(None, day_off(on, -1)))),
        queue=shown(ask, queue[:_QUEUE]),
        queue_count=len(queue),
        differing=shown(ask, differing[:_QUEUE]),
        differing_count=len(differing),
        on=on,
    )


@router.get("/review")
def review(ask: Asked, page: PageNumber = 1) -> Response:
    """Return everything that should be looked at, what most hangs on first."""
    queue = desk.review_queue(ask.board)
    pages = paged(page, _QUEUE_A_PAGE, len(queue))
    return ask.page("review.html", rows=shown(ask, pages.cut(queue)), pages=pages)


def _pledges(first: dt.date | None, last: dt.date) -> desk.Asking:
    """Return the question for the pledges whose day is one of some days."""
    days = (first.isoformat() if first else None, last.isoformat())
    return desk.Asking(selection=desk.Selection(types=(RecordType.PLEDGE,)), days=days)
