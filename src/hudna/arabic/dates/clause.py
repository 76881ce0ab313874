"""Where the clause of a date looks, and the word before a date that opens one of its ends."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from hudna.arabic.clitics import name_variants
from hudna.arabic.dates.words import cue_entries, event_years
from hudna.calendar import Direction, Edge
from hudna.model import Token, TokenKind
from hudna.text import fold_word

MAX_CUE_TOKENS: Final = 14  # how far before a date a verb still speaks of it
_ENTRIES: Final = cue_entries()
_CUES: Final = {fold_word(entry.form): Direction(entry.id) for entry in _ENTRIES if entry.id in {"future", "past"}}
_NOT_FUTURE: Final = frozenset(fold_word(entry.form) for entry in _ENTRIES if entry.id == "not-future")
_SCHEDULED: Final = frozenset(fold_word(entry.form) for entry in _ENTRIES if entry.id == "scheduled")
_NOT_SCHEDULED: Final = frozenset(fold_word(entry.form) for entry in _ENTRIES if entry.id == "not-scheduled")
_EDGES: Final = {fold_word(entry.form): Edge(entry.id) for entry in _ENTRIES if entry.id in set(Edge)}
_WITHIN: Final = frozenset(fold_word(entry.form) for entry in _ENTRIES if entry.id == "within")
_MAYBE: Final = frozenset(fold_word(entry.form) for entry in _ENTRIES if entry.id == "maybe")
_WAS: Final = frozenset(fold_word(entry.form) for entry in _ENTRIES if entry.id == "was")
_EVENTS: Final = event_years()
MAX_WAS_TOKENS: Final = 5
_UNFINISHED: Final = ("ي", "ت", "ن")
_FUTURE_PREFIXES: Final = ("سي", "ست", "سن")
MAX_REMEMBERED_WORDS: Final = 50_000
_CONJUNCTIONS: Final = ("و", "ف")
MIN_FUTURE_LETTERS: Final = 5


def find_direction(tokens: Sequence[Token], sentence_first: int, first: int, end: int) -> Direction:
    """Return where the clause looks in which a date stands at tokens ``first`` to ``end``.

    The nearest cue before the date decides; a date that opens its clause takes the verb right after it.
    """
    opens = first == sentence_first or tokens[first - 1].kind is TokenKind.PUNCTUATION
    if opens and end < len(tokens) and _is_future_verb(tokens[end].folded):
        return Direction.FUTURE
    for place in range(first - 1, max(sentence_first, first - MAX_CUE_TOKENS) - 1, -1):
        cue = _cue(tokens[place].folded)
        if cue in {Direction.FUTURE, Direction.PRESENT} and _was(tokens, sentence_first, place):
            return Direction.NONE
        if cue is Direction.PRESENT:
            before = tokens[place - 1].folded if place > sentence_first else ""
            return Direction.NONE if _bare(before) in _NOT_SCHEDULED else Direction.FUTURE
        if cue is not None:
            return cue
        if tokens[place].folded in _MAYBE and tokens[place + 1].folded.startswith(_UNFINISHED):
            return Direction.FUTURE
    return Direction.NONE


def is_within(tokens: Sequence[Token], first: int) -> bool:
    """Return whether a length of time is the one within which something happens."""
    return first > 0 and _bare(tokens[first - 1].folded) in _WITHIN


def find_event(tokens: Sequence[Token], first: int, month: int, day: int) -> tuple[str, int] | None:
    """Return the name and year of the event that the word before a day and month names: the attacks of 11 September."""
    if not first:
        return None
    for word, _ in name_variants(tokens[first - 1].folded):
        if event := _EVENTS.get((word, month, day)):
            return event
    return None


def _was(tokens: Sequence[Token], sentence_first: int, place: int) -> bool:
    """Return whether what a word looks ahead to was ahead then: it had been expected."""
    before = tokens[max(sentence_first, place - MAX_WAS_TOKENS) : place]
    return any(_bare(token.folded) in _WAS for token in before)


def find_edge(tokens: Sequence[Token], sentence_first: int, first: int) -> Edge | None:
    """Return the end that the word before a date opens."""
    if first <= sentence_first:
        return None
    word = tokens[first - 1].folded
    if word in _EDGES:
        return _EDGES[word]
    return _EDGES.get(word[1:]) if word.startswith(_CONJUNCTIONS) else None


@lru_cache(maxsize=MAX_REMEMBERED_WORDS)
def _cue(folded: str) -> Direction | None:
    """Return where a word looks; ``PRESENT`` for an unfinished verb of what may be planned."""
    for word, _ in name_variants(folded):
        if word in _CUES:
            return _CUES[word]
        if word in _SCHEDULED:
            return Direction.PRESENT
    return Direction.FUTURE if _is_future_verb(folded) else None


def _bare(folded: str) -> str:
    return folded[1:] if folded.startswith(_CONJUNCTIONS) else folded


def _is_future_verb(folded: str) -> bool:
    folded = _bare(folded)
    return len(folded) >= MIN_FUTURE_LETTERS and folded.startswith(_FUTURE_PREFIXES) and folded not in _NOT_FUTURE
