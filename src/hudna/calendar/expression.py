"""What a text says of time, before it is set against the day it was written on.

Named tuples, as ``Span`` and for the same reason: the rules make them by the dozen.
"""

from enum import StrEnum
from typing import NamedTuple

from hudna.calendar.interval import Unit
from hudna.calendar.partial import PartialDate


class Direction(StrEnum):
    """Where the words look from the day of writing; ``FOLLOWING`` looks from the date before it in the text."""

    NONE = "none"
    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    FOLLOWING = "following"


class Clock(NamedTuple):
    """A time of day with what is said of it; ``zone`` is Z, an offset or empty."""

    hour: int
    minute: int | None = None
    second: int | None = None
    zone: str = ""

    def timex(self) -> str:
        """Return the TIMEX3 part after the date."""
        parts = [self.hour, self.minute, self.second]
        return "T" + ":".join(f"{part:02}" for part in parts if part is not None) + self.zone


class Point(NamedTuple):
    """A day, month or year: by its date, its weekday (1 is Monday), its distance in days from the day of writing.

    ``years`` counts the date's year from that of writing (this year, last year). A date with only its day of the
    month lies in the month that ``direction`` names. ``part`` is a TIMEX3 part of the day (``MO``, ``EV``);
    ``overnight`` if it ends on the day after.
    """

    date: PartialDate | None = None
    weekday: int | None = None
    days: int | None = None
    years: int | None = None
    direction: Direction = Direction.NONE
    part: str = ""
    clock: Clock | None = None
    overnight: bool = False


class Relative(NamedTuple):
    """This unit, the one before, the next: ``offset`` units from the one that holds the reference day."""

    unit: Unit
    offset: int
    direction: Direction = Direction.NONE


class Era(NamedTuple):
    """The decade or century that holds a year."""

    unit: Unit
    year: int


class Fuzzy(NamedTuple):
    """A part of a month, a year or a week; ``windows`` gives for each unit the first and last part in it.

    Parts are days of a week or a month (beyond its end: its end), months of a year, years of a decade or century,
    all counted from 1.
    """

    name: str
    base: "Point | Relative | Era"
    windows: tuple[tuple[Unit, int, int], ...]


class Shifted(StrEnum):
    """What a distance is counted as: back from now, since then, on from now or from what was told last, from an event."""

    AGO = "ago"
    SINCE = "since"
    AFTER = "after"
    EVENT = "event"


class Length(NamedTuple):
    """So many units; ``amount`` None for some, not said how many."""

    amount: float | None
    unit: Unit

    def timex(self) -> str:
        """Return the TIMEX3 duration."""
        count = "X" if self.amount is None else f"{self.amount:g}"
        letter = {Unit.QUARTER: "Q", Unit.DECADE: "DE", Unit.CENTURY: "CE"}.get(self.unit, self.unit.value[0].upper())
        return ("PT" if self.unit in {Unit.SECOND, Unit.MINUTE, Unit.HOUR} else "P") + count + letter


class Shift(NamedTuple):
    """A distance from now, from what was told last or from an event."""

    length: Length
    how: Shifted


class Recent(NamedTuple):
    """The last or the next so many units, up to now or from now on."""

    length: Length
    direction: Direction


class Range(NamedTuple):
    """From one time to another, as one."""

    first: "Point | Relative | Fuzzy"
    last: "Point | Relative | Fuzzy"


class Vague(NamedTuple):
    """Some time: now, before, later; ``day`` if a day, week, month or year is said that it lies in."""

    reference: str
    day: Point | Relative | None = None


class Repeat(NamedTuple):
    """Again and again; ``value`` is the TIMEX3 value."""

    value: str


Expression = Point | Relative | Era | Fuzzy | Length | Shift | Recent | Range | Vague | Repeat
