"""The stage: every word of a document gets its parts, names that were found stay whole."""

from dataclasses import replace

from hudna.arabic.clitics import stage
from hudna.arabic.clitics.stage import Splitter, split_clitics
from hudna.model import Article, Match, Name, NameKind, Span, TokenKind
from hudna.text import segment


def _document(text):
    return segment(Article(id="1", title="هدنة في حلب", text=text))


def _parts(document):
    return {token.surface: "+".join(part.folded for part in document.parts[token.i]) for token in document.tokens}


def test_words_have_parts_and_nothing_else_changes():
    """Numbers and marks have none; spans, surfaces and order stay."""
    before = _document("وقال الوزير إنه سيصل في 5 مايو، وفق Reuters.")
    after = split_clitics(before)

    assert before.tokens is after.tokens
    for token in after.tokens:
        joined = "".join(part.folded for part in after.parts[token.i])
        assert joined == (token.folded if token.kind is TokenKind.WORD else "")


def test_second_run_gives_the_same():
    """What is remembered is what was found, marks and ta marbuta included."""
    document = _document("وحدة وحده وَحْدَهُ وحدةٌ")

    assert split_clitics(document) == split_clitics(document)
    assert _parts(split_clitics(document))["وَحْدَهُ"] == "وحد+ه"
    assert _parts(split_clitics(document))["وحدةٌ"] == "وحده"


def test_memory_is_bounded(monkeypatch):
    """A long run forgets rather than grows."""
    monkeypatch.setattr(stage, "MAX_REMEMBERED_WORDS", 2)
    splitter = Splitter(frozenset())

    document = splitter.split_document(_document("وقال الوزير إنه سيصل وقال الوزير"))

    assert _parts(document)["وقال"] == "و+قال"
    assert len(splitter._remembered) <= 2


def test_names_found_are_not_cut():
    """A name in the document wins over the counts; the letters before its span are clitics."""
    document = _document("التقى ببان كي مون")
    token = next(token for token in document.tokens if token.surface == "ببان")
    span = Span(token.start + 1, document.tokens[-1].end)
    name = Match("name", token.i, len(document.tokens), span, Name(span, NameKind.PERSON, "بان كي مون"), "test")

    parts = _parts(split_clitics(replace(document, names=(name,))))

    assert parts["ببان"] == "ب+بان"
    assert parts["مون"] == "مون"


def test_own_protection():
    """The caller's names replace those of the tables."""
    document = _document("بشكل عام")

    assert _parts(split_clitics(document))["بشكل"] == "ب+شكل"
    assert _parts(split_clitics(document, protected={"بشكل"}))["بشكل"] == "بشكل"


def test_empty_document():
    """Nothing comes of nothing."""
    assert split_clitics(segment(Article(id="1", text=""))).tokens == ()
