"""One spelling for comparison: letters, digits, presentation forms, and what is left out."""

import pytest

from hudna.model import Article
from hudna.text import fold, fold_word, segment

ALIKE = {
    "hamza seats": ("أإآٱا", "ااااا"),
    "waw and ya with hamza": ("مؤتمر رئيس", "موتمر رييس"),
    "alef maksura": ("إلى", "الي"),
    "ta marbuta": ("هدنة", "هدنه"),
    "Persian letters": ("کی پگچژ", "كي بكجز"),
    "Urdu he": ("ھہ", "هه"),
    "Arabic digits": ("٢٠١٨", "2018"),
    "Persian digits": ("۲۰۱۸", "2018"),
    "separators of numbers": ("٣٫٥ ١٬٠٠٠", "3.5 1,000"),
    "vowel signs": ("هُدْنَةٌ", "هدنه"),
    "tatweel": ("هـــدنة", "هدنه"),
    "dagger alef": ("هٰذا", "هذا"),
    "ligature of lam and alef": ("ﻻ", "لا"),
    "initial, medial and final forms": ("ﺳﻼم", "سلام"),
    "the name of God in one character": ("ﷲ", "الله"),
    "no-break space": ("هدنة\u00a0جديدة", "هدنه جديده"),
    "directional marks": ("\u202bهدنة\u202c\u200f", "هدنه"),
    "joiners": ("می\u200cخواهم", "ميخواهم"),
    "soft hyphen": ("هد\u00adنة", "هدنه"),
    "latin letters stay": ("Reuters", "Reuters"),
}


@pytest.mark.parametrize("name", ALIKE)
def test_spellings_fold(name: str) -> None:
    """Each variant becomes the letter it is compared by."""
    raw, folded = ALIKE[name]

    assert fold(raw).text == folded


@pytest.mark.parametrize("name", ALIKE)
def test_tables_fold_as_texts_do(name: str) -> None:
    """A form of a table and a word of a text meet."""
    raw, folded = ALIKE[name]

    assert fold_word(raw) == folded


def test_map_over_what_is_left_out() -> None:
    """Signs belong to the letter before them."""
    folded = fold("هُدنَة")

    assert list(folded.to_raw) == [0, 2, 3, 5, 6]
    assert folded.raw[folded.raw_start(2) : folded.raw_end(3)] == "نَ"


def test_map_over_a_ligature() -> None:
    """Both letters of a ligature stand where it stands."""
    folded = fold("سﻻم")

    assert folded.text == "سلام"
    assert list(folded.to_raw) == [0, 1, 1, 2, 3]


def test_map_is_a_range_where_lengths_agree() -> None:
    """Plain text costs no list."""
    assert fold("هدنة في حلب").to_raw == range(12)


@pytest.mark.parametrize("raw", ["", "\u064b", "ـــ", "\u200f\u200f", "\ud800", "\U0001f54a"])
def test_nothing_raises(raw: str) -> None:
    """Empty texts, signs without a letter, lone surrogates and pictures fold as well."""
    folded = fold(raw)

    assert len(folded.to_raw) == len(folded.text) + 1


def test_words_keep_their_signs_in_the_surface() -> None:
    """What is cut out of the folded form stays in the raw one."""
    tokens = segment(Article("1", "هُـــدْنَةٌ في ﺣﻠﺐ")).tokens

    assert [(token.surface, token.folded) for token in tokens] == [
        ("هُـــدْنَةٌ", "هدنه"),
        ("في", "في"),
        ("ﺣﻠﺐ", "حلب"),
    ]


def test_a_control_between_letters_parts_no_word() -> None:
    """A zero-width joiner inside a word stays inside its token."""
    (token,) = segment(Article("1", "حل\u200dب")).tokens

    assert (token.surface, token.folded) == ("حل\u200dب", "حلب")
