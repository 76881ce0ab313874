"""`python -m bench.dates`: our times beside dateparser's, on the same articles in one run.

What is right is known where an article prints a weekday and a date together (`eval.dates_news`): found is a time on
that place, right one with that day. dateparser comes with trafilatura; its search reads Arabic as a language.
"""

import argparse
import datetime as dt
import json
import sys
import time
import warnings
from collections.abc import Callable
from typing import Any

from bench.articles import find_corpus
from bench.measure import use_one_core
from eval.dates_news import Pair, find_pairs
from hudna import dates

Search = Callable[[str, dt.date], list[tuple[int, int, dt.date | None]]]


def ours(text: str, on: dt.date) -> list[tuple[int, int, dt.date | None]]:
    """Return our times with their first day."""
    return [(each.start, each.end, each.earliest) for each in dates.find(text, on=on)]


def theirs(text: str, on: dt.date) -> list[tuple[int, int, dt.date | None]]:
    """Return dateparser's times; it gives words without their place, which are looked for in order."""
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": dt.datetime(on.year, on.month, on.day), "PREFER_DATES_FROM": "past"}  # noqa: DTZ001
    found, place = [], 0
    for words, moment in search_dates(text, languages=["ar"], settings=settings) or ():
        start = text.find(words, place)
        if start >= 0:
            place = start + len(words)
            found.append((start, place, moment.date()))
    return found


def measure(name: str, search: Search, pairs: list[Pair]) -> dict[str, Any]:
    """Return what a search finds of the known times, and how long it takes."""
    articles = {pair.article["id"]: pair for pair in pairs}
    seconds = float("inf")
    for _ in range(2):  # whatever is loaded or remembered first is not measured
        began = time.perf_counter()
        results = {key: search(pair.article["text"], pair.published) for key, pair in articles.items()}
        seconds = min(seconds, time.perf_counter() - began)
    found = right = 0
    for pair in pairs:
        start, end = pair.match.span()
        here = [each for each in results[pair.article["id"]] if each[0] < end and each[1] > start]
        found += bool(here)
        right += any(day == pair.day for _, _, day in here)
    every = sum(map(len, results.values()))
    ms = round(1000 * seconds / len(articles), 2)
    return {
        "name": name,
        "known": len(pairs),
        "found": found,
        "right": right,
        "times_in_all": every,
        "ms_an_article": ms,
    }


def main() -> int:
    """Measure both and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.dates", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args()
    corpus = find_corpus()
    if corpus.note:
        print(f"bench: {corpus.note}", file=sys.stderr)
        return 1
    warnings.simplefilter("ignore")
    use_one_core()
    pairs = [pair for pair in find_pairs(corpus.path) if pair.day is not None]
    rows = [measure("hudna", ours, pairs), measure("dateparser", theirs, pairs)]
    if given.json:
        print(json.dumps(rows))
        return 0
    print(f"{'':<12}{'known':>7}{'found':>7}{'right':>7}{'in all':>8}{'ms an article':>15}")
    for row in rows:
        print(
            f"{row['name']:<12}{row['known']:>7}{row['found']:>7}{row['right']:>7}{row['times_in_all']:>8}{row['ms_an_article']:>15}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
