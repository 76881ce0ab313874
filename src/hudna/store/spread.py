"""Where and in which weeks events lie, without loading them."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Select, func, select, text

from hudna.model import Place, RecordType
from hudna.record.kept import keys_of_members, made_of, picked
from hudna.record.particulars import Particulars
from hudna.record.windows import monday_of
from hudna.store.summaries import chunks
from hudna.store.tables import articles, events, tellings, wholes

_DATE: Final = 10  # characters of an ISO date
_WEEK: Final = dt.timedelta(7)
_Key = tuple[int, str]  # the number of an article and a record of it


class Placed(NamedTuple):
    """An event by its id with the days of its line, ISO, and its place by the first telling that has one on the map."""

    id: str
    type: RecordType
    earliest: str | None
    latest: str | None
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
    rows: dict[int, Any] = {}
    told: dict[int, dict[_Key, Place]] = defaultdict(dict)
    query = select(*(events.c[name] for name in ("number", "id", "type", "earliest", "latest")))
    columns = (tellings.c.event, tellings.c.article, tellings.c.record, tellings.c.more)
    with_more = select(*columns).where(tellings.c.more.is_not(None))
    for some in chunks(numbers):
        rows.update({row.number: row for row in connection.execute(query.where(events.c.number.in_(some)))})
        for row in connection.execute(with_more.where(tellings.c.event.in_(some))):
            [written] = picked(Particulars, row.more, "place")
            place = made_of(Place, written, "")
            if place is not None:
                told[row.event][row.article, row.record] = place
    several = [number for number, places in told.items() if len(set(map(_where, places.values()))) > 1]
    order = _keys_by_event(connection, several)
    found = []
    for number in numbers:
        row, places = rows[number], told.get(number, {})
        first = next((places[key] for key in order.get(number, places) if key in places), None)
        found.append(Placed(row.id, RecordType(row.type), row.earliest, row.latest, first))
    return found


def _where(place: Place) -> tuple[str, float | None, float | None]:
    return place.entity or place.label, place.latitude, place.longitude


def _keys_by_event(connection: Connection, numbers: Sequence[int]) -> dict[int, list[_Key]]:
    """Return the tellings of events that are kept whole, in their order, by the events' numbers."""
    told: dict[int, list[tuple[str, str]]] = {}
    for some in chunks(numbers):
        query = select(wholes).where(wholes.c.event.in_(some))
        told |= {row.event: keys_of_members(row.value) for row in connection.execute(query)}
    known: dict[str, int] = {}
    for each in chunks({digest for keys in told.values() for digest, _ in keys}):
        found = connection.execute(select(articles.c.digest, articles.c.number).where(articles.c.digest.in_(each)))
        known |= {row.digest: row.number for row in found}
    return {event: [(known[digest], record) for digest, record in keys] for event, keys in told.items()}
