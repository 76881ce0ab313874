"""The day of publication is never narrower than the clues to it."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.calendar.publication import infer_published
from hudna.model import Because, Clue, PublishedBasis, Span

DAYS = st.dates(dt.date(2017, 1, 1), dt.date(2017, 3, 1))


def clue(earliest=None, latest=None, weekday=None, code="told_past"):
    days = [day and dt.date.fromisoformat(day) if isinstance(day, str) else day for day in (earliest, latest)]
    return Clue(Span(0, 1), *days, weekday, Because(code))


@pytest.mark.parametrize(
    ("clues", "earliest", "latest", "of"),
    [
        ([clue("2017-01-01")], "2017-01-01", None, "told_past"),
        (
            [clue("2017-01-01"), clue(None, "2017-02-01", code="told_ahead")],
            "2017-01-01",
            "2017-02-01",
            "told_past told_ahead",
        ),
        ([clue("2016-01-01"), clue("2017-01-01")], "2017-01-01", None, "told_past"),
        # the fourth of July 2017 was a Tuesday
        (
            [clue("2017-07-03", "2017-07-05"), clue(weekday=2, code="weekday_told")],
            "2017-07-04",
            "2017-07-04",
            "told_past weekday_told",
        ),
        ([clue("2017-07-01"), clue(weekday=2)], "2017-07-01", None, "told_past"),
    ],
)
def test_clues_are_joined(clues, earliest, latest, of):
    """The days are those that all clues allow, and the reason names the clues that bound them."""
    published, against = infer_published(clues)

    assert (earliest, latest) == tuple(day and day.isoformat() for day in (published.earliest, published.latest))
    assert PublishedBasis.INFERRED is published.basis
    assert {"of": of} == dict(published.because.args)
    assert () == against


def test_clues_that_contradict_each_other_are_left_aside():
    """What is told as past after what is told as to come decides nothing; the third clue stands."""
    wrong = [clue("2018-01-01"), clue(None, "2017-01-01")]
    published, against = infer_published([*wrong, clue("2015-01-01")])

    assert (dt.date(2015, 1, 1), None) == (published.earliest, published.latest)
    assert tuple(wrong) == against
    assert infer_published(wrong).published is None


def test_a_weekday_outside_the_days_decides_nothing():
    """A weekday that none of the days is on is left aside."""
    named = clue(weekday=7)
    published, against = infer_published([clue("2017-07-04", "2017-07-05"), named])

    assert (4, 5) == (published.earliest.day, published.latest.day)
    assert (named,) == against


def test_weekdays_alone_say_nothing():
    """Without a bound there is no day, however often the weekday is told."""
    assert infer_published([clue(weekday=2)]).published is None
    assert 2 == len(infer_published([clue(weekday=2), clue(weekday=3)]).against)


@given(DAYS, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.booleans(), st.booleans()), max_size=6))
def test_true_clues_always_hold_the_true_day(day, ends):
    """Days inferred from clues that hold a day hold it too."""
    clues = [
        clue(
            day - dt.timedelta(before) if low else None,
            day + dt.timedelta(after) if high else None,
            day.isoweekday() if not low and not high else None,
        )
        for before, after, low, high in ends
    ]
    published, against = infer_published(clues)

    assert () == against
    if published is not None:
        assert (published.earliest or day) <= day <= (published.latest or day)
