"""Quotation marks of every kind are paired; what is not paired is reported and costs nothing else."""

import pytest

from hudna.model import Article, Document
from hudna.text import segment

PAIRED = {
    "guillemets": ("قال «نعم غدا» ثم", ["نعم غدا"]),
    "curly marks": ("قال “نعم غدا” ثم", ["نعم غدا"]),
    "curly marks the wrong way round": ("قال ”نعم غدا“ ثم", ["نعم غدا"]),
    "low and high marks": ("قال „نعم غدا” ثم", ["نعم غدا"]),
    "straight marks": ('قال "نعم غدا" ثم', ["نعم غدا"]),
    "single marks": ("قال ‘نعم غدا’ ثم", ["نعم غدا"]),
    "straight single marks": ("قال 'نعم غدا' ثم", ["نعم غدا"]),
    "two one behind the other": ('قال "نعم" ثم "لا أبدا"', ["نعم", "لا أبدا"]),
    "nested": ("قال «سمعت “لا أبدا” منه» ثم", ["سمعت “لا أبدا” منه", "لا أبدا"]),
    "nested in three kinds": ("«أ “ب 'ج د' هـ” و»", ["أ “ب 'ج د' هـ” و", "ب 'ج د' هـ", "ج د"]),
    "nested in one kind": ("«قال «لا أبدا» وذهب»", ["قال «لا أبدا» وذهب", "لا أبدا"]),
    "nested straight, glued to its words": ('"قال "لا أبدا" وذهب"', ['قال "لا أبدا" وذهب', "لا أبدا"]),
    "side by side without a space": ("«نعم»«لا»", ["نعم", "لا"]),
    "nothing inside": ("قال «» ثم", [""]),
}


def _inside(document: Document) -> list[str]:
    tokens = document.tokens
    words = document.article.words
    return [
        words(document.span(each.first, each.end)) if each.first < each.end else ""
        for each in document.quotations
        if each.first <= len(tokens)
    ]


def _segmented(text: str) -> Document:
    return segment(Article("1", text))


def _codes(document: Document) -> list[tuple[str, int]]:
    return [(problem.code, problem.span.start) for problem in document.problems if problem.span]


@pytest.mark.parametrize("name", PAIRED)
def test_marks_pair(name: str) -> None:
    """Each kind closes with its own partner, nested ones inside."""
    text, inside = PAIRED[name]
    document = _segmented(text)

    assert _inside(document) == inside
    assert _codes(document) == []


def test_unclosed_ends_with_its_paragraph() -> None:
    """A missing partner is reported, and the next paragraph is not swallowed."""
    document = _segmented("قال «نعم غدا\nثم ذهب")

    assert _inside(document) == ["نعم غدا"]
    assert document.quotations[0].close is None
    assert _codes(document) == [("quotation_not_closed", 4)]


def test_quotation_over_two_paragraphs() -> None:
    """A paragraph that opens with the same mark goes on with the quotation, and nothing is missing."""
    document = _segmented("قال «نعم غدا.\n«وبعد غد» ثم ذهب")

    assert _inside(document) == ["نعم غدا.", "وبعد غد"]
    assert _codes(document) == []


def test_stray_closing_mark() -> None:
    """A mark that nothing opened costs nothing but itself."""
    document = _segmented("نعم» ثم قال «لا أبدا»")

    assert _inside(document) == ["لا أبدا"]
    assert _codes(document) == [("quotation_not_opened", 3)]


def test_stray_opening_mark_inside_another_quotation() -> None:
    """The outer quotation closes where it should, the inner mark is reported."""
    document = _segmented("«قال “نعم غدا» ثم ذهب")

    assert _inside(document)[0] == "قال “نعم غدا"
    assert document.quotations[0].close is not None
    assert _codes(document) == [("quotation_not_closed", 5)]


@pytest.mark.parametrize("text", ["l'accord d'Astana", "الـ'", "rock 'n roll", "O’Brien’s", "نعم' لا"])
def test_apostrophes_are_no_quotation_marks(text: str) -> None:
    """An apostrophe neither quotes nor is missed."""
    assert [each for each in _segmented(text).quotations if each.close is not None] == []


def test_title_and_text_are_paired_apart() -> None:
    """A mark left open in the title does not close in the text."""
    document = segment(Article("1", "نعم» ثم", title="قال «نعم"))

    assert sorted(code for code, _ in _codes(document)) == ["quotation_not_closed", "quotation_not_opened"]


def test_too_deep_nesting_is_bounded() -> None:
    """A run of opening marks leaves no more quotations than are followed."""
    document = _segmented("«" * 100 + "كلمة")

    assert len(document.quotations) <= 8


def test_rest_of_the_paragraphs_are_paired() -> None:
    """One unclosed mark does not put the marks of later paragraphs out of step."""
    document = _segmented('قال "نعم غدا\nثم قال "لا أبدا" وذهب')

    assert _inside(document) == ["نعم غدا", "لا أبدا"]
