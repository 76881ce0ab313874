"""What became of commitments, asked for: counted and ordered by columns, and only what is shown is loaded."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Engine, Select, and_, func, or_, select, true

from hudna.model import PledgeKind
from hudna.record.asking import Due, Stretch
from hudna.record.chronology import Selection
from hudna.record.kept import from_kept
from hudna.record.outcomes import Outcome, Verdict, seen_from
from hudna.store.engine import said_of
from hudna.store.follow_tables import commitments, parts, undated
from hudna.store.heads import last_publication
from hudna.store.tables import events

EventsOf = Callable[[Connection, Selection], Select[Any]]
_EVERYTHING: Final = Selection()
_BY_DUE: Final = (commitments.c.due, commitments.c.first, commitments.c.id)
_AT_ONCE: Final = 400


class Followed:
    """What became of the commitments in a store, as of the last day read."""

    def __init__(self, engine: Engine, path: Path, events_of: EventsOf) -> None:
        """``events_of`` gives the query for the numbers of the events of a selection."""
        self._engine = engine
        self._path = path
        self._events_of = events_of

    @cached_property
    def as_of(self) -> dt.date | None:
        """The last day that is known to be told of."""
        with self._connected() as connection:
            days = [last_publication(connection)]
            last = connection.execute(select(func.max(undated.c.day))).scalar()
        days += [dt.date.fromisoformat(last)] if last else []
        return max(filter(None, days), default=None)

    def of_event(self, event: str) -> Outcome | None:
        """Return what became of what an event binds or sets, None where it does neither."""
        query = (
            select(commitments.c.value)
            .join(parts, parts.c.commitment == commitments.c.number)
            .join(events, events.c.number == parts.c.event)
            .where(events.c.id == event)
        )
        with self._connected() as connection:
            value = connection.execute(query).scalar()
        return None if value is None else self._made(value)

    def count(self, due: Due, stretch: Stretch | None = None) -> int:
        """Return how many are wanted, of a stretch of days where one is given."""
        with self._connected() as connection:
            query = self._narrow(connection, select(func.count()).select_from(commitments), due)
            if stretch is not None:
                query = query.where(commitments.c.day.is_(None) if stretch == _UNDATED else _within(stretch))
            return int(connection.execute(query).scalar_one())

    def page(self, due: Due, stretch: Stretch, start: int, size: int) -> list[Outcome]:
        """Return so many of those wanted that are due in a stretch of days, from one on, those due first first."""
        with self._connected() as connection:
            query = self._narrow(connection, select(commitments.c.value), due).where(_by_due(stretch))
            query = query.order_by(*_BY_DUE).limit(size).offset(start)
            return [self._made(value) for value in connection.execute(query).scalars()]

    def all(self, due: Due, first: dt.date | None, last: dt.date | None) -> Iterator[Outcome]:
        """Yield those wanted that were made or are due on certain days, those due first first."""
        is_due = [
            and_(
                day.is_not(None),
                day >= first.isoformat() if first else true(),
                day <= last.isoformat() if last else true(),
            )
            for day in (commitments.c.day, commitments.c.made)
        ]
        with self._connected() as connection:
            query = self._narrow(connection, select(commitments.c.value), due).where(or_(*is_due))
            rows = connection.execute(query.order_by(*_BY_DUE), execution_options={"yield_per": _AT_ONCE})
            yield from (self._made(value) for value in rows.scalars())

    def tally(self, due: Due) -> dict[PledgeKind, Counter[Verdict]]:
        """Return how many of each kind came to what."""
        today = self.as_of.isoformat() if self.as_of else ""
        columns = (commitments.c.kind, commitments.c.verdict, commitments.c.conditional, commitments.c.due < today)
        found: dict[PledgeKind, Counter[Verdict]] = {kind: Counter() for kind in PledgeKind}
        with self._connected() as connection:
            query = self._narrow(connection, select(*columns, func.count()), due).group_by(*columns)
            for kind, told, conditional, is_past, count in connection.execute(query):
                verdict = Verdict(told)
                if verdict is Verdict.NOT_YET_DUE and is_past:
                    verdict = Verdict.OPEN if conditional else Verdict.NOT_SEEN
                found[PledgeKind(kind)][verdict] += count
        return found

    def _narrow(self, connection: Connection, query: Select[Any], due: Due) -> Select[Any]:
        conditions: list[ColumnElement[bool]] = []
        if due.selection != _EVERYTHING:
            chosen = self._events_of(connection, due.selection)
            told = select(parts.c.commitment).where(parts.c.event.in_(chosen))
            conditions.append(commitments.c.number.in_(told))
        if due.kinds is not None:
            conditions.append(commitments.c.kind.in_([each.value for each in due.kinds]))
        if due.verdict is not None:
            conditions.append(self._came_to(due.verdict))
        return query.where(and_(true(), *conditions))

    def _came_to(self, verdict: Verdict) -> ColumnElement[bool]:
        """Return the condition of what came to a verdict by the last day read."""
        is_said = commitments.c.verdict == verdict.value
        today = self.as_of.isoformat() if self.as_of else ""
        waited = and_(commitments.c.verdict == Verdict.NOT_YET_DUE.value, commitments.c.due < today)
        if verdict is Verdict.NOT_YET_DUE:
            return and_(is_said, commitments.c.due >= today)
        if verdict is Verdict.OPEN:
            return or_(is_said, and_(waited, commitments.c.conditional))
        if verdict is Verdict.NOT_SEEN:
            return or_(is_said, and_(waited, ~commitments.c.conditional))
        return is_said

    def _made(self, value: str) -> Outcome:
        return seen_from(from_kept(Outcome, value, ""), self.as_of)

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        with said_of(self._path), self._engine.connect() as connection:
            yield connection


_UNDATED: Final = Stretch(None, None)


def _within(stretch: Stretch) -> ColumnElement[bool]:
    day = commitments.c.day
    return and_(
        day >= stretch.first.isoformat() if stretch.first else day.is_not(None),
        day <= stretch.last.isoformat() if stretch.last else true(),
    )


def _by_due(stretch: Stretch) -> ColumnElement[bool]:
    """Return the condition of a stretch so that the rows are gone through in their order, without sorting them."""
    if stretch == _UNDATED:
        return and_(commitments.c.due == dt.date.max.isoformat(), func.coalesce(commitments.c.day, "") == "")
    day = func.coalesce(commitments.c.day, "")
    return and_(
        commitments.c.due >= stretch.first.isoformat() if stretch.first else true(),
        day >= stretch.first.isoformat() if stretch.first else day != "",
        day <= stretch.last.isoformat() if stretch.last else true(),
    )
