"""Keeping articles: what comes into a store."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from hudna.desk.reader import NO_OPTIONS, AnyPath, find, pipeline, read_article
from hudna.intake import Options, Refusal
from hudna.model import Article, PublishedBasis, Reading
from hudna.reading.parallel import read_in_order
from hudna.record.findable import Findable, findables_of
from hudna.record.summary import Summary, summary_of

if TYPE_CHECKING:
    from hudna.store import Added, Store


def open_store(path: AnyPath, *, create: bool = False) -> "Store":
    """Return the store in a file, made if it is not there and ``create`` says so; close it, or use it in ``with``.

    Raises:
        StoreError: it is missing, no store, of a newer version, or locked.
    """
    from hudna.store import Store

    return Store(Path(path), create=create)


@dataclass(frozen=True, slots=True)
class Kept:
    """What is made of an article before it is kept; by several processes, for it takes all the time."""

    reading: Reading
    findables: tuple[Findable, ...]
    summary: Summary


@dataclass(frozen=True, slots=True)
class AddedArticle:
    """An article and what came of adding it."""

    article: Article
    added: "Added"


def now_in_utc() -> dt.datetime:
    """Return the time."""
    return dt.datetime.now(dt.UTC)


def add(
    store: "Store",
    paths: Iterable[AnyPath],
    options: Options = NO_OPTIONS,
    *,
    jobs: int = 1,
    now: Callable[[], dt.datetime] = now_in_utc,
) -> Iterator[AddedArticle | Refusal]:
    """Read articles into the store, one transaction each, and yield what came of each in order of input.

    What this reader has read before is not read again. Nothing is added but while the iterator is used.

    Raises:
        StoreError: the store can't be written; everything yielded before is in it.
    """
    from hudna.store import Added

    reader = pipeline().reader
    received: dict[str, Article] = {}

    def pending() -> Iterator[Article | Refusal | AddedArticle]:
        for each in find(paths, options):
            if isinstance(each, Refusal):
                yield each
            elif each.digest in received or store.has(each, reader):
                yield AddedArticle(each, Added.KNOWN)
            else:
                received[each.digest] = each
                yield _with_known_day(store, each)

    results: Iterator[Kept | Refusal | AddedArticle]
    if jobs > 1:
        results = read_in_order(pending(), read_to_keep, jobs)
    else:
        results = (read_to_keep(each) if isinstance(each, Article) else each for each in pending())
    for result in results:
        if isinstance(result, Kept):
            article = received.pop(result.reading.article.digest)
            at = now().isoformat(timespec="seconds")
            yield AddedArticle(article, _keep(store, article, result, at))
        else:
            yield result


def _with_known_day(store: "Store", article: Article) -> Article:
    """Return an article with the day that the store has for it, if it has one."""
    known = store.article(article.digest)
    if known is None or known.published.basis is PublishedBasis.UNKNOWN:
        return article
    return replace(article, published=known.published)


def read_to_keep(article: Article) -> Kept:
    """Return all that is made of an article before it is kept."""
    reading = read_article(article)
    language = pipeline().pack.search
    return Kept(reading, tuple(findables_of(reading, language)) if language else (), summary_of(reading))


def _keep(store: "Store", article: Article, kept: Kept, at: str) -> "Added":
    return store.add(article, kept.reading, at=at, findables=kept.findables, summary=kept.summary)
