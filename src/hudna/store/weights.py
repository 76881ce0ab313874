"""What most hangs on, chosen by columns before anything is loaded."""

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, func, select

from hudna.model import RecordType
from hudna.store.asked import BY_WEIGHT, unindexed
from hudna.store.summaries import chunks
from hudna.store.tables import articles, events, tellings


def weightiest(connection: Connection, ids: Iterable[str], most: int) -> list[str]:
    """Return so many of events by their ids, those on which most hangs."""
    found = []
    for some in chunks(ids):
        query = select(events.c.weight, events.c.day, events.c.id).where(events.c.id.in_(some))
        found += [(-row.weight, row.day or "", row.id) for row in connection.execute(query)]
    return [key for _, _, key in sorted(found)[:most]]


def foremost_told(
    connection: Connection, digests: Collection[str], types: Iterable[RecordType], most: int
) -> list[str]:
    """Return the ids of so many events of some types that articles tell, those on which most hangs first."""
    told = (
        select(tellings.c.event)
        .join(articles, articles.c.number == tellings.c.article)
        .where(articles.c.digest.in_(digests))
    )
    query = select(events.c.id).where(
        events.c.number.in_(told), unindexed(events.c.type).in_([each.value for each in types])
    )
    return list(connection.execute(query.order_by(*BY_WEIGHT).limit(most)).scalars())


def count_told(connection: Connection, digests: Collection[str]) -> dict[str, int]:
    """Return how many events each of some articles tells."""
    query = (
        select(articles.c.digest, func.count(tellings.c.event.distinct()))
        .outerjoin(tellings, tellings.c.article == articles.c.number)
        .where(articles.c.digest.in_(digests))
        .group_by(articles.c.digest)
    )
    return {row[0]: row[1] for row in connection.execute(query)}
