"""A comparison in words, ready for any format: the articles, what they tell together, and where they differ."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import hudna
from hudna.export.chronology import Account, ReadingOf, Row, account_of, describe
from hudna.export.differing import how_it_differs, labels_of, say_value, what_differs
from hudna.export.page import render
from hudna.export.record import to_values
from hudna.export.words import Words, listed
from hudna.model import FORMAT_VERSION, Difference, Reading, Value
from hudna.record import Comparison, chronology


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A value of a difference: what is said, by which outlets, and the words it comes from."""

    value: str
    outlets: str
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing:
    """A difference in words; ``left_out_by`` are the outlets that have nothing of it, "" where it is no omission."""

    what: str
    how: str
    type: str
    sayings: tuple[Saying, ...]
    left_out_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """An article of a comparison in words."""

    article: str
    outlet: str
    published: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A whole comparison in the words of one language."""

    sides: tuple[Side, ...]
    rows: tuple[Row, ...]
    differences: tuple[Differing, ...]


def describe_comparison(comparison: Comparison, reading_of: ReadingOf, words: Words) -> Sheet:
    """Return a comparison in words; ``reading_of`` gives the reading of an article by its digest."""
    readings = {each.article: reading_of(each.article) for each in comparison.articles}
    outlets = _outlets(readings, words)
    kinds = {member.key: event.kind for event in comparison.events for member in event.members}
    labels = {key: label for event in comparison.events for key, label in labels_of(event).items()}
    return Sheet(
        sides=tuple(_side(each, outlets[digest], words) for digest, each in readings.items()),
        rows=tuple(describe(chronology(comparison.events), reading_of, words)),
        differences=tuple(_differing(each, labels, kinds, readings, outlets, words) for each in comparison.differences),
    )


def export_comparison_page(sheet: Sheet, words: Words) -> str:
    """Return a comparison as one self-contained web page: styles inside, no script, nothing fetched from elsewhere."""
    return render("comparison.html", words, sheet=sheet)


def export_comparison_json(comparison: Comparison) -> Iterator[str]:
    """Yield a comparison as one line of JSON."""
    values = {"format_version": FORMAT_VERSION, "version": hudna.__version__, **to_values(comparison)}
    yield json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _outlets(readings: Mapping[str, Reading], words: Words) -> dict[str, str]:
    """Return how each article's outlet is called, with the article's id where one outlet has several."""
    names = {digest: reading.article.source or words("page", "unknown_outlet") for digest, reading in readings.items()}
    several = {name for name in names.values() if list(names.values()).count(name) > 1}
    return {
        digest: f"{name} ({readings[digest].article.id})" if name in several else name for digest, name in names.items()
    }


def _side(reading: Reading, outlet: str, words: Words) -> Side:
    article = reading.article
    published = article.published
    dated = published.earliest is not None or published.latest is not None
    return Side(
        article=article.id,
        outlet=outlet,
        published=words.days(published.earliest, published.latest) if dated else words("page", "undated"),
        title=" ".join((article.title or "").split()),
    )


def _differing(
    difference: Difference,
    labels: Mapping[str, str],
    kinds: Mapping[str, str],
    readings: Mapping[str, Reading],
    outlets: Mapping[str, str],
    words: Words,
) -> Differing:
    sayings = [_saying(difference, value, kinds, readings, outlets, words) for value in difference.values]
    return Differing(
        what=what_differs(difference, labels, words),
        how=how_it_differs(difference, words),
        type=difference.type.value,
        sayings=tuple(sayings),
        left_out_by=listed(outlets[digest] for digest in difference.left_out_by),
    )


def _saying(
    difference: Difference,
    value: Value,
    kinds: Mapping[str, str],
    readings: Mapping[str, Reading],
    outlets: Mapping[str, str],
    words: Words,
) -> Saying:
    digests = _in_order({each.article for each in value.evidence}, tuple(readings))
    accounts = []
    for digest in digests:
        spans = [each.span for each in value.evidence if each.article == digest]
        accounts.append(account_of(readings[digest], spans, words))
    kind = next((kinds[key] for key in value.members if key in kinds), "")
    return Saying(
        value=say_value(difference, value.value, kind, words),
        outlets=listed(outlets[digest] for digest in digests),
        accounts=tuple(accounts),
    )


def _in_order(digests: set[str], order: Sequence[str]) -> list[str]:
    return [digest for digest in order if digest in digests]
