"""What numbers count: whether people are dead or hurt, whether it is more, and the small numbers in words."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from hudna.arabic.numbers import number_entries, number_value
from hudna.arabic.wording.words import content_keys
from hudna.lexicon import load_word_classes
from hudna.text import fold_word

_ROOM: Final = files(__package__)
_WORD: Final = re.compile(r"\S+")
_FATES: Final = ("dead", "hurt")
_SORTS: Final = ("fighter", "soldier", "attacker", "child")
_LEAST: Final = 3  # one and two are told by the noun itself
_MOST: Final = 10


def fate_of(key: str) -> str:
    """Return whether a word of this key tells of the ``dead`` or the ``hurt``, empty where it tells of neither."""
    return _fates().get(key, "")


def over_at(before: str) -> int | None:
    """Return where the words stand that say, right before a number, that there are more; None where none do."""
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


def tells_age(key: str) -> bool:
    """Return whether a word of this key beside a number of years says that they are somebody's age."""
    return key in _age_keys()


def small_number(word: str) -> int | None:
    """Return the number from three to ten that a word is, None for any other."""
    return _numbers().get(fold_word(word))


@cache
def _numbers() -> Mapping[str, int]:
    values = ((fold_word(entry.form), *number_value(entry)) for entry in number_entries())
    return {
        form: value
        for form, kind, value in values
        if kind == "integer" and isinstance(value, int) and _LEAST <= value <= _MOST
    }


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
