"""The words of names in the tables: they begin and end with letters of their own."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from hudna.lexicon import read_column
from hudna.text import fold_word


@cache
def name_words() -> frozenset[str]:
    """Return the folded words of all people in the tables, and the states and places whose name is one word."""
    pack = files("hudna.arabic")
    found = _forms(pack.joinpath("people", "people.tsv")) | _forms(pack.joinpath("people", "name_words.tsv"))
    words = {word for form in found for word in form.split(" ")}
    for table in ("states.tsv", "places.tsv"):
        words |= {form for form in _forms(pack.joinpath("places", table)) if " " not in form}
    return frozenset(words)


def _forms(table: Traversable) -> set[str]:
    return set(map(fold_word, read_column(table, "form")))
