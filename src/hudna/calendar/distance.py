"""Resolution of distances: three days ago, since last week, two days later, in the last three months."""

import datetime as dt
from typing import Final

from hudna.calendar.context import PUBLISHED_UNKNOWN, REFERENCE_UNKNOWN, Context, Resolution, because, found, unresolved
from hudna.calendar.expression import Direction, Length, Recent, Shift, Shifted
from hudna.calendar.interval import (
    MAX_YEAR,
    MIN_YEAR,
    YEARS,
    Interval,
    Unit,
    add_months,
    days_in_month,
    timex,
    unit_interval,
)
from hudna.model import Because, TimeType


def _moved(day: dt.date, length: Length, sign: int) -> Interval | None:
    """Return the unit so many units from a day; for a fraction of a unit, the month it falls in."""
    if length.amount is None:
        return None
    if length.amount == int(length.amount):
        return unit_interval(day, length.unit, sign * int(length.amount))
    if length.unit in YEARS:
        return unit_interval(day, Unit.MONTH, sign * round(length.amount * 12 * YEARS[length.unit]))
    days = {Unit.MONTH: 30, Unit.QUARTER: 91, Unit.WEEK: 7}.get(length.unit, 1)
    return unit_interval(day, Unit.DAY, sign * round(length.amount * days))


_FROM_EVENT: Final = {Shifted.BEFORE_EVENT: -1, Shifted.AFTER_EVENT: 1}


def _resolve_from_event(shift: Shift, context: Context) -> Resolution:
    """Return the unit so far from the day of an event; only the distance where that day is not known."""
    length, value = shift.length, shift.length.timex()
    if context.event is None or length.bound or length.most is not None:
        return unresolved(value, length.unit, because("offset_from_event"), TimeType.DURATION)
    days = _moved(context.event, length, _FROM_EVENT[shift.how])
    if days is None:
        return unresolved(value, length.unit, because("offset_from_event"), TimeType.DURATION)
    why = because("offset_from_event_day", date=context.event.isoformat(), length=value)
    return found(timex(days, length.unit), days, length.unit, why)


def resolve_shift(shift: Shift, context: Context) -> Resolution:
    """Return the unit so far from the day it is counted from; open or bounded where only a bound is said."""
    length = shift.length
    value = length.timex()
    if shift.how in _FROM_EVENT:
        return _resolve_from_event(shift, context)
    told = shift.how in {Shifted.LATER, Shifted.EARLIER}
    told = told or (shift.how is Shifted.AFTER and context.direction is not Direction.FUTURE)
    if told:
        day = context.before.latest if context.before else None
        why = because("offset_from_date_before", date=day, length=value)
        if day is None:
            return unresolved(value, length.unit, REFERENCE_UNKNOWN, TimeType.DURATION)
    else:
        day = context.published
        bound = {"bound": length.bound} if length.bound else {}
        why = because("offset_from_publication", how=shift.how, length=value, published=day, **bound)
        if day is None:
            return unresolved(value, length.unit, PUBLISHED_UNKNOWN)
    if length.amount is None:
        vague = because("count_not_said", how=shift.how, reference=day)
        if told:
            return unresolved(value, length.unit, vague, TimeType.DURATION)
        if shift.how is Shifted.AFTER:
            return Resolution(TimeType.DATE, "FUTURE_REF", None, length.unit, vague, earliest=day)
        return Resolution(TimeType.DATE, "PAST_REF", None, length.unit, vague, latest=day)
    sign = 1 if shift.how in {Shifted.AFTER, Shifted.LATER} else -1
    if length.bound:
        return _bounded(day, length, sign, why, open_end=shift.how is Shifted.SINCE)
    days = _moved(day, length, sign)
    if days is not None and length.most is not None:
        further = _moved(day, length._replace(amount=length.most), sign)
        days = further and Interval(min(days.earliest, further.earliest), max(days.latest, further.latest))
    if days is None:
        return unresolved(value, length.unit, because("beyond_calendar"))
    if told and shift.how is Shifted.AFTER and context.published is not None and days.earliest > context.published:
        return unresolved(
            value, length.unit, REFERENCE_UNKNOWN, TimeType.DURATION
        )  # told as past: after something else
    grain = length.unit if length.amount == int(length.amount) else Unit.MONTH if length.unit in YEARS else Unit.DAY
    resolution = found(timex(days, grain) if length.most is None else value, days, grain, why)
    return resolution._replace(latest=None) if shift.how is Shifted.SINCE else resolution


def _bounded(day: dt.date, length: Length, sign: int, why: Because, *, open_end: bool) -> Resolution:
    """Return the time more or less than so long before or after a day: one end is the bound, the other open or now."""
    reached = _same_day(day, length, sign)
    days = _moved(day, length, sign)
    if reached is None or days is None:
        return unresolved(length.timex(), length.unit, because("beyond_calendar"))
    beyond = length.bound == "more"
    if sign < 0:
        earliest, latest = (None, reached) if beyond else (reached, None if open_end else day)
    else:
        earliest, latest = (reached, None) if beyond else (day, reached)
    return Resolution(TimeType.DATE, timex(days, length.unit), None, length.unit, why, earliest, latest)


def resolve_recent(recent: Recent, context: Context) -> Resolution:
    """Return the stretch of time that ends or begins with the day of publication."""
    value, day = recent.length.timex(), context.published
    if day is None:
        return unresolved(value, recent.length.unit, PUBLISHED_UNKNOWN, TimeType.DURATION)
    sign = 1 if recent.direction is Direction.FUTURE else -1
    moved = _same_day(day, recent.length, sign)
    why = because("next_units" if sign > 0 else "last_units", length=value, published=day.isoformat())
    earliest, latest = (day, moved) if sign > 0 else (moved, day)
    days = Interval(earliest, latest) if earliest and latest else None
    return Resolution(TimeType.DURATION, value, days, recent.length.unit, why, earliest, latest)


def _same_day(day: dt.date, length: Length, sign: int) -> dt.date | None:
    """Return the very day so many units off, the last of its month where that is shorter.

    For hours and fractions it is the farthest day that may be meant; None if it is not said how many, or beyond the
    calendar.
    """
    moved = _moved(day, length, sign)
    if moved is None:
        return None
    months = {Unit.MONTH: 1, Unit.QUARTER: 3}.get(length.unit, 12 * YEARS.get(length.unit, 0)) * (length.amount or 0)
    if months and months == int(months):
        year, month = add_months(day.year, day.month, sign * int(months))
        return dt.date(year, month, min(day.day, days_in_month(year, month))) if MIN_YEAR <= year <= MAX_YEAR else None
    if length.unit is Unit.WEEK:
        return moved.earliest + dt.timedelta(day.weekday())
    return moved.earliest if sign < 0 else moved.latest
