"""Reading case files, and what is refused in them."""

import datetime as dt

import pytest

from hudna.grammar import Expected, load_cases
from hudna.model import TableError


def load(tmp_path, text):
    path = tmp_path / "cases.toml"
    path.write_text(text, encoding="utf-8")
    return load_cases(path).cases


def test_marks_become_offsets(tmp_path):
    """The marks are taken out of the text, and the spans they stood around point into it."""
    [case] = load(
        tmp_path, 'now = "2018-03-07"\n[[case]]\ntext = "on ⟦4 May⟧ or ⟦5 May⟧"\nexpect = [{value = "a"}, {}]'
    )

    assert "on 4 May or 5 May" == case.text
    assert (Expected(3, 8, {"value": "a"}), Expected(12, 17, {})) == case.expected
    assert dt.date(2018, 3, 7) == case.now


def test_case_may_have_its_own_day_or_none(tmp_path):
    """A case's day replaces the file's; an empty one is unknown."""
    first, second = load(
        tmp_path, 'now = "2018-03-07"\n[[case]]\ntext = "a"\nnow = "2017-01-01"\n[[case]]\ntext = "b"\nnow = ""'
    )

    assert (dt.date(2017, 1, 1), None) == (first.now, second.now)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[case]]\ntext = 'a⟦b'", "case 1: the marks do not pair"),
        ("[[case]]\ntext = '⟧b'", "case 1: the marks do not pair"),
        ("[[case]]\nwhy = 'b'", "case 1: no text"),
        ("[[case]]\ntext = 'a'\ntxt = 'b'", "case 1: unknown key txt"),
        ("[[case]]\ntext = '⟦a⟧'\nexpect = [{}, {}]", "case 1: 1 marked spans, 2 expected values"),
        ("[[none]]\ntext = 'a'", "none 1: a near-miss has no marks and says why"),
        ("[[none]]\ntext = '⟦a⟧'\nwhy = 'b'", "none 1: a near-miss has no marks and says why"),
        ("now = 'soon'", "no day"),
        ("then = 1", "unknown key then"),
        ("[[case", "cases.toml"),
    ],
)
def test_wrong_files_are_refused_with_path_and_number(tmp_path, text, message):
    """An error names the file and the case."""
    with pytest.raises(TableError, match=message):
        load(tmp_path, text)
