"""Words whose counts mislead, with the stem they have."""

from functools import cache
from importlib.resources import files
from typing import Final

from hudna.lexicon import load_entries
from hudna.model import TableError
from hudna.text import fold_word

CLASSES: Final = ("split", "whole")


@cache
def exceptions() -> dict[str, str]:
    """Return the folded words of ``exceptions.tsv`` with their folded stems.

    Raises:
        TableError: a row can't be read, its stem is not in its word, or its class does not fit its stem.
    """
    stems: dict[str, str] = {}
    for entry in load_entries(files(__package__).joinpath("exceptions.tsv"), "exception", classes=CLASSES):
        word, stem = fold_word(entry.form), fold_word(entry["stem"])
        if not stem or stem not in word:
            raise TableError(f"{entry.line}: {entry['stem']!r} is not in {entry.form!r}")
        if (stem == word) != (entry["class"] == "whole"):
            raise TableError(f"{entry.line}: {entry.form!r} with the stem {entry['stem']!r} is not {entry['class']}")
        if word in stems:
            raise TableError(f"{entry.line}: {entry.form!r} is there already")
        stems[word] = stem
    return stems
