"""Lines of a label and its value: the article's number, its day, its writer, its source."""

import datetime as dt
from typing import Final, NamedTuple

from hudna.arabic.press.lines import ENDS, Line
from hudna.arabic.press.tables import labels
from hudna.calendar.printed import parse_numbers
from hudna.lexicon import Entry
from hudna.model import NUMBER, WORD, Because, Document, Published, PublishedBasis, Token

MAX_LABEL_TOKENS: Final = 16
MAX_NAME_WORDS: Final = 4
_COLONS: Final = frozenset({":", "\uff1a", "|", "-", "\u2013"})
_NEEDS_COLON: Final = frozenset({"author", "source", "section", "count", "id"})
_HALVES: Final = frozenset({"am", "pm"})


class Label(NamedTuple):
    """A label line: its row in the table and the tokens of its value (none: ``first == end``)."""

    entry: Entry
    first: int
    end: int


def find_label(document: Document, line: Line) -> Label | None:
    """Return the label with which a short line begins, if what follows is a value of its kind and nothing else."""
    tokens = document.tokens
    if line.size > MAX_LABEL_TOKENS:
        return None
    for rest, entry in labels().get(tokens[line.first].folded, ()):
        place = line.first + 1 + len(rest)
        if place > line.end or any(tokens[line.first + 1 + step].folded != word for step, word in enumerate(rest)):
            continue
        colon = place < line.end and tokens[place].folded in _COLONS
        while place < line.end and tokens[place].folded in _COLONS:
            place += 1
        if _fits(tokens, entry["class"], place, line.end, colon=colon):
            return Label(entry, place, line.end)
    return None


def published_on(document: Document, label: Label) -> Published | None:
    """Return the publication day a label gives, None where it gives no full date."""
    day = find_day(document.tokens, label.first, label.end) if label.entry["class"] == "date" else None
    if day is None:
        return None
    span = document.span(label.first, label.end)
    args = (("words", document.article.words(span)), ("mark", label.entry.form))
    return Published(day, day, PublishedBasis.TEXT, Because("day_text", args))


def find_day(tokens: tuple[Token, ...], first: int, end: int) -> dt.date | None:
    """Return the first full date in digits among some tokens.

    Day stands before month, unless that makes no date, or the time is written with AM or PM, the American way.
    """
    american = any(token.folded.lower() in _HALVES for token in tokens[first:end])
    for token in tokens[first:end]:
        if token.kind is not NUMBER:
            continue
        if day := parse_numbers(token.folded, american=american):
            return day
    return None


def _fits(tokens: tuple[Token, ...], name: str, first: int, end: int, *, colon: bool) -> bool:
    if name in _NEEDS_COLON and not colon:
        return False
    value = tokens[first:end]
    if name in {"date", "updated"}:
        if not value:
            return colon
        dated = find_day(value, 0, len(value)) is not None
        return dated or (colon and value[-1].folded != "." and any(token.kind is NUMBER for token in value))
    if name in {"id", "count"}:
        return all(token.kind is not WORD for token in value)
    words = sum(token.kind is WORD for token in value)
    return 0 < words <= MAX_NAME_WORDS and value[-1].folded not in ENDS
