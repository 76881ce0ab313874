"""How adding and merging grow with the number of articles: `python -m bench.growth --sizes 250,1000,4000`.

The articles are made of those of the news file, by a seed: paragraphs drawn within one section and week, as many as a
real article has; as many near-copies of earlier articles, by another outlet and less a paragraph, as the file has.
"""

import argparse
import json
import random
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

from bench.articles import find_corpus, load_articles
from hudna import desk
from hudna.model import Article

SEED = 20180218
LONG = 60  # characters from which a paragraph tells one article from another
ALIKE = 0.5  # share of an article's long paragraphs that stand in one before it, from which it is a near-copy


def paragraphs_of(article: Article) -> list[str]:
    """Return the paragraphs of an article."""
    return [line.strip() for line in article.text.split("\n") if line.strip()]


def copy_rate(articles: Sequence[Article]) -> float:
    """Return the share of articles that are near-copies of earlier ones."""
    seen: set[str] = set()
    copies = 0
    for article in articles:
        long = [each for each in paragraphs_of(article) if len(each) >= LONG]
        copies += bool(long) and sum(each in seen for each in long) >= ALIKE * len(long)
        seen.update(long)
    return copies / len(articles)


def resampled(articles: Sequence[Article], count: int, rate: float) -> Iterator[Article]:
    """Yield so many articles made of the paragraphs of others; the first of a longer run are those of a shorter one."""
    chance = random.Random(SEED)
    groups: dict[object, list[Article]] = defaultdict(list)
    for article in articles:
        groups[_topic_and_week(article)].append(article)
    made: dict[object, list[Article]] = defaultdict(list)
    for number in range(count):
        model = chance.choice(articles)
        key = _topic_and_week(model)
        if made[key] and chance.random() < rate:
            text = paragraphs_of(chance.choice(made[key]))
            text.pop(chance.randrange(len(text)))
            text = text or paragraphs_of(model)
        else:
            text = [chance.choice(paragraphs_of(chance.choice(groups[key]))) for _ in paragraphs_of(model)]
        article = replace(model, id=f"made-{number}", url=None, source=f"outlet {number % 12}", text="\n".join(text))
        made[key].append(article)
        yield article


def _topic_and_week(article: Article) -> tuple[str, object]:
    day = article.published.earliest
    return article.id.rsplit("-", 2)[0], day and day.isocalendar()[:2]


def measure(path: Path, articles: list[Article], jobs: int) -> dict[str, float]:
    """Return what it takes to add articles to a store and to make its record, and the memory of the latter."""
    source = path.with_suffix(".jsonl")
    with source.open("w", encoding="utf-8") as lines:
        for article in articles:
            day = article.published.earliest
            known = {"id": article.id, "source": article.source, "published": day and day.isoformat()}
            lines.write(json.dumps(known | {"title": article.title, "text": article.text}, ensure_ascii=False) + "\n")
    start = time.perf_counter()
    with desk.open_store(path, create=True) as store:
        for _ in desk.add(store, [source], jobs=jobs):
            pass
    added = time.perf_counter() - start
    with get_context("spawn").Pool(1) as pool:
        events, made, again, mebibytes = pool.apply(record_of, (path,))
    return {
        "articles": len(articles),
        "add_seconds": round(added, 1),
        "events": events,
        "record_seconds": round(made, 1),
        "record_again_seconds": round(again, 2),
        "record_peak_MiB": round(mebibytes),
        "store_MB": round(path.stat().st_size / 1e6, 1),
    }


def record_of(path: Path) -> tuple[int, float, float, float]:
    """Return the events of a store's record, the processor time to make it and to make it again, the peak memory."""
    with desk.open_store(path) as store:
        keeper = desk.RecordKeeper(store)
        times = []
        for _ in range(2):
            start = time.process_time()
            record = keeper.now()
            times.append(time.process_time() - start)
    return len(record.events), times[0], times[1], resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    """Measure and print a row a size."""
    parser = argparse.ArgumentParser(prog="python -m bench.growth", description=__doc__)
    parser.add_argument("--sizes", default="250,1000,4000", help="numbers of articles, with commas between")
    parser.add_argument("--jobs", type=int, default=2, help="processes that read")
    given = parser.parse_args()
    corpus = find_corpus()
    articles = load_articles(corpus, None)
    rate = copy_rate(articles)
    print(json.dumps({"corpus": corpus.path.name, "articles": len(articles), "near_copies": round(rate, 4)}))
    with tempfile.TemporaryDirectory() as folder:
        for size in map(int, given.sizes.split(",")):
            made = list(resampled(articles, size, rate))
            print(json.dumps(measure(Path(folder) / f"{size}.sqlite", made, given.jobs)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
