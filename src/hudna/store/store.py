"""What is kept and what is asked of it. Times come from the caller."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from sqlalchemy import Connection, func, select

from hudna.model import Article, Decision, DecisionKind, PublishedBasis, Reader, Reading, StoreError
from hudna.model.wire import from_line
from hudna.record.additions import with_added
from hudna.record.findable import Findable
from hudna.record.summary import Summary
from hudna.store import rows
from hudna.store.beside import Beside
from hudna.store.decisions import keep_decision, keep_withdrawal, last_number, load_decisions, standing_additions
from hudna.store.engine import BUSY_SECONDS, is_writable, open_engine, said_of
from hudna.store.incoming import Added, Incoming, keep_all, make_ready
from hudna.store.merging import merge_fresh
from hudna.store.naming import Remembered
from hudna.store.search import Found, Sought, count_found, drop_findables, keep_findables, search, unfindable
from hudna.store.standing import Standing
from hudna.store.state import claim, keep_stamp, merged_stamp
from hudna.store.summaries import summarise
from hudna.store.tables import articles, readings
from hudna.store.transfer import lines_of_record, take_record

MIN_DIGEST_DIGITS: Final = 8
_LAST: Final = "g"  # behind every hexadecimal digit
_SUMMARIES_AT_ONCE: Final = 200


class Store:
    """A file that keeps articles, readings and decisions; an article comes into it whole or not at all.

    Raises:
        StoreError: by every method, in one line that names the file.
    """

    def __init__(self, path: Path | str, *, create: bool = True, busy_seconds: float = BUSY_SECONDS) -> None:
        self.path = Path(path)
        self._engine = open_engine(self.path, create=create, busy_seconds=busy_seconds)
        self._names = Remembered()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        self.close()

    @property
    def is_writable(self) -> bool:
        """Whether anything can be added to the file."""
        return is_writable(self.path)

    def close(self) -> None:
        """Close the file."""
        self._engine.dispose()

    def add(
        self,
        article: Article,
        reading: Reading,
        *,
        at: str,
        findables: Sequence[Findable] = (),
        summary: Summary | None = None,
    ) -> Added:
        """Keep an article as received and a reading of it; ``at`` is the time of reading, ISO in UTC.

        What the store has already stays as it is: the article, and the reading by the same reader with the same day of
        publication; a day that was not known is kept beside. ``findables`` are what search is to find of the reading,
        ``summary`` what is put together with others (``merge``), worked out here or later.
        """
        return self.add_all([Incoming(article, make_ready(reading, findables, summary), at)])[0]

    def add_all(self, incoming: Iterable[Incoming]) -> list[Added]:
        """Keep articles with their readings as by ``add``, all or none, and return what came of each."""
        with said_of(self.path), self._writing() as connection, connection.begin():
            return keep_all(connection, incoming)

    def has(self, article: Article, reader: Reader) -> bool:
        """Return whether an article is there with a reading by this reader, and nothing new is known of its day."""
        return not self.unread([article], reader)

    def unread(self, found: Iterable[Article], reader: Reader) -> dict[str, Article]:
        """Return the articles that are to be read, by their digests, each with the day that the store has for it.

        They are those that are not there, or not with a reading by this reader, or come with a day that is new.
        """
        by_digest = {article.digest: article for article in found}
        with said_of(self.path), self._engine.connect() as connection:
            for digest, known in rows.articles_of(connection, by_digest).items():
                article, published = by_digest[digest], known.published
                if not rows.is_new_day(connection, known, article.published) and rows.has_reading(
                    connection, digest, reader, published
                ):
                    del by_digest[digest]
                elif published.basis is not PublishedBasis.UNKNOWN:
                    by_digest[digest] = replace(article, published=published)
        return by_digest

    def count(self) -> int:
        """Return the number of articles."""
        with said_of(self.path), self._engine.connect() as connection:
            return connection.execute(select(func.count()).select_from(articles)).scalar_one()

    def articles(self) -> Iterator[Article]:
        """Yield the articles as they were received, in the order they were added; with the day, where it came later."""
        with said_of(self.path), self._engine.connect() as connection:
            yield from rows.all_articles(connection)

    def article(self, digest: str) -> Article | None:
        """Return the article of a digest as by ``articles``, None if it is not there."""
        with said_of(self.path), self._engine.connect() as connection:
            return rows.article_of(connection, digest)

    def readings(self, *, upto: int | None = None) -> Iterator[Reading]:
        """Yield the latest reading of every article, a few at a time in memory, in the order they were added.

        Records that people added stand behind those that were read.

        ``upto`` leaves out readings with a higher number (``stamp``), so that two passes see the same.
        """
        numbered = select(func.max(readings.c.number)).group_by(readings.c.article)
        latest = numbered if upto is None else numbered.where(readings.c.number <= upto)
        query = (
            select(readings.c.line)
            .join(articles, articles.c.digest == readings.c.article)
            .where(readings.c.number.in_(latest))
            .order_by(articles.c.number)
        )
        with said_of(self.path), self._engine.connect() as connection:
            added = standing_additions(connection)
            for row in connection.execute(query, execution_options={"yield_per": rows.AT_ONCE}):
                reading = from_line(row.line)
                yield with_added(reading, added.get(reading.article.digest, ()))

    def reading(self, key: str) -> Reading | None:
        """Return the latest reading of an article by its id or the first digits of its digest, None if unknown.

        Records that people added stand behind those that were read.

        Raises:
            StoreError: the key is that of several articles.
        """
        found = self._digests(key)
        if len(found) > 1:
            raise StoreError(
                f"{self.path}: {key} is {len(found)} articles: {', '.join(each[:12] for each in found[:5])}"
            )
        query = select(readings.c.line).where(readings.c.article.in_(found)).order_by(readings.c.number.desc()).limit(1)
        with said_of(self.path), self._engine.connect() as connection:
            line = connection.execute(query).scalar_one_or_none()
            if line is None:
                return None
            reading = from_line(line)
            return with_added(
                reading, standing_additions(connection, reading.article.digest).get(reading.article.digest, ())
            )

    def readings_of(self, digests: Iterable[str]) -> dict[str, Reading]:
        """Return the latest readings of articles by their digests, as by ``reading``."""
        digests = sorted(set(digests))
        numbered = select(func.max(readings.c.number)).where(readings.c.article.in_(digests))
        query = select(readings.c.line).where(readings.c.number.in_(numbered.group_by(readings.c.article)))
        with said_of(self.path), self._engine.connect() as connection:
            added = standing_additions(connection)
            found = (from_line(line) for line in connection.execute(query).scalars().all())
            return {each.article.digest: with_added(each, added.get(each.article.digest, ())) for each in found}

    def make_findable(self, digest: str, findables: Sequence[Findable]) -> None:
        """Write what search is to find of an article."""
        with said_of(self.path), self._writing() as connection, connection.begin():
            drop_findables(connection, digest)
            keep_findables(connection, findables)

    def unfindable(self, limit: int) -> list[str]:
        """Return the digests of articles that search does not know yet, at most so many."""
        with said_of(self.path), self._engine.connect() as connection:
            return unfindable(connection, limit)

    def search(self, sought: Sought, *, limit: int, offset: int = 0) -> list[Found]:
        """Return articles and records that are found, the best first."""
        with said_of(self.path), self._engine.connect() as connection:
            return search(connection, sought, limit=limit, offset=offset)

    def count_found(self, sought: Sought) -> int:
        """Return how many articles and records are found."""
        with said_of(self.path), self._engine.connect() as connection:
            return count_found(connection, sought)

    def lines(self) -> Iterator[str]:
        """Yield the whole record, a row a line, for ``take``."""
        with said_of(self.path), self._engine.connect() as connection:
            yield from lines_of_record(connection)

    def take(self, lines: Iterable[str]) -> int:
        """Add a whole record written by ``lines``, all of it or nothing, and return the number of new rows.

        Raises:
            InputError: a line is none of a record.
        """
        with said_of(self.path), self._writing() as connection, connection.begin():
            count = take_record(connection, lines)
            _forget_findables(connection, standing_additions(connection))
            return count

    def decide(self, decision: Decision, *, seen: int | None = None) -> int:
        """Keep a decision and return its number.

        ``seen`` is the number of the last decision its maker knew of (``last_decision``), None where that is no matter.

        Raises:
            ConflictError: somebody has decided on the same since then.
        """
        with said_of(self.path), self._writing() as connection, connection.begin():
            if decision.kind is DecisionKind.ADDITION:
                _forget_findables(connection, (anchor.article for anchor in decision.anchors))
            return keep_decision(connection, decision, seen)

    def withdraw(self, number: int, *, by: str, at: str, reasons: Iterable[str] = (), seen: int | None = None) -> None:
        """Withdraw a decision; it stays in the store.

        Raises:
            ConflictError: as by ``decide``.
            StoreError: there is none of this number, or it is withdrawn already.
        """
        with said_of(self.path), self._writing() as connection, connection.begin():
            added = standing_additions(connection)
            if not keep_withdrawal(connection, number, by=by, at=at, reasons=reasons, seen=seen):
                raise StoreError(f"{self.path}: no decision {number} to withdraw")
            left = standing_additions(connection)
            _forget_findables(connection, [digest for digest in added if added[digest] != left.get(digest)])

    def decisions(self) -> list[Decision]:
        """Return all decisions, those withdrawn too, in the order they were made."""
        with said_of(self.path), self._engine.connect() as connection:
            return load_decisions(connection)

    def last_decision(self) -> int:
        """Return the number of what was decided or withdrawn last, 0 where nothing was."""
        with said_of(self.path), self._engine.connect() as connection:
            return last_number(connection)

    def stamp(self) -> tuple[int, int]:
        """Return what changes whenever a reading comes, or something is decided or withdrawn."""
        with said_of(self.path), self._engine.connect() as connection:
            return _stamp(connection)

    def merge(self, maker: str, *, jobs: int = 1) -> None:
        """Put the record together, as far as it is not; ``maker`` names the program and its tables.

        What another program has put together is put together anew. Nothing of it is seen before it is whole. With more
        than one of ``jobs`` the stories of a store that is mostly new are told by a process of their own.
        """
        with said_of(self.path):
            with self._writing() as connection, connection.begin():
                claim(connection, maker)
            more = True
            while more:
                with self._writing() as connection, connection.begin():
                    more = summarise(connection, _SUMMARIES_AT_ONCE)
            with self._writing() as connection, connection.begin():
                stamp = _stamp(connection)
                while summarise(connection, _SUMMARIES_AT_ONCE):  # what came in meanwhile
                    jobs = 1  # nobody else sees it yet
                decisions = load_decisions(connection)
                with Beside(connection, self.path, decisions, jobs) as beside:
                    merge_fresh(connection, decisions, self._names)
                    beside.write()
                keep_stamp(connection, stamp)

    def copy(self, path: Path) -> "Store":
        """Return a store in a new file with all that is in this one."""
        with said_of(self.path), self._engine.connect() as connection, closing(sqlite3.connect(path)) as other:
            driver = connection.connection.dbapi_connection
            if driver is not None:
                driver.backup(other)
        return Store(path)

    def standing(self) -> Standing:
        """Return the record as it was put together last."""
        with said_of(self.path), self._engine.connect() as connection:
            return Standing(self._engine, self.path, self._names.load(connection))

    def merged_stamp(self, maker: str) -> tuple[int, int] | None:
        """Return the ``stamp`` that the record was put together of by a program, None where it did not."""
        with said_of(self.path), self._engine.connect() as connection:
            return merged_stamp(connection, maker)

    def _writing(self) -> Connection:
        return self._engine.connect().execution_options(hudna_writes=True)

    def _digests(self, key: str) -> list[str]:
        """Return the digests of the articles meant by an id, else by the first digits of a digest."""
        queries = [select(articles.c.digest).where(articles.c.id == key)]
        if len(key) >= MIN_DIGEST_DIGITS:
            queries.append(
                select(articles.c.digest).where(articles.c.digest >= key, articles.c.digest < f"{key}{_LAST}")
            )
        with said_of(self.path), self._engine.connect() as connection:
            for query in queries:
                found = list(connection.execute(query.order_by(articles.c.number)).scalars())
                if found:
                    return found
        return []


def _forget_findables(connection: Connection, digests: Iterable[str]) -> None:
    """Forget what can be found of articles whose records have changed: the next search makes it anew."""
    for digest in digests:
        drop_findables(connection, digest)


def _stamp(connection: Connection) -> tuple[int, int]:
    last = connection.execute(select(func.coalesce(func.max(readings.c.number), 0))).scalar_one()
    return last, last_number(connection)
