"""Bodies named in quotation marks behind the noun for one: the movement "Call of the Homeland"."""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from hudna.arabic.clitics import name_variants
from hudna.arabic.names.parties import head_at
from hudna.lexicon import load_entries
from hudna.model import (
    NUMBER,
    WORD,
    Document,
    Match,
    Name,
    NameKind,
    Quotation,
    Span,
    Token,
    TokenKind,
)
from hudna.text import fold_word

MAX_WORDS: Final = 5
RULE: Final = "body in quotation marks behind its noun"
_AGAIN: Final = "quoted body named before"
_CLASSES: Final = frozenset({"body", "outlet"})
_ARTICLE: Final = "ال"
_NAMING: Final = frozenset({WORD, TokenKind.LATIN, NUMBER})


@cache
def _nouns() -> frozenset[str]:
    """Return nouns for bodies that are no party by themselves: brigade, faction."""
    table = files("hudna.arabic.bodies").joinpath("naming.tsv")
    return frozenset(fold_word(entry.form) for entry in load_entries(table, "noun"))


def find_quoted(document: Document, taken: bytearray, skipped: bytearray) -> list[Match[Name]]:
    """Return the bodies named in quotation marks, and their names wherever they stand again; they are marked taken."""
    tokens = document.tokens
    found: list[Match[Name]] = []
    for quotation in document.quotations:
        if _names_body(tokens, quotation) and not skipped[quotation.first]:
            first, end = quotation.first, quotation.end
            if not all(taken[first:end]):
                found.append(_name(document, first, end, RULE))
                taken[first:end] = b"\1" * (end - first)
    return found + list(_again(document, found, taken, skipped)) if found else found


def _names_body(tokens: Sequence[Token], quotation: Quotation) -> bool:
    """Return whether a few words in marks stand behind an indefinite noun for a body: behind a definite one somebody speaks."""
    if quotation.open is None or quotation.close is None or quotation.open == 0:
        return False
    first, end = quotation.first, quotation.end
    if not 0 < end - first <= MAX_WORDS or any(token.kind not in _NAMING for token in tokens[first:end]):
        return False
    noun = tokens[quotation.open - 1]
    if any(word.startswith(_ARTICLE) for word, _ in name_variants(noun.folded)):
        return False
    head = head_at(noun)
    if head is not None and head[0]["class"] in _CLASSES:
        return True
    return any(word in _nouns() for word, _ in name_variants(noun.folded))


def _name(document: Document, first: int, end: int, rule: str) -> Match[Name]:
    tokens = document.tokens
    span = Span(tokens[first].start, tokens[end - 1].end, tokens[first].field)
    label = " ".join(document.article.words(span).split())
    return Match("body", first, end, span, Name(span, NameKind.BODY, label), rule)


def _again(
    document: Document, found: Sequence[Match[Name]], taken: bytearray, skipped: bytearray
) -> Iterator[Match[Name]]:
    """Yield the mentions of the same names of several words without their noun."""
    tokens = document.tokens
    names = {tuple(token.folded for token in tokens[match.first : match.end]): match for match in found}
    firsts: dict[str, list[tuple[str, ...]]] = {}
    for words in names:
        if len(words) > 1:
            firsts.setdefault(words[0], []).append(words)
    for token in tokens if firsts else ():
        for words in firsts.get(token.folded, ()):
            first, end = token.i, token.i + len(words)
            same = tuple(each.folded for each in tokens[first:end]) == words
            if same and not skipped[first] and not any(taken[first:end]):
                taken[first:end] = b"\1" * (end - first)
                yield _name(document, first, end, _AGAIN)
