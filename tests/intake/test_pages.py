"""Pages of five kinds: their text, their title, their day, and what is not taken for a day."""

import datetime as dt
import json
from pathlib import Path

import pytest

from hudna.intake import Options, Refusal, RefusalCode, find_articles
from hudna.model import UNKNOWN_DAY, Article, PublishedBasis

SITE = "صوت الساحل"
TITLE = "الوسيط: الهدنة تبدأ الجمعة - قراءة في بنودها"
FIRST = "أعلن الوسيط في مؤتمر صحافي عقده مساء الخميس أن الهدنة تبدأ صباح الجمعة وأن الطرفين وقعا عليها في المدينة."
SECOND = (
    "وأضاف أن المراقبين وصلوا إلى خطوط التماس، وأن لجنة مشتركة ستنظر في الخروقات كل أسبوع وترفع تقريرها إلى الضامنين."
)
THIRD = "وكان الطرفان قد رفضا في الجولة الماضية من المحادثات نشر مراقبين على الطريق الدولي، قبل أن يقبلا به بشروط."
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in (FIRST, SECOND, THIRD))
MENU = '<nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/s">سياسة</a></li></ul></nav>'
FOOTER = "<footer><p>جميع الحقوق محفوظة © 2021</p><time datetime='2020-01-01'>2020</time></footer>"


def page(body: str, head: str = "", charset: str = "utf-8") -> bytes:
    text = f'<!DOCTYPE html><html lang="ar-SY"><head><meta charset="{charset}">{head}</head><body>{body}</body></html>'
    return text.encode(charset)


def read(tmp_path: Path, data: bytes, **options: object) -> Article | Refusal:
    (tmp_path / "page.html").write_bytes(data)
    [found] = find_articles([str(tmp_path / "page.html")], Options(**options))  # type: ignore[arg-type]
    return found


def article(tmp_path: Path, data: bytes, **options: object) -> Article:
    found = read(tmp_path, data, **options)
    assert isinstance(found, Article)
    return found


def json_ld(**fields: object) -> str:
    story = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2017-07-05T23:40:00-02:00"} | fields
    graph = {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"}, story]}
    return f'<script type="application/ld+json">{json.dumps(graph, ensure_ascii=False)}</script>'


def test_a_page_with_json_ld(tmp_path: Path):
    """Title, day, author, publisher and address come from the marks; the body keeps its paragraphs."""
    head = json_ld(
        author=[{"@type": "Person", "name": "سمير الحلبي"}], publisher={"@type": "Organization", "name": SITE}
    )
    head += '<link rel="canonical" href="https://x.example/1"><title>شيء آخر</title>'

    found = article(tmp_path, page(f"{MENU}<article><h1>{TITLE}</h1>{BODY}</article>{FOOTER}", head))

    assert (TITLE, SITE, "سمير الحلبي", "ar") == (found.title, found.source, found.author, found.language)
    assert ("https://x.example/1", "page") == (found.url, found.id)
    assert (dt.date(2017, 7, 5), PublishedBasis.PAGE) == (found.published.day, found.published.basis)
    assert [FIRST, SECOND, THIRD] == [line for line in found.text.splitlines() if line != TITLE]


def test_a_page_with_meta_elements(tmp_path: Path):
    """The site's name is cut off the title only where it is exactly the site's name; an outlet is no author."""
    head = f'<meta property="og:title" content="{TITLE} | {SITE}"><meta property="og:site_name" content="{SITE}">'
    head += f'<meta property="article:published_time" content="2017-07-05"><meta name="author" content="{SITE}">'

    found = article(tmp_path, page(f"<article>{BODY}</article>{FOOTER}", head))

    assert (TITLE, SITE, None) == (found.title, found.source, found.author)
    assert found.published.day == dt.date(2017, 7, 5)


@pytest.mark.parametrize("author", ["وكالات", "Reuters", "https://x.example/me"])
def test_an_agency_is_no_author(tmp_path: Path, author: str):
    """What the pack knows as an agency, and an address, are not taken for a person."""
    found = article(tmp_path, page(BODY, f'<meta name="author" content="{author}">'), agencies=("وكالات", "reuters"))

    assert found.author is None


LABEL = "تاريخ الإفراج"
LEGACY = (
    "<table><tr><td><a href=x>الرئيسية</a><br><a href=y>سياسة</a></td><td><table>"
    f"<tr><td>معرف الأخبار :</td><td>84301</td></tr><tr><td>{LABEL} :</td><td>12/22/2021 7:13:52 PM</td></tr>"
    f"<tr><td><h1>{TITLE}</h1></td></tr><tr><td>{FIRST}<br>{SECOND}<br>{THIRD}</td></tr></table></td></tr>"
    "<tr><td>جميع الحقوق محفوظة © 2020-01-01 <br> تصميم 2019</td></tr></table>"
)


def test_a_legacy_page_in_windows_1256(tmp_path: Path):
    """The day comes from the label that the caller names, and from nothing in the footer."""
    data = page(LEGACY.replace("<br>", "<br>\n"), charset="windows-1256")

    found = article(tmp_path, data, date_labels=(LABEL,))

    assert (TITLE, dt.date(2021, 12, 22)) == (found.title, found.published.day)
    assert ("day_page", "label") == (found.published.because.code, dict(found.published.because.args)["mark"])
    assert all(paragraph in found.text for paragraph in (FIRST, SECOND, THIRD))
    assert article(tmp_path, data).published == UNKNOWN_DAY


def test_a_label_may_be_followed_by_another(tmp_path: Path):
    """The day stands right after its label; what follows on the line does not matter, what stands between does."""
    line = f"<table><tr><td>{LABEL} : 01/02/2017</td><td>عدد القراءات : 418</td></tr></table>"
    between = f"<p>{LABEL} العدد 5 : 01/02/2017</p>"

    assert article(tmp_path, page(line + BODY), date_labels=(LABEL,)).published.day == dt.date(2017, 2, 1)
    assert article(tmp_path, page(between + BODY), date_labels=(LABEL,)).published == UNKNOWN_DAY


def test_the_window_title_is_cut_to_the_printed_headline(tmp_path: Path):
    """Where no mark names the site, only a headline printed on the page tells it from the title of the window."""
    window = f"<title>{SITE} | {TITLE}</title>"

    assert article(tmp_path, page(f"<h2>{TITLE}</h2>{BODY}", window)).title == TITLE
    assert article(tmp_path, page(BODY, window)).title == f"{SITE} | {TITLE}"


def test_the_headline_is_no_line_of_the_body(tmp_path: Path):
    """A headline printed above the body is the title, and only that."""
    found = article(
        tmp_path, page(f"<div><h2>{TITLE}</h2>{BODY}</div>", f'<meta property="og:title" content="{TITLE}">')
    )

    assert (TITLE, FIRST) == (found.title, found.text.splitlines()[0])


def test_a_wrong_charset_is_not_believed(tmp_path: Path):
    """A page that calls itself UTF-8 but is not is read by its bytes."""
    data = page(f"<article>{BODY}</article>").decode().encode("windows-1256")

    assert FIRST in article(tmp_path, data).text


def test_a_comment_form_dates_nothing(tmp_path: Path):
    """Times of comments and of other articles are no publication day; the article's own time element is."""
    comments = (
        "<div id='comments'><h3>تعليقات</h3><time datetime='2019-01-01'>x</time><form><input name=a></form></div>"
    )
    others = "<aside><ul><li><a href=x>خبر آخر</a> <time datetime='2018-01-01'>x</time></li></ul></aside>"
    own = "<time datetime='2017-07-05T10:00'>5 تموز</time>"

    dated = article(tmp_path, page(f"<article><h1>{TITLE}</h1>{own}{BODY}</article>{others}{comments}{FOOTER}"))
    undated = article(tmp_path, page(f"<article><h1>{TITLE}</h1>{BODY}</article>{others}{comments}{FOOTER}"))

    assert (dt.date(2017, 7, 5), UNKNOWN_DAY) == (dated.published.day, undated.published)
    assert undated.title == TITLE


def test_two_times_that_differ_date_nothing(tmp_path: Path):
    """Between two unmarked times beside the title nothing is guessed, but the one marked as publication counts."""
    two = "<time datetime='2017-07-05'>x</time><time datetime='2017-07-09'{}>y</time>"

    unmarked = article(tmp_path, page(f"<article><h1>{TITLE}</h1>{two.format('')}{BODY}</article>"))
    marked = article(tmp_path, page(f"<article><h1>{TITLE}</h1>{two.format(' pubdate')}{BODY}</article>"))

    assert (None, dt.date(2017, 7, 9)) == (unmarked.published.day, marked.published.day)


@pytest.mark.parametrize("zero", ["0001-01-01T00:00:00", "1970-01-01T00:00:00Z", "2017", "", "last week"])
def test_a_mark_without_a_day_leaves_it_unknown(tmp_path: Path, zero: str):
    """A clock's zero, a year or words in a mark are no day."""
    assert article(tmp_path, page(BODY, json_ld(datePublished=zero))).published == UNKNOWN_DAY


def test_what_is_given_comes_before_the_page(tmp_path: Path):
    """A person's word on the day and the title stands over the page's marks."""
    found = article(tmp_path, page(BODY, json_ld()), published="2017-07-06", title="هدنة")

    assert (dt.date(2017, 7, 6), PublishedBasis.GIVEN, "هدنة") == (
        found.published.day,
        found.published.basis,
        found.title,
    )


@pytest.mark.parametrize(
    "data",
    [
        page(MENU + FOOTER),
        page("<p>الصفحة غير موجودة</p>"),
        b"<html></html>",
        b"<!-- nothing -->",
        "كلمة".encode(),
        b'<?xml version="1.0" encoding="utf-16"?><a>',
    ],
)
def test_a_page_without_an_article_is_refused(tmp_path: Path, data: bytes):
    """A menu, an error or an empty page is no article."""
    found = read(tmp_path, data)

    assert isinstance(found, Refusal)
    assert found.code is RefusalCode.NO_ARTICLE
