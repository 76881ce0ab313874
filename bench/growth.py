"""How adding and merging grow with the number of articles: `python -m bench.growth --sizes 250,1000,4000`.

The articles are made of those of the news file (`bench.resample`) and read: more of the same weeks a size, or, with
`--longer`, one record that gets longer and is put together at each size; with `--rebased STORE`, a store into which
the file was added, they are not read again: their readings are put together of those in that store.
"""

import argparse
import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from bench.articles import find_corpus, load_articles
from bench.resample import Made, Rebased, copy_rate, denser, longer
from hudna import desk
from hudna.desk.reader import searching
from hudna.model import Article, Reading
from hudna.reading.parallel import CHUNK_ARTICLES
from hudna.record.findable import findables_of
from hudna.record.summary import summary_of
from hudna.store import Incoming, make_ready

Row = dict[str, float]
TOTALS = ("add_cpu_seconds", "merge_cpu_seconds")  # of all articles so far
AT = "2018-04-30T00:00:00+00:00"


def read_anew(path: Path, articles: Iterable[Article], jobs: int) -> None:
    """Read articles into a new store."""
    source = path.with_suffix(".jsonl")
    with source.open("w", encoding="utf-8") as lines:
        for article in articles:
            day = article.published.earliest
            known = {"id": article.id, "source": article.source, "published": day and day.isoformat()}
            lines.write(json.dumps(known | {"title": article.title, "text": article.text}, ensure_ascii=False) + "\n")
    with desk.open_store(path, create=True) as store:
        for _ in desk.add(store, [source], jobs=jobs):
            pass


def rebased(path: Path, made: Iterable[Made], readings: Rebased) -> None:
    """Put articles with readings that were made of others into a new store."""
    language = searching()
    with desk.open_store(path, create=True) as store:
        incoming = []
        for each in made:
            reading = readings.reading(each)
            ready = make_ready(reading, findables_of(reading, language), summary_of(reading))
            incoming.append(Incoming(reading.article, ready, AT))
            if len(incoming) == CHUNK_ARTICLES:
                store.add_all(incoming)
                incoming = []
        store.add_all(incoming)


def merged(path: Path) -> tuple[int, float, float]:
    """Return the events of a store, the processor seconds to put its record together, and the peak memory in MiB."""
    start = time.process_time()
    with desk.open_store(path) as store:
        desk.put_together(store)
        taken = time.process_time() - start
        events = len(desk.Boards(store).now().lines)
    return events, taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(path: Path, count: int, added: float) -> Row:
    """Return what it took to add articles to a store, and what it takes to put the record together."""
    with get_context("spawn").Pool(1) as pool:
        events, taken, mebibytes = pool.apply(merged, (path,))
    return {
        "articles": count,
        "add_cpu_seconds": round(added, 1),
        "events": events,
        "merge_cpu_seconds": round(taken, 1),
        "merge_ms_an_article": round(1000 * taken / count, 2),
        "merge_peak_MiB": round(mebibytes),
        "store_MB": round(path.stat().st_size / 1e6, 1),
    }


def _processor_seconds() -> float:
    """Return the processor time of this process and of those it has waited for."""
    return sum(
        used.ru_utime + used.ru_stime
        for used in (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    )


def corpus_of(store: Path | None) -> tuple[list[Article], Iterator[Reading]]:
    """Return the articles of the news file, those of a store with their readings where one is given."""
    if store is None:
        return load_articles(find_corpus(), None), iter(())
    with desk.open_store(store) as opened:
        return list(opened.articles()), opened.readings()


def grown(given: argparse.Namespace, articles: Sequence[Article], cut: Rebased | None, folder: Path) -> Iterator[Row]:
    """Yield a row a size: each of a store of its own, or all of one that gets longer, with what it took so far."""
    rate = copy_rate(articles)
    before: Row | None = None
    for size in map(int, given.sizes.split(",")):
        path = folder / ("longer.sqlite" if given.longer else f"{size}.sqlite")
        done = int(before["articles"]) if before and given.longer else 0
        made = islice((longer if given.longer else denser)(articles, size, rate), done, None)
        start = _processor_seconds()
        if cut is None:
            read_anew(path, (each.article for each in made), given.jobs)
        else:
            rebased(path, made, cut)
        row = measure(path, size - done, _processor_seconds() - start)
        if before and given.longer:
            row |= {name: round(row[name] + before[name], 1) for name in TOTALS}
        before = row | {"articles": size}
        yield before


def main() -> int:
    """Measure and print a row a size."""
    parser = argparse.ArgumentParser(prog="python -m bench.growth", description=__doc__)
    parser.add_argument("--sizes", default="250,1000,4000", help="numbers of articles, with commas between")
    parser.add_argument("--longer", action="store_true", help="make one record longer, not the same weeks denser")
    parser.add_argument("--jobs", type=int, default=2, help="processes that read")
    parser.add_argument("--rebased", type=Path, help="a store with the news file, whose readings are used")
    parser.add_argument("--keep", type=Path, help="a folder in which the stores stay")
    given = parser.parse_args()
    articles, readings = corpus_of(given.rebased)
    told = {"articles": len(articles), "near_copies": round(copy_rate(articles), 4)}
    print(json.dumps(told | {"rebased": bool(given.rebased), "longer": given.longer}))
    cut = Rebased(readings) if given.rebased else None
    with tempfile.TemporaryDirectory() as folder:
        for row in grown(given, articles, cut, given.keep or Path(folder)):
            print(json.dumps(row), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
