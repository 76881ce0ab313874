"""The same work by several processes, results in the order of the input, a bounded number of articles in memory."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final, TypeVar

from hudna.model import Article, HudnaError

if TYPE_CHECKING:
    from concurrent.futures import Future

CHUNK_ARTICLES: Final = 32
CHUNK_CHARS: Final = 200_000
CHUNKS_A_PROCESS: Final = 3  # enough for a process never to wait for the next chunk

Made = TypeVar("Made")
Other = TypeVar("Other")


def read_in_order(
    found: Iterable[Article | Other], read: Callable[[Article], Made], jobs: int
) -> Iterator[Made | Other]:
    """Yield what ``read`` makes of every article, and everything that is none as it is, in the order found.

    ``read`` must be a module's function. No more than ``jobs * CHUNKS_A_PROCESS`` chunks are held at a time.

    Raises:
        HudnaError: a process died.
    """
    # Loaded where processes are started: one process alone begins sooner without.
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    pool = ProcessPoolExecutor(max_workers=jobs)
    waiting: deque[Future[list[Made | Other]]] = deque()
    try:
        for chunk in in_chunks(found):
            waiting.append(pool.submit(_read_chunk, chunk, read))
            while len(waiting) >= jobs * CHUNKS_A_PROCESS:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise HudnaError("a reading process died; the articles after the last one given out are not read") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _read_chunk(chunk: list[Article | Other], read: Callable[[Article], Made]) -> list[Made | Other]:
    return [read(each) if isinstance(each, Article) else each for each in chunk]


def in_chunks(found: Iterable[Article | Other]) -> Iterator[list[Article | Other]]:
    """Yield what is found as many articles at a time as are handed to a process at once."""
    chunk: list[Article | Other] = []
    chars = 0
    for each in found:
        chunk.append(each)
        chars += len(each.text) if isinstance(each, Article) else 0
        if len(chunk) >= CHUNK_ARTICLES or chars >= CHUNK_CHARS:
            yield chunk
            chunk, chars = [], 0
    if chunk:
        yield chunk
