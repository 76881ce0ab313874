"""Makes the table of land and borders that the map of the pages is drawn from.

Reads ``countries-50m.json`` of the npm package ``world-atlas`` 2.0.2 (Natural Earth 4.1, public domain)::

    npm pack world-atlas && tar xzf world-atlas-*.tgz
    python training/borders.py package/countries-50m.json > src/hudna/web/borders.tsv

Kept are the rings that reach into the box of the processes watched. Lines are simplified arc by arc, so that neighbours keep one
border; what lies outside the box is kept coarse, for it is never seen whole.
"""

import json
import math
import sys
from itertools import pairwise
from pathlib import Path

WEST, EAST, SOUTH, NORTH = -20.0, 82.0, -6.0, 60.0
FINE, COARSE = 0.03, 0.4  # degrees that a simplified line may lie from the true one
SOURCE = "natural-earth:4.1:50m"

Point = tuple[float, float]


def main(path: Path) -> None:
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = [simplified(decoded(arc, topology["transform"])) for arc in topology["arcs"]]
    print("country\tring\tsource")
    for country in topology["objects"]["countries"]["geometries"]:
        polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        for polygon in polygons:
            ring = joined(polygon[0], arcs)
            if len(ring) > 3 and any(is_inside(point) for point in ring):
                written = " ".join(f"{x:.2f},{y:.2f}" for x, y in ring)
                print(f"{country.get('id', '-')}\t{written}\t{SOURCE}")


def decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for dx, dy, *_ in arc:
        x, y = x + dx, y + dy
        points.append((x * sx + tx, y * sy + ty))
    return points


def is_inside(point: Point) -> bool:
    return WEST <= point[0] <= EAST and SOUTH <= point[1] <= NORTH


def simplified(points: list[Point]) -> list[Point]:
    """Return a line without the points that lie nearly on it (Douglas and Peucker 1973)."""
    allowed = FINE if any(map(is_inside, points)) else COARSE
    keep = {0, len(points) - 1}
    open_parts = [(0, len(points) - 1)]
    while open_parts:
        first, last = open_parts.pop()
        if last - first < 2:
            continue
        far, place = max((distance(points[each], points[first], points[last]), each) for each in range(first + 1, last))
        if far > allowed:
            keep.add(place)
            open_parts += [(first, place), (place, last)]
    return [points[each] for each in sorted(keep)]


def distance(point: Point, one: Point, other: Point) -> float:
    dx, dy = other[0] - one[0], other[1] - one[1]
    length = dx * dx + dy * dy
    if not length:
        return math.dist(point, one)
    share = max(0.0, min(1.0, ((point[0] - one[0]) * dx + (point[1] - one[1]) * dy) / length))
    return math.dist(point, (one[0] + share * dx, one[1] + share * dy))


def joined(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    points: list[Point] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return unbroken(points)


def unbroken(points: list[Point]) -> list[Point]:
    """Return a ring that goes on beyond 180 degrees where it would jump to the other side of the map."""
    found = points[:1]
    turn = 0.0
    for (before, _), (x, y) in pairwise(points):
        turn += 360.0 if before - x > 180 else -360.0 if x - before > 180 else 0.0
        found.append((x + turn, y))
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
