"""Which year, which week: the choice among the days that words without a year or a date may mean."""

import datetime as dt
from typing import Final

from hudna.calendar.context import because
from hudna.calendar.expression import Direction
from hudna.calendar.interval import Unit, add_months
from hudna.calendar.partial import PartialDate
from hudna.model import Because

# A date without a year lies in the past unless that is further back than this. Nine months after a date its
# next return is nearer than its last; news names the year of anything older.
MAX_PAST_DAYS: Final = 274
DAYS_AT_HAND: Final = 30  # a date so near is the one that is meant, whatever weekday stands beside it
_LEAP_CYCLE: Final = 8
_SIX: Final = 6


def nearest_weekday(
    published: dt.date, weekday: int, said: Direction, cue: Direction, *, act: bool = False
) -> tuple[dt.date, Because]:
    """Return the day of this weekday (1 is Monday) that is meant, with the reason.

    ``said`` is what a word on the weekday itself says (next Tuesday), ``cue`` where its clause looks. A bare weekday
    is the last one, the publication day included; the next one if the clause looks ahead. With ``act``, an act that
    may be to come, it is tomorrow rather than six days ago.
    """
    back = (published.isoweekday() - weekday) % 7
    args = {"published": published.isoformat(), "weekday": weekday}
    if said is Direction.FUTURE:
        return published + dt.timedelta(7 - back), because("weekday_after_publication", **args)
    if said is Direction.PAST:
        return published - dt.timedelta(back or 7), because("weekday_before_publication", **args)
    if back == 0:
        return published, because("weekday_on_publication", **args)
    if cue is Direction.FUTURE:
        return published + dt.timedelta(7 - back), because("weekday_after_publication", cue="future", **args)
    if act and back == _SIX:
        return published + dt.timedelta(1), because("weekday_after_publication", cue="act", **args)
    return published - dt.timedelta(back), because("weekday_before_publication", **args)


def nearest_date(
    published: dt.date, date: PartialDate, weekday: int | None, said: Direction, cue: Direction
) -> tuple[PartialDate, Because] | None:
    """Return a yearless date with the year that is meant, with the reason; None where no year near has such a date.

    A weekday decides between the last and the next such date where it fits only one, unless the one it does not fit
    is at hand: then the weekday is the mistake.
    """
    if said is Direction.PRESENT:
        return PartialDate(published.year, date.month, date.day), because("year_of_publication", year=published.year)
    past, future = _around(published, date, said)
    if past is None or future is None:
        return None
    if said is Direction.PAST:
        return past, because("last_before_publication", published=published.isoformat())
    if said in {Direction.FUTURE, Direction.FOLLOWING}:
        return future, because("next_after_publication", published=published.isoformat())
    chosen, other = (past, future) if _is_near(published, past, future, cue) else (future, past)
    if (
        weekday is not None
        and not _fits(chosen, weekday)
        and _fits(other, weekday)
        and not _is_at_hand(chosen, published)
    ):
        chosen = other
    code = "nearest_past" if chosen is past else "nearest_future"
    return chosen, because(code, published=published.isoformat())


def month_of_day(published: dt.date, day: int, said: Direction) -> PartialDate:
    """Return a day of the month with its month: this, the last or the next one."""
    offset = {Direction.PAST: -1, Direction.FUTURE: 1, Direction.FOLLOWING: 1}.get(said, 0)
    year, month = add_months(published.year, published.month, offset)
    return PartialDate(year, month, day)


def _around(published: dt.date, date: PartialDate, said: Direction) -> tuple[PartialDate | None, PartialDate | None]:
    """Return the last such date that has begun and the next one; the one that holds the publication day is past.

    Said with "last" or "next", the date is not the one that holds the publication day.
    """
    years = range(_LEAP_CYCLE + 1)
    strict = said is Direction.PAST
    last = (PartialDate(published.year - step, date.month, date.day) for step in years)
    following = (PartialDate(published.year + step, date.month, date.day) for step in years)
    return (
        next((each for each in last if _has_begun(each, published, strict=strict)), None),
        next((each for each in following if (days := each.interval) and days.earliest > published), None),
    )


def _has_begun(date: PartialDate, published: dt.date, *, strict: bool) -> bool:
    days = date.interval
    return days is not None and (days.latest < published if strict else days.earliest <= published)


def _is_near(published: dt.date, past: PartialDate, future: PartialDate, cue: Direction) -> bool:
    last, following = past.interval, future.interval
    assert last is not None
    assert following is not None
    if last.latest >= published or cue is Direction.PAST:
        return True
    if cue is Direction.FUTURE:
        return (following.earliest - published).days > MAX_PAST_DAYS
    return (published - last.latest).days <= MAX_PAST_DAYS


def _is_at_hand(date: PartialDate, published: dt.date) -> bool:
    days = date.interval
    return days is not None and abs(days.earliest - published).days <= DAYS_AT_HAND


def _fits(date: PartialDate, weekday: int) -> bool:
    return date.grain is Unit.DAY and date.interval is not None and date.interval.earliest.isoweekday() == weekday
