"""Publication days as machines print them."""

import datetime as dt

import pytest

from hudna.intake import parse_published
from hudna.intake.published import NOT_UNDERSTOOD, parse_day
from hudna.model import Because, PublishedBasis


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2017-07-05", "2017-07-05"),
        ("2017-07-05T23:30:00-05:00", "2017-07-05"),
        ("2017-07-05T00:30:00.123Z", "2017-07-05"),
        ("2018-02-19T00:16:11+04:00", "2018-02-19"),
        ("2017-07-05 23:30", "2017-07-05"),
        ("20170705", "2017-07-05"),
        ("20170705T233000Z", "2017-07-05"),
        ("2017/7/5", "2017-07-05"),
        ("٢٠١٧-٠٧-٠٥", "2017-07-05"),
        ("Wed, 05 Jul 2017 23:30:00 -0500", "2017-07-05"),
        ("Wed, 5 Jul 2017 23:30:00 GMT", "2017-07-05"),
        ("5 July 2017", "2017-07-05"),
        ("12/22/2021 7:13:52 PM", "2021-12-22"),
        ("5/7/2017 7:13:52 PM", "2017-05-07"),
        ("05/07/2017", "2017-07-05"),
        ("05/07/2017 19:13", "2017-07-05"),
        ("05-07-2017", "2017-07-05"),
        ("05.07.2017", "2017-07-05"),
    ],
)
def test_parse_day_keeps_the_printed_day(words: str, day: str):
    """The day is the one printed, whatever the zone."""
    assert dt.date.fromisoformat(day) == parse_day(words)


@pytest.mark.parametrize(
    "words",
    [
        "2017",
        "© 2017",
        "2017-13-05",
        "31/02/2017",
        "0001-01-01T00:00:00",
        "1499212800",
        "yesterday",
        "",
        " ",
        "2017-07",
        "5/7",
        "13/13/2017",
        "2017075",
        "2017-07-05 and more",
        "5 Abc 2017",
    ],
)
def test_parse_day_takes_no_less_than_a_day(words: str):
    """A year, a month, a number or a day that never was is no publication day."""
    assert parse_day(words) is None


def test_parse_published_says_why():
    """The reason holds the words and what printed them."""
    published = parse_published(" 2017-07-05 ", PublishedBasis.PAGE, mark="json_ld")

    assert (dt.date(2017, 7, 5), PublishedBasis.PAGE) == (published.day, published.basis)
    assert Because("day_page", (("words", "2017-07-05"), ("mark", "json_ld"))) == published.because
    assert parse_published("soon", PublishedBasis.GIVEN) is NOT_UNDERSTOOD
    assert Because("published_not_understood") == NOT_UNDERSTOOD.because
