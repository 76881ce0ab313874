"""What became of commitments, kept with the record: followed up anew only where an event is new or gone.

What comes of it is what ``hudna.record.outcomes.follow_up`` returns for all events. What is one commitment hangs together
by pairs of events, so that those which lead to one that is new or gone are put together anew and no others. What became
of it rests on the events that answer to it: one that is new or gone and answers nothing to it leaves it as it was.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final

from sqlalchemy import Column, Connection, Select, and_, delete, func, insert, select, update

from hudna.model import Event, RecordType, digest_of
from hudna.record.commitments import (
    SAME_TELLING_DAYS,
    Commitment,
    Wording,
    find_commitments,
    likeness_of_wordings,
    told_ahead,
    told_on,
    wording_of,
)
from hudna.record.entities import Entities
from hudna.record.fulfilment import Answers
from hudna.record.hooks import offers_of, wishes_of
from hudna.record.kept import from_kept, to_kept
from hudna.record.outcomes import Outcome, last_day, order_of, outcome_of
from hudna.record.particulars import Particulars
from hudna.store.follow_tables import answers, commitments, moved, offers, orders, parts, undated, wishes
from hudna.store.loading import numbered_events, particulars_of_events
from hudna.store.summaries import chunks
from hudna.store.tables import articles, tellings

_DIGITS: Final = 14
_REMEMBERED: Final = 20_000
_BETWEEN: Final = "/"  # the digest and the record in a telling's key


def follow_moved(connection: Connection, entities: Entities) -> None:
    """Bring what became of commitments up to date with the events that are new or gone."""
    numbers = sorted(connection.execute(select(moved.c.event)).scalars())
    if numbers:
        _Following(connection, entities).follow(numbers)
        connection.execute(delete(moved))


class _Following:
    def __init__(self, connection: Connection, entities: Entities) -> None:
        self._connection = connection
        self._entities = entities
        self._events: dict[int, Event] = {}
        self._particulars: dict[str, Particulars] = {}

    def follow(self, numbers: list[int]) -> None:
        """Follow up what the events of these numbers, new or gone, have to do with."""
        unsettled = self._commitments_of(numbers, answers.c.commitment, answers.c.event)
        unsettled |= self._commitments_of(numbers, orders.c.commitment, orders.c.event)
        unsettled |= self._expected(numbers)
        broken = self._commitments_of(numbers, parts.c.commitment, parts.c.event)
        self._forget(numbers)
        first = self._connection.execute(select(func.coalesce(func.max(commitments.c.number), 0))).scalar_one() + 1
        ahead: list[int] = []
        for some in chunks(numbers):
            for number, event in self._loaded(some).items():
                self._offer(number, event)
                if told_ahead(event):
                    ahead.append(number)
                    broken |= self._neighbours(event) if first > 1 else set()
                    self._keep_part(number, event)
        new = self._put_together(broken, ahead, first)
        if first > 1:
            unsettled |= self._ordered(numbers) | self._expected(numbers) | self._answered(numbers, first)
        for some in chunks(sorted(unsettled - broken)):
            new |= self._known(some)
        for number, what in sorted(new.items(), key=lambda each: (each[1].made or dt.date.max, each[0])):
            self._settle(number, what)

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
        query = select(commitments.c.number, commitments.c.value).where(commitments.c.number.in_(numbers))
        return {row.number: from_kept(Outcome, row.value, "").commitment for row in self._connection.execute(query)}

    def _commitments_of(self, numbers: list[int], wanted: Column[Any], column: Column[Any]) -> set[int]:
        found: set[int] = set()
        for some in chunks(numbers):
            found.update(self._connection.execute(select(wanted).where(column.in_(some))).scalars())
        return found

    def _forget(self, numbers: list[int]) -> None:
        for some in chunks(numbers):
            for column in (answers.c.event, parts.c.event, offers.c.event, undated.c.event):
                self._connection.execute(delete(column.table).where(column.in_(some)))

    def _offer(self, number: int, event: Event) -> None:
        rows = {
            (_number(offer.name), offer.told, offer.first): {
                "name": _number(offer.name),
                "told": offer.told,
                "first": offer.first,
                "event": number,
            }
            for offer in offers_of(event)
        }
        if rows:
            self._connection.execute(insert(offers), list(rows.values()))
        if event.type is RecordType.CONTACT and any(told_on(member) is None for member in event.members):
            day = last_day([event], ())
            if day is not None:
                self._connection.execute(insert(undated).values(event=number, day=day.isoformat()))

    def _keep_part(self, number: int, event: Event) -> None:
        wording = wording_of(event)
        row = {
            "event": number,
            "commitment": 0,
            "terms": _terms(wording) if wording else None,
            "told": wording.told.toordinal() if wording else None,
            "words": " ".join(sorted(wording.words)) if wording else "",
        }
        self._connection.execute(insert(parts).values(row))

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
        return found - {0}

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
                self._connection.execute(select(parts.c.event).where(parts.c.commitment.in_(some))).scalars()
            )
            columns = (commitments.c.number, wishes.c.commitment, answers.c.commitment, orders.c.commitment)
            for column in columns:
                self._connection.execute(delete(column.table).where(column.in_(some)))
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
        for number, what in numbered.items():
            self._wish(number, what, [events[key][0] for key in what.events])
        return numbered

    def _wish(self, number: int, what: Commitment, told_in: list[int]) -> None:
        self._connection.execute(update(parts).where(parts.c.event.in_(told_in)).values(commitment=number))
        rows = {
            wish.name: {
                "name": _number(wish.name),
                "commitment": number,
                "made": wish.made,
                "until": wish.until,
                "is_plan": wish.is_plan,
            }
            for wish in wishes_of(what)
        }
        if rows:
            self._connection.execute(insert(wishes), list(rows.values()))

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
                .where(tellings.c.event.in_(some), tellings.c.type == RecordType.CONTACT.value)
            )
            found.update(self._connection.execute(query).scalars())
        return found

    def _expected(self, numbers: list[int]) -> set[int]:
        """Return the commitments with answers that events may say to be expected still."""
        found: set[int] = set()
        for some in chunks(numbers):
            query = _met(is_plan=True).join(answers, answers.c.commitment == wishes.c.commitment)
            found.update(row.commitment for row in self._connection.execute(query.where(offers.c.event.in_(some))))
        return found

    def _answered(self, numbers: list[int], first: int) -> set[int]:
        """Return the commitments with numbers before one to which events that are new answer anything."""
        found: set[int] = set()
        for some in chunks(numbers):
            query = _met(is_plan=False).where(offers.c.event.in_(some), wishes.c.commitment < first)
            rows = [(row.commitment, row.event) for row in self._connection.execute(query).unique()]
            events = self._loaded({event for _, event in rows})
            for few in chunks({commitment for commitment, _ in rows}):
                known = self._known(few)
                for commitment, event in rows:
                    if commitment in known and commitment not in found:
                        answering = Answers([events[event]], self._particulars).events_of(known[commitment])
                        found |= {commitment} if answering else set()
        return found

    def _settle(self, number: int, what: Commitment) -> None:
        """Write what became of a commitment."""
        events = self._loaded(self._in_order(number, what) | self._sharing(number, is_plan=False))
        answering = Answers(events.values(), self._particulars).events_of(what)
        rows = [{"commitment": number, "event": each} for each, event in events.items() if event.id in answering]
        self._connection.execute(delete(answers).where(answers.c.commitment == number))
        if rows:
            self._connection.execute(insert(answers), rows)
            events = self._loaded(events.keys() | self._sharing(number, is_plan=True))
        outcome = outcome_of(what, Answers(events.values(), self._particulars), None)
        self._connection.execute(delete(commitments).where(commitments.c.number == number))
        self._connection.execute(insert(commitments).values({"number": number, **_row(outcome)}))

    def _sharing(self, number: int, *, is_plan: bool) -> set[int]:
        """Return the events that share a name with a commitment."""
        query = _met(is_plan=is_plan).where(wishes.c.commitment == number)
        return {row.event for row in self._connection.execute(query)}

    def _in_order(self, number: int, what: Commitment) -> set[int]:
        """Return the events that a commitment is to come before or after, and remember which."""
        self._connection.execute(delete(orders).where(orders.c.commitment == number))
        found: set[int] = set()
        for key in sorted({each for each in (what.before, what.after) if each and _BETWEEN in each}):
            digest, _, record = key.partition(_BETWEEN)
            query = (
                select(tellings.c.event)
                .join(articles, articles.c.number == tellings.c.article)
                .where(articles.c.digest == digest, tellings.c.record == record)
            )
            event = self._connection.execute(query).scalar()
            self._connection.execute(insert(orders).values(commitment=number, telling=key, event=event))
            found |= {event} if event is not None else set()
        return found


def _met(*, is_plan: bool) -> Select[tuple[int, int]]:
    """Return the query for commitments and events that share a name, by the plans among the names or by the others."""
    shared = [wishes.c.name == offers.c.name, wishes.c.is_plan.is_(is_plan)]
    if not is_plan:
        shared += [wishes.c.made <= offers.c.told, wishes.c.until >= offers.c.first]
    return select(wishes.c.commitment, offers.c.event).select_from(offers).join(wishes, and_(*shared))


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
    return _number(f"{kind} {' '.join(sorted(who))} {earliest} {latest}")


def _number(name: str) -> int:
    return int(digest_of(name)[:_DIGITS], 16)
