"""Whether words make somebody heard: what stands for no speaker, and what is said of somebody in passing."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from hudna.arabic.names.tables import nationality_entries
from hudna.arabic.wording.sources import is_teller, spokesmen
from hudna.arabic.wording.words import content_keys
from hudna.lexicon import load_entries, load_word_classes
from hudna.text import fold_word

_ROOM: Final = files(__package__)
_LAST_WORD: Final = re.compile(r"([^\W_]+)\W*$")
_LAST_TWO_WORDS: Final = re.compile(r"([^\W_]+ [^\W_]+) ?$")
_ON_BEHALF: Final = fold_word("باسم")
_MILITARY: Final = fold_word("عسكري")
_ARMY: Final = "الجيش"
_THE: Final = "ال"
_OF_ARMY: Final = 3  # words: a military spokesman of a nation
_HEAD: Final = ":"
_FEWEST_WORDS: Final = 2  # "a medical source" speaks for no body


def is_nobody(label: str) -> bool:
    """Return whether a speaker so called is none: a film that shows something, the report itself, a man without a name."""
    first = fold_word(label.strip().partition(" ")[0])
    return first in _words()["nobody"]


def is_said_in_passing(before: str) -> bool:
    """Return whether what follows these words is a clause about a noun or a time ("which they call …", "after he said …").

    Nobody speaks up there.
    """
    found = (_LAST_WORD.search(before), _LAST_TWO_WORDS.search(before))
    return any(words is not None and fold_word(words[1]) in _words()["relative"] for words in found)


def is_no_answer(said: str) -> bool:
    """Return whether what somebody refuses is to answer: "to comment", "to confirm that …"."""
    return fold_word(said.partition(" ")[0]) in _words()["answer"]


def is_credit(before: str, entity: str | None, label: str) -> bool:
    """Return whether an outlet only says by these words before a name which agency or paper it has something from."""
    last = _LAST_WORD.search(before)
    return last is not None and fold_word(last[1]) in _words()["credit"] and is_teller(entity, label)


def speaker_keys(label: str) -> frozenset[str]:
    """Return the content words of a name, alike for a body and for him who heads it (a ministry and its minister)."""
    return frozenset(_bodies().get(key, key) for key in content_keys(label))


def is_head(key: str) -> bool:
    """Return whether a key stands for any body of a kind or its head ("a ministry", "a minister"), and names none."""
    return key.endswith(_HEAD)


def nationality_keys(label: str) -> frozenset[str]:
    """Return the keys of the words in a name that say of which nation somebody is."""
    return _nationalities().intersection(content_keys(label))


def body_spoken_for(label: str) -> str:
    """Return the words for whom a spokesman, a source or an office speaks, empty where a label has no such words."""
    words = " ".join(label.split()).split(" ")
    if fold_word(words[0]) not in spokesmen():
        return ""
    if len(words) == _OF_ARMY and fold_word(words[1]).removeprefix(_THE) == _MILITARY:
        return f"{_ARMY} {_THE}{words[2].removeprefix(_THE)}"  # a military spokesman of a nation speaks for its army
    on_behalf = len(words) > 1 and fold_word(words[1]) == _ON_BEHALF
    rest = words[2:] if on_behalf else words[1:]
    return " ".join(rest) if on_behalf or len(rest) >= _FEWEST_WORDS else ""


@cache
def _nationalities() -> frozenset[str]:
    return frozenset(key for entry in nationality_entries() for key in content_keys(entry.form))


@cache
def _bodies() -> Mapping[str, str]:
    """Return what stands for both a body and its head, by the keys of the words for either."""
    entries = load_entries(_ROOM / "heads.tsv", "head")
    return {key: f"{entry.id}{_HEAD}" for entry in entries for key in content_keys(entry.form)}


@cache
def _words() -> Mapping[str, frozenset[str]]:
    return load_word_classes(_ROOM.joinpath("voices.tsv"))
