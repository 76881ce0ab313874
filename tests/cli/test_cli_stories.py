"""hudna stories, in process."""

import json

import pytest

ARTICLES = [
    {
        "id": "x1",
        "source": "صحيفة الأولى",
        "published": "2021-03-01",
        "title": "تسعة قتلى في غارة جوية على سوق الخضار في مدينة الباب",
        "text": "قتل تسعة مدنيين وأصيب عشرون في غارة جوية استهدفت سوق الخضار في مدينة الباب شمالي سوريا.",
    },
    {
        "id": "x2",
        "source": "صحيفة الثانية",
        "published": "2021-03-01",
        "title": "غارة على سوق في الباب توقع تسعة قتلى",
        "text": "استهدفت طائرة حربية سوق الخضار وسط مدينة الباب فسقط تسعة قتلى وعشرون جريحا من المدنيين.",
    },
    {
        "id": "x3",
        "source": "صحيفة الأولى",
        "published": "2021-03-01",
        "title": "انطلاق جولة المحادثات اليمنية في مسقط",
        "text": "بدأ وفدا الحكومة اليمنية والحوثيين جولة محادثات جديدة في العاصمة العمانية مسقط.",
    },
]


@pytest.fixture
def run(invoke, write_articles):
    write_articles("three.jsonl", ARTICLES)
    return invoke


def _stories(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_one_line_for_each_story(run):
    """Each line has id, label and the articles' ids as given; singletons are there."""
    found = _stories(run("stories", "three.jsonl", "--format", "jsonl"))

    assert [["x1", "x2"], ["x3"]] == sorted(sorted(story["articles"]) for story in found)
    for story in found:
        assert {"format_version", "id", "label", "articles"} == set(story)
        assert story["id"].startswith("sto-")


def test_the_same_bytes_whatever_the_jobs(run):
    """More processes change nothing."""
    one = run("stories", "three.jsonl", "--format", "jsonl")

    assert one.stdout == run("stories", "three.jsonl", "--format", "jsonl", "--jobs", "2").stdout


def test_stories_of_the_store(run):
    """Without files the stories are the store's, and they are the same."""
    run("add", "three.jsonl")

    assert run("stories", "--format", "jsonl").stdout == run("stories", "three.jsonl", "--format", "jsonl").stdout


def test_table_and_array(run):
    """The table tells headline and outlets, the array holds what the lines hold."""
    told = run("stories", "three.jsonl").stdout

    assert "مسقط" in told
    assert "sto-" in told
    lines = _stories(run("stories", "three.jsonl", "--format", "jsonl"))
    assert lines == json.loads(run("stories", "three.jsonl", "--format", "json").stdout)


def test_one_story_by_id(run):
    """A story is found by its id; an unknown id is told."""
    first = _stories(run("stories", "three.jsonl", "--format", "jsonl"))[0]

    assert [first] == _stories(run("stories", "three.jsonl", "--format", "jsonl", "--story", first["id"]))
    assert "sto-nothing" in str(run("stories", "three.jsonl", "--story", "sto-nothing").exception)


def test_nothing_to_read(run):
    """The exit status is 2 when no article was found."""
    assert 2 == run("stories", "missing.jsonl").exit_code
