"""Whether words make somebody heard: what stands for no speaker, and what is said of somebody in passing."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from hudna.arabic.wording.sources import spokesmen
from hudna.lexicon import load_word_classes
from hudna.text import fold_word

_ROOM: Final = files(__package__)
_LAST_WORD: Final = re.compile(r"([^\W_]+)\W*$")
_ON_BEHALF: Final = fold_word("باسم")
_FEWEST_WORDS: Final = 2  # "a medical source" speaks for no body


def is_nobody(label: str) -> bool:
    """Return whether a speaker so called is none: a film that shows something, the report itself, a man without a name."""
    first = fold_word(label.strip().partition(" ")[0])
    return first in _words()["nobody"]


def is_said_in_passing(before: str) -> bool:
    """Return whether what follows these words is a clause about a noun ("which they call …"): nobody speaks up there."""
    last = _LAST_WORD.search(before)
    return last is not None and fold_word(last[1]) in _words()["relative"]


def body_spoken_for(label: str) -> str:
    """Return the words for whom a spokesman, a source or an office speaks, empty where a label has no such words."""
    words = " ".join(label.split()).split(" ")
    if fold_word(words[0]) not in spokesmen():
        return ""
    on_behalf = len(words) > 1 and fold_word(words[1]) == _ON_BEHALF
    rest = words[2:] if on_behalf else words[1:]
    return " ".join(rest) if on_behalf or len(rest) >= _FEWEST_WORDS else ""


@cache
def _words() -> Mapping[str, frozenset[str]]:
    return load_word_classes(_ROOM.joinpath("voices.tsv"))
