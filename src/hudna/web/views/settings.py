"""How a reader wants numbers and days written; kept in his browser."""

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import Response

from hudna.web.asking import Asked, set_look
from hudna.web.voice import Digits, Look, Months

router = APIRouter()


@router.get("/settings")
def settings(ask: Asked) -> Response:
    """Return the page of settings."""
    return ask.page("settings.html", digits=Digits, months=Months)


@router.post("/settings")
def change_settings(ask: Asked, digits: Annotated[Digits, Form()], months: Annotated[Months, Form()]) -> Response:
    """Keep the settings."""
    response = ask.go("settings")
    set_look(response, Look(digits, months))
    return response
