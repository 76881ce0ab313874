"""Rules of the clock: hours with their part of the day, zone and day."""

from typing import Final

from hudna.arabic.dates.words import PartWord, UnitWord
from hudna.arabic.numbers import Ordinal
from hudna.calendar import Clock, Point, Unit
from hudna.grammar import Layer
from hudna.model import Match

CLOCK: Final = Layer("clock", [])
TIMES: Final = Layer("times", [])
_NOON: Final = 12
_LATE: Final = 5  # the first five hours of a night belong to the day that begins


@CLOCK.rule("hour", "(الساعة|ساعة) <clock|clock_weak>")
@CLOCK.rule("hour", "(الساعة|ساعة) ( <clock> )")
def _hour_in_digits(clock: Match[Clock]) -> Clock:
    return clock.value


@CLOCK.rule("hour", "الساعة <integer|ordinal>")
def _hour(hour: Match[int | Ordinal]) -> Clock | None:
    number = hour.value.value if isinstance(hour.value, Ordinal) else hour.value
    return Clock(number) if number <= 24 else None


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


@CLOCK.rule("hour", "<ordinal> (والنصف|ونصف) <part>", trigger="part")
def _ordinal_half_past(hour: Match[Ordinal], part: Match[PartWord]) -> Clock | None:
    if not hour.value.feminine or hour.value.value > _NOON:
        return None
    return _past(_in_part(Clock(hour.value.value), part.value.value), 30)


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


@TIMES.rule("time", "<hour|clock>")
def _time(clock: Match[Clock]) -> Point:
    return Point(clock=clock.value)


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
