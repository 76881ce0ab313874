"""The record as it stands in a store: only what is asked for is loaded."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, Select, and_, exists, func, select

from hudna.model import Article, Entity, NameKind, RecordType
from hudna.record.asking import Asking
from hudna.record.chronology import Line, Selection, keys_of_words, line_of
from hudna.record.entities import Entities
from hudna.record.heads import Brought, Head
from hudna.record.lives import Tie
from hudna.record.particulars import Particulars
from hudna.store.asked import BY_DAY, BY_WEIGHT, day_limits, day_off, is_in_order, narrowed, unindexed
from hudna.store.called import Calling, called, count_called, sharing_words
from hudna.store.engine import said_of
from hudna.store.followed import Followed
from hudna.store.heads import (
    all_digests,
    articles_as_read,
    brought,
    count_heads,
    count_tellers,
    head_of,
    latest_heads,
)
from hudna.store.loading import numbered_events, particulars_of_events
from hudna.store.search import count_unseen, telling_words
from hudna.store.spread import Placed, count_by_week, placed
from hudna.store.stands import Shared, Standings, count_company, standings
from hudna.store.summaries import chunks
from hudna.store.tables import articles, events, parties, tallies, tellings
from hudna.store.tallied import count_tallied, tally_of
from hudna.store.ties import ties_of
from hudna.store.told import Told
from hudna.store.weights import count_told, foremost_told, weightiest

_LOADED_AT_ONCE: Final = 400


_ALL: Final = Asking()


class Standing:
    """The record of a store, as of when it was put together last.

    ``entities`` is who is who in it, ``followed`` what became of its commitments, ``told`` the stories its articles tell.
    """

    def __init__(self, engine: Engine, path: Path, entities: Entities) -> None:
        self.entities = entities
        self._engine = engine
        self._path = path
        self._counts: dict[str, int] = {}
        self._chosen: dict[str, list[int]] = {}
        self._weeks: dict[str, list[tuple[dt.date, int, int]]] = {}
        self._brought: list[Brought] | None = None
        self.followed = Followed(engine, path, self._chosen_events)
        self.told = Told(engine, path)

    def count(self, asking: Asking) -> int:
        """Return how many events are asked for."""
        key = repr(asking)
        if key not in self._counts:
            self._counts[key] = self._count(asking)
        return self._counts[key]

    def page(self, asking: Asking, start: int, size: int) -> list[Line]:
        """Return so many of the lines asked for, from one on."""
        with self._connected() as connection:
            if asking.selection.words is not None:
                numbers = self._with_words(connection, asking)[start : start + size]
            else:  # what is ordered is no more than numbers
                query = self._ordered(connection, select(events.c.number), asking).limit(size).offset(start)
                numbers = list(connection.execute(query).scalars())
            return list(self._lines(connection, numbers).values())

    def events_of(self, keys: Iterable[str]) -> dict[str, str]:
        """Return the id of the event for each telling's key, of those that are told."""
        wanted: dict[str, set[str]] = defaultdict(set)
        for key in keys:
            digest, _, record = key.partition("/")
            wanted[digest].add(record)
        query = (
            select(articles.c.digest, tellings.c.record, events.c.id)
            .join(articles, articles.c.number == tellings.c.article)
            .join(events, events.c.number == tellings.c.event)
        )
        found = {}
        with self._connected() as connection:
            for some in chunks(wanted):
                for row in connection.execute(query.where(articles.c.digest.in_(some))):
                    if row.record in wanted[row.digest]:
                        found[f"{row.digest}/{row.record}"] = row.id
        return found

    def lines_of(self, ids: Iterable[str]) -> dict[str, Line]:
        """Return the lines of events by their ids, of those that there are."""
        with self._connected() as connection:
            numbers = self._numbers(connection, ids)
            return {line.event.id: line for line in self._lines(connection, numbers).values()}

    def head(self, digest: str) -> Head | None:
        """Return an article's head by its digest, None where it is not in the record."""
        with self._connected() as connection:
            return head_of(connection, digest)

    def particulars(self, ids: Iterable[str]) -> dict[str, Particulars]:
        """Return the particulars of the tellings of events, by the ids of these and the keys of those."""
        with self._connected() as connection:
            return particulars_of_events(connection, self._numbers(connection, ids))

    def by_week(self, asking: Asking) -> list[tuple[dt.date, int, int]]:
        """Return the Mondays with the single incidents and the totals asked for that begin then, place and days known."""
        key = repr(asking)
        if key not in self._weeks:
            with self._connected() as connection:
                self._weeks[key] = count_by_week(connection, lambda query: self._narrow(connection, query, asking))
        return self._weeks[key]

    def near(self, asking: Asking, who: Iterable[str], day: dt.date, days: int, most: int) -> list[str]:
        """Return the ids of those asked for in which any of some has a part and that begin near a day, the nearest first."""
        first, last = day_off(day, -days), f"{day_off(day, days)}~"
        apart = func.abs(func.julianday(func.substr(events.c.first, 1, 10)) - func.julianday(day.isoformat()))
        has_a_part = and_(parties.c.event == events.c.number, parties.c.entity.in_(list(who)))
        with self._connected() as connection:
            # Few events begin in these days: they are gone through, not those of the type or of whoever has a part.
            query = self._narrow(connection, select(events.c.id), asking, in_order=True)
            query = query.where(events.c.first.between(first, last), exists().where(has_a_part))
            return list(connection.execute(query.order_by(apart, events.c.id).limit(most)).scalars())

    def placed(self, asking: Asking, most: int) -> list[Placed]:
        """Return where the events asked for lie, as far as they do; of so many at most."""
        with self._connected() as connection:
            query = self._ordered(connection, select(events.c.number), asking).limit(most)
            return placed(connection, connection.execute(query).scalars().all())

    def ties(self, asking: Asking, most: int) -> list[Tie]:
        """Return by what the measures asked for hang together; those of so many events at most, by day."""
        with self._connected() as connection:
            query = self._ordered(connection, select(events.c.number), asking).limit(most)
            return list(ties_of(connection, connection.execute(query).scalars().all()))

    def weightiest(self, ids: Iterable[str], most: int) -> list[str]:
        """Return so many of events by their ids, those on which most hangs."""
        with self._connected() as connection:
            return weightiest(connection, ids, most)

    def foremost_told(self, digests: Collection[str], types: Iterable[RecordType], most: int) -> list[Line]:
        """Return so many events of some types that articles tell, those on which most hangs first."""
        with self._connected() as connection:
            ids = foremost_told(connection, digests, types, most)
        lines = self.lines_of(ids)
        return [lines[key] for key in ids]

    def count_told(self, digests: Collection[str]) -> dict[str, int]:
        """Return how many events each of some articles tells."""
        with self._connected() as connection:
            return count_told(connection, digests)

    def articles(self, digests: Iterable[str]) -> dict[str, Article]:
        """Return articles by their digests, with the days as their latest readings have them."""
        with self._connected() as connection:
            return articles_as_read(connection, digests)

    def heads(self, outlet: str | None, start: int, size: int) -> list[Head]:
        """Return so many heads, of an outlet where one is named, from one on, the last that came first."""
        with self._connected() as connection:
            return latest_heads(connection, outlet, size, start)

    def count_heads(self, outlet: str | None = None) -> int:
        """Return the number of articles, of an outlet where one is named."""
        with self._connected() as connection:
            return count_heads(connection, outlet)

    def digests(self) -> list[str]:
        """Return the digests of all articles, in the order they came in."""
        with self._connected() as connection:
            return all_digests(connection)

    def brought(self) -> list[Brought]:
        """Return what each outlet brought."""
        if self._brought is None:
            with self._connected() as connection:
                self._brought = brought(connection)
        return self._brought

    def tally(self, field: str) -> dict[tuple[str, str], int]:
        """Return how many events have each value of a field, by type (empty where it says nothing) and value."""
        query = select(tallies.c.type, tallies.c.value, tallies.c.count).where(tallies.c.field == field)
        with self._connected() as connection:
            return {(row[0], row[1]): row[2] for row in connection.execute(query)}

    def count_by_type(self, asking: Asking) -> dict[RecordType, int]:
        """Return how many of the events asked for there are of each type that occurs."""
        tally = tally_of(asking, self.entities)
        with self._connected() as connection:
            if tally is not None:
                return count_tallied(connection, tally)
            query = self._narrow(connection, select(events.c.type, func.count()), asking)
            query = query.group_by(unindexed(events.c.type))  # what narrows is looked for, not what is counted
            found = {RecordType(record): count for record, count in connection.execute(query)}
        return {record: found[record] for record in RecordType if record in found}

    def ids(self, asking: Asking) -> set[str]:
        """Return the ids of the events asked for."""
        with self._connected() as connection:
            return set(connection.execute(self._narrow(connection, select(events.c.id), asking)).scalars())

    def all(self, asking: Asking) -> Iterator[Line]:
        """Yield the lines asked for, a few at a time in memory."""
        with self._connected() as connection:
            yield from (line for _, line in self._all(connection, asking))

    def _all(self, connection: Connection, asking: Asking) -> Iterator[tuple[int, Line]]:
        query = self._ordered(connection, select(events.c.number), asking)
        numbers = connection.execute(query).scalars().all()
        for start in range(0, len(numbers), _LOADED_AT_ONCE):
            yield from self._lines(connection, numbers[start : start + _LOADED_AT_ONCE]).items()

    def kinds(self, record: RecordType, entity: str) -> list[str]:
        """Return the kinds of the events of a type that somebody has a part in, sorted."""
        query = (
            select(events.c.kind)
            .join(parties, parties.c.event == events.c.number)
            .where(parties.c.entity == entity, unindexed(events.c.type) == record.value)
        )
        with self._connected() as connection:
            return sorted(connection.execute(query.distinct()).scalars())

    def count_unseen(self, words: str) -> int:
        """Return how many records have some words beyond those that are looked at, the last that came in."""
        keys = keys_of_words(words)
        with self._connected() as connection:
            return count_unseen(connection, sorted(keys)) if keys else 0

    def count_called(self, calling: Calling) -> int:
        """Return how many names are asked for."""
        with self._connected() as connection:
            return count_called(connection, calling)

    def called(self, calling: Calling, start: int, size: int) -> list[tuple[Entity, int]]:
        """Return so many of those whose names are asked for, from one on, those with most events first, with these."""
        with self._connected() as connection:
            found = called(connection, calling, start, size)
        return [(self.entities.by_id[key], count) for key, count in found]

    def sharing_words(self, words: Iterable[str], kind: NameKind) -> dict[str, int]:
        """Return the ids of those of a kind who have one of some words in their names, with the number of their events."""
        with self._connected() as connection:
            return sharing_words(connection, words, kind)

    def company(self, asking: Asking) -> dict[str, Shared]:
        """Return with whom somebody (``asking.entity``) shares how many of the events asked for, and the last of them."""
        with self._connected() as connection:
            wanted = self._narrow(connection, select(events.c.number), asking)
            return count_company(connection, wanted, asking.entity or "")

    def standings(self, asking: Asking, most: int, events_each: int) -> Standings:
        """Return where so many parties stand on the measures among the events asked for, with so many events each."""
        selection = asking.selection
        days = day_limits(selection)
        rest = replace(asking, selection=replace(selection, first=None, last=None))
        with self._connected() as connection:
            wanted = None if rest == _ALL else self._narrow(connection, select(events.c.number), rest)
            return standings(connection, wanted, days, most, events_each)

    def count_articles(self, asking: Asking) -> int:
        """Return how many articles tell the events asked for."""
        key = f"articles {asking!r}"
        if key not in self._counts:
            with self._connected() as connection:
                told = self._narrow(connection, select(events.c.number), asking)
                query = select(func.count(tellings.c.article.distinct())).where(tellings.c.event.in_(told))
                self._counts[key] = (
                    count_tellers(connection) if asking == _ALL else int(connection.execute(query).scalar_one())
                )
        return self._counts[key]

    def _count(self, asking: Asking) -> int:
        tally = tally_of(asking, self.entities)
        with self._connected() as connection:
            if tally is not None:
                return sum(count_tallied(connection, tally).values())
            if asking.selection.words is not None:
                return len(self._with_words(connection, asking))
            query = self._narrow(connection, select(func.count()).select_from(events), asking)
            return int(connection.execute(query).scalar_one())

    def _ordered(self, connection: Connection, query: Select[Any], asking: Asking) -> Select[Any]:
        order = BY_WEIGHT if asking.by_weight else BY_DAY
        return self._narrow(connection, query, asking, in_order=is_in_order(asking)).order_by(*order)

    def _narrow(
        self, connection: Connection, query: Select[Any], asking: Asking, *, in_order: bool = False
    ) -> Select[Any]:
        is_by_others = asking.entity is not None or asking.article is not None
        wanted = narrowed(asking.selection, self.entities, connection, by_type=not (is_by_others or in_order))
        if asking.selection.words is not None and (keys := keys_of_words(asking.selection.words)):
            wanted.append(events.c.number.in_(telling_words(sorted(keys), asking.selection)))
        if asking.entity is not None:
            wanted.append(events.c.number.in_(select(parties.c.event).where(parties.c.entity == asking.entity)))
        if asking.company is not None:
            wanted.append(events.c.number.in_(select(parties.c.event).where(parties.c.entity == asking.company)))
        if asking.article is not None:
            of_article = select(articles.c.number).where(articles.c.digest == asking.article).scalar_subquery()
            wanted.append(events.c.number.in_(select(tellings.c.event).where(tellings.c.article == of_article)))
        wanted += [events.c.open] if asking.is_open else []
        wanted += [events.c.differs] if asking.differs else []
        if asking.days is not None:
            first, last = asking.days
            wanted += [events.c.day >= first] if first is not None else []
            wanted += [events.c.day <= last] if last is not None else []
        return query.where(and_(True, *wanted))

    def _chosen_events(self, connection: Connection, selection: Selection) -> Select[Any]:
        return self._narrow(connection, select(events.c.number), Asking(selection=selection))

    def _with_words(self, connection: Connection, asking: Asking) -> list[int]:
        """Return the numbers of the events asked for that say some words, in their order."""
        key = repr(asking)
        if key not in self._chosen:
            query = self._ordered(connection, select(events.c.number), asking)
            self._chosen[key] = list(connection.execute(query).scalars())
        return self._chosen[key]

    @staticmethod
    def _numbers(connection: Connection, ids: Iterable[str]) -> list[int]:
        numbers: list[int] = []
        for some in chunks(dict.fromkeys(ids)):
            numbers += connection.execute(select(events.c.number).where(events.c.id.in_(some))).scalars()
        return numbers

    def _lines(self, connection: Connection, numbers: Sequence[int]) -> dict[int, Line]:
        """Return the lines of events by their numbers, in their order."""
        made = numbered_events(connection, numbers, self.entities)
        return {number: line_of(made[number]) for number in numbers}

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        with said_of(self._path), self._engine.connect() as connection:
            yield connection
