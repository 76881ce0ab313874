"""Stories, comparisons, and what a selection is taken away as."""

import json
import re

import pytest

from factories import meeting
from hudna.web.taken import BRIEFS, FORMS

WHO = ("سيرغي لافروف", "علي شمخاني")


def text_of(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def told_by(source: str, **known):
    """Return a reading of one meeting, its headline that of the others."""
    return meeting(source, WHO, "2017-07-04", published="2017-07-05", place="موسكو", **known)


@pytest.fixture
def client(open_desk):
    apart = meeting("ج", ("حسن روحاني", "دبلوماسي"), "2018-02-04", published="2018-02-05", place="أنقرة")
    return open_desk([told_by("أ"), told_by("ب"), apart])


def test_stories_put_articles_together(client):
    """Those of several articles, with the outlets; those of one where that is asked."""
    page = client.get("/en/stories").text
    assert "1 story" in page
    assert "2 articles" in text_of(page)
    assert "2 stories" in client.get("/en/stories?alone=true").text
    assert "0 stories" in client.get("/en/stories?q=nothing").text


def test_a_story_leads_to_its_articles_events_and_comparison(client):
    """Who tells it, what they tell, why it is one, and all of them side by side."""
    address = re.search(r'href="(/en/story/sto-[0-9a-f]+)"', client.get("/en/stories").text)[1]
    page = client.get(address).text
    digests = re.findall(r'name="of" value="([0-9a-f]+)" checked', page)
    assert 2 == len(digests)
    assert 1 == page.count('<article class="card')
    assert "Why these are one story" in page

    compared = client.get(f"/en/compare?of={digests[0]}&of={digests[1]}")
    assert 200 == compared.status_code
    found = client.get(f"/en/story/of/{digests[1]}")
    assert address == found.headers["location"]
    assert client.get(f"/api/stories/{address.rpartition('/')[2]}").json()["digests"]
    assert 2 == len(client.get(f"/api/comparison?of={digests[0]}&of={digests[1]}").json()["articles"])
    assert 404 == client.get("/en/story/sto-000000000000").status_code
    for form, start in (("html", "<!doctype"), ("json", "{")):
        answer = client.get(f"/en/compare/file?format={form}&of={digests[0]}&of={digests[1]}")
        assert answer.text.lower().startswith(start), form
        assert "attachment" in answer.headers["content-disposition"]
    assert 422 == client.get(f"/en/compare/file?format=x&of={digests[0]}&of={digests[1]}").status_code


@pytest.mark.parametrize("form", FORMS)
def test_a_selection_is_taken_away(client, form):
    """Each format holds what was selected and nothing else, under a name of its own."""
    answer = client.get(f"/en/report/file?format={form}&party=شمخاني")

    assert 200 == answer.status_code
    kept = answer.headers["content-disposition"]
    assert re.search(r'attachment; filename="hudna-(brief-)?en\.[a-z]+"', kept)
    assert ("brief" in kept) == (form in BRIEFS)
    assert "دبلوماسي" not in answer.text
    if form == "ics":
        assert "BEGIN:VCALENDAR" in answer.text
    elif form in {"geojson", "json", "annotations"}:
        assert json.loads(answer.text)
    else:
        assert WHO[1] in answer.text


def test_every_list_says_what_it_is_taken_away_as(client):
    """The links on the timeline, on somebody's page and in a report carry the selection."""
    timeline = client.get("/en/timeline?party=شمخاني").text
    assert len(FORMS) == timeline.count("/en/report/file?format=")
    assert re.search(r"/en/report/file\?format=ics&amp;party=", timeline)
    address = re.search(r'href="(/en/name/[^"]+)"><bdi>[^<]*شمخاني', timeline)[1]
    somebody = client.get(address).text
    link = re.search(r'href="(/en/report/file\?format=csv[^"]+)"', somebody)[1].replace("&amp;", "&")
    assert 2 == len(client.get(link).text.splitlines())
