"""Searching in a browser."""

import json
import re

import pytest

from conftest import token_of
from hudna.web.filters import Filters


@pytest.fixture
def found(client):
    """Return a client of a desk that holds an article about a truce."""
    form = {"token": token_of(client), "text": "هدنة في حلب بين الأطراف", "title": "الهدنة", "source": "ج"}
    assert 303 == client.post("/en/add", data=form).status_code
    return client


def test_words_are_found_and_marked(found):
    """The article stands there with the words that answer."""
    page = found.get("/en/search?q=هدنة").text

    assert "<mark>هدنة</mark>" in page
    assert re.search(r"/en/article/[0-9a-f]{64}\?at=", page)


@pytest.mark.parametrize("query", ["q=%22", "q=...", "q=" + "x" * 200, "type=article", "q=هدنة&page=99", ""])
def test_odd_questions_are_answered(found, query):
    """A question without a word, or a page that is not there, is no failure."""
    assert 200 == found.get(f"/ar/search?{query}").status_code


def test_the_same_is_found_by_programs(found):
    """The hits come with their spans."""
    hits = found.get("/api/search?q=هدنة").json()

    assert 1 <= hits["total"]
    assert json.dumps(hits)


def test_filters_keep_only_what_was_asked():
    """What asks for everything is left out of addresses."""
    assert {} == Filters(first="", type=[], origins=1).query
    assert {"party": "x", "origins": 2} == Filters(party="x", origins=2).query
