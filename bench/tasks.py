"""What is measured, each as a function that returns plain values."""

import gc
import json
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from bench.articles import Corpus, article_of_size, count_articles
from bench.measure import Run, median_seconds, run_program
from hudna.desk import pipeline
from hudna.model import Article, Field
from hudna.model.wire import to_line
from hudna.text import fold
from hudna.text.tokens import find_tokens

SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
SLOWEST = 12
PROGRAM_RUNS = 3
MAX_SECONDS = 120  # of one run of the scaling table; what would take longer is left out, and said to be


def bare_pass(articles: Sequence[Article]) -> int:
    """Fold and tokenise, nothing else; return the number of tokens."""
    count = 0
    for article in articles:
        for field in (Field.TITLE, Field.TEXT):
            count += len(find_tokens(fold(article.field(field)), field)[0])
    return count


def whole_reading(articles: Sequence[Article]) -> None:
    """Read and print, output thrown away."""
    reader = pipeline()
    for article in articles:
        to_line(reader.read(article))


def throughput(articles: Sequence[Article]) -> dict[str, Any]:
    """Return articles a second in process, beside the bare pass in the same rounds."""
    bare, whole = median_seconds(lambda: bare_pass(articles), lambda: whole_reading(articles))
    return {
        "articles": len(articles),
        "tokens_an_article": round(bare_pass(articles) / len(articles)),
        "bare_articles_per_second": round(len(articles) / bare, 1),
        "articles_per_second": round(len(articles) / whole, 1),
        "ratio_to_bare": round(whole / bare, 2),
    }


def stages(articles: Sequence[Article]) -> list[dict[str, Any]]:
    """Return the slowest stages of one pass, with the share each takes."""
    reader = pipeline()
    taken: defaultdict[str, float] = defaultdict(float)
    for article in articles:
        last = time.perf_counter()

        def watch(name: str) -> None:
            nonlocal last
            now = time.perf_counter()
            taken[name] += now - last
            last = time.perf_counter()

        reading = reader.read(article, watch=watch)
        last = time.perf_counter()
        to_line(reading)
        watch("to_line")
    whole = sum(taken.values())
    slowest = sorted(taken.items(), key=lambda item: -item[1])[:SLOWEST]
    return [
        {"stage": name, "ms_an_article": round(1000 * seconds / len(articles), 3), "share": round(seconds / whole, 3)}
        for name, seconds in slowest
    ]


def program(corpus: Corpus, articles: Sequence[Article], pythons: Sequence[str]) -> list[dict[str, Any]]:
    """Return what `hudna read` takes as a program: the first reading, then the whole file, on one core.

    ``pythons`` are the interpreters of the environments in which hudna is installed; they take turns.
    """
    arguments = ["-m", "hudna", "read", "--format", "jsonl", "--jobs", "1"]
    with tempfile.TemporaryDirectory() as folder:
        one = Path(folder) / "one.jsonl"
        article = articles[0]
        known = {"id": article.id, "title": article.title, "text": article.text}
        one.write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")

        def read(python: str, path: Path) -> Run:
            return run_program([*arguments, str(path)], Path(folder) / "bytecode", python)

        starts = median_seconds(*(partial(read, python, one) for python in pythons))
        small = [read(python, one) for python in pythons]
        rounds = [[read(python, corpus.path) for python in pythons] for _ in range(PROGRAM_RUNS)]
    count = count_articles(corpus)
    rows: list[dict[str, Any]] = []
    for number, python in enumerate(pythons):
        runs = [each[number] for each in rounds]
        seconds = median(run.seconds for run in runs)
        rows.append(
            {
                "python": python,
                "cold_start_seconds": round(starts[number], 2),
                "memory_of_one_article_mib": round(small[number].peak_mib),
                "articles": count,
                "seconds": round(seconds, 1),
                "articles_per_second": round(count / seconds, 1),
                "peak_memory_mib": round(max(run.peak_mib for run in runs)),
                "status": max(run.status for run in runs),
            }
        )
    return rows


def scaling(largest: int) -> list[dict[str, Any]]:
    """Return the time of one text by its size; the time per kB should not grow.

    A size that would take too long, going by the growth before it, has no time.
    """
    rows: list[dict[str, Any]] = []
    whole_reading([article_of_size(SIZES[0])])
    for size in (size for size in SIZES if size <= largest):
        if _next_seconds(rows) > MAX_SECONDS:
            rows.append({"bytes": size, "seconds": None, "ms_per_kB": None})
            continue
        article = article_of_size(size)
        gc.collect()
        times = []
        for _ in range(3 if size <= 100_000 else 1):
            start = time.perf_counter()
            whole_reading([article])
            times.append(time.perf_counter() - start)
        seconds = median(times)
        rows.append({"bytes": size, "seconds": round(seconds, 4), "ms_per_kB": round(seconds * 1e6 / size, 3)})
    return rows


def _next_seconds(rows: Sequence[dict[str, Any]]) -> float:
    times = [row["seconds"] for row in rows[-2:]]
    if len(times) < 2 or None in times:
        return 0 if len(times) < 2 else float("inf")
    return float(times[1] * times[1] / times[0])
