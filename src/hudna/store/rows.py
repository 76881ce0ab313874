"""Articles and readings as rows."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import Connection, Select, insert, select
from sqlalchemy.engine import Row

from hudna.model import Article, Genre, Published, PublishedBasis, Reader
from hudna.model.wire import published_from_line, published_to_line
from hudna.store.summaries import chunks
from hudna.store.tables import articles, later_days, readings
from hudna.store.writing import write_rows

AT_ONCE: Final = 64


def keep_articles(connection: Connection, first: int, received: Iterable[tuple[Article, str]]) -> None:
    """Write articles as they were received, by their numbers, the ``first`` and those that follow, each with its time."""
    written = [
        (
            number,
            article.digest,
            article.id,
            article.source,
            article.url,
            article.title,
            article.author,
            article.language,
            article.genre.value,
            published_to_line(article.published),
            article.text,
            at,
        )
        for number, (article, at) in enumerate(received, start=first)
    ]
    write_rows(connection, articles, tuple(articles.c.keys()), written)


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


def articles_of(connection: Connection, digests: Iterable[str]) -> dict[str, Article]:
    """Return articles by their digests as they were received, each with the first day that it came with."""
    query = _articles()
    return {
        row.digest: _article(row)
        for some in chunks(digests)
        for row in connection.execute(query.where(articles.c.digest.in_(some)))
    }


def article_of(connection: Connection, digest: str) -> Article | None:
    """Return an article as by ``articles_of``; None if it is not there."""
    return articles_of(connection, [digest]).get(digest)


def all_articles(connection: Connection) -> Iterator[Article]:
    """Yield all articles as by ``articles_of``, in the order they were added."""
    query = _articles().order_by(articles.c.number)
    for row in connection.execute(query, execution_options={"yield_per": AT_ONCE}):
        yield _article(row)


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
