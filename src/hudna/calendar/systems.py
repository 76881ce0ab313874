"""Other calendars: the Hijri one by Umm al-Qura, the Solar Hijri one by its 33-year rule, and Easter."""

import datetime as dt
from enum import StrEnum
from typing import Final

from hudna.calendar.interval import Interval
from hudna.calendar.partial import PartialDate

HIJRI_YEARS: Final = range(1343, 1501)  # those whose months Umm al-Qura has fixed
SOLAR_YEARS: Final = range(1244, 1473)  # the 33-year rule agrees with the observed new year here
_SOLAR_MONTHS: Final = (31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 29)
_SOLAR_CYCLE: Final = 33
_LEAP_PLACES: Final = frozenset({1, 5, 9, 13, 17, 22, 26, 30})  # of the years in a cycle
_SOLAR_EPOCH: Final = dt.date(1921, 3, 21)  # 1 Farvardin 1300


class System(StrEnum):
    """A calendar whose dates are turned into Gregorian ones; of ``EASTER`` a day is the distance from it."""

    GREGORIAN = "gregorian"
    HIJRI = "hijri"
    SOLAR_HIJRI = "solar_hijri"
    EASTER = "easter"


def system_interval(system: System, year: int, month: int | None, day: int | None) -> Interval | None:
    """Return the Gregorian days of a date, a month or a year; None where the calendar has none such."""
    if month is None:
        first, last = system_interval(system, year, 1, None), system_interval(system, year, 12, None)
        return Interval(first.earliest, last.latest) if first and last else None
    if system is System.GREGORIAN:
        return PartialDate(year, month, day).interval
    if system is System.HIJRI:
        return _hijri(year, month, day)
    if system is System.SOLAR_HIJRI:
        return _solar(year, month, day)
    moved = easter(year) + dt.timedelta(day or 0)
    return Interval(moved, moved)


def years_around(system: System, day: dt.date) -> range:
    """Return the years of a calendar that may lie within a year and a half of a Gregorian day."""
    if system is System.HIJRI:
        year = int((day.year - 622) * 33 / 32)
        return range(year - 1, year + 5)
    offset = 622 if system is System.SOLAR_HIJRI else 0
    return range(day.year - offset - 1, day.year - offset + 3)


def easter(year: int) -> dt.date:
    """Return Easter Sunday of the Western churches, after the anonymous Gregorian algorithm (Meeus, Jones, Butcher)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leaps, left = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leaps - correction + 15) % 30
    quarter, remainder = divmod(rest, 4)
    weekday = (32 + 2 * left + 2 * quarter - moon - remainder) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


def _hijri(year: int, month: int, day: int | None) -> Interval | None:
    if year not in HIJRI_YEARS or not 1 <= month <= 12:
        return None
    from hijridate import Hijri

    length = Hijri(year, month, 1).month_length()
    if day is not None and not 1 <= day <= length:
        return None
    first, last = (Hijri(year, month, each).to_gregorian() for each in (day or 1, day or length))
    return Interval(dt.date(first.year, first.month, first.day), dt.date(last.year, last.month, last.day))


def _solar(year: int, month: int, day: int | None) -> Interval | None:
    if year not in SOLAR_YEARS or not 1 <= month <= 12:
        return None
    length = 30 if month == 12 and _is_solar_leap(year) else _SOLAR_MONTHS[month - 1]
    if day is not None and not 1 <= day <= length:
        return None
    start = _SOLAR_EPOCH + dt.timedelta(_solar_days(year) - _solar_days(1300) + sum(_SOLAR_MONTHS[: month - 1]))
    return Interval(start + dt.timedelta((day or 1) - 1), start + dt.timedelta((day or length) - 1))


def _solar_days(year: int) -> int:
    """Return the days from the beginning of year 1 to that of a year."""
    cycles, rest = divmod(year - 1, _SOLAR_CYCLE)
    leaps = sum(_is_solar_leap(each) for each in range(1, rest + 1))
    return 365 * (year - 1) + 8 * cycles + leaps


def _is_solar_leap(year: int) -> bool:
    return year % _SOLAR_CYCLE in _LEAP_PLACES
