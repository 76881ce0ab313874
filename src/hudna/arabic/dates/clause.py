"""Where the clause of a date looks, and the word before a date that opens one of its ends."""

from collections.abc import Sequence
from typing import Final

from hudna.arabic.clitics import name_variants
from hudna.arabic.dates.words import cue_entries
from hudna.calendar import Direction, Edge
from hudna.lexicon import Lexicon
from hudna.model import Token, TokenKind
from hudna.text import fold_word

MAX_CUE_TOKENS: Final = 14  # how far before a date a verb still speaks of it
_ENTRIES: Final = cue_entries()
_CUES: Final = Lexicon([entry for entry in _ENTRIES if entry.id in {"future", "past"}], name_variants)
_NOT_FUTURE: Final = frozenset(fold_word(entry.form) for entry in _ENTRIES if entry.id == "not-future")
_EDGES: Final = {fold_word(entry.form): Edge(entry.id) for entry in _ENTRIES if entry.id in set(Edge)}
_FUTURE_PREFIXES: Final = ("سي", "ست", "سن", "سا")
_CONJUNCTIONS: Final = ("و", "ف")
MIN_FUTURE_LETTERS: Final = 5


def find_direction(tokens: Sequence[Token], sentence_first: int, first: int, end: int) -> Direction:
    """Return where the clause looks in which a date stands at tokens ``first`` to ``end``.

    The nearest cue before the date decides; a date that opens its clause takes the verb right after it.
    """
    opens = first == sentence_first or tokens[first - 1].kind is TokenKind.PUNCTUATION
    if opens and end < len(tokens) and _is_future_verb(tokens[end].folded):
        return Direction.FUTURE
    start = max(sentence_first, first - MAX_CUE_TOKENS)
    clause = tokens[start:first]
    cues = {match.first: match.value.id for match in _CUES.find(clause)}
    for token in reversed(clause):
        cue = cues.get(token.i)
        if cue is not None:
            return Direction(cue)
        if _is_future_verb(token.folded):
            return Direction.FUTURE
    return Direction.NONE


def find_edge(tokens: Sequence[Token], sentence_first: int, first: int) -> Edge | None:
    """Return the end that the word before a date opens."""
    if first <= sentence_first:
        return None
    word = tokens[first - 1].folded
    if word in _EDGES:
        return _EDGES[word]
    return _EDGES.get(word[1:]) if word.startswith(_CONJUNCTIONS) else None


def _is_future_verb(folded: str) -> bool:
    if folded.startswith(_CONJUNCTIONS):
        folded = folded[1:]
    return len(folded) >= MIN_FUTURE_LETTERS and folded.startswith(_FUTURE_PREFIXES) and folded not in _NOT_FUTURE
