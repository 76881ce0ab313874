"""Units of time and spans of whole days, in the Gregorian calendar; weeks are those of ISO 8601, from Monday."""

import datetime as dt
from enum import StrEnum
from typing import Final, NamedTuple

MIN_YEAR: Final = 1
MAX_YEAR: Final = 9998  # one short of the last, so that a week always fits


class Unit(StrEnum):
    """A unit of time; also the grain of a resolved expression."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


YEARS: Final = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100}
_MONTHS: Final = {Unit.MONTH: 1, Unit.QUARTER: 3}
_MONTH_DAYS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SECONDS: Final = {Unit.SECOND: 1, Unit.MINUTE: 60, Unit.HOUR: 3600}


class Interval(NamedTuple):
    """Days ``earliest`` to ``latest``, both inclusive."""

    earliest: dt.date
    latest: dt.date


def days_in_month(year: int, month: int) -> int:
    """Return how many days a month has."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _MONTH_DAYS[month - 1] + (month == 2 and leap)


def day_interval(day: dt.date) -> Interval:
    """Return one day."""
    return Interval(day, day)


def month_interval(year: int, month: int, months: int = 1) -> Interval:
    """Return a month, or ``months`` of them from that one on."""
    last_year, last_month = add_months(year, month, months - 1)
    last_day = days_in_month(last_year, last_month)
    return Interval(dt.date(year, month, 1), dt.date(last_year, last_month, last_day))


def year_interval(first: int, years: int = 1) -> Interval:
    """Return a year, or ``years`` of them from that one on."""
    return Interval(dt.date(first, 1, 1), dt.date(first + years - 1, 12, 31))


def add_months(year: int, month: int, months: int) -> tuple[int, int]:
    """Return the year and month so many months later."""
    years, month = divmod(month - 1 + months, 12)
    return year + years, month + 1


def unit_interval(day: dt.date, unit: Unit, offset: int = 0) -> Interval | None:
    """Return the day, week, month … that holds a day, or the one ``offset`` units later; None beyond the calendar.

    Hours, minutes and seconds give the days they may fall on.
    """
    try:
        if unit in _SECONDS:
            moved = dt.timedelta(seconds=offset * _SECONDS[unit])
            ends = sorted(
                (dt.datetime.combine(day, dt.time.min) + moved, dt.datetime.combine(day, dt.time.max) + moved)
            )
            return Interval(ends[0].date(), ends[1].date())
        if unit is Unit.DAY:
            return day_interval(day + dt.timedelta(offset))
        if unit is Unit.WEEK:
            monday = day + dt.timedelta(7 * offset - day.weekday())
            return Interval(monday, monday + dt.timedelta(6))
        if unit in _MONTHS:
            months = _MONTHS[unit]
            year, month = add_months(day.year, day.month - (day.month - 1) % months, offset * months)
            return month_interval(year, month, months)
        years = YEARS[unit]
        return year_interval(day.year - day.year % years + offset * years, years)
    except (OverflowError, ValueError):
        return None


def timex(interval: Interval, grain: Unit) -> str:
    """Return the TIMEX3 value of a whole unit, of an interval ``earliest/latest`` where it is not one."""
    first = interval.earliest
    if grain is Unit.WEEK:
        year, week, _ = first.isocalendar()
        return f"{year:04}-W{week:02}"
    if grain is Unit.QUARTER:
        return f"{first.year:04}-Q{(first.month + 2) // 3}"
    if interval.earliest == interval.latest:
        return first.isoformat()
    digits = {Unit.CENTURY: 2, Unit.DECADE: 3, Unit.YEAR: 4, Unit.MONTH: 7}.get(grain)
    return f"{first.isoformat()}/{interval.latest.isoformat()}" if digits is None else first.isoformat()[:digits]
