"""Resolution: what a text says of time, set against its publication day.

Never more precise than the text: without a publication day, what is counted from it stays unresolved. The codes of
reasons and problems are those of ``reasons``.
"""

import datetime as dt
from functools import lru_cache
from typing import Final

from hudna.calendar.context import (
    PUBLISHED_UNKNOWN,
    REFERENCE_UNKNOWN,
    Context,
    Edge,
    Resolution,
    because,
    because_of,
    found,
    unresolved,
)
from hudna.calendar.distance import resolve_recent, resolve_shift
from hudna.calendar.expression import (
    Dated,
    Direction,
    Era,
    Expression,
    Fuzzy,
    Length,
    Nth,
    Point,
    Range,
    Recent,
    Relative,
    Repeat,
    Shift,
    Stretch,
    Vague,
)
from hudna.calendar.interval import Interval, Unit, day_interval, timex, unit_interval
from hudna.calendar.partial import PartialDate
from hudna.calendar.point import DAY_PART, resolve_point
from hudna.calendar.special import resolve_dated, resolve_nth
from hudna.model import TimeType

__all__ = ["Context", "Edge", "Resolution", "resolve"]

MAX_REMEMBERED: Final = 10_000  # the same words mean the same in every article of a day
_YEAR_MONTHS: Final = 12
_SUNDAY: Final = 7
End = Point | Relative | Fuzzy | Dated


@lru_cache(MAX_REMEMBERED)
def resolve(expression: Expression, context: Context) -> Resolution:
    """Return the type, value, days, grain and reason of an expression; no days for those beyond the calendar."""
    try:
        return _with_edge(expression, _resolve(expression, context), context)
    except OverflowError:
        return unresolved("XXXX", Unit.DAY, because("beyond_calendar"))


def _resolve(expression: Expression, context: Context) -> Resolution:
    match expression:
        case Point():
            return resolve_point(expression, context)
        case Relative():
            return _resolve_relative(expression, context)
        case Era():
            days = unit_interval(dt.date(expression.year, 1, 1), expression.unit)
            if days is None:  # the first century would begin with the year 0
                return unresolved("XXXX", expression.unit, because("beyond_calendar"))
            return found(timex(days, expression.unit), days, expression.unit, because("as_written"))
        case Dated():
            return resolve_dated(expression, context)
        case Nth():
            return resolve_nth(expression, _resolve(expression.base, context))
        case Fuzzy():
            return _resolve_fuzzy(expression, context)
        case Length():
            return unresolved(expression.timex(), expression.unit, because("duration"), TimeType.DURATION)
        case Shift():
            return resolve_shift(expression, context)
        case Recent():
            return resolve_recent(expression, context)
        case Range():
            return _resolve_range(expression, context)
        case Vague():
            return _resolve_vague(expression, context)
        case Stretch():
            return unresolved(expression.value, Unit.DAY, because("duration"), TimeType.DURATION)
        case Repeat():
            return unresolved(expression.value, Unit.DAY, because("repetition"), TimeType.SET)


def _with_edge(expression: Expression, resolution: Resolution, context: Context) -> Resolution:
    """Return the resolution with the end left open that a word before it opens."""
    edge = context.edge
    if edge is Edge.UNTIL and resolution.value == "PRESENT_REF":
        return resolution  # "until now" is said of now
    if edge is Edge.SINCE and isinstance(expression, Range) and not _is_season(expression):
        return resolution  # since 2003, until 2011
    if edge is None or resolution.days is None or resolution.type not in {TimeType.DATE, TimeType.TIME}:
        return resolution
    first, last = resolution.days
    before, after = first, last  # after a day may be later on that day
    if resolution.type is TimeType.DATE and first > dt.date.min:
        before = first - dt.timedelta(1)
    if isinstance(expression, Fuzzy):
        before, after = _around(expression, resolution.days, before, after, context)
    earliest, latest = {
        Edge.SINCE: (first, None),
        Edge.UNTIL: (None, last),
        Edge.BEFORE: (None, before),
        Edge.AFTER: (after, None),
    }[edge]
    why = because_of(edge, resolution.because)
    return resolution._replace(earliest=earliest, latest=latest, because=why)


def _is_season(span: Range) -> bool:
    """Return whether a span is one season, said to be last or next."""
    last = span.last
    return isinstance(last, Point) and last.direction is not Direction.NONE and last.weekday is None


def _around(
    fuzzy: Fuzzy, window: Interval, before: dt.date, after: dt.date, context: Context
) -> tuple[dt.date, dt.date]:
    """Return the last day before an inexact part and the first one after it.

    Where it is not the very beginning or end of its unit, none of its days is ruled out: before the end of the year
    may be on its last day.
    """
    unit = _resolve(fuzzy.base, context).days
    if unit is None:
        return before, after
    if window.earliest > unit.earliest:
        before = window.latest
    if window.latest < unit.latest:
        after = window.earliest
    return before, after


def _resolve_relative(relative: Relative, context: Context) -> Resolution:
    unknown = {Unit.WEEK: "XXXX-WXX", Unit.MONTH: "XXXX-XX", Unit.QUARTER: "XXXX-QX", Unit.DECADE: "XXX"}
    value = unknown.get(relative.unit, "XXXX")
    if relative.direction is Direction.FOLLOWING:
        day = context.before.latest if context.before else None
        if day is None and (relative.unit is Unit.DAY or relative.offset == 0 or context.published is None):
            return unresolved(value, relative.unit, REFERENCE_UNKNOWN)
        if day is None:  # nothing to count from but the day of writing
            return _resolve_relative(relative._replace(direction=Direction.NONE), context)
        why = because("offset_from_date_before", offset=relative.offset, unit=relative.unit, date=day.isoformat())
    elif context.published is None:
        return unresolved(value, relative.unit, PUBLISHED_UNKNOWN)
    else:
        day = context.published
        why = because("offset_from_publication", offset=relative.offset, unit=relative.unit, published=day.isoformat())
    offset = relative.offset
    if relative.direction is Direction.FUTURE:  # the new year: the one that begins, or began, around then
        offset = 1 if day.month > _YEAR_MONTHS // 2 else 0
    days = unit_interval(day, relative.unit, offset)
    if (
        relative.unit is Unit.WEEK
        and relative.offset == -1
        and day == context.published
        and day.isoweekday() == _SUNDAY
    ):
        days = Interval(day - dt.timedelta(7), day - dt.timedelta(1))  # on a Sunday the week just past is the last one
        return found(timex(unit_interval(day, Unit.WEEK) or days, Unit.WEEK), days, Unit.WEEK, why)
    if days is None:
        return unresolved(value, relative.unit, because("beyond_calendar"))
    return found(timex(days, relative.unit), days, relative.unit, why)


def _resolve_fuzzy(fuzzy: Fuzzy, context: Context) -> Resolution:
    base = _resolve(fuzzy.base, context)
    grain = Unit(base.grain) if base.grain in set(Unit) else Unit.DAY
    parts = next(((first, last) for unit, first, last in fuzzy.windows if unit is grain), None)
    if base.days is None or parts is None:
        return base
    days = _window(base.days, grain, *parts)
    why = because_of("part_of", base.because, part=fuzzy.name)
    if fuzzy.timex and grain is Unit.YEAR:
        base = base._replace(value=f"{base.value}-{fuzzy.timex}", grain=Unit.MONTH)
    return base._replace(days=days, earliest=days.earliest, latest=days.latest, because=why)


def _window(days: Interval, grain: Unit, first: int, last: int) -> Interval:
    """Return parts ``first`` to ``last`` (from 1) of a unit."""
    start = days.earliest
    if grain in {Unit.WEEK, Unit.MONTH}:
        return Interval(start + dt.timedelta(first - 1), min(days.latest, start + dt.timedelta(last - 1)))
    unit = Unit.MONTH if grain is Unit.YEAR else Unit.YEAR
    begins, ends = unit_interval(start, unit, first - 1), unit_interval(start, unit, last - 1)
    assert begins is not None
    assert ends is not None
    if last > _YEAR_MONTHS and unit is Unit.MONTH:  # winter ends in the year after
        return Interval(begins.earliest, ends.latest)
    return Interval(begins.earliest, min(days.latest, ends.latest))


def _resolve_range(span: Range, context: Context) -> Resolution:
    last = _resolve(span.last, context)
    first = _resolve(_dated_before(span.first, last), context)
    if first.days and last.days and first.days.earliest > last.days.latest and isinstance(span.last, Point):
        last = _after(span.last, first.days.latest, last)
    if first.days is None or last.days is None:
        why = last.because if first.days else first.because
        value = f"{first.value}/{last.value}"
        problems = first.problems + last.problems
        return Resolution(TimeType.DATE, value, None, last.grain, why, first.earliest, last.latest, problems)
    problems = first.problems + last.problems
    if first.days.earliest > last.days.latest:
        return unresolved(
            f"{first.value}/{last.value}", last.grain, because("range_reversed"), problems=("range_reversed",)
        )
    days = Interval(first.days.earliest, last.days.latest)
    why = because("range", first=first.because.code, last=last.because.code)
    return found(f"{first.value}/{last.value}", days, last.grain, why, problems=problems)


def _dated_before(first: End, last: Resolution) -> End:
    """Return the first end with the year of the last one, or the year before, where it says none itself."""
    if not isinstance(first, Point) or first.date is None or first.date.year is not None or last.days is None:
        return first
    for year in (last.days.latest.year, last.days.latest.year - 1):
        date = PartialDate(year, first.date.month, first.date.day)
        if date.interval and date.interval.earliest <= last.days.latest:
            return first._replace(date=date)
    return first


def _after(point: Point, day: dt.date, last: Resolution) -> Resolution:
    """Return the last end, a bare weekday, as the next one after the first end."""
    if point.weekday is None or point.date is not None or point.days is not None:
        return last
    moved = day + dt.timedelta((point.weekday - day.isoweekday()) % 7 or 7)
    return found(
        moved.isoformat(), day_interval(moved), Unit.DAY, because("weekday_after_first", first=day.isoformat())
    )


def _resolve_vague(vague: Vague, context: Context) -> Resolution:
    """Return a vague time; "later" lies after now only where the clause looks ahead, else before now."""
    day = context.published
    if vague.day is not None:
        whole = _resolve(vague.day, context)
        if whole.days is None or day is None or whole.grain in {Unit.DAY, DAY_PART}:
            return whole
        if vague.reference == "PAST_REF":
            return whole._replace(latest=max(whole.days.earliest, min(whole.days.latest, day)))
        return whole._replace(earliest=min(whole.days.latest, max(whole.days.earliest, day)))
    if day is None:
        return unresolved(vague.reference, Unit.DAY, PUBLISHED_UNKNOWN)
    why = because("not_said_when", published=day.isoformat())
    if vague.reference == "PRESENT_REF":
        return found(vague.reference, day_interval(day), Unit.DAY, why)
    past = vague.reference == "PAST_REF"
    ahead = vague.ahead or context.direction is Direction.FUTURE
    earliest, latest = (None, day) if past or not ahead else (day, None)
    return Resolution(TimeType.DATE, vague.reference, None, Unit.DAY, why, earliest, latest)
