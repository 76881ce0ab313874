"""Lists of places: what is refused, what is told, and which names can stand alone."""

import pytest

from hudna.arabic.lists import check_places
from hudna.arabic.lists.places import COLUMNS

GOOD = {"name": "تل الزعرور", "pcode": "SY077701", "level": "4", "latitude": "35.92", "longitude": "36.70"}


def check(*rows):
    return check_places(
        [(f"x.csv:{n}", dict.fromkeys(COLUMNS, "") | row) for n, row in enumerate(rows, 2)], "/no/such/list/"
    )


def test_place_becomes_a_row():
    """The id is of the state and the P-code, the point is kept, the parent is an id too."""
    checked = check(GOOD | {"latin": "Tal Zarour", "parent": "sy0777"})
    [row] = checked.tables["places.tsv"]

    assert ("sy-sy077701", "تل الزعرور", "village", "sy", "sy-sy0777") == (
        row["id"],
        row["form"],
        row["class"],
        row["country"],
        row["admin"],
    )
    assert ("35.92000", "36.70000", "Tal Zarour", "pcode:SY077701") == (
        row["latitude"],
        row["longitude"],
        row["latin"],
        row["source"],
    )
    assert ([], []) == (checked.notes, checked.refused)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"pcode": "77701"}, "is no P-code"),
        ({"pcode": "QQ77"}, "is no P-code"),
        ({"level": "0"}, "is no number from 1 to 9"),
        ({"level": "٣"}, "is no number from 1 to 9"),
        ({"latitude": "north"}, "are no degrees"),
        ({"latitude": "nan"}, "lie nowhere"),
        ({"longitude": ""}, "are no degrees"),
        ({"latitude": "95"}, "lie nowhere"),
        ({"pcode": "YE1101", "latitude": "44.2", "longitude": "15.3"}, "may be exchanged"),
        ({"parent": "YE11"}, "of another place of the same state"),
        ({"parent": "SY077701"}, "of another place of the same state"),
        ({"name": "Tal Zarour"}, "no letter of an Arabic name"),
        ({"name": ""}, "no name in Arabic letters"),
        ({"name": "تل الزعرور\u202e"}, "U+202E RIGHT-TO-LEFT OVERRIDE, which can't be seen"),
        ({"name": "تل\u200cالزعرور"}, "can't be seen"),
        ({"name": "تل الزعروری"}, "Arabic writes U+064A"),
        ({"name": "تل الزعرoر"}, "U+006F LATIN SMALL LETTER O"),
        ({"latin": "Tаl Zarour"}, "CYRILLIC SMALL LETTER A, which is no Latin letter"),
    ],
)
def test_bad_row_is_refused(change, reason):
    """Each fault is told with the row it stands in."""
    [refused] = check(GOOD | change).refused

    assert refused.startswith("x.csv:2: ")
    assert reason in refused


def test_p_code_stands_once():
    """The second row of a P-code names the first."""
    assert ["x.csv:3: SY077701 is x.csv:2 already"] == check(GOOD, GOOD | {"name": "تل الزعروري"}).refused


def test_spelling_is_cleaned_of_what_folding_drops():
    """Vowel signs, tatweel and doubled spaces are no part of a table's form."""
    [row] = check(GOOD | {"name": "تَل  الزعــرور"}).tables["places.tsv"]

    assert "تل الزعرور" == row["form"]


@pytest.mark.parametrize("name", ["السوق", "الوحدة", "خالد", "الجبل", "المنطقة الصناعية", "الجيش", "لافروف"])
def test_word_that_is_more_than_a_place_needs_a_noun(name):
    """The market, unity, Khalid, the industrial zone: places only behind the village of, the town of."""
    checked = check(GOOD | {"name": name})

    assert all(row["form"].endswith(f" {name}") for row in checked.tables["places.tsv"])
    assert "قرية" in checked.tables["places.tsv"][0]["form"]
    assert "behind a noun only" in checked.notes[0]


def test_nouns_are_those_of_the_level():
    """A governorate is not called a village."""
    forms = [row["form"] for row in check(GOOD | {"name": "الوحدة", "level": "1"}).tables["places.tsv"]]

    assert ["محافظة الوحدة", "ولاية الوحدة", "منطقة الوحدة"] == forms


def test_packaged_place_of_the_state_stays():
    """Whoever has Jobar in a list is told that it is known; a Jobar of another state is another place."""
    at_home = check(GOOD | {"name": "جوبر"})
    abroad = check(GOOD | {"name": "جوبر", "pcode": "YE1101", "latitude": "15", "longitude": "44"})

    assert [] == at_home.tables["places.tsv"]
    assert "جوبر is place:sy-jobar" in at_home.notes[0]
    assert {"ye-ye1101"} == {row["id"] for row in abroad.tables["places.tsv"]}
    assert "is also place:sy-jobar" in abroad.notes[0]


def test_name_of_two_places_has_no_point():
    """A text says the name, not which of the two; near each other they are as good as one."""
    far = check(GOOD, GOOD | {"pcode": "SY0999", "latitude": "33.1"})
    near = check(GOOD, GOOD | {"pcode": "SY0999", "latitude": "35.95"})

    assert [("", "pcode:SY077701+SY0999")] == [(row["latitude"], row["source"]) for row in far.tables["places.tsv"]]
    assert "SY077701, SY0999" in far.notes[0]
    assert ["35.92000"] == [row["latitude"] for row in near.tables["places.tsv"]]
