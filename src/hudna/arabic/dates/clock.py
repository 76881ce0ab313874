"""Rules of the clock: hours with their part of the day, zone and day."""

from typing import Final

from hudna.arabic.dates.words import PartWord, UnitWord
from hudna.arabic.numbers import Ordinal
from hudna.calendar import Clock, Point, Range, Unit
from hudna.grammar import Layer
from hudna.model import Match

CLOCK: Final = Layer("clock", [])
TIMES: Final = Layer("times", [])
_ALONE: Final = frozenset({"MO", "EV", "NI"})  # parts that stand for themselves; others are a back, an age
_NOON: Final = 12
_DAY: Final = 24
_LATE: Final = 5  # the first five hours of a night belong to the day that begins


@CLOCK.rule("hour", "<the_hour|an_hour> <clock|clock_weak>", trigger="the_hour")
@CLOCK.rule("hour", "<the_hour|an_hour> ( <clock> )", trigger="the_hour")
def _hour_in_digits(_head: Match[str], clock: Match[Clock]) -> Clock:
    return clock.value


@CLOCK.rule("hour", "<the_hour> <integer|ordinal>", trigger="the_hour")
def _hour(_head: Match[str], hour: Match[int | Ordinal]) -> Clock | None:
    if isinstance(hour.value, Ordinal):
        return Clock(hour.value.value) if hour.value.feminine and hour.value.value <= _DAY else None
    return Clock(hour.value) if hour.value <= _DAY else None


@CLOCK.rule("hour", "<ordinal> <part>", trigger="part")
def _ordinal_hour(hour: Match[Ordinal], part: Match[PartWord]) -> Clock | None:
    if not hour.value.feminine or hour.value.value > _NOON or part.value.form == "meridiem":
        return None
    return _in_part(Clock(hour.value.value), part.value.value)


@CLOCK.rule("hour", "<integer> <part>", trigger="part")
def _number_hour(hour: Match[int], part: Match[PartWord]) -> Clock | None:
    small = 1 <= hour.value <= _NOON and part.value.form in {"adverb", "meridiem"}
    return _in_part(Clock(hour.value), part.value.value) if small and part.value.value not in {"AM", "PM"} else None


@CLOCK.rule("hour", "<hour> (والنصف|ونصف)")
def _half_past(hour: Match[Clock]) -> Clock | None:
    return _past(hour.value, 30)


@CLOCK.rule("hour", "<hour> (والربع|وربع)")
def _quarter_past(hour: Match[Clock]) -> Clock | None:
    return _past(hour.value, 15)


@CLOCK.rule("hour", "<hour> (والثلث|وثلث)")
def _third_past(hour: Match[Clock]) -> Clock | None:
    return _past(hour.value, 20)


@CLOCK.rule("hour", "<ordinal> من <part>", trigger="part")
def _ordinal_hour_of(hour: Match[Ordinal], part: Match[PartWord]) -> Clock | None:
    return _ordinal_hour(hour, part)


@CLOCK.rule("hour", "<ordinal> (والنصف|ونصف) من? <part>", trigger="part")
def _ordinal_half_past(hour: Match[Ordinal], part: Match[PartWord]) -> Clock | None:
    if not hour.value.feminine or hour.value.value > _NOON:
        return None
    return _past(_in_part(Clock(hour.value.value), part.value.value), 30)


@CLOCK.rule("hour", "<ordinal> (والربع|وربع) <part>", trigger="part")
def _ordinal_quarter_past(hour: Match[Ordinal], part: Match[PartWord]) -> Clock | None:
    if not hour.value.feminine or hour.value.value > _NOON:
        return None
    return _past(_in_part(Clock(hour.value.value), part.value.value), 15)


@CLOCK.rule("hour", "<ordinal> و<integer> <unit> <part>", trigger="part")
def _ordinal_and_minutes(
    hour: Match[Ordinal], minutes: Match[int], unit: Match[UnitWord], part: Match[PartWord]
) -> Clock | None:
    small = hour.value.feminine and hour.value.value <= _NOON and minutes.value < 60
    if not small or unit.value.unit is not Unit.MINUTE:
        return None
    return _past(_in_part(Clock(hour.value.value), part.value.value), minutes.value)


@CLOCK.rule("hour", "<ordinal> <zone>", trigger="zone")
def _ordinal_hour_in_zone(hour: Match[Ordinal], zone: Match[str]) -> Clock | None:
    on_clock = hour.value.feminine and hour.value.value <= _NOON
    return Clock(hour.value.value, zone=zone.value) if on_clock else None


@CLOCK.rule("hour", "<ordinal> و<integer> <unit> <zone>", trigger="zone")
def _ordinal_and_minutes_in_zone(
    hour: Match[Ordinal], minutes: Match[int], unit: Match[UnitWord], zone: Match[str]
) -> Clock | None:
    clock = _ordinal_hour_in_zone(hour, zone)
    small = unit.value.unit is Unit.MINUTE and minutes.value < 60
    return _past(clock, minutes.value) if clock and small else None


@CLOCK.rule("hour", "<ordinal> <day>", trigger="ordinal")
def _ordinal_hour_tonight(hour: Match[Ordinal], day: Match[Point]) -> Clock | None:
    tonight = day.value.part == "NI" and day.value.days == 0 and hour.value.feminine and hour.value.value <= _NOON
    return _in_part(Clock(hour.value.value), "NI") if tonight else None


@CLOCK.rule("hour", "<hour> إلا (ثلثا|الثلث|ثلث)")
def _third_to(hour: Match[Clock]) -> Clock | None:
    return _past(hour.value._replace(hour=(hour.value.hour - 1) % 24), 40)


@CLOCK.rule("hour", "<hour> إلا (ربعا|الربع|ربع)")
def _quarter_to(hour: Match[Clock]) -> Clock | None:
    return _past(hour.value._replace(hour=(hour.value.hour - 1) % 24), 45)


@CLOCK.rule("hour", "<hour> و<integer> <unit>", trigger="hour")
def _minutes_past(hour: Match[Clock], minutes: Match[int], unit: Match[UnitWord]) -> Clock | None:
    small = unit.value.unit is Unit.MINUTE and minutes.value < 60
    return _past(hour.value, minutes.value) if small else None


@CLOCK.rule("hour", "<hour|clock|clock_weak> من? <part>", trigger="part")
def _hour_of_part(hour: Match[Clock], part: Match[PartWord]) -> Clock | None:
    return _in_part(hour.value, part.value.value)


@CLOCK.rule("hour", "<hour|clock> (،|,)? <zone>", trigger="zone")
@CLOCK.rule("hour", "<clock_weak> <zone>", trigger="zone")
@CLOCK.rule("hour", "<hour|clock> ( <zone> )", trigger="zone")
def _hour_in_zone(hour: Match[Clock], zone: Match[str]) -> Clock | None:
    return None if hour.value.zone else hour.value._replace(zone=zone.value)


@CLOCK.rule("hour", "<hour> ( <hour|clock> )", trigger="hour")
def _hour_in_two_zones(hour: Match[Clock], other: Match[Clock]) -> Clock | None:
    """Return a time that is told again for another zone; the first is that of the place."""
    return hour.value if other.value.zone else None


@TIMES.rule("range", "(من|بين) <hour|clock> (إلى|حتى|وحتى|ولغاية|-) <hour|clock>")
@TIMES.rule("range", "بين <hour|clock> و<hour|clock>")
@TIMES.rule("range", "<hour> (إلى|حتى|وحتى|-) <hour>")
def _hours(first: Match[Clock], last: Match[Clock]) -> Range:
    """Return the time from one hour to another; what half of the day the last one is in holds for both."""
    start, end = first.value, last.value
    if start.hour <= _NOON < end.hour and start.hour + _NOON < end.hour and not _has_part(first):
        start = start._replace(hour=start.hour + _NOON)
    return Range(Point(clock=start), Point(clock=end))


@TIMES.rule("time", "<hour|clock>")
def _time(clock: Match[Clock]) -> Point:
    return Point(clock=clock.value)


@TIMES.rule("time", "<part>")
def _at_night(part: Match[PartWord]) -> Point | None:
    """Return a part of the day said as an adverb, or midnight; an era and "two appeared" look like two of the parts."""
    alone = part.value.form == "adverb" and part.value.value in _ALONE
    midnight = part.value.form == "definite" and part.value.value == "NI" and part.end - part.first > 1
    alone = alone or midnight
    return Point(part=part.value.value) if alone else None


@TIMES.rule("time", "<part> [،|.|؛|:|)|»]")
def _in_the_evening(part: Match[PartWord]) -> Point | None:
    """Return the evening said as an adverb: nothing follows that it could be the evening of."""
    evening = part.value.form == "bare" and part.value.value == "EV"
    return Point(part="EV") if evening else None


@TIMES.rule("time", "[في|وفي|خلال|وخلال|أثناء|طوال|وطوال|طيلة|عند|حلول|منذ|قبل|قبيل|بعد|حتى|وحتى] <part>")
def _in_the_night(part: Match[PartWord]) -> Point | None:
    definite = part.value.form == "definite" and part.value.value in _ALONE
    return Point(part=part.value.value) if definite else None


@TIMES.rule("time", "<hour|clock> (من|في|،|يوم)? <day|named_day|date>", trigger="hour")
@TIMES.rule("time", "<clock> (من|في|،)? <day|named_day|date>", trigger="clock")
def _time_and_day(clock: Match[Clock], day: Match[Point]) -> Point | None:
    return _joined(clock.value, day.value)


@TIMES.rule("time", "<day|named_day|date> (في|عند|،|,)? <hour>", trigger="hour")
@TIMES.rule("time", "<day|named_day|date> (في|عند|،|,|-)? <clock>", trigger="clock")
def _day_and_time(day: Match[Point], clock: Match[Clock]) -> Point | None:
    return _joined(clock.value, day.value)


def _joined(clock: Clock, day: Point) -> Point | None:
    if day.clock is not None:
        return None
    return day._replace(clock=_in_part(clock, day.part) if day.part else clock, part="")


def _has_part(hour: Match[Clock]) -> bool:
    return any(child.kind == "part" or _has_part(child) for child in hour.children)


def _past(clock: Clock, minutes: int) -> Clock | None:
    return clock._replace(minute=minutes) if clock.minute is None else None


def _in_part(clock: Clock, part: str) -> Clock:
    """Return the time on the clock of 24 hours; one that is written so already stays."""
    hour = clock.hour
    if part in {"MO", "AM"}:
        return clock._replace(hour=0 if hour == _NOON else hour)
    if part == "NI":
        late = hour == _NOON or hour <= _LATE
        return clock._replace(hour=hour % _NOON if late else hour + _NOON if hour < _NOON else hour)
    after_noon = part in {"PM", "AF", "EV"} or (part == "MI" and hour <= 4)
    return clock._replace(hour=hour + _NOON if after_noon and hour < _NOON else hour)
