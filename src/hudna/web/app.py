"""The application: its rooms, who may enter, and what is said when something goes wrong."""

from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Final

from fastapi import Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

import hudna
from hudna import desk
from hudna.export.words import Language
from hudna.model import ConflictError, HudnaError, InputError
from hudna.web import api
from hudna.web.asking import Ask, Open, make_ready
from hudna.web.guard import LOOPBACK, Guard, StrangerError, Tokens, check_change
from hudna.web.views import PAGES

if TYPE_CHECKING:
    from hudna.store import Store

_API: Final = "/api/"
_NOT_FOUND: Final = 404
_CACHE_FOR_GOOD: Final = "public, max-age=31536000, immutable"


class _Static(StaticFiles):
    """Files that ship with the pages; their addresses change when they do, so they may be kept."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = _CACHE_FOR_GOOD
        return response


def make_app(store: "Store", *, by: str = "desk", hosts: frozenset[str] = LOOPBACK) -> FastAPI:
    """Return the application on a store; ``by`` is who decides here, ``hosts`` the names it answers to."""
    app = FastAPI(
        title="Hudna",
        version=hudna.__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        dependencies=[Depends(check_change)],
    )
    app.state.open = Open(desk.Boards(store), by, Tokens())
    make_ready()
    app.add_middleware(Guard, hosts=hosts)
    with as_file(files("hudna.web") / "static") as folder:
        app.mount("/static", _Static(directory=folder), name="static")
    app.add_api_route("/", _home, include_in_schema=False)
    app.include_router(api.router)
    for page in PAGES:
        app.include_router(page, prefix="/{language}", include_in_schema=False)
    for error in (HudnaError, HTTPException, RequestValidationError, Exception):
        app.add_exception_handler(error, _told)
    return app


async def _home(request: Request) -> RedirectResponse:
    """Send to the first page in the language the browser prefers, Arabic where it says neither."""
    wanted = [each.strip()[:2].lower() for each in request.headers.get("accept-language", "").split(",")]
    known = [each for each in wanted if each in set(Language)]
    return RedirectResponse(f"/{known[0] if known else Language.AR}/", status_code=307)


async def _told(request: Request, error: Exception) -> Response:
    """Say what went wrong: to a program in the one shape of errors, to a reader as a page."""
    status, code, message = _status(error)
    if request.url.path.startswith(_API):
        return JSONResponse({"error": {"code": code, "message": message}}, status_code=status)
    first = request.url.path.split("/", 2)[1]
    language = Language(first) if first in set(Language) else Language.AR
    return Ask(request, language).page("error.html", status=status, code=code, message=message)


def _status(error: Exception) -> tuple[int, str, str]:
    """Return the HTTP status, the code and the message of an error."""
    if isinstance(error, StrangerError):
        return 403, "stranger", str(error)
    if isinstance(error, desk.NotThereError):
        return _NOT_FOUND, "not_found", str(error)
    if isinstance(error, InputError):
        return 422, "input", str(error)
    if isinstance(error, ConflictError):
        return 409, "conflict", str(error)
    if isinstance(error, HudnaError):
        return 500, "store", str(error)
    if isinstance(error, RequestValidationError):
        if any(each.get("loc", ())[:1] == ("path",) for each in error.errors()):  # as a language that is none
            return _NOT_FOUND, "not_found", "no such page"
        return 422, "input", "; ".join(_place(each) for each in error.errors())
    if isinstance(error, HTTPException):
        code = "not_found" if error.status_code == _NOT_FOUND else "refused"
        return error.status_code, code, str(error.detail)
    return 500, "failed", "the program failed"


def _place(problem: dict[str, object]) -> str:
    where = problem.get("loc", ())
    return f"{'.'.join(str(each) for each in where)}: {problem.get('msg')}" if isinstance(where, tuple) else ""
