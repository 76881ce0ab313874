"""Reading what is kept once more, with the reader of today."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hudna.desk.keeping import now_in_utc, read_to_keep
from hudna.desk.reader import pipeline
from hudna.model import Article
from hudna.reading.parallel import read_in_order
from hudna.record.changes import Change, changes_between

if TYPE_CHECKING:
    from hudna.store import Ready, Store


@dataclass(frozen=True, slots=True)
class Reread:
    """An article that was read again, and what that changed."""

    article: Article
    changes: tuple[Change, ...]


def reread(store: "Store", *, jobs: int = 1, now: Callable[[], dt.datetime] = now_in_utc) -> Iterator[Reread]:
    """Read every article that this program's reader has not read yet, and yield what changed.

    The readings before stay. Decisions go to the records that rest on the same words; ``orphans`` has the rest. Nothing is
    read but while the iterator is used.

    Raises:
        StoreError: the store can't be written; everything yielded before is in it.
    """
    from hudna.store import Incoming

    reader = pipeline().reader
    pending = (article for article in list(store.articles()) if not store.has(article, reader))
    results: Iterator[Ready]
    results = read_in_order(pending, read_to_keep, jobs) if jobs > 1 else map(read_to_keep, pending)
    for ready in results:
        before = store.reading(ready.digest)
        article = store.article(ready.digest)
        assert article is not None, ready.digest
        store.add_all([Incoming(article, ready, now().isoformat(timespec="seconds"))])
        after = store.reading(ready.digest)
        changes = () if before is None or after is None else tuple(changes_between(before, after))
        yield Reread(article, changes)
