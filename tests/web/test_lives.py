"""The picture above the timeline: truces by their days, incidents and articles by week, and the same in words."""

import re

import pytest

from factories import Writer
from hudna.model import MeasureStatus


def text_of(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


@pytest.fixture
def client(open_desk):
    """Return a client of a desk with a truce in effect that is said to be broken and then ended, and with a shelling."""
    write = Writer(
        "سرت الهدنة في حلب الاثنين، واتهم لافروف الجيش بخرقها الأربعاء، وانتهت الجمعة. وقُصفت حلب الخميس.",
        source="وكالة أ",
        day="2017-07-08",
    )
    effect = write.position("سرت", MeasureStatus.IN_EFFECT, when=write.when("الاثنين", "2017-07-03"))
    broken = write.position(
        "بخرقها",
        MeasureStatus.BROKEN,
        "لافروف",
        when=write.when("الأربعاء", "2017-07-05"),
        of=(write.party("الجيش"),),
    )
    ended = write.position("انتهت", MeasureStatus.ENDED, when=write.when("الجمعة", "2017-07-07"))
    truce = write.measure("الهدنة", effect, broken, ended, place=write.place("حلب"))
    hit = write.incident("قُصفت", None, "حلب", write.when("الخميس", "2017-07-06"), place=write.place("حلب"))
    return open_desk([write.reading(measures=(truce,), incidents=(hit,))])


def test_a_life_is_drawn_from_its_first_day_to_its_end(client):
    """In effect, broken, ended, in this order; the line ends where the end is told."""
    page = client.get("/en/lives").text
    drawn = page.split('<svg class="lives"')[1].split("</svg>")[0]
    signs = re.findall(r'class="sign (\w+)" transform="translate\(([\d.]+) ', drawn)

    assert ["effect", "broken", "ended"] == [sign for sign, _ in signs]
    places = [float(x) for _, x in signs]
    assert places == sorted(places)
    holds = re.search(r'class="holds" x1="([\d.]+)" x2="([\d.]+)"', drawn)
    assert (places[0], places[-1]) == tuple(float(each) for each in holds.groups())


def test_a_breach_is_drawn_with_who_says_so(client):
    """By whom it is said to be, and whose word that is; in the picture and in words with its event."""
    page = client.get("/en/lives").text

    assert 2 <= len(re.findall(r"broken · 5 July 2017 · by الجيش · so says: لافروف", text_of(page)))
    assert re.search(r'<a href="/en/event/mea-[0-9a-f]+"><bdi>[^<]*broken', page)


def test_incidents_stand_beside_the_articles_of_their_week(client):
    """How many articles each outlet had in the week in which incidents are told."""
    assert "1 incident · 1 article · وكالة أ 1" in text_of(client.get("/en/lives").text)


def test_the_days_run_as_the_language_does(client):
    """In Arabic the first day stands on the right."""
    signs = re.findall(r'class="sign \w+" transform="translate\(([\d.]+) ', client.get("/ar/lives").text)
    places = [float(x) for x in signs]

    assert places == sorted(places, reverse=True)


def test_the_timeline_brings_the_picture_of_its_selection(client):
    """As narrow as the list, fetched behind it, and a page of its own where there is no script."""
    page = client.get("/en/timeline?first=2017-07-01&place=حلب").text
    address = re.search(r'hx-get="(/en/lives\?[^"]+)" hx-trigger="load"', page)[1]
    assert f'<a href="{address}">' in page
    fragment = client.get(address.replace("&amp;", "&"), headers={"HX-Request": "true"}).text
    assert '<div id="lives">' in fragment
    assert "<html" not in fragment

    assert "No truce and no incident" in client.get("/en/lives?place=nowhere").text
    assert 'hx-trigger="load"' not in client.get("/en/timeline?place=nowhere").text
