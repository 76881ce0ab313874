"""The words of conduct, by folded form."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from hudna.lexicon import load_entries
from hudna.model import ConductKind
from hudna.text import fold_word


class Word(NamedTuple):
    """A word of conduct: its kind, and how the parties stand around it."""

    id: str
    kind: ConductKind
    frame: str


@cache
def words() -> Mapping[str, Word]:
    """Return every folded form, a conjunction before it included."""
    found: dict[str, Word] = {}
    for entry in load_entries(files(__package__).joinpath("words.tsv"), "conduct"):
        word = Word(entry.id, ConductKind(entry["kind"]), entry["frame"])
        for front in ("", "و", "ف"):
            found.setdefault(front + fold_word(entry.form), word)
    return found
