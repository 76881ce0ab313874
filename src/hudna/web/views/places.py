"""Places: a map drawn here from packaged data, and the same as a list; an area is drawn as an area, never as a point."""

from dataclasses import dataclass
from typing import Final

from fastapi import APIRouter
from starlette.responses import Response

from hudna import desk
from hudna.desk import Spot
from hudna.model import RecordType
from hudna.web.asking import Ask, Asked
from hudna.web.borders import Point, Sheet, is_on_map, sheet_for
from hudna.web.filters import Filtered
from hudna.web.views.timeline import choices

router = APIRouter()
WIDTH, HEIGHT = 860, 560
_LISTED: Final = 80
_LABELS: Final = 18
_NAME_WIDE, _NAME_HIGH = 70, 20
_AREA_KM: Final = 60  # half as wide as what goes by the name of a region, as far as a map this size can say
_LEAST, _MOST = 5.0, 22.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """A place on the map: its middle, how large its sign is, whether it stands for an area, and in words."""

    spot: Spot
    at: Point
    radius: float
    is_area: bool
    type: RecordType
    label: str
    words: str


@router.get("/places")
def places(ask: Asked, filters: Filtered) -> Response:
    """Return the map of a selection, or its frame with the filters; the map itself comes behind it."""
    if ask.is_fragment:
        return _map(ask, filters, "parts/map.html")
    return ask.page("places.html", filters=filters, choices=choices(ask.board), path="places")


@router.get("/map")
def whole_map(ask: Asked, filters: Filtered) -> Response:
    """Return the map of a selection on a page of its own."""
    return _map(ask, filters, "map.html")


def _map(ask: Ask, filters: Filtered, template: str) -> Response:
    found = desk.spots(ask.board, filters.selection)
    known = [each for each in found.spots if _point(each) and is_on_map(*_point(each))]
    sheet = sheet_for([_point(each) for each in known], WIDTH, HEIGHT)
    labelled = _labelled([sheet.at(*_point(each)) for each in known])
    drawn = [_drawn(ask, each, sheet, has_label=number in labelled) for number, each in enumerate(known)]
    return ask.page(
        template,
        found=found,
        listed=[(each, _words(ask, each)) for each in found.spots[:_LISTED]],
        drawn=sorted(drawn, key=lambda each: -each.radius),
        land=sheet.outlines(),
        width=WIDTH,
        height=HEIGHT,
        filters=filters,
    )


def _point(spot: Spot) -> Point:
    return spot.place.longitude or 0.0, spot.place.latitude or 0.0


def _labelled(points: list[Point]) -> set[int]:
    """Return the numbers of the points that have room for a name, the first first."""
    found: list[int] = []
    for number, (x, y) in enumerate(points):
        if all(abs(x - points[each][0]) > _NAME_WIDE or abs(y - points[each][1]) > _NAME_HIGH for each in found):
            found.append(number)
    return set(found[:_LABELS])


def _drawn(ask: Ask, spot: Spot, sheet: Sheet, *, has_label: bool) -> Drawn:
    is_area = spot.place.precision == "area"
    radius = _LEAST + spot.counts.total() ** 0.5 * 1.5
    if is_area:
        radius = max(radius + 4, _AREA_KM * sheet.points_a_km())
    foremost = spot.counts.most_common(1)[0][0]
    label = spot.place.label if has_label else ""
    size = round(radius if is_area else min(radius, _MOST), 1)
    return Drawn(spot, sheet.at(*_point(spot)), size, is_area, foremost, label, _words(ask, spot))


def _words(ask: Ask, spot: Spot) -> str:
    t = ask.voice
    counts = [f"{t('event', record)} {t.number(count)}" for record, count in spot.counts.most_common()]
    area = [t("mappage", "area")] if spot.place.precision == "area" else []
    return t("desk", "comma").join([*counts, *area])
