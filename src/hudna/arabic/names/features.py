"""What the model of names sees: each word by its letters and tables, and the names and titles found before it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from hudna.arabic.clitics import name_variants
from hudna.arabic.clitics.words import word_counts
from hudna.arabic.names.parties import head_of
from hudna.arabic.names.tables import labels
from hudna.model import Match, Name

REACH: Final = 2
EDGE: Final = "#"
"""What stands before the first and behind the last word of a sentence."""

# How many words away a feature still counts, by its first letter.
_REACHES: Final = {EDGE: 2, "w": 2, "b": 1, "k": 2, "m": 1, "u": 1, "f": 1, "h": 2, "t": 2, "a": 0, "j": 0}
_FREQUENCIES: Final = (3, 30, 300)  # occurrences in 3.8 million words
_MAX_AFFIX: Final = 4
_SHORT_AFFIX: Final = _MAX_AFFIX - 1  # what most words share with others
_MAX_LENGTH: Final = 9
_NO_CLASSES: Final = "-:-"
_new: Final = tuple.__new__  # makes a named tuple in half the time that its own way takes
_CLASSED: Final = frozenset({"place", "body"})


@cache
def _classes() -> dict[str, str]:
    """Return the coarse and the fine class of a word, joined by a colon."""
    text = files(__package__).joinpath("word_classes.tsv").read_text(encoding="utf-8")
    _, _, rows = text.partition("form\tclasses\n")
    cells = rows.split()
    return dict(zip(cells[::2], cells[1::2], strict=True))


@cache
def _name_units() -> dict[str, str]:
    """Return what a word is in names of people: given or family name, and how often."""
    text = files("hudna.arabic.people").joinpath("name_units.tsv").read_text(encoding="utf-8")
    _, _, rows = text.partition("form\tclass\n")
    cells = rows.split()
    return dict(zip(cells[::2], cells[1::2], strict=True))


class Look(NamedTuple):
    """What the features of a word are made of: those of few words, and what stands for several features of many.

    ``classes`` are those of its meaning, for ``class_features``; ``plain`` are features with spaces between; ``front`` and
    ``back`` are letters, for ``front_features`` and ``back_features``.
    """

    own: list[str]
    classes: str
    plain: str
    front: str
    back: str


def look_of(folded: str) -> Look:
    """Return what the features of a word are made of; they do not depend on where it stands."""
    word = "0" if folded[:1].isdecimal() else folded
    classes, units = _classes(), _name_units()
    bare, cut = word, 0
    readings = name_variants(word)
    if len(readings) > 1:
        for reading, clitics in readings:
            if reading in classes or reading in units:
                bare, cut = reading, clitics
                break
    size = len(word)
    frequency = bisect_right(_FREQUENCIES, word_counts().get(bare, 0))
    plain = f"u{units.get(bare, '-')} f{frequency} al{min(_MAX_LENGTH, size)}"
    head = head_of(folded)
    if head is not None:
        plain += f" h{head[0]['class']}"
    own = ["w" + word]
    if size >= _MAX_AFFIX:
        own += (f"a{word[:_MAX_AFFIX]}-", f"a-{word[-_MAX_AFFIX:]}")
    if cut:
        own += ("b" + bare, "ac" + word[:cut])
    return _new(Look, (own, classes.get(bare, _NO_CLASSES), plain, word[:_SHORT_AFFIX], word[-_SHORT_AFFIX:]))


def class_features(classes: str) -> list[str]:
    """Return the features of a word's classes of meaning."""
    coarse, _, fine = classes.partition(":")
    return ["k" + coarse, "m" + fine]


def front_features(letters: str) -> list[str]:
    """Return the features of a word's first letters."""
    return [f"a{letters[:size]}-" for size in range(1, len(letters) + 1)]


def back_features(letters: str) -> list[str]:
    """Return the features of a word's last letters."""
    return [f"a-{letters[-size:]}" for size in range(1, len(letters) + 1)]


def word_features(folded: str) -> list[str]:
    """Return the features of a word, each once."""
    look = look_of(folded)
    classes, plain = class_features(look.classes), look.plain.split(" ")
    return [*look.own, *classes, *plain, *front_features(look.front), *back_features(look.back)]


def name_features(found: Sequence[Match[Name]], titles: bytearray) -> dict[int, str]:
    """Return the feature that words have from the names already found, or from a title right before them."""
    features: dict[int, str] = {}
    last = len(titles) - 1  # what a title ends before may be the end of the text
    place = titles.find(1, 0, last)
    while place >= 0:
        features[place] = "tT"
        place = titles.find(1, place + 1, last)
    inside: set[int] = set()
    for match in sorted(found, key=lambda match: (match.first - match.end, match.kind)):
        first, end, kind = match.first, match.end, match.kind
        if first in inside or end - 1 in inside:
            continue
        entry = labels().get(match.value.entity or "") if kind in _CLASSED else None
        if entry is not None:
            kind += "." + entry["class"]
        features[first] = f"tB-{kind}" if end - first > 1 else f"tS-{kind}"
        for place in range(first + 1, end):
            features[place] = f"tI-{kind}"
        inside.update(range(first, end))
    return features


def reaching(features: Sequence[str], distance: int) -> Iterator[str]:
    """Yield the features of a word that count for the word ``distance`` places before it, marked with the distance."""
    for feature in features:
        if _REACHES[feature[0]] >= abs(distance):
            yield f"{distance}{feature}"
