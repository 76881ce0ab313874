"""The public door to dates, and texts that are made to break it."""

import datetime as dt
import doctest
import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from hudna import dates
from hudna.cli.main import app

WORDS = [
    *"الثلاثاء الرابع والعشرين من تموز يوليو / ( ) ، 2017 4 31 99999 قبل منذ بعد ثلاثة أيام الماضية".split(),  # noqa: SIM905
    *"المقبل أمس صباح الساعة 23:59 والنصف عام بين وشباط إلى نهاية كل يومي \n . ـ و ال 4/7/2017 12-15 22/1".split(),  # noqa: SIM905
]


def test_find_tells_where_and_when():
    """A time knows its place in the text, its value, its days and why."""
    text = "قُتل شرطيان أمس الثلاثاء."
    [found] = dates.find(text, on="2018-03-07")

    assert "أمس الثلاثاء" == found.text == text[found.start : found.end]
    assert ("date", "2018-03-06", "day") == (found.type, found.value, found.grain)
    assert dt.date(2018, 3, 6) == found.earliest == found.latest
    assert {
        "code": "offset_from_publication",
        "args": {"offset": "-1", "reference": "2018-03-07", "unit": "day"},
    } == found.because


def test_find_takes_a_date_or_its_iso_form():
    """Both ways of giving the day are the same; without it, nothing is counted."""
    text = "وصل أمس"

    assert dates.find(text, on="2018-03-07") == dates.find(text, on=dt.date(2018, 3, 7))
    assert dates.find(text)[0].earliest is None


def test_find_refuses_what_is_no_day():
    """A day that is none is the caller's error."""
    with pytest.raises(ValueError, match="soon"):
        dates.find("أمس", on="soon")


@given(st.lists(st.sampled_from(WORDS), max_size=30), st.sampled_from([None, "2018-03-07", "0001-01-01", "9999-12-31"]))
def test_any_words_are_read_without_error(words, on):
    """Times of any text point to its characters, follow one another, and end no earlier than they begin."""
    text = " ".join(words)
    end = 0
    for found in dates.find(text, on=on):
        assert text[found.start : found.end] == found.text
        assert end <= found.start < found.end
        assert found.earliest is None or found.latest is None or found.earliest <= found.latest
        end = found.end


@pytest.mark.parametrize(
    "text",
    ["9" * 10_000, "عام " + "9" * 10_000, "4/" * 5_000, "4:" * 5_000, "-".join(["4"] * 5_000), "٩" * 10_000 + " تموز"],
    ids=["digits", "year", "slashes", "colons", "dashes", "day"],
)
def test_long_numbers_are_no_numbers(text):
    """Runs of digits without end are passed over."""
    dates.find(text, on="2018-03-07")


@pytest.mark.slow
@pytest.mark.parametrize(
    "word", ["4 ", "الثلاثاء ", "و4 ", "ثلاثة و", "تموز ", "من 4 إلى ", "قبل يومين ", "4/7/2017 ", "الساعة 4 ", "صباح "]
)
def test_time_grows_with_length_only(word):
    """A text four times as long takes no more than about four times as long to read."""
    dates.find(word * 50, on="2018-03-07")

    def seconds(text):
        began = time.process_time()
        dates.find(text, on="2018-03-07")
        return time.process_time() - began

    short, long = (min(seconds(word * times) for _ in range(3)) for times in (500, 2000))
    assert long < 12 * short + 0.05


PAGE = Path(__file__).parent.parent / "docs" / "dates.md"


def test_examples_of_the_page_are_what_python_prints():
    """Every example of docs/dates.md that calls the library gives what is shown."""
    blocks = "".join(re.findall(r"^```python\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE))
    examples = doctest.DocTestParser().get_doctest(blocks, {}, "dates.md", str(PAGE), 0)

    assert 0 == doctest.DocTestRunner().run(examples).failed
    assert examples.examples


def test_examples_of_the_page_are_what_the_command_prints():
    """The example of the command gives the lines shown under it."""
    [block] = re.findall(r"^```console\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    command, _, lines = block.partition("\n")
    text = command.split('"')[1]

    result = CliRunner().invoke(app, ["dates", text, *command.rpartition('"')[2].split()])
    assert lines == result.stdout


def test_the_command_writes_one_list_or_a_table():
    """JSON is one value; the table tells the days and why in the language asked for."""
    listed = CliRunner().invoke(app, ["dates", "-", "--on", "2018-03-07", "--format", "json"], input="وصل أمس")
    table = CliRunner().invoke(app, ["dates", "وصل أمس", "--on", "2018-03-07"])

    assert ["2018-03-06"] == [each["earliest"] for each in json.loads(listed.stdout)]
    assert "6 March 2018" in table.stdout


def test_the_command_refuses_what_is_no_day():
    """A wrong day is told in one line, not as a traceback."""
    result = CliRunner().invoke(app, ["dates", "أمس", "--on", "soon"])

    assert 0 != result.exit_code
    assert "not a day" in str(result.exception)
