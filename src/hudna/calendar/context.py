"""What an expression is resolved against, and what comes of it."""

import datetime as dt
from enum import StrEnum
from typing import NamedTuple

from hudna.calendar.expression import Direction
from hudna.calendar.interval import Interval
from hudna.model import Because, TimeType


class Edge(StrEnum):
    """A word before an expression that opens one of its ends."""

    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"


class Context(NamedTuple):
    """The publication day (None if unknown), where the clause looks, the date resolved last in the text.

    ``event`` is the day of the event that a distance is counted from. ``told``: a finished verb stands right beside the
    expression; ``act``: before it stands an act that is planned as often as it is told of.
    """

    published: dt.date | None
    direction: Direction = Direction.NONE
    before: Interval | None = None
    edge: Edge | None = None
    event: dt.date | None = None
    told: bool = False
    act: bool = False


class Resolution(NamedTuple):
    """A TIMEX3 type and value with the days they may mean (inclusive); ``problems`` are codes."""

    type: TimeType
    value: str
    days: Interval | None
    grain: str
    because: Because
    earliest: dt.date | None = None
    latest: dt.date | None = None
    problems: tuple[str, ...] = ()


def because(code: str, **args: object) -> Because:
    """Return a reason with its arguments in alphabetical order."""
    return Because(code, tuple([(name, str(args[name])) for name in sorted(args)]) if args else ())


def because_of(code: str, inner: Because, **args: object) -> Because:
    """Return a reason that builds on another: its code goes to ``of`` (innermost last), its arguments are kept."""
    known: dict[str, object] = dict(inner.args)
    known["of"] = " ".join([inner.code, *([str(known["of"])] if "of" in known else [])])
    return because(code, **known | args)


PUBLISHED_UNKNOWN = because("published_unknown")
REFERENCE_UNKNOWN = because("reference_unknown")


def found(
    value: str,
    days: Interval,
    grain: str,
    why: Because,
    type_: TimeType = TimeType.DATE,
    *,
    problems: tuple[str, ...] = (),
) -> Resolution:
    """Return a resolution to whole days."""
    return Resolution(type_, value, days, grain, why, days.earliest, days.latest, problems)


def unresolved(
    value: str, grain: str, why: Because, type_: TimeType = TimeType.DATE, *, problems: tuple[str, ...] = ()
) -> Resolution:
    """Return a resolution that names no day."""
    return Resolution(type_, value, None, grain, why, problems=problems)
