"""What a text says of time, before it is set against the day it was written on.

Named tuples, as ``Span`` and for the same reason: the rules make them by the dozen.
"""

from enum import StrEnum
from typing import NamedTuple

from hudna.calendar.interval import Unit
from hudna.calendar.partial import PartialDate
from hudna.calendar.systems import System


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
    all counted from 1. ``timex`` is what a TIMEX3 value says of a part of a year (Q1, SU).
    """

    name: str
    base: "Point | Relative | Era | Dated"
    windows: tuple[tuple[Unit, int, int], ...]
    timex: str = ""


class Dated(NamedTuple):
    """A year, month or day of another calendar, or of a feast; of ``within``, a Gregorian year, if that is said.

    Without any year it is the nearest one, as ``direction`` says.
    """

    system: System
    month: int | None = None
    day: int | None = None
    year: int | None = None
    within: int | None = None
    direction: Direction = Direction.NONE


class Nth(NamedTuple):
    """The so-manieth weekday (1 is Monday) or unit in a longer one; ``number`` -1 is the last; ``units`` of them."""

    number: int
    base: "Point | Relative | Dated"
    weekday: int | None = None
    unit: Unit = Unit.DAY
    units: int = 1


class Shifted(StrEnum):
    """What a distance is counted from: from now back, since then, from now or what was told last on, an event.

    ``LATER`` and ``EARLIER`` are counted only from what was told last, ``BEFORE_EVENT`` and ``AFTER_EVENT`` only from
    the day of an event.
    """

    AGO = "ago"
    SINCE = "since"
    AFTER = "after"
    LATER = "later"
    EARLIER = "earlier"
    BEFORE_EVENT = "before_event"
    AFTER_EVENT = "after_event"


class Length(NamedTuple):
    """So many units; ``amount`` None for some, not said how many.

    ``most`` is the larger number where two are said (two or three weeks); ``bound`` is "more" or "less" where the
    amount is only a bound. ``rest`` is what comes on top in a smaller unit (three hours and forty minutes).
    """

    amount: float | None
    unit: Unit
    most: float | None = None
    bound: str = ""
    rest: "Length | None" = None

    def timex(self) -> str:
        """Return the TIMEX3 duration, both with a stroke between them where two are said."""
        least = self._of(self.amount)
        if self.rest is not None:
            more = self.rest.timex()
            return least + more.removeprefix("PT" if least.startswith("PT") else "P")
        return least if self.most is None else f"{least}/{self._of(self.most)}"

    def _of(self, amount: float | None) -> str:
        count = "X" if amount is None else f"{amount:g}"
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

    first: "Point | Relative | Fuzzy | Dated"
    last: "Point | Relative | Fuzzy | Dated"


class Vague(NamedTuple):
    """Some time: now, before, later; ``day`` if a day, week, month or year is said that it lies in.

    ``ahead`` if it lies after the day of writing whatever its clause tells: the future, soon.
    """

    reference: str
    day: Point | Relative | None = None
    ahead: bool = False


class Stretch(NamedTuple):
    """A length of time without number and unit: a long time; ``value`` is the TIMEX3 value."""

    value: str


class Repeat(NamedTuple):
    """Again and again; ``value`` is the TIMEX3 value."""

    value: str


Expression = Point | Relative | Era | Dated | Nth | Fuzzy | Length | Shift | Recent | Range | Vague | Stretch | Repeat
