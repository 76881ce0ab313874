"""Who takes part with whom, and who stands where: counted by columns, without loading any event."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, and_, func, select

from hudna.model import RecordType
from hudna.store.tables import events, parties


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


class Standings(NamedTuple):
    """Measures by party, kind and status, each with its first events: of the parties with most told, and of all kinds."""

    parties: list[str]
    kinds: list[str]
    told: dict[tuple[str, str, str], Cell]


def count_company(connection: Connection, wanted: Select[Any], entity: str) -> Counter[str]:
    """Return how many events, of those whose numbers are wanted, somebody shares with whom."""
    query = (
        select(parties.c.entity, func.count())
        .where(parties.c.event.in_(wanted), parties.c.entity != entity)
        .group_by(parties.c.entity)
    )
    return Counter({row[0]: row[1] for row in connection.execute(query)})


def standings(connection: Connection, wanted: Select[Any], most: int, events_each: int) -> Standings:
    """Return where so many parties stand on the measures whose numbers are wanted, each with so many of its events."""
    told = and_(events.c.number.in_(wanted), events.c.type == RecordType.MEASURE.value, events.c.status.is_not(None))
    by_party: Counter[str] = Counter()
    by_kind: Counter[str] = Counter()
    query = select(parties.c.entity, events.c.kind, func.count()).join(parties, parties.c.event == events.c.number)
    for entity, kind, count in connection.execute(query.where(told).group_by(parties.c.entity, events.c.kind)):
        by_party[entity] += count
        by_kind[kind] += count
    shown = sorted(by_party, key=lambda key: (-by_party[key], key))[:most]
    kinds = sorted(by_kind, key=lambda kind: (-by_kind[kind], kind))
    return Standings(shown, kinds, _cells(connection, told, shown, events_each))


def _cells(connection: Connection, told: Any, shown: Sequence[str], most: int) -> dict[tuple[str, str, str], Cell]:
    cell = (parties.c.entity, events.c.kind, events.c.status)
    place = func.row_number().over(partition_by=cell, order_by=(events.c.first, events.c.last, events.c.id))
    ranked = (
        select(
            *cell,
            *(events.c[name] for name in Told._fields),
            place.label("place"),
            func.count().over(partition_by=cell).label("number"),
            func.max(func.coalesce(events.c.day, "")).over(partition_by=cell).label("last_day"),
        )
        .join(parties, parties.c.event == events.c.number)
        .where(told, parties.c.entity.in_(shown))
        .subquery()
    )
    found: dict[tuple[str, str, str], Cell] = {}
    for row in connection.execute(select(ranked).where(ranked.c.place <= most).order_by(ranked.c.place)):
        key = row.entity, row.kind, row.status
        found.setdefault(key, Cell([], row.number, row.last_day)).told.append(Told(*(row[3:-3])))
    return found
