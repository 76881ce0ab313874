"""Events as rows: written and taken out, with the tallies of what they have."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, delete, select, update

from hudna.model import Actor, Entity, Event, RecordType
from hudna.record.chronology import line_of
from hudna.record.consequence import consequence
from hudna.record.kept import to_kept
from hudna.record.names import plain_form
from hudna.store.offering import drop_offers, keep_offers
from hudna.store.tables import events, parties, tallies, tellings, witnesses
from hudna.store.writing import next_number, write_rows

IN_ONE_QUERY: Final = 500
_END: Final = "9999-12-31"
_WITH_STATUS: Final = frozenset({RecordType.CONTACT.value, RecordType.MEASURE.value})


def keep_events(
    connection: Connection, found: Sequence[tuple[Event, Sequence[int]]], labels: Mapping[str, Entity]
) -> None:
    """Write events with the numbers of their tellings; ``labels`` are the entities by their ids."""
    if not found:
        return
    numbered = list(enumerate(found, start=next_number(connection, events)))
    rows = [_row(number, event) for number, (event, _) in numbered]
    named = [each for number, (event, _) in numbered for each in _parties(number, event, labels)]
    printed = [
        (outlet, number, known)
        for number, (event, _) in numbered
        for outlet, known in {(each.outlet or each.article_id): bool(each.outlet) for each in event.members}.items()
    ]
    write_rows(connection, events, tuple(events.c.keys()), rows)
    write_rows(connection, parties, tuple(parties.c.keys()), sorted(named))
    write_rows(connection, witnesses, tuple(witnesses.c.keys()), sorted(printed))
    told = [(number, telling) for number, (_, numbers) in numbered for telling in numbers]
    connection.exec_driver_sql("UPDATE tellings SET event = ? WHERE number = ?", told)
    _tally(connection, rows, named, printed, 1)
    keep_offers(connection, ((number, event) for number, (event, _) in numbered))


def drop_events(connection: Connection, numbers: Iterable[int]) -> None:
    """Take events out; their tellings are left without one."""
    wanted = sorted(numbers)
    for start in range(0, len(wanted), IN_ONE_QUERY):
        some = wanted[start : start + IN_ONE_QUERY]
        rows = connection.execute(select(events).where(events.c.number.in_(some))).all()
        named = connection.execute(select(parties).where(parties.c.event.in_(some))).all()
        printed = connection.execute(select(witnesses).where(witnesses.c.event.in_(some))).all()
        _tally(connection, rows, named, printed, -1)
        drop_offers(connection, some)
        connection.execute(update(tellings).where(tellings.c.event.in_(some)).values(event=None))
        for column in (parties.c.event, witnesses.c.event, events.c.number):
            connection.execute(delete(column.table).where(column.in_(some)))


def is_plain(event: Event) -> bool:
    """Return whether an event is one telling that nobody has decided on: it can be made of that alone."""
    return len(event.members) == 1 and not event.decisions and not event.members[0].corrections


def _is_usual(actor: Actor, labels: Mapping[str, Entity]) -> bool:
    return plain_form(labels[actor.entity].label) == plain_form(actor.label)


def _parties(number: int, event: Event, labels: Mapping[str, Entity]) -> list[tuple[str, int, str]]:
    return [
        (actor.entity, number, "" if _is_usual(actor, labels) else plain_form(actor.label))
        for actor in {actor.entity: actor for actor in event.actors}.values()
    ]


def _row(number: int, event: Event) -> tuple[Any, ...]:
    """Return the values of an event's columns, in the order of the table."""
    line = line_of(event)
    first, last = (day and day.isoformat() for day in (line.earliest, line.latest))
    return (
        number,
        event.id,
        event.type.value,
        event.kind,
        event.status,
        event.process,
        event.place,
        first,
        last,
        first or last or _END,
        last or _END,
        last or first,
        event.sure,
        not event.reviewed and (not event.sure or bool(event.differences)),
        bool(event.differences),
        len(event.origins),
        consequence(event),
        None if is_plain(event) else to_kept(event, ""),
    )


def _tally(
    connection: Connection,
    rows: Iterable[Sequence[Any]],
    named: Iterable[Sequence[Any]],
    printed: Iterable[Sequence[Any]],
    sign: int,
) -> None:
    """Count what events have; rows are those of the tables, each with its values in their order."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for _, _, record, kind, status, process, place, *_ in rows:
        counts["event", record, ""] += sign
        counts["kind", record, kind] += sign
        if status and record in _WITH_STATUS:
            counts["status", "", status] += sign
        for field, value in (("process", process), ("place", place)):
            if value:
                counts[field, "", value] += sign
    for entity, *_ in named:
        counts["party", "", entity] += sign
    outlets: dict[int, set[str]] = defaultdict(set)
    for outlet, event, is_named in printed:
        counts["witness", "", outlet] += sign
        outlets[event].add(outlet if is_named else "")
    for found in outlets.values():
        for outlet in found:
            counts["told", "", outlet] += sign
            counts["alone", "", outlet] += sign * (len(found) == 1)
    changes = sorted((*key, count) for key, count in counts.items() if count)
    if changes:
        connection.exec_driver_sql(_ADD_TO_TALLIES, changes)
    if sign < 0:
        connection.execute(delete(tallies).where(tallies.c.count <= 0))


_ADD_TO_TALLIES: Final = (
    "INSERT INTO tallies (field, type, value, count) VALUES (?, ?, ?, ?) "
    "ON CONFLICT (field, type, value) DO UPDATE SET count = count + excluded.count"
)
