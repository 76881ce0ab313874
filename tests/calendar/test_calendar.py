"""Partial dates, intervals and resolution, without words."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.calendar import (
    Clock,
    Context,
    Direction,
    Edge,
    Fuzzy,
    Interval,
    Length,
    PartialDate,
    Point,
    Range,
    Recent,
    Relative,
    Repeat,
    Shift,
    Shifted,
    Unit,
    Vague,
    resolve,
)

WEDNESDAY = dt.date(2018, 3, 7)


def days(expression, published=WEDNESDAY, **context):
    resolution = resolve(expression, Context(published, **context))
    return resolution.earliest, resolution.latest


@pytest.mark.parametrize(
    ("date", "value", "possible"),
    [
        (PartialDate(2017), "2017", True),
        (PartialDate(2017, 7), "2017-07", True),
        (PartialDate(2017, 7, 4), "2017-07-04", True),
        (PartialDate(None, 7, 4), "XXXX-07-04", True),
        (PartialDate(None, None, 4), "XXXX-XX-04", True),
        (PartialDate(None, 2, 29), "XXXX-02-29", True),
        (PartialDate(2017, 2, 29), "2017-02-29", False),
        (PartialDate(None, 2, 31), "XXXX-02-31", False),
        (PartialDate(2017, 13), "2017-13", False),
        (PartialDate(0, 1, 1), "0000-01-01", False),
    ],
)
def test_partial_dates_have_values(date, value, possible):
    """What is not said is X; what can't be has a value and no days."""
    assert (value, possible) == (date.timex(), date.possible)
    assert possible or date.interval is None


@pytest.mark.parametrize(
    ("relative", "value", "earliest", "latest"),
    [
        (Relative(Unit.WEEK, -1), "2018-W09", dt.date(2018, 2, 26), dt.date(2018, 3, 4)),
        (Relative(Unit.MONTH, 10), "2019-01", dt.date(2019, 1, 1), dt.date(2019, 1, 31)),
        (Relative(Unit.QUARTER, -1), "2017-Q4", dt.date(2017, 10, 1), dt.date(2017, 12, 31)),
        (Relative(Unit.YEAR, 0), "2018", dt.date(2018, 1, 1), dt.date(2018, 12, 31)),
        (Relative(Unit.DECADE, -1), "200", dt.date(2000, 1, 1), dt.date(2009, 12, 31)),
        (Relative(Unit.CENTURY, -1), "19", dt.date(1900, 1, 1), dt.date(1999, 12, 31)),
    ],
)
def test_relative_units(relative, value, earliest, latest):
    """Units are counted from the one that holds the publication day."""
    resolution = resolve(relative, Context(WEDNESDAY))

    assert (value, earliest, latest) == (resolution.value, resolution.earliest, resolution.latest)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)), st.integers(1, 7))
def test_bare_weekday_is_the_last_one(published, weekday):
    """A bare weekday lies in the seven days that end with the publication day."""
    earliest, latest = days(Point(weekday=weekday), published)

    assert earliest == latest
    assert weekday == earliest.isoweekday()
    assert 0 <= (published - earliest).days <= 6


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)), st.integers(1, 7))
def test_next_weekday_is_after_publication(published, weekday):
    """The weekday said to be next lies in the seven days after the publication day."""
    earliest, _ = days(Point(weekday=weekday, direction=Direction.FUTURE), published)

    assert weekday == earliest.isoweekday()
    assert 1 <= (earliest - published).days <= 7


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)), st.integers(1, 12), st.integers(1, 28))
def test_yearless_date_is_within_a_year(published, month, day):
    """A date without a year is at most nine months past, else to come."""
    earliest, _ = days(Point(PartialDate(None, month, day)), published)

    assert -92 <= (published - earliest).days <= 274


@pytest.mark.parametrize("direction", [Direction.PAST, Direction.FUTURE])
def test_leap_day_goes_to_the_leap_year(direction):
    """29 February is that of a leap year, four years off if need be."""
    expected = {Direction.PAST: dt.date(2016, 2, 29), Direction.FUTURE: dt.date(2020, 2, 29)}[direction]

    assert (expected, expected) == days(Point(PartialDate(None, 2, 29), direction=direction))


def test_weekday_decides_the_year_where_one_fits():
    """Tuesday 10 April is of 2018; Monday 10 April was of 2017."""
    assert dt.date(2018, 4, 10) == days(Point(PartialDate(None, 4, 10), weekday=2))[0]
    assert dt.date(2017, 4, 10) == days(Point(PartialDate(None, 4, 10), weekday=1))[0]


def test_weekday_beside_today_sets_a_feed_right_by_one_day():
    """What is "today, Tuesday" in an article dated Wednesday is Tuesday; a weekday further off is a problem."""
    near = resolve(Point(days=0, weekday=2), Context(WEDNESDAY))
    far = resolve(Point(days=0, weekday=6), Context(WEDNESDAY))

    assert (dt.date(2018, 3, 6), ()) == (near.earliest, near.problems)
    assert (WEDNESDAY, ("weekday_mismatch",)) == (far.earliest, far.problems)


EVERY_RELATIVE = [
    Point(days=-1),
    Point(weekday=3),
    Point(PartialDate(None, 3, 3)),
    Point(PartialDate(None, None, 3), direction=Direction.PRESENT),
    Point(clock=Clock(12)),
    Relative(Unit.WEEK, 1),
    Fuzzy("early", Relative(Unit.YEAR, 0), ((Unit.YEAR, 1, 3),)),
    Shift(Length(3, Unit.DAY), Shifted.AGO),
    Shift(Length(3, Unit.DAY), Shifted.AFTER),
    Recent(Length(3, Unit.DAY), Direction.PAST),
    Vague("PAST_REF"),
    Range(Point(weekday=1), Point(weekday=2)),
    Length(2, Unit.HOUR),
    Repeat("P1D"),
]


@pytest.mark.parametrize("expression", EVERY_RELATIVE, ids=lambda expression: type(expression).__name__)
def test_nothing_is_resolved_without_a_publication_day(expression):
    """Without the day of writing there are no days, and the reason says so."""
    resolution = resolve(expression, Context(None))

    assert (None, None) == (resolution.earliest, resolution.latest)
    assert resolution.because.code in {"published_unknown", "reference_unknown", "duration", "repetition"}


@pytest.mark.parametrize("published", [dt.date.min, dt.date.max, dt.date(2018, 12, 31)])
@pytest.mark.parametrize("count", [1, 9, 100_000, 10**11, 1.5])
@pytest.mark.parametrize("unit", list(Unit))
def test_no_distance_raises(published, count, unit):
    """Distances that leave the calendar have no days."""
    for how in Shifted:
        resolve(Shift(Length(count, unit), how), Context(published, Direction.FUTURE))
    for direction in (Direction.PAST, Direction.FUTURE):
        resolve(Recent(Length(count, unit), direction), Context(published))


@pytest.mark.parametrize("published", [dt.date.min, dt.date.max])
@pytest.mark.parametrize("expression", EVERY_RELATIVE, ids=lambda expression: type(expression).__name__)
@pytest.mark.parametrize("direction", list(Direction))
def test_the_ends_of_the_calendar_raise_nothing(published, expression, direction):
    """The first and the last day of the calendar are days like others."""
    for edge in (None, *Edge):
        resolve(expression, Context(published, direction, Interval(published, published), edge))


@pytest.mark.parametrize(
    ("edge", "expected"),
    [
        (Edge.SINCE, (dt.date(2018, 3, 5), None)),
        (Edge.UNTIL, (None, dt.date(2018, 3, 5))),
        (Edge.BEFORE, (None, dt.date(2018, 3, 4))),
        (Edge.AFTER, (dt.date(2018, 3, 5), None)),
    ],
)
def test_edges_open_an_end(edge, expected):
    """Since, until, before and after leave one end open."""
    assert expected == days(Point(PartialDate(2018, 3, 5)), edge=edge)


def test_range_ends_share_the_year_of_the_last():
    """From 28 December to 3 January 2018 begins in 2017."""
    span = Range(Point(PartialDate(None, 12, 28)), Point(PartialDate(2018, 1, 3)))

    assert (dt.date(2017, 12, 28), dt.date(2018, 1, 3)) == days(span)


def test_reversed_range_is_a_problem():
    """A range that ends before it begins has no days."""
    resolution = resolve(Range(Point(PartialDate(2018)), Point(PartialDate(2017))), Context(WEDNESDAY))

    assert (None, ("range_reversed",)) == (resolution.days, resolution.problems)
