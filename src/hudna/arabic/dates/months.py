"""Rules of months and years: from their names to dates with what is said of the year."""

from typing import Final

from hudna.arabic.dates.digits import LAST_YEAR
from hudna.arabic.dates.words import Modifier, Month
from hudna.arabic.numbers import Ordinal
from hudna.calendar import Direction, PartialDate, Point, Relative, Unit
from hudna.grammar import Layer
from hudna.model import Match

MONTHS: Final = Layer("months under two names", [], once=True)
NAMED_MONTHS: Final = Layer("months called so", [], once=True)
YEARS: Final = Layer("years", [], once=True)
DATES: Final = Layer("dates", [])
DATED: Final = Layer("dates with their year", [], once=True)
FIRST_NAMED_YEAR: Final = 600  # after the word year
_FIRST_SHORT_YEAR: Final = 30  # the year 48, 67 or 73 is one of the last century; a smaller number is a count


@MONTHS.rule("month", "<month> (/|،|,|-|أو)? <month>")
@MONTHS.rule("month", "<month> ( <month> )")
@MONTHS.rule("month", "<month> (/|،|-)? <rare_month>", trigger="rare_month")
@MONTHS.rule("month", "<rare_month> (/|،|-)? <month>", trigger="rare_month")
def _double_month(first: Match[Month], second: Match[Month]) -> Month | None:
    """Return one month under two names: Levantine beside Western."""
    same = first.value.number == second.value.number and first.value.alone != "named"
    return Month(first.value.number, "named") if same else None


@NAMED_MONTHS.rule("month", "شهر <month>")
def _named_month(month: Match[Month]) -> Month:
    """Return a month that is called one, whatever else its name may mean."""
    return Month(month.value.number, "named")


@YEARS.rule("year", "(عام|العام|سنة|السنة) <integer>")
def _year(year: Match[int]) -> int | None:
    if _FIRST_SHORT_YEAR <= year.value <= 99:
        return 1900 + year.value
    return year.value if FIRST_NAMED_YEAR <= year.value <= LAST_YEAR else None


@YEARS.rule("year_date", "<year>")
def _year_alone(year: Match[int]) -> Point:
    return Point(PartialDate(year.value))


@YEARS.rule("year_date", "[في|منذ|ومنذ|وفي|ففي|خلال|حتى|وحتى|بحلول|قبل|بعد|إلى|بين|من] <year4>")
def _year_in_context(year: Match[int]) -> Point | None:
    """Return a bare number as a year after a preposition; round thousands count things as often."""
    return Point(PartialDate(year.value)) if 1900 < year.value < 2060 and year.value % 1000 else None


@DATES.rule("date", "<integer|ordinal> (من|لشهر)? <month>", trigger="month")
@DATES.rule("date", "ال <integer> من? <month>", trigger="month")
def _day_month(day: Match[int | Ordinal], month: Match[Month]) -> Point | None:
    """Return a day of a month; it is masculine: the first (ones) of March are days or weeks."""
    if isinstance(day.value, Ordinal) and day.value.feminine:
        return None
    number = day.value.value if isinstance(day.value, Ordinal) else day.value
    return Point(PartialDate(None, month.value.number, number)) if 1 <= number <= 31 else None


@DATES.rule("date", "<integer|ordinal> من? <rare_month> (من|عام|سنة)? <year|year4>", trigger="rare_month")
def _day_rare_month_year(day: Match[int | Ordinal], month: Match[Month], year: Match[int]) -> Point | None:
    date = _day_month(day, month)
    said = date.date if date else None
    return Point(PartialDate(year.value, said.month, said.day)) if said else None


@DATES.rule("date", "<month> <integer> (،|,)? <year4>", trigger="month")
def _month_day_year(month: Match[Month], day: Match[int], year: Match[int]) -> Point | None:
    return Point(PartialDate(year.value, month.value.number, day.value)) if 1 <= day.value <= 31 else None


@DATES.rule("date", "<integer|ordinal> (من|في)? <relative>", trigger="relative")
def _day_of_this_month(day: Match[int | Ordinal], month: Match[Relative]) -> Point | None:
    number = day.value.value if isinstance(day.value, Ordinal) else day.value
    if month.value.unit is not Unit.MONTH or not 1 <= number <= 31:
        return None
    if month.value.direction is Direction.FOLLOWING:
        return (
            Point(PartialDate(None, None, number), direction=Direction.FOLLOWING) if month.value.offset == 0 else None
        )
    said = {-1: Direction.PAST, 0: Direction.PRESENT, 1: Direction.FUTURE}.get(month.value.offset)
    return Point(PartialDate(None, None, number), direction=said) if said else None


@DATES.rule("date", "[في|وفي|إلى|حتى|منذ] <integer|ordinal> <of_it>", trigger="of_it")
def _day_of_that_month(day: Match[int | Ordinal], _month: Match[str]) -> Point | None:
    number = day.value.value if isinstance(day.value, Ordinal) else day.value
    return Point(PartialDate(None, None, number), direction=Direction.FOLLOWING) if 1 <= number <= 31 else None


@DATES.rule("date", "[أحداث|هجمات|اعتداءات|تفجيرات|وهجمات|وأحداث] <month> <integer>", trigger="month")
def _month_day(month: Match[Month], day: Match[int]) -> Point | None:
    """Return the day of an event that is called by its month and day, in this order."""
    return Point(PartialDate(None, month.value.number, day.value)) if 1 <= day.value <= 31 else None


@DATES.rule("month_date", "<month>")
def _month_alone(month: Match[Month]) -> Point | None:
    alone = month.value.alone in {"yes", "named"}
    return Point(PartialDate(None, month.value.number)) if alone else None


@DATES.rule(
    "month_date", "[في|وفي|ففي|منذ|ومنذ|خلال|حتى|وحتى|من|إلى|قبل|بعد|بحلول|نهاية|أواخر|مطلع|أوائل|بداية|منتصف] <month>"
)
def _month_in_context(month: Match[Month]) -> Point | None:
    return Point(PartialDate(None, month.value.number)) if month.value.alone == "context" else None


@DATES.rule("month_date", "<month> (من|في|،|,|/|-)? <year|year4>", trigger="month")
@DATES.rule("month_date", "<month> ل<year>", trigger="month")
def _month_year(month: Match[Month], year: Match[int]) -> Point:
    return Point(PartialDate(year.value, month.value.number))


@DATES.rule("month_date", "<month> <modifier>", trigger="month")
def _month_modified(month: Match[Month], modifier: Match[Modifier]) -> Point | None:
    said = modifier.value.direction
    return Point(PartialDate(None, month.value.number), direction=said) if said else None


@DATES.rule("month_date", "<month> من? <relative>", trigger="month")
@DATES.rule("month_date", "<month> ب<relative>", trigger="month")
def _month_of_that_year(month: Match[Month], year: Match[Relative]) -> Point | None:
    return _with_year_offset(Point(PartialDate(None, month.value.number)), year.value)


@DATED.rule("date", "<date> (من|في|،|,|-|/)? <year|year4>", trigger="date")
@DATED.rule("date", "<date> ل<year>", trigger="date")
def _date_year(date: Match[Point], year: Match[int]) -> Point | None:
    said = date.value.date
    if said is None or said.year is not None or said.month is None:
        return None
    return date.value._replace(date=PartialDate(year.value, said.month, said.day))


@DATED.rule("date", "<date> <modifier>", trigger="date")
def _date_modified(date: Match[Point], modifier: Match[Modifier]) -> Point | None:
    said = date.value.date
    if said is None or said.year is not None or said.month is None or modifier.value.direction is None:
        return None
    return date.value._replace(direction=modifier.value.direction)


@DATED.rule("date", "<date> من? <relative>", trigger="date")
@DATED.rule("date", "<date> ب<relative>", trigger="date")
def _date_of_that_year(date: Match[Point], year: Match[Relative]) -> Point | None:
    return _with_year_offset(date.value, year.value)


def _with_year_offset(point: Point, year: Relative) -> Point | None:
    said = point.date
    if said is None or said.year is not None or said.month is None:
        return None
    if year.unit is not Unit.YEAR:
        return None
    return point._replace(years=year.offset, direction=year.direction)
