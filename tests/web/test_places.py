"""The map: drawn here, from packaged data; a point only where an article's place has one, an area as an area."""

import re
from dataclasses import replace

import pytest

from factories import Writer
from hudna.model import IncidentKind
from hudna.web.borders import is_on_map, rings, sheet_for

ALEPPO, SYRIA, SOUTH_POLE = (37.16, 36.2), (38.5, 35.0), (0.0, -89.0)


def told_at(label: str, point: tuple[float, float] | None, precision: str, source: str):
    """Return a reading of a shelling at a place."""
    write = Writer(f"قُصفت {label} الخميس.", source=source, day="2017-07-08")
    place = write.place(label)
    if point:
        place = replace(place, longitude=point[0], latitude=point[1], precision=precision)
    when = write.when("الخميس", "2017-07-06")
    hit = write.incident("قُصفت", None, label, when, kind=IncidentKind.SHELLING, place=place)
    return write.reading(incidents=(hit,))


@pytest.fixture
def client(open_desk):
    return open_desk(
        [
            told_at("حلب", ALEPPO, "place", "أ"),
            told_at("سوريا", SYRIA, "area", "ب"),
            told_at("القطب", SOUTH_POLE, "place", "ج"),
            told_at("مكان ما", None, "unknown", "د"),
        ]
    )


def text_of(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_the_map_draws_places_and_areas_apart(client):
    """A town is a point, a state a dashed area; what has no point, or lies elsewhere, is no sign but stands in words."""
    page = client.get("/en/map").text
    drawn = page.split('<svg class="map"')[1].split("</svg>")[0]

    assert ["spot area", "spot"] == re.findall(r'<circle class="([^"]+)"', drawn)
    assert {"حلب", "سوريا"} == set(re.findall(r'<text class="name"[^>]*>([^<]+)<', drawn))
    assert "without a known place: 1" in text_of(page)
    listed = text_of(page.split("The places")[1])
    assert "القطب Incident 1" in listed
    assert "سوريا Incident 1, an area, not one place" in listed
    assert "Natural Earth" in page


def test_the_map_comes_behind_the_page_as_narrow_as_its_filters(client):
    """Filters stand in the address; without script the map has a page of its own."""
    page = client.get("/en/places?place=حلب").text
    address = re.search(r'hx-get="(/en/places\?[^"]+)" hx-trigger="load"', page)[1]
    assert "/en/map?place=" in page
    fragment = client.get(address, headers={"HX-Request": "true"}).text
    assert "<html" not in fragment
    assert 1 == fragment.count('<circle class="spot"')
    assert 0 == client.get("/en/map?type=contact").text.count('<circle class="spot"')


def test_points_fall_where_they_lie():
    """North is up and east is right, in either language; the middle of the points is the middle of the map."""
    sheet = sheet_for([ALEPPO, SYRIA, (44.4, 33.3)], 860, 560)
    aleppo, baghdad = sheet.at(*ALEPPO), sheet.at(44.4, 33.3)

    assert aleppo[0] < baghdad[0]
    assert aleppo[1] < baghdad[1]
    assert all(0 < x < 860 and 0 < y < 560 for x, y in (aleppo, baghdad))
    assert sheet.outlines()
    assert is_on_map(*ALEPPO)
    assert not is_on_map(*SOUTH_POLE)


def test_the_table_holds_closed_rings():
    """Every outline ends where it begins, and none is a line."""
    assert 100 < len(rings())
    for ring in rings():
        assert ring.points[0] == ring.points[-1]
        assert 4 <= len(ring.points)
