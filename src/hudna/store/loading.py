"""Events by the numbers of their rows: those kept whole, and those made of the one telling that they are."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from hudna.model import Event, Member, RecordType
from hudna.record.entities import Entities
from hudna.record.fuse import fuse
from hudna.record.kept import from_kept
from hudna.record.members import resolved
from hudna.record.particulars import Particulars
from hudna.store.among import among
from hudna.store.summaries import chunks
from hudna.store.tables import articles, members, tellings, wholes


def numbered_events(connection: Connection, numbers: Iterable[int], entities: Entities) -> dict[int, Event]:
    """Return events by their numbers, of those that there are."""
    found: dict[int, Event] = {}
    for some in chunks(numbers):
        kept = connection.execute(select(wholes).where(among(wholes.c.event, some))).all()
        found |= {row.event: from_kept(Event, row.value, "") for row in kept}
        plain = [number for number in some if number not in found]
        query = (
            select(tellings.c.event, tellings.c.type, members.c.value, articles.c.digest)
            .join(members, members.c.telling == tellings.c.number)
            .join(articles, articles.c.number == tellings.c.article)
            .where(among(tellings.c.event, plain))
        )
        for row in connection.execute(query).all():
            member = resolved(from_kept(Member, row.value, row.digest), entities)
            found[row.event] = fuse(RecordType(row.type), (member,), ())
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
