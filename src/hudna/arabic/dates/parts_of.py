"""Rules of parts of units: early March, the first Friday of April, the last week of the year, seasons, centuries."""

from typing import Final

from hudna.arabic.dates.words import FuzzyWord, Modifier, UnitWord
from hudna.arabic.numbers import Ordinal
from hudna.calendar import Dated, Direction, Era, Fuzzy, Nth, PartialDate, Point, Range, Relative, Unit
from hudna.grammar import Layer
from hudna.model import Match

FUZZIES: Final = Layer("parts of units", [])
NTHS: Final = Layer("the so-manieth of a unit", [], once=True)
_LONGER: Final = "<month_date|relative|year_date|other_month_date>"
_LAST: Final = -1
_SEASONS: Final = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
_EARLY: Final = ((Unit.MONTH, 1, 10), (Unit.YEAR, 1, 3))  # as "early" in fuzzy.tsv
_LAST_CENTURY: Final = 22
Base = Point | Relative | Dated


@FUZZIES.rule(
    "fuzzy_date", "<fuzzy> من? <relative|month_date|year_date|era|other_month_date|feast_date>", trigger="fuzzy"
)
def _part_of(word: Match[FuzzyWord], base: Match[Relative | Point | Era | Dated]) -> Fuzzy:
    return Fuzzy(word.value.name, base.value, word.value.windows, word.value.timex)


@FUZZIES.rule("fuzzy_date", "<fuzzy> <year4>", trigger="fuzzy")
def _part_of_year(word: Match[FuzzyWord], year: Match[int]) -> Fuzzy:
    return Fuzzy(word.value.name, Point(PartialDate(year.value)), word.value.windows, word.value.timex)


@FUZZIES.rule("fuzzy_date", "<fuzzy> من? <unit>", trigger="fuzzy")
def _part_of_this(word: Match[FuzzyWord], unit: Match[UnitWord]) -> Fuzzy | None:
    """Return a part of the week, month or year that is going on: the end of the year."""
    unit_word = unit.value
    known = any(window[0] is unit_word.unit for window in word.value.windows)
    if not unit_word.definite or unit_word.number != "singular" or not known:
        return None
    return Fuzzy(word.value.name, Relative(unit_word.unit, 0), word.value.windows, word.value.timex)


@FUZZIES.rule("stop", "<unit> <ordinal>", trigger="ordinal")
def _numbered_unit(unit: Match[UnitWord], ordinal: Match[object]) -> str | None:
    """Return that a unit counted from somewhere is not the one of writing: the third day, the seventh year."""
    del ordinal
    word = unit.value
    counted = word.definite and word.number == "singular" and word.unit is not Unit.CENTURY
    return "numbered_unit" if counted else None


@FUZZIES.rule("era", "<the_century> <ordinal|integer>", trigger="the_century")
@FUZZIES.rule("era", "<the_century> ال <integer>", trigger="the_century")
def _century(_head: Match[str], number: Match[Ordinal | int]) -> Era | None:
    value = number.value.value if isinstance(number.value, Ordinal) else number.value
    return Era(Unit.CENTURY, max(1, 100 * (value - 1))) if 1 <= value <= _LAST_CENTURY else None


@FUZZIES.rule("stop", "<fuzzy>? <era> من (العمر|عمره|عمرها|عمرهم|عمرهما|عمرهن)", trigger="era")
def _age(_part: Match[FuzzyWord] | None, _decade: Match[Era]) -> str:
    """Return that somebody's thirties are no decade of a century."""
    return "age"


@FUZZIES.rule("fuzzy_date", "(الأيام|الأسابيع|الأشهر|الشهور) الأولى من <month_date|relative|year_date>")
def _first_days_of(base: Match[Relative | Point]) -> Fuzzy:
    return Fuzzy("early", base.value, _EARLY)


@NTHS.rule("nth_date", f"<weekday> <ordinal> (من|في)? {_LONGER}", trigger="weekday")
def _weekday_of_month(weekday: Match[int], number: Match[Ordinal], month: Match[Base]) -> Nth | None:
    return _nth_weekday(weekday.value, number.value.value, month.value)


@NTHS.rule("nth_date", f"<weekday> <modifier> (من|في) {_LONGER}", trigger="weekday")
def _last_weekday_of_month(weekday: Match[int], modifier: Match[Modifier], month: Match[Base]) -> Nth | None:
    return _nth_weekday(weekday.value, _LAST, month.value) if modifier.value.name == "recent" else None


@NTHS.rule("nth_date", f"<nth> يوم? <weekday|weekday_bare> (من|في)? {_LONGER}", trigger="nth")
def _nth_weekday_of_month(number: Match[int], weekday: Match[int], month: Match[Base]) -> Nth | None:
    return _nth_weekday(weekday.value, number.value, month.value)


@NTHS.rule("nth_date", f"<unit> <ordinal> (من|في)? {_LONGER}", trigger="ordinal")
def _unit_of_month(unit: Match[UnitWord], number: Match[Ordinal], longer: Match[Base]) -> Nth | None:
    word = unit.value
    return (
        _nth_unit(word.unit, number.value.value, longer.value) if word.definite and word.number == "singular" else None
    )


@NTHS.rule("nth_date", f"<unit> <modifier> (من|في) {_LONGER}", trigger="modifier")
def _last_unit_of_month(unit: Match[UnitWord], modifier: Match[Modifier], longer: Match[Base]) -> Nth | None:
    word = unit.value
    last = modifier.value.name == "recent" and word.definite and word.number == "singular"
    return _nth_unit(word.unit, _LAST, longer.value) if last else None


@NTHS.rule("nth_date", f"<nth> <unit> (من|في) {_LONGER}", trigger="nth")
def _nth_unit_of_month(number: Match[int], unit: Match[UnitWord], longer: Match[Base]) -> Nth | None:
    word = unit.value
    return None if word.definite or word.number != "singular" else _nth_unit(word.unit, number.value, longer.value)


@NTHS.rule("nth_date", f"<unit> <integer> <ordinal> (من|في) {_LONGER}", trigger="ordinal")
def _first_units_of_year(
    unit: Match[UnitWord], count: Match[int], ordinal: Match[Ordinal], longer: Match[Base]
) -> Nth | None:
    first = ordinal.value.value == 1
    return _units_of_year(unit.value, 1, count.value, longer.value) if first else None


@NTHS.rule("nth_date", "<unit> <integer> <ordinal> (من|في) <unit>", trigger="ordinal")
def _first_units_of_this_year(
    unit: Match[UnitWord], count: Match[int], ordinal: Match[Ordinal], year: Match[UnitWord]
) -> Nth | None:
    this = year.value.definite and year.value.number == "singular" and year.value.unit in {Unit.MONTH, Unit.YEAR}
    if not this or ordinal.value.value != 1:
        return None
    return _units_of_year(unit.value, 1, count.value, Relative(year.value.unit, 0))


@NTHS.rule("nth_date", f"<unit> <integer> <modifier> (من|في) {_LONGER}", trigger="modifier")
def _last_units_of_year(
    unit: Match[UnitWord], count: Match[int], modifier: Match[Modifier], longer: Match[Base]
) -> Nth | None:
    return _units_of_year(unit.value, _LAST, count.value, longer.value) if modifier.value.name == "recent" else None


@NTHS.rule("range", "<season> <modifier>", trigger="season")
def _season_modified(season: Match[str], modifier: Match[Modifier]) -> Range | None:
    said = modifier.value.direction
    return _season(season.value, said) if said in {Direction.PAST, Direction.FUTURE, Direction.PRESENT} else None


@NTHS.rule("range", "هذا <season> [!العربي]")
def _this_season(season: Match[str]) -> Range:
    return _season(season.value, Direction.PRESENT)


def _season(name: str, said: Direction) -> Range:
    first, last = _SEASONS[name]
    return Range(*(Point(PartialDate(None, month), direction=said) for month in (first, last)))


def _nth_weekday(weekday: int, number: int, month: Base) -> Nth | None:
    in_month = _grain(month) is Unit.MONTH
    return Nth(number, month, weekday=weekday) if in_month and (number == _LAST or 1 <= number <= 5) else None


def _nth_unit(unit: Unit, number: int, longer: Base) -> Nth | None:
    grain = _grain(longer)
    fits = (unit in {Unit.DAY, Unit.WEEK} and grain is Unit.MONTH) or (
        unit in {Unit.DAY, Unit.WEEK, Unit.MONTH} and grain is Unit.YEAR
    )
    return Nth(number, longer, unit=unit) if fits else None


def _units_of_year(word: UnitWord, number: int, count: int, longer: Base) -> Nth | None:
    if not word.definite or word.number != "plural" or not 2 <= count <= 30:
        return None
    nth = _nth_unit(word.unit, number, longer)
    return nth._replace(units=count) if nth else None


def _grain(base: Base) -> Unit:
    """Return the unit of what a longer unit is said to be."""
    if isinstance(base, Relative):
        return base.unit if base.direction is not Direction.FOLLOWING or base.offset == 0 else Unit.DECADE
    if isinstance(base, Dated):
        return Unit.MONTH if base.day is None else Unit.DAY
    return base.date.grain if base.date is not None else Unit.DAY
