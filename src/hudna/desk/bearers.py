"""Who goes by a name."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hudna.model import NameKind, NameMatch
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
