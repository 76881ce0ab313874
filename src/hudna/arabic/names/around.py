"""What stands right before a known name and settles whose it is: a title, or a given name that makes it another's."""

from collections.abc import Iterable, Sequence
from typing import Final

from hudna.arabic.names.people import NAME_WORDS
from hudna.arabic.names.tables import labels
from hudna.arabic.people.spelling import SAME, compare, eastern_family_names
from hudna.lexicon import Entry, raw_length
from hudna.model import WORD, Match, Name, NameKind, Span, Token

TITLED: Final = "titled"  # the class of forms that begin with a title, which is no part of the name


def without_title(tokens: Sequence[Token], match: Match[Entry]) -> Match[Entry]:
    """Return a match of the king or the president by one name without the title it is known by."""
    first = match.first + (2 if tokens[match.first + 1].folded == "#" else 1)
    return match._replace(first=first, span=match.span._replace(start=tokens[first].start))


def with_given_names(tokens: Sequence[Token], names: Iterable[Match[Name]]) -> list[Match[Name]]:
    """Return the names, a surname of the tables joined with the given name before it.

    It stays the same person where the given name is a spelling of his; else it is somebody of whom no table knows.
    """
    chosen = list(names)
    taken = {place for match in chosen for place in range(match.first, match.end)}
    return [_with_given_name(tokens, match, taken) for match in chosen]


def _with_given_name(tokens: Sequence[Token], match: Match[Name], taken: set[int]) -> Match[Name]:
    place = match.first - 1
    if match.kind != "person" or match.end - match.first > 1 or place < 0 or place in taken:
        return match
    before = tokens[place]
    word = NAME_WORDS[before.folded]
    unjoined = match.span.start == tokens[match.first].start
    if (
        word.role != "given"
        or before.folded in eastern_family_names()
        or not unjoined
        or before.field is not match.span.field
        or before.kind is not WORD
    ):
        return match
    start = before.start + raw_length(before, word.cut)
    span = Span(start, match.span.end, match.span.field)
    given, surname = before.surface[start - before.start :], tokens[match.first].surface
    entry = labels().get(match.value.entity or "")
    if entry is not None and compare(f"{given} {surname}", entry.form).score >= SAME:
        return match._replace(first=place, span=span, value=Name(span, NameKind.PERSON, entry.form, match.value.entity))
    name = Name(span, NameKind.PERSON, f"{given} {surname}")
    return Match("person", place, match.end, span, name, "given name before a known surname", (match,))
