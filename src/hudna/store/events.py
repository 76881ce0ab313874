"""Events as rows: written and taken out, with the tallies of what they have."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, Protocol

from sqlalchemy import Connection, delete, select, update

from hudna.model import Actor, Entity, Event, RecordType
from hudna.record.fuse import id_of
from hudna.record.kept import to_kept
from hudna.record.names import plain_form
from hudna.record.sketch import Listed, Sketch, listed_of
from hudna.store.among import among
from hudna.store.offering import drop_offers, keep_offers
from hudna.store.tables import events, parties, stands, tallies, tellings, wholes, witnesses
from hudna.store.writing import next_number, write_rows

IN_ONE_QUERY: Final = 500
_END: Final = "9999-12-31"
_WITH_STATUS: Final = frozenset({RecordType.CONTACT.value, RecordType.MEASURE.value})


class Alone(Protocol):
    """A telling that is an event by itself, and is listed as it was read."""

    number: int
    key: str
    type: RecordType
    outlet: tuple[str, bool]

    @property
    def sketch(self) -> Sketch:
        """What lists have of it."""

    @property
    def parties(self) -> list[str]:
        """The ids of who takes part."""


def keep_events(
    connection: Connection,
    found: Sequence[tuple[Event, Sequence[int]]],
    alone: Sequence[Alone],
    labels: Mapping[str, Entity],
) -> None:
    """Write events with the numbers of their tellings, and statements that are events by themselves.

    ``labels`` are the entities by their ids.
    """
    first = next_number(connection, events)
    numbered = list(enumerate(found, start=first))
    rows = [_row_of_event(number, event) for number, (event, _) in numbered]
    whole = [(number, to_kept(event, "")) for number, (event, _) in numbered if not is_plain(event)]
    named = [each for number, (event, _) in numbered for each in _parties(number, event, labels)]
    printed = [
        (outlet, number, known)
        for number, (event, _) in numbered
        for outlet, known in {(each.outlet or each.article_id): bool(each.outlet) for each in event.members}.items()
    ]
    told = [(number, telling) for number, (_, numbers) in numbered for telling in numbers]
    for number, telling in enumerate(alone, start=first + len(numbered)):
        key = id_of(telling.type, (telling.key,))
        rows.append(_row(number, key, telling.type, telling.sketch.listed))
        named += [(entity, number, "") for entity in telling.parties]
        printed.append((telling.outlet[0], number, telling.outlet[1]))
        told.append((number, telling.number))
    if not rows:
        return
    write_rows(connection, events, tuple(events.c.keys()), rows)
    write_rows(connection, wholes, tuple(wholes.c.keys()), whole)
    write_rows(connection, parties, tuple(parties.c.keys()), sorted(named))
    write_rows(connection, witnesses, tuple(witnesses.c.keys()), sorted(printed))
    connection.exec_driver_sql("UPDATE tellings SET event = ? WHERE number = ?", told)
    write_rows(connection, stands, tuple(stands.c.keys()), _stands(rows, named))
    _tally(connection, rows, named, printed, 1)
    keep_offers(connection, ((number, event) for number, (event, _) in numbered))


def drop_events(connection: Connection, numbers: Iterable[int]) -> None:
    """Take events out; their tellings are left without one."""
    wanted = sorted(numbers)
    for start in range(0, len(wanted), IN_ONE_QUERY):
        some = wanted[start : start + IN_ONE_QUERY]
        rows = connection.execute(select(events).where(among(events.c.number, some))).all()
        named = connection.execute(select(parties).where(among(parties.c.event, some))).all()
        printed = connection.execute(select(witnesses).where(among(witnesses.c.event, some))).all()
        _tally(connection, rows, named, printed, -1)
        drop_offers(connection, some)
        connection.execute(update(tellings).where(among(tellings.c.event, some)).values(event=None))
        for column in (parties.c.event, witnesses.c.event, stands.c.event, wholes.c.event, events.c.number):
            connection.execute(delete(column.table).where(among(column, some)))


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


def _stands(rows: Iterable[Sequence[Any]], named: Iterable[Sequence[Any]]) -> list[tuple[Any, ...]]:
    """Return where parties stand on the measures among events; rows are those of the tables."""
    measures = {row[0]: row for row in rows if row[2] == RecordType.MEASURE.value and row[4] is not None}
    found = []
    for entity, number, _ in named:
        if number in measures:
            _, key, _, kind, status, _, _, earliest, latest, first, last, day, *_ = measures[number]
            found.append((entity, kind, status, first, last, key, number, earliest, latest, day))
    return sorted(found, key=lambda row: row[:6])


def _row_of_event(number: int, event: Event) -> tuple[Any, ...]:
    return _row(
        number,
        event.id,
        event.type,
        listed_of(event),
        reviewed=event.reviewed,
        differs=bool(event.differences),
        origins=len(event.origins),
    )


def _row(
    number: int,
    key: str,
    record: RecordType,
    listed: Listed,
    *,
    reviewed: bool = False,
    differs: bool = False,
    origins: int = 1,
) -> tuple[Any, ...]:
    """Return the values of an event's columns, in the order of the table."""
    first, last = listed.earliest, listed.latest
    return (
        number,
        key,
        record.value,
        listed.kind,
        listed.status,
        listed.process,
        listed.place,
        first,
        last,
        first or last or _END,
        last or _END,
        last or first,
        listed.sure,
        not reviewed and (not listed.sure or differs),
        differs,
        origins,
        listed.weight,
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
    types = {}
    for number, _, record, kind, status, process, place, *_, is_sure, is_open, differs, _, _ in rows:
        types[number] = record
        counts["event", record, ""] += sign
        for field, has in (("sure", is_sure), ("open", is_open), ("differing", is_open and differs)):
            counts[field, record, ""] += sign * bool(has)
        counts["kind", record, kind] += sign
        if status and record in _WITH_STATUS:
            counts["status", "", status] += sign
        for field, value in (("process", process), ("place", place)):
            if value:
                counts[field, "", value] += sign
    for entity, number, _ in named:
        counts["party", "", entity] += sign
        counts["part", types[number], entity] += sign
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
