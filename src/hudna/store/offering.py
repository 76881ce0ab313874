"""What new events may answer to, and which commitments are touched where events go: noted until they are followed up."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Select, and_, delete, false, insert, select, true
from sqlalchemy.dialects.sqlite import insert as upsert

from hudna.model import Event, RecordType, digest_of
from hudna.record.commitments import told_ahead, told_on
from hudna.record.hooks import offers_of
from hudna.record.outcomes import FOLLOWED, last_day
from hudna.store.among import among
from hudna.store.follow_tables import answers, moved, offers, orders, parts, stale, undated, wishes

_DIGITS: Final = 14


def keep_offers(connection: Connection, made: Iterable[tuple[int, Event]]) -> None:
    """Write under which names new events may answer to commitments, and that they have yet to be followed up."""
    offered: dict[tuple[int, int, int, int], dict[str, int]] = {}
    noted, days = [], []
    for number, event in made:
        if event.type not in FOLLOWED:
            continue
        offering = list(offers_of(event))
        for offer in offering:
            row = {"name": number_of_name(offer.name), "told": offer.told, "first": offer.first, "event": number}
            offered[tuple(row.values())] = row  # type: ignore[index]
        is_part = bool(told_ahead(event))
        if offering or is_part or event.type is RecordType.CONTACT:
            noted.append({"event": number, "is_part": is_part})
        if event.type is RecordType.CONTACT and any(told_on(member) is None for member in event.members):
            day = last_day([event], ())
            days += [{"event": number, "day": day.isoformat()}] if day else []
    for table, rows in ((offers, list(offered.values())), (moved, noted), (undated, days)):
        if rows:
            connection.execute(insert(table), rows)


def drop_offers(connection: Connection, numbers: Sequence[int]) -> None:
    """Take out what events that go may have answered, and note the commitments that they are part of or answer to."""
    still_expected = meeting(is_plan=True).join(answers, answers.c.commitment == wishes.c.commitment).subquery()
    for query in (
        select(answers.c.commitment).where(among(answers.c.event, numbers)),
        select(orders.c.commitment).where(among(orders.c.event, numbers)),
        select(still_expected.c.commitment).where(among(still_expected.c.event, numbers)),
    ):
        touched = upsert(stale).from_select(["commitment", "is_broken"], query.add_columns(false()).distinct())
        connection.execute(touched.on_conflict_do_nothing())
    query = select(parts.c.commitment, true()).where(among(parts.c.event, numbers)).distinct()
    broken = upsert(stale).from_select(["commitment", "is_broken"], query)
    connection.execute(broken.on_conflict_do_update(index_elements=["commitment"], set_={"is_broken": True}))
    for column in (answers.c.event, parts.c.event, offers.c.event, undated.c.event, moved.c.event):
        connection.execute(delete(column.table).where(among(column, numbers)))


def meeting(*, is_plan: bool) -> Select[Any]:
    """Return the query for commitments and events that share a name, by the plans among the names or by the others."""
    shared = [wishes.c.name == offers.c.name, wishes.c.is_plan.is_(is_plan)]
    if not is_plan:
        shared += [wishes.c.made <= offers.c.told, wishes.c.until >= offers.c.first]
    return select(wishes.c.commitment, offers.c.event).select_from(offers).join(wishes, and_(*shared))


def number_of_name(name: str) -> int:
    """Return the number under which a name is kept."""
    return int(digest_of(name)[:_DIGITS], 16)
