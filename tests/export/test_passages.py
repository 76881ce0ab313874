"""Evidence in its surroundings."""

from hypothesis import given
from hypothesis import strategies as st

from hudna.export.passages import CONTEXT_CHARACTERS, find_passages
from hudna.model import Article, Field, Span


def _told(passage):
    return "".join(f"[{piece.text}]" if piece.marked else piece.text for piece in passage.pieces)


def test_near_evidence_shares_a_passage():
    """Two words of one sentence are marked in one passage."""
    article = Article("a", "one two three four", title="title")
    passages = find_passages(article, [Span(14, 18), Span(0, 3)])

    assert ["[one] two three [four]"] == [_told(passage) for passage in passages]


def test_a_passage_ends_with_its_line():
    """Other paragraphs are not shown."""
    article = Article("a", "before\nthe words here\nafter")

    assert ["the [words] here"] == [_told(passage) for passage in find_passages(article, [Span(11, 16)])]


def test_a_long_line_is_cut_at_words():
    """What is left out is shown as left out, and no word is cut."""
    article = Article("a", "word " * 100 + "HERE" + " word" * 100)
    (passage,) = find_passages(article, [Span(500, 504)])

    assert _told(passage).startswith("… word")
    assert _told(passage).endswith("word …")
    assert len(passage.text) <= 2 * CONTEXT_CHARACTERS + 8


def test_the_headline_comes_first():
    """Evidence in the title stands in a passage of its own, before the text's."""
    article = Article("a", "the text", title="the title")
    passages = find_passages(article, [Span(0, 3), Span(4, 9, Field.TITLE)])

    assert [Field.TITLE, Field.TEXT] == [passage.field for passage in passages]


@given(st.text(max_size=400), st.lists(st.tuples(st.integers(0, 400), st.integers(1, 60)), max_size=5))
def test_marked_pieces_are_the_evidence(text, places):
    """Every character of the evidence is marked, and no other, whatever the text."""
    spans = [Span(start, min(start + size, len(text))) for start, size in places if start < len(text)]
    covered = {place for span in spans for place in range(span.start, span.end)}
    passages = find_passages(Article("a", text), spans)

    marked = [piece.text for passage in passages for piece in passage.pieces if piece.marked]
    assert "".join(text[place] for place in sorted(covered)) == "".join(marked)
