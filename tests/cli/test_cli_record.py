"""hudna add, chronology, show and export, in process."""

import csv
import json

import pytest

from hudna.model import HudnaError

ARTICLES = [
    {
        "id": "a1",
        "source": "صحيفة الأولى",
        "published": "2017-07-05",
        "text": "قال وزير الخارجية الروسي سيرغي لافروف أمس إن «الحل في سوريا سياسي».",
    },
    {"id": "a2", "source": "صحيفة الثانية", "text": "وأكد علي شمخاني أن الهدنة صامدة."},
]


@pytest.fixture
def run(invoke, write_articles):
    write_articles("two.jsonl", ARTICLES)
    return invoke


@pytest.fixture
def added(run):
    assert 0 == run("add", "two.jsonl").exit_code
    return run


def test_add_says_what_came_of_it(run):
    """The counts go to standard error; standard output stays empty."""
    result = run("add", "two.jsonl")

    assert result.stderr.endswith("record.sqlite: 2 new\n")
    assert "" == result.stdout


def test_adding_twice_changes_nothing(added):
    """What is known is counted as known, and the chronology stays as it was."""
    before = added("chronology", "--format", "jsonl").stdout
    result = added("add", "two.jsonl")

    assert result.stderr.endswith("record.sqlite: 2 known\n")
    assert before == added("chronology", "--format", "jsonl").stdout


def test_add_fails_when_nothing_can_be_read(run):
    """The exit status is 2 when no article was found."""
    assert 2 == run("add", "missing.txt").exit_code


def test_chronology_needs_a_record(run):
    """A store that is not there is told by its name, and none is made."""
    result = run("chronology")

    assert isinstance(result.exception, HudnaError)
    assert "record.sqlite" in str(result.exception)


def test_chronology_in_every_form(added):
    """Each form tells both events."""
    assert 2 <= len([json.loads(line) for line in added("chronology", "--format", "jsonl").stdout.splitlines()])
    assert 2 <= len(json.loads(added("chronology", "--format", "json").stdout))
    assert 3 <= len(list(csv.reader(added("chronology", "--format", "csv").stdout.splitlines())))
    for form in ("table", "md", "html"):
        told = added("chronology", "--format", form).stdout
        assert "لافروف" in told
        assert "شمخاني" in told


def test_chronology_page_marks_the_words(added, tmp_path):
    """The page is Arabic, right to left, and marks the evidence in its sentence."""
    result = added("chronology", "--format", "html", "--language", "ar", "-o", "page.html")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")

    assert "" == result.stdout
    assert '<html lang="ar" dir="rtl">' in page
    assert "<mark>" in page
    assert "صحيفة الأولى" in page


def test_chronology_can_be_narrowed(added):
    """Party and days leave out the rest."""
    lines = added("chronology", "--format", "jsonl", "--party", "شمخاني").stdout.splitlines()

    assert ["شمخاني" in line for line in lines] == [True] * len(lines)
    assert lines
    assert "" == added("chronology", "--format", "jsonl", "--to", "2000-01-01").stdout


def test_show_tells_an_article_an_event_and_an_entity(added):
    """Whatever has an id can be shown."""
    event = json.loads(added("chronology", "--format", "jsonl", "--party", "لافروف").stdout.splitlines()[0])
    told = added("show", event["id"]).stdout

    assert event["id"] in told
    assert "صحيفة الأولى" in told
    assert "لافروف" in added("show", "a1").stdout
    told = added("show", event["actors"][0]["entity"]).stdout
    assert "لافروف" in told
    assert event["id"] in told
    assert event == json.loads(added("show", event["id"], "--format", "json").stdout)


def test_show_refuses_what_is_not_there(added):
    """The key is named."""
    assert "nothing-such" in str(added("show", "nothing-such").exception)


@pytest.mark.parametrize("what", ["events", "entities", "readings"])
def test_export_is_data(added, what):
    """Every line is JSON, and the array holds the same."""
    lines = added("export", what).stdout.splitlines()

    assert [json.loads(line) for line in lines] == json.loads(added("export", what, "--format", "json").stdout)
    assert lines


def test_search_prints_what_holds_the_words(added):
    """A word in another form finds the article and its records, with the words as they stand there; Latin letters do."""
    lines = [json.loads(line) for line in added("search", "هدنة", "--format", "jsonl").stdout.splitlines()]

    assert {"a2"} == {line["article_id"] for line in lines}
    assert "الهدنة" in {span["text"] for line in lines for span in line["words"]}
    assert "شمخاني" in added("search", "Shamkhani").stdout
    assert {"a1"} == {line["article_id"] for line in json.loads(added("search", "Lavrov", "-f", "json").stdout)}
    result = added("search", "--limit", 1, "--type", "statement", "--type", "article")
    assert "1 of" in result.stderr


def test_whole_record_goes_into_another(added, tmp_path):
    """What was exported as a record is the same record in another store; a second time nothing is new."""
    assert 0 == added("export", "record", "-o", "all.jsonl").exit_code
    result = added("import", "record", "all.jsonl", "--store", "other.sqlite")

    assert result.stderr == "other.sqlite: 4 new rows\n"
    assert "other.sqlite: 0 new rows\n" == added("import", "record", "all.jsonl", "--store", "other.sqlite").stderr
    assert (
        added("chronology", "-f", "jsonl").stdout
        == added("chronology", "-f", "jsonl", "--store", "other.sqlite").stdout
    )
    (tmp_path / "bad.jsonl").write_text("{}\n")
    assert "line 1: not of a record" in str(added("import", "record", "bad.jsonl").exception)


def test_rereading_tells_what_changed(added, monkeypatch):
    """A new reader reads all articles once, and its gains and losses are told; what was decided and lost is counted."""
    from hudna.desk import reader, rereading
    from hudna.model import Reader

    assert "0 orphaned decisions\n" in added("reread").stderr
    event = json.loads(added("chronology", "-f", "jsonl", "--party", "لافروف").stdout.splitlines()[0])
    added("decide", "right", event["id"], "-w", "read it", "--by", "me")
    known = reader.pipeline()

    class Deaf:
        reader = Reader("9", "deaf")
        pack = known.pack

        def read(self, article):
            from dataclasses import replace

            return replace(known.read(article), reader=self.reader, statements=())

    for module in (reader, rereading):
        monkeypatch.setattr(module, "pipeline", Deaf)
    monkeypatch.setattr("hudna.desk.keeping.pipeline", Deaf)
    result = added("reread", "--format", "json")

    changes = json.loads(result.stdout)
    assert {"lost"} == {change["kind"] for change in changes if change["type"] == "statement"}
    assert "2 read again" in result.stderr
    assert "1 orphaned decisions" in result.stderr
    assert "read it" in added("history", "--orphans", "-f", "jsonl").stdout
    assert "" == added("reread").stdout
