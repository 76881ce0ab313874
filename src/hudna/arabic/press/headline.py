"""The headline inside a text, and every second copy of it."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from hudna.arabic.press.lines import ENDS, Line, key_of
from hudna.arabic.press.tables import statement_verbs
from hudna.model import Document, Token

MIN_TITLE_WORDS: Final = 3
MAX_TITLE_TOKENS: Final = 60
MAX_OPENING_MARKS: Final = 4
MAX_HEADLINE_TOKENS: Final = 18
MAX_HEADLINE_SENTENCES: Final = 3
LONGER_BY: Final = 1.5
_NO_HEADLINE_END: Final = ENDS - {"!", "?", "\u061f", "\u2026"}


class Title(NamedTuple):
    """The words of a title as ``key_of`` gives them, the first of them, and their number."""

    key: str
    opening: str
    words: int


def is_headline(document: Document, line: Line, following: Sequence[Line]) -> bool:
    """Return whether the first line of a story is its headline: no full stop at its end, and a longer line soon after.

    A line that opens with a reporting verb in the past is a first paragraph without its full stop.
    """
    tokens = document.tokens
    if line.size > MAX_HEADLINE_TOKENS or line.end_sentence - line.first_sentence > MAX_HEADLINE_SENTENCES:
        return False
    if tokens[line.end - 1].folded in _NO_HEADLINE_END or tokens[line.first].folded in statement_verbs():
        return False
    words = key_of(tokens, line.first, line.end).count(" ") + 1
    longest = max((other.size for other in following), default=0)
    return words >= MIN_TITLE_WORDS and longest >= LONGER_BY * line.size


def read_title(tokens: tuple[Token, ...], first: int, end: int) -> Title | None:
    """Return the title that some tokens are, None where they are too few or too many to know a copy by."""
    key = key_of(tokens, first, end) if end - first <= MAX_TITLE_TOKENS else ""
    words = key.split(" ")
    return Title(key, words[0], len(words)) if len(words) >= MIN_TITLE_WORDS else None


def is_copy(document: Document, line: Line, title: Title | None) -> bool:
    """Return whether a line repeats the title, whatever its marks and numbers."""
    if title is None or not title.words <= line.end - line.first <= 2 * title.words:
        return False
    opening = document.tokens[line.first : line.first + MAX_OPENING_MARKS]
    if not any(token.folded.casefold() == title.opening for token in opening):
        return False
    return key_of(document.tokens, line.first, line.end) == title.key
