"""Buildings and bodies called after people: the airport, the hospital, the battalions of somebody."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from hudna.arabic.clitics import name_variants
from hudna.arabic.names.people import written
from hudna.lexicon import Entry, load_entries, raw_length
from hudna.model import Match, Name, NameKind, Span, Token
from hudna.text import Memo, fold_word

_WHOLES: Final = frozenset({"place", "body", "office", "nationality", "state"})
_CLASSES: Final = frozenset({"place", "body", "other", "suffix"})
_HONOURS: Final = frozenset(
    fold_word(word)
    for word in (
        *("الملك", "الملكة", "الأمير", "الأميرة", "السلطان", "الشيخ", "الشيخة", "الرئيس", "الإمام", "النبي", "القائد"),
        *("الشهيد", "الشهيدة", "السيد", "السيدة", "الجنرال", "العقيد", "المشير", "القديس", "الحاج"),
    )
)


def merge_facilities(tokens: Sequence[Token], names: Sequence[Match[Name]]) -> list[Match[Name]]:
    """Return the names, a person's with the noun of a building or body right before it as that building or body.

    Where a table knows the whole, the person in it is left out: a centre called after somebody says nothing of him.
    """
    ends = {match.first: match.end for match in names if match.kind in _WHOLES}
    kept: list[Match[Name]] = []
    for match in names:
        head = _head_before(tokens, match) if match.kind == "person" else None
        if head is None:
            kept.append(match)
        elif ends.get(head) is None:
            kept.append(_facility(tokens, match, head))
        elif ends[head] < match.end:
            kept.append(match)
    return kept


def _head_before(tokens: Sequence[Token], match: Match[Name]) -> int | None:
    """Return the token of the noun right before a person's name, or before his title."""
    place = match.first - 1
    if place > 0 and tokens[place].folded in _HONOURS:
        place -= 1
    if place < 0 or tokens[place].field is not match.span.field or match.span.start != tokens[match.first].start:
        return None
    return place if _HEADS[tokens[place].folded] is not None else None


def _facility(tokens: Sequence[Token], match: Match[Name], place: int) -> Match[Name]:
    found = _HEADS[tokens[place].folded]
    assert found is not None
    entry, cut = found
    end = match.end
    while end < len(tokens) and tokens[end].folded in _suffixes() and tokens[end].field is match.span.field:
        end += 1
    start = tokens[place].start + raw_length(tokens[place], cut)
    span = Span(start, tokens[end - 1].end, match.span.field)
    words = written(tokens[place:end])[start - tokens[place].start :]
    name = Name(span, NameKind(entry["class"]), words)
    return Match(entry["class"], place, end, span, name, "building or body called after a person", (match,))


@cache
def _table() -> tuple[Entry, ...]:
    return tuple(load_entries(files(__package__).joinpath("facilities.tsv"), "facility", classes=_CLASSES))


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(fold_word(entry.form) for entry in _table() if entry["class"] == "suffix")


@cache
def _nouns() -> dict[str, Entry]:
    return {fold_word(entry.form): entry for entry in _table() if entry["class"] != "suffix"}


def _head_of(folded: str) -> tuple[Entry, int] | None:
    nouns = _nouns()
    return next(((nouns[word], cut) for word, cut in name_variants(folded) if word in nouns), None)


_HEADS: Final = Memo(_head_of)
