"""Rules of spans: from one time to another, either of two, on two days."""

from typing import Final

from hudna.arabic.dates.digits import LIKELY_YEARS
from hudna.arabic.dates.words import Modifier, Month
from hudna.arabic.numbers import Ordinal
from hudna.calendar import Dated, Direction, Fuzzy, PartialDate, Point, Range, Relative
from hudna.grammar import Layer
from hudna.model import Match

SPANS: Final = Layer("spans", [])
DATED_SPANS: Final = Layer("spans with their year", [], once=True)
End = Point | Relative | Fuzzy | Dated
_ENDS: Final = "<day|named_day|date|month_date|year_date|relative|fuzzy_date|other_date|other_month_date|feast_date>"


@SPANS.rule("range", f"من {_ENDS} (إلى|حتى|وحتى|ولغاية|لغاية|-|–|—) {_ENDS}")
@SPANS.rule("range", f"بين {_ENDS} و{_ENDS}")
@SPANS.rule("range", "<date|month_date|year_date> (إلى|حتى) <date|month_date|year_date>")
def _range(first: Match[End], last: Match[End]) -> Range | None:
    return _span(first.value, last.value)


@SPANS.rule("range", "(يومي|يوما|أيام|ليلتي) <named_day|day> و<named_day|day> <modifier>?")
def _two_days(first: Match[Point], last: Match[Point], modifier: Match[Modifier] | None) -> Range | None:
    said = modifier.value.direction if modifier else None
    start, end = first.value, last.value
    if said:
        start = start._replace(direction=said)
        end = end._replace(direction=said)
    elif end.direction is not Direction.NONE:
        start = start._replace(direction=end.direction)
    return _span(start, end)


@SPANS.rule("range", "<weekday> و<weekday> <modifier>", trigger="modifier")
def _two_days_modified(first: Match[int], last: Match[int], modifier: Match[Modifier]) -> Range | None:
    """Return two weekdays that one word in the dual places."""
    said = modifier.value.direction
    if said not in {Direction.PAST, Direction.FUTURE} or not modifier.value.dual:
        return None
    return Range(Point(weekday=first.value, direction=said), Point(weekday=last.value, direction=said))


@SPANS.rule("range", "أيام <weekday> و<weekday> و<weekday> <modifier>?")
def _three_days(
    first: Match[int], _second: Match[int], last: Match[int], modifier: Match[Modifier] | None
) -> Range | None:
    said = modifier.value.direction if modifier else None
    start, end = (Point(weekday=day.value, direction=said or Direction.NONE) for day in (first, last))
    return Range(start, end)


@SPANS.rule("range", "<integer|ordinal> و<date>", trigger="date")
@SPANS.rule("range", "<integer|ordinal> (أو|إلى|حتى|وحتى|-|–|—) <date>", trigger="date")
@SPANS.rule("range", "(يومي|أيام|بين|من) <integer|ordinal> و<date>", trigger="date")
@SPANS.rule("range", "(من|بين) <integer|ordinal> (إلى|حتى|وحتى|-|–|—) <date>", trigger="date")
def _days_of_month(day: Match[int | Ordinal], last: Match[Point]) -> Range | None:
    number = day.value.value if isinstance(day.value, Ordinal) else day.value
    said = last.value.date
    if said is None or said.day is None or not 1 <= number < said.day or last.value.weekday is not None:
        return None
    if number < 10 and said.day in {20, 30} and day.rule != "digits":  # five and twenty is one number
        return None
    return Range(last.value._replace(date=PartialDate(said.year, said.month, number)), last.value)


@SPANS.rule("range", "أيام? <integer|ordinal> و<range>", trigger="range")
def _another_day(day: Match[int | Ordinal], days: Match[Range]) -> Range | None:
    number = day.value.value if isinstance(day.value, Ordinal) else day.value
    first, last = days.value.first, days.value.last
    if not isinstance(first, Point) or not isinstance(last, Point) or first.date is None or last.date is None:
        return None
    one_month = first.date[:2] == last.date[:2] and first.date.day == number + 1
    return Range(first._replace(date=first.date._replace(day=number)), last) if one_month and number else None


@SPANS.rule("range", "<day_span> من? <month>", trigger="day_span")
def _day_span(days: Match[tuple[int, int]], month: Match[Month]) -> Range:
    return _day_span_of(month.value.number, *days.value)


@SPANS.rule("range", "<month> <day_span>", trigger="day_span")
def _month_and_day_span(month: Match[Month], days: Match[tuple[int, int]]) -> Range:
    return _day_span(days, month)


@SPANS.rule("range", "<month> <integer> (إلى|حتى|-|و) <integer>", trigger="month")
def _month_and_days(month: Match[Month], first: Match[int], last: Match[int]) -> Range | None:
    return _day_span_of(month.value.number, first.value, last.value) if first.value < last.value <= 31 else None


@SPANS.rule("range", "(شهري|شهرا|بين) <month> و<month_date>", trigger="month")
@SPANS.rule("range", "<month> (أو|إلى|-|–|—) <month_date>", trigger="month_date")
def _months(first: Match[Month], last: Match[Point]) -> Range | None:
    said = last.value.date
    if said is None or said.month == first.value.number:
        return None
    return Range(last.value._replace(date=PartialDate(None, first.value.number)), last.value)


@SPANS.rule("range", "<month> أو <month>", trigger="month")
def _either_month(first: Match[Month], last: Match[Month]) -> Range | None:
    if first.value.number == last.value.number:
        return None
    return Range(Point(PartialDate(None, first.value.number)), Point(PartialDate(None, last.value.number)))


@SPANS.rule("range", "<month> و<month_date>", trigger="month")
def _months_of_a_year(first: Match[Month], last: Match[Point]) -> Range | None:
    """Return two months as one where the year of the last holds for both; else each stands for itself."""
    said = last.value.date
    if said is None or (said.year is None and last.value.direction is Direction.NONE):
        return None
    return _months(first, last)


@SPANS.rule("range", "(عامي|عام|سنتي|أعوام|سنوات) <year4> (أو|-|–|—|إلى|حتى) <year4>", trigger="year4")
@SPANS.rule("range", "(عامي|العامين|سنتي|أعوام|بين) <year4> و<year4>", trigger="year4")
def _years(first: Match[int], last: Match[int]) -> Range | None:
    if not first.value < last.value:
        return None
    return Range(Point(PartialDate(first.value)), Point(PartialDate(last.value)))


@SPANS.rule("range", "(أعوام|سنوات|الأعوام) <year4> و<year4> و<year4>", trigger="year4")
def _three_years(first: Match[int], _second: Match[int], last: Match[int]) -> Range | None:
    return _years(first, last)


@SPANS.rule("range", "(عامي|عام|في|بين|أعوام|خلال|موسم) <year_span>")
@SPANS.rule("range", "<year_span>")
def _year_span(years: Match[tuple[int, int]]) -> Range | None:
    first, last = (Point(PartialDate(year)) for year in years.value)
    return Range(first, last) if years.value[0] in LIKELY_YEARS and years.value[1] in LIKELY_YEARS else None


@DATED_SPANS.rule("range", "<range> (من|،|,)? <year|year4>", trigger="range")
def _span_of_year(span: Match[Range], year: Match[int]) -> Range | None:
    ends = [span.value.first, span.value.last]
    dated = [_with_year(end, year.value) for end in ends]
    first, last = dated
    return Range(first, last) if first is not None and last is not None else None


@DATED_SPANS.rule("range", "<range> <modifier>", trigger="range")
def _span_modified(span: Match[Range], modifier: Match[Modifier]) -> Range | None:
    said = modifier.value.direction
    first, last = span.value.first, span.value.last
    if said is None or not isinstance(first, Point) or not isinstance(last, Point):
        return None
    if last.direction is not Direction.NONE or (last.date is not None and last.date.year is not None):
        return None
    return Range(first._replace(direction=said), last._replace(direction=said))


def _day_span_of(month: int, first: int, last: int) -> Range:
    return Range(Point(PartialDate(None, month, first)), Point(PartialDate(None, month, last)))


def _with_year(end: End, year: int) -> Point | None:
    if not isinstance(end, Point) or end.date is None or end.date.year is not None or end.date.month is None:
        return None
    return end._replace(date=PartialDate(year, end.date.month, end.date.day))


def _span(first: End, last: End) -> Range | None:
    """Return the span of two ends of like grain; the month or direction of the last holds for the first."""
    if isinstance(first, Point) and isinstance(last, Point):
        if (first.date is None) != (last.date is None) and first.days is None and last.days is None:
            return None if first.weekday is None and last.weekday is None else Range(first, last)
        if first.direction is Direction.NONE and first.weekday is not None and first.date is None:
            first = first._replace(direction=last.direction)
    return Range(first, last)
