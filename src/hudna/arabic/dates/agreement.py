"""Days named more than once in an article: where a bare mention leaves a choice, another mention decides it."""

from collections.abc import Sequence
from typing import Any, Final

from hudna.calendar import Context, Direction, PartialDate, Point, Resolution, resolve
from hudna.model import Because, Match

MIN_DAYS_GONE: Final = 4  # a bare weekday of the last days is that of the news; one further back may be the next
MAX_DAYS_NEAR: Final = 31  # a date so near to publication needs no other to say its year


def agree(times: Sequence[Match[Any]], contexts: Sequence[Context], resolutions: list[Resolution]) -> None:
    """Set right what a bare weekday or a day without a year means by what the article says of the same day elsewhere.

    A weekday that the article places ahead is ahead where no finished verb tells of it; the fourth of July is that of
    the year that the article names.
    """
    ahead: set[int] = set()
    years: dict[tuple[int, int], int] = {}
    for time, context, resolution in zip(times, contexts, resolutions, strict=True):
        said, published = time.value, context.published
        if not isinstance(said, Point) or resolution.days is None or published is None:
            continue
        if said.weekday is not None and said.date is None:
            if resolution.days.earliest > published and not context.act:
                ahead.add(said.weekday)
        elif (day := _day_of(said)) is not None and _is_placed(said, context, resolution):
            year = resolution.days.earliest.year
            years[day] = year if years.get(day, year) == year else 0  # named of two years: of none
    if not ahead and not years:
        return
    for number, (time, context) in enumerate(zip(times, contexts, strict=True)):
        said, resolution = time.value, resolutions[number]
        if not isinstance(said, Point) or resolution.days is None or context.published is None:
            continue
        gone = (context.published - resolution.days.earliest).days
        if said.weekday in ahead and _is_bare(said, context) and gone >= MIN_DAYS_GONE:
            resolutions[number] = resolve(said, context._replace(direction=Direction.FUTURE))
        elif abs(gone) > MAX_DAYS_NEAR and not _is_placed(said, context, resolution):
            named = years.get(_day_of(said) or (0, 0))
            resolutions[number] = _in_year(said, named, context, resolution) if named else resolution


def _is_bare(said: Point, context: Context) -> bool:
    """Return whether a weekday stands without a date, a distance or a word or verb that places it."""
    free = context.direction is Direction.NONE or context.act
    return said.date is None and said.days is None and said.direction is Direction.NONE and free


def _day_of(said: Point) -> tuple[int, int] | None:
    """Return the month and day of a date."""
    date = said.date
    return (date.month, date.day) if date is not None and date.month is not None and date.day is not None else None


def _is_placed(said: Point, context: Context, resolution: Resolution) -> bool:
    """Return whether a date says its year, or a word, a weekday or a verb beside it does."""
    if said.date is None or said.date.year is not None or said.direction is not Direction.NONE:
        return True
    placed = said.weekday is not None or context.told or context.direction is Direction.FUTURE
    return placed or resolution.because.code not in {"nearest_past", "nearest_future"}


def _in_year(said: Point, year: int, context: Context, resolution: Resolution) -> Resolution:
    assert said.date is not None
    date = PartialDate(year, said.date.month, said.date.day)
    if resolution.days is None or year == resolution.days.earliest.year or not date.possible:
        return resolution
    days = resolution.days.earliest.isoformat()
    return resolve(said._replace(date=date), context)._replace(
        because=Because("year_of_same_day", (("instead", days),))
    )
