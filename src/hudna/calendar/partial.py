"""Dates of which some part is not said."""

import datetime as dt
from typing import NamedTuple

from hudna.calendar.interval import (
    MAX_YEAR,
    MIN_YEAR,
    Interval,
    Unit,
    day_interval,
    days_in_month,
    month_interval,
    year_interval,
)


class PartialDate(NamedTuple):
    """A year, a month, a day of the month; None where it is not said."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def grain(self) -> Unit:
        """The smallest part that is said."""
        if self.day is not None:
            return Unit.DAY
        return Unit.MONTH if self.month is not None else Unit.YEAR

    @property
    def possible(self) -> bool:
        """Whether some date is like this one: 29 February is where no year is said, 31 February is not."""
        if self.year is not None and not MIN_YEAR <= self.year <= MAX_YEAR:
            return False
        if self.month is not None and not 1 <= self.month <= 12:
            return False
        if self.day is None:
            return True
        year = 2000 if self.year is None else self.year
        return 1 <= self.day <= (31 if self.month is None else days_in_month(year, self.month))

    @property
    def interval(self) -> Interval | None:
        """The days it may mean; None without a year, or where a part between is missing, or if it is impossible."""
        if self.year is None or not self.possible or (self.day is not None and self.month is None):
            return None
        if self.month is None:
            return year_interval(self.year)
        if self.day is None:
            return month_interval(self.year, self.month)
        return day_interval(dt.date(self.year, self.month, self.day))

    def timex(self) -> str:
        """Return the TIMEX3 value, with X for what is not said."""
        parts = ["XXXX" if self.year is None else f"{self.year:04}"]
        if self.month is not None or self.day is not None:
            parts.append("XX" if self.month is None else f"{self.month:02}")
        if self.day is not None:
            parts.append(f"{self.day:02}")
        return "-".join(parts)
