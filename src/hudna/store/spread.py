"""Where and in which weeks events lie, without loading them."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Select, func, select, text

from hudna.model import Place, RecordType
from hudna.record.kept import from_kept, keys_of_members
from hudna.record.particulars import Particulars
from hudna.record.windows import monday_of
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


def count_by_week(
    connection: Connection, narrow: Callable[[Select[Any]], Select[Any]]
) -> list[tuple[dt.date, int, int]]:
    """Return the Mondays with the single incidents and the totals that begin then, of those with a place and close days.

    ``narrow`` adds to a query for events what is asked for.
    """
    first, last = (func.substr(column, 1, _DATE) for column in (events.c.earliest, events.c.latest))
    query = (
        narrow(select(first.label("first"), last.label("last"), func.count().label("count")))
        .where(text("events.type = 'incident'"), events.c.place.is_not(None))
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
    return select(tellings.c.event).where(text("tellings.is_total"))  # in the words of the index


def placed(connection: Connection, numbers: Sequence[int]) -> list[Placed]:
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
    several = _keys_by_event(connection, [number for number in numbers if len(told[number]) > 1])
    found = []
    for number in numbers:
        by_key = {f"{row.digest}/{row.record}": row for row in told[number]}
        keys = several.get(number, list(by_key))
        places = (
            from_kept(Particulars, by_key[key].more, by_key[key].digest).place
            for key in keys
            if key in by_key and by_key[key].more
        )
        row = rows[number]
        found.append(Placed(row.id, RecordType(row.type), row.day, next(filter(None, places), None)))
    return found


def _keys_by_event(connection: Connection, numbers: Sequence[int]) -> dict[int, list[str]]:
    """Return the keys of the tellings of events that are kept whole, in their order, by the events' numbers."""
    found: dict[int, list[str]] = {}
    for some in chunks(numbers):
        query = select(events.c.number, events.c.value).where(events.c.number.in_(some), events.c.value.is_not(None))
        found |= {row.number: keys_of_members(row.value) for row in connection.execute(query)}
    return found
