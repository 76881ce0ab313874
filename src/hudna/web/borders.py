"""Land and borders as the map draws them: rings of the packaged table, and where they fall on a page."""

import math
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from hudna.lexicon import read_rows

_TABLE: Final = "borders.tsv"
_LEAST_SPAN: Final = 3.0  # degrees of latitude that a map shows at least
_ROOM: Final = 0.18  # of the map, left around what it shows
_KM_A_DEGREE: Final = 111.2
_FINE: Final = 1.0  # points of the page, across and down together
# What the table holds: west, south, east, north.
BOX: Final = (-20.0, -6.0, 82.0, 60.0)

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Ring:
    """The outline of a piece of land, with the corners of the box it lies in."""

    points: tuple[Point, ...]
    low: Point
    high: Point


@dataclass(frozen=True, slots=True)
class Sheet:
    """A part of the world on a page: degrees of longitude and latitude to points from the upper left corner.

    A degree of longitude is as wide as it is in the middle of the map, so that shapes there are true.
    """

    west: float
    north: float
    scale: float
    narrowing: float
    width: int
    height: int

    def at(self, longitude: float, latitude: float) -> Point:
        """Return where a point falls."""
        x = (longitude - self.west) * self.scale * self.narrowing
        return round(x, 1), round((self.north - latitude) * self.scale, 1)

    def points_a_km(self) -> float:
        """Return how long a kilometre is."""
        return self.scale / _KM_A_DEGREE

    def outlines(self) -> list[str]:
        """Return the paths of all land that reaches into the map."""
        east = self.west + self.width / (self.scale * self.narrowing)
        south = self.north - self.height / self.scale
        return [
            self._path(ring)
            for ring in rings()
            if ring.low[0] < east and ring.high[0] > self.west and ring.low[1] < self.north and ring.high[1] > south
        ]

    def _path(self, ring: Ring) -> str:
        """Return the path of a ring without the points that nobody could tell from those before them."""
        west, north, down = self.west, self.north, self.scale
        across = self.scale * self.narrowing
        found = []
        last_x = last_y = math.inf
        for longitude, latitude in ring.points:
            x, y = (longitude - west) * across, (north - latitude) * down
            if abs(x - last_x) + abs(y - last_y) >= _FINE:
                found.append(f"{x:.1f} {y:.1f}")
                last_x, last_y = x, y
        return f"M{' '.join(found)}Z"


def is_on_map(longitude: float, latitude: float) -> bool:
    """Return whether the table has the land around a point."""
    west, south, east, north = BOX
    return west <= longitude <= east and south <= latitude <= north


def sheet_for(points: Collection[Point], width: int, height: int) -> Sheet:
    """Return the map that shows points with room around them, as large as they allow; the whole box where there are none."""
    west, south, east, north = BOX
    if points:
        west, east = min(x for x, _ in points), max(x for x, _ in points)
        south, north = min(y for _, y in points), max(y for _, y in points)
    middle = (south + north) / 2
    narrowing = math.cos(math.radians(middle))
    tall = max(north - south, _LEAST_SPAN) * (1 + 2 * _ROOM)
    wide = max((east - west) * narrowing, _LEAST_SPAN) * (1 + 2 * _ROOM)
    scale = min(width / wide, height / tall)
    half_width, half_height = width / scale / narrowing / 2, height / scale / 2
    return Sheet((west + east) / 2 - half_width, middle + half_height, scale, narrowing, width, height)


@cache
def rings() -> tuple[Ring, ...]:
    """Return all rings of the table."""
    rows = read_rows(files("hudna.web").joinpath(_TABLE), ("country", "ring", "source"))
    return tuple(_ring(_points(row["ring"].split(" "))) for _, row in rows)


def _points(written: Iterable[str]) -> tuple[Point, ...]:
    pairs = (each.split(",") for each in written)
    return tuple((float(x), float(y)) for x, y in pairs)


def _ring(points: tuple[Point, ...]) -> Ring:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Ring(points, (min(xs), min(ys)), (max(xs), max(ys)))
