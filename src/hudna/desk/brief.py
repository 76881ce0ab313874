"""A briefing on a stretch of days."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from hudna.desk.outcomes import follow, series_of
from hudna.desk.record import EVERYTHING, AnyRecord, StandingRecord, make_record, reading_of
from hudna.model import InputError, Judgement, RecordType
from hudna.record import Line, Selection
from hudna.record.asking import Due
from hudna.record.outcomes import Outcome

if TYPE_CHECKING:
    from hudna.store import Store

MOST: int = 30


def brief(
    store: "Store",
    form: str,
    *,
    selection: Selection = EVERYTHING,
    process: str | None = None,
    everything: bool = False,
    most: int = MOST,
    language: str = "en",
    record: AnyRecord | None = None,
) -> Iterator[str]:
    """Yield the lines of a briefing on a selection, as ``md`` or ``html``.

    Only what is sure, or was verified by somebody, goes into it; with ``everything`` the rest too, marked as unreviewed.
    ``process`` is one by its id with all its series, ``most`` the number of lines of a section, ``record`` the store's
    record where it has been made already.

    Raises:
        InputError: there is no such format or process.
    """
    from hudna.export.brief import Contents, brief_markdown, brief_page, make_brief
    from hudna.export.words import load_words

    if form not in {"md", "html"}:
        raise InputError(f"no format {form}; there are md, html")
    find_reading = reading_of(store)
    record = record or make_record(store)
    lines = record.chronology(selection)
    if process is not None:
        series = series_of(process)
        lines = tuple(line for line in lines if line.event.process in series)
    outcomes = _followed(store, record, selection, process)
    kept = [each for each in outcomes if everything or _is_sure(each)]
    told_there = {event for each in kept for event in each.commitment.events}
    contents = Contents(
        first=selection.first,
        last=selection.last,
        lines=[line for line in lines if _is_known(line) or (everything and line.event.id not in told_there)],
        outcomes=kept,
        everything=everything,
        most=most,
    )
    words = load_words(language)
    made = make_brief(contents, find_reading, words)
    return brief_markdown(made) if form == "md" else brief_page(made, words)


def _followed(store: "Store", record: AnyRecord, selection: Selection, process: str | None) -> list[Outcome]:
    """Return what became of the pledges of a selection: those made or due on its days, and chosen by all the rest of it."""
    if selection.types is not None and RecordType.PLEDGE not in selection.types:
        return []
    rest = replace(selection, first=None, last=None, types=None)
    if isinstance(record, StandingRecord) and process is None:
        return list(record.followed.all(Due(selection=rest), selection.first, selection.last))
    outcomes = follow(store, process=process, record=record)
    chosen = {line.event.id for line in record.chronology(rest)} if rest != EVERYTHING else None
    return [
        each
        for each in outcomes
        if _is_due(each, selection.first, selection.last)
        and (chosen is None or not chosen.isdisjoint(each.commitment.events))
    ]


def _is_known(line: Line) -> bool:
    """Return whether an event is sure or verified; what somebody found disputed or unverifiable is neither."""
    event = line.event
    if event.verdict is not None:
        return event.verdict is Judgement.VERIFIED
    return event.sure


def _is_sure(outcome: Outcome) -> bool:
    return outcome.commitment.sure and all(member.sure for member in outcome.seen)


def _is_due(outcome: Outcome, first: dt.date | None, last: dt.date | None) -> bool:
    """Return whether a pledge was made or is due on one of the days."""
    what = outcome.commitment
    days = [day for day in (what.made, what.latest or what.earliest) if day is not None]
    return any((first is None or first <= day) and (last is None or day <= last) for day in days)
