"""Sentences: lines, and within a line what ends with a full stop outside quotation marks."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from hudna.model import Quotation, Sentence, SentenceKind, Token, TokenKind
from hudna.model.span import Field
from hudna.text import letters as ch

_ENDS: Final = frozenset({".", "!", "?", ch.ARABIC_QUESTION_MARK, ch.ARABIC_FULL_STOP, ch.HORIZONTAL_ELLIPSIS, "..."})
_AFTER_END: Final = frozenset({ch.RIGHT_GUILLEMET, ch.RIGHT_DOUBLE, ch.STRAIGHT_DOUBLE, ch.RIGHT_SINGLE, ")", "]"})
MAX_HEADING_WORDS: Final = 8
MAX_GLUED_INITIAL: Final = 3  # letters before a full stop with no space around it
MAX_QUOTED_TOKENS: Final = 400  # a quotation longer than this is taken for a missing mark: full stops end sentences


def find_sentences(
    tokens: Sequence[Token],
    lines: Sequence[int],
    marks: Sequence[int],
    quotations: Sequence[Quotation],
    first_index: int = 0,
) -> list[Sentence]:
    """Return the sentences of one field, ``marks`` being the places of punctuation; a full stop inside a quotation, an initial or an acronym ends none.

    A short line without a full stop is a heading; the title's only line is the title.
    """
    sentences: list[Sentence] = []
    if not tokens:
        return sentences
    offset = tokens[0].i
    quoted = _quoted(tokens, quotations)
    start = 0
    line_ends = [place for place, (line, following) in enumerate(pairwise(lines)) if line != following]
    for place in sorted({*marks, *line_ends, len(tokens) - 1}):
        last_of_line = place + 1 == len(tokens) or lines[place + 1] != lines[place]
        if last_of_line or _ends(tokens, quoted, place):
            kind = _kind(tokens, lines, start, place + 1, last_of_line=last_of_line)
            number = first_index + len(sentences)
            sentences.append(Sentence(number, start + offset, place + 1 + offset, kind, lines[start]))
            start = place + 1
    return sentences


def _quoted(tokens: Sequence[Token], quotations: Sequence[Quotation]) -> bytearray:
    offset = tokens[0].i
    quoted = bytearray(len(tokens))
    for quotation in quotations:
        if quotation.close is not None and quotation.end - quotation.first <= MAX_QUOTED_TOKENS:
            quoted[quotation.first - offset : quotation.end - offset] = b"\1" * (quotation.end - quotation.first)
    return quoted


def _ends(tokens: Sequence[Token], quoted: bytearray, place: int) -> bool:
    token = tokens[place]
    if quoted[place]:
        return False
    if token.folded in _AFTER_END and place and not quoted[place - 1]:
        return False
    if token.folded in _AFTER_END and place:  # the full stop stands before the closing mark
        inner = tokens[place - 1]
        return inner.folded in _ENDS and not (place + 1 < len(tokens) and _goes_on(tokens[place + 1]))
    if token.folded not in _ENDS:
        return False
    return not (token.folded == "." and _abbreviates(tokens, place))


def _goes_on(token: Token) -> bool:
    return token.kind is TokenKind.PUNCTUATION and token.folded in {ch.ARABIC_COMMA, ",", ".", ch.ARABIC_SEMICOLON, ":"}


def _abbreviates(tokens: Sequence[Token], place: int) -> bool:
    """Return whether the full stop belongs to an initial (one letter before it) with more to come."""
    if place == 0 or place + 1 == len(tokens):
        return False
    before, after = tokens[place - 1], tokens[place + 1]
    if not {before.kind, after.kind} <= {TokenKind.WORD, TokenKind.LATIN}:
        return False
    glued = before.end == tokens[place].start and tokens[place].end == after.start
    return len(before.folded) <= (MAX_GLUED_INITIAL if glued else 1)


def _kind(tokens: Sequence[Token], lines: Sequence[int], start: int, end: int, *, last_of_line: bool) -> SentenceKind:
    if tokens[start].field is Field.TITLE:
        return SentenceKind.TITLE
    whole_line = last_of_line and (start == 0 or lines[start - 1] != lines[start])
    if not whole_line or end - start > 2 * MAX_HEADING_WORDS:
        return SentenceKind.BODY
    words = sum(token.kind is not TokenKind.PUNCTUATION for token in tokens[start:end])
    if words <= MAX_HEADING_WORDS and tokens[end - 1].folded not in _ENDS | {":", ch.RIGHT_GUILLEMET}:
        return SentenceKind.HEADING
    return SentenceKind.BODY
