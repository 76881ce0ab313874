"""Rules of units: this and last and next, how long ago."""

from typing import Final

from hudna.arabic.dates.lengths import MAX_COUNT
from hudna.arabic.dates.words import Modifier, UnitWord
from hudna.calendar import (
    Direction,
    Length,
    PartialDate,
    Point,
    Recent,
    Relative,
    Shift,
    Shifted,
    Unit,
    Vague,
)
from hudna.grammar import Layer
from hudna.model import Match

RELATIVES: Final = Layer("relatives", [], once=True)
SHIFTS: Final = Layer("shifts", [])
_OFFSETS: Final = {"past": -1, "present": 0, "future": 1, "following": 1, "preceding": -1, "same": 0}
_CALLED_THIS: Final = frozenset({Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR, Unit.CENTURY})
_OF_A_GAME: Final = frozenset({Unit.SECOND, Unit.MINUTE})  # the last minutes are those of a game, a session, a life
_TIMES_OF: Final = "الاستعمار|الحرب|الثورة|الاحتلال|الانتداب|الدراسة|الجامعة|الطفولة|الشباب|المدرسة|الاتحاد|حكم"
_FROM_TEXT: Final = frozenset({"following", "preceding", "same"})


@RELATIVES.rule("relative", "<unit> <modifier>", trigger="modifier")
def _unit_modified(unit: Match[UnitWord], modifier: Match[Modifier]) -> Relative | None:
    word, name = unit.value, modifier.value.name
    if not word.definite or word.number != "singular" or name not in _OFFSETS or word.unit is Unit.DAY:
        return None
    if word.unit in {Unit.SECOND, Unit.MINUTE, Unit.HOUR}:
        return None
    direction = Direction.FOLLOWING if name in _FROM_TEXT else Direction.NONE
    return Relative(word.unit, _OFFSETS[name], direction)


@RELATIVES.rule("relative", "<unit> (الجديد|الجديدة)")
def _new_year(unit: Match[UnitWord]) -> Relative | None:
    word = unit.value
    year = word.unit is Unit.YEAR and word.definite and word.number == "singular"
    return Relative(Unit.YEAR, 0, Direction.FUTURE) if year else None


@RELATIVES.rule("stop", "<office> <unit> <modifier>", trigger="office")
@RELATIVES.rule("stop", "<office> <unit> (الجديد|الجديدة|الأسبق)", trigger="office")
def _in_office(_office: Match[str], unit: Match[UnitWord], _modifier: Match[Modifier] | None = None) -> str | None:
    """Return that the general director of the time before is no year."""
    return "office" if unit.value.unit is Unit.YEAR else None


@RELATIVES.rule("relative", "(هذا|هذه) <unit>")
def _this_unit(unit: Match[UnitWord]) -> Relative | None:
    """Return the unit going on; this decade, without a word that places it, is oftener a contract."""
    word = unit.value
    if not word.definite or word.number != "singular" or word.unit not in _CALLED_THIS:
        return None
    return Relative(word.unit, 0)


@RELATIVES.rule("relative", "[خلال|مطلع|بداية|أوائل|منتصف|أواخر|نهاية|طوال|مدى] (هذا|هذه) <unit>")
def _this_decade(unit: Match[UnitWord]) -> Relative | None:
    word = unit.value
    placed = word.definite and word.number == "singular" and word.unit is Unit.DECADE
    return Relative(word.unit, 0) if placed else None


@RELATIVES.rule("relative", "(نفس|ذات|ذلك|ذاك|تلك) <unit>")
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


@RELATIVES.rule("day", "<unit> <ordinal> على التوالي", trigger="ordinal")
def _day_in_a_row(unit: Match[UnitWord], _number: Match[object]) -> Point | None:
    """Return the day of writing: for the ninth day in a row."""
    return Point(days=0) if unit.value.unit is Unit.DAY and unit.value.definite else None


@RELATIVES.rule("day", "هذا <day>")
def _this_day(day: Match[Point]) -> Point | None:
    return day.value if day.value.days == 0 and not day.children else None


@RELATIVES.rule("date", "[في|وفي|يوم|بتاريخ] <integer> <modifier>", trigger="modifier")
def _day_of_running_month(day: Match[int], modifier: Match[Modifier]) -> Point | None:
    running = modifier.value.name == "present" and 1 <= day.value <= 31
    return Point(PartialDate(None, None, day.value), direction=Direction.PRESENT) if running else None


@RELATIVES.rule("year_date", "<unit> <modifier>? <year4>", trigger="year4")
def _year_modified(unit: Match[UnitWord], _modifier: Match[Modifier] | None, year: Match[int]) -> Point | None:
    return Point(PartialDate(year.value)) if unit.value.unit is Unit.YEAR and unit.value.definite else None


@RELATIVES.rule("recent", "<unit> <modifier>", trigger="modifier")
def _units_modified(unit: Match[UnitWord], modifier: Match[Modifier]) -> Recent | None:
    word = unit.value
    recent = modifier.value.name == "recent"
    if recent and word.unit in _OF_A_GAME:
        return None
    if word.definite and word.number == "singular" and recent and word.unit is not Unit.DAY:
        return Recent(Length(1, word.unit), Direction.PAST)
    if not word.definite or word.number == "singular":
        return None
    return _recent(Length(2 if word.number == "dual" else None, word.unit), modifier.value)


@RELATIVES.rule("recent", "<unit> (القليلة|المعدودة) <modifier>", trigger="modifier")
def _few_units_modified(unit: Match[UnitWord], modifier: Match[Modifier]) -> Recent | None:
    return _recent(Length(None, unit.value.unit), modifier.value) if unit.value.definite else None


@RELATIVES.rule("recent", "<unit> ال? <integer> <modifier>", trigger="modifier")
def _counted_units_modified(unit: Match[UnitWord], count: Match[int], modifier: Match[Modifier]) -> Recent | None:
    word = unit.value
    if not word.definite or word.number == "singular" or not 1 <= count.value <= MAX_COUNT:
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


@RELATIVES.rule("vague", "[في|وفي] <modifier>")
def _in_the_past(modifier: Match[Modifier]) -> Vague | None:
    return Vague("PAST_REF") if modifier.value.name in {"past", "preceding"} else None


@RELATIVES.rule("vague", "[في|وفي] <vague_until>")
def _soon(vague: Match[Vague]) -> Vague | None:
    """Return that a near time lies ahead, where it is not the end of what lasted until lately."""
    return Vague("FUTURE_REF", ahead=True) if vague.value.reference == "PAST_REF" else None


@RELATIVES.rule(
    "vague", "[حتى|وحتى|لحد|لغاية|حدود] <vague_until> [!الأخيرة|الأولى|التي|الحاسمة|الفاصلة|المناسبة|الصفر]"
)
def _until_now(vague: Match[Vague]) -> Vague:
    return vague.value


@RELATIVES.rule("vague", "(منذ|قبل) <period> [!ما|حكم|حكمه|رئاسة|رئاسته|ولاية|انتقالية|توقف|انقطاع]")
def _some_time_ago(_period: Match[str]) -> Vague:
    return Vague("PAST_REF")


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


@SHIFTS.rule("shift", "منذ <length> (مضت|مضى|مضيا|مضتا|خلت|خلا|انقضت)")
@SHIFTS.rule("shift", "منذ <length>")
def _since(length: Match[Length]) -> Shift:
    return Shift(length.value, Shifted.SINCE)


@SHIFTS.rule("shift", "منذ ما (يزيد|يربو) (على|عن) <length>")
def _since_more(length: Match[Length]) -> Shift | None:
    return None if length.value.bound else Shift(length.value._replace(bound="more"), Shifted.SINCE)


@SHIFTS.rule("shift", "منذ ما (يقارب|يناهز) <length>")
@SHIFTS.rule("shift", "منذ ما يقرب من <length>")
def _since_nearly(length: Match[Length]) -> Shift:
    return Shift(length.value, Shifted.SINCE)


@SHIFTS.rule("shift", f"منذ <unit> [!{_TIMES_OF}]")
def _since_one(unit: Match[UnitWord]) -> Shift | None:
    return _shift_of_unit(unit.value, Shifted.SINCE)


@SHIFTS.rule("stop", "على بعد <length>")
@SHIFTS.rule("stop", "على مسافة <length>")
def _far_away(_length: Match[Length]) -> str:
    """Return that a length is a distance: two hours from the city."""
    return "distance"


@SHIFTS.rule("shift", "بعد <length>")
def _after(length: Match[Length]) -> Shift:
    return Shift(length.value, Shifted.AFTER)


@SHIFTS.rule("shift", "بعد <unit>")
def _after_one(unit: Match[UnitWord]) -> Shift | None:
    return _shift_of_unit(unit.value, Shifted.AFTER)


@SHIFTS.rule("length", "بعد <unit> (دام|دامي|دموي|حافل|عصيب|شاق|ماراثوني|عاصف|طويل|حاسم)")
def _after_a_hard_one(unit: Match[UnitWord]) -> Length | None:
    """Return how long something was that is told of: after a bloody week."""
    word = unit.value
    return Length(1, word.unit) if word.number == "singular" and not word.definite else None


@SHIFTS.rule("shift", "(بعدها|بعده) ب<length>")
@SHIFTS.rule("shift", "بعد ذلك ب<length>")
def _later_by(length: Match[Length]) -> Shift:
    return Shift(length.value, Shifted.LATER)


@SHIFTS.rule("shift", "(بعدها|بعده) ب<unit>")
@SHIFTS.rule("shift", "بعد ذلك ب<unit>")
def _later_by_one(unit: Match[UnitWord]) -> Shift | None:
    return _shift_of_unit(unit.value, Shifted.LATER)


@SHIFTS.rule("shift", "(قبلها|قبله) ب<length>")
@SHIFTS.rule("shift", "قبل ذلك ب<length>")
def _earlier_by(length: Match[Length]) -> Shift:
    return Shift(length.value, Shifted.EARLIER)


@SHIFTS.rule("shift", "(قبلها|قبله) ب<unit>")
@SHIFTS.rule("shift", "قبل ذلك ب<unit>")
def _earlier_by_one(unit: Match[UnitWord]) -> Shift | None:
    return _shift_of_unit(unit.value, Shifted.EARLIER)


@SHIFTS.rule("shift", "قبل <length> [من|على]")
@SHIFTS.rule("shift", "قبل <length> فقط [من|على]")
def _before_event(length: Match[Length]) -> Shift:
    return Shift(length.value, Shifted.BEFORE_EVENT)


@SHIFTS.rule("shift", "قبل <unit> [من|على]")
@SHIFTS.rule("shift", "قبل <unit> فقط [من|على]")
def _one_before_event(unit: Match[UnitWord]) -> Shift | None:
    return _shift_of_unit(unit.value, Shifted.BEFORE_EVENT)


@SHIFTS.rule("shift", "بعد <length> [من|على]")
@SHIFTS.rule("shift", "بعد <length> (فقط|تقريبا) [من|على]")
def _after_event(length: Match[Length]) -> Shift:
    return Shift(length.value, Shifted.AFTER_EVENT)


@SHIFTS.rule("shift", "بعد <unit> [من|على]")
@SHIFTS.rule("shift", "بعد <unit> (فقط|تقريبا) [من|على]")
def _one_after_event(unit: Match[UnitWord]) -> Shift | None:
    return _shift_of_unit(unit.value, Shifted.AFTER_EVENT)


@SHIFTS.rule("recent", "<length> (مضت|مضى|مضيا|مضتا|خلت|خلا|انقضت)")
def _length_past(length: Match[Length]) -> Recent:
    return Recent(length.value, Direction.PAST)


@SHIFTS.rule("shift", "(قبل|منذ) <unit> (مضى|مضت|خلا|خلت)")
@SHIFTS.rule("shift", "<unit> (مضى|مضت|خلا|خلت)")
def _unit_past(unit: Match[UnitWord]) -> Shift | None:
    one = unit.value.number == "singular"
    return _shift_of_unit(unit.value, Shifted.AGO) if one else None


def _shift_of_unit(word: UnitWord, how: Shifted) -> Shift | None:
    """Return a distance of one unit, or of some; a decade in the singular is also the noun of holding a meeting."""
    if (
        word.definite
        or word.number in {"dual", "construct"}
        or (word.unit is Unit.DECADE and word.number == "singular")
    ):
        return None
    return Shift(Length(1 if word.number == "singular" else None, word.unit), how)
