"""Files of processes are checked when they are loaded."""

import datetime as dt

import pytest

from hudna.model import TableError
from hudna.processes import load_process, parse_process

ROUND = 'id = "p"\nlabel = "P"\nrounds = [{ number = 1, first = 2017-01-02, last = 2017-01-03, place = "X" }%s]'


def test_a_round_is_found_by_number_and_by_day():
    """Round 5 of Astana was held on 4 and 5 July 2017."""
    astana = load_process("astana")

    assert dt.date(2017, 7, 4) == astana.round(5).first
    assert 5 == astana.round_on(dt.date(2017, 7, 5)).number
    assert astana.round_on(dt.date(2017, 7, 6)) is None
    assert astana.round(99) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("rounds = [", "file.toml"),
        ('id = "p"', "no rounds"),
        (ROUND % ', { number = 1, first = 2017-02-02, last = 2017-02-03, place = "X" }', "does not follow"),
        (ROUND % ', { number = 2, first = 2017-01-03, last = 2017-01-03, place = "X" }', "does not follow"),
        (ROUND % ', { number = 2, first = 2017-02-03, last = 2017-02-02, place = "X" }', "ends before"),
        (ROUND % ', { number = 2, first = "soon", last = 2017-02-02, place = "X" }', "is none"),
    ],
)
def test_a_wrong_file_is_refused(text, told):
    """What is wrong is told with the file's name."""
    with pytest.raises(TableError, match=told):
        parse_process(text, "file.toml")


def test_a_process_nobody_wrote_is_refused():
    """A wrong id is told."""
    with pytest.raises(TableError, match="no such process"):
        load_process("nowhere")
