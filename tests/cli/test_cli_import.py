"""A team's own lists: not known before they are imported, known in every reading afterwards, whole or not at all."""

import json
import os
import subprocess
import sys

import pytest

PLACES = "name,pcode,level,lat,lon\nتل الزعرور,SY077701,4,35.92,36.70\n"
PEOPLE = (
    "name,latin,spellings,country,office,from,to,source\n"
    "رزكار الدوسكين,Rizgar al-Doskin,,SY,وزير الخارجية,2031-02-01,,https://example.org\n"
)
TEXT = "سقط صاروخ على تل الزعرور أمس. وقال وزير الخارجية السوري إن الهدنة صامدة. والتقى رزكار الدوسكين نظيره التركي."


@pytest.fixture
def hudna(tmp_path):
    """Return what runs the program in a process of its own, as a user does, with lists of its own."""
    (tmp_path / "places.csv").write_text(PLACES, encoding="utf-8")
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    articles = [
        {"id": name, "text": f"{TEXT}\n{name}", "published": day}
        for name, day in (("a", "2031-06-01"), ("b", "2030-06-01"))
    ]
    lines = "\n".join(json.dumps(each, ensure_ascii=False) for each in articles)
    (tmp_path / "articles.jsonl").write_text(lines, encoding="utf-8")
    variables = os.environ | {"HUDNA_LISTS": str(tmp_path / "lists"), "HUDNA_STORE": str(tmp_path / "x.sqlite")}

    def run(*arguments):
        command = [sys.executable, "-m", "hudna", *arguments]
        return subprocess.run(
            command, cwd=tmp_path, env=variables, capture_output=True, text=True, encoding="utf-8", check=False
        )

    return run


def _read(hudna, *options):
    return [json.loads(line) for line in hudna("read", "articles.jsonl", "-f", "jsonl", *options).stdout.splitlines()]


def _known(reading):
    return {name["entity"] for name in reading["names"] if name["entity"]}


def _speakers(reading):
    return [(each["entity"], each.get("implied")) for said in reading["statements"] for each in said["speakers"]]


@pytest.mark.slow
def test_place_and_person_are_read_after_the_import_and_not_before(hudna):
    """Found, resolved by office and day, put on the map; the digest tells the readings apart, `reread` and jobs agree."""
    before = _read(hudna)
    hudna("add", "articles.jsonl")
    for kind in ("places", "people"):
        assert 0 == hudna("import", kind, f"{kind}.csv").returncode
    later, earlier = _read(hudna)

    assert not any({"place:sy-sy077701", "person:rizgar-al-doskin"} & _known(reading) for reading in before)
    assert {"place:sy-sy077701", "person:rizgar-al-doskin"} <= _known(later)
    [incident] = later["incidents"]
    assert (35.92, 36.7, "place") == tuple(incident["place"][key] for key in ("latitude", "longitude", "precision"))
    assert [("person:rizgar-al-doskin", True)] == _speakers(later)
    assert "person:rizgar-al-doskin" not in {entity for entity, _ in _speakers(earlier)}
    assert before[0]["reader"]["digest"] != later["reader"]["digest"]
    assert [later, earlier] == _read(hudna, "--jobs", "2")
    changes = [json.loads(line) for line in hudna("reread").stdout.splitlines()]
    assert ["speakers"] in [each.get("fields") for each in changes if each["article_id"] == "a"]
    assert (
        "2 articles" in hudna("who", "Doskin", "--store", "x.sqlite").stdout
        or "Rizgar" in hudna("who", "Doskin").stdout
    )


def test_bad_row_adds_nothing_and_leaves_the_list_that_was_there(hudna, tmp_path):
    """All bad rows are told, with their lines, and what was imported before is still read."""
    assert 0 == hudna("import", "places", "places.csv").returncode
    (tmp_path / "places.csv").write_text(PLACES + "تل,SY1,11,,\nتل,,4,,\n", encoding="utf-8")
    result = hudna("import", "places", "places.csv")

    assert 2 == result.returncode
    assert ["places.csv:3", "places.csv:4", "hudna: places.csv: 2 bad rows; nothing was added"] == [
        result.stderr.splitlines()[0].rpartition(": ")[0].partition(": ")[0],
        result.stderr.splitlines()[1].partition(": ")[0],
        result.stderr.splitlines()[2],
    ]
    assert "place:sy-sy077701" in _known(_read(hudna)[0])
    assert ["places-places"] == [path.name for path in (tmp_path / "lists").iterdir()]


def test_list_is_replaced_by_the_one_of_its_name(hudna, tmp_path):
    """What the sheet no longer has is no longer read; the list does not meet itself."""
    assert "1 rows read, 0 notes" in hudna("import", "places", "places.csv").stderr
    assert "1 rows read, 0 notes" in hudna("import", "places", "places.csv").stderr
    (tmp_path / "places.csv").write_text(PLACES.replace("تل الزعرور", "تل الزعرورة"), encoding="utf-8")
    assert 0 == hudna("import", "places", "places.csv").returncode

    assert "place:sy-sy077701" not in _known(_read(hudna)[0])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("name,level\nتل,4\n", "places.csv:1: the header lacks p-code or p_code or pcode"),
        ("name,pcode,level,name_ar\n", "places.csv:1: two columns are name"),
        ("name,pcode,level\nتل,SY1\n", "places.csv:2: 2 cells where the header has 3"),
        ("name,pcode,level\n", "places.csv: no rows"),
        ("", "places.csv:1: the header lacks"),
        ('name,pcode,level\n"تل,SY1,4\n', "places.csv:2: unexpected end of data"),
        ("name,pcode,level\nتل,SY1,4\n".encode("cp1256"), "places.csv:2: not UTF-8"),
    ],
)
def test_file_that_is_no_list_is_refused(hudna, tmp_path, text, reason):
    """One line says what is wrong with the file, and where."""
    (tmp_path / "places.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
    result = hudna("import", "places", "places.csv")

    assert (2, "") == (result.returncode, result.stdout)
    assert reason in result.stderr
    assert 1 == len(result.stderr.splitlines())


def test_semicolons_and_a_mark_of_order_are_read(hudna, tmp_path):
    """What spreadsheets of Arabic offices write is read as well."""
    (tmp_path / "places.csv").write_text("\ufeff" + PLACES.replace(",", ";"), encoding="utf-8")

    assert 0 == hudna("import", "places", "places.csv").returncode


@pytest.mark.parametrize(
    ("table", "text", "reason"),
    [
        ("places.tsv", "id\tform\tsource\nx\tتل\n", "places.tsv:2: 2 cells where the header has 3"),
        ("people.tsv", "id\tform\tsource\nx\t\tme\n", "people.tsv:2: id, form or source is empty"),
        (
            "holders.tsv",
            "office\tcountry\tperson\tfrom\tto\tsource\npresident\tSY\tnobody-such\t2030\t\tme\n",
            "holders.tsv:2: no table knows the person 'nobody-such'",
        ),
    ],
)
def test_list_broken_by_hand_stops_the_program(hudna, tmp_path, table, text, reason):
    """A table that somebody spoilt is told before anything is read; no reading goes on without it."""
    folder = tmp_path / "lists" / "own"
    folder.mkdir(parents=True)
    (folder / table).write_text(text, encoding="utf-8")
    result = hudna("read", "articles.jsonl")

    assert (1, "") == (result.returncode, result.stdout)
    assert reason in result.stderr
    assert 1 == len(result.stderr.splitlines())
