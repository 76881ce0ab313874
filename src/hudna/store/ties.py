"""By what the positions on measures hang together, without loading them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, select

from hudna.model import Member, Published
from hudna.record.kept import picked, picked_of, picked_of_members
from hudna.record.lives import Tie
from hudna.record.particulars import Particulars
from hudna.store.summaries import chunks
from hudna.store.tables import articles, events, members, tellings, wholes

_FIELDS: Final = ("article", "record", "published", "place")


def ties_of(connection: Connection, numbers: Sequence[int]) -> Iterator[Tie]:
    """Yield the ties of events by their numbers."""
    columns = (*(events.c[name] for name in ("number", "id", "kind", "day")), wholes.c.value)
    of_events = select(*columns).outerjoin(wholes, wholes.c.event == events.c.number)
    of_tellings = select(tellings.c.event, tellings.c.record, members.c.value, tellings.c.more, articles.c.digest)
    of_tellings = of_tellings.join(members, members.c.telling == tellings.c.number)
    of_tellings = of_tellings.join(articles, articles.c.number == tellings.c.article)
    for some in chunks(numbers):
        found = connection.execute(of_events.where(events.c.number.in_(some))).all()
        told: dict[int, list[Any]] = {row.number: [] for row in found}
        for row in connection.execute(of_tellings.where(tellings.c.event.in_(some))):
            told[row.event].append(row)
        for row in found:
            yield from _ties(row, told[row.number])


def _ties(event: Any, told: Sequence[Any]) -> Iterator[Tie]:
    if event.value is None:
        members = [picked(Member, each.value, *_FIELDS) for each in told]
    else:  # what was set right stands in the event alone
        members = picked_of_members(event.value, *_FIELDS)
    more: Mapping[str, Any] = {f"{each.digest}/{each.record}": each.more for each in told}
    for article, record, written, place in members:
        digest = article or told[0].digest
        line = more.get(f"{digest}/{record}")
        agreement, is_statewide = picked(Particulars, line, "agreement", "is_statewide") if line else (None, False)
        earliest, latest = picked_of(Published, written, "earliest", "latest")
        yield Tie(
            event.id,
            event.kind,
            digest,
            record.partition(".")[0],
            agreement,
            None if is_statewide else place,
            latest or earliest,
            event.day is not None,
        )
