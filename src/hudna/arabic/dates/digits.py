"""Dates and clock times in digits."""

import re
from collections.abc import Sequence
from typing import Any, Final

from hudna.arabic.numbers import digit_seeds
from hudna.calendar import Clock, Dated, PartialDate, Point, System
from hudna.model import Match, Span, Token

_DATE: Final = re.compile(r"(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})")
_DAY_MONTH: Final = re.compile(r"(\d{1,2})[/](\d{1,2})")
_MONTH_YEAR: Final = re.compile(r"(\d{1,2})/((?:19|20)\d\d)")
_SPAN: Final = re.compile(r"(\d{1,4})[-/](\d{1,4})")
_CLOCK: Final = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?")
_CLOCK_WITH_STOP: Final = re.compile(r"(\d{1,2})[.,](\d{2})")
_LONGEST: Final = 12
FIRST_YEAR, LAST_YEAR = 1800, 2100  # a bare number outside them is taken for no year
LIKELY_YEARS: Final = range(1900, 2036)  # a bare number among them may be a year
SURE_HIJRI_YEARS: Final = range(1343, 1460)  # no news tells of Gregorian days of these years
_LAST_SHORT_YEAR: Final = 49
_STROKES: Final = frozenset({"/", "-", "."})
_SPACED: Final = 5  # day, stroke, month, stroke, year
_SPACED_YEARS: Final = frozenset({*LIKELY_YEARS, *SURE_HIJRI_YEARS})


def number_seeds(token: Token) -> list[Match[Any]]:
    """Return everything a number token may be: integer, year, date, day and month, span of numbers, clock time.

    Day stands before month, as Arabic papers write it, unless only the other order gives a date.
    """
    text = token.folded
    if text.isdecimal():
        if len(text) == 4 and FIRST_YEAR <= int(text) <= LAST_YEAR:
            return [*digit_seeds(token), _match("year4", token, int(text))]
        if len(text) == 4 and int(text[:2]) < 24 and int(text[2:]) < 60:
            return [*digit_seeds(token), _match("clock_weak", token, Clock(int(text[:2]), int(text[2:])))]
        return digit_seeds(token)
    found: list[tuple[str, Any]] = []
    if len(text) > _LONGEST:
        return []
    if (parts := _DATE.fullmatch(text)) and (date := _date(parts[1], parts[3], parts[4])):
        found.append(_in_calendar(date))
    elif parts := _CLOCK.fullmatch(text):
        found += _clock("clock" if len(text) > 4 else "clock_weak", parts[1], parts[2], parts[3])
    elif parts := _CLOCK_WITH_STOP.fullmatch(text):
        found += _clock("clock_weak", parts[1], parts[2], None)
    elif (parts := _MONTH_YEAR.fullmatch(text)) and 1 <= int(parts[1]) <= 12:
        found.append(("month_date", Point(PartialDate(int(parts[2]), int(parts[1])))))
    elif parts := _SPAN.fullmatch(text):
        found += _span(int(parts[1]), int(parts[2]))
        if parts := _DAY_MONTH.fullmatch(text):
            date = PartialDate(None, int(parts[2]), int(parts[1]))
            found += [("day_month", Point(date))] if date.possible and date.day else []
    return [*digit_seeds(token), *(_match(kind, token, value) for kind, value in found)]


def spaced_date(tokens: Sequence[Token], place: int) -> list[Match[Any]]:
    """Return the date that begins with the number at ``place`` and is written with spaces: 16 / 9 / 1439."""
    end = place + _SPACED
    if end > len(tokens) or tokens[place + 1].folded not in _STROKES:
        return []
    first, stroke, second, other, third = tokens[place:end]
    if other.folded != stroke.folded:
        return []
    parts = _DATE.fullmatch(f"{first.folded}/{second.folded}/{third.folded}")
    date = _date(parts[1], parts[3], parts[4]) if parts else None
    if date is None or date.year not in _SPACED_YEARS or not date.possible:
        return []
    kind, value = _in_calendar(date)
    return [Match(kind, place, end, Span(first.start, third.end, first.field), value, "digits")]


def _match(kind: str, token: Token, value: Any) -> Match[Any]:
    return Match(kind, token.i, token.i + 1, token.span, value, "digits")


def _in_calendar(date: PartialDate) -> tuple[str, Any]:
    """Return a date as one of the Hijri calendar where its year can be no other."""
    if date.year in SURE_HIJRI_YEARS:
        return "other_date", Dated(System.HIJRI, date.month, date.day, date.year)
    return "date", Point(date)


def _date(first: str, second: str, third: str) -> PartialDate | None:
    """Return the date in the order that the lengths and values allow; one that can't be keeps day before month."""
    if len(first) == 4:
        year, month, day = int(first), int(second), int(third)
        return PartialDate(year, month, day) if len(third) <= 2 else None
    if len(first) > 2 or len(third) not in {2, 4}:
        return None
    year = int(third) if len(third) == 4 else 2000 + int(third)
    if len(third) == 2 and int(third) > _LAST_SHORT_YEAR:
        year -= 100
    day, month = int(first), int(second)
    return PartialDate(year, day, month) if month > 12 >= day else PartialDate(year, month, day)


def _clock(kind: str, hour: str, minute: str, second: str | None) -> list[tuple[str, Any]]:
    clock = Clock(int(hour), int(minute), int(second) if second else None)
    return [(kind, clock)] if clock.hour < 25 and int(minute) < 60 and (clock.second or 0) < 60 else []


def _span(first: int, last: int) -> list[tuple[str, Any]]:
    if FIRST_YEAR <= first < last <= LAST_YEAR:
        return [("year_span", (first, last))]
    return [("day_span", (first, last))] if 1 <= first < last <= 31 else []
