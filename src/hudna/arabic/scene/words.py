"""The words that part clauses, and those behind which a day only begins something."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from hudna.lexicon import load_word_classes


@cache
def markers() -> Mapping[str, frozenset[str]]:
    """Return the folded words of ``markers.tsv`` by class: ``stop`` ends a clause, ``since`` begins a stretch of time, ``when`` opens what happened on the day told before it."""
    return load_word_classes(files(__package__).joinpath("markers.tsv"))
