"""From a gold set and readings to figures."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

from eval.acts import score_acts
from eval.facts import ACTS, Mention, Sheet
from eval.figures import Tally, figures_of
from eval.gold import GoldArticle, GoldSet
from eval.mentions import score_dates, score_names
from eval.parse import parse_sheet
from eval.readings import Readings
from eval.spans import Words
from eval.statements import score_statements
from hudna.model import Field, Span

Score = Callable[[Sheet, Sheet, Words], Tally]

SCORES: Final[Mapping[str, Score]] = {
    "statements": score_statements,
    **{layer: partial(score_acts, layer=layer) for layer in ACTS},
    "dates": score_dates,
    "names": score_names,
}
"""Task -> what counts one article of it."""

NOTHING: Final = Sheet(layers=frozenset())


@dataclass(frozen=True, slots=True)
class Scored:
    """One article with its counts by task, and its title and text as far as they are known."""

    article: GoldArticle
    title: str
    text: str
    tallies: Mapping[str, Tally]


@dataclass(frozen=True, slots=True)
class Result:
    """The figures of a gold set by task.

    ``unread`` are the articles without a reading, all of whose records count as missed.
    """

    gold: GoldSet
    figures: Mapping[str, Mapping[str, Any]]
    articles: Sequence[Scored]
    unread: Sequence[str]


def evaluate(gold: GoldSet, readings: Readings, tasks: Sequence[str]) -> Result:
    """Return the figures of the tasks that the gold set has annotations for."""
    unread, articles = [], []
    for article in gold.articles:
        line = readings.of(article.digest, article.id)
        if line is None:
            unread.append(article.id)
        articles.append(_score(gold, article, line, tasks))
    return _result(gold, articles, unread, tasks)


def agreement(gold: GoldSet, other: GoldSet, tasks: Sequence[str]) -> Result:
    """Return the figures of another reader's annotations of the same articles, as if they were the program's."""
    second = {article.digest: article.sheet for article in other.articles}
    unread = [article.id for article in gold.articles if article.digest not in second]
    articles = []
    for article in gold.articles:
        found = _annotated_only(gold, second.get(article.digest, NOTHING))
        articles.append(_scored(article, article.title, article.text, found, tasks))
    return _result(gold, articles, unread, tasks)


def _result(gold: GoldSet, articles: Sequence[Scored], unread: Sequence[str], tasks: Sequence[str]) -> Result:
    figures = {}
    for task in tasks:
        tallies = [each.tallies[task] for each in articles if task in each.tallies]
        if tallies:
            found = figures_of(tallies)
            figures[task] = {key: value for key, value in found.items() if f"{task}.{key}" not in gold.lacks}
    return Result(gold, figures, articles, unread)


def _score(gold: GoldSet, article: GoldArticle, line: Mapping[str, Any] | None, tasks: Sequence[str]) -> Scored:
    text = article.text if line is None else line["text"]
    title = article.title if line is None else line["article"].get("title")
    predicted = NOTHING if line is None else _annotated_only(gold, parse_sheet(line))
    return _scored(article, title, text, predicted, tasks)


def _scored(
    article: GoldArticle, title: str | None, text: str | None, predicted: Sheet, tasks: Sequence[str]
) -> Scored:
    words = Words(text or "", title)
    tallies = {task: SCORES[task](article.sheet, predicted, words) for task in tasks if task in article.sheet.layers}
    return Scored(article, title or "", text or "", tallies)


def _annotated_only(gold: GoldSet, predicted: Sheet) -> Sheet:
    """Return a reading without what the annotators of the set did not look at."""
    kept: dict[str, Any] = {}
    for layer in SCORES:
        records = getattr(predicted, layer)
        if layer not in gold.titles:
            records = tuple(each for each in records if not _in_title(each))
        if layer == "dates" and not gold.durations:
            records = tuple(each for each in records if each.kind != "duration")
        kept[layer] = records
    return replace(predicted, **kept)


def _in_title(record: Any) -> bool:
    spans: tuple[Span, ...] = (record.span,) if isinstance(record, Mention) else record.evidence
    return bool(spans) and all(span.field == Field.TITLE for span in spans)
