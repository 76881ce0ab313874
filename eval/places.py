"""``python -m eval.places``: whether the places of a gold set are found, and put where they are.

A gold place is found when a name of kind place shares a character with it. It is right when the program's point for it
lies within the distance that ``gold/place_points.tsv`` gives its label: ten kilometres for a town, about half the extent
of a state or region. What is found under a label that the table does not have is not judged, and told so.
"""

import argparse
import json
import math
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from eval.gold import GOLD, GoldError, GoldSet, data_folder, load_gold
from eval.readings import read_now
from hudna.arabic.names.tables import labels
from hudna.lexicon import read_rows

TABLE: Final = Path(__file__).parent / "gold" / "place_points.tsv"
EARTH_RADIUS: Final = 6371.0  # kilometres


class Point(NamedTuple):
    """The middle of a place in degrees, and how many kilometres from it still are the place."""

    latitude: float
    longitude: float
    within: float


def load_points(path: Path = TABLE) -> dict[str, Point]:
    """Return the points by label."""
    rows = read_rows(path, ("label", "latitude", "longitude", "within"))
    return {row["label"]: Point(*(float(row[name]) for name in Point._fields)) for _, row in rows}


def distance(one: Point, latitude: float, longitude: float) -> float:
    """Return the kilometres between two points, on a sphere."""
    north, south = math.radians(one.latitude), math.radians(latitude)
    across = math.radians(longitude - one.longitude)
    part = math.sin((south - north) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(across / 2) ** 2
    return 2 * EARTH_RADIUS * math.asin(math.sqrt(part))


def judge(place: Mapping[str, Any], names: Sequence[Mapping[str, Any]], points: Mapping[str, Point]) -> str:
    """Return ``missed``, ``unjudged``, ``nowhere`` (found without a point), ``far`` or ``right``."""
    start, end = place["span"]
    field = place.get("in", "text")
    over = [
        name
        for name in names
        if name["kind"] == "place" and name.get("in", "text") == field and name["start"] < end and start < name["end"]
    ]
    if not over:
        return "missed"
    point = points.get(place["label"])
    if point is None:
        return "unjudged"
    entry = labels().get(max(over, key=lambda name: name["end"] - name["start"])["entity"] or "")
    if entry is None or not entry["latitude"]:
        return "nowhere"
    here = distance(point, float(entry["latitude"]), float(entry["longitude"]))
    return "right" if here <= point.within else "far"


def _judged(gold: GoldSet, values: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    readings, points = read_now(gold), load_points()
    for article in gold.articles:
        line = readings.of(article.digest, article.id)
        for place in values["articles"][article.id].get("places", ()):
            yield article.part or "", place["label"], judge(place, line["names"] if line else (), points)


def main() -> int:
    """Read the articles of a gold set, judge their places and print."""
    parser = argparse.ArgumentParser(prog="python -m eval.places", description=__doc__)
    parser.add_argument("--gold", default="news2018", help="a set of eval/gold with places")
    parser.add_argument("--part", help="only the articles of this part")
    parser.add_argument("--data", type=Path, help="the folder of the data; else HUDNA_DATA")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument(
        "--details", action="store_true", help="list what is not right, but for articles of part scored"
    )
    given = parser.parse_args()
    try:
        gold = load_gold(given.gold, data_folder(given.data))
    except GoldError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    gold = gold if given.part is None else gold.only(given.part)
    judged = list(_judged(gold, json.loads((GOLD / f"{given.gold}.json").read_text(encoding="utf-8"))))
    counts = Counter(verdict for _, _, verdict in judged)
    found = len(judged) - counts["missed"]
    placed = found - counts["unjudged"]
    figures = {
        "places": len(judged),
        "found": round(found / max(1, len(judged)), 4),
        "right": round(counts["right"] / max(1, placed), 4),
        **{name: counts[name] for name in ("missed", "unjudged", "nowhere", "far")},
    }
    print(json.dumps(figures) if given.json else "  ".join(f"{name} {value}" for name, value in figures.items()))
    if given.details:
        for (part, label, verdict), times in Counter(judged).most_common():
            if verdict != "right" and part != "scored":
                print(f"{verdict}: {label} x{times}", file=sys.stderr if given.json else sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
