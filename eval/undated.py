"""`python -m eval.undated`: how often the day of an article is inferred, its publication day hidden, and how often rightly.

Every article is read as if its day were not known; lines of its page that print the day are left in the text, as a
reader would have them, and counted apart. The articles are the packaged samples, the seeds and news drawn at random,
always the same ones.
"""

import argparse
import datetime as dt
import gzip
import json
import random
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, NamedTuple

from eval.dates_news import NEWS
from eval.gold import data_folder
from hudna.calendar.window import INFERRED
from hudna.desk import pipeline
from hudna.model import Article, Because, Published, PublishedBasis, Reading, TimeMention

SEED_DAYS: Final = {
    "000": "2017-07-05",
    "001": "2017-07-05",
    "002": "2016-12-31",
    "003": "2016-12-21",
    "004": "2021-12-22",
}
KEYS: Final = [
    "articles",
    "printed",
    "inferred",
    "held",
    "bounded",
    "day",
    "day_right",
    "times",
    "times_held",
    "unclear",
]
DRAWN: Final = 300
DRAW: Final = 2018
_NEWS2018: Final = Path(__file__).parent / "gold" / "news2018.json"


class Case(NamedTuple):
    """An article without its day, and the day."""

    article: Article
    day: dt.date


def seeds(folder: Path) -> Iterator[Case]:
    """Yield the seed articles."""
    for path in sorted((folder / "seeds").glob("*.txt")):
        day = dt.date.fromisoformat(SEED_DAYS[path.name[:3]])
        yield Case(Article(path.stem, path.read_text(encoding="utf-8")), day)


def samples() -> Iterator[Case]:
    """Yield the packaged samples that are given with a day."""
    text = (files("hudna.samples") / "astana.jsonl").read_text(encoding="utf-8")
    yield from _cases(json.loads(line) for line in text.splitlines())


def news(folder: Path, drawn: int, draw: int) -> Iterator[Case]:
    """Yield articles of the news drawn at random, none of those kept for scoring."""
    kept = {key for key, each in json.loads(_NEWS2018.read_text())["articles"].items() if each.get("part") == "scored"}
    with gzip.open(folder / NEWS, "rt", encoding="utf-8") as lines:
        found = [line for line in map(json.loads, lines) if line["id"] not in kept]
    random.Random(draw).shuffle(found)
    yield from _cases(found[:drawn])


def _cases(lines: Iterable[dict[str, Any]]) -> Iterator[Case]:
    for line in lines:
        if line.get("published"):
            article = Article(line["id"], line["text"], title=line.get("title"), source=line.get("source"))
            yield Case(article, dt.date.fromisoformat(line["published"][:10]))


def figures(cases: Iterable[Case], *, details: bool) -> dict[str, int]:
    """Return how many articles got days, how many days hold the right one, and how many are just that day."""
    counts = dict.fromkeys(KEYS, 0)
    for article, day in cases:
        reading = pipeline().read(article)
        published = reading.article.published
        counts["articles"] += 1
        counts["unclear"] += any(problem.code == "published_unclear" for problem in reading.problems)
        if published.basis is PublishedBasis.TEXT:
            counts["printed"] += 1
        if published.basis is not PublishedBasis.INFERRED:
            continue
        counts["inferred"] += 1
        held = _holds(published, day)
        counts["held"] += held
        counts["bounded"] += published.earliest is not None and published.latest is not None
        counts["day"] += published.day is not None
        counts["day_right"] += published.day == day
        resting, right = _times(reading, day)
        counts["times"] += resting
        counts["times_held"] += right
        if details and (not held or published.latest is not None):
            print(article.id, day, published.earliest, published.latest, published.because, file=sys.stderr)
    return counts


def _times(reading: Reading, day: dt.date) -> tuple[int, int]:
    """Return how many times got days by the inference, and how many of these days hold those of the true day."""
    published = Published(day, day, PublishedBasis.GIVEN, Because("day_given"))
    dated = {each.span: each for each in pipeline().read(replace(reading.article, published=published)).dates}
    resting = [each for each in reading.dates if INFERRED.code in dict(each.because.args).get("of", "").split()]
    right = [each for each in resting if (other := dated.get(each.span)) and _covers(each, other)]
    return len(resting), len(right)


def _covers(time: TimeMention, other: TimeMention) -> bool:
    first = time.earliest is None or (other.earliest is not None and time.earliest <= other.earliest)
    return first and (time.latest is None or (other.latest is not None and other.latest <= time.latest))


def _holds(published: Published, day: dt.date) -> bool:
    after = published.earliest is None or published.earliest <= day
    return after and (published.latest is None or day <= published.latest)


def main() -> int:
    """Print the figures of each set; return 2 where the data is not there."""
    parser = argparse.ArgumentParser(prog="python -m eval.undated", description=__doc__)
    parser.add_argument("--data", type=Path, default=None, help="the data folder (default: HUDNA_DATA)")
    parser.add_argument("--articles", type=int, default=DRAWN, help="how many articles of the news are drawn")
    parser.add_argument("--draw", type=int, default=DRAW, help="the number that decides which")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--details", action="store_true", help="show on stderr what was inferred wrongly, or narrowly")
    options = parser.parse_args()
    folder = data_folder(options.data)
    if not (folder / NEWS).exists():
        print(f"{folder / NEWS} is not there", file=sys.stderr)
        return 2
    sets = {"samples": samples(), "seeds": seeds(folder), "news": news(folder, options.articles, options.draw)}
    found = {name: figures(cases, details=options.details) for name, cases in sets.items()}
    if options.json:
        print(json.dumps(found))
    else:
        for name, counts in found.items():
            print(name, " ".join(f"{key}={value}" for key, value in counts.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
