"""Stages are checked when they are put together, and no text stops them."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given

from factories import NAMES, make_article
from hudna.model import (
    Article,
    Because,
    Document,
    LanguagePack,
    Published,
    PublishedBasis,
    Stage,
)
from hudna.model.wire import from_line, to_line
from hudna.reading import Pipeline, PipelineError
from strategies import articles


def _fail(_: Document) -> Document:
    raise RuntimeError


def _stage(name: str, needs: str = "", adds: str = "", run=lambda document: document) -> Stage:
    return Stage(name, frozenset(needs.split()), frozenset(adds.split()), run)


def _pipeline(*stages: Stage) -> Pipeline:
    return Pipeline(LanguagePack("ar", stages, "digest"), version="0.1.0")


def test_missing_need_is_named() -> None:
    """An order that can't work is refused before any text is read, with what is there and what is missing."""
    with pytest.raises(PipelineError, match=r"stage contacts needs dates, which .* names") as caught:
        _pipeline(NAMES, _stage("contacts", "names dates"))

    assert "tokens" in str(caught.value)


def test_two_stages_of_one_name_are_refused() -> None:
    """A name stands for one stage in timings and problems."""
    with pytest.raises(PipelineError, match="two stages"):
        _pipeline(NAMES, NAMES)


def test_reading_holds_values_and_derivations() -> None:
    """The reading has the values of the matches, its reader and the way they came about."""
    reading = _pipeline(NAMES).read(make_article("هدنة في حلب"))

    assert [name.label for name in reading.names] == ["هدنة", "في", "حلب"]
    assert [match.value for match in reading.derivations] == list(reading.names)
    assert (reading.reader.version, reading.reader.digest) == ("0.1.0", "digest")


def test_large_pages_are_asked_for_by_whoever_reads_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """They cost more than they save for few articles, and what was remembered since is put there as well."""
    asked: list[int] = []
    read = [make_article("هدنة")]
    monkeypatch.setattr("hudna.reading.pipeline.MANY", 3)
    monkeypatch.setattr("hudna.reading.pipeline.use_large_pages", lambda: asked.append(len(read)))
    reader = _pipeline(NAMES)
    while len(read) < 10:
        reader.read(read[-1])
        read.append(read[-1])

    assert asked == [3, 6, 9]


def test_failed_stage_leaves_a_problem_and_the_rest() -> None:
    """A fault in one stage costs what that stage would have added."""
    reading = _pipeline(_stage("broken", run=_fail), NAMES).read(make_article("هدنة"))

    assert [(problem.code, problem.detail) for problem in reading.problems] == [
        ("stage_failed", "broken: RuntimeError")
    ]
    assert len(reading.names) == 1


def test_day_and_author_found_in_the_text_reach_the_article() -> None:
    """What a stage learns about the article stands in the reading's article."""
    day = dt.date(2020, 1, 2)
    published = Published(day, day, PublishedBasis.TEXT, Because("dateline"))
    stage = _stage("press", run=lambda document: replace(document, published=published, author="كاتب"))

    article = _pipeline(stage).read(make_article("هدنة")).article

    assert (article.published, article.author) == (published, "كاتب")


def test_steps_are_told_as_they_end() -> None:
    """Who measures hears of every step in order."""
    steps: list[str] = []
    _pipeline(NAMES).read(make_article("هدنة"), watch=steps.append)

    assert steps == ["segment", "words", "names"]


@given(articles())
def test_no_text_raises(article: Article) -> None:
    """Any text gives a reading that can be printed and read back."""
    reading = _pipeline(NAMES).read(article)

    assert replace(reading, derivations=()) == from_line(to_line(reading))
