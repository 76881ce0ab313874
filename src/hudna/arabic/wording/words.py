"""Running text as content words: what two tellings of one thing share, however each writes its words."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from math import log10
from typing import Final, NamedTuple

from hudna.arabic.clitics import cut_word
from hudna.arabic.clitics.words import word_counts
from hudna.arabic.wording.function_words import function_words, negations
from hudna.lexicon import load_entries, load_word_classes
from hudna.model import PartKind
from hudna.text import fold, fold_again, fold_word

_WORD: Final = re.compile(r"[^\W_]+")
_ENDINGS: Final = ("ات", "ون", "ين", "ان", "يه", "وا", "ه", "ي", "ا")
_ARTICLE: Final = "ال"
_MIN_ROOT: Final = 3
_MIN_WORD: Final = 2
_RARE: Final = 100  # a word written as seldom in the counted news weighs one; ten times as often, half
_WORDS_REMEMBERED: Final = 40_000
_CUT: Final = frozenset(
    {PartKind.CONJUNCTION, PartKind.PREPOSITION, PartKind.FUTURE, PartKind.ARTICLE, PartKind.PRONOUN}
)


class ContentWord(NamedTuple):
    """A word's key, alike for its forms with other clitics and endings, what it weighs, and where it stands."""

    key: str
    weight: float
    start: int
    end: int

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return self.key.isdigit()

    @property
    def is_negation(self) -> bool:
        """Whether it turns what is said."""
        return self.key in negations()


def content_words(text: str) -> tuple[ContentWord, ...]:
    """Return the words of a text that carry content, numbers and negations among them, in their order."""
    folded = fold(text)
    found = []
    for match in _WORD.finditer(folded.text):
        key, _, weight = _looked_up(match[0])
        if key:
            start, end = match.span()
            found.append(ContentWord(key, weight, folded.to_raw[start], folded.to_raw[end]))
    return tuple(found)


def content_keys(text: str) -> list[str]:
    """Return the keys of a text's content words in their order."""
    return [key for key, *_ in map(_looked_up, _WORD.findall(fold_again(text).text)) if key]


def content_counts(text: str) -> dict[str, int]:
    """Return the keys of a text's content words in their order, each with how often the word is written (``weight_of``)."""
    return {key: count for key, count, _ in map(_looked_up, _WORD.findall(fold(text).text)) if key}


@lru_cache(maxsize=_WORDS_REMEMBERED)
def weight_of(count: int) -> float:
    """Return what a word weighs that is written so often in the counted news."""
    return 1.0 / (1.0 + max(0.0, log10(max(count, 1) / _RARE)))


def counts_people(key: str) -> bool:
    """Return whether a word of this key is one that people are counted by, alive or dead."""
    return key in _people()


@cache
def _people() -> frozenset[str]:
    words = load_word_classes(files(__package__).joinpath("people.tsv"))["people"]
    return frozenset(_looked_up(word)[0] for word in words)


@lru_cache(maxsize=_WORDS_REMEMBERED)
def _looked_up(word: str) -> tuple[str, int, float]:
    """Return the key of a folded word, how often it is written, and its weight; an empty key where it carries no content."""
    if word.isdigit() or word in negations():
        return word, 0, weight_of(0)
    key, count = _cut(word)
    return _spellings().get(key, key), count, weight_of(count) if key else 0.0


def _cut(word: str) -> tuple[str, int]:
    """Return a folded word without clitics and ending, as it is spelled, and how often it is written; empty for no content."""
    if word in function_words():
        return "", 0
    stem = "".join(part.folded for part in cut_word(word) if part.kind not in _CUT)
    if stem.startswith(_ARTICLE) and len(stem) - len(_ARTICLE) >= _MIN_ROOT and not word_counts().get(stem, 0):
        stem = stem.removeprefix(_ARTICLE)  # a word that nobody counted is cut nowhere else
    if stem in function_words() or len(stem) < _MIN_WORD:
        return "", 0
    count = max(word_counts().get(word, 0), word_counts().get(stem, 0))
    for ending in _ENDINGS:
        if stem.endswith(ending) and len(stem) - len(ending) >= _MIN_ROOT:
            return stem[: -len(ending)], count
    return stem, count


@cache
def _spellings() -> Mapping[str, str]:
    """Return the key of each word that others spell otherwise, by the key that their spelling would have."""
    entries = load_entries(files(__package__).joinpath("spellings.tsv"), "spelling")
    return {_cut(fold_word(entry.form))[0]: _cut(fold_word(entry.id))[0] for entry in entries}
