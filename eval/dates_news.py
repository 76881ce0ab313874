"""`python -m eval.dates_news`: weekdays and dates in the news of HUDNA_DATA, measured without gold.

Where an article prints a weekday and a date together, each is known from the other: the whole must be read right, and
the weekday alone, its date hidden, must give the same day. Articles whose feed day is not their own are no evidence.
"""

import argparse
import datetime as dt
import gzip
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from eval.gold import data_folder
from hudna import dates

NEWS: Final = Path("news") / "ant-2018-02-to-04.jsonl.gz"
MAX_DAYS: Final = 7
_WEEKDAYS: Final = {
    "الاثنين": 1,
    "الإثنين": 1,
    "الثلاثاء": 2,
    "الأربعاء": 3,
    "الاربعاء": 3,
    "الخميس": 4,
    "الجمعة": 5,
    "السبت": 6,
    "الأحد": 7,
    "الاحد": 7,
}
_MONTHS: Final = {
    "يناير": 1,
    "كانون الثاني": 1,
    "فبراير": 2,
    "شباط": 2,
    "مارس": 3,
    "آذار": 3,
    "أبريل": 4,
    "إبريل": 4,
    "نيسان": 4,
    "مايو": 5,
    "أيار": 5,
    "يونيو": 6,
    "حزيران": 6,
    "يوليو": 7,
    "تموز": 7,
    "أغسطس": 8,
    "آب": 8,
    "سبتمبر": 9,
    "أيلول": 9,
    "أكتوبر": 10,
    "تشرين الأول": 10,
    "نوفمبر": 11,
    "تشرين الثاني": 11,
    "ديسمبر": 12,
    "كانون الأول": 12,
}
_PAIR: Final = re.compile(
    rf"(?<!\w)(?P<weekday>{'|'.join(_WEEKDAYS)})(?P<date>\s*[-–،,(]?\s*(?:(?:الموافق|المصادف)\s+)?(?:ال|الـ|ل|لـ)?"
    rf"(?P<day>\d{{1,2}})(?:\s+(?:(?:من\s+)?(?:شهر\s+)?)?(?P<month>{'|'.join(_MONTHS)})"
    rf"(?:\s*[/(،]\s*(?:{'|'.join(_MONTHS)})\s*\)?)?(?:\s*[،,]?\s*(?:من\s+)?(?:عام\s+)?(?P<year>20\d\d))?"
    r"|[-/.](?P<number>\d{1,2})[-/.](?P<full>20\d\d))(?:\s*م(?!\w))?)(?!\w)"
)


class Pair(NamedTuple):
    """A weekday and a date that an article prints together; ``day`` is None where they do not agree."""

    article: dict[str, Any]
    published: dt.date
    match: re.Match[str]
    day: dt.date | None


def find_pairs(path: Path) -> Iterator[Pair]:
    """Yield the weekdays that stand with a date in the articles of a file, found without the program."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            published = dt.date.fromisoformat(article["published"][:10])
            for match in _PAIR.finditer(article["text"]):
                yield Pair(article, published, match, _agreed(match, published))


def _agreed(match: re.Match[str], published: dt.date) -> dt.date | None:
    """Return the day with this date, the nearest one where no year is said, if its weekday is the one printed."""
    said = match["year"] or match["full"]
    month = int(match["number"]) if match["number"] else _MONTHS[match["month"]]
    years = [int(said)] if said else [published.year - 1, published.year, published.year + 1]
    days = []
    for year in years:
        try:
            days.append(dt.date(year, month, int(match["day"])))
        except ValueError:
            continue
    day = min(days, key=lambda each: abs(each - published), default=None)
    return day if day and day.isoweekday() == _WEEKDAYS[match["weekday"]] else None


def read_whole(pair: Pair) -> bool:
    """Return whether weekday and date are read as one time on the right day."""
    text, first, last, shift = _window(pair)
    found = [
        time for time in dates.find(text, on=pair.published) if time.start < last - shift and time.end > first - shift
    ]
    covers = len(found) == 1 and found[0].start <= first - shift and found[0].end >= last - shift
    return covers and pair.day is not None and found[0].value.startswith(pair.day.isoformat())


def read_weekday(pair: Pair) -> bool:
    """Return whether the weekday alone gives the day, the date being cut out of the text."""
    text, first, last, shift = _window(pair)
    size = len(pair.match["weekday"])
    hidden = text[: first - shift + size] + text[last - shift :]
    found = [time for time in dates.find(hidden, on=pair.published) if time.start <= first - shift < time.end]
    return len(found) == 1 and found[0].earliest == pair.day


def reports_mismatch(pair: Pair) -> bool:
    """Return whether a problem tells that weekday and date do not agree."""
    from hudna.arabic.dates import find_dates
    from hudna.model import Article, Because, Published, PublishedBasis
    from hudna.text import segment

    published = Published(pair.published, pair.published, PublishedBasis.GIVEN, Because("given"))
    document = find_dates(segment(Article(pair.article["id"], pair.article["text"], published=published)))
    return any(
        problem.code == "weekday_mismatch"
        and problem.span is not None
        and problem.span.start < pair.match.end()
        and problem.span.end > pair.match.start()
        for problem in document.problems
    )


def _window(pair: Pair) -> tuple[str, int, int, int]:
    """Return the text around a pair from the beginning of its paragraph, the pair's place, and where the text begins."""
    text = pair.article["text"]
    first, last = pair.match.span()
    start = text.rfind("\n", 0, first) + 1
    end = text.find("\n", last)
    return text[start : len(text) if end < 0 else end], first, last, start


def interval(right: int, n: int) -> tuple[float, float]:
    """Return the 95 % interval of a share, after Wilson."""
    if n == 0:
        return 0.0, 1.0
    z, share = 1.96, right / n
    middle = share + z * z / (2 * n)
    half = z * ((share * (1 - share) + z * z / (4 * n)) / n) ** 0.5
    return (middle - half) / (1 + z * z / n), (middle + half) / (1 + z * z / n)


def main() -> int:
    """Measure dates on the news file."""
    parser = argparse.ArgumentParser(prog="python -m eval.dates_news", description=__doc__)
    parser.add_argument("--data", type=Path, help="the folder of the data; else HUDNA_DATA")
    parser.add_argument("--details", action="store_true", help="print what is wrong")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args()
    path = data_folder(given.data) / NEWS
    if not path.exists():
        print(f"{path} is not there: set HUDNA_DATA or --data to the folder that holds the news", file=sys.stderr)
        return 1
    pairs = list(find_pairs(path))
    agreed = [pair for pair in pairs if pair.day is not None]
    near = [pair for pair in agreed if pair.day and abs((pair.day - pair.published).days) <= MAX_DAYS]
    apart = [pair for pair in pairs if pair.day is None]
    figures: dict[str, Any] = {}
    for name, chosen, check in (
        ("whole", agreed, read_whole),
        ("weekday_alone", near, read_weekday),
        ("mismatch_told", apart, reports_mismatch),
    ):
        answers = [(pair, check(pair)) for pair in chosen]
        right = sum(answer for _, answer in answers)
        low, high = interval(right, len(chosen))
        figures[name] = {
            "right": right,
            "n": len(chosen),
            "share": round(right / max(1, len(chosen)), 4),
            "low": round(low, 4),
            "high": round(high, 4),
        }
        if not given.json:
            print(
                f"{name:<16}{right:>5} of {len(chosen):<5} {right / max(1, len(chosen)):.3f}   95 % interval {low:.3f} - {high:.3f}"
            )
        for pair, answer in answers:
            if given.details and not answer:
                start, end = pair.match.span()
                around = pair.article["text"][max(0, start - 60) : end + 30].replace("\n", " ")
                print(f"  {pair.article['id']} {pair.published} wanted {pair.day}: {around}")
    if given.json:
        print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
