"""The lines of an article's text, as runs of its sentences."""

from typing import NamedTuple

from hudna.model import PUNCTUATION, WORD, Document, Field, Span, Token, TokenKind

ENDS = frozenset({".", "!", "?", "؟", "۔", "\u2026", ":", "؛", "،", ","})


_WORDS = frozenset({WORD, TokenKind.LATIN})


class Line(NamedTuple):
    """Tokens ``first`` to ``end`` and sentences ``first_sentence`` to ``end_sentence`` (exclusive) of a document."""

    first: int
    end: int
    first_sentence: int
    end_sentence: int

    @property
    def size(self) -> int:
        """How many tokens stand on the line."""
        return self.end - self.first


def find_lines(document: Document) -> list[Line]:
    """Return the lines of the text that hold a token, in order."""
    lines: list[Line] = []
    started = -1
    sentences = document.sentences
    tokens = document.tokens
    for index, sentence in enumerate(sentences):
        if tokens[sentence.first].field is not Field.TEXT:
            continue
        if started >= 0 and sentences[started].paragraph == sentence.paragraph:
            continue
        if started >= 0:
            lines.append(_line(document, started, index))
        started = index
    if started >= 0:
        lines.append(_line(document, started, len(sentences)))
    return lines


def key_of(tokens: tuple[Token, ...], first: int, end: int) -> str:
    """Return the words of some tokens, folded: marks and numbers are left out."""
    return " ".join([token.folded for token in tokens[first:end] if token.kind in _WORDS]).casefold()


def has_words(tokens: tuple[Token, ...], first: int, end: int) -> bool:
    """Return whether some tokens are more than marks."""
    return any(token.kind is not PUNCTUATION for token in tokens[first:end])


def span_of(document: Document, line: Line) -> Span:
    """Return the characters from the first token of a line to its last."""
    return document.span(line.first, line.end)


def _line(document: Document, first: int, end: int) -> Line:
    sentences = document.sentences
    return Line(sentences[first].first, sentences[end - 1].end, first, end)
