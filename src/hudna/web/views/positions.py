"""Positions: what each party has said and done about each kind of measure, since when."""

from typing import Final

from fastapi import APIRouter
from starlette.responses import Response

from hudna import desk
from hudna.model import RecordType
from hudna.web.asking import Asked
from hudna.web.filters import Filtered
from hudna.web.views.timeline import choices

router = APIRouter()
_PARTIES: Final = 30
STANDS: Final = 4


@router.get("/positions")
def positions(ask: Asked, filters: Filtered) -> Response:
    """Return the table of parties by kinds of measure."""
    found = desk.positions(ask.board, filters.selection, parties=_PARTIES)
    known = choices(ask.board)
    return ask.page("positions.html", positions=found, filters=filters, choices=known, stands=STANDS, type=RecordType)
