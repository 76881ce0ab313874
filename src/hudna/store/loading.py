"""Events by the numbers of their rows: those kept whole, and those made of the one telling that they are."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from hudna.model import Event, Member, RecordType
from hudna.record.entities import Entities
from hudna.record.fuse import fuse
from hudna.record.kept import from_kept
from hudna.record.members import resolved
from hudna.record.particulars import Particulars
from hudna.store.among import among
from hudna.store.summaries import chunks
from hudna.store.tables import articles, events, tellings


def made_events(connection: Connection, rows: Sequence[Row[Any]], entities: Entities) -> list[Event]:
    """Return the events of rows of ``events``."""
    plain = [row.number for row in rows if row.value is None]
    found: dict[int, Event] = {}
    for some in chunks(plain):
        query = (
            select(tellings.c.event, tellings.c.type, tellings.c.value, articles.c.digest)
            .join(articles, articles.c.number == tellings.c.article)
            .where(among(tellings.c.event, some))
        )
        for row in connection.execute(query).all():
            member = resolved(from_kept(Member, row.value, row.digest), entities)
            found[row.event] = fuse(RecordType(row.type), (member,), ())
    return [found[row.number] if row.value is None else from_kept(Event, row.value, "") for row in rows]


def numbered_events(connection: Connection, numbers: Iterable[int], entities: Entities) -> dict[int, Event]:
    """Return events by their numbers, of those that there are."""
    found: dict[int, Event] = {}
    for some in chunks(numbers):
        rows: list[Any] = [*connection.execute(select(events).where(among(events.c.number, some)))]
        found |= zip((row.number for row in rows), made_events(connection, rows, entities), strict=True)
    return found


def particulars_of_events(connection: Connection, numbers: Iterable[int]) -> dict[str, Particulars]:
    """Return the particulars of the tellings of events, by the tellings' keys."""
    found: dict[str, Particulars] = {}
    for some in chunks(numbers):
        query = (
            select(tellings.c.record, tellings.c.more, articles.c.digest)
            .join(articles, articles.c.number == tellings.c.article)
            .where(among(tellings.c.event, some), tellings.c.more.is_not(None))
        )
        for row in connection.execute(query).all():
            found[f"{row.digest}/{row.record}"] = from_kept(Particulars, row.more, row.digest)
    return found
