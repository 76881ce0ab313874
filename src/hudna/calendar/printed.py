"""Dates as machines and pages print them, in numbers alone."""

import datetime as dt
import re
from typing import Final

FIRST_YEAR, LAST_YEAR = 1900, 2100  # outside, a year is a clock's zero or a slip
_LAST_MONTH: Final = 12
_YEAR_FIRST: Final = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_YEAR_LAST: Final = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")


def parse_numbers(words: str, *, american: bool) -> dt.date | None:
    """Return the day that the whole of some folded words prints with year, month and day in numbers, None for no day.

    Day stands before month, unless that makes no date; ``american`` (the time beside it has AM or PM) turns them round.
    """
    if parts := _YEAR_FIRST.fullmatch(words):
        return day_of(parts[1], parts[3], parts[4])
    if parts := _YEAR_LAST.fullmatch(words):
        first, second = int(parts[1]), int(parts[3])
        month_first = second > _LAST_MONTH or (american and first <= _LAST_MONTH)
        return day_of(parts[4], *((first, second) if month_first else (second, first)))
    return None


def day_of(year: str | int, month: str | int, day: str | int) -> dt.date | None:
    """Return a day by its numbers, None where there is none such or its year is none of a publication."""
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        return None
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
