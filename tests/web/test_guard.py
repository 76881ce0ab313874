"""Who may ask the desk for what."""

import re

import pytest
from fastapi.routing import APIRoute

from hudna.web.guard import SESSION_COOKIE
from hudna.web.serve import hosts_of, is_loopback
from hudna.web.views import PAGES


def changing_routes() -> list[tuple[str, str]]:
    """Return method and address of everything that changes something."""
    routes = [route for page in PAGES for route in page.routes if isinstance(route, APIRoute)]
    found = [(method, f"/en{route.path}") for route in routes for method in route.methods - {"GET", "HEAD"}]
    return [(method, re.sub(r"{(\w+)(:path)?}", "x", path)) for method, path in found]


def test_every_answer_carries_the_policy(client):
    """Pages, files and refusals alike forbid inline script and style, frames and guessing of types."""
    for path in ("/en/timeline", "/static/desk.css", "/en/nowhere", "/"):
        headers = client.get(path).headers

        assert "script-src 'self'; style-src 'self';" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert "nosniff" == headers["x-content-type-options"]


def test_pages_hold_no_inline_script_or_style(client):
    """The policy would silently break what a template wrote into a page."""
    text = client.get("/ar/timeline").text

    assert " style=" not in text
    assert "<style" not in text
    assert all("src=" in part.split(">")[0] for part in text.split("<script")[1:])
    assert " onclick=" not in text


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "", "127.0.0.1.nip.io", "[::1"])
def test_strange_hosts_are_refused(client, host):
    """A name that another site points to this machine reaches nothing."""
    assert 421 == client.get("/en/timeline", headers={"Host": host}).status_code


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8765", "[::1]:80", "LOCALHOST"])
def test_own_names_are_answered(client, host):
    """The loopback goes by three names, with any port."""
    assert 200 == client.get("/en/timeline", headers={"Host": host}).status_code


def test_a_change_needs_the_token(client, token):
    """Without the token of the session, or with another's, nothing is changed."""
    form = {"digits": "arabic", "months": "usual"}

    assert 403 == client.post("/en/settings", data=form).status_code
    assert 403 == client.post("/en/settings", data={**form, "token": "0" * 64}).status_code
    assert 303 == client.post("/en/settings", data={**form, "token": token}).status_code


def test_a_token_is_worthless_in_another_session(client, token):
    """A token belongs to the cookie it was made for."""
    client.cookies.clear()
    client.cookies.set(SESSION_COOKIE, "another")

    form = {"digits": "arabic", "months": "usual", "token": token}
    assert 403 == client.post("/en/settings", data=form).status_code


def test_pages_of_other_sites_change_nothing(client, token):
    """A change asked for by another origin is refused, token or not."""
    form = {"digits": "arabic", "months": "usual", "token": token}

    assert 403 == client.post("/en/settings", data=form, headers={"Origin": "http://evil.example"}).status_code
    assert 303 == client.post("/en/settings", data=form, headers={"Origin": "http://localhost"}).status_code


def test_every_change_is_guarded(client):
    """No route that changes anything answers without a token."""
    assert changing_routes()

    for method, path in changing_routes():
        assert 403 == client.request(method, path).status_code, (method, path)


def test_the_session_cookie_stays_here(client):
    """Neither scripts nor other sites' requests get the cookie."""
    cookie = client.get("/en/timeline").headers["set-cookie"].lower()

    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_a_visit_from_elsewhere_keeps_the_session(client):
    """A link on another site comes without our cookie; it must not be replaced under the open pages."""
    assert "set-cookie" not in client.get("/en/timeline", headers={"Sec-Fetch-Site": "cross-site"}).headers


def test_large_bodies_are_refused(client):
    """A body beyond measure is refused before it is read."""
    assert 413 == client.post("/en/settings", headers={"Content-Length": "999999999"}, content=b"").status_code


@pytest.mark.parametrize(
    ("host", "loopback"), [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False), ("pc", False)]
)
def test_loopback_is_known(host, loopback):
    """Only the addresses of this machine's own programs come without a warning."""
    assert loopback is is_loopback(host)
    assert host.lower() in hosts_of(host)
