"""Numbers as a text writes them, and what they count: people dead or hurt, a share, somebody's age."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from hudna.arabic.incidents.counts import Amount, amount_at
from hudna.arabic.wording.words import content_keys
from hudna.lexicon import load_word_classes
from hudna.model import NUMBER, Field, Token
from hudna.text import fold, fold_word
from hudna.text.tokens import find_tokens

_ROOM: Final = files(__package__)
_WORD: Final = re.compile(r"\S+")
_SIGN_OR_WORD: Final = re.compile(r"[%\u066a]|[^\W_]+")
_FATES: Final = ("dead", "hurt")
_SORTS: Final = ("fighter", "soldier", "attacker", "child")
_LEAST: Final = 3  # one and two are told by the noun itself


class WrittenAmount(NamedTuple):
    """A number in digits or words from ``start`` to ``end`` of a text, at least and at most so many, ``None`` where open."""

    start: int
    end: int
    least: int
    most: int | None
    in_words: bool


def fate_of(key: str) -> str:
    """Return whether a word of this key tells of the ``dead`` or the ``hurt``, empty where it tells of neither."""
    return _fates().get(key, "")


def over_at(before: str) -> int | None:
    """Return where a verb stands that says, right before a number, that there are more; None where none does.

    What bounds a number without one ("more than") stands in the amount.
    """
    words = list(_WORD.finditer(before))
    for place in (-1, -2):
        if len(words) >= -place:
            start = words[place].start()
            if fold_word(" ".join(before[start:].split())) in _words()["over"]:
                return start
    return None


def refers_back(before: str) -> bool:
    """Return whether a number right behind these words is one told before: it has the article ("the 35 dead")."""
    return fold_word(before.rpartition(" ")[2]) in _words()["told-before"]


def sort_of_people(key: str) -> str:
    """Return what sort of people a noun of this key counts (``fighter``, ``soldier``, …), empty where it may be anybody."""
    return next((sort for sort in _SORTS if key in _sorts()[sort]), "")


def tells_share(between: str) -> bool:
    """Return whether the words between a number and its noun say that it is a share of them ("27 of the dead")."""
    return fold_word(" ".join(between.split())) in _words()["share"]


def percent_end(behind: str) -> int:
    """Return where the sign or the words for per cent end that stand right behind a number, 0 where none stand."""
    found = list(_SIGN_OR_WORD.finditer(behind))[:2]
    ends = [word.end() for word in found if fold_word(" ".join(behind[: word.end()].split())) in _words()["percent"]]
    return ends[0] if ends else 0


def tells_age(key: str) -> bool:
    """Return whether a word of this key beside a number of years says that they are somebody's age."""
    return key in _age_keys()


def amounts_in(text: str, *, least: int = _LEAST) -> Iterator[WrittenAmount]:
    """Yield the numbers of a text, with the words that bound them ("more than", "between"); no vague ones.

    In words, those from ``least`` on: one and two are told by the noun itself.
    """
    tokens = tuple(find_tokens(fold(text), Field.TEXT)[0])
    place = 0
    while place < len(tokens):
        found = amount_at(tokens, place, len(tokens))
        written = None if found is None else _written(tokens[found.first : found.end], found, least)
        if written is not None:
            yield written
        place = place + 1 if found is None else found.end


def tells_amount(text: str) -> bool:
    """Return whether words hold a number, or a vague one ("dozens of")."""
    tokens = tuple(find_tokens(fold(text), Field.TEXT)[0])
    return any(amount_at(tokens, place, len(tokens)) is not None for place in range(len(tokens)))


def _written(tokens: tuple[Token, ...], amount: Amount, least: int) -> WrittenAmount | None:
    most = amount.least if amount.most is None else amount.most
    if most is None:
        return None
    in_words = all(token.kind is not NUMBER for token in tokens)
    if in_words and most < least:
        return None
    return WrittenAmount(tokens[0].start, tokens[-1].end, amount.least or 0, amount.most, in_words)


@cache
def _fates() -> Mapping[str, str]:
    return {key: fate for fate in _FATES for word in _words()[fate] for key in content_keys(word)}


@cache
def _sorts() -> Mapping[str, frozenset[str]]:
    return {sort: frozenset(key for word in _words()[sort] for key in content_keys(word)) for sort in _SORTS}


@cache
def _age_keys() -> frozenset[str]:
    return frozenset(key for word in _words()["age"] for key in content_keys(word))


@cache
def _words() -> Mapping[str, frozenset[str]]:
    return load_word_classes(_ROOM.joinpath("people.tsv"))
