"""Events as rows: written and taken out, with the tallies of what they have."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from hudna.model import Actor, Entity, Event, RecordType
from hudna.record.chronology import line_of
from hudna.record.consequence import consequence
from hudna.record.kept import to_kept
from hudna.record.names import plain_form
from hudna.store.tables import events, parties, tallies, tellings, witnesses

IN_ONE_QUERY: Final = 500
_END: Final = "9999-12-31"
_WITH_STATUS: Final = frozenset({RecordType.CONTACT.value, RecordType.MEASURE.value})


def keep_events(
    connection: Connection, found: Sequence[tuple[Event, Sequence[int]]], labels: Mapping[str, Entity]
) -> None:
    """Write events with the numbers of their tellings; ``labels`` are the entities by their ids."""
    if not found:
        return
    first = connection.execute(select(func.coalesce(func.max(events.c.number), 0))).scalar_one() + 1
    rows, told, named, printed = [], [], [], []
    for number, (event, numbers) in enumerate(found, start=first):
        rows.append(_row(number, event))
        told += [{"telling": telling, "found": number} for telling in numbers]
        named += [
            {
                "entity": actor.entity,
                "event": number,
                "form": "" if _is_usual(actor, labels) else plain_form(actor.label),
            }
            for actor in {actor.entity: actor for actor in event.actors}.values()
        ]
        outlets = {(member.outlet or member.article_id): bool(member.outlet) for member in event.members}
        printed += [{"outlet": outlet, "event": number, "named": known} for outlet, known in outlets.items()]
    connection.execute(insert(events), rows)
    connection.execute(_TOLD_IN, told)
    for table, values in ((parties, named), (witnesses, printed)):
        if values:
            connection.execute(insert(table), values)
    _tally(connection, rows, named, printed, 1)


def drop_events(connection: Connection, numbers: Iterable[int]) -> None:
    """Take events out; their tellings are left without one."""
    wanted = sorted(numbers)
    for start in range(0, len(wanted), IN_ONE_QUERY):
        some = wanted[start : start + IN_ONE_QUERY]
        rows = connection.execute(select(events).where(events.c.number.in_(some))).mappings().all()
        named = connection.execute(select(parties).where(parties.c.event.in_(some))).mappings().all()
        printed = connection.execute(select(witnesses).where(witnesses.c.event.in_(some))).mappings().all()
        _tally(connection, rows, named, printed, -1)
        connection.execute(update(tellings).where(tellings.c.event.in_(some)).values(event=None))
        for column in (parties.c.event, witnesses.c.event, events.c.number):
            connection.execute(delete(column.table).where(column.in_(some)))


def is_plain(event: Event) -> bool:
    """Return whether an event is one telling that nobody has decided on: it can be made of that alone."""
    return len(event.members) == 1 and not event.decisions and not event.members[0].corrections


def _is_usual(actor: Actor, labels: Mapping[str, Entity]) -> bool:
    return plain_form(labels[actor.entity].label) == plain_form(actor.label)


def _row(number: int, event: Event) -> dict[str, Any]:
    line = line_of(event)
    first, last = (day and day.isoformat() for day in (line.earliest, line.latest))
    return {
        "number": number,
        "id": event.id,
        "type": event.type.value,
        "kind": event.kind,
        "status": event.status,
        "process": event.process,
        "place": event.place,
        "earliest": first,
        "latest": last,
        "first": first or last or _END,
        "last": last or _END,
        "day": last or first,
        "sure": event.sure,
        "open": not event.reviewed and (not event.sure or bool(event.differences)),
        "differs": bool(event.differences),
        "origins": len(event.origins),
        "weight": consequence(event),
        "value": None if is_plain(event) else to_kept(event, ""),
    }


def _tally(
    connection: Connection,
    rows: Iterable[Mapping[Any, Any]],
    named: Iterable[Mapping[Any, Any]],
    printed: Iterable[Mapping[Any, Any]],
    sign: int,
) -> None:
    counts: Counter[tuple[str, str, str]] = Counter()
    for row in rows:
        counts["event", row["type"], ""] += sign
        counts["kind", row["type"], row["kind"]] += sign
        if row["status"] and row["type"] in _WITH_STATUS:
            counts["status", "", row["status"]] += sign
        for field in ("process", "place"):
            if row[field]:
                counts[field, "", row[field]] += sign
    for row in named:
        counts["party", "", row["entity"]] += sign
    outlets: dict[int, set[str]] = defaultdict(set)
    for row in printed:
        counts["witness", "", row["outlet"]] += sign
        outlets[row["event"]].add(row["outlet"] if row["named"] else "")
    for found in outlets.values():
        for outlet in found:
            counts["told", "", outlet] += sign
            counts["alone", "", outlet] += sign * (len(found) == 1)
    changes = [
        {"field": field, "type": record, "value": value, "count": count}
        for (field, record, value), count in counts.items()
        if count
    ]
    query = upsert(tallies)
    query = query.on_conflict_do_update(
        index_elements=["field", "type", "value"], set_={"count": tallies.c.count + query.excluded.count}
    )
    if changes:
        connection.execute(query, changes)
    if sign < 0:
        connection.execute(delete(tallies).where(tallies.c.count <= 0))


_TOLD_IN: Final = (
    update(tellings).where(tellings.c.number == bindparam("telling")).values({"event": bindparam("found")})
)
