"""A request for a page: in whose words, of which record; and how the page is made."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Annotated, Any, Final
from urllib.parse import quote, urlencode

import jinja2
from fastapi import Depends, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

import hudna
from hudna import desk
from hudna.export.words import Language
from hudna.model import Article, Reading, digest_of
from hudna.web.guard import SESSION_COOKIE, Tokens
from hudna.web.marks import clipped, harmless_link, shortened
from hudna.web.taken import FORMS
from hudna.web.voice import Voice, load_voice, parse_look

LOOK_COOKIE: Final = "hudna_look"
_YEAR: Final = 365 * 24 * 3600
_NAVIGATION: Final = (
    "today",
    "timeline",
    "stories",
    "positions",
    "pledges",
    "names",
    "places",
    "sources",
    "search",
    "add",
    "report",
)
_OTHER: Final = {Language.AR: Language.EN, Language.EN: Language.AR}


@dataclass(frozen=True, slots=True)
class Open:
    """A running desk: the store it is open on, its board, who sits at it, and the tokens of its pages."""

    boards: desk.Boards
    by: str
    tokens: Tokens

    @property
    def store(self) -> Any:
        """The store."""
        return self.boards.store


class Ask:
    """One request for a page in one language."""

    def __init__(self, request: Request, language: Language) -> None:
        self.request = request
        self.language = language
        self.open: Open = request.app.state.open
        self.look = parse_look(request.cookies.get(LOOK_COOKIE, ""))
        self.voice: Voice = load_voice(language, self.look)
        self.session = request.cookies.get(SESSION_COOKIE) or self.open.tokens.new_session()

    @cached_property
    def board(self) -> desk.Board:
        """The record as it stood when the request came."""
        return self.open.boards.now()

    @cached_property
    def today(self) -> dt.date:
        """The day the reader sits at the desk."""
        return dt.datetime.now().astimezone().date()

    def reading(self, digest: str) -> Reading:
        """Return the latest reading of an article by its digest.

        Raises:
            InputError: it is not in the store.
        """
        self.board.head(digest)
        return self.board.reading_of(digest)

    def article(self, digest: str) -> Article:
        """Return an article as it was received.

        Raises:
            InputError: it is not in the store.
        """
        self.board.head(digest)
        found: Article = self.open.store.article(digest)
        return found

    def url(self, path: str = "", /, **query: object) -> str:
        """Return the address of a page in this language; empty values are left out, lists repeat their key."""
        return _address(f"/{self.language}/{path}", query)

    @property
    def other(self) -> str:
        """The address of this page in the other language."""
        path = self.request.url.path.split("/", 2)
        rest = path[2] if len(path) > 2 else ""
        query = f"?{self.request.url.query}" if self.request.url.query else ""
        return f"/{_OTHER[self.language]}/{rest}{query}"

    @property
    def is_fragment(self) -> bool:
        """Whether only a part of the page is asked for."""
        return self.request.headers.get("HX-Request") == "true"

    def page(self, template: str, /, *, status: int = 200, **values: Any) -> HTMLResponse:
        """Return a page made of a template; ``ask``, ``t`` and ``url`` are known in every one."""
        known = {"ask": self, "t": self.voice, "url": self.url, "navigation": _NAVIGATION}
        text = templates().get_template(template).render(**known, **values)
        response = HTMLResponse(text, status_code=status)
        self.remember(response)
        return response

    def go(self, path: str = "", /, **query: object) -> RedirectResponse:
        """Return what sends the reader to a page after a change."""
        return RedirectResponse(self.url(path, **query), status_code=303)

    @property
    def token(self) -> str:
        """The token that a change asked for by this page carries."""
        return self.open.tokens.of(self.session)

    def remember(self, response: Response) -> None:
        """Give the browser its session, where it has none."""
        # A page opened from another site comes without our cookie, which must not be replaced under our other pages.
        strange = self.request.headers.get("sec-fetch-site") == "cross-site"
        if SESSION_COOKIE not in self.request.cookies and not strange:
            response.set_cookie(SESSION_COOKIE, self.session, httponly=True, samesite="strict")


def ask_for(request: Request, language: Language) -> Ask:
    """Return the request for a page in the language of its address."""
    return Ask(request, language)


Asked = Annotated[Ask, Depends(ask_for)]


def set_look(response: RedirectResponse, look: object) -> None:
    """Keep how a reader wants numbers and days written."""
    response.set_cookie(LOOK_COOKIE, str(look), max_age=_YEAR, httponly=True, samesite="strict")


@cache
def templates() -> jinja2.Environment:
    """Return the templates; everything put into them is escaped."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("hudna.web"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"version": hudna.__version__, "static": _static, "forms": FORMS}
    environment.filters |= {"short": shortened, "clipped": clipped, "link": harmless_link}
    return environment


@cache
def make_ready() -> None:
    """Have templates compiled, words and tables loaded, which would be part of the first answers otherwise."""
    desk.make_ready()
    for name in templates().list_templates():
        templates().get_template(name)
    for language in Language:
        load_voice(language, parse_look(""))


@cache
def _static(name: str) -> str:
    """Return the address of a file that ships with the pages; it changes when the file does."""
    data = (files("hudna.web") / "static" / name).read_bytes()
    return f"/static/{name}?v={digest_of(data.hex())[:8]}"


def _address(path: str, query: Mapping[str, object]) -> str:
    pairs: list[tuple[str, str]] = []
    for key, value in query.items():
        values = value if isinstance(value, list | tuple | set | frozenset) else [value]
        pairs += [(key, str(each)) for each in values if not _is_empty(each)]
    where = quote(path, safe="/:")
    return f"{where}?{urlencode(pairs)}" if pairs else where


def _is_empty(value: object) -> bool:
    """Return whether a value says nothing in an address; the number 0 says something."""
    return value is None or value is False or value == ""
