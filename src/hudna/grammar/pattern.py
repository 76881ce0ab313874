"""Patterns: readable strings that say what a rule matches.

A pattern is a list of pieces with one space between them:

- ``<kind>`` an earlier result of that kind; ``<kind|kind>`` of either; ``x<kind>`` written after the clitic x,
  glued to it or parted by a space,
- ``word`` that word, and ``(a|b)`` either; words are folded,
- ``?`` after a piece makes it optional,
- ``[a|b]`` at either end: one of these words must stand there, ``[!a|b]`` none of them; they are not covered.
"""

from dataclasses import dataclass
from typing import Final

from hudna.text import fold_word

_BRACKETS: Final = {"(": ")", "[": "]"}


@dataclass(frozen=True, slots=True)
class Slot:
    """An earlier result of one of these kinds, after a clitic if ``prefix`` says so."""

    kinds: tuple[str, ...]
    optional: bool
    prefix: str


@dataclass(frozen=True, slots=True)
class Words:
    """One token, one of these folded words."""

    words: frozenset[str]
    optional: bool


@dataclass(frozen=True, slots=True)
class Nearby:
    """A token at the edge that is looked at, not covered: one of these words, or none of them if ``absent``."""

    words: frozenset[str]
    absent: bool
    optional: bool = False


Element = Slot | Words | Nearby


def parse_pattern(pattern: str) -> tuple[Element, ...]:
    """Return the elements of a pattern.

    Raises:
        ValueError: a piece can't be read, an edge piece stands inside, or there is no slot that must be filled.
    """
    elements = tuple(_parse_piece(piece, pattern) for piece in pattern.split(" "))
    if any(isinstance(element, Nearby) for element in elements[1:-1]):
        raise ValueError(f"[...] stands inside the pattern {pattern!r}")
    if not any(isinstance(element, Slot) and not element.optional for element in elements):
        raise ValueError(f"no slot to start from in the pattern {pattern!r}")
    return elements


def _parse_piece(piece: str, pattern: str) -> Element:
    body = piece.removesuffix("?") if len(piece) > 1 else piece
    optional = body != piece
    if not body:
        raise ValueError(f"a stray space in the pattern {pattern!r}")
    if body.endswith(">") and "<" in body:
        prefix, kinds = body[:-1].split("<")
        return Slot(tuple(kinds.split("|")), optional, fold_word(prefix))
    inside = body
    if len(body) > 1 and body[0] in _BRACKETS:
        if body[-1] != _BRACKETS[body[0]]:
            raise ValueError(f"{piece!r} is not closed in the pattern {pattern!r}")
        inside = body[1:-1]
    absent = body != "[" and body.startswith("[!")
    words = frozenset(fold_word(word) for word in inside.removeprefix("!" if absent else "").split("|"))
    if "" in words:
        raise ValueError(f"{piece!r} has an empty word in the pattern {pattern!r}")
    if inside is not body and body[0] == "[":
        return Nearby(words, absent)
    return Words(words, optional)
