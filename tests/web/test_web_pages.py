"""The pages: what they show, in both languages."""

import re

import pytest

from factories import Writer, call_in_two_outlets, meeting
from hudna.model import ContactKind, ContactStatus, MeasureStatus, PledgeKind


def text_of(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def event_of(client) -> str:
    return re.search(r'href="/en/(event/con-[0-9a-f]+)"', client.get("/en/timeline").text)[1]


@pytest.mark.parametrize(
    ("language", "direction", "kind"), [("ar", "rtl", "اتصال هاتفي"), ("en", "ltr", "Telephone call")]
)
def test_the_timeline_tells_the_events(client, language, direction, kind):
    """An event stands under its day with its kind and its words."""
    page = client.get(f"/{language}/timeline").text

    assert f'lang="{language}" dir="{direction}"' in page
    assert 1 == page.count('<article class="card')
    assert kind in page
    assert "<mark>تحادث</mark>" in page


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("party=شمخاني", 1),
        ("party=nobody", 0),
        ("first=2017-07-04&last=2017-07-04", 1),
        ("first=2017-07-05", 0),
        ("first=2017-99-99", 1),
        ("type=statement", 0),
        ("type=contact&kind=call&status=held", 1),
        ("status=planned", 0),
        ("outlet=صحيفة ب", 1),
        ("outlet=صحيفة", 0),
        ("process=astana", 0),
        ("origins=2", 1),
        ("origins=3", 0),
        ("page=99", 1),
    ],
)
def test_the_address_narrows_the_timeline(client, query, count):
    """Each filter is a part of the address."""
    assert count == client.get(f"/en/timeline?{query}").text.count('<article class="card')


def test_filters_stand_in_the_form_they_came_from(client):
    """What was asked for is shown in the form, and kept from page to page."""
    page = client.get("/en/timeline?party=شمخاني&sure=true").text

    assert 'name="party" value="شمخاني"' in page
    assert 'name="sure" value="true" checked' in page


def test_long_lists_have_pages(open_desk):
    """Forty events a page, the filters kept in the links."""
    days = [f"2017-{month:02}-{day:02}" for month in (1, 2) for day in range(1, 28)]
    client = open_desk(meeting(f"وكالة {day}", ("علي شمخاني", "سيرغي لافروف"), day, published=day) for day in days)
    page = client.get("/en/timeline?party=شمخاني").text

    assert 40 == page.count('<article class="card')
    assert "54 events" in page
    assert 14 == client.get("/en/timeline?party=شمخاني&page=2").text.count('<article class="card')
    assert "page=2&amp;party=" in page


def test_an_event_shows_its_tellings_side_by_side(client):
    """Each outlet's words, the values with links to them, and whom they go back to."""
    page = client.get(f"/en/{event_of(client)}").text

    assert "Telephone call" in page
    assert 2 == page.count('<th scope="col">')
    assert {"تحادث", "اتصل"} <= set(re.findall(r"<mark>([^<]+)</mark>", page))
    assert "2 independent origins" in page
    assert "وكالة أ" in page
    assert 2 <= len(re.findall(r'/en/article/[0-9a-f]{64}\?at=\d+#here"><bdi>4 July 2017', page))


def test_an_origin_goes_by_its_name(open_desk):
    """A body of the tables that has no part in any event is shown as the tables call it, not by its id."""
    write = Writer("التقى علي شمخاني سيرغي لافروف أمس بحسب الوكالات.", source="وكالة أ", day="2021-12-22")
    who = ("علي شمخاني", "سيرغي لافروف")
    told_by = write.party("الوكالات", "body:news-agencies")
    contact = write.contact("التقى", who, write.when("أمس", "2021-12-21"))
    client = open_desk(
        [write.reading(contacts=(contact,), names=tuple(write.name(each) for each in who), credits=(told_by,))]
    )
    origins = client.get(f"/en/{event_of(client)}").text.split('<ul class="origins">')[1].split("</ul>")[0]

    assert "<bdi>وكالات الأنباء</bdi>" in origins
    assert "body:" not in origins


def test_an_event_is_found_by_its_tellings(client):
    """The key of a telling leads to the event, whatever it is called now."""
    one, _ = call_in_two_outlets()

    assert 200 == client.get(f"/en/event/{one.article.digest}/c1").status_code


def test_differences_are_shown(open_desk):
    """Where the accounts can't all be right, the page says so first."""
    who = ("علي شمخاني", "سيرغي لافروف")
    held = meeting("وكالة أ", who, "2021-12-21", place="موسكو")
    denied = meeting("صحيفة ب", who, "2021-12-21", place="موسكو", status=ContactStatus.DENIED)
    client = open_desk([held, denied])

    assert "Where the accounts differ" in client.get(f"/en/{event_of(client)}").text


def test_an_article_is_shown_to_the_letter(client):
    """The text with its marks taken off is the text as it came."""
    one, _ = call_in_two_outlets()
    page = client.get(f"/en/article/{one.article.digest}").text
    body = page.split('<div id="text"')[1].split("</div>")[0].split(">", 1)[1]

    assert one.article.text == re.sub(r"<[^>]+>", "", body).strip()
    assert 'class="m m-contact' in page


def test_words_explain_themselves(client):
    """At a character, the page shows the record it belongs to and how it came to be."""
    one, _ = call_in_two_outlets()
    page = client.get(f"/en/article/{one.article.digest}?at={one.contacts[0].evidence[0].start}").text

    assert "Telephone call" in page.split('id="panel"')[1]
    assert 'class="tree"' in page
    assert "another version of the program" in page


def test_layers_can_be_switched(client):
    """Only what is asked for is marked."""
    one, _ = call_in_two_outlets()
    address = f"/en/article/{one.article.digest}"

    assert "m-contact" not in client.get(f"{address}?layer=none").text
    assert "m-name" in client.get(f"{address}?layer=name").text


def test_offsets_count_code_points_beyond_the_basic_plane(open_desk):
    """A character that takes two units in a browser is one in the record."""
    write = Writer("😀 تحادث شمخاني مع لافروف.", source="أ")
    client = open_desk([write.reading(contacts=(write.contact("تحادث", ("شمخاني", "لافروف")),))])

    assert ">تحادث</a>" in client.get(f"/en/article/{write.article.digest}").text


@pytest.mark.parametrize("path", ["/en/event/con-0", "/ar/article/ffff", "/en/nowhere", "/ar/article/ffff?at=3"])
def test_what_is_not_there_is_said_so(client, path):
    """A page that says what happened, in the language of the address."""
    answer = client.get(path)

    assert 404 == answer.status_code
    assert ("غير موجود" if path.startswith("/ar") else "Not here") in answer.text


def test_a_wrong_address_is_no_failure(client):
    """What can't be read of an address is said, never a crash."""
    assert 422 == client.get("/en/timeline?page=0").status_code
    assert 422 == client.get("/en/timeline?origins=x").status_code
    assert 404 == client.get("/fr/timeline").status_code


def test_home_speaks_the_browsers_language(client):
    """The first page is Arabic unless the browser asks for English first."""
    assert "/en/" == client.get("/", headers={"Accept-Language": "fr, en;q=0.8, ar"}).headers["location"]
    assert "/ar/" == client.get("/", headers={"Accept-Language": "fr"}).headers["location"]


def test_digits_and_months_are_as_chosen(client, token):
    """Numbers and days of the interface change; what articles say does not."""
    client.post("/ar/settings", data={"digits": "arabic", "months": "egypt", "token": token})
    page = client.get("/ar/timeline").text

    assert "٤ يوليو ٢٠١٧" in page
    assert "4 July 2017" in client.get("/en/timeline").text


def test_each_page_leads_to_itself_in_the_other_language(client):
    """The switch keeps the address with its filters."""
    assert 'href="/ar/timeline?party=a&amp;sure=true"' in client.get("/en/timeline?party=a&sure=true").text


def test_first_page_tells_what_came_in_and_what_to_look_at(open_desk):
    """The last articles, new events, what is due on the day asked for, and the queue."""
    write = Writer("تعهد لافروف بتسليم الخرائط في موعدها.", source="أ", title="خرائط")
    pledge = write.pledge("تسليم الخرائط", "لافروف", write.when("في موعدها", "2017-06-04"), sure=False)
    client = open_desk([*call_in_two_outlets(), write.reading(pledges=(pledge,))])
    page = text_of(client.get("/en/?day=2017-06-01").text)

    assert "2 events from 3 articles" in page
    assert "1 June 2017" in page
    assert 2 == page.count("تسليم الخرائط")  # to be looked at, and due
    assert "Nothing is due" not in page
    assert "Past due: 1" in text_of(client.get("/en/?day=2018-06-01").text)
    assert 1 == client.get("/en/review").text.count('<article class="card')


def test_an_empty_record_says_how_to_begin(open_desk):
    """No page fails on a store without articles."""
    client = open_desk([])

    for path in ("", "timeline", "positions", "pledges", "names", "sources", "articles", "review"):
        assert 200 == client.get(f"/ar/{path}").status_code, path
    assert "The record is empty" in client.get("/en/").text


def test_pledges_stand_by_their_day(open_desk):
    """Past, soon, later and without a day, as on a day."""
    write = Writer("تعهد لافروف بتسليم الخرائط غدا، وببدء الجولة لاحقا.", source="أ")
    first = write.pledge("تسليم الخرائط", "لافروف", write.when("غدا", "2017-06-04"))
    second = write.pledge("بدء الجولة", "لافروف", n=2)
    client = open_desk([write.reading(pledges=(first, second))])

    assert "Past due: 1" in text_of(client.get("/en/pledges?day=2017-07-01").text)
    page = text_of(client.get("/en/pledges?day=2017-06-01").text)
    assert "Due within thirty days: 1 Without a day: 1" in page


def promised_and_done():
    """Return readings of a visit set for a day, of one told later on that day, and of a promise nobody tells more of."""
    who = ("سيرغي لافروف", "علي شمخاني")
    planned = {"place": "موسكو", "kind": ContactKind.VISIT, "status": ContactStatus.PLANNED}
    held = {"place": "موسكو", "kind": ContactKind.VISIT}
    write = Writer("تعهد لافروف بتسليم الخرائط في موعدها.", source="ج", day="2017-06-01")
    promise = write.pledge(
        "تسليم الخرائط", "لافروف", write.when("في موعدها", "2017-06-20"), kind=PledgeKind.PROMISE, n=1
    )
    return (
        meeting("أ", who, "2017-07-04", published="2017-06-20", **planned),
        meeting("ب", who, "2017-07-04", published="2017-07-05", **held),
        write.reading(pledges=(promise,)),
    )


def test_what_became_of_pledges_stands_beside_them(open_desk):
    """The verdict as of the last day read, how it is known, and the words that tell it; narrowed by the verdict."""
    client = open_desk(promised_and_done())
    page = client.get("/en/pledges?day=2017-07-01").text
    told = text_of(page)

    assert "As of 5 July 2017, the last day read" in told
    assert "Appointment done, as told: 1" in told
    assert "Promise" in told
    fate = page.split('class="fate v-kept"')[1].split("</article>")[0]
    assert "3 of 3" in fate
    assert re.search(r'<a href="/en/article/[0-9a-f]+\?at=\d+#here">', fate)
    assert "ب , 5 July 2017" in text_of(fate)
    assert 2 == page.count('<article class="card')
    assert 1 == client.get("/en/pledges?fate=kept").text.count('<article class="card')
    assert 1 == client.get("/en/pledges?kind=promise").text.count('<article class="card')
    assert 0 == client.get("/en/pledges?kind=promise&fate=kept").text.count('<article class="card')


def test_an_events_page_tells_what_became_of_it(open_desk):
    """What is set for a day says so on its own page, and as JSON."""
    client = open_desk(promised_and_done())
    cards = client.get("/en/pledges?kind=promise").text
    page = client.get("/en/" + re.search(r'href="/en/(event/[a-z]+-[0-9a-f]+)"', cards)[1]).text

    assert "What became of it" in page
    assert 'class="fate v-' in page
    [line] = client.get("/api/pledges").json()["lines"]
    assert {"verdict", "because", "seen"} <= line["outcome"].keys()


def test_positions_tell_each_party_on_each_measure(open_desk):
    """Two parties, one measure, two stands; each leads to its event."""
    write = Writer("دعت موسكو إلى هدنة ورفضت أنقرة الهدنة.", source="أ", day="2017-06-04")
    called = write.position("دعت موسكو", MeasureStatus.CALLED_FOR, "موسكو")
    refused = write.position("رفضت أنقرة", MeasureStatus.REJECTED, "أنقرة")
    client = open_desk([write.reading(measures=(write.measure("هدنة", called, refused),))])
    rows = client.get("/en/positions").text.split("<tr>")[2:]

    assert 2 == len(rows)
    assert {"called for", "rejected"} == {re.search(r'class="stand[^>]*>([a-z ]+)<', row)[1] for row in rows}


def test_somebodys_page_tells_whom_he_met_and_what_he_said(open_desk):
    """Forms, counterparts, and events narrowed by type, act and words."""
    write = Writer("قال علي شمخاني إن الهدنة قائمة، وأضاف علي شمخاني أن المعابر مفتوحة.", source="أ", day="2017-07-06")
    said = write.statement("قال", "علي شمخاني", "الهدنة قائمة")
    more = write.statement("أضاف", "علي شمخاني", "المعابر مفتوحة", n=2)
    client = open_desk([*call_in_two_outlets(), write.reading(statements=(said, more))])
    address = re.search(r'href="(/en/name/[^"]+)"><bdi>[^<]*شمخاني', client.get("/en/names").text)[1]
    page = text_of(client.get(address).text)

    assert "3 events" in page
    assert "نيكولاي باتروش" in page.split("Met, called, wrote to")[1]
    assert "1 event" in text_of(client.get(f"{address}?type=statement&words=الهدنه").text)
    assert "2 events" in text_of(client.get(f"{address}?type=statement").text)
    assert 404 == client.get("/en/name/person:nobody").status_code


def test_sources_count_articles_and_what_only_they_tell(client):
    """An outlet's articles, its events and those of its own."""
    cells = re.findall(r'<td class="number">(?:<a[^>]*>)?(\d+)', client.get("/en/sources").text)

    assert ["1", "1", "0"] * 2 == cells
    assert 1 == client.get("/en/articles?outlet=صحيفة ب").text.count("/en/article/")


@pytest.mark.parametrize("path", ["timeline", "report", "pledges", "positions", "search", "names"])
def test_forms_sent_without_script_ask_for_everything(client, path):
    """What was not chosen comes as an empty value, and means any."""
    empty = "first=&last=&party=&place=&words=&process=&outlet=&kind=&status=&type=&q=&day="

    assert client.get(f"/en/{path}").text.count("<a ") <= client.get(f"/en/{path}?{empty}").text.count("<a ")
