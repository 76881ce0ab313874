"""Deciding in a browser: what a form asks for is kept, shown, and can be taken back."""

import re

import pytest

from conftest import token_of
from factories import call_in_two_outlets, meeting

WHO = ("علي شمخاني", "سيرغي لافروف")


def page_of(client, path="/en/timeline") -> str:
    """Return the page of the first event a list leads to."""
    return client.get("/en/" + re.search(r'href="/en/(event/con-[0-9a-f]+)"', client.get(path).text)[1]).text


def send(client, action, page=None, **values):
    """Send a form of an event's page as it stands there, and return the answer."""
    page = page or page_of(client)
    address = re.search(r'action="(/en/event/[^"]+/decide)"', page)[1]
    seen = re.search(r'name="seen" value="(\d+)"', page)[1]
    form = {"token": token_of(client), "action": action, "seen": seen, "why": "seen on paper", **values}
    return client.post(address, data={key: value for key, value in form.items() if value is not None})


def follow(client, answer) -> str:
    assert 303 == answer.status_code, answer.text
    return client.get(answer.headers["location"]).text


def test_a_wrong_day_is_corrected_shown_and_taken_back(client):
    """The new day stands on the event, the machine's beside it; undone, the machine's day is back."""
    page = follow(client, send(client, "correct", field="days", first="2017-07-03", last="2017-07-03"))
    assert "Kept as decision 1." in page
    assert '<time datetime="2017-07-03">3 July 2017' in page
    assert "(read: 4 July 2017)" in page
    assert "seen on paper" in page
    assert "tester" in page

    form = {
        "token": token_of(client),
        "seen": 1,
        "why": "my slip",
        "back": re.search(r'"back" value="([^"]+)"', page)[1],
    }
    page = follow(client, client.post("/en/decision/1/withdraw", data=form))
    assert "Decision 1 was taken back." in page
    assert '<time datetime="2017-07-04">4 July 2017' in page
    assert "my slip" in page


@pytest.mark.parametrize(
    ("action", "values", "shown"),
    [
        ("review", {}, 'class="tag reviewed"'),
        ("verify", {"verdict": "disputed"}, 'class="tag verdict">Disputed'),
        ("correct", {"field": "status", "value": "cancelled"}, '<span class="tag">cancelled</span>'),
        ("correct", {"field": "place", "value": "<b>موسكو</b>"}, "&lt;b&gt;موسكو&lt;/b&gt;"),
    ],
)
def test_decisions_are_shown_on_the_event(client, action, values, shown):
    """Each decision changes what the page says."""
    assert shown in follow(client, send(client, action, **values))


def test_tellings_are_parted_and_put_together(client):
    """Split, the event is two; merged by the other's id, it is one again."""
    one, two = call_in_two_outlets()
    follow(client, send(client, "split", parts=f"{two.article.digest}/c1"))
    assert 2 == client.get("/en/timeline").text.count('<article class="card')

    page = client.get(f"/en/event/{one.article.digest}/c1").text
    other = re.search(r'type="radio" name="other" value="([^"]+)"', page)[1]
    follow(client, send(client, "merge", page, other=other))
    assert 1 == client.get("/en/timeline").text.count('<article class="card')


def test_what_is_dismissed_leaves_the_record_and_comes_back(client):
    """A dismissal leads to the history, where it can be taken back."""
    answer = send(client, "dismiss")
    assert answer.headers["location"].startswith("/en/history")
    assert "Kept as decision 1." in follow(client, answer)
    assert 0 == client.get("/en/timeline").text.count('<article class="card')

    client.post("/en/decision/1/withdraw", data={"token": token_of(client), "seen": 1, "why": "it is told"})
    assert 1 == client.get("/en/timeline").text.count('<article class="card')


def test_the_later_of_two_windows_is_told(client):
    """What was decided after a page was opened is not overwritten by it."""
    page = page_of(client)
    assert 303 == send(client, "correct", page, field="place", value="موسكو").status_code

    late = send(client, "correct", page, field="place", value="طهران")
    assert 409 == late.status_code
    assert "Somebody was quicker" in late.text
    assert "موسكو" in page_of(client)


@pytest.mark.parametrize(
    ("action", "values"),
    [
        ("review", {"why": " "}),
        ("correct", {"field": "status", "value": "flown"}),
        ("correct", {"field": "nothing", "value": "x"}),
        ("correct", {"field": "days", "first": "2017-13-01"}),
        ("verify", {"verdict": "positive"}),
        ("split", {}),
        ("merge", {"other": "con-0"}),
        ("burn", {}),
        ("review", {"seen": "-1"}),
    ],
)
def test_what_makes_no_sense_is_refused(client, action, values):
    """A decision without a reason, or that can't be, is said to be so and changes nothing."""
    assert send(client, action, **values).status_code in {404, 422}
    assert "Nothing has been decided yet." in client.get("/en/history").text


def test_two_names_become_one_person_and_two_again(open_desk):
    """Two spellings are merged from the one's page, and parted by taking that back."""
    client = open_desk(
        [
            meeting("أ", ("علي شمخاني", "لافروف"), "2021-12-21"),
            meeting("ب", ("المقداد", "عبد الحميد درويش"), "2020-12-21"),
        ]
    )
    names = dict(re.findall(r'href="/en/name/([^"]+)"><bdi>([^<]+)<', client.get("/en/names").text))
    ids = {label: key for key, label in names.items()}
    page = client.get(f"/en/name/{ids['المقداد']}?q=درويش").text
    other = re.search(r'name="other" value="([^"]+)"', page)[1]
    assert ids["عبد الحميد درويش"] == other

    form = {"token": token_of(client), "seen": 0, "why": "the same", "action": "merge", "other": other}
    page = follow(client, client.post(f"/en/name/{ids['المقداد']}/decide", data=form))
    assert {"المقداد", "عبد الحميد درويش"} <= set(re.findall(r"<li><bdi>([^<]+)</bdi></li>", page))

    client.post("/en/decision/1/withdraw", data={"token": token_of(client), "seen": 1, "why": "no"})
    assert 200 == client.get(f"/en/name/{other}").status_code
