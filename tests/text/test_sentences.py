"""Where sentences end, and which lines are headings."""

import pytest

from hudna.model import Article, SentenceKind
from hudna.text import segment

PARTED = {
    "full stops": ("وصل الوفد. غادر الوفد.", ["وصل الوفد.", "غادر الوفد."]),
    "question mark": ("من وصل؟ الوفد وصل.", ["من وصل؟", "الوفد وصل."]),
    "exclamation mark": ("كفى! وصل الوفد.", ["كفى!", "وصل الوفد."]),
    "Urdu full stop": ("وصل الوفد۔ غادر الوفد۔", ["وصل الوفد۔", "غادر الوفد۔"]),
    "ellipsis": ("وصل الوفد… غادر الوفد.", ["وصل الوفد…", "غادر الوفد."]),
    "three full stops": ("وصل الوفد... غادر الوفد.", ["وصل الوفد...", "غادر الوفد."]),
    "two points do not end": ("الوفد.. وصل أخيرا.", ["الوفد.. وصل أخيرا."]),
    "an initial": ("قال د. محمد العلي إنه وصل. ثم غادر.", ["قال د. محمد العلي إنه وصل.", "ثم غادر."]),
    "an acronym": ("نقلت أ.ف.ب عنه ذلك. ثم غادر.", ["نقلت أ.ف.ب عنه ذلك.", "ثم غادر."]),
    "an acronym in brackets": ("قال (أ.ف.ب) ذلك. ثم غادر.", ["قال (أ.ف.ب) ذلك.", "ثم غادر."]),
    "Latin initials": ("قال J. K. Smith ذلك. ثم غادر.", ["قال J. K. Smith ذلك.", "ثم غادر."]),
    "a decimal number": ("بلغت 3.5 ملايين. ثم زادت.", ["بلغت 3.5 ملايين.", "ثم زادت."]),
    "a number of thousands": ("بلغت 10.000 قتيل. ثم زادت.", ["بلغت 10.000 قتيل.", "ثم زادت."]),
    "a date in digits": ("في 07.03.2018 وصل. ثم غادر.", ["في 07.03.2018 وصل.", "ثم غادر."]),
    "a full stop inside a quotation": (
        "قال «وصلنا. ثم غادرنا» وسكت. انتهى.",
        ["قال «وصلنا. ثم غادرنا» وسكت.", "انتهى."],
    ),
    "a full stop before the closing mark": ("قال «وصلنا.» غادر الوفد.", ["قال «وصلنا.»", "غادر الوفد."]),
    "a full stop behind the closing mark": ("قال «وصلنا». غادر الوفد.", ["قال «وصلنا».", "غادر الوفد."]),
    "a full stop on both sides of the closing mark": ("قال «وصلنا.». غادر الوفد.", ["قال «وصلنا.».", "غادر الوفد."]),
    "a bracket": ("وصل (متأخرا). غادر الوفد.", ["وصل (متأخرا).", "غادر الوفد."]),
    "lines": ("وصل الوفد\nغادر الوفد", ["وصل الوفد", "غادر الوفد"]),
    "no end": ("وصل الوفد", ["وصل الوفد"]),
    "empty lines": ("\n\nوصل الوفد.\n\n\nغادر.\n", ["وصل الوفد.", "غادر."]),
}


def _sentences(text: str) -> list[str]:
    document = segment(Article("1", text))
    return [document.article.words(document.span(each.first, each.end)) for each in document.sentences]


@pytest.mark.parametrize("name", PARTED)
def test_sentences_end(name: str) -> None:
    """A full stop ends a sentence unless it stands in a quotation, an initial, an acronym or a number."""
    text, sentences = PARTED[name]

    assert _sentences(text) == sentences


def _kinds(text: str, title: str | None = None) -> list[SentenceKind]:
    return [sentence.kind for sentence in segment(Article("1", text, title=title)).sentences]


def test_short_line_is_a_heading() -> None:
    """A line of a few words without a full stop heads what follows; a sentence does not."""
    assert _kinds("خروق جديدة\nوصل الوفد إلى المدينة.") == [SentenceKind.HEADING, SentenceKind.BODY]


def test_long_line_is_no_heading() -> None:
    """More words than a heading has are a paragraph without its full stop."""
    assert _kinds("وصل الوفد الكبير إلى المدينة القديمة صباح اليوم التالي بعد رحلة طويلة") == [SentenceKind.BODY]


def test_line_that_announces_is_no_heading() -> None:
    """A line that ends with a colon belongs to what follows."""
    assert _kinds("وقال الوزير في كلمته:\nنحن هنا.") == [SentenceKind.BODY, SentenceKind.BODY]


def test_title_is_a_title() -> None:
    """The sentences of the title are no headings."""
    assert _kinds("وصل الوفد.", "وصول الوفد") == [SentenceKind.TITLE, SentenceKind.BODY]


def test_paragraphs_count_lines() -> None:
    """The number of the line goes with the sentence; empty lines count."""
    document = segment(Article("1", "وصل. غادر.\n\nعاد."))

    assert [sentence.paragraph for sentence in document.sentences] == [0, 0, 2]


def test_unclosed_quotation_does_not_swallow_the_article() -> None:
    """Full stops behind a mark that is never closed end sentences."""
    assert len(_sentences("قال «وصلنا. ثم غادرنا. ثم عدنا.")) == 3


def test_very_long_quotation_ends_sentences() -> None:
    """A quotation of hundreds of words is taken for a missing mark."""
    assert len(_sentences("«" + "وصل الوفد. " * 300 + "»")) > 200
