"""The days of publication that follow from a known day which an article calls yesterday, today or by its weekday."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any, Final

from hudna.calendar import Direction, Point
from hudna.model import Match

_WEEK: Final = 7
_LAST_WEEK: Final = 13  # what is called last Tuesday may lie further back than a week

Days = tuple[dt.date, dt.date]


def times_in(times: Sequence[Match[Any]], first: int, end: int) -> Sequence[Match[Any]]:
    """Return those of some times, in the order of the text, that begin at tokens ``first`` to ``end`` (exclusive)."""
    start = bisect_left(times, first, key=_first)
    return times[start : bisect_left(times, end, start, key=_first)]


def _first(match: Match[Any]) -> int:
    return match.first


def published_from(said: Point, days: Days) -> Days | None:
    """Return the first and last day of publication if what is said is one of some known days; None where it can't be.

    A bare weekday is the last one before the article, or that of its own day.
    """
    first, last = days
    if said.date is not None or said.direction in {Direction.FOLLOWING, Direction.FUTURE}:
        return None
    if said.weekday is not None:
        every = [first + dt.timedelta(step) for step in range((last - first).days + 1)]
        fitting = [day for day in every if day.isoweekday() == said.weekday]
        if len(fitting) != 1:
            return None
        first = last = fitting[0]
    if said.days is not None:
        return first - dt.timedelta(said.days), last - dt.timedelta(said.days)
    if said.weekday is None:
        return None
    return first, last + dt.timedelta(_LAST_WEEK if said.direction is Direction.PAST else _WEEK - 1)


def held_on(said: Point, days: Days) -> str:
    """Return those of some known days that are meant, as a reason names them."""
    first, last = days
    if said.weekday is not None:
        first = last = first + dt.timedelta((said.weekday - first.isoweekday()) % _WEEK)
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
