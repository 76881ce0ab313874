"""Days and times as a text gives them and as they were resolved."""

import datetime as dt
from enum import StrEnum

from hudna.model.frozen import dataclass
from hudna.model.span import Span


@dataclass(frozen=True, slots=True)
class Because:
    """Why a value was resolved as it was: a code with arguments, put into words by the interface."""

    code: str
    args: tuple[tuple[str, str], ...] = ()


class TimeType(StrEnum):
    """The TIMEX3 types."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression: ``value`` is its TIMEX3 value, ``earliest`` and ``latest`` the days it may mean (inclusive).

    Either day is None where it is open or can't be had; ``because`` says which.
    """

    span: Span
    type: TimeType
    value: str
    earliest: dt.date | None
    latest: dt.date | None
    grain: str
    because: Because


@dataclass(frozen=True, slots=True)
class When:
    """The days on which something may have taken place (inclusive), with the words that say so."""

    earliest: dt.date | None
    latest: dt.date | None
    span: Span | None
    because: Because


class PublishedBasis(StrEnum):
    """How the publication day is known."""

    GIVEN = "given"
    PAGE = "page"
    FEED = "feed"
    TEXT = "text"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Published:
    """The days on which an article may have been published; both None when unknown."""

    earliest: dt.date | None
    latest: dt.date | None
    basis: PublishedBasis
    because: Because

    @property
    def day(self) -> dt.date | None:
        """The publication day, None unless it is one known day."""
        return self.earliest if self.earliest == self.latest else None


UNKNOWN_DAY = Published(None, None, PublishedBasis.UNKNOWN, Because("no_day_given"))


@dataclass(frozen=True, slots=True)
class Clue:
    """What some words of an article tell of the day it was published: the first and last day it can be, its weekday.

    Ends are inclusive, an open one is None; ``weekday`` (1 is Monday) holds inside them.
    """

    span: Span
    earliest: dt.date | None
    latest: dt.date | None
    weekday: int | None
    because: Because
