"""Timelines of measures, of parties' stands on them, and of incidents by place and week."""

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

from hudna.desk.outcomes import series_of
from hudna.desk.record import make_record
from hudna.model import Event, Reading
from hudna.record.lives import Life, Stand, find_lives, find_stands
from hudna.record.names import plain_form
from hudna.record.particulars import particulars_of
from hudna.record.sides import is_called
from hudna.record.weeks import Week, count_weeks

if TYPE_CHECKING:
    from hudna.store import Store


def timeline(
    store: "Store",
    *,
    process: str | None = None,
    party: str | None = None,
    place: str | None = None,
    kind: str | None = None,
) -> tuple[Life, ...]:
    """Return the lives of the measures in a store: of a process, with a party, at a place, of a kind; None takes any.

    Raises:
        InputError: there is no such process.
    """
    events, readings = _record(store)
    lives = find_lives(events, particulars_of(readings.values()))
    if process is not None:
        series = series_of(process)
        lives = tuple(life for life in lives if life.process in series)
    if party is not None:
        lives = tuple(
            life for life in lives if any(is_called(actor, party) for step in life.steps for actor in step.by)
        )
    if place is not None:
        lives = tuple(life for life in lives if plain_form(place) in plain_form(life.place or ""))
    return tuple(life for life in lives if kind in {None, life.kind})


def stands(store: "Store", *, process: str | None = None, party: str | None = None) -> tuple[Stand, ...]:
    """Return where each party stands on each measure, and since when.

    Raises:
        InputError: there is no such process.
    """
    found = find_stands(timeline(store, process=process))
    return tuple(stand for stand in found if party is None or is_called(stand.party, party))


def weeks(
    store: "Store", *, place: str | None = None, since: dt.date | None = None, until: dt.date | None = None
) -> tuple[Week, ...]:
    """Return incidents and reported breaches by place and week, with what the outlets published beside them."""
    found = count_weeks(*_record(store), since=since, until=until)
    return tuple(week for week in found if place is None or plain_form(place) in plain_form(week.place))


def _record(store: "Store") -> tuple[tuple[Event, ...], Mapping[str, Reading]]:
    readings = {reading.article.digest: reading for reading in store.readings()}
    return make_record(store).events, readings
