"""People, bodies and places: who is in the record, and what is told of one of them."""

from typing import Final

from fastapi import APIRouter
from starlette.responses import Response

from hudna import desk
from hudna.model import NameKind, RecordType
from hudna.web.asking import Asked
from hudna.web.filters import Filtered, PageNumber, Words, paged
from hudna.web.views.decide import find_entity, past
from hudna.web.views.timeline import EVENTS_A_PAGE, by_day, shown

router = APIRouter()
_NAMES_A_PAGE: Final = 100
_COUNTERPARTS: Final = 12
_LIKE: Final = 10


@router.get("/names")
def names(ask: Asked, q: Words = "", kind: Words = "", page: PageNumber = 1) -> Response:
    """Return the list of those who take part in events."""
    found = desk.find_named(ask.board, q, NameKind(kind) if kind in set(NameKind) else None)
    pages = paged(page, _NAMES_A_PAGE, len(found))
    kinds = (NameKind.PERSON, NameKind.BODY, NameKind.PLACE)
    return ask.page("names.html", found=pages.cut(found), pages=pages, q=q, kind=kind, kinds=kinds)


@router.get("/name/{entity:path}")
def name(
    ask: Asked,
    entity: str,
    filters: Filtered,
    q: Words = "",
    page: PageNumber = 1,
    done: int | None = None,
    withdrawn: int | None = None,
) -> Response:
    """Return the page of somebody: forms, offices, whom he met, and all that is told of him, narrowed by the address."""
    found = find_entity(ask, entity)
    chosen = ask.board.lines_of_entity(entity, filters.selection)
    pages = paged(page, EVENTS_A_PAGE, len(chosen))
    days = by_day(shown(ask, pages.cut(chosen)))
    path = f"name/{entity}"
    taken = {**filters.query, "party": entity}
    if ask.is_fragment:
        return ask.page("parts/events.html", days=days, pages=pages, filters=filters, path=path, taken=taken)
    met = desk.counterparts(ask.board, entity)
    types = list(ask.board.standing.count_by_type(desk.Asking(entity=entity)).items())
    acts = ask.board.standing.kinds(RecordType.STATEMENT, entity)
    return ask.page(
        "name.html",
        entity=found,
        profile=desk.profile(found),
        met=met[:_COUNTERPARTS],
        lasts=ask.board.standing.lines_of(each.last for each in met[:_COUNTERPARTS]),
        met_count=len(met),
        types=types,
        acts=acts,
        days=days,
        pages=pages,
        filters=filters,
        path=path,
        taken=taken,
        q=q,
        like=desk.find_like(ask.board, found, q)[:_LIKE],
        past=past(ask, desk.history(ask.open.store, found)),
        done=done,
        withdrawn=withdrawn,
    )
