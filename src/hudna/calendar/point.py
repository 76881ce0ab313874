"""Resolution of single days, months and years."""

import datetime as dt

from hudna.calendar.context import PUBLISHED_UNKNOWN, REFERENCE_UNKNOWN, Context, Resolution, because, found, unresolved
from hudna.calendar.expression import Direction, Point
from hudna.calendar.interval import Interval, Unit, day_interval
from hudna.calendar.nearest import month_of_day, nearest_date, nearest_weekday
from hudna.calendar.partial import PartialDate
from hudna.model import TimeType

DAY_PART = "day_part"


def resolve_point(point: Point, context: Context) -> Resolution:
    """Return what a point means: its days, and a problem where its weekday does not fit or it can't be."""
    resolution = _resolve_day(point, context)
    if resolution.days is not None and point.weekday is not None:
        resolution = _checked(point, resolution)
        if resolution.problems and point.direction is Direction.FOLLOWING:  # the date before it was another one
            resolution = _resolve_day(Point(weekday=point.weekday), context)
    return _with_time(point, resolution)


def _resolve_day(point: Point, context: Context) -> Resolution:
    if point.date is not None:
        return _resolve_date(point, point.date, context)
    if point.days is not None:
        return _resolve_offset(point, point.days, context)
    if point.weekday is not None:
        if context.published is None:
            return unresolved(f"XXXX-WXX-{point.weekday}", Unit.DAY, PUBLISHED_UNKNOWN)
        if point.direction is Direction.FOLLOWING and context.before:
            day = context.before.latest
            day += dt.timedelta((point.weekday - day.isoweekday()) % 7 or 7)
            return found(day.isoformat(), day_interval(day), Unit.DAY, because("weekday_after_date_before"))
        day, why = nearest_weekday(
            context.published, point.weekday, point.direction, context.direction, act=context.act
        )
        return found(day.isoformat(), day_interval(day), Unit.DAY, why)
    if context.before is not None and context.before.earliest == context.before.latest:
        day = context.before.earliest
        return found(day.isoformat(), day_interval(day), Unit.DAY, because("day_of_date_before"))
    if context.published is None:
        return unresolved("XXXX-XX-XX", Unit.DAY, PUBLISHED_UNKNOWN)
    day = context.published
    return found(day.isoformat(), day_interval(day), Unit.DAY, because("day_of_publication"))


def _resolve_date(point: Point, date: PartialDate, context: Context) -> Resolution:
    if not date.possible:
        return unresolved(date.timex(), date.grain, because("impossible_date"), problems=("impossible_date",))
    why = because("as_written")
    if date.year is None:
        if point.years is not None and point.direction is Direction.FOLLOWING:
            if context.before is None:
                return unresolved(date.timex(), date.grain, REFERENCE_UNKNOWN)
            date = PartialDate(context.before.latest.year + point.years, date.month, date.day)
            why = because("year_of_date_before", date=context.before.earliest.isoformat())
        elif context.published is None:
            return unresolved(date.timex(), date.grain, PUBLISHED_UNKNOWN)
        elif point.years is not None:
            date = PartialDate(context.published.year + point.years, date.month, date.day)
            why = because("year_from_publication", published=context.published.isoformat(), offset=point.years)
        elif date.month is None and point.direction is Direction.FOLLOWING:
            if context.before is None:
                return unresolved(date.timex(), date.grain, REFERENCE_UNKNOWN)
            date = PartialDate(context.before.earliest.year, context.before.earliest.month, date.day)
            why = because("month_of_date_before", date=context.before.earliest.isoformat())
        elif date.month is None:
            date = month_of_day(context.published, date.day or 1, point.direction)
            why = because("month_from_publication", published=context.published.isoformat(), said=point.direction)
        else:
            cue = context.direction if context.direction is Direction.FUTURE or context.told else Direction.NONE
            near = nearest_date(context.published, date, point.weekday, point.direction, cue)
            if near is None:
                return unresolved(date.timex(), date.grain, because("beyond_calendar"))
            date, why = near
    days = date.interval
    if days is None:
        return unresolved(date.timex(), date.grain, because("impossible_date"), problems=("impossible_date",))
    return found(date.timex(), days, date.grain, why)


def _resolve_offset(point: Point, offset: int, context: Context) -> Resolution:
    if point.direction is Direction.FOLLOWING:
        day, code = (context.before.latest if context.before else None), "offset_from_date_before"
        if day is None:
            return unresolved("XXXX-XX-XX", Unit.DAY, REFERENCE_UNKNOWN)
    elif context.published is None:
        return unresolved("XXXX-XX-XX", Unit.DAY, PUBLISHED_UNKNOWN)
    else:
        day, code = context.published, "offset_from_publication"
    moved = day + dt.timedelta(offset)
    why = because(code, offset=offset, unit=Unit.DAY, reference=day.isoformat())
    return found(moved.isoformat(), day_interval(moved), Unit.DAY, why)


def _checked(point: Point, resolution: Resolution) -> Resolution:
    """Return the resolution set right, or with a problem, where the weekday said is not that of the day.

    A feed's time is often a day off the paper's own day, so next to "today" the weekday decides by one day. Next to
    a date it decides nothing: the date stays, the contradiction is told.
    """
    days = resolution.days
    if days is None or days.earliest != days.latest or days.earliest.isoweekday() == point.weekday:
        return resolution
    if point.days is not None:
        for step in (-1, 1):
            day = days.earliest + dt.timedelta(step)
            if day.isoweekday() == point.weekday:
                why = because("weekday_over_publication", said=days.earliest.isoformat(), step=step)
                return found(day.isoformat(), day_interval(day), Unit.DAY, why)
    return resolution._replace(problems=(*resolution.problems, "weekday_mismatch"))


def _with_time(point: Point, resolution: Resolution) -> Resolution:
    """Return the resolution with the clock time or the part of the day in its value."""
    days = resolution.days
    if point.overnight and days is not None:
        days = Interval(days.earliest, days.latest + dt.timedelta(1))
        resolution = resolution._replace(days=days, latest=days.latest)
    if point.clock is not None:
        clock = point.clock
        grain = Unit.HOUR if clock.minute is None else Unit.MINUTE if clock.second is None else Unit.SECOND
        return resolution._replace(type=TimeType.TIME, value=resolution.value + clock.timex(), grain=grain)
    if point.part:
        return resolution._replace(type=TimeType.TIME, value=f"{resolution.value}T{point.part}", grain=DAY_PART)
    return resolution
