"""Who takes part with whom, and who stands where: counted by columns, without loading any event."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, func, select

from hudna.store.tables import events, parties, stands

Days = tuple[str | None, str | None]  # those of an event may reach from the first to the last of them


class Told(NamedTuple):
    """An event as far as a table of stands shows it; its days are ISO, None for an open end."""

    first: str
    last: str
    id: str
    earliest: str | None
    latest: str | None


class Cell(NamedTuple):
    """The events of a party, kind and status: the first of them by day, how many there are, and the last day known of any."""

    told: list[Told]
    size: int
    last: str


class Shared(NamedTuple):
    """How many events are shared, and the id of the last of them by day."""

    times: int
    last: str


class Standings(NamedTuple):
    """Measures by party, kind and status, each with its first events: of the parties with most told, and of all kinds."""

    parties: list[str]
    kinds: list[str]
    told: dict[tuple[str, str, str], Cell]


def count_company(connection: Connection, wanted: Select[Any], entity: str) -> dict[str, Shared]:
    """Return how many events, of those whose numbers are wanted, somebody shares with whom, and the last of them."""
    query = (
        select(parties.c.entity, func.count(), func.max(events.c.first + events.c.last), events.c.id)  # of the last
        .join(events, events.c.number == parties.c.event)
        .where(parties.c.event.in_(wanted), parties.c.entity != entity)
        .group_by(parties.c.entity)
    )
    return {key: Shared(count, last) for key, count, _, last in connection.execute(query)}


def standings(connection: Connection, wanted: Select[Any] | None, days: Days, most: int, events_each: int) -> Standings:
    """Return where so many parties stand on measures, each with so many of its events.

    They are those whose numbers are ``wanted``, all where that is None, on certain days where any are given.
    """
    told = _within(days)
    if wanted is not None:
        told.append(stands.c.event.in_(wanted))
    by_party: Counter[str] = Counter()
    by_kind: Counter[str] = Counter()
    query = select(stands.c.entity, stands.c.kind, func.count()).where(*told)
    for entity, kind, count in connection.execute(query.group_by(stands.c.entity, stands.c.kind)):
        by_party[entity] += count
        by_kind[kind] += count
    shown = sorted(by_party, key=lambda key: (-by_party[key], key))[:most]
    kinds = sorted(by_kind, key=lambda kind: (-by_kind[kind], kind))
    return Standings(shown, kinds, _cells(connection, told, shown, events_each))


def _within(days: Days) -> list[ColumnElement[bool]]:
    first, last = days
    found = []
    if first is not None:
        found += [stands.c.latest >= first]
    if last is not None:
        found += [stands.c.earliest <= last]
    return found


def _cells(
    connection: Connection, told: Sequence[ColumnElement[bool]], shown: Sequence[str], most: int
) -> dict[tuple[str, str, str], Cell]:
    columns = (
        stands.c.entity,
        stands.c.kind,
        stands.c.status,
        stands.c.day,
        *(stands.c[name] for name in Told._fields),
    )
    query = select(*columns).where(stands.c.entity.in_(shown), *told)
    found: dict[tuple[str, str, str], Cell] = {}
    for row in connection.execute(query.order_by(*stands.primary_key)):
        key = row.entity, row.kind, row.status
        known = found.get(key) or Cell([], 0, "")
        if known.size < most:
            known.told.append(Told(*(row[4:])))
        found[key] = Cell(known.told, known.size + 1, max(known.last, row.day or ""))
    return found
