"""Rules of other calendars and of feasts: 12 Ramadan 1438, the month of Shaban, Eid al-Fitr 2017, 22 Bahman."""

from typing import Final

from hudna.arabic.dates.words import Modifier, OtherMonth
from hudna.arabic.numbers import Ordinal
from hudna.calendar import Dated, Direction, Point, System
from hudna.grammar import Layer
from hudna.model import Match

CALENDARS: Final = Layer("months of other calendars", [])
FEASTS: Final = Layer("feasts and dates of other calendars", [])
_YEARS: Final = {System.HIJRI: range(1300, 1501), System.SOLAR_HIJRI: range(1250, 1450)}
_NEAR_YEARS: Final = range(1900, 2060)
_AFTER_HIJRA: Final = "(ه|هجري|هجرية|هجريا|للهجرة)"


@CALENDARS.rule("other_day", "<integer|ordinal> (من|لشهر)? شهر? <other_month>", trigger="other_month", latent=True)
def _day_of_month(day: Match[int | Ordinal], month: Match[OtherMonth]) -> tuple[Dated, str] | None:
    number = day.value.value if isinstance(day.value, Ordinal) else day.value
    system, place, alone = month.value
    return (Dated(system, place, number), alone) if 1 <= number <= 31 else None


@CALENDARS.rule("other_date", "<other_day>")
def _day_alone(day: Match[tuple[Dated, str]]) -> Dated | None:
    dated, alone = day.value
    return dated if alone != "year" else None


@CALENDARS.rule("other_date", "<other_day> (عام|سنة|من|لعام|لسنة|،)? <integer>", trigger="other_day")
def _day_of_year(day: Match[tuple[Dated, str]], year: Match[int]) -> Dated | None:
    return _in_year(day.value[0], year.value)


@CALENDARS.rule("other_date", f"<other_date> {_AFTER_HIJRA}")
@CALENDARS.rule("other_month_date", f"<other_month_date> {_AFTER_HIJRA}")
def _after_hijra(date: Match[Dated]) -> Dated | None:
    return date.value if date.value.year is not None and date.value.system is System.HIJRI else None


@CALENDARS.rule("other_date", "<other_date> <modifier>", trigger="other_date")
def _day_modified(date: Match[Dated], modifier: Match[Modifier]) -> Dated | None:
    said = modifier.value.direction
    return date.value._replace(direction=said) if said and date.value.year is None else None


@CALENDARS.rule("other_date", "<other_date> (ه|هجري|هجرية)? (ش|شمسي|شمسية)")
def _solar(date: Match[Dated]) -> Dated | None:
    return date.value if date.value.system is System.SOLAR_HIJRI and date.value.year is not None else None


@CALENDARS.rule("other_date", "<year> (ه|هجري|هجرية)? (ش|شمسي|شمسية)", trigger="year")
def _solar_year(year: Match[int]) -> Dated | None:
    return Dated(System.SOLAR_HIJRI, year=year.value) if year.value in _YEARS[System.SOLAR_HIJRI] else None


@CALENDARS.rule("other_day", "<nth> (أيام|يوم) (من|في)? شهر? <other_month>", trigger="other_month", latent=True)
def _nth_day_of_month(number: Match[int], month: Match[OtherMonth]) -> tuple[Dated, str] | None:
    return _day_of_month(number, month)


@CALENDARS.rule("other_date", f"<year> {_AFTER_HIJRA}", trigger="year")
def _hijri_year(year: Match[int]) -> Dated | None:
    return Dated(System.HIJRI, year=year.value) if year.value in _YEARS[System.HIJRI] else None


@CALENDARS.rule("other_month_date", "<other_month> (عام|سنة|من|لعام|لسنة)? <integer>", trigger="other_month")
@CALENDARS.rule("other_month_date", "شهر <other_month> (عام|سنة|من|لعام|لسنة)? <integer>", trigger="other_month")
def _month_of_year(month: Match[OtherMonth], year: Match[int]) -> Dated | None:
    return _in_year(Dated(month.value.system, month.value.number), year.value)


@CALENDARS.rule("other_month_date", "شهر <other_month>")
def _named_month(month: Match[OtherMonth]) -> Dated:
    return Dated(month.value.system, month.value.number)


@CALENDARS.rule(
    "other_month_date",
    "[في|خلال|قبل|قبيل|بعد|منذ|حتى|طوال|طيلة|مطلع|أوائل|بداية|منتصف|أواخر|نهاية|غرة] <other_month>",
)
def _month_in_context(month: Match[OtherMonth]) -> Dated | None:
    return Dated(month.value.system, month.value.number) if month.value.alone == "context" else None


@CALENDARS.rule("other_month_date", "شهر? <other_month> <modifier>", trigger="other_month")
def _month_modified(month: Match[OtherMonth], modifier: Match[Modifier]) -> Dated | None:
    said = modifier.value.direction
    return (
        Dated(month.value.system, month.value.number, direction=said) if said and month.value.alone != "year" else None
    )


@FEASTS.rule("feast_date", "<feast> (المبارك|السعيد|المجيد|الشريف)?")
def _feast(feast: Match[Dated]) -> Dated:
    return feast.value


@FEASTS.rule("feast_date", "<feast> (المبارك|السعيد|المجيد)? (عام|لعام|سنة|من)? <year|year4>", trigger="feast")
def _feast_of_year(feast: Match[Dated], year: Match[int]) -> Dated | None:
    return _in_year(feast.value, year.value)


@FEASTS.rule("feast_date", "<feast> <modifier>", trigger="feast")
def _feast_modified(feast: Match[Dated], modifier: Match[Modifier]) -> Dated | None:
    said = modifier.value.direction
    return feast.value._replace(direction=said) if said in {Direction.PAST, Direction.FUTURE} else None


@FEASTS.rule("feast_date", "<nth> أيام <feast_date>", trigger="nth")
def _day_of_feast(number: Match[int], feast: Match[Dated]) -> Dated | None:
    day = feast.value.day
    return feast.value._replace(day=day + number.value - 1) if day is not None and 1 <= number.value <= 4 else None


@FEASTS.rule("date", "<other_date> (الموافق|المصادف|الموافقة|،|/|-)? <date>", trigger="other_date")
@FEASTS.rule("date", "<other_date> ( <date> )", trigger="other_date")
@FEASTS.rule("date", "<other_date> (الموافق|الموافقة) ل<date>", trigger="other_date")
def _same_day(other: Match[Dated], date: Match[Point]) -> Point | None:
    """Return a date written in two calendars; the Gregorian one is what the press dates by."""
    return date.value if other.value.day is not None and date.value.date is not None else None


@FEASTS.rule("date", "<date> (الموافق|المصادف|الموافقة|،|/|-)? <other_date>", trigger="other_date")
@FEASTS.rule("date", "<date> ( <other_date> )", trigger="other_date")
@FEASTS.rule("date", "<date> (الموافق|الموافقة) ل<other_date>", trigger="other_date")
def _same_day_too(date: Match[Point], other: Match[Dated]) -> Point | None:
    return _same_day(other, date)


@FEASTS.rule("other_date", "<day|named_day> (،|,)? (الموافق|المصادف|في)? <other_date>", trigger="other_date")
def _day_and_other(day: Match[Point], other: Match[Dated]) -> Dated | None:
    return other.value if other.value.day is not None and day.value.direction is Direction.NONE else None


def _in_year(dated: Dated, year: int) -> Dated | None:
    if year in _YEARS.get(dated.system, ()):
        return dated._replace(year=year)
    return dated._replace(within=year) if year in _NEAR_YEARS else None
