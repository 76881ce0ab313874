"""The JSON side: the same use cases, one shape of errors, a description that can be trusted."""

import pytest

from factories import call_in_two_outlets


@pytest.fixture
def headers(client) -> dict[str, str]:
    return {"X-Hudna-Token": client.get("/api/session").json()["token"]}


def test_events_are_given_as_the_timeline_shows_them(client):
    """Filters and paging are those of the pages."""
    found = client.get("/api/events?party=شمخاني").json()
    [line] = found["lines"]

    assert 1 == found["total"]
    assert "call" == line["event"]["kind"]
    assert 2 == len(line["event"]["members"])
    assert 0 == client.get("/api/events?party=nobody").json()["total"]


def test_one_event_comes_with_what_was_decided(client, headers):
    """A correction made here is seen here, and taken back here."""
    key = client.get("/api/events").json()["lines"][0]["event"]["id"]
    wanted = {"action": "correct", "field": "place", "value": "موسكو", "why": "seen", "seen": 0}
    made = client.post(f"/api/events/{key}/decisions", json=wanted, headers=headers)
    assert 201 == made.status_code
    found = client.get(f"/api/events/{key}").json()
    assert "موسكو" == found["event"]["place"]
    assert 1 == found["seen"] == len(found["decisions"])

    late = client.post(f"/api/events/{key}/decisions", json=wanted, headers=headers)
    assert 409 == late.status_code
    assert "conflict" == late.json()["error"]["code"]

    back = {"why": "a slip", "seen": 1}
    assert 200 == client.post("/api/decisions/1/withdraw", json=back, headers=headers).status_code
    assert client.get(f"/api/events/{key}").json()["event"]["place"] is None
    assert "a slip" in client.get("/api/decisions").json()["decisions"][0]["withdrawn_reasons"]


def test_an_article_is_added_and_given_as_the_format_has_it(client, headers):
    """Text in, reading out; what was there already is said so."""
    values = {"text": "هدنة في حلب", "source": "أ", "published": "2017-07-05"}
    made = client.post("/api/articles", json=values, headers=headers).json()
    assert "new" == made["added"]
    assert "known" == client.post("/api/articles", json=values, headers=headers).json()["added"]

    reading = client.get(f"/api/articles/{made['digest']}").json()
    assert "هدنة في حلب" == reading["text"]
    assert "2017-07-05" == reading["article"]["published"]["earliest"]
    assert 3 == len(reading["names"])
    tree = client.get(f"/api/articles/{made['digest']}/explanation?at=0").json()["matches"][0]
    assert ("person", "هدنة") == (tree["kind"], tree["text"])


def test_a_record_is_added_by_hand_and_taken_back(client, headers):
    """With its words and who added it; what names no words of the article is refused."""
    digest = client.get("/api/articles").json()["articles"][0]["digest"]
    wanted = {"type": "pledge", "kind": "promise", "quote": "الأزمة", "actors": "شمخاني", "why": "seen", "seen": 0}
    made = client.post(f"/api/articles/{digest}/records", json=wanted, headers=headers)
    assert 201 == made.status_code, made.text
    found = client.get(f"/api/events/{made.json()['telling']}").json()["event"]
    assert "tester" == found["members"][0]["added_by"]
    assert "الأزمة" == found["members"][0]["evidence"][0]["text"]

    assert 200 == client.post("/api/decisions/1/withdraw", json={"why": "no", "seen": 1}, headers=headers).status_code
    assert 404 == client.get(f"/api/events/{made.json()['telling']}").status_code
    strange = {**wanted, "quote": "ليس فيه", "seen": 2}
    assert 422 == client.post(f"/api/articles/{digest}/records", json=strange, headers=headers).status_code


def test_the_other_views_are_given_too(client):
    """Names with whom they met, positions, pledges, sources, the queue."""
    names = client.get("/api/names").json()["names"]
    assert 2 == len(client.get(f"/api/names/{names[0]['id']}").json()["met"])
    assert ["صحيفة ب", "وكالة أ"] == sorted(each["outlet"] for each in client.get("/api/sources").json()["sources"])
    for path in ("positions", "pledges", "review", "articles", "decisions"):
        assert 200 == client.get(f"/api/{path}").status_code


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/api/events/con-0", 404, "not_found"),
        ("/api/articles/ff", 404, "not_found"),
        ("/api/names/person:nobody", 404, "not_found"),
        ("/api/nothing", 404, "not_found"),
        ("/api/events?page=0", 422, "input"),
        ("/api/articles/ff/explanation", 422, "input"),
    ],
)
def test_errors_have_one_shape(client, path, status, code):
    """A code and a line, whatever went wrong."""
    answer = client.get(path)

    assert status == answer.status_code
    assert {"error"} == answer.json().keys()
    assert code == answer.json()["error"]["code"]
    assert answer.json()["error"]["message"]


def test_changes_need_the_token(client):
    """A program asks for its token first; a page of another site can't."""
    answer = client.post("/api/articles", json={"text": "هدنة"})

    assert 403 == answer.status_code
    assert "stranger" == answer.json()["error"]["code"]


def test_the_description_names_every_path(client):
    """OpenAPI describes what the program answers, and nothing of the pages."""
    described = client.get("/api/openapi.json").json()

    assert {"/api/events", "/api/articles", "/api/names", "/api/review"} <= described["paths"].keys()
    assert all(path.startswith("/api/") for path in described["paths"])
    assert call_in_two_outlets()[0].article.digest not in str(described)
