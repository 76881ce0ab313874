"""The record put together in its store."""

from functools import cache
from typing import TYPE_CHECKING

import hudna
from hudna.desk.reader import pipeline
from hudna.record.kept import FORM

if TYPE_CHECKING:
    from hudna.store import Store


@cache
def maker() -> str:
    """Return what names this program with its tables: what another one has put together counts for nothing."""
    return f"{hudna.__version__} {pipeline().reader.digest} {FORM}"


def put_together(store: "Store", *, jobs: int = 1) -> tuple[int, int]:
    """Put a store's record together, as far as it is not, and return the ``stamp`` of what it is made of.

    More than one of ``jobs`` (processes) share in it where most of the record is new; a script that asks for that needs
    its ``if __name__ == "__main__":``. What comes of it is the same.

    Raises:
        StoreError: the store can't be written, and something has to be.
    """
    stamp = store.merged_stamp(maker())
    if stamp is None or stamp != store.stamp():
        store.merge(maker(), jobs=jobs)
        stamp = store.merged_stamp(maker())
    assert stamp is not None
    return stamp
