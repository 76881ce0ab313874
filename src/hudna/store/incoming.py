"""Readings on their way into a store: made ready by whoever read them, written many at a time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from sqlalchemy import Connection

from hudna.model import Article, Published, Reader, Reading
from hudna.model.wire import published_to_line, to_line
from hudna.record.findable import Findable
from hudna.record.summary import Summary
from hudna.store import rows
from hudna.store.search import drop_findables, keep_findables
from hudna.store.summaries import Summarised, keep_summaries
from hudna.store.tables import articles, readings
from hudna.store.writing import next_number, write_rows

_READING: Final = ("number", "article", "reader_version", "reader_digest", "line", "read_at", "published")


class Added(StrEnum):
    """What came of adding an article."""

    NEW = "new"
    READ_AGAIN = "read_again"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Ready:
    """A reading as it is written: its line, what search finds of it, and what merging needs of it where that is known."""

    digest: str
    reader: Reader
    line: str
    findables: tuple[Findable, ...] = ()
    summary: Summary | None = None


class Incoming(NamedTuple):
    """An article as received, a reading of it, and the time of that, ISO in UTC."""

    article: Article
    ready: Ready
    at: str


def make_ready(reading: Reading, findables: Iterable[Findable] = (), summary: Summary | None = None) -> Ready:
    """Return a reading as it is written."""
    return Ready(reading.article.digest, reading.reader, to_line(reading), tuple(findables), summary)


def keep_all(connection: Connection, incoming: Iterable[Incoming]) -> list[Added]:
    """Write articles and readings, as far as they are not there, and return what came of each."""
    incoming = list(incoming)
    known = rows.articles_of(connection, [each.article.digest for each in incoming])
    added: list[Added] = []
    new: dict[str, Incoming] = {}
    for each in incoming:
        digest = each.article.digest
        if digest not in known and digest not in new:
            new[digest] = each
            added.append(Added.NEW)
            continue
        if digest in new:
            _keep_new(connection, list(new.values()))
            known |= {key: one.article for key, one in new.items()}
            new = {}
        added.append(_keep_known(connection, known[digest], each))
        known |= rows.articles_of(connection, [digest])
    _keep_new(connection, list(new.values()))
    return added


def _keep_new(connection: Connection, incoming: Sequence[Incoming]) -> None:
    """Write articles that are not there."""
    if not incoming:
        return
    first_article, first_reading = next_number(connection, articles), next_number(connection, readings)
    rows.keep_articles(connection, first_article, [(each.article, each.at) for each in incoming])
    _keep_readings(connection, first_reading, [(each, each.article.published) for each in incoming])
    summaries = []
    for place, each in enumerate(incoming):
        if each.ready.summary is not None:
            summaries.append(Summarised(first_article + place, first_reading + place, each.ready.summary))
    keep_summaries(connection, summaries)
    keep_findables(connection, [found for each in incoming for found in each.ready.findables])


def _keep_known(connection: Connection, known: Article, incoming: Incoming) -> Added:
    """Write what is new about an article that is there: its day, and the reading."""
    article, ready, at = incoming
    rows.keep_day(connection, known, article.published, at)
    published = rows.articles_of(connection, [article.digest])[article.digest].published
    if rows.has_reading(connection, article.digest, ready.reader, published):
        return Added.KNOWN
    _keep_readings(connection, next_number(connection, readings), [(incoming, published)])
    drop_findables(connection, article.digest)
    keep_findables(connection, ready.findables)
    return Added.READ_AGAIN


def _keep_readings(connection: Connection, first: int, incoming: Iterable[tuple[Incoming, Published]]) -> None:
    """Write readings by their numbers, the ``first`` and those that follow, with the day each was read with."""
    written = [
        (
            number,
            each.article.digest,
            each.ready.reader.version,
            each.ready.reader.digest,
            each.ready.line,
            each.at,
            published_to_line(published),
        )
        for number, (each, published) in enumerate(incoming, start=first)
    ]
    write_rows(connection, readings, _READING, written)
