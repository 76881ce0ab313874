"""Whole lines that belong to the page: forms, buttons, menus, paths of sections, notices of rights.

A phrase that could also be a heading of the story is litter only before the story begins or after it ends.
"""

from collections.abc import Iterator
from typing import Final

from hudna.arabic.press.lines import Line, has_words, key_of
from hudna.arabic.press.tables import litter, litter_starts
from hudna.model import Document, Token

MAX_LITTER_TOKENS: Final = 24
MAX_PATH_TOKENS: Final = 16
MAX_OUTLET_TOKENS: Final = 4
_PARTERS: Final = frozenset({"|", "/", ">", "\u00bb", "\u203a", "\u2022", "\u00b7", "*", "\u2039", "\\"})
_PATH_PARTERS: Final = frozenset({"|", "/", ">", "\u00bb", "\u203a", "\\", "-", "\u2013", ":"})
_EVERYWHERE: Final = ("control", "lead")
_OUTSIDE: Final = ("control", "lead", "form", "share", "home")


def is_litter_anywhere(document: Document, line: Line) -> bool:
    """Return whether a line is litter wherever it stands."""
    tokens = document.tokens
    if line.size > MAX_LITTER_TOKENS or not _may_be(tokens, line):
        return False
    if line.size <= MAX_PATH_TOKENS and _all_in(tokens, line, _EVERYWHERE):
        return True
    colon = next((place for place in range(line.first, line.end) if tokens[place].folded == ":"), None)
    return colon is not None and key_of(tokens, line.first, colon) in litter()["lead"]


def is_litter_outside(document: Document, line: Line) -> bool:
    """Return whether a line is litter before the story begins or after it ends."""
    tokens = document.tokens
    if line.size > MAX_PATH_TOKENS or not _may_be(tokens, line):
        return False
    if _all_in(tokens, line, _OUTSIDE):
        return True
    parts = list(_parts(tokens, line, _PATH_PARTERS))
    return len(parts) > 1 and key_of(tokens, *parts[0]) in litter()["home"]


def is_section(document: Document, line: Line) -> bool:
    """Return whether a line is the name of a section of the paper."""
    tokens = document.tokens
    if line.size > MAX_PATH_TOKENS:
        return False
    parts = list(_parts(tokens, line, _PARTERS))
    return bool(parts) and all(key_of(tokens, *part) in litter()["section"] for part in parts)


def is_after_end(document: Document, line: Line) -> bool:
    """Return whether a line after the story's end is the site's name or its notice of rights."""
    if line.size > MAX_LITTER_TOKENS or not _may_be(document.tokens, line):
        return False
    key = key_of(document.tokens, line.first, line.end)
    if any(key == form or key.startswith(f"{form} ") for form in litter()["rights"]):
        return True
    head, _, name = key.partition(" ")
    words_only = line.size == key.count(" ") + 1
    return bool(name) and words_only and line.size <= MAX_OUTLET_TOKENS and head in litter()["outlet"]


def _may_be(tokens: tuple[Token, ...], line: Line) -> bool:
    starts = litter_starts()
    for token in tokens[line.first : line.end]:
        if token.folded[0].isalpha():
            return token.folded.casefold() in starts
    return False


def _all_in(tokens: tuple[Token, ...], line: Line, classes: tuple[str, ...]) -> bool:
    forms = litter()
    whole = key_of(tokens, line.first, line.end)
    if any(whole in forms[name] for name in classes):
        return True
    parts = list(_parts(tokens, line, _PARTERS))
    return len(parts) > 1 and all(any(key_of(tokens, *part) in forms[name] for name in classes) for part in parts)


def _parts(tokens: tuple[Token, ...], line: Line, parters: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the runs of tokens that hold words, between the marks that part a row of buttons or a path."""
    first = line.first
    for place in range(line.first, line.end + 1):
        if place == line.end or tokens[place].folded in parters:
            if has_words(tokens, first, place):
                yield first, place
            first = place + 1
