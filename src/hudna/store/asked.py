"""Events asked for: narrowed and ordered by their columns."""

import datetime as dt
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, UnaryExpression, and_, func, or_, select
from sqlalchemy.sql import operators

from hudna.record.asking import Asking
from hudna.record.chronology import Selection
from hudna.record.entities import Entities
from hudna.record.names import plain_form
from hudna.store.tables import entities as entity_rows
from hudna.store.tables import events, parties, tallies, witnesses

BY_DAY: Final = (events.c.first, events.c.last, events.c.type, events.c.id)
BY_WEIGHT: Final = (events.c.weight.desc(), events.c.day.desc(), events.c.id)
Wanted = ColumnElement[bool]
_NO_TIME: Final = "~"  # behind any time of a day


def narrowed(selection: Selection, entities: Entities, connection: Connection, *, by_type: bool = True) -> list[Wanted]:
    """Return the conditions of the events that a selection keeps, but for its words, which no column has.

    With ``by_type`` they may be looked for by the index of types.
    """
    found: list[Wanted] = []
    for column, values in (
        (events.c.type if by_type else unindexed(events.c.type), selection.types),
        (events.c.kind, selection.kinds),
        (events.c.status, selection.statuses),
    ):
        if values is not None:
            found.append(column.in_(sorted(values)))
    if selection.process is not None:
        found.append(events.c.process == selection.process)
    if selection.outlet is not None:
        found.append(events.c.number.in_(select(witnesses.c.event).where(witnesses.c.outlet == selection.outlet)))
    if selection.only_sure:
        found.append(events.c.sure)
    if selection.min_origins > 1:
        found.append(events.c.origins >= selection.min_origins)
    first, last = day_limits(selection)
    if first is not None:  # the second of the conditions is in the order of lists, too
        found += [events.c.latest >= first, events.c.last >= first]
    if last is not None:
        found += [events.c.earliest <= last, events.c.first <= last]
    if selection.place is not None and (place := plain_form(selection.place)):
        found.append(events.c.place.in_(_places(place, connection)))
    if selection.party is not None:
        found.append(events.c.number.in_(_with_party(selection.party, entities)))
    return found


def is_in_order(asking: Asking) -> bool:
    """Return whether the first of some types are found sooner by going through all than by putting these types in order.

    What is sure of one type is in order in an index of its own; few have their last day between two days.
    """
    selection = asking.selection
    if selection.only_sure and selection.types is not None and len(selection.types) == 1:
        return False
    return selection.kinds is None and selection.statuses is None and asking.days is None


def unindexed(column: ColumnElement[str]) -> ColumnElement[str]:
    """Return a column as SQLite compares it without looking for it in an index."""
    return UnaryExpression(column, operator=operators.custom_op("+"))


def day_limits(selection: Selection) -> tuple[str | None, str | None]:
    """Return what the last day of an event is not before, and its first day not behind, None where any will do."""
    first, last = selection.first, selection.last
    return (
        None if first is None else first.isoformat(),
        None if last is None else f"{last.isoformat()}{_NO_TIME}",
    )


def day_off(day: dt.date, days: int) -> str:
    """Return the ISO day so many days after another, or before, as far as there is one."""
    return dt.date.fromordinal(min(max(day.toordinal() + days, 1), dt.date.max.toordinal())).isoformat()


def _places(sought: str, connection: Connection) -> list[str]:
    told = connection.execute(select(tallies.c.value).where(tallies.c.field == "place")).scalars()
    return [place for place in told if sought in plain_form(place)]


def _with_party(party: str, entities: Entities) -> Select[Any]:
    """Return the query for the events in which somebody has a part, by an id or by part of a label."""
    sought = plain_form(party)
    if party in entities.by_id:
        return select(parties.c.event).where(parties.c.entity == party)
    ids = select(entity_rows.c.id).where(func.instr(entity_rows.c.called, sought) > 0)
    is_called = or_(
        and_(parties.c.entity.in_(ids), parties.c.form == ""),
        and_(parties.c.form != "", func.instr(parties.c.form, sought) > 0),
    )
    query = select(parties.c.event)
    return query.where(or_(parties.c.entity == party, is_called)) if sought else query
