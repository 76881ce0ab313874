"""On which side of a place something lies."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Final, NamedTuple

from hudna.lexicon import load_entries
from hudna.text import fold, fold_word

_ROOM: Final = files(__package__)
_WORD: Final = re.compile(r"[^\W_]+")
_PREFIXES: Final = "وبل"
_ARTICLE: Final = "ال"


class Lying(NamedTuple):
    """The sides told (``north`` and ``east`` of what lies north-east), the word of the place, and where both stand."""

    sides: frozenset[str]
    place: str
    start: int
    end: int


def find_directions(text: str) -> Iterator[Lying]:
    """Yield the sides of places that a text tells, in its order."""
    folded = fold(text)
    words = list(_WORD.finditer(folded.text))
    start: int | None = None
    sides: set[str] = set()
    for word, following in pairwise(words):
        side = _side(word[0], is_first=start is None)
        if side is None:
            start, sides = None, set()
            continue
        start = word.start() if start is None else start
        sides.add(side)
        if _side(following[0], is_first=False) is None:
            place = following[0].removeprefix(_ARTICLE)
            yield Lying(frozenset(sides), place, folded.to_raw[start], folded.to_raw[following.end() - 1] + 1)
            start, sides = None, set()


def _side(word: str, *, is_first: bool) -> str | None:
    known = _directions().get(word)
    while known is None and is_first and word and word[0] in _PREFIXES:
        word = word[1:]
        known = _directions().get(word)
    return known


@cache
def _directions() -> Mapping[str, str]:
    return {fold_word(entry.form): entry.id for entry in load_entries(_ROOM / "directions.tsv", "direction")}
