"""The words of this room's table, folded."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from hudna.arabic.clitics import name_variants
from hudna.lexicon import load_entries
from hudna.text import fold_word

THAT: Final = frozenset(fold_word(word) for word in ("أن", "أنه", "أنها", "بأن", "أنهم"))
CLASSES: Final = frozenset(
    {"happened", "scheduled", "ahead", "until", "present", "inside", "resolution", "council", "adopts"}
)


@cache
def classes() -> Mapping[str, str]:
    """Return the class of every word."""
    table = files(__package__).joinpath("told.tsv")
    return {fold_word(entry.form): entry["class"] for entry in load_entries(table, "told", classes=CLASSES)}


def class_of(folded: str) -> str | None:
    """Return what a word says, whatever is written together before it; None where it says nothing."""
    found = classes()
    return next((found[word] for word, _ in name_variants(folded) if word in found), None)
