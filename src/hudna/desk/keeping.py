"""Keeping articles: what comes into a store."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hudna.desk.reader import NO_OPTIONS, AnyPath, find, pipeline, read_article
from hudna.intake import Options, Refusal
from hudna.model import Article
from hudna.reading.parallel import CHUNK_ARTICLES, in_chunks, read_in_order
from hudna.record.findable import findables_of
from hudna.record.summary import summary_of

if TYPE_CHECKING:
    from hudna.store import Added, Ready, Store

_WAITING_CHARS: Final = 4_000_000  # of the lines of readings, beyond which they are written


def open_store(path: AnyPath, *, create: bool = False) -> "Store":
    """Return the store in a file, made if it is not there and ``create`` says so; close it, or use it in ``with``.

    Raises:
        StoreError: it is missing, no store, of a newer version, or locked.
    """
    from hudna.store import Store

    return Store(Path(path), create=create)


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
    """Read articles into the store, a few in one transaction, and yield what came of each in order of input.

    What this reader has read before is not read again. Nothing is added but while the iterator is used.

    Raises:
        StoreError: the store can't be written; everything yielded before is in it.
    """
    received: dict[str, Article] = {}
    pending = _pending(store, find(paths, options), received)
    results: Iterator[Ready | Refusal | AddedArticle]
    if jobs > 1:
        results = read_in_order(pending, read_to_keep, jobs)
    else:
        results = (read_to_keep(each) if isinstance(each, Article) else each for each in pending)
    waiting: list[Ready | Refusal | AddedArticle] = []
    chars = 0
    for result in results:
        waiting.append(result)
        chars += 0 if isinstance(result, Refusal | AddedArticle) else len(result.line)
        if len(waiting) >= CHUNK_ARTICLES or chars >= _WAITING_CHARS:
            yield from _kept(store, waiting, received, now)
            waiting, chars = [], 0
    yield from _kept(store, waiting, received, now)


def _pending(
    store: "Store", found: Iterable[Article | Refusal], received: dict[str, Article]
) -> Iterator[Article | Refusal | AddedArticle]:
    """Yield the articles to read, which are put among those received, and of everything else what came of it."""
    from hudna.store import Added

    reader = pipeline().reader
    for some in in_chunks(found):
        unread = store.unread([each for each in some if isinstance(each, Article)], reader)
        for each in some:
            if isinstance(each, Refusal):
                yield each
            elif each.digest in received or each.digest not in unread:
                yield AddedArticle(each, Added.KNOWN)
            else:
                received[each.digest] = each
                yield unread.pop(each.digest)


def _kept(
    store: "Store",
    waiting: Iterable["Ready | Refusal | AddedArticle"],
    received: dict[str, Article],
    now: Callable[[], dt.datetime],
) -> Iterator[AddedArticle | Refusal]:
    """Write what was read, and yield what came of everything that waited for it."""
    from hudna.store import Incoming

    at = now().isoformat(timespec="seconds")
    incoming = [
        Incoming(received.pop(each.digest), each, at)
        for each in waiting
        if not isinstance(each, Refusal | AddedArticle)
    ]
    added = zip(incoming, store.add_all(incoming), strict=True)
    for each in waiting:
        if isinstance(each, Refusal | AddedArticle):
            yield each
        else:
            one, what = next(added)
            yield AddedArticle(one.article, what)


def read_to_keep(article: Article) -> "Ready":
    """Return all that is made of an article before it is kept; by several processes, for it takes most of the time."""
    from hudna.store import make_ready

    reading = read_article(article)
    language = pipeline().pack.search
    return make_ready(reading, findables_of(reading, language) if language else (), summary_of(reading))
