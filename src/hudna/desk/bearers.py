"""Who goes by a name."""

from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from hudna.lexicon import load_entries
from hudna.model import Entity, NameKind, NameMatch
from hudna.record import Entities, compare_names, find_entities
from hudna.record.names import POSSIBLE

if TYPE_CHECKING:
    from hudna.arabic.offices import Term
    from hudna.store import Store


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who goes by a name: an entity of the tables or of a store, with its forms, offices and the articles naming it."""

    entity: str
    kind: str
    label: str
    latin: str
    forms: tuple[str, ...]
    match: NameMatch
    terms: "tuple[Term, ...]"
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """A term of office: the office by id and in Arabic, the country's code; ISO days, months or years."""

    office: str
    country: str
    label: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Profile:
    """What the tables know of an entity: its name in Latin letters, and the offices it held."""

    latin: str
    terms: tuple[Held, ...]


def profile(entity: Entity) -> Profile:
    """Return what the tables know of an entity of a record."""
    from hudna.arabic.names.lookup import latin_label
    from hudna.arabic.names.tables import labels
    from hudna.arabic.offices.holders import terms_of

    states = {key.removeprefix("state:"): entry.form for key, entry in labels().items() if key.startswith("state:")}
    terms = terms_of(entity.id.removeprefix("person:")) if entity.id.startswith("person:") else ()
    held = [Held(term.office, term.country, _office(states, term), term.start, term.end) for term in terms]
    return Profile(latin_label(entity.id, entity.label), tuple(held))


@cache
def _offices() -> dict[str, str]:
    """Return the first form of each office by its id."""
    table = files("hudna.arabic").joinpath("offices", "offices.tsv")
    return {entry.id: entry.form for entry in reversed(tuple(load_entries(table, "office")))}


def _office(states: dict[str, str], term: "Term") -> str:
    parts = (_offices().get(term.office, term.office), states.get(term.country, term.country))
    return " - ".join(part for part in parts if part)


def who(name: str, store: "Store | None" = None) -> list[Bearer]:
    """Return who goes by a name, the likeliest first: of the tables, and of a store where one is given."""
    from hudna.arabic.names.lookup import latin_label, look_up

    found = {each.entity: Bearer(*each) for each in look_up(name)}
    if store is None:
        return list(found.values())
    readings = list(store.readings())
    entities = find_entities(readings, store.decisions())
    for entity in entities.by_id.values():
        if entity.kind is NameKind.PERSON and entity.id not in found:
            match = max((compare_names(name, form) for form in entity.forms), key=lambda each: each.score)
            if match.score >= POSSIBLE:
                latin = latin_label(entity.id, entity.label)
                found[entity.id] = Bearer(entity.id, entity.kind, entity.label, latin, entity.forms, match, ())
    named: dict[str, list[str]] = {}
    for reading in readings:
        for key in dict.fromkeys(entities.of(each).id for each in reading.names):
            named.setdefault(key, []).append(reading.article.id)
    bearers = [
        replace(each, articles=tuple(named.get(key, ())), forms=_all_forms(each, entities))
        for key, each in found.items()
    ]
    return sorted(bearers, key=lambda each: (not each.articles, -each.match.score, each.entity))


def _all_forms(bearer: Bearer, entities: Entities) -> tuple[str, ...]:
    """Return the forms of the tables, then those that only the articles write."""
    written = entities.by_id[bearer.entity].forms if bearer.entity in entities.by_id else ()
    return tuple(dict.fromkeys((*bearer.forms, *written)))
