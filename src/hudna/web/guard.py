"""What keeps other people's pages and articles from acting through the desk.

Articles are hostile input: no inline script or style is allowed on any page. Pages of other sites are hostile too:
the host asked for must be ours (a name that another site points to this machine is not), and every change carries a
token that only our pages know.
"""

import hashlib
import hmac
import secrets
from collections.abc import Collection
from typing import Final
from urllib.parse import urlsplit

from fastapi import Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hudna.model import HudnaError

SESSION_COOKIE: Final = "hudna_session"
TOKEN_FIELD: Final = "token"  # noqa: S105 - a name, no secret
TOKEN_HEADER: Final = "X-Hudna-Token"  # noqa: S105
LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_READS: Final = frozenset({"GET", "HEAD", "OPTIONS"})
_MAX_BODY: Final = 8 * 1024 * 1024

_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS: Final = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class StrangerError(HudnaError):
    """A change was asked for by somebody who doesn't hold the token of our pages."""


class Guard:
    """Middleware: refuses strange hosts and bodies beyond measure, sets the headers of every answer."""

    def __init__(self, app: ASGIApp, *, hosts: Collection[str]) -> None:
        self._app = app
        self._hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(headers)
        if refusal is not None:
            await refusal(scope, receive, _sending(send))
            return
        await self._app(scope, receive, _sending(send))

    def _refusal(self, headers: Headers) -> PlainTextResponse | None:
        if _host_name(headers.get("host", "")) not in self._hosts:
            return PlainTextResponse("unknown host\n", status_code=421)
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > _MAX_BODY or "chunked" in headers.get("transfer-encoding", ""):
            return PlainTextResponse("too large\n", status_code=413)
        return None


def _sending(send: Send) -> Send:
    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
            headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return send_with_headers


def _host_name(host: str) -> str:
    """Return the name of a Host header without its port, in lower case."""
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""


class Tokens:
    """The tokens of a running desk: one for each session, worthless when the desk is started again."""

    def __init__(self) -> None:
        self._secret = secrets.token_bytes(32)

    def new_session(self) -> str:
        """Return the name of a new session."""
        return secrets.token_urlsafe(18)

    def of(self, session: str) -> str:
        """Return the token of a session."""
        return hmac.new(self._secret, session.encode(), hashlib.sha256).hexdigest()

    def fits(self, session: str, token: str) -> bool:
        """Return whether a token is that of a session."""
        return bool(session) and hmac.compare_digest(self.of(session).encode(), token.encode("utf-8", "replace"))


async def check_change(request: Request) -> None:
    """Let a request pass that reads, or that changes and carries our token.

    Raises:
        StrangerError: it does not, or comes from another site's page.
    """
    if request.method in _READS:
        return
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise StrangerError("asked for by a page of another site")
    token = request.headers.get(TOKEN_HEADER)
    if token is None:
        given = (await request.form()).get(TOKEN_FIELD)
        token = given if isinstance(given, str) else ""
    if not request.app.state.open.tokens.fits(request.cookies.get(SESSION_COOKIE, ""), token):
        raise StrangerError("the page was opened before the desk was started, or is not ours: load it again")
