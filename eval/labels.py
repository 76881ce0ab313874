"""When two labels name the same party: equal after folding, or one is the short form of the other."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from eval.facts import Who
from hudna.text import fold_word
from hudna.text import letters as ch

_ARTICLE: Final = ch.ALEF + ch.LAM
_AND: Final = ch.WAW
_MARKS: Final = re.compile(r"[\W_]+")
_TITLES: Final = frozenset({"office", "portfolio", "nationality"})
_CONSTRUCT: Final = frozenset({"office", "portfolio", "relation"})


class _Word(NamedTuple):
    text: str
    definite: bool
    sort: str | None


@cache
def _sorts() -> dict[str, str]:
    lines = (Path(__file__).parent / "label_words.tsv").read_text(encoding="utf-8").splitlines()[1:]
    found = {}
    for line in lines:
        form, sort = line.split("\t")
        folded = fold_word(form)
        found[folded.removeprefix(_ARTICLE)] = sort
        if sort == "nationality":
            found[folded + ch.HEH] = sort
    return found


@cache
def _words_of(label: str) -> tuple[_Word, ...]:
    found: list[_Word] = []
    prefix = ""
    for word in _MARKS.sub(" ", fold_word(label)).casefold().split():
        if _sorts().get(word) == "joined":
            prefix += word
            continue
        definite = not prefix and word.startswith(_ARTICLE) and len(word) > 4
        text = word.removeprefix(_ARTICLE) if definite else prefix + word
        prefix = ""
        found.append(_Word(text, definite, _sorts().get(text)))
    if prefix:
        found.append(_Word(prefix, False, None))
    return tuple(found)


def _without_title(words: tuple[_Word, ...]) -> tuple[_Word, ...]:
    """Return the words after the title they begin with, or all of them where the last word of it is annexed to more."""
    first = 0
    while first < len(words) and words[first].sort in _TITLES:
        first += 1
    if first and _annexed(words[first - 1]):
        return words
    return words[first:] or words


def _annexed(word: _Word) -> bool:
    """Return whether a word makes what follows it the owner: the spokesman *of*, the army *of*."""
    return word.sort in _CONSTRUCT and not word.definite


def _short_form(short: tuple[_Word, ...], long: tuple[_Word, ...]) -> bool:
    size, texts = len(short), [word.text for word in short]
    if not 0 < size < len(long):
        return False
    if texts == [word.text for word in long[-size:]]:
        return not _annexed(long[-size - 1])
    if texts != [word.text for word in long[:size]]:
        return False
    following = long[size]
    if (
        following.text.startswith(_AND)
        and len(following.text) > 3
        and following.sort is None
        and not following.definite
    ):
        return False
    return size > 1 or short[0].definite or following.sort in _TITLES


@cache
def alike(one: str, other: str) -> bool:
    """Return whether two labels name the same party.

    They do when they are equal after folding, or when one, without its title, is the head or the tail of the other
    (a surname and a full name; a ministry with and without its country). The tail does not count where the word
    before it is annexed to it: the delegation of a government is not the government.
    """
    full_one, full_other = _words_of(one), _words_of(other)
    if "".join(word.text for word in full_one) == "".join(word.text for word in full_other):
        return True
    for left in {full_one, _without_title(full_one)}:
        for right in {full_other, _without_title(full_other)}:
            if left == right or _short_form(left, right) or _short_form(right, left):
                return True
    return False


def same(gold: Who | None, predicted: Who | None) -> bool:
    """Return whether a predicted party is the gold one, by any label; nobody is only the same as nobody.

    Where the reading knows the party by another canonical label, its words count if they are the gold label itself.
    """
    if gold is None or predicted is None:
        return gold is predicted
    if predicted.known and predicted.words and fold_word(predicted.words) == fold_word(gold.names[0]):
        return True
    return any(alike(name, found) for name in gold.names for found in predicted.names)


def count_same(gold: Sequence[Who], predicted: Sequence[Who]) -> int:
    """Return how many gold parties are among the predicted, each paired with one only."""
    taken: dict[int, int] = {}

    def place(index: int, seen: set[int]) -> bool:
        for other, found in enumerate(predicted):
            if other not in seen and same(gold[index], found):
                seen.add(other)
                if other not in taken or place(taken[other], seen):
                    taken[other] = index
                    return True
        return False

    return sum(place(index, set()) for index in range(len(gold)))


def readings_of(parties: Sequence[Who]) -> list[tuple[Who, ...]]:
    """Return the ways to take the parties: as they are and, where a label is joint, each by its parts."""
    plain = tuple(parties)
    if not any(each.parts for each in parties):
        return [plain]
    return [plain, tuple(part for each in parties for part in (each.parts or (each,)))]


def same_set(gold: Sequence[Who], predicted: Sequence[Who]) -> bool:
    """Return whether both sides name the same parties, none missing and none too many."""
    return any(len(each) == len(predicted) and count_same(each, predicted) == len(each) for each in readings_of(gold))


def distinct(parties: Sequence[Who]) -> tuple[Who, ...]:
    """Return the parties without those that name an earlier one again."""
    found: list[Who] = []
    for each in parties:
        if not any(same(earlier, each) for earlier in found):
            found.append(each)
    return tuple(found)
