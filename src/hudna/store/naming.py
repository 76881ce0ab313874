"""Who is who in a store: worked out of all mentions, and kept by key."""

import json
from collections.abc import Iterable, Mapping
from typing import Final

from sqlalchemy import Connection, delete, insert, select

from hudna.model import Decision, Entity, NameKind
from hudna.record.entities import Entities, Mentioned, entities_of, shapes_entities
from hudna.record.members import outlet_of
from hudna.record.names import plain_form, word_keys
from hudna.store.state import are_named, keep_named, mark_names, mark_of_names
from hudna.store.summaries import chunks
from hudna.store.tables import entities, heads, mentions, named_in, names, tellings, words_of_names
from hudna.store.writing import write_rows

_COLUMNS: Final = (mentions.c.key, mentions.c.known, mentions.c.label, mentions.c.kind)


def load_entities(connection: Connection) -> Entities:
    """Return who is who, as it was last kept."""
    by_id = {
        row.id: Entity(row.id, NameKind(row.kind), row.label, tuple(json.loads(row.forms)))
        for row in connection.execute(select(entities)).all()
    }
    ids = {row.key: row.entity for row in connection.execute(select(names)).all()}
    return Entities(by_id, ids)


class Remembered:
    """Who is who as it was loaded last, so that it is loaded again only where it has changed."""

    def __init__(self) -> None:
        self._known: tuple[str, Entities] | None = None

    def load(self, connection: Connection) -> Entities:
        """Return who is who, as it was last kept."""
        mark = mark_of_names(connection)
        if mark is None:
            return load_entities(connection)
        if self._known is None or self._known[0] != mark:
            self._known = mark, load_entities(connection)
        return self._known[1]

    def keep(self, connection: Connection, now: Entities) -> None:
        """Remember who is who as it has just been kept."""
        self._known = mark_names(connection), now


def name_anew(
    connection: Connection, decisions: Iterable[Decision], remembered: Remembered
) -> tuple[Entities, set[int]]:
    """Keep who is who now, and return it with the numbers of the tellings whose parties are others than before."""
    before = remembered.load(connection)
    decisions = [each for each in decisions if each.withdrawn_at is None and shapes_entities(each)]
    decided = json.dumps([[each.number, each.kind, each.left, each.right, each.value] for each in decisions])
    if are_named(connection, decided):
        return before, set()
    keep_named(connection, decided)
    counts = ((Mentioned(*row[:-1]), row[-1]) for row in connection.execute(select(*_COLUMNS, mentions.c.count)).all())
    now = entities_of(counts, decisions)
    changed = {key for key in now.ids.keys() | before.ids.keys() if _entity(key, now) != _entity(key, before)}
    if not changed:
        return now, set()
    _keep(connection, before, now)
    remembered.keep(connection, now)
    found: set[int] = set()
    for some in chunks(sorted(changed)):
        found.update(connection.execute(select(named_in.c.telling).where(named_in.c.key.in_(some))).scalars())
    return now, found | _told_by_changed_outlets(connection, before, now)


def _entity(key: str, found: Entities) -> Entity | None:
    return found.by_id[found.ids[key]] if key in found.ids else None


def _told_by_changed_outlets(connection: Connection, before: Entities, now: Entities) -> set[int]:
    """Return the tellings of the outlets that are known as other bodies than before."""
    outlets = connection.execute(select(heads.c.outlet).distinct()).scalars().all()
    changed = [each for each in outlets if outlet_of(plain_form(each), before) != outlet_of(plain_form(each), now)]
    found: set[int] = set()
    for some in chunks(changed):
        query = select(tellings.c.number).join(heads, heads.c.article == tellings.c.article)
        found.update(connection.execute(query.where(heads.c.outlet.in_(some))).scalars())
    return found


def _keep(connection: Connection, before: Entities, now: Entities) -> None:
    rows = [
        {
            "id": each.id,
            "kind": each.kind.value,
            "label": each.label,
            "forms": json.dumps(each.forms, ensure_ascii=False),
            "called": plain_form(each.label),
            "spelled": "\n".join(map(plain_form, each.forms)),
        }
        for each in now.by_id.values()
        if before.by_id.get(each.id) != each
    ]
    gone = [key for key, each in before.by_id.items() if now.by_id.get(key) != each]
    for some in chunks(gone):
        connection.execute(delete(entities).where(entities.c.id.in_(some)))
        connection.execute(delete(words_of_names).where(words_of_names.c.entity.in_(some)))
    if rows:
        connection.execute(insert(entities), rows)
        new = [now.by_id[row["id"]] for row in rows]
        words = {(word, each.id) for each in new for form in each.forms for word in word_keys(form)}
        write_rows(connection, words_of_names, ("word", "entity"), sorted(words))
    _keep_names(connection, before.ids, now.ids)


def _keep_names(connection: Connection, before: Mapping[str, str], now: Mapping[str, str]) -> None:
    for some in chunks(key for key in before if now.get(key) != before[key]):
        connection.execute(delete(names).where(names.c.key.in_(some)))
    rows = [{"key": key, "entity": entity} for key, entity in now.items() if before.get(key) != entity]
    if rows:
        connection.execute(insert(names), rows)
