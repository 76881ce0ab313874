"""Search: articles and records by their words, in any form, spelling or script."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from fastapi import APIRouter
from starlette.responses import Response

from hudna import desk
from hudna.desk import Hit, Question
from hudna.export.passages import Passage, find_passages
from hudna.model import Event, InputError, RecordType
from hudna.web.asking import Ask, Asked
from hudna.web.filters import Filtered, PageNumber, Pages, Words, paged
from hudna.web.views.timeline import choices

router = APIRouter()
_A_PAGE: Final = 12
_PASSAGES: Final = 2


@dataclass(frozen=True, slots=True)
class Found:
    """A hit with the passages that answer, and the event it tells, where it is a record."""

    hit: Hit
    passages: tuple[Passage, ...]
    event: Event | None


@router.get("/search")
def search(ask: Asked, filters: Filtered, q: Words = "", page: PageNumber = 1) -> Response:
    """Return what answers a question; nothing is asked without words or a filter."""
    found: list[Found] = []
    pages, nothing = paged(1, _A_PAGE, 0), False
    if q.strip() or filters.query:
        try:
            answer = desk.search(
                ask.open.store,
                _question(q, filters),
                limit=_A_PAGE,
                offset=(page - 1) * _A_PAGE,
            )
        except InputError:  # no word in it
            nothing = True
        else:
            pages = Pages(page, _A_PAGE, answer.count)
            found = _found(ask, answer.hits)
    asked = bool(q.strip() or filters.query)
    return ask.page(
        "search.html",
        found=found,
        pages=pages,
        q=q,
        filters=filters,
        choices=choices(ask.board),
        types=RecordType,
        asked=asked,
        nothing=nothing,
    )


def _question(words: str, filters: Filtered) -> Question:
    selection = filters.selection
    return Question(
        words=words,
        types=[None if each == "article" else RecordType(each) for each in filters.type if each in _TYPES] or None,
        outlets=[filters.outlet] if filters.outlet else None,
        first=selection.first,
        last=selection.last,
        party=selection.party,
        place=selection.place,
        only_sure=filters.sure,
    )


_TYPES: Final = frozenset({"article", *RecordType})


def _found(ask: Ask, hits: Sequence[Hit]) -> list[Found]:
    """Return hits with their passages and events, all looked up at once."""
    keys = [_keys(hit) for hit in hits]
    standing = ask.board.standing
    told = standing.events_of(key for several in keys for key in several)
    lines = standing.lines_of(told.values())
    found = []
    for hit, several in zip(hits, keys, strict=True):
        event = next((lines[told[key]].event for key in several if told.get(key) in lines), None)
        found.append(Found(hit, find_passages(hit.article, hit.spans)[:_PASSAGES], event))
    return found


def _keys(hit: Hit) -> tuple[str, ...]:
    """Return the keys of the tellings that may be meant by a record."""
    if hit.record is None:
        return ()
    return (f"{hit.article.digest}/{hit.record}", f"{hit.article.digest}/{hit.record}.1")
