"""The key a word is found under: folded, without clitics, as its lemma; the same for whoever writes and who looks."""

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from hudna.arabic.clitics import evidence
from hudna.arabic.clitics.protected import name_words
from hudna.arabic.clitics.split import split_word
from hudna.arabic.clitics.words import word_counts
from hudna.model import NUMBER, WORD, PartKind, Term, TokenKind
from hudna.text import fold, fold_word
from hudna.text.letters import TEH_MARBUTA
from hudna.text.tokens import PATTERN

MIN_LETTERS: Final = 3
MIN_BASE: Final = 5  # occurrences that make a word the base of another that no dictionary has
_REMEMBERED: Final = 40_000
_WORD: Final = WORD.value
_WITH_KEYS: Final = frozenset({_WORD, NUMBER.value, TokenKind.LATIN.value})
_ENDINGS: Final = {
    "ين": ("", "ه"),
    "ون": ("",),
    "ات": ("", "ه", "ا"),
    "يه": ("ي",),
    "يين": ("ي",),
    "يون": ("ي",),
    "ه": ("",),
}


def find_terms(text: str) -> Iterator[Term]:
    """Yield the words and numbers of a text with their keys."""
    folded = fold(text)
    raw, to_raw = folded.raw, folded.to_raw
    for match in PATTERN.finditer(folded.text):
        kind = match.lastgroup
        if kind in _WITH_KEYS:
            start, end = match.span()
            start, end = to_raw[start], to_raw[end]
            yield Term(start, end, key_of(raw[start:end]) if kind == _WORD else match[0].casefold())


@lru_cache(_REMEMBERED)
def key_of(word: str) -> str:
    """Return the key of a written word."""
    folded = fold_word(word)
    closed = word.endswith(TEH_MARBUTA)
    known = keys().get(folded[:-1] + TEH_MARBUTA if closed else folded)
    if known is not None:
        return known
    return folded if folded in word_counts() else uncached_key(folded, closed=closed)


def uncached_key(folded: str, *, closed: bool = False) -> str:
    """Return the key of a folded word by cutting it up; ``closed`` as in ``split_word``.

    Before a pronoun, a word is written otherwise than alone: it is found under what it is alone.
    """
    parts = split_word(folded, name_words(), closed=closed)
    stem = next((part.folded for part in parts if part.kind is PartKind.STEM), folded)
    if parts and parts[-1].kind is PartKind.PRONOUN:
        stem = max(evidence.alone(stem), key=evidence.as_noun)
    return lemmas().get(stem) or base_of(stem)


def base_of(stem: str) -> str:
    """Return the noun of the news of which a stem is the plural or the feminine by its ending, else the stem."""
    for ending, others in _ENDINGS.items():
        if ending == "ه" and evidence.as_noun(stem):
            continue  # a word of the news by itself
        if stem.endswith(ending) and len(stem) - len(ending) >= MIN_LETTERS:
            for other in others:
                base = stem[: -len(ending)] + other
                if evidence.behind_article(base) >= MIN_BASE and base not in name_words():
                    return base
    return stem


@cache
def lemmas() -> dict[str, str]:
    """Return stems with the words they are found under, where those are others."""
    return _pairs("lemmas.tsv", "lemma")


@cache
def keys() -> dict[str, str]:
    """Return the common words that are found under others, those that end in a ta marbuta written with it."""
    return _pairs("keys.tsv", "key")


def _pairs(name: str, column: str) -> dict[str, str]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    _, _, rows = text.partition(f"form\t{column}\n")
    cells = rows.split()  # no form holds a space; row by row takes four times as long
    return dict(zip(cells[::2], cells[1::2], strict=True))
