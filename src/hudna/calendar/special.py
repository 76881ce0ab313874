"""Resolution of feasts, dates of other calendars, and the so-manieth weekday or week of a month."""

import datetime as dt
from typing import Final

from hudna.calendar.context import PUBLISHED_UNKNOWN, Context, Resolution, because, because_of, found, unresolved
from hudna.calendar.expression import Dated, Direction, Nth
from hudna.calendar.interval import Interval, Unit, day_interval, unit_interval
from hudna.calendar.systems import system_interval, years_around
from hudna.model import Because

_WEEK: Final = 7


def resolve_dated(dated: Dated, context: Context) -> Resolution:
    """Return the Gregorian days of a date of another calendar; without a year, of the nearest one."""
    grain = Unit.DAY if dated.day is not None else Unit.MONTH if dated.month is not None else Unit.YEAR
    if dated.year is not None:
        days = system_interval(dated.system, dated.year, dated.month, dated.day)
        why = because("converted", calendar=dated.system, year=dated.year)
        if days is None:
            return unresolved("XXXX", grain, because("beyond_calendar"))
        return found(_value(days), days, grain, why)
    published = context.published
    if dated.within is not None:
        years = years_around(dated.system, dt.date(dated.within, 7, 1))
        inside = [days for days in _days(dated, years) if days.earliest.year == dated.within]
        why = because("converted", calendar=dated.system, year=dated.within)
    elif published is None:
        return unresolved("XXXX-XX-XX" if grain is Unit.DAY else "XXXX-XX", grain, PUBLISHED_UNKNOWN)
    else:
        inside, why = _nearest(dated, published, context)
    days = inside[0] if inside else None
    return (
        unresolved("XXXX", grain, because("beyond_calendar")) if days is None else found(_value(days), days, grain, why)
    )


def _nearest(dated: Dated, published: dt.date, context: Context) -> tuple[list[Interval], Because]:
    every = _days(dated, years_around(dated.system, published))
    past = [days for days in every if days.earliest <= published]
    future = [days for days in every if days.earliest > published]
    said = dated.direction
    if said is Direction.PAST:
        past = [days for days in past if days.latest < published]
    looks = said if said in {Direction.PAST, Direction.FUTURE, Direction.FOLLOWING} else context.direction
    ahead = looks in {Direction.FUTURE, Direction.FOLLOWING}
    if looks is Direction.NONE and past and future:
        ahead = future[0].earliest - published < published - past[-1].latest
    if past and past[-1].latest >= published and said in {Direction.NONE, Direction.PRESENT}:
        ahead = False
    chosen = future[:1] if ahead else past[-1:]
    return chosen, because("nearest_future" if ahead else "nearest_past", published=published.isoformat())


def _days(dated: Dated, years: range) -> list[Interval]:
    return [days for year in years if (days := system_interval(dated.system, year, dated.month, dated.day))]


def _value(days: Interval) -> str:
    first, last = days
    if first == last:
        return first.isoformat()
    if first.day == 1 and first.month == last.month and (last + dt.timedelta(1)).month != last.month:
        return first.isoformat()[:7]
    return f"{first.isoformat()}/{last.isoformat()}"


def resolve_nth(nth: Nth, base: Resolution) -> Resolution:
    """Return the days of the so-manieth weekday, day, week or month in what ``base`` resolved to.

    The first week of a month is its days 1 to 7, the last one its last seven days.
    """
    grain = Unit.DAY if nth.weekday is not None else nth.unit
    if base.days is None:
        return unresolved(base.value, grain, base.because)
    days = _nth_days(nth, base.days)
    if days is None or days.latest > base.days.latest or days.earliest < base.days.earliest:
        return unresolved(base.value, grain, because("impossible_date"), problems=("impossible_date",))
    why = because_of("nth_in", base.because, number=nth.number)
    return found(_value(days), days, grain, why)


def _nth_days(nth: Nth, base: Interval) -> Interval | None:
    first, last = base
    number = nth.number
    if nth.weekday is not None:
        if number < 0:
            return day_interval(last - dt.timedelta((last.isoweekday() - nth.weekday) % _WEEK))
        start = first + dt.timedelta((nth.weekday - first.isoweekday()) % _WEEK)
        return day_interval(start + dt.timedelta(_WEEK * (number - 1)))
    size = {Unit.DAY: 1, Unit.WEEK: _WEEK}.get(nth.unit)
    if size is not None:
        span = dt.timedelta(size * nth.units - 1)
        if number < 0:
            return Interval(last - span, last)
        start = first + dt.timedelta(size * (number - 1))
        return Interval(start, start + span)
    begins = unit_interval(last if number < 0 else first, nth.unit, 1 - nth.units if number < 0 else number - 1)
    ends = unit_interval(begins.earliest, nth.unit, nth.units - 1) if begins else None
    return Interval(begins.earliest, ends.latest) if begins and ends else None
