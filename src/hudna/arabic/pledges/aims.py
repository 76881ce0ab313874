"""What kind of record would tell that a pledge was fulfilled, by the pledge's words (``aims.tsv``)."""

from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

from hudna.arabic.clitics import variants
from hudna.lexicon import read_rows
from hudna.text import fold

_PERSONS: Final = ("ي", "ت", "ن", "ا")  # he, she or you, we, I
_FUTURE: Final = ("", "س", "وس", "فس")
_ENDINGS: Final = ("", "ون", "ان", "وا", "ا")
_MAX_WORDS: Final = 4
_HEAD_WORDS: Final = 2
_LAM: Final = "لل"
_MARKS: Final = ".,:;!?()[]«»\"'“”،؛؟#"


class Aim(NamedTuple):
    """A type of record and one of its kinds; ``force`` stands for every kind of incident in which force is used.

    ``status`` is the one a measure must have, empty where it is whatever fulfils measures of its kind.
    """

    type: str
    kind: str
    status: str = ""


_AGAINST: Final = Aim("", "")


@lru_cache(maxsize=20_000)
def aim_of(words: str) -> Aim | None:
    """Return what would fulfil a pledge of these words, None where nobody can say.

    The act stands at their head (the withdrawal, will withdraw) or behind the verb that carries it (will announce a
    truce); further in, words are of what the act is about.
    """
    folded = fold(words).text.split()
    table = _forms()
    for place in range(min(_HEAD_WORDS, len(folded))):
        aim = _longest(folded, place, table)
        if aim is not None:
            return None if aim is _AGAINST else aim
    return None


def _longest(folded: list[str], place: int, table: dict[str, Aim]) -> Aim | None:
    for length in range(min(_MAX_WORDS, len(folded) - place), 0, -1):
        first, *rest = folded[place : place + length]
        for start in _starts(first.strip(_MARKS)):
            form = " ".join((start, *(word.strip(_MARKS) for word in rest)))
            if form in table:
                return table[form]
    return None


def _starts(word: str) -> list[str]:
    """Return the readings of a word without its clitics; behind the preposition the article has lost its alef."""
    found = [each.folded for each in variants(word)]
    return [*found, word.removeprefix(_LAM)] if word.startswith(_LAM) else found


@cache
def _forms() -> dict[str, Aim]:
    found: dict[str, Aim] = {}
    table = files(__package__).joinpath("aims.tsv")
    for _, row in read_rows(table, ("id", "form", "class", "kind", "source")):
        aim = _AGAINST if row["class"] == "against" else Aim(*row["kind"].split(":"))
        form = fold(row["form"]).text
        for each in _conjugated(form) if row["class"] == "imperfect" else [form]:
            found.setdefault(each, aim)
    return found


def _conjugated(imperfect: str) -> list[str]:
    """Return a verb in its persons, with and without what puts it into the future."""
    verb, _, rest = imperfect.partition(" ")
    behind = f" {rest}" if rest else ""
    return [
        f"{future}{person}{verb[1:]}{ending}{behind}"
        for future in _FUTURE
        for person in _PERSONS
        for ending in _ENDINGS
    ]
