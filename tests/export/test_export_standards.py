"""GeoJSON, iCalendar and Web Annotations: what their readers may rely on."""

import json

import pytest

from factories import Writer, call_in_two_outlets, meeting
from hudna.export.formats import FORMATS, export_chronology
from hudna.export.words import load_words
from hudna.model import ContactKind, ContactStatus, Place
from hudna.record import chronology, find_events


def _export(form, *readings):
    by_digest = {reading.article.digest: reading for reading in readings}
    lines = chronology(find_events(readings))
    return list(export_chronology(form, lines, by_digest.__getitem__, load_words("en")))


def _json(form, *readings):
    return json.loads("\n".join(_export(form, *readings)))


def _meeting_at(latitude, longitude):
    write = Writer("التقى لافروف وظريف في موسكو أمس.", source="أ", day="2018-03-02")
    place = Place(write.span("موسكو"), "موسكو", "place:ru-moscow", latitude, longitude, "place")
    contact = write.contact(
        "التقى", ("لافروف", "ظريف"), write.when("أمس", "2018-03-01"), kind=ContactKind.MEETING, place=place
    )
    return write.reading(contacts=(contact,))


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_writes_an_empty_chronology(form):
    """No events are no reason to fail."""
    assert isinstance("\n".join(_export(form)), str)


def test_a_point_has_longitude_first_and_its_precision():
    """As RFC 7946 asks; the precision stands beside it."""
    [feature] = _json("geojson", _meeting_at(55.75, 37.62))["features"]

    assert [37.62, 55.75] == feature["geometry"]["coordinates"]
    assert ("موسكو", "place") == (feature["properties"]["place"], feature["properties"]["precision"])


def test_no_point_is_made_up():
    """An event whose place has no coordinates is left out and counted."""
    collection = _json("geojson", _meeting_at(None, None), *call_in_two_outlets())

    assert ([], 2) == (collection["features"], collection["left_out"])


def _entries(*readings):
    text = "\n".join(_export("ics", *readings)) + "\n"
    assert text.count("\n") == text.count("\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    unfolded = text.replace("\r\n ", "")
    return [
        dict(line.split(":", 1) for line in each.split("\r\n") if ":" in line)
        for each in unfolded.split("BEGIN:VEVENT")[1:]
    ]


def test_a_calendar_says_no_more_than_is_told():
    """Held and sure is confirmed, planned is tentative, called off is cancelled."""
    who = ("لافروف", "ظريف")

    def status(**more):
        [entry] = _entries(meeting("أ", who, "2021-12-20", **more))
        return entry["STATUS"]

    assert "CONFIRMED" == status()
    assert "TENTATIVE" == status(sure=False)
    assert "TENTATIVE" == status(status=ContactStatus.PLANNED)
    assert "CANCELLED" == status(status=ContactStatus.CANCELLED)
    assert "CANCELLED" == status(status=ContactStatus.NOT_HELD)


def test_what_is_told_ahead_of_its_day_is_tentative():
    """An article of the day before can't know that it was held."""
    [entry] = _entries(meeting("أ", ("لافروف", "ظريف"), "2021-12-24", published="2021-12-22"))

    assert "TENTATIVE" == entry["STATUS"]


def test_the_last_day_is_part_of_an_entry_and_signs_are_escaped():
    """Ends are exclusive in the format; commas and semicolons have a meaning there."""
    [entry] = _entries(meeting("صحيفة; أ, ب", ("لافروف", "ظريف"), "2021-12-20", last="2021-12-21", place="طهران"))

    assert ("20211220", "20211222") == (entry["DTSTART;VALUE=DATE"], entry["DTEND;VALUE=DATE"])
    assert "صحيفة\\; أ\\, ب" in entry["DESCRIPTION"]
    assert "طهران" == entry["LOCATION"]


def test_annotations_point_to_their_words_by_place_and_by_quotation():
    """Both selectors lead to the same characters, also behind characters outside the basic plane."""
    write = Writer("😀 التقى لافروف وظريف أمس.", source="أ", day="2018-03-02", url="https://example.org/a")
    contact = write.contact("التقى", ("لافروف", "ظريف"), write.when("أمس", "2018-03-01"))
    [annotation] = _json("annotations", write.reading(contacts=(contact,)))["items"]
    [target] = annotation["target"]
    position, quotation = target["selector"]

    assert "https://example.org/a" == target["source"]
    assert "التقى" == write.article.text[position["start"] : position["end"]] == quotation["exact"]
    assert "😀 " == quotation["prefix"]


def test_the_same_record_gives_the_same_bytes():
    """No clock is in any format."""
    readings = call_in_two_outlets()
    for form in FORMATS:
        assert _export(form, *readings) == _export(form, *reversed(readings))
