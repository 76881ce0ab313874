"""What an article tells of days long before it: background, which no other article need tell."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Final

from hudna.model import Evidence, Field, Member, Reading, TimeMention
from hudna.record.coverage import Body
from hudna.record.windows import day_of

BACKGROUND_DAYS: Final = 5  # what lies so long before the article is background
_LONGEST: Final = dt.timedelta(14)  # what is told of more days than these is no news of one of them
_CAMPAIGN: Final = dt.timedelta(400)  # the toll of more than a year or so is that of a war


class Background:
    """The days that the sentences of some articles name."""

    def __init__(self, readings: Iterable[Reading], bodies: Mapping[str, Body]) -> None:
        self._bodies = bodies
        self._readings = {reading.article.digest: reading for reading in readings}

    def is_of_old(self, evidence: Evidence, *, begun: bool = False) -> bool:
        """Return whether words stand in a sentence that names days, and none but long before the article.

        ``begun`` says that what goes on for weeks is as old as its first day.
        """
        reading = self._readings[evidence.article]
        printed = reading.article.published.latest or reading.article.published.earliest
        if evidence.span.field is not Field.TEXT or printed is None:
            return False
        start, end, _ = self._bodies[evidence.article].around(evidence.span.start)
        days = [
            _day(date, begun=begun)
            for date in reading.dates
            if date.span.field is Field.TEXT and start <= date.span.start < end
        ]
        known = [day for day in days if day is not None]
        return bool(known) and is_long_before(max(known), printed)


def _day(date: TimeMention, *, begun: bool) -> dt.date | None:
    """Return the last day of a time, of a long one the first where it counts as ``begun``."""
    first, last = date.earliest and day_of(date.earliest), date.latest and day_of(date.latest)
    if begun and first is not None and (last is None or last - first > _LONGEST):
        return first
    return last


def is_long_before(day: dt.date, printed: dt.date) -> bool:
    """Return whether a day lies so long before an article that what is told of it is background."""
    return day_of(printed) - day_of(day) > dt.timedelta(BACKGROUND_DAYS)


def is_of_weeks(member: Member) -> bool:
    """Return whether the days of a telling are too many for news of one of them; a toll that rises is news for longer."""
    if member.earliest is None or member.latest is None:
        return False
    return day_of(member.latest) - day_of(member.earliest) > (_CAMPAIGN if member.counts else _LONGEST)
