"""What became of pledges and plans, as of a day."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from hudna.desk.record import AnyRecord, make_record
from hudna.model import Event, InputError, PledgeKind, Reading
from hudna.processes import load_processes
from hudna.record import find_entities, find_events
from hudna.record.outcomes import Outcome, follow_up
from hudna.record.sides import is_called

if TYPE_CHECKING:
    from hudna.store import Store


def follow(
    store: "Store",
    *,
    as_of: dt.date | None = None,
    process: str | None = None,
    party: str | None = None,
    kinds: Collection[PledgeKind] | None = None,
    record: AnyRecord | None = None,
) -> tuple[Outcome, ...]:
    """Return what became of the commitments in a store, those due first first.

    ``as_of`` leaves out every article published after that day, or on a day nobody knows. ``process`` keeps what is told
    in articles that speak of it, ``party`` (an entity's id or part of its label) whose commitment it is.
    ``record`` is the store's record where it has been made already; it counts only without ``as_of``.

    Raises:
        InputError: there is no such process.
    """
    readings = {reading.article.digest: reading for reading in store.readings()}
    if as_of is None:
        events: Iterable[Event] = (record or make_record(store)).events
    else:
        readings = {key: each for key, each in readings.items() if _is_known_by(each, as_of)}
        decisions = store.decisions()
        events = find_events(readings.values(), decisions, find_entities(readings.values(), decisions))
    found = follow_up(events, readings.values())
    if kinds is not None:
        found = tuple(each for each in found if each.commitment.kind in kinds)
    if party is not None:
        found = tuple(each for each in found if any(is_called(actor, party) for actor in each.commitment.who))
    if process is not None:
        series = series_of(process)
        found = tuple(each for each in found if _speaks_of(each, series, readings))
    return found


def series_of(process: str) -> frozenset[str]:
    """Return the ids under which readings name a process.

    Raises:
        InputError: there is no such process.
    """
    known = {each.id: each for each in load_processes()}
    if process not in known:
        raise InputError(f"no process {process}; there are {', '.join(sorted(known))}")
    return frozenset({process, *known[process].series})


def _is_known_by(reading: Reading, day: dt.date) -> bool:
    latest = reading.article.published.latest
    return latest is not None and latest <= day


def _speaks_of(outcome: Outcome, series: frozenset[str], readings: Mapping[str, Reading]) -> bool:
    told = [readings[member.article] for member in outcome.commitment.told]
    spoken_of = {contact.process for reading in told for contact in reading.contacts}
    spoken_of |= {measure.process for reading in told for measure in reading.measures}
    return outcome.commitment.process in series or not spoken_of.isdisjoint(series)
