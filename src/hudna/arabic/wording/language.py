"""Whether somebody's words were spoken in Arabic."""

from functools import cache
from importlib.resources import files
from typing import Final

from hudna.arabic.names.tables import proper_entries
from hudna.lexicon import load_entries

_ROOM: Final = files(__package__)
_STATES: Final = frozenset({"state", "place"})


def speaks_arabic(entity: str) -> bool | None:
    """Return whether a person, body or state of the tables speaks Arabic, None where they do not say whose it is."""
    kind, _, key = entity.partition(":")
    country = key.partition("-")[0].upper() if kind in _STATES else _countries().get(entity, "")
    return country in _arab_states() if country else None


@cache
def _countries() -> dict[str, str]:
    return {
        f"{entry.kind}:{entry.id}": entry["country"].upper()
        for entry in proper_entries()
        if entry.kind in {"person", "body"} and entry["country"]
    }


@cache
def _arab_states() -> frozenset[str]:
    return frozenset(entry.id.upper() for entry in load_entries(_ROOM / "arab_states.tsv", "state"))
