"""Places as records hold them: a named place with its coordinates."""

from hudna.arabic.names.tables import labels
from hudna.lexicon import Entry
from hudna.model import Match, Name, Place, Span

_AREAS = frozenset({"region", "governorate", "sea", "river", "front", "continent"})


def place_of(name: Match[Name]) -> Place:
    """Return a named place with its coordinates."""
    return make_place(name.value.span, name.value.label, name.value.entity)


def make_place(span: Span, label: str, entity: str | None) -> Place:
    """Return a place with the coordinates that the tables have for an entity."""
    row = labels().get(entity or "")
    if row is None or not row["latitude"]:
        return Place(span, label, entity)
    return Place(span, label, entity, float(row["latitude"]), float(row["longitude"]), precision_of(row))


def precision_of(row: Entry) -> str:
    """Return ``area`` where a row's point is only the middle of a state or region, else ``place``."""
    return "area" if row.kind == "state" or row["class"] in _AREAS else "place"
