"""Sentences of two articles that tell one thing, and differ in its day or in where a place lies."""

import datetime as dt
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from hudna.arabic.wording import find_directions
from hudna.model import (
    Article,
    Difference,
    DifferenceType,
    Evidence,
    Field,
    Reading,
    Span,
    TimeMention,
    TimeType,
    Value,
)
from hudna.record.coverage import Body
from hudna.record.differences import in_order

_LIKE: Final = 0.25  # of the weights of both sentences, in words they share
_GRAIN: Final = "day"
_LIKE_AROUND: Final = 0.4  # of the weights of the words around two dates, in words they share
_SHARED_AROUND: Final = 4  # words
_AROUND: Final = (8, 4)  # words before and after a date that tell what it is the date of
_A_FEW_DAYS: Final = dt.timedelta(2)
_A_MONTH: Final = dt.timedelta(31)


class _Sentence(NamedTuple):
    """A sentence, or the words around a date, that may tell otherwise what another article tells: its words, and what it says."""

    article: str
    weights: Mapping[str, float]
    value: frozenset[str]
    of: str
    evidence: Evidence


def differences_alike(readings: Sequence[Reading], bodies: Mapping[str, Body]) -> Iterator[Difference]:
    """Yield the days and the sides of a place that like sentences of two articles give otherwise."""
    known = {reading.article.digest: _days_in(reading) for reading in readings}
    dated = [each for reading in readings for each in _dated(reading, bodies[reading.article.digest])]
    for one, other in _like(dated):
        is_known = one.value <= known[other.article] or other.value <= known[one.article]
        if not is_known and not _are_one_weekday(one, other):
            yield _difference("day", DifferenceType.CONFLICT, one, other)
    yield from _more_precise(readings, bodies)
    lying = [each for reading in readings for each in _lying(reading.article, bodies[reading.article.digest])]
    for one, other in _like(lying):
        nested = one.value < other.value or other.value < one.value
        if one.value & other.value:  # what lies east of a place and what lies west of it are two things
            yield _difference("place", DifferenceType.MORE_PRECISE if nested else DifferenceType.CONFLICT, one, other)


def _more_precise(readings: Sequence[Reading], bodies: Mapping[str, Body]) -> Iterator[Difference]:
    """Yield where one article gives the day of what another tells of some week or month of its own."""
    windows: dict[Evidence, tuple[dt.date, dt.date]] = {}
    around = []
    for reading in readings:
        for window, each in _around_dates(reading, bodies[reading.article.digest]):
            windows[each.evidence] = window
            around.append(each)
    days = {reading.article.digest: list(_windows_in(reading)) for reading in readings}
    nested: dict[tuple[str, str], list[_Sentence]] = defaultdict(list)
    for one, other in _like(around, _LIKE_AROUND):
        exact, wide = sorted((one, other), key=lambda each: windows[each.evidence][1] - windows[each.evidence][0])
        (first, last), (earliest, latest) = windows[exact.evidence], windows[wide.evidence]
        is_within = earliest <= first and last <= latest and last - first <= _A_FEW_DAYS
        is_given = any(first <= start and end <= last for start, end in days[wide.article])
        if is_within and not is_given and len(exact.weights.keys() & wide.weights.keys()) >= _SHARED_AROUND:
            nested[_text_of(exact), _text_of(wide)] += [exact, wide]
    for sentences in nested.values():
        yield _difference("day", DifferenceType.MORE_PRECISE, *sentences)


def _around_dates(reading: Reading, body: Body) -> Iterator[tuple[tuple[dt.date, dt.date], _Sentence]]:
    """Yield the dates of an article no longer than a month, each with the words around it."""
    article, before, after = reading.article, *_AROUND
    printed = (article.published.earliest, article.published.latest)
    for date in reading.dates:
        window = _window(date)
        if date.type is not TimeType.DATE or date.span.field is not Field.TEXT:
            continue
        if window is None or window == printed or window[1] - window[0] > _A_MONTH:
            continue
        start, _, words = body.around(date.span.start)
        others = sorted(
            (start + word.start, key)
            for key, word in words.items()
            if not _stands_in(date.span, start + word.start, start + word.end)
        )
        place = bisect_left(others, (date.span.start, ""))
        near = [key for _, key in others[max(0, place - before) : place + after]]
        weights = {key: words[key].weight for key in near}
        value = frozenset({_iso(day) for day in window})
        yield window, _Sentence(article.digest, weights, value, "", _evidence(article, date.span))


def _windows_in(reading: Reading) -> Iterator[tuple[dt.date, dt.date]]:
    printed = reading.article.published
    if printed.earliest is not None and printed.latest is not None:
        yield printed.earliest, printed.latest
    yield from (window for each in reading.dates if (window := _window(each)) is not None)


def _window(date: TimeMention) -> tuple[dt.date, dt.date] | None:
    return None if date.earliest is None or date.latest is None else (date.earliest, date.latest)


def _like(sentences: Sequence[_Sentence], least: float = _LIKE) -> Iterator[tuple[_Sentence, _Sentence]]:
    """Yield the like sentences of two articles that say otherwise, where each is likest to the other."""
    pairs = [
        (score, one, other)
        for one, other in combinations(sentences, 2)
        if one.article != other.article and one.of == other.of and (score := _overlap(one, other)) >= least
    ]
    taken: set[tuple[Evidence, str]] = set()
    for _, one, other in sorted(pairs, key=lambda pair: (-pair[0], pair[1].evidence.span, pair[2].evidence.span)):
        ends = {(one.evidence, other.article), (other.evidence, one.article)}
        if not ends & taken and one.value != other.value:
            yield one, other
        taken |= ends


def _overlap(one: _Sentence, other: _Sentence) -> float:
    shared = one.weights.keys() & other.weights.keys()
    mass = sum(one.weights.values()) + sum(other.weights.values())
    return sum(one.weights[key] + other.weights[key] for key in sorted(shared)) / mass if mass else 0.0


def _days_in(reading: Reading) -> frozenset[str]:
    return frozenset(day.isoformat() for each in reading.dates for day in (each.earliest, each.latest) if day)


def _dated(reading: Reading, body: Body) -> Iterator[_Sentence]:
    """Yield the sentences that give one day and no other time."""
    article = reading.article
    for start, end, words in body.sentences:
        inside = [each for each in reading.dates if _stands_in(each.span, start, end)]
        if len(inside) != 1 or inside[0].type is not TimeType.DATE or inside[0].grain != _GRAIN:
            continue
        day, printed = inside[0].earliest, article.published
        if day is None or day != inside[0].latest or day in {printed.earliest, printed.latest}:
            continue  # what each tells as of its own day is no day told otherwise
        span = inside[0].span
        weights = {
            key: word.weight
            for key, word in words.items()
            if not _stands_in(span, start + word.start, start + word.end)
        }
        yield _Sentence(article.digest, weights, frozenset({_iso(day)}), "", _evidence(article, span))


def _are_one_weekday(*sentences: _Sentence) -> bool:
    """Return whether days some weeks apart are named without a date: of which week a Friday is, is taken to be so, not said."""
    days = {dt.date.fromisoformat(day).weekday() for each in sentences for day in each.value}
    return len(days) == 1 and not any(char.isdigit() for each in sentences for char in each.evidence.text)


def _lying(article: Article, body: Body) -> Iterator[_Sentence]:
    """Yield the sentences that say on which side of a place something lies, once for each such place."""
    for start, end, words in body.sentences:
        weights = {key: word.weight for key, word in words.items()}
        for sides, place, first, last in find_directions(article.text[start:end]):
            evidence = _evidence(article, Span(start + first, start + last))
            yield _Sentence(article.digest, weights, sides, place, evidence)


def _stands_in(span: Span, start: int, end: int) -> bool:
    return span.field is Field.TEXT and span.start < end and start < span.end


def _iso(day: dt.date) -> str:
    return day.isoformat()


def _evidence(article: Article, span: Span) -> Evidence:
    return Evidence(article.digest, span, article.words(span))


def _difference(field: str, kind: DifferenceType, *sentences: _Sentence) -> Difference:
    said: dict[str, set[Evidence]] = defaultdict(set)
    for each in sentences:
        said[_text_of(each) if field == "day" else " ".join(each.evidence.text.split())].add(each.evidence)
    return Difference(field, kind, tuple(Value(value, (), in_order(said[value])) for value in sorted(said)))


def _text_of(sentence: _Sentence) -> str:
    return "/".join(sorted(sentence.value))
