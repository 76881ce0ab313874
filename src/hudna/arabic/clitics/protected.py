"""The words of names in the tables: they begin and end with letters of their own."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from hudna.lexicon import read_column
from hudna.lexicon.lists import list_tables
from hudna.text import fold_word


@cache
def name_words() -> frozenset[str]:
    """Return the folded words of all people in the tables, and the states and places whose name is one word."""
    pack = files("hudna.arabic")
    people = (
        pack.joinpath("people", "people.tsv"),
        pack.joinpath("people", "name_words.tsv"),
        *list_tables("people.tsv"),
    )
    places = (pack.joinpath("places", "states.tsv"), pack.joinpath("places", "places.tsv"), *list_tables("places.tsv"))
    words = {word for table in people for form in _forms(table) for word in form.split(" ")}
    return frozenset(words | {form for table in places for form in _forms(table) if " " not in form})


def _forms(table: Traversable) -> set[str]:
    return set(map(fold_word, read_column(table, "form")))
