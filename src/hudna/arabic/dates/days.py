"""Rules of days: weekdays, today and yesterday, parts of the day, and all of them beside a date."""

from typing import Final

from hudna.arabic.dates.words import Modifier, PartWord
from hudna.calendar import Direction, Point, Relative, Unit, Vague
from hudna.grammar import Layer
from hudna.model import Match

NAMED: Final = Layer("weekdays", [])
DAYS: Final = Layer("days", [])
JOINED: Final = Layer("weekdays beside dates", [])
_NIGHT: Final = "NI"


@NAMED.rule("named_day", "<weekday>")
@NAMED.rule("named_day", "(يوم|نهار|بيوم) <weekday>")
def _weekday(weekday: Match[int]) -> Point:
    return Point(weekday=weekday.value)


@NAMED.rule("named_day", "<weekday> <modifier>", trigger="weekday")
@NAMED.rule("named_day", "(يوم|نهار) <weekday> <modifier>", trigger="weekday")
def _weekday_modified(weekday: Match[int], modifier: Match[Modifier]) -> Point | None:
    said = modifier.value.direction
    return Point(weekday=weekday.value, direction=said) if said else None


@NAMED.rule("named_day", "(هذا|هذه) <weekday>")
def _this_weekday(weekday: Match[int]) -> Point:
    return Point(weekday=weekday.value)


@DAYS.rule("day", "(يوم|نهار) <day>")
def _named_as_day(day: Match[Point]) -> Point | None:
    return day.value if day.value.weekday is None and not day.value.part else None


@DAYS.rule("day", "<day> (،|,)? <named_day>", trigger="day")
@DAYS.rule("day", "<day> ( <named_day> )", trigger="day")
def _day_and_weekday(day: Match[Point], weekday: Match[Point]) -> Point | None:
    if day.value.days is None or day.value.weekday is not None or weekday.value.direction is not Direction.NONE:
        return None
    return day.value._replace(weekday=weekday.value.weekday)


@DAYS.rule("day", "<named_day> (،|,)? <day>", trigger="day")
@DAYS.rule("day", "<named_day> ( <day> )", trigger="day")
def _weekday_and_day(weekday: Match[Point], day: Match[Point]) -> Point | None:
    """Return a weekday with the word that places it: Tuesday, yesterday; today may open a clause of its own."""
    if day.value.days in {None, 0} or day.value.weekday is not None or weekday.value.direction is not Direction.NONE:
        return None
    return day.value._replace(weekday=weekday.value.weekday)


@DAYS.rule("day", "<part> <day|named_day>", trigger="part")
def _part_of_day(part: Match[PartWord], day: Match[Point]) -> Point | None:
    if part.value.form not in {"bare", "adverb"} or day.value.part or day.value.clock:
        return None
    return day.value._replace(part=part.value.value)


@DAYS.rule("day", "<day|named_day> <part>", trigger="part")
def _day_and_part(day: Match[Point], part: Match[PartWord]) -> Point | None:
    if part.value.form == "meridiem" or day.value.part or day.value.clock:
        return None
    return day.value._replace(part=part.value.value)


@DAYS.rule("day", "(هذا|هذه) <part>")
def _this_part(part: Match[PartWord]) -> Point | None:
    return Point(days=0, part=part.value.value) if part.value.form == "definite" else None


@DAYS.rule("day", "<part> <weekday> (-|–|—|/|إلى)? <weekday>", trigger="part")
def _night_between(part: Match[PartWord], first: Match[int], second: Match[int]) -> Point | None:
    """Return the night from one day to the next: the night of Saturday Sunday."""
    if part.value.value != _NIGHT or (second.value - first.value) % 7 != 1:
        return None
    return Point(weekday=first.value, part=_NIGHT, overnight=True)


@DAYS.rule("day", "(وقت|ساعة) (متأخر|متأخرة|مبكر|مبكرة) من? <day|named_day>", trigger="day")
def _late_on_day(day: Match[Point]) -> Point:
    return day.value


@DAYS.rule("vague_date", "<vague> (من|يوم)? <day|named_day|relative>", trigger="vague")
@DAYS.rule("vague_date", "<vague_beside> (من|يوم)? <day|named_day|relative>", trigger="vague_beside")
def _vague_on_day(vague: Match[Vague], day: Match[Point | Relative]) -> Vague:
    return vague.value._replace(day=day.value)


@DAYS.rule("day", "<weekday> من <relative>", trigger="relative")
def _weekday_of_week(weekday: Match[int], week: Match[Relative]) -> Point | None:
    if week.value.unit is not Unit.WEEK or week.value.direction is not Direction.NONE:
        return None
    said = {-1: Direction.PAST, 0: Direction.NONE, 1: Direction.FUTURE}.get(week.value.offset)
    return Point(weekday=weekday.value, direction=said) if said else None


@JOINED.rule("date", "<day|named_day> (،|,|-)? (الموافق|المصادف|في)? <date|day_month>", trigger="date")
@JOINED.rule("date", "<day|named_day> ( <date|day_month> )", trigger="date")
def _day_and_date(day: Match[Point], date: Match[Point]) -> Point | None:
    return _joined(day.value, date.value)


@JOINED.rule("date", "<date> ( <named_day> )", trigger="date")
@JOINED.rule("date", "<date> (،|,)? <named_day>", trigger="date")
def _date_and_day(date: Match[Point], day: Match[Point]) -> Point | None:
    """Return a date with the weekday after it, unless that begins something new: it must fit the date."""
    joined = _joined(day.value, date.value)
    if joined is None or joined.date is None or joined.date.interval is None:
        return None
    return joined if joined.date.interval.earliest.isoweekday() == joined.weekday else None


@JOINED.rule("date", "(يوم|نهار) <date|day_month>")
def _date_called_day(date: Match[Point]) -> Point | None:
    return date.value if date.value.weekday is None else None


@JOINED.rule("date", "<part> <date>", trigger="part")
@JOINED.rule("date", "<part> (يوم|من|في) <date>", trigger="part")
def _part_of_date(part: Match[PartWord], date: Match[Point]) -> Point | None:
    if part.value.form != "bare" or date.value.part or date.value.clock:
        return None
    return date.value._replace(part=part.value.value)


@JOINED.rule("date", "<date> <part>", trigger="part")
def _date_and_part(date: Match[Point], part: Match[PartWord]) -> Point | None:
    if part.value.form in {"bare", "meridiem"} or date.value.part or date.value.clock:
        return None
    return date.value._replace(part=part.value.value)


@JOINED.rule(
    "stop", "(شارع|ساحة|ميدان|جسر|حي|ملعب|مدينة|جامعة|حركة|كتيبة|معسكر|حديقة|دوار|نفق|ثكنة|مجمع|محافظة) <date>"
)
def _called_by_date(date: Match[Point]) -> str | None:
    """Return that a date names a street, a square, a quarter."""
    said = date.value.date
    named = said is not None and said.year is None and said.day is not None and said.month is not None
    return "place" if named and date.value.direction is Direction.NONE else None


@JOINED.rule("date", "[في|منذ|حتى|بتاريخ|تاريخ|مؤرخ|إلى|بين] <day_month>")
def _day_month_in_context(date: Match[Point]) -> Point:
    return date.value


def _joined(day: Point, date: Point) -> Point | None:
    if date.weekday is not None or day.direction not in {Direction.NONE, date.direction} or date.date is None:
        return None
    if day.weekday is None and day.days is None:
        return None
    return date._replace(weekday=day.weekday, part=day.part or date.part)
