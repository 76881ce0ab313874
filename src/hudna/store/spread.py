"""Where and in which weeks events lie, without loading them."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Select, func, select

from hudna.model import Place, RecordType
from hudna.record.entities import Entities
from hudna.record.kept import from_kept
from hudna.record.particulars import Particulars
from hudna.record.windows import monday_of
from hudna.store.loading import numbered_events
from hudna.store.summaries import chunks
from hudna.store.tables import articles, events, tellings

_DATE: Final = 10  # characters of an ISO date
_WEEK: Final = dt.timedelta(7)


class Placed(NamedTuple):
    """An event by its id with the last day known, and its place by the first telling that has one on the map."""

    id: str
    type: RecordType
    day: str | None
    place: Place | None


def count_by_week(connection: Connection, wanted: Select[Any]) -> list[tuple[dt.date, int, int]]:
    """Return the Mondays with the single incidents and the totals that begin then, of those with a place and close days."""
    first, last = (func.substr(column, 1, _DATE) for column in (events.c.earliest, events.c.latest))
    query = (
        select(first.label("first"), last.label("last"), func.count().label("count"))
        .where(events.c.number.in_(wanted), events.c.type == RecordType.INCIDENT.value, events.c.place.is_not(None))
        .where(events.c.earliest.is_not(None), events.c.latest.is_not(None))
        .group_by(first, last)
    )
    all_told = _by_monday(connection, query)
    totals = _by_monday(connection, query.where(events.c.number.in_(_totals())))
    return [(monday, count - totals[monday], totals[monday]) for monday, count in sorted(all_told.items())]


def _by_monday(connection: Connection, query: Select[Any]) -> Counter[dt.date]:
    found: Counter[dt.date] = Counter()
    for *days, count in connection.execute(query):
        first, last = map(dt.date.fromisoformat, days)
        if last - first < _WEEK:
            found[monday_of(first)] += count
    return found


def _totals() -> Select[Any]:
    """Return the query for the events that are totals."""
    return select(tellings.c.event).where(tellings.c.is_total)


def placed(connection: Connection, numbers: Sequence[int], entities: Entities) -> list[Placed]:
    """Return where events lie, by their numbers."""
    rows, told = {}, defaultdict(list)
    for some in chunks(numbers):
        columns = (events.c.number, events.c.id, events.c.type, events.c.day)
        rows.update({row.number: row for row in connection.execute(select(*columns).where(events.c.number.in_(some)))})
        query = (
            select(tellings.c.event, tellings.c.record, tellings.c.more, articles.c.digest)
            .join(articles, articles.c.number == tellings.c.article)
            .where(tellings.c.event.in_(some))
        )
        for row in connection.execute(query):
            told[row.event].append(row)
    several = numbered_events(connection, [number for number in numbers if len(told[number]) > 1], entities)
    found = []
    for number in numbers:
        by_key = {f"{row.digest}/{row.record}": row for row in told[number]}
        keys = [member.key for member in several[number].members] if number in several else list(by_key)
        places = (
            from_kept(Particulars, by_key[key].more, by_key[key].digest).place
            for key in keys
            if key in by_key and by_key[key].more
        )
        row = rows[number]
        found.append(Placed(row.id, RecordType(row.type), row.day, next(filter(None, places), None)))
    return found
