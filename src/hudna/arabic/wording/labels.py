"""What names say of those they name: whether a name is a side's own, its foes', contested or neutral.

Names of bodies are told by the column ``usage`` of their table; two bodies of one side (a government and its army) are
compared as one. Fighters without a name go by nouns of ``fighters.tsv``.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from hudna.arabic.names.tables import proper_entries
from hudna.lexicon import load_entries
from hudna.model import Name, NameKind
from hudna.text import fold, fold_word

_ROOM: Final = files(__package__)
_ARTICLE: Final = "ال"


class Label(NamedTuple):
    """A side by one of its names: what kind of name that is, and where it stands in the text."""

    side: str
    usage: str
    start: int
    end: int


def name_label(name: Name, words: str) -> tuple[str, str] | None:
    """Return the side a name stands for and the usage of the name, None where the tables tell nothing of it."""
    if name.kind is not NameKind.BODY or name.entity is None or not name.entity.startswith("body:"):
        return None
    usage = _usages().get((name.entity.removeprefix("body:"), fold_word(" ".join(words.replace("_", " ").split()))))
    return None if usage is None else (_sides().get(name.entity, name.entity), usage)


def find_fighters(text: str) -> Iterator[Label]:
    """Yield the nouns that stand for fighters without a name, in the order of the text."""
    folded = fold(text)
    words = _fighters()
    for match in re.finditer(r"[^\W_]+", folded.text):
        usage = words.get(match[0]) or words.get(match[0].removeprefix(_ARTICLE))
        if usage is not None:
            start, end = match.span()
            yield Label("fighters", usage, folded.to_raw[start], folded.to_raw[end - 1] + 1)


@cache
def _usages() -> Mapping[tuple[str, str], str]:
    return {(entry.id, fold_word(entry.form)): entry["usage"] for entry in proper_entries() if entry.kind == "body"}


@cache
def _sides() -> Mapping[str, str]:
    """Return the side of a body that is one side with others."""
    return {fold_word(entry.form): f"side:{entry.id}" for entry in load_entries(_ROOM / "sides.tsv", "side")}


@cache
def _fighters() -> Mapping[str, str]:
    return {fold_word(entry.form): entry.id for entry in load_entries(_ROOM / "fighters.tsv", "fighters")}
