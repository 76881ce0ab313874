"""Quotation marks of every kind, paired; a missing partner is repaired within its paragraph and reported."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from hudna.model import Problem, Quotation, Token, TokenKind
from hudna.text import letters as ch

_CLOSES: Final = {
    ch.LEFT_GUILLEMET: frozenset({ch.RIGHT_GUILLEMET}),
    ch.LEFT_DOUBLE: frozenset({ch.RIGHT_DOUBLE, ch.LEFT_DOUBLE, ch.STRAIGHT_DOUBLE}),
    ch.LOW_DOUBLE: frozenset({ch.LEFT_DOUBLE, ch.RIGHT_DOUBLE, ch.LOW_DOUBLE}),
    ch.RIGHT_DOUBLE: frozenset({ch.LEFT_DOUBLE, ch.RIGHT_DOUBLE}),  # typed the wrong way round in Arabic text
    ch.STRAIGHT_DOUBLE: frozenset({ch.STRAIGHT_DOUBLE, ch.RIGHT_DOUBLE, ch.LEFT_DOUBLE}),
    ch.LEFT_SINGLE: frozenset({ch.RIGHT_SINGLE, ch.LEFT_SINGLE}),
    ch.LOW_SINGLE: frozenset({ch.LEFT_SINGLE, ch.RIGHT_SINGLE}),
    ch.STRAIGHT_SINGLE: frozenset({ch.STRAIGHT_SINGLE}),
}
_MARKS: Final = frozenset(_CLOSES) | frozenset.union(*_CLOSES.values())
_ONLY_OPENS: Final = frozenset({ch.LEFT_GUILLEMET, ch.LOW_DOUBLE, ch.LOW_SINGLE})
_ONLY_CLOSES: Final = frozenset({ch.RIGHT_GUILLEMET})
MAX_DEPTH: Final = 8


def find_quotations(
    tokens: Sequence[Token], lines: Sequence[int], marks: Sequence[int]
) -> tuple[list[Quotation], list[Problem]]:
    """Return the quotations in the order they open, and a problem for every mark without a partner.

    ``lines[i]`` is the line of ``tokens[i]``; ``marks`` are the places of punctuation. A quotation that its paragraph does not close ends with the
    paragraph, unless the next paragraph opens with the same mark: then it goes on there.
    """
    quotations: list[Quotation] = []
    problems: list[Problem] = []
    open_marks: list[int] = []
    offset = tokens[0].i if tokens else 0
    for place in [place for place in marks if tokens[place].folded in _MARKS]:
        token = tokens[place]
        mark = token.folded
        if open_marks and lines[open_marks[-1]] != lines[place]:
            line_end = bisect_right(lines, lines[open_marks[-1]])
            _close_at_line_end(tokens, line_end, open_marks, quotations, problems)
        if open_marks and _closes(tokens, lines, place, open_marks):
            start = _matching(tokens, mark, open_marks)
            while open_marks[-1] != start:
                _unclosed(tokens, open_marks.pop(), place, quotations, problems)
            open_marks.pop()
            quotations.append(Quotation(start + offset, place + offset, start + 1 + offset, place + offset))
        elif mark in _ONLY_CLOSES or (mark not in _CLOSES) or not _can_open(tokens, lines, place):
            if mark not in {ch.STRAIGHT_SINGLE, ch.RIGHT_SINGLE}:  # an apostrophe is no quotation mark
                problems.append(Problem("quotation_not_opened", token.span))
        elif len(open_marks) < MAX_DEPTH:
            open_marks.append(place)
    if open_marks:
        line_end = bisect_right(lines, lines[open_marks[-1]])
        _close_at_line_end(tokens, line_end, open_marks, quotations, problems)
    return sorted(quotations, key=lambda quotation: quotation.first), problems


def _matching(tokens: Sequence[Token], mark: str, open_marks: Sequence[int]) -> int:
    return next(place for place in reversed(open_marks) if mark in _CLOSES[tokens[place].folded])


def _closes(tokens: Sequence[Token], lines: Sequence[int], place: int, open_marks: Sequence[int]) -> bool:
    mark = tokens[place].folded
    if mark in _ONLY_OPENS or not any(mark in _CLOSES[tokens[opened].folded] for opened in open_marks):
        return False
    glued_left = _glued(tokens, lines, place - 1)
    glued_right = _glued(tokens, lines, place)
    if mark in _CLOSES and glued_right and not glued_left:  # it hugs the word after it: it opens a nested one
        return tokens[place + 1].kind is TokenKind.PUNCTUATION
    return True


def _can_open(tokens: Sequence[Token], lines: Sequence[int], place: int) -> bool:
    if tokens[place].folded == ch.STRAIGHT_DOUBLE:
        colon = place > 0 and tokens[place - 1].folded == ":"
        return colon or _glued(tokens, lines, place) or not _glued(tokens, lines, place - 1)
    if tokens[place].folded != ch.STRAIGHT_SINGLE:
        return True
    return _glued(tokens, lines, place) and not _glued(tokens, lines, place - 1)


def _glued(tokens: Sequence[Token], lines: Sequence[int], place: int) -> bool:
    """Return whether no space stands between the token at ``place`` and the next one."""
    if place < 0 or place + 1 >= len(tokens) or lines[place] != lines[place + 1]:
        return False
    return tokens[place].end == tokens[place + 1].start


def _close_at_line_end(
    tokens: Sequence[Token], place: int, open_marks: list[int], quotations: list[Quotation], problems: list[Problem]
) -> None:
    continues = place < len(tokens) and tokens[place].folded in {tokens[mark].folded for mark in open_marks}
    while open_marks:
        start = open_marks.pop()
        if continues:
            offset = tokens[0].i
            quotations.append(Quotation(start + offset, None, start + 1 + offset, place + offset))
        else:
            _unclosed(tokens, start, place, quotations, problems)


def _unclosed(
    tokens: Sequence[Token], start: int, end: int, quotations: list[Quotation], problems: list[Problem]
) -> None:
    offset = tokens[0].i
    problems.append(Problem("quotation_not_closed", tokens[start].span))
    if start + 1 < end and tokens[start].folded not in {ch.STRAIGHT_SINGLE, ch.LEFT_SINGLE}:
        quotations.append(Quotation(start + offset, None, start + 1 + offset, end + offset))
