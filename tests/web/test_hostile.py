"""Articles that attack: whatever stands in a title, a name, an address or a text is shown and does nothing."""

import re
from html.parser import HTMLParser

import pytest

from conftest import token_of
from factories import Writer, make_article
from hudna.model import IncidentKind, MeasureStatus, Place, Span
from hudna.web.taken import BRIEFS, FORMS

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><svg/onload=alert(1)>{{7*7}}{% raw %}"
OVERRIDE = "\u202e\u2066evil\u202d"
FORMULA = '=HYPERLINK("http://evil.example")'
ALLOWED_SCRIPTS = re.compile(r"^/static/(htmx\.min|desk)\.js\?v=[0-9a-f]{8}$")


class Checked(HTMLParser):
    """Fails on anything a page of ours never holds."""

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            assert not name.startswith("on"), (tag, name)
            assert name != "style", tag
            if name in {"href", "src", "action", "hx-get"}:
                assert value.startswith(("/", "#", "https://", "http://")), (tag, name, value)
                assert not value.startswith("//"), value
        given = dict(attrs)
        if tag == "script":
            assert ALLOWED_SCRIPTS.match(given["src"]), given
        assert tag not in {"iframe", "object", "embed", "base", "style"}, tag
        assert tag != "img", given


def hostile():
    """Return a reading in which every word comes from somebody who means harm."""
    text = f"قال {SCRIPT} لـ{OVERRIDE} إن {FORMULA} هدنة في {SCRIPT}.\n" + "ا" * 3000 + f"\n{FORMULA}"
    known = {"title": SCRIPT + "ط" * 1_000_000, "source": SCRIPT, "url": "javascript:alert(1)", "author": SCRIPT}
    write = Writer(text, **known, day="2017-07-05", language="ar")
    write.article = make_article(text, **known, day="2017-07-05", id=f"{SCRIPT}/../x")
    place = Place(write.span(SCRIPT), SCRIPT)
    said = write.statement("قال", SCRIPT, FORMULA, place=place)
    met = write.contact("هدنة", (SCRIPT, OVERRIDE), write.when("هدنة", "2017-07-04"), place=place)
    hit = write.incident("هدنة", SCRIPT, OVERRIDE, None, kind=IncidentKind.SHELLING, place=place)
    held = write.measure(FORMULA, write.position(FORMULA, MeasureStatus.BROKEN, SCRIPT), name=SCRIPT, place=place)
    due = write.pledge(FORMULA, SCRIPT, write.when("هدنة", "2017-08-04"), sure=False)
    title = write.contact("هدنة", (SCRIPT,), n=2, evidence=(Span(0, 1_000_000, "title"),))
    return write.reading(
        statements=(said,), contacts=(met, title), incidents=(hit,), measures=(held,), pledges=(due,), names=()
    )


@pytest.fixture
def hostile_client(open_desk):
    return open_desk([hostile()])


def pages_of(client) -> list[str]:
    """Return the addresses of every page that shows something of the article."""
    digest = hostile().article.digest
    lists = (
        "",
        "timeline",
        "lives",
        "places",
        "map",
        "stories",
        "stories?alone=true",
        "positions",
        "pledges",
        "names",
        "sources",
        "articles",
    )
    lists += ("review", "report", "history", f"story/of/{digest}", f"article/{digest}/write?sentence=0")
    found = {f"/ar/{each}" for each in lists} | {f"/en/article/{digest}", f"/ar/article/{digest}?at=5&layer=name"}
    for each in list(found):
        found.update(re.findall(r'href="(/(?:ar|en)/(?:event|name|article)/[^"#]*)', client.get(each).text))
    return sorted(each.replace("&amp;", "&") for each in found)


def test_nothing_of_an_article_acts_on_a_page(hostile_client):
    """On every page that shows it, markup is text and addresses that run are no links."""
    pages = pages_of(hostile_client)
    assert 25 < len(pages)

    for path in pages:
        answer = hostile_client.get(path, follow_redirects=True)
        assert 200 == answer.status_code, (path, answer.text[-500:])
        Checked().feed(answer.text)
        assert "javascript:" not in answer.text.replace("&#34;", ""), path
        assert "49" not in re.findall(r"alert\(1\)&gt;(\d+)", answer.text)
        assert 300_000 > len(answer.content), path


def test_direction_marks_are_shut_in(hostile_client):
    """Names and titles that turn the direction stand in elements that end with them."""
    page = hostile_client.get("/en/timeline").text

    for before in re.findall(r"(<[^>]*>)[^<]*\u202e", page):
        assert re.match(r"<(bdi|mark|p|a|option|title)", before), before


@pytest.mark.parametrize("form", FORMS)
def test_nothing_of_an_article_acts_in_a_file(hostile_client, form):
    """Formulas are no formulas, markup is no markup, and the file is saved, not shown."""
    answer = hostile_client.get(f"/ar/report/file?format={form}")

    assert 200 == answer.status_code
    assert "attachment" in answer.headers["content-disposition"]
    if form == "csv":
        assert not re.search(r'(^|,)"?[=+@-]', answer.text, flags=re.MULTILINE)
    if form in {"html", "md", *BRIEFS}:
        assert "<script>alert" not in answer.text
        assert "<img src=x" not in answer.text.replace("\\<img", "")


def test_pasted_markup_is_text(client):
    """What is pasted is kept to the letter and shown as letters."""
    form = {"token": token_of(client), "text": f"هدنة {SCRIPT}", "title": SCRIPT, "url": "javascript:alert(1)"}
    answer = client.post("/en/add", data=form)
    assert 303 == answer.status_code
    page = client.get(answer.headers["location"]).text

    Checked().feed(page)
    assert "&lt;script&gt;" in page
    assert 'href="javascript' not in page


@pytest.mark.parametrize(
    "path",
    [
        "/en/timeline?party=" + "%00" * 5,
        "/en/timeline?first=9999-12-31&last=0001-01-01",
        "/en/names?q=%F0%9F%92%A9%E2%80%AE",
        "/en/names?q=" + "a" * 200,
        "/ar/pledges?day=9999-12-31",
        "/ar/?day=0001-01-01",
        "/en/event/..%2f..%2fetc%2fpasswd",
        "/en/name/%00",
        "/en/article/%ff",
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/en/compare?of=x",
        "/en/report/file?format=../../x",
        "/en/timeline?status=x&kind=y&type=z&process=%3Cscript%3E",
    ],
)
def test_odd_addresses_break_nothing(client, path):
    """No address brings a failure of the program."""
    answer = client.get(path)

    assert answer.status_code in {200, 307, 404, 422}
    if "html" in answer.headers.get("content-type", ""):
        Checked().feed(answer.text)


def test_uploads_stay_where_they_belong(client):
    """A file's name is a name, not a path; what is no article is refused in words."""
    form = {"token": token_of(client)}
    good = client.post("/en/upload", data=form, files={"file": ("../../../etc/cron.d/x.txt", "هدنة في حلب".encode())})
    assert 303 == good.status_code

    bad = client.post("/en/upload", data=form, files={"file": ("x.exe", b"\x00\x01")})
    assert 422 == bad.status_code
    assert "Not a kind of file that is read." in bad.text
    assert 422 == client.post("/en/upload", data=form, files={"file": ("x.jsonl", b"{broken")}).status_code
    assert 422 == client.post("/en/add", data={**form, "text": "  "}).status_code
