"""The public door to names: what it finds, compares and looks up, and names made to deceive."""

import doctest
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hudna import desk, names
from hudna.cli.main import app
from hudna.intake import Options
from hudna.record.names import POSSIBLE, SAME

PAGE = Path(__file__).parent.parent / "docs" / "names.md"


def test_examples_of_the_page_hold():
    """What docs/names.md shows is what the program says."""
    assert doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8").failed == 0


def test_spans_point_to_the_words():
    """Every name stands where it says."""
    text = "قال وزير الخارجية الروسي سيرغي لافروف إن مطار الشهيد سامر القلموني مغلق."

    assert all(text[found.start : found.end] == found.text for found in names.find(text))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("فلاديمير بوتين", "فلاديمير بوтين"),
        ("محمد سalم", "محمد سالم"),
        ("علي عبد الله", "علي عبد a الله"),
        ("حسن", "حسین"),
        ("علي كريم", "علي كرم"),
    ],
)
def test_no_silent_merge(left, right):
    """Letters of another script, and names that differ by a vowel, are never one by themselves."""
    assert names.compare(left, right).score < SAME


@pytest.mark.parametrize(
    ("left", "right"), [("علي کريم", "علي كريم"), ("حسن روحانی", "حسن روحاني"), ("بشار\u202e الأسد", "بشار الأسد")]
)
def test_same_letters_are_the_same(left, right):
    """Persian keyboards and controls of direction change no name."""
    assert names.compare(left, right).score == 1


@pytest.mark.parametrize("text", ["word " * 1_000, "\u202e\u2066محمد\u2069" * 50, "Пуtин بوتين Putin", "", "#", "-"])
def test_any_text_is_read(text):
    """Runs of other scripts and controls raise nothing."""
    assert all(text[found.start : found.end] == found.text for found in names.find(text))


@pytest.mark.parametrize(
    ("query", "entity"),
    [
        ("لافرنتيف", "person:alexander-lavrentiev"),
        ("Lavrentyev", "person:alexander-lavrentiev"),
        ("Guterres", "person:antonio-guterres"),
        ("سكريبل", "person:sergei-skripal"),
        ("Afrin", "place:sy-afrin"),
        ("حماس", "body:hamas"),
    ],
)
def test_who_goes_by_a_name(query, entity):
    """Any spelling finds the entity, and Latin letters find the Arabic."""
    assert entity == names.who(query)[0].entity


def test_offices_have_their_years():
    """Who held an office has it with its days and a source."""
    [known] = [each for each in names.who("وليد المعلم") if each.entity == "person:walid-muallem"]

    assert ("minister-foreign-affairs", "SY") in {(term.office, term.country) for term in known.terms}
    assert all(term.start and term.source for term in known.terms)


def test_who_names_the_articles_of_a_store(tmp_path):
    """With a store, the articles that name somebody are told, and people whom only they know."""
    article = tmp_path / "a.txt"
    article.write_text("قال سيرغي لافروف إن نزار الدرزاوي عاد.", encoding="utf-8")
    with desk.open_store(tmp_path / "s.sqlite", create=True) as store:
        list(desk.add(store, [article], Options()))
        [lavrov] = [each for each in desk.who("Lavrov", store) if each.entity == "person:sergey-lavrov"]
        [unknown] = desk.who("نزار الدرزاوي", store)

    assert len(lavrov.articles) == 1
    assert unknown.entity.startswith("ent-")
    assert unknown.articles == lavrov.articles


def test_commands_print_json(tmp_path):
    """Both commands write one object a line."""
    article = tmp_path / "a.txt"
    article.write_text("وصل سيرغي لافروف إلى دمشق.", encoding="utf-8")
    run = CliRunner().invoke
    lines = run(app, ["names", str(article), "--format", "jsonl"]).stdout.splitlines()
    [known] = run(app, ["who", "لافرنتيف", "--format", "jsonl"]).stdout.splitlines()

    assert ["سيرغي لافروف", "دمشق"] == [json.loads(line)["text"] for line in lines]
    assert json.loads(known)["entity"] == "person:alexander-lavrentiev"
    assert run(app, ["names", str(article)]).exit_code == 0
    assert run(app, ["who", "لافرنتيف"]).exit_code == 0
    assert run(app, ["who", "قحطبوزا"]).exit_code != 0


def test_threshold_is_told_truly():
    """A surname alone may be somebody, never is by itself."""
    assert POSSIBLE <= names.compare("شمخاني", "علي شمخاني").score < SAME
