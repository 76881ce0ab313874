"""A chronology as a page, as CSV and as Markdown."""

import csv
from html.parser import HTMLParser

import pytest

from hudna.export.chronology import Account, Disagreement, Row
from hudna.export.page import export_page
from hudna.export.passages import find_passages
from hudna.export.plain import export_csv, export_markdown
from hudna.export.words import Language, load_words
from hudna.model import Article, Span

HOSTILE = '<script>alert("x")</script> & =1+1'


@pytest.fixture
def line():
    article = Article("a", f"قبل {HOSTILE} بعد", title="عنوان")
    account = Account(
        article="a",
        outlet=HOSTILE,
        published="2017-07-05",
        language="ar",
        url="https://example.org/?a=1&b=2",
        title=None,
        passages=find_passages(article, [Span(4, 4 + len(HOSTILE))]),
        title_only=False,
    )
    return Row(
        id="evt-1",
        earliest="2017-07-04",
        latest="2017-07-04",
        days="4 July 2017",
        because="yesterday",
        kind="Meeting",
        who=HOSTILE,
        what="",
        status="held",
        outcome="",
        place="طهران",
        sure=False,
        witness_count=2,
        origin_count=1,
        witnesses="2 articles",
        origins="1 independent origin",
        accounts=(account,),
        differences=(Disagreement(what="Day", values=("2017-07-04", "2017-07-05")),),
    )


class _Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.attributes, self.marked = [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]

    def handle_data(self, data):
        if self.tags and self.tags[-1] == "mark":
            self.marked.append(data)


def _parsed(page):
    tags = _Tags()
    tags.feed(page)
    return tags


def test_page_is_arabic_and_right_to_left(line):
    """The Arabic page says its language and direction."""
    page = _parsed(export_page([line], load_words(Language.AR)))

    assert ("html", "dir", "rtl") in page.attributes
    assert ("html", "lang", "ar") in page.attributes


def test_page_stands_alone_and_is_safe(line):
    """No script, nothing fetched, and the article's characters are only ever text."""
    page = _parsed(export_page([line], load_words(Language.EN)))

    assert {"script", "link", "img", "iframe"}.isdisjoint(page.tags)
    assert [] == [each for each in page.attributes if each[1] == "src" or each[1].startswith("on")]
    assert [HOSTILE] == page.marked[:1]


def test_empty_page_says_so():
    """A record without events is a page that says so."""
    assert "No events." in export_page([], load_words(Language.EN))


def test_csv_reads_back_and_runs_no_formula(line):
    """One row an event; no cell begins as a formula."""
    head, row = csv.reader(export_csv([line], load_words(Language.EN)))

    assert len(head) == len(row)
    assert "2017-07-04" == row[1]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)


def test_markdown_marks_the_evidence(line):
    """The evidence is bold, and marks of Markdown in the text are escaped."""
    told = "\n".join(export_markdown([line], load_words(Language.EN)))

    assert "\\<script\\>" in told
    assert "**" in told
