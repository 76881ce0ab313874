"""Records added by hand: kept with their words, shown as a person's everywhere, taken back."""

import re

import pytest

from conftest import token_of
from factories import Writer, meeting

WHO = ("سيرغي لافروف", "علي شمخاني")
NOTE = "رصد مراقبنا قصف بلدة الزهراء صباح الثلاثاء. وقال سكان إن المدفعية أطلقت النار."


@pytest.fixture
def article() -> Writer:
    return Writer(NOTE, source="مراقب", title="ملاحظة", day="2017-07-05")


@pytest.fixture
def desk_of(open_desk, article):
    """Return a client of a desk with an article in which nothing was read, and its address."""
    client = open_desk([article.reading()])
    return client, f"/en/article/{article.article.digest}"


def add(desk, **values):
    """Send the form of a record, as it stands without script."""
    client, address = desk
    form = {"token": token_of(client), "type": "incident", "kind": "shelling", "seen": 0, "why": "seen myself"}
    return client.post(f"{address}/write", data={**form, **values})


def text_of(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_the_words_are_chosen_without_script(desk_of):
    """A sentence is chosen, then its words; each word's value is its place in the text."""
    client, address = desk_of
    page = client.get(f"{address}/write?type=incident").text
    sentences = re.findall(r'<option value="(\d+)"[^>]*>\d+ ([^<]+)', page.split('name="sentence"')[1])
    assert ["ملاحظة", "رصد مراقبنا قصف بلدة الزهراء صباح الثلاثاء."] == [text for _, text in sentences[:2]]
    assert 'name="first_word"' not in page

    page = client.get(f"{address}/write?type=incident&sentence=1").text
    firsts = page.split('name="first_word"')[1].split("</select>")[0]
    assert NOTE.index("قصف") == int(re.search(r'value="(\d+)">3 قصف', firsts)[1])
    assert '<mark id="here">رصد مراقبنا' in page


def test_a_record_added_by_hand_is_everywhere(desk_of):
    """In the article, the timeline, the event, the search, the exports: with who added it."""
    client, _ = desk_of
    start, end = NOTE.index("قصف"), NOTE.index(" صباح")
    answer = add(
        desk_of, first_word=start, last_word=end, towards="بلدة الزهراء", first="2017-07-04", last="2017-07-04"
    )
    assert 303 == answer.status_code, answer.text
    page = client.get(answer.headers["location"]).text
    assert "Kept as decision 1." in page
    panel = text_of(page.split('id="panel"')[1])
    assert "Shelling added by hand by tester" in panel
    assert "4 July 2017" in panel
    assert 'class="m m-incident here"' in page

    timeline = client.get("/en/timeline").text
    assert "added by hand by tester" in timeline
    assert "<mark>قصف بلدة الزهراء</mark>" in timeline
    event = client.get("/en/" + re.search(r'href="/en/(event/[^"]+)"', timeline)[1]).text
    assert "seen myself" in event
    assert "Added by hand: Shelling" in event
    assert "hedged" not in text_of(event)
    assert "قصف بلدة الزهراء" in text_of(client.get("/en/search?q=قصف&type=incident").text)
    for form in ("csv", "html", "md", "json"):
        assert "tester" in client.get(f"/en/report/file?format={form}").text, form


def test_what_was_added_is_taken_back(desk_of):
    """Undone, it is gone from every page; the decision stays in the history."""
    client, address = desk_of
    add(desk_of, quote="أطلقت النار", actors="المدفعية")
    assert 1 == client.get("/en/timeline").text.count('<article class="card')
    assert "1 hit" in client.get("/en/search?q=أطلقت&type=incident").text

    client.post("/en/decision/1/withdraw", data={"token": token_of(client), "seen": 1, "why": "another day"})
    assert 0 == client.get("/en/timeline").text.count('<article class="card')
    assert "m-incident" not in client.get(address).text
    assert "1 hit" not in client.get("/en/search?q=أطلقت&type=incident").text
    assert "another day" in client.get("/en/history").text


def test_a_record_by_hand_tells_an_event_with_others(open_desk):
    """What somebody adds to one article is one event with what was read in another."""
    write = Writer("التقى سيرغي لافروف علي شمخاني في موسكو.", source="مراقب", day="2017-07-05")
    client = open_desk([meeting("وكالة أ", WHO, "2017-07-04", published="2017-07-05"), write.reading()])
    desk = client, f"/en/article/{write.article.digest}"
    known = {"type": "contact", "kind": "meeting", "status": "held", "first": "2017-07-04", "last": "2017-07-04"}
    answer = add(desk, **known, quote="التقى سيرغي لافروف علي شمخاني", actors="; ".join(WHO))

    assert 303 == answer.status_code, answer.text
    page = client.get("/en/timeline").text
    assert 1 == page.count('<article class="card')
    assert "added by hand" not in page  # one of its tellings was read
    assert "added by hand by tester" in client.get("/en/" + re.search(r'href="/en/(event/[^"]+)"', page)[1]).text


@pytest.mark.parametrize(
    ("type_", "values"),
    [
        ("measure", {"kind": "ceasefire", "status": "broken", "actors": "مراقبنا", "towards": "المدفعية"}),
        ("conduct", {"kind": "supply", "actors": "سكان"}),
        ("pledge", {"kind": "promise", "actors": "سكان", "first": "2017-07-09"}),
        ("statement", {"kind": "accuse", "status": "said", "actors": "سكان"}),
    ],
)
def test_every_type_can_be_added(desk_of, type_, values):
    """The form of each type keeps a record of it."""
    client, address = desk_of
    assert f'name="type" value="{type_}"' in client.get(f"{address}/write?type={type_}").text
    answer = add(desk_of, type=type_, quote="قال سكان إن المدفعية أطلقت النار", **values)

    assert 303 == answer.status_code, answer.text
    page = client.get(answer.headers["location"]).text
    assert f'class="sheet {type_}"' in page
    assert "/en/event/" in page.split(f'class="sheet {type_}"')[1]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"quote": "ليس في المقال"}, "these words do not stand in the article"),
        ({}, "no words of the article were chosen"),
        ({"first_word": "5", "last_word": "99999"}, "no words stand at"),
        ({"quote": "قصف", "kind": "meeting"}, "a incident has no kind meeting"),
        ({"quote": "قصف", "first": "2017-07-09", "last": "2017-07-01"}, "ends before it begins"),
        ({"quote": "قصف", "why": " "}, "a decision needs who decides and why"),
        ({"quote": "قصف", "actors": "أ; ب"}, "one name at most"),
    ],
)
def test_what_is_no_record_is_refused(desk_of, values, said):
    """Nothing is kept, and the page says why."""
    client, _ = desk_of
    answer = add(desk_of, **values)

    assert 422 == answer.status_code
    assert said in text_of(answer.text)
    assert 0 == client.get("/en/timeline").text.count('<article class="card')


def test_a_field_note_carries_its_own_records(client):
    """Pasted as a field note, it says so, and takes records like any article."""
    form = {
        "token": token_of(client),
        "text": NOTE,
        "genre": "field_note",
        "source": "مراقب",
        "published": "2017-07-05",
    }
    address = client.post("/en/add", data=form).headers["location"].partition("?")[0]
    assert "field note" in text_of(client.get(address).text)

    answer = add((client, address), quote="قصف بلدة الزهراء", first="2017-07-04", last="2017-07-04")
    assert 303 == answer.status_code, answer.text
    page = client.get("/en/timeline?type=incident").text
    assert "added by hand by tester" in page
    assert "field note" in client.get("/en/" + re.search(r'href="/en/(event/[^"]+)"', page)[1]).text
