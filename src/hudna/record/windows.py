"""The days of tellings: what each says, and what is known of those that say none."""

import datetime as dt
from typing import Final

from hudna.model import Member

MAX_WINDOW_DAYS: Final = 62
_DAYS_A_BLOCK: Final = 7
_TOLD_AFTER: Final = 2  # days at most between what is told without a day and the article, as far as it is compared


def window(member: Member) -> tuple[dt.date, dt.date] | None:
    """Return the days of a telling where both are known and not too far apart to say anything."""
    if member.earliest is None or member.latest is None:
        return None
    first, last = day_of(member.earliest), day_of(member.latest)
    return (first, last) if (last - first).days <= MAX_WINDOW_DAYS else None


def told_window(member: Member) -> tuple[dt.date, dt.date] | None:
    """Return the days of a telling, where it has none those before it came out."""
    known = window(member)
    printed = member.published.latest or member.published.earliest
    if known is not None or printed is None:
        return known
    return day_of(printed) - dt.timedelta(_TOLD_AFTER), day_of(printed)


def weeks_between(first: dt.date, last: dt.date) -> range:
    """Return the numbers of the weeks of some days, a day more on both sides for tellings that differ by one."""
    early, late = (first - dt.timedelta(1)).toordinal(), (last + dt.timedelta(1)).toordinal()
    return range(early // _DAYS_A_BLOCK, late // _DAYS_A_BLOCK + 1)


def day_of(moment: dt.date) -> dt.date:
    """Return the day of a date or date-time."""
    return moment.date() if isinstance(moment, dt.datetime) else moment


def monday_of(moment: dt.date) -> dt.date:
    """Return the first day of the week of a date or date-time."""
    day = day_of(moment)
    return day - dt.timedelta(day.weekday())


def written(days: tuple[dt.date, dt.date] | None) -> str:
    """Return days as a feature shows them."""
    return "" if days is None else "/".join(day.isoformat() for day in days)
