"""The tables of numbers and what their rows mean."""

from importlib.resources import files
from typing import Final, NamedTuple

from hudna.lexicon import Entry, load_entries

_ROOM: Final = files("hudna.arabic.numbers")


class Ordinal(NamedTuple):
    """A place in an order; hours of the clock are feminine."""

    value: int
    feminine: bool


class Scale(NamedTuple):
    """A number that multiplies the one before it."""

    value: int


def number_entries() -> list[Entry]:
    """Return the rows of the tables of numbers and ordinals."""
    return [
        *load_entries(_ROOM / "integers.tsv", "integers", classes={"count", "scale"}),
        *load_entries(_ROOM / "ordinals.tsv", "ordinals", classes={"masculine", "feminine", "bare"}),
    ]


def number_value(entry: Entry) -> tuple[str, int | Ordinal | Scale]:
    """Return the kind and value of a row: ``integer``, ``scale``, ``ordinal`` or ``nth``."""
    value = int(entry["value"])
    if entry["class"] == "bare":
        return "nth", value
    if entry.kind == "ordinals":
        return "ordinal", Ordinal(value, entry["class"] == "feminine")
    return ("scale", Scale(value)) if entry["class"] == "scale" else ("integer", value)
