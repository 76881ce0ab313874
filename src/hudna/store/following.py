"""What became of commitments, kept with the record: followed up anew only where an event is new or gone.

What comes of it is what ``hudna.record.outcomes.follow_up`` returns for all events. What is one commitment hangs together
by pairs of events, so that those which lead to one that is new or gone are put together anew and no others. What became
of it rests on the events that answer to it: one that is new or gone and answers nothing to it leaves it as it was.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from hudna.model import Event, RecordType
from hudna.record.commitments import (
    SAME_TELLING_DAYS,
    Commitment,
    Wording,
    find_commitments,
    likeness_of_wordings,
    told_ahead,
    wording_of,
)
from hudna.record.entities import Entities
from hudna.record.fulfilment import Answers
from hudna.record.hooks import wishes_of
from hudna.record.kept import from_kept, to_kept
from hudna.record.outcomes import Outcome, order_of, outcome_of
from hudna.record.particulars import Particulars
from hudna.store.among import among
from hudna.store.follow_tables import answers, commitments, moved, offers, orders, parts, stale, wishes
from hudna.store.loading import numbered_events, particulars_of_events
from hudna.store.offering import meeting, number_of_name
from hudna.store.summaries import chunks
from hudna.store.tables import articles, tellings

_REMEMBERED: Final = 4_000
_NO_COMMITMENT: Final = 0  # as yet
_BETWEEN: Final = "/"  # the digest and the record in a telling's key


def follow_moved(connection: Connection, entities: Entities) -> None:
    """Bring what became of commitments up to date with the events that are new or gone."""
    rows = connection.execute(select(moved).order_by(moved.c.event)).all()
    touched = {row.commitment: row.is_broken for row in connection.execute(select(stale))}
    if rows or touched:
        found = _Following(connection, entities)
        found.follow([row.event for row in rows], [row.event for row in rows if row.is_part], touched)
        for table in (moved, stale):
            connection.execute(delete(table))


class _Following:
    def __init__(self, connection: Connection, entities: Entities) -> None:
        self._connection = connection
        self._entities = entities
        self._events: dict[int, Event] = {}
        self._particulars: dict[str, Particulars] = {}

    def follow(self, numbers: list[int], ahead: list[int], touched: Mapping[int, bool]) -> None:
        """Follow up what new events have to do with, and the commitments that are touched, or broken, by those gone.

        ``ahead`` are the numbers of the events that bind or set something.
        """
        unsettled = {commitment for commitment, is_broken in touched.items() if not is_broken}
        broken = touched.keys() - unsettled
        first = self._connection.execute(select(func.coalesce(func.max(commitments.c.number), 0))).scalar_one() + 1
        for some in chunks(ahead):
            loaded = self._loaded(some)
            if first > 1:
                for event in loaded.values():
                    broken |= self._neighbours(event)
            self._connection.execute(insert(parts), [_part(number, event) for number, event in loaded.items()])
        found = self._put_together(broken, ahead, first)
        if first > 1:
            unsettled |= self._ordered(numbers) | self._expected(numbers) | self._answered(numbers, first)
        for some in chunks(sorted(unsettled - broken)):
            found |= self._known(some)
        in_order = sorted(found, key=lambda number: (found[number].made or dt.date.max, number))
        for few in chunks(in_order):
            self._settle({number: found[number] for number in few})

    def _loaded(self, numbers: Iterable[int]) -> dict[int, Event]:
        """Return events by number, of those that there are; their particulars are known from here on."""
        numbers = list(numbers)
        if len(self._events) > _REMEMBERED:
            self._events, self._particulars = {}, {}
        missing = [number for number in numbers if number not in self._events]
        self._events |= numbered_events(self._connection, missing, self._entities)
        self._particulars |= particulars_of_events(self._connection, missing)
        return {number: self._events[number] for number in numbers if number in self._events}

    def _known(self, numbers: Collection[int]) -> dict[int, Commitment]:
        query = select(commitments.c.number, commitments.c.value).where(among(commitments.c.number, numbers))
        return {row.number: from_kept(Outcome, row.value, "").commitment for row in self._connection.execute(query)}

    def _neighbours(self, event: Event) -> set[int]:
        """Return the commitments that an event which tells of one belongs to, too."""
        found = self._told_again(event)
        keys = [key for key in self._planned_with(event) if _BETWEEN in key]
        for key in keys:
            digest, _, record = key.partition(_BETWEEN)
            query = (
                select(parts.c.commitment)
                .join(tellings, tellings.c.event == parts.c.event)
                .join(articles, articles.c.number == tellings.c.article)
                .where(articles.c.digest == digest, tellings.c.record == record)
            )
            found.update(self._connection.execute(query).scalars())
        return found - {_NO_COMMITMENT}

    def _told_again(self, event: Event) -> set[int]:
        wording = wording_of(event)
        if wording is None:
            return set()
        day = wording.told.toordinal()
        query = select(parts).where(
            parts.c.terms == _terms(wording),
            parts.c.told.between(day - SAME_TELLING_DAYS, day + SAME_TELLING_DAYS),
        )
        return {
            row.commitment
            for row in self._connection.execute(query)
            if likeness_of_wordings(wording, wording._replace(words=frozenset(row.words.split())))
        }

    def _planned_with(self, event: Event) -> Iterator[str]:
        """Yield the keys of the contacts that a pledge's words speak of, or of the pledges that speak of a contact."""
        ours = {member.key for member in told_ahead(event)}
        if event.type is RecordType.PLEDGE:
            for key in sorted(ours & self._particulars.keys()):
                yield from self._particulars[key].planned
            return
        of_articles = articles.c.digest.in_(sorted({key.partition(_BETWEEN)[0] for key in ours}))
        query = (
            select(tellings.c.record, tellings.c.more, articles.c.digest)
            .join(articles, articles.c.number == tellings.c.article)
            .where(of_articles, tellings.c.type == RecordType.PLEDGE.value, tellings.c.more.is_not(None))
        )
        for row in self._connection.execute(query):
            if not ours.isdisjoint(from_kept(Particulars, row.more, row.digest).planned):
                yield f"{row.digest}{_BETWEEN}{row.record}"

    def _put_together(self, broken: set[int], ahead: Iterable[int], first: int) -> dict[int, Commitment]:
        """Put the events of commitments, and those that are new, together anew; return what comes of it, numbered."""
        telling = set(ahead)
        for some in chunks(sorted(broken)):
            telling.update(
                self._connection.execute(select(parts.c.event).where(among(parts.c.commitment, some))).scalars()
            )
            columns = (commitments.c.number, wishes.c.commitment, answers.c.commitment, orders.c.commitment)
            for column in columns:
                self._connection.execute(delete(column.table).where(among(column, some)))
        events: dict[str, tuple[int, Event]] = {}
        particulars: dict[str, Particulars] = {}
        for some in chunks(sorted(telling)):
            for number, event in self._loaded(some).items():
                events[event.id] = number, event
                particulars |= {
                    each.key: self._particulars[each.key] for each in event.members if each.key in self._particulars
                }
        found = find_commitments((event for _, event in events.values()), particulars)
        numbered = dict(enumerate(found, start=first))
        told_in = [
            {"its_event": events[key][0], "now": number} for number, what in numbered.items() for key in what.events
        ]
        wished = [row for number, what in numbered.items() for row in _wishes(number, what)]
        if told_in:
            change = update(parts).where(parts.c.event == bindparam("its_event"))
            self._connection.execute(change.values(commitment=bindparam("now")), told_in)
        if wished:
            self._connection.execute(insert(wishes), wished)
        return numbered

    def _ordered(self, numbers: list[int]) -> set[int]:
        """Return the commitments that come before or after something that events tell now."""
        key = articles.c.digest + _BETWEEN + tellings.c.record
        found: set[int] = set()
        for some in chunks(numbers):
            query = (
                select(orders.c.commitment)
                .select_from(tellings)
                .join(articles, articles.c.number == tellings.c.article)
                .join(orders, orders.c.telling == key)
                .where(among(tellings.c.event, some), tellings.c.type == RecordType.CONTACT.value)
            )
            found.update(self._connection.execute(query).scalars())
        return found

    def _expected(self, numbers: list[int]) -> set[int]:
        """Return the commitments with answers that events may say to be expected still."""
        found: set[int] = set()
        for some in chunks(numbers):
            query = meeting(is_plan=True).join(answers, answers.c.commitment == wishes.c.commitment)
            found.update(row.commitment for row in self._connection.execute(query.where(among(offers.c.event, some))))
        return found

    def _answered(self, numbers: list[int], first: int) -> set[int]:
        """Return the commitments with numbers before one to which events that are new answer anything."""
        found: set[int] = set()
        for some in chunks(numbers):
            query = meeting(is_plan=False).where(among(offers.c.event, some), wishes.c.commitment < first)
            rows = [(row.commitment, row.event) for row in self._connection.execute(query).unique()]
            events = self._loaded({event for _, event in rows})
            for few in chunks({commitment for commitment, _ in rows}):
                known = self._known(few)
                for commitment, event in rows:
                    if commitment in known and commitment not in found:
                        answering = Answers([events[event]], self._particulars).events_of(known[commitment])
                        found |= {commitment} if answering else set()
        return found

    def _settle(self, found: Mapping[int, Commitment]) -> None:
        """Write what became of commitments, by their numbers."""
        ordered = self._in_order(found)
        sharing = self._sharing(found, is_plan=False)
        answered: dict[int, set[int]] = {}
        for number, what in found.items():
            events = self._loaded(sharing[number])
            answering = Answers(events.values(), self._particulars).events_of(what) if events else set()
            if answering:
                answered[number] = {each for each, event in events.items() if event.id in answering}
        expected = self._sharing(answered, is_plan=True)
        rows = []
        for number, what in found.items():
            events = self._loaded(ordered[number] | answered.get(number, set()) | expected[number])
            outcome = outcome_of(what, Answers(events.values(), self._particulars), None)
            rows.append({"number": number, **_row(outcome)})
        for column in (answers.c.commitment, commitments.c.number):
            self._connection.execute(delete(column.table).where(among(column, list(found))))
        pairs = [{"commitment": number, "event": each} for number, several in answered.items() for each in several]
        for table, values in ((commitments, rows), (answers, pairs)):
            if values:
                self._connection.execute(insert(table), values)

    def _sharing(self, found: Iterable[int], *, is_plan: bool) -> Mapping[int, set[int]]:
        """Return the events that share a name with commitments, by the numbers of these."""
        sharing: dict[int, set[int]] = defaultdict(set)
        for some in chunks(found):
            query = meeting(is_plan=is_plan).where(among(wishes.c.commitment, some))
            for commitment, event in self._connection.execute(query).all():
                sharing[commitment].add(event)
        return sharing

    def _in_order(self, found: Mapping[int, Commitment]) -> Mapping[int, set[int]]:
        """Return the events that commitments are to come before or after, and remember which."""
        self._connection.execute(delete(orders).where(among(orders.c.commitment, list(found))))
        events: dict[int, set[int]] = defaultdict(set)
        for number, what in found.items():
            for key in sorted({each for each in (what.before, what.after) if each and _BETWEEN in each}):
                digest, _, record = key.partition(_BETWEEN)
                query = (
                    select(tellings.c.event)
                    .join(articles, articles.c.number == tellings.c.article)
                    .where(articles.c.digest == digest, tellings.c.record == record)
                )
                event = self._connection.execute(query).scalar()
                self._connection.execute(insert(orders).values(commitment=number, telling=key, event=event))
                events[number] |= {event} if event is not None else set()
        return events


def _part(number: int, event: Event) -> dict[str, Any]:
    wording = wording_of(event)
    return {
        "event": number,
        "commitment": _NO_COMMITMENT,
        "terms": _terms(wording) if wording else None,
        "told": wording.told.toordinal() if wording else None,
        "words": " ".join(sorted(wording.words)) if wording else "",
    }


def _wishes(number: int, what: Commitment) -> list[dict[str, Any]]:
    rows = {
        wish.name: {
            "name": number_of_name(wish.name),
            "commitment": number,
            "made": wish.made,
            "until": wish.until,
            "is_plan": wish.is_plan,
        }
        for wish in wishes_of(what)
    }
    return list(rows.values())


def _row(outcome: Outcome) -> Mapping[str, object]:
    what = outcome.commitment
    due, first, key = order_of(outcome)
    day = what.latest or what.earliest
    return {
        "id": key,
        "kind": what.kind.value,
        "verdict": outcome.verdict.value,
        "conditional": what.conditional,
        "due": due.isoformat(),
        "first": first.isoformat(),
        "day": day and day.isoformat(),
        "made": what.made and what.made.isoformat(),
        "value": to_kept(outcome, ""),
    }


def _terms(wording: Wording) -> int:
    kind, who, earliest, latest = wording.terms
    assert isinstance(who, frozenset)
    return number_of_name(f"{kind} {' '.join(sorted(who))} {earliest} {latest}")
