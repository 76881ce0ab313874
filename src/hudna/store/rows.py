"""Articles and readings as rows."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import Connection, Select, insert, select
from sqlalchemy.engine import Row

from hudna.model import Article, Genre, Published, PublishedBasis, Reader, Reading
from hudna.model.wire import published_from_line, published_to_line, to_line
from hudna.store.tables import articles, later_days, readings

AT_ONCE: Final = 64


def keep_article(connection: Connection, article: Article, at: str) -> None:
    """Write an article as it was received."""
    row = {
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
    connection.execute(insert(articles).values(row))


def keep_day(connection: Connection, known: Article, published: Published, at: str) -> None:
    """Write a day of publication that an article comes with, if it is one that is not known."""
    if is_new_day(connection, known, published):
        row = {"article": known.digest, "published": published_to_line(published), "added_at": at}
        connection.execute(insert(later_days).values(row))


def is_new_day(connection: Connection, known: Article, published: Published) -> bool:
    """Return whether an article that is there comes with a day that it was never known to have."""
    if published.basis is PublishedBasis.UNKNOWN or _days(published) == _days(known.published):
        return False
    query = select(later_days.c.published).where(later_days.c.article == known.digest)
    later = (published_from_line(line) for line in connection.execute(query).scalars())
    return all(_days(published) != _days(each) for each in later)


def article_of(connection: Connection, digest: str) -> Article | None:
    """Return an article as it was received, with the first day that it came with; None if it is not there."""
    row = connection.execute(_articles().where(articles.c.digest == digest)).one_or_none()
    return None if row is None else _article(row)


def all_articles(connection: Connection) -> Iterator[Article]:
    """Yield all articles as by ``article_of``, in the order they were added."""
    query = _articles().order_by(articles.c.number)
    for row in connection.execute(query, execution_options={"yield_per": AT_ONCE}):
        yield _article(row)


def number_of(connection: Connection, digest: str) -> int:
    """Return the number of an article that is there."""
    number: int = connection.execute(select(articles.c.number).where(articles.c.digest == digest)).scalar_one()
    return number


def keep_reading(connection: Connection, reading: Reading, published: Published, at: str) -> int:
    """Write a reading of an article that is there, and return its number; ``published`` is the day it was read with."""
    row = {
        "article": reading.article.digest,
        "reader_version": reading.reader.version,
        "reader_digest": reading.reader.digest,
        "line": to_line(reading),
        "read_at": at,
        "published": published_to_line(published),
    }
    number: int = connection.execute(insert(readings).values(row).returning(readings.c.number)).scalar_one()
    return number


def has_reading(connection: Connection, digest: str, reader: Reader, published: Published) -> bool:
    """Return whether a reader has read an article with this day."""
    query = select(readings.c.number).where(
        readings.c.article == digest,
        readings.c.reader_version == reader.version,
        readings.c.reader_digest == reader.digest,
        readings.c.published == published_to_line(published),
    )
    return connection.execute(query).first() is not None


def _articles() -> Select[Any]:
    later = (
        select(later_days.c.published)
        .where(later_days.c.article == articles.c.digest)
        .order_by(later_days.c.number)
        .limit(1)
        .scalar_subquery()
    )
    return select(articles, later.label("later"))


def _article(row: Row[Any]) -> Article:
    received = as_received(row)
    if received.published.basis is PublishedBasis.UNKNOWN and row.later is not None:
        return replace(received, published=published_from_line(row.later))
    return received


def as_received(row: Row[Any]) -> Article:
    """Return the article of a row of ``articles`` with the day that it came in with."""
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


def _days(published: Published) -> tuple[object, object]:
    return published.earliest, published.latest
