"""Clues to the day of publication: dates told as past or to come, rounds and resolutions of known days, today's weekday.

Each clue says no more than its words do. What is quoted or stands in the litter of the page is left aside where it may
have been written on another day.
"""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, Final

from hudna.arabic.dates.clause import find_direction, find_edge
from hudna.arabic.dates.rules import STOP
from hudna.arabic.dates.stage import find_times
from hudna.arabic.undated.resolutions import find_resolution_clues
from hudna.arabic.undated.rounds import find_round_clues
from hudna.arabic.undated.words import class_of
from hudna.calendar import Direction, Edge, Point
from hudna.model import (
    PUNCTUATION,
    Background,
    Because,
    Clue,
    Document,
    Match,
    SentenceKind,
    TimeMention,
    TimeType,
)

MAX_VERB_TOKENS: Final = 10  # how far before a date the word stands that says it was past
MAX_SET_TOKENS: Final = 3  # and the one that says it was set
_MARKS: Final = frozenset({"/", "(", ")", '"', "«", "»", "“", "”"})
_YEAR_DIGITS: Final = 4


def find_clues(document: Document, background: Background) -> list[Clue]:
    """Return the clues in the order of the text; ``document`` has been read by all stages."""
    times = [match for match in find_times(document) if match.kind != STOP]
    found = {
        *_dated(document),
        *_todays(document, times),
        *find_resolution_clues(document, times, background),
        *find_round_clues(document, times, background),
    }
    return sorted(found, key=lambda clue: (clue.span.field, clue.span.start, clue.because.code, clue.because.args))


def _dated(document: Document) -> Iterator[Clue]:
    """Yield bounds: not before a full date told as past, not after one set for a time to come."""
    starts = [sentence.first for sentence in document.sentences]
    before = 0
    for match in document.dates:
        mention, limit, before = match.value, before, match.end
        sentence = document.sentences[bisect_right(starts, match.first) - 1]
        if mention.earliest is None or sentence.kind is SentenceKind.LITTER or not _is_full(mention):
            continue
        told = _told(document, match, sentence.first, limit)
        words = document.article.words(mention.span)
        if told is Direction.PAST:
            why = Because("told_past", (("past", mention.earliest.isoformat()), ("past_words", words)))
            yield Clue(mention.span, mention.earliest, None, None, why)
        elif told is Direction.FUTURE and mention.latest is not None:
            why = Because("told_ahead", (("ahead", mention.latest.isoformat()), ("ahead_words", words)))
            yield Clue(mention.span, None, mention.latest, None, why)


def _is_full(mention: TimeMention) -> bool:
    """Return whether a time names its year itself."""
    code = dict(mention.because.args).get("of", mention.because.code).split()[-1]
    named = code in {"as_written", "converted"} and mention.type in {TimeType.DATE, TimeType.TIME}
    return named and mention.value[:_YEAR_DIGITS].isdecimal()


def _told(document: Document, match: Match[TimeMention], sentence_first: int, limit: int) -> Direction | None:
    """Return whether the words before a date tell it as past or as set for later; None where they do not say.

    Words before ``limit`` belong to another date.
    """
    tokens = document.tokens
    direction = find_direction(tokens, sentence_first, match.first, match.end)
    edge = find_edge(tokens, sentence_first, match.first)
    if edge is Edge.SINCE and direction is not Direction.FUTURE:
        return Direction.PAST
    if edge is not None:
        return None
    for place in range(match.first - 1, max(sentence_first, limit, match.first - MAX_VERB_TOKENS) - 1, -1):
        token = tokens[place]
        if token.kind is PUNCTUATION and token.folded not in _MARKS:
            return None
        name = class_of(token.folded)
        if name == "scheduled" and direction is Direction.FUTURE:
            return Direction.FUTURE if match.first - place <= MAX_SET_TOKENS else None
        if name in {"ahead", "scheduled"} or (name == "until" and place == match.first - 1):
            return None
        if name in {"happened", "adopts"}:
            return None if direction is Direction.FUTURE else Direction.PAST
    return None


def _todays(document: Document, times: Sequence[Match[Any]]) -> Iterator[Clue]:
    """Yield what "today", "yesterday" and "tomorrow" tell with a weekday or a full date beside them."""
    quoted = {place for quotation in document.quotations for place in range(quotation.first, quotation.end)}
    for number, match in enumerate(times):
        said = match.value
        away = _days_away(match)
        if not isinstance(said, Point) or away is None or match.first in quoted:
            continue
        day = _day_beside(document, said, match, times[number + 1 : number + 2])
        words = document.article.words(match.span)
        if day is not None:
            published = day - dt.timedelta(away)
            why = Because("day_and_date", (("told", day.isoformat()), ("told_words", words)))
            yield Clue(match.span, published, published, None, why)
        elif said.weekday is not None and said.date is None:
            weekday = (said.weekday - away - 1) % 7 + 1
            why = Because("weekday_told", (("weekday", str(weekday)), ("weekday_words", words)))
            yield Clue(match.span, None, None, weekday, why)


def _days_away(match: Match[Any]) -> int | None:
    """Return how many days from today a time says it lies, also where a date is printed with it; None for no such."""
    said = match.value
    if not isinstance(said, Point) or said.direction is Direction.FOLLOWING:
        return None
    if said.days is not None:
        return said.days
    return next((away for child in match.children if (away := _days_away(child)) is not None), None)


def _day_beside(document: Document, said: Point, match: Match[Any], following: Sequence[Match[Any]]) -> dt.date | None:
    """Return the full date that a day counted from today is printed with, if its weekday is that of the date."""
    date, weekdays = said.date, {said.weekday, None}
    if date is None and following and following[0].first - match.end <= 1:
        between = document.tokens[match.end : following[0].first]
        other = following[0].value
        if isinstance(other, Point) and other.days is None and all(t.kind is PUNCTUATION for t in between):
            date, weekdays = other.date, weekdays | {other.weekday}
    days = date.interval if date is not None else None
    if days is None or days.earliest != days.latest:
        return None
    return days.earliest if weekdays <= {None, days.earliest.isoweekday()} else None
