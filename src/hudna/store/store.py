"""What is kept and what is asked of it. Times come from the caller."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from sqlalchemy import Connection, func, insert, select
from sqlalchemy.engine import Row

from hudna.model import Article, Decision, Genre, Reader, Reading, StoreError
from hudna.model.wire import from_line, published_from_line, published_to_line, to_line
from hudna.record.findable import Findable
from hudna.store.decisions import keep_decision, keep_withdrawal, last_number, load_decisions
from hudna.store.engine import BUSY_SECONDS, open_engine, said_of
from hudna.store.search import Found, Sought, count_found, keep_findables, search, unfindable
from hudna.store.tables import articles, readings

_READINGS_AT_ONCE: Final = 64
MIN_DIGEST_DIGITS: Final = 8


class Added(StrEnum):
    """What came of adding an article."""

    NEW = "new"
    READ_AGAIN = "read_again"
    KNOWN = "known"


class Store:
    """A file that keeps articles, readings and decisions; one transaction an article.

    Raises:
        StoreError: by every method, in one line that names the file.
    """

    def __init__(self, path: Path | str, *, create: bool = True, busy_seconds: float = BUSY_SECONDS) -> None:
        self.path = Path(path)
        self._engine = open_engine(self.path, create=create, busy_seconds=busy_seconds)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._engine.dispose()

    def add(self, article: Article, reading: Reading, *, at: str, findables: Sequence[Findable] = ()) -> Added:
        """Keep an article as received and a reading of it; ``at`` is the time of reading, ISO in UTC.

        What the store has already stays as it is: the article, and the reading by the same reader. ``findables`` are
        what search is to find of the reading.
        """
        reader = reading.reader
        with said_of(self.path), self._writing() as connection, connection.begin():
            known = self._has_article(connection, article.digest)
            if known and self._has_reading(connection, article.digest, reader):
                return Added.KNOWN
            if not known:
                connection.execute(insert(articles).values(_article_row(article, at)))
            connection.execute(
                insert(readings).values(
                    article=article.digest,
                    reader_version=reader.version,
                    reader_digest=reader.digest,
                    line=to_line(reading),
                    read_at=at,
                )
            )
            keep_findables(connection, article.digest, findables)
            return Added.READ_AGAIN if known else Added.NEW

    def has(self, digest: str, reader: Reader) -> bool:
        """Return whether an article is there with a reading by this reader."""
        with said_of(self.path), self._engine.connect() as connection:
            return self._has_reading(connection, digest, reader)

    def count(self) -> int:
        """Return the number of articles."""
        with said_of(self.path), self._engine.connect() as connection:
            return connection.execute(select(func.count()).select_from(articles)).scalar_one()

    def articles(self) -> Iterator[Article]:
        """Yield the articles as they were received, in the order they were added."""
        with said_of(self.path), self._engine.connect() as connection:
            query = select(articles).order_by(articles.c.number)
            for row in connection.execute(query, execution_options={"yield_per": _READINGS_AT_ONCE}):
                yield _article(row)

    def article(self, digest: str) -> Article | None:
        """Return the article of a digest as it was received, None if it is not there."""
        with said_of(self.path), self._engine.connect() as connection:
            row = connection.execute(select(articles).where(articles.c.digest == digest)).one_or_none()
        return None if row is None else _article(row)

    def readings(self) -> Iterator[Reading]:
        """Yield the latest reading of every article, a few at a time in memory, in the order they were added."""
        latest = select(func.max(readings.c.number)).group_by(readings.c.article)
        query = (
            select(readings.c.line)
            .join(articles, articles.c.digest == readings.c.article)
            .where(readings.c.number.in_(latest))
            .order_by(articles.c.number)
        )
        with said_of(self.path), self._engine.connect() as connection:
            for row in connection.execute(query, execution_options={"yield_per": _READINGS_AT_ONCE}):
                yield from_line(row.line)

    def reading(self, key: str) -> Reading | None:
        """Return the latest reading of an article by its id or the first digits of its digest, None if unknown.

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
        return None if line is None else from_line(line)

    def make_findable(self, digest: str, findables: Sequence[Findable]) -> None:
        """Write what search is to find of an article."""
        with said_of(self.path), self._writing() as connection, connection.begin():
            keep_findables(connection, digest, findables)

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

    def decide(self, decision: Decision, *, seen: int | None = None) -> int:
        """Keep a decision and return its number.

        ``seen`` is the number of the last decision its maker knew of (``last_decision``), None where that is no matter.

        Raises:
            ConflictError: somebody has decided on the same since then.
        """
        with said_of(self.path), self._writing() as connection, connection.begin():
            return keep_decision(connection, decision, seen)

    def withdraw(self, number: int, *, by: str, at: str, reasons: Iterable[str] = (), seen: int | None = None) -> None:
        """Withdraw a decision; it stays in the store.

        Raises:
            ConflictError: as by ``decide``.
            StoreError: there is none of this number, or it is withdrawn already.
        """
        with said_of(self.path), self._writing() as connection, connection.begin():
            if not keep_withdrawal(connection, number, by=by, at=at, reasons=reasons, seen=seen):
                raise StoreError(f"{self.path}: no decision {number} to withdraw")

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
            last = connection.execute(select(func.coalesce(func.max(readings.c.number), 0))).scalar_one()
            return last, last_number(connection)

    def _writing(self) -> Connection:
        return self._engine.connect().execution_options(hudna_writes=True)

    def _digests(self, key: str) -> list[str]:
        """Return the digests of the articles meant by an id, else by the first digits of a digest."""
        queries = [select(articles.c.digest).where(articles.c.id == key)]
        if len(key) >= MIN_DIGEST_DIGITS:
            queries.append(select(articles.c.digest).where(articles.c.digest.startswith(key, autoescape=True)))
        with said_of(self.path), self._engine.connect() as connection:
            for query in queries:
                found = list(connection.execute(query.order_by(articles.c.number)).scalars())
                if found:
                    return found
        return []

    @staticmethod
    def _has_article(connection: Connection, digest: str) -> bool:
        return connection.execute(select(articles.c.number).where(articles.c.digest == digest)).first() is not None

    @staticmethod
    def _has_reading(connection: Connection, digest: str, reader: Reader) -> bool:
        query = select(readings.c.number).where(
            readings.c.article == digest,
            readings.c.reader_version == reader.version,
            readings.c.reader_digest == reader.digest,
        )
        return connection.execute(query).first() is not None


def _article_row(article: Article, at: str) -> dict[str, str | None]:
    return {
        "digest": article.digest,
        "id": article.id,
        "source": article.source,
        "url": article.url,
        "title": article.title,
        "author": article.author,
        "language": article.language,
        "genre": article.genre.value,
        "published": published_to_line(article.published),
        "text": article.text,
        "added_at": at,
    }


def _article(row: Row[tuple[object, ...]]) -> Article:
    return Article(
        id=row.id,
        text=row.text,
        title=row.title,
        source=row.source,
        url=row.url,
        published=published_from_line(row.published),
        author=row.author,
        language=row.language,
        genre=Genre(row.genre),
        digest=row.digest,
    )
