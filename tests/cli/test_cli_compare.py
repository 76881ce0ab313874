"""hudna compare prints where articles differ, in every form."""

import json

import pytest

WORDS = (
    "نشر مراقبين دوليين في المدينة ضرورة ملحة قبل المحادثات",
    "نشر قوات مراقبة دولية في المدينة أمر مهم قبل المحادثات",
)
ARTICLES = [
    {
        "id": f"a{number}",
        "source": source,
        "published": "2017-07-05",
        "title": "<b>لافروف</b> والمراقبون",
        "text": f"قال وزير الخارجية الروسي سيرغي لافروف أمس إن {words}.",
    }
    for number, (source, words) in enumerate(zip(("صحيفة الأولى", "صحيفة الثانية"), WORDS, strict=True), start=1)
]


@pytest.fixture
def run(invoke, write_articles):
    write_articles("two.jsonl", ARTICLES)
    assert 0 == invoke("add", "two.jsonl").exit_code
    return invoke


def test_articles_are_compared_as_text(run):
    """The table names the field, the outlets and what each of them says."""
    told = run("compare", "a1", "a2").stdout

    assert "Words of a statement" in told
    assert "صحيفة الأولى" in told
    assert "قوات مراقبة" in told


def test_event_is_compared_by_its_articles(run):
    """The id of an event stands for the articles that tell it."""
    events = [json.loads(line) for line in run("chronology", "--format", "jsonl").stdout.splitlines()]
    [event] = [each["id"] for each in events if each["type"] == "statement" and len(each["members"]) == 2]

    assert run("compare", event).stdout == run("compare", "a2", "a1").stdout


def test_story_is_compared_by_its_articles(run):
    """The id of a story stands for the articles it holds."""
    stories = [json.loads(line) for line in run("stories", "--format", "jsonl").stdout.splitlines()]
    together = [story["id"] for story in stories if len(story["articles"]) == 2]

    assert together
    assert run("compare", together[0]).stdout == run("compare", "a1", "a2").stdout


def test_data_has_every_value_with_its_words(run):
    """In JSON each value of a difference has its members and the offsets of its words."""
    comparison = json.loads(run("compare", "a1", "a2", "--format", "json").stdout)
    [difference] = [each for each in comparison["differences"] if each["field"] == "statement"]
    texts = {article["article"]: article["article_id"] for article in comparison["articles"]}

    assert ["a1", "a2"] == sorted(texts.values())
    assert "wording" == difference["type"]
    for value in difference["values"]:
        assert value["members"]
        for evidence in value["evidence"]:
            article = ARTICLES[int(texts[evidence["article"]][1:]) - 1]
            assert evidence["text"] == article["text"][evidence["start"] : evidence["end"]]


def test_page_is_escaped_and_right_to_left(run, tmp_path):
    """The page holds the articles' words as text, nothing of them as markup."""
    assert 0 == run("compare", "a1", "a2", "--format", "html", "--language", "ar", "-o", "page.html").exit_code
    page = (tmp_path / "page.html").read_text(encoding="utf-8")

    assert '<html lang="ar" dir="rtl">' in page
    assert "<b>لافروف" not in page
    assert "&lt;b&gt;لافروف" in page
    assert "<script" not in page
    assert "<mark>" in page


@pytest.mark.parametrize(("keys", "told"), [(("a1",), "only one article"), (("nothing-such",), "nothing goes by")])
def test_what_can_not_be_compared_is_refused(run, keys, told):
    """One article has nothing to differ from, and a key that is not there is named."""
    assert told in str(run("compare", *keys).exception)
