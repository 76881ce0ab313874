"""Rules of units: lengths of time, this and last and next, how long ago."""

from typing import Final

from hudna.arabic.dates.words import FuzzyWord, Modifier, UnitWord
from hudna.calendar import (
    Direction,
    Era,
    Fuzzy,
    Length,
    PartialDate,
    Point,
    Recent,
    Relative,
    Repeat,
    Shift,
    Shifted,
    Unit,
)
from hudna.grammar import Layer
from hudna.model import Match

LENGTHS: Final = Layer("lengths", [])
RELATIVES: Final = Layer("relatives", [], once=True)
SHIFTS: Final = Layer("shifts", [])
FUZZIES: Final = Layer("parts of units", [])
_OFFSETS: Final = {"past": -1, "present": 0, "future": 1, "following": 1, "preceding": -1, "same": 0}
_FROM_TEXT: Final = frozenset({"following", "preceding", "same"})
_MAX_COUNT: Final = 100_000


@LENGTHS.rule("length", "<integer> <unit>", trigger="unit")
@LENGTHS.rule("length", "ال <integer> <unit>", trigger="unit")
def _count_of_units(count: Match[int], unit: Match[UnitWord]) -> Length | None:
    word = unit.value
    if word.definite or word.number == "dual" or not 1 <= count.value <= _MAX_COUNT:
        return None
    return Length(count.value, word.unit)


@LENGTHS.rule("length", "<unit> (واحد|واحدا|واحدة|كامل|كاملا|كاملة)")
def _one_unit(unit: Match[UnitWord]) -> Length | None:
    return Length(1, unit.value.unit) if unit.value.number == "singular" and not unit.value.definite else None


@LENGTHS.rule("length", "(بضعة|بضع|عدة) <unit>")
def _some_units(unit: Match[UnitWord]) -> Length | None:
    return Length(None, unit.value.unit) if unit.value.number == "plural" and not unit.value.definite else None


@LENGTHS.rule("length", "<length> (ونصف|والنصف)")
def _and_a_half(length: Match[Length]) -> Length | None:
    count = length.value.amount
    return Length(count + 0.5, length.value.unit) if count is not None and count == int(count) else None


@LENGTHS.rule("length", "<unit> (ونصف|والنصف)")
def _one_and_a_half(unit: Match[UnitWord]) -> Length | None:
    word = unit.value
    return Length(1.5, word.unit) if word.number == "singular" and not word.definite else None


@LENGTHS.rule("length", "(نحو|حوالي|قرابة|زهاء) <length>")
@LENGTHS.rule("length", "(أكثر|أقل) من <length>")
def _about(length: Match[Length]) -> Length:
    return length.value


@LENGTHS.rule("length", "(نحو|حوالي|قرابة|زهاء) <unit>")
@LENGTHS.rule("length", "(أكثر|أقل) من <unit>")
def _about_one(unit: Match[UnitWord]) -> Length | None:
    word = unit.value
    return Length(1, word.unit) if word.number == "singular" and not word.definite else None


@LENGTHS.rule(
    "length",
    "[لمدة|مدة|مدى|طوال|طيلة|غضون|خلال|لفترة|فترة|استمر|استمرت|تستمر|دام|دامت|استغرق|استغرقت|مدته|مدتها] <unit>",
)
def _duration_of_one(unit: Match[UnitWord]) -> Length | None:
    word = unit.value
    if word.definite or word.number in {"dual", "construct"}:
        return None
    return Length(1 if word.number == "singular" else None, word.unit)


@LENGTHS.rule("set", "كل <unit>")
def _every_unit(unit: Match[UnitWord]) -> Repeat | None:
    word = unit.value
    single = word.number == "singular" and not word.definite
    return Repeat(Length(1, word.unit).timex()) if single else None


@LENGTHS.rule("set", "كل <length>")
def _every_length(length: Match[Length]) -> Repeat:
    return Repeat(length.value.timex())


@LENGTHS.rule("set", "كل <weekday>")
@LENGTHS.rule("set", "كل يوم <weekday|weekday_bare>")
def _every_weekday(weekday: Match[int]) -> Repeat:
    return Repeat(f"XXXX-WXX-{weekday.value}")


@RELATIVES.rule("relative", "<unit> <modifier>", trigger="modifier")
def _unit_modified(unit: Match[UnitWord], modifier: Match[Modifier]) -> Relative | None:
    word, name = unit.value, modifier.value.name
    if not word.definite or word.number != "singular" or name not in _OFFSETS or word.unit is Unit.DAY:
        return None
    if word.unit in {Unit.SECOND, Unit.MINUTE, Unit.HOUR}:
        return None
    direction = Direction.FOLLOWING if name in _FROM_TEXT else Direction.NONE
    return Relative(word.unit, _OFFSETS[name], direction)


@RELATIVES.rule("relative", "(هذا|هذه) <unit>")
def _this_unit(unit: Match[UnitWord]) -> Relative | None:
    word = unit.value
    if not word.definite or word.number != "singular" or word.unit in {Unit.SECOND, Unit.MINUTE, Unit.HOUR, Unit.DAY}:
        return None
    return Relative(word.unit, 0)


@RELATIVES.rule("relative", "(نفس|ذات) <unit>")
def _same_unit(unit: Match[UnitWord]) -> Relative | None:
    word = unit.value
    named = word.definite and word.number == "singular" and word.unit in {Unit.WEEK, Unit.MONTH, Unit.YEAR}
    return Relative(word.unit, 0, Direction.FOLLOWING) if named else None


@RELATIVES.rule("day", "<unit> <modifier>", trigger="modifier")
def _day_modified(unit: Match[UnitWord], modifier: Match[Modifier]) -> Point | None:
    word, name = unit.value, modifier.value.name
    if word.unit is not Unit.DAY or not word.definite or word.number != "singular" or name not in _OFFSETS:
        return None
    direction = Direction.FOLLOWING if name in _FROM_TEXT else Direction.NONE
    return Point(days=_OFFSETS[name], direction=direction)


@RELATIVES.rule("day", "هذا <day>")
def _this_day(day: Match[Point]) -> Point | None:
    return day.value if day.value.days == 0 and not day.children else None


@RELATIVES.rule("year_date", "<unit> <modifier>? <year4>", trigger="year4")
def _year_modified(unit: Match[UnitWord], _modifier: Match[Modifier] | None, year: Match[int]) -> Point | None:
    return Point(PartialDate(year.value)) if unit.value.unit is Unit.YEAR and unit.value.definite else None


@RELATIVES.rule("recent", "<unit> <modifier>", trigger="modifier")
def _units_modified(unit: Match[UnitWord], modifier: Match[Modifier]) -> Recent | None:
    word = unit.value
    if not word.definite or word.number == "singular":
        return None
    return _recent(Length(2 if word.number == "dual" else None, word.unit), modifier.value)


@RELATIVES.rule("recent", "<unit> (القليلة|المعدودة) <modifier>", trigger="modifier")
def _few_units_modified(unit: Match[UnitWord], modifier: Match[Modifier]) -> Recent | None:
    return _recent(Length(None, unit.value.unit), modifier.value) if unit.value.definite else None


@RELATIVES.rule("recent", "<unit> ال? <integer> <modifier>", trigger="modifier")
def _counted_units_modified(unit: Match[UnitWord], count: Match[int], modifier: Match[Modifier]) -> Recent | None:
    word = unit.value
    if not word.definite or word.number == "singular" or not 1 <= count.value <= _MAX_COUNT:
        return None
    return _recent(Length(count.value, word.unit), modifier.value)


@RELATIVES.rule("recent", "<unit> و<unit> <modifier>", trigger="modifier")
@RELATIVES.rule("recent", "<unit> أو <unit> <modifier>", trigger="modifier")
def _units_or_larger_units(_unit: Match[UnitWord], larger: Match[UnitWord], modifier: Match[Modifier]) -> Recent | None:
    word = larger.value
    return _recent(Length(None, word.unit), modifier.value) if word.definite and word.number == "plural" else None


@RELATIVES.rule("recent", "<length> <modifier>", trigger="modifier")
def _length_modified(length: Match[Length], modifier: Match[Modifier]) -> Recent | None:
    return _recent(length.value, modifier.value)


def _recent(length: Length, modifier: Modifier) -> Recent | None:
    if modifier.name in {"past", "recent"}:
        return Recent(length, Direction.PAST)
    return Recent(length, Direction.FUTURE) if modifier.name == "future" else None


@SHIFTS.rule("shift", "قبل <length>")
def _ago(length: Match[Length]) -> Shift:
    return Shift(length.value, Shifted.AGO)


@SHIFTS.rule("shift", "قبل <unit>")
def _one_ago(unit: Match[UnitWord]) -> Shift | None:
    return _shift_of_unit(unit.value, Shifted.AGO)


@SHIFTS.rule("shift", "منذ <length>")
def _since(length: Match[Length]) -> Shift:
    return Shift(length.value, Shifted.SINCE)


@SHIFTS.rule("shift", "منذ <unit>")
def _since_one(unit: Match[UnitWord]) -> Shift | None:
    return _shift_of_unit(unit.value, Shifted.SINCE)


@SHIFTS.rule("shift", "بعد <length>")
def _after(length: Match[Length]) -> Shift:
    return Shift(length.value, Shifted.AFTER)


@SHIFTS.rule("shift", "بعد <unit>")
def _after_one(unit: Match[UnitWord]) -> Shift | None:
    return _shift_of_unit(unit.value, Shifted.AFTER)


@SHIFTS.rule("shift", "(قبل|بعد) <length> [من|على]")
@SHIFTS.rule("shift", "(قبل|بعد) <length> فقط [من|على]")
def _from_event(length: Match[Length]) -> Shift:
    return Shift(length.value, Shifted.EVENT)


@SHIFTS.rule("shift", "(قبل|بعد) <unit> [من|على]")
@SHIFTS.rule("shift", "(قبل|بعد) <unit> فقط [من|على]")
def _one_from_event(unit: Match[UnitWord]) -> Shift | None:
    return _shift_of_unit(unit.value, Shifted.EVENT)


def _shift_of_unit(word: UnitWord, how: Shifted) -> Shift | None:
    """Return a distance of one unit, or of some; a decade in the singular is also the noun of holding a meeting."""
    if (
        word.definite
        or word.number in {"dual", "construct"}
        or (word.unit is Unit.DECADE and word.number == "singular")
    ):
        return None
    return Shift(Length(1 if word.number == "singular" else None, word.unit), how)


@FUZZIES.rule("fuzzy_date", "<fuzzy> من? <relative|month_date|year_date|era>", trigger="fuzzy")
def _part_of(word: Match[FuzzyWord], base: Match[Relative | Point | Era]) -> Fuzzy:
    return Fuzzy(word.value.name, base.value, word.value.windows)


@FUZZIES.rule("fuzzy_date", "<fuzzy> <year4>", trigger="fuzzy")
def _part_of_year(word: Match[FuzzyWord], year: Match[int]) -> Fuzzy:
    return Fuzzy(word.value.name, Point(PartialDate(year.value)), word.value.windows)


@FUZZIES.rule("fuzzy_date", "<fuzzy> من? <unit>", trigger="fuzzy")
def _part_of_this(word: Match[FuzzyWord], unit: Match[UnitWord]) -> Fuzzy | None:
    """Return a part of the week, month or year that is going on: the end of the year."""
    unit_word = unit.value
    known = any(window[0] is unit_word.unit for window in word.value.windows)
    if not unit_word.definite or unit_word.number != "singular" or not known:
        return None
    return Fuzzy(word.value.name, Relative(unit_word.unit, 0), word.value.windows)


@FUZZIES.rule("stop", "<unit> <ordinal>", trigger="unit")
def _numbered_unit(unit: Match[UnitWord], ordinal: Match[object]) -> str | None:
    """Return that a unit counted from somewhere is not the one of writing: the third day, the seventh year."""
    del ordinal
    return "numbered_unit" if unit.value.definite and unit.value.number == "singular" else None
