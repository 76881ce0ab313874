"""The same utterance in other words: how many other words there must be, and whose utterance it may be."""

import pytest

from factories import Writer
from hudna.model import Act, Reading
from hudna.record import compare


def _demand(source: str, speaker: str, words: str) -> Reading:
    write = Writer(f"وطالب {speaker} بـ{words}.", source=source, day="2018-04-06")
    return write.reading(statements=(write.statement("وطالب", speaker, words, act=Act.DEMAND),))


FREE = "إزالة نهائية لكل الألغام البحرية المزروعة قبالة الميناء"


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("تفكيك تدريجي لكل الألغام البحرية المزروعة قبالة الميناء", 1),
        ("إزالة تدريجية لكل الألغام البحرية المزروعة قبالة الميناء", 0),
        ("إزالة نهائية لكل الألغام البحرية المزروعة قبالة الميناء غدا", 0),
    ],
)
def test_a_wording_has_other_words_on_both_sides(other: str, expected: int) -> None:
    """A single word for another is none, nor is what one says beyond the other."""
    found = compare([_demand("أ", "رئيس البلدية", FREE), _demand("ب", "رئيس البلدية", other)]).differences

    assert expected == sum(each.field == "statement" for each in found)


def test_an_utterance_under_two_names_is_one_where_its_words_show_it() -> None:
    """Whom outlets call otherwise says one thing where the words are nearly all the same: then they may differ."""
    other = "تفكيك تدريجي لكل الألغام البحرية المزروعة قبالة الميناء"
    found = compare([_demand("أ", "رئيس البلدية", FREE), _demand("ب", "نقيب الصيادين", other)]).differences

    assert 1 == sum(each.field == "statement" for each in found)
