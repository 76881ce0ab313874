"""Mentions of people are found by their spellings, whatever is written onto them."""

import pytest

from eval.mentioned import Spelling, Spellings

ROWS = [
    Spelling("haftar", "خليفة حفتر", "name"),
    Spelling("haftar", "حفتر", "beside"),
    Spelling("hariri", "الحريري", "name"),
    Spelling("nobody", "شارع الحريري", "other"),
]


def _found(text: str) -> list[tuple[str, str, bool]]:
    [mentions] = Spellings(ROWS).find(text)
    return [(text[each.start : each.end], each.spelling.person, each.sure) for each in mentions]


@pytest.mark.parametrize("text", ["قال للحريري نعم", "رأي الحريري", "والحريري", "#الحريري_اليوم", "الحـريري"])
def test_clitics_and_signs(text: str) -> None:
    """What is written onto a name hides it from nobody."""
    assert [person for _, person, _ in _found(text)] == ["hariri"]


def test_surname_needs_the_full_name() -> None:
    """A surname that many have counts where the article has the full name."""
    assert [sure for _, _, sure in _found("قال حفتر")] == [False]
    assert [sure for _, _, sure in _found("قال خليفة حفتر ثم عاد حفتر")] == [True, True]


def test_longest_spelling_counts() -> None:
    """A street called after somebody is not he."""
    assert _found("في شارع الحريري") == [("شارع الحريري", "nobody", True)]
