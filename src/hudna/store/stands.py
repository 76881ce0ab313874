"""Who takes part with whom, and who stands where: counted by columns, without loading any event."""

from collections import Counter, defaultdict
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


class Standings(NamedTuple):
    """Measures by party, kind and status, each with its events by day: of the parties with most told, and of all kinds."""

    parties: list[str]
    kinds: list[str]
    told: dict[tuple[str, str, str], list[Told]]


def count_company(connection: Connection, wanted: Select[Any], entity: str) -> Counter[str]:
    """Return how many events, of those whose numbers are wanted, somebody shares with whom."""
    query = (
        select(parties.c.entity, func.count())
        .where(parties.c.event.in_(wanted), parties.c.entity != entity)
        .group_by(parties.c.entity)
    )
    return Counter({row[0]: row[1] for row in connection.execute(query)})


def standings(connection: Connection, wanted: Select[Any], most: int) -> Standings:
    """Return where parties stand on the measures whose numbers are wanted."""
    told = and_(events.c.number.in_(wanted), events.c.type == RecordType.MEASURE.value, events.c.status.is_not(None))
    by_party: Counter[str] = Counter()
    by_kind: Counter[str] = Counter()
    query = select(parties.c.entity, events.c.kind, func.count()).join(parties, parties.c.event == events.c.number)
    for entity, kind, count in connection.execute(query.where(told).group_by(parties.c.entity, events.c.kind)):
        by_party[entity] += count
        by_kind[kind] += count
    shown = sorted(by_party, key=lambda key: (-by_party[key], key))[:most]
    return Standings(shown, sorted(by_kind, key=lambda kind: (-by_kind[kind], kind)), _stands(connection, told, shown))


def _stands(connection: Connection, told: Any, shown: Sequence[str]) -> dict[tuple[str, str, str], list[Told]]:
    found: dict[tuple[str, str, str], list[Told]] = defaultdict(list)
    query = (
        select(parties.c.entity, events.c.kind, events.c.status, *(events.c[name] for name in Told._fields))
        .join(parties, parties.c.event == events.c.number)
        .where(told, parties.c.entity.in_(shown))
        .order_by(events.c.first, events.c.last, events.c.id)
    )
    for row in connection.execute(query):
        found[row.entity, row.kind, row.status].append(Told(*row[3:]))
    return found
