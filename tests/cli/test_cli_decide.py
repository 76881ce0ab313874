"""hudna decide, withdraw and history, in process."""

import json

import pytest

from hudna.model import InputError

TEXT = "التقى وزير الخارجية الروسي سيرغي لافروف أمس نظيره الإيراني محمد جواد ظريف في طهران."


@pytest.fixture
def run(invoke, write_articles, monkeypatch):
    monkeypatch.setenv("HUDNA_BY", "سلمى")
    articles = [
        {"id": f"a{place}", "source": outlet, "published": "2017-07-05", "text": f"{outlet}: {TEXT}"}
        for place, outlet in enumerate(("صحيفة الأولى", "صحيفة الثانية"))
    ]
    write_articles("two.jsonl", articles)
    assert 0 == invoke("add", "two.jsonl").exit_code
    return invoke


def _events(run):
    lines = run("chronology", "--format", "jsonl", "--type", "contact").stdout.splitlines()
    return [json.loads(line) for line in lines]


def test_event_is_corrected_shown_and_put_back(run):
    """The right day shows with the one that was read; withdrawn, it is as before, and the history has both acts."""
    [event] = _events(run)
    key = event["id"]
    result = run("decide", "correct", key, "days", "2017-07-03", "--why", "the ministry's page")

    assert result.stderr.endswith("decision 1\n")
    assert "2017-07-03" == _events(run)[0]["earliest"]
    told = run("show", key).stdout
    assert "3 July 2017 (read: 4 July 2017)" in told
    assert "set by سلمى" in told
    assert 0 == run("withdraw", "1", "--why", "was right").exit_code
    assert event == _events(run)[0] | {"decisions": []}
    [decision] = [json.loads(line) for line in run("history", key, "--format", "jsonl").stdout.splitlines()]
    assert ("سلمى", ["the ministry's page"], ["was right"]) == (
        decision["by"],
        decision["reasons"],
        decision["withdrawn_reasons"],
    )
    told = run("history").stdout
    assert "Days: set to 3 July" in told
    assert "Withdrawn" in told


def test_event_is_split_and_joined(run):
    """What was merged comes apart by the article's id, and is joined again by the events' ids."""
    [event] = _events(run)
    assert 0 == run("decide", "apart", event["id"], "a1", "-w", "two visits").exit_code
    parts = _events(run)

    assert [1, 1] == [len(each["members"]) for each in parts]
    assert 0 == run("decide", "same", *(each["id"] for each in parts), "-w", "one after all").exit_code
    assert [event["id"]] == [each["id"] for each in _events(run)]


def test_event_is_dismissed_reviewed_and_judged(run):
    """A verdict and a review show on the sheet; what no article tells leaves the chronology."""
    [event] = _events(run)
    run("decide", "verdict", event["id"], "disputed", "-w", "the ministry denies it")
    told = run("show", event["id"]).stdout
    assert "Disputed" in told
    assert "Looked at by people" in told
    run("decide", "right", event["id"], "-w", "read it")
    run("decide", "wrong", event["id"], "--in", "a0", "-w", "about another day")

    assert [["a1"]] == [[member["article_id"] for member in each["members"]] for each in _events(run)]


def test_two_people_are_one_and_two_again(run):
    """Entities are joined by their ids, and come apart by withdrawing."""
    [event] = _events(run)
    one, other = (actor["entity"] for actor in event["actors"])
    assert 0 == run("decide", "same", one, other, "-w", "a test").exit_code
    assert 1 == len({actor["entity"] for actor in _events(run)[0]["actors"]})
    run("withdraw", "1", "-w", "a test")

    assert 2 == len(_events(run)[0]["actors"])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("correct", "{}", "days", "4 July", "-w", "x"), "is no day"),
        (("correct", "{}", "colour", "red", "-w", "x"), "there are kind, status"),
        (("correct", "{}", "place", "x", "-w", " "), "who decides and why"),
        (("correct", "con-0", "place", "x", "-w", "x"), "no event con-0"),
        (("correct", "{}", "place", "x", "-w", "x", "--in", "a7"), "a7 is none of the tellings"),
        (("apart", "{}", "a0", "a1", "-w", "x"), "comes apart into some"),
        (("same", "{}", "-w", "x"), "two events of one type"),
        (("same", "{}", "person:sergey-lavrov", "-w", "x"), "two or more events, or two entities"),
        (("correct", "{}", "actors", "person:nobody", "-w", "x"), "nobody goes by"),
    ],
)
def test_what_cannot_be_decided_is_told(run, arguments, message):
    """A wrong call is told in one line, and nothing is written."""
    [event] = _events(run)
    result = run("decide", *(each.format(event["id"]) for each in arguments))

    assert isinstance(result.exception, InputError)
    assert message in str(result.exception)
    assert "[]" == run("history", "--format", "json").stdout.strip()


def test_no_orphans_without_decisions(run):
    """There is nothing to list."""
    assert "" == run("history", "--orphans", "--format", "jsonl").stdout
