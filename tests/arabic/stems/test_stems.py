"""Stems: words of one family share one."""

import pytest

from hudna.arabic.stems import stem_of
from hudna.text import fold


def _stem(word: str) -> str:
    return stem_of(fold(word).text)


@pytest.mark.parametrize(
    "words",
    [
        ("مدنيين", "مدنيون", "المدنيين", "والمدنيين", "مدني"),
        ("الغارة", "غارة", "غارات", "بغارات", "والغارات"),
        ("هجوم", "الهجوم", "بهجوم", "للهجوم"),
        ("سورية", "السوري", "سوري"),
    ],
)
def test_words_of_one_family_share_a_stem(words: tuple[str, ...]) -> None:
    """Clitics, number and gender make no difference."""
    assert 1 == len({_stem(word) for word in words})


@pytest.mark.parametrize(("one", "other"), [("هدنة", "هدية"), ("قصف", "قفص"), ("باب", "ببا")])
def test_other_words_have_other_stems(one: str, other: str) -> None:
    """What is no clitic or ending stays."""
    assert _stem(one) != _stem(other)


@pytest.mark.parametrize("word", ["1354", "CNN", "11.5", ""])
def test_what_is_no_arabic_word_stays(word: str) -> None:
    """Numbers and Latin words are their own stems."""
    assert word == stem_of(word)
