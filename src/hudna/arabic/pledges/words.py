"""The words of pledges, by folded form."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from hudna.lexicon import load_entries, load_word_classes
from hudna.text import fold_word

_ROOM: Final = files(__package__)


@cache
def promises() -> Mapping[str, str]:
    """Return every folded form of the verbs of promising, with who promises: ``first`` the speaker, ``third`` another."""
    found: dict[str, str] = {}
    for entry in load_entries(_ROOM / "promises.tsv", "promise"):
        forms = [fold_word(entry.form)]
        if entry["frame"] == "third":
            forms += [forms[0] + end for end in ("ت", "ا", "تا", "وا")]
        if entry["imperfect"]:
            rest = fold_word(entry["imperfect"])[1:]
            forms += [f"{front}{rest}{end}" for front in ("ي", "ت") for end in ("", "ان", "ون")]
        for form in forms:
            for front in ("", "و", "ف"):
                found.setdefault(front + form, entry["frame"])
    return found


@cache
def markers() -> Mapping[str, frozenset[str]]:
    """Return the folded words of ``markers.tsv`` by class."""
    return load_word_classes(_ROOM / "markers.tsv")
