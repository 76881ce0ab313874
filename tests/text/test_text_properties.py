"""What holds for any text at all: nothing raises, offsets lead back, and the layers fit each other."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import growth
from hudna.model import Article, Document, Span
from hudna.model.span import Field
from hudna.text import fold, segment

MARKS = "«»“”„‘’‚\"'()[]:،؛؟!.,…-–\u06d4"
SIGNS = "".join(map(chr, (*range(0x064B, 0x0660), 0x0670, 0x0640, 0x0610, 0x06D6, 0x08F0)))
HIDDEN = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2069\u00ad\u061c\ufeff\ufe0f"
LETTERS = "ءآأؤإئابةتجدرسعفكلمنهويىٱپچڤکگھیە"
FORMS = "\ufb50\ufb56\ufc5e\ufdf2\ufdfa\ufdfb\ufdfc\ufe70\ufe80\ufef5\ufefb\ufefc"
OTHERS = "abZé0159٠٥۳٫٬_#@&\u00a0\u2028 \t\n\r"
NEWS = st.text(st.sampled_from(MARKS * 3 + SIGNS + HIDDEN + LETTERS * 2 + FORMS + OTHERS * 2), max_size=200)
ANY = st.text(st.characters(), max_size=120) | NEWS
ADVERSARIAL = {
    "opening marks": "«",
    "closing marks": "»",
    "every mark": MARKS,
    "quotation marks and words": "«“كلمة ",
    "unclosed quotations in lines": '"كلام\n',
    "vowel signs": SIGNS,
    "one word": "كتاب",
    "one latin word": "abc",
    "ligatures": FORMS,
    "initials": "د. ",
    "hidden controls": HIDDEN,
}


def _document(title: str, text: str) -> Document:
    return segment(Article("1", text, title=title))


@given(ANY)
def test_folding_leads_back(raw: str) -> None:
    """The map never falls, has a place for every folded character and the end, and stays inside the raw text."""
    folded = fold(raw)

    assert len(folded.to_raw) == len(folded.text) + 1
    assert all(left <= right for left, right in pairwise(folded.to_raw))
    assert all(0 <= place <= len(raw) for place in folded.to_raw)
    assert folded.to_raw[len(folded.text)] == len(raw)


@given(ANY)
def test_folding_twice_is_folding_once(raw: str) -> None:
    """What is folded holds nothing more to fold."""
    once = fold(raw).text

    assert fold(once).text == once


@given(ANY, ANY)
def test_folding_knows_no_context(left: str, right: str) -> None:
    """Two texts side by side fold as each by itself."""
    assert fold(left + right).text == fold(left).text + fold(right).text


@given(ANY, ANY)
def test_tokens_are_words_of_the_text(title: str, text: str) -> None:
    """A token's surface is what stands at its offsets; its folded form is that of the surface; indexes count up."""
    document = _document(title, text)

    assert [token.i for token in document.tokens] == list(range(len(document.tokens)))
    for token in document.tokens:
        assert token.surface == document.article.words(token.span)
        assert token.surface
        assert fold(token.surface).text == token.folded


@given(ANY, ANY)
def test_tokens_do_not_overlap(title: str, text: str) -> None:
    """Tokens stand one behind the other, the title's first."""
    for left, right in pairwise(_document(title, text).tokens):
        if left.field is right.field:
            assert left.end <= right.start
        else:
            assert (left.field, right.field) == (Field.TITLE, Field.TEXT)


@given(ANY, ANY)
def test_sentences_part_the_tokens(title: str, text: str) -> None:
    """Every token is in one sentence, no sentence is empty or reaches into the other field."""
    document = _document(title, text)

    assert [sentence.index for sentence in document.sentences] == list(range(len(document.sentences)))
    assert [place for each in document.sentences for place in range(each.first, each.end)] == [
        token.i for token in document.tokens
    ]
    for sentence in document.sentences:
        assert sentence.first < sentence.end
        assert document.tokens[sentence.first].field is document.tokens[sentence.end - 1].field


@given(ANY, ANY)
def test_quotations_lie_inside(title: str, text: str) -> None:
    """A quotation begins behind its mark, ends before its partner, stays in its field, and crosses no other."""
    document = _document(title, text)
    tokens = document.tokens

    for quotation in document.quotations:
        assert quotation.open is None or quotation.first == quotation.open + 1
        assert quotation.close is None or quotation.end == quotation.close
        assert 0 <= quotation.first <= quotation.end <= len(tokens)
        if quotation.first < quotation.end:
            assert tokens[quotation.first].field is tokens[quotation.end - 1].field
    for left, right in pairwise(document.quotations):
        assert right.first >= left.end or right.end <= left.end


@given(ANY, ANY)
def test_problems_point_into_the_text(title: str, text: str) -> None:
    """What could not be paired is shown where it stands."""
    document = _document(title, text)

    for problem in document.problems:
        assert isinstance(problem.span, Span)
        assert fold(document.article.words(problem.span)).text in set(MARKS)


@pytest.mark.slow
@pytest.mark.parametrize("name", ADVERSARIAL)
def test_time_grows_with_the_text(name: str) -> None:
    """200 kB of the worst take about four times as long as 50 kB, where quadratic time would take sixteen."""
    large = (ADVERSARIAL[name] * 200_000)[:200_000]

    assert growth(lambda text: _document("", text), large[:50_000], large, tries=1) < 10


@given(st.text(st.sampled_from("كلمة abc123 .\n"), max_size=200))
def test_no_letter_is_lost(text: str) -> None:
    """Every letter and digit stands in a token."""
    joined = "".join(token.surface for token in _document("", text).tokens)

    assert joined == "".join(text.split())
