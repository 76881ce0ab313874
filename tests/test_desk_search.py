"""Search at the desk, over articles read by the whole reader."""

import json
from pathlib import Path

import pytest

from hudna import desk
from hudna.model import InputError, RecordType
from hudna.store import Store

ARTICLES = [
    {
        "id": "talks",
        "source": "صحيفة الأولى",
        "published": "2017-07-05",
        "title": "مفاوضات في أستانا",
        "text": "التقى سيرغي لافروف أمس محمد جواد ظريف في طهران.\nوقال لافروف إن الهدنة في حلب قائمة وإن الأسرى سيعودون.",
    },
    {
        "id": "patrol",
        "source": "صحيفة الثانية",
        "published": "2018-03-01",
        "text": "أكد نيكولاي باتروشف أن وقف إطلاق النار يشمل الغوطة الشرقية.",
    },
    {
        "id": "strangers",
        "source": "صحيفة الثانية",
        "published": "2018-03-02",
        "text": "وصل قسطنطين كوردانوف إلى جنيف، ولم يُعلن عن إطلاق سراح أسير واحد.",
    },
]


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("search")
    path = folder / "three.jsonl"
    path.write_text("\n".join(json.dumps(article, ensure_ascii=False) for article in ARTICLES), encoding="utf-8")
    with desk.open_store(folder / "record.sqlite", create=True) as opened:
        list(desk.add(opened, [path]))
        yield opened


def _found(store: Store, words: str = "", **more) -> list[str]:
    more = {"types": [None]} | more
    return sorted(hit.article.id for hit in desk.search(store, desk.Question(words=words, **more)).hits)


@pytest.mark.parametrize(
    ("words", "articles"),
    [
        ("هدنة", ["talks"]),
        ("للهدنة", ["talks"]),
        ("هدنه", ["talks"]),
        ("أسير", ["strangers", "talks"]),
        ("اسرى حلب", ["talks"]),
        ("مفاوضة", ["talks"]),
        ('"إطلاق النار"', ["patrol"]),
        ('"النار إطلاق"', []),
        ("Lavrov", ["talks"]),
        ("لافروف Zarif", ["talks"]),
        ("باتروشيف", ["patrol"]),
        ("Patrushev Ghouta", ["patrol"]),
        ("كردانوف", ["strangers"]),
        ("Kordanov Geneva", ["strangers"]),
        ("طهران جنيف", []),
        ("person:sergey-lavrov", []),
        ("DROP TABLE * OR NEAR(", []),
        ("ـ", None),
        ("؟!", None),
    ],
)
def test_words_find_articles(store, words, articles):
    """Spelling, clitics, number, script and order do as a reader expects; what holds no word is refused."""
    if articles is None:
        with pytest.raises(InputError, match="nothing to look for"):
            _found(store, words)
    else:
        assert articles == _found(store, words)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["id"])
def test_every_word_finds_its_article(store, article):
    """Each word of a text, as written there, finds the text, and is marked in it."""
    for word in article["text"].replace(".", " ").replace("،", " ").split():
        answer = desk.search(store, desk.Question(words=word, types=[None]))
        [hit] = [hit for hit in answer.hits if hit.article.id == article["id"]]
        assert any(word in hit.article.words(span) or hit.article.words(span) in word for span in hit.spans), word


def test_filters_narrow(store):
    """Outlet, days, party and place each leave out the rest; without words the latest comes first."""
    assert ["patrol", "strangers"] == _found(store, outlets=["صحيفة الثانية"])
    assert ["talks"] == _found(
        store, last=desk.search(store, desk.Question(words="هدنة")).hits[0].article.published.latest
    )
    assert ["talks"] == _found(store, party="Lavrov")
    assert ["talks"] == _found(store, party="person:sergey-lavrov")
    assert ["patrol"] == _found(store, place="الغوطة الشرقية")
    latest = desk.search(store, desk.Question(types=[None])).hits
    assert ["strangers", "patrol", "talks"] == [hit.article.id for hit in latest]


def test_records_are_found_with_their_words(store):
    """A record is found by its parties and words, and its own words are marked."""
    answer = desk.search(store, desk.Question(words="الهدنة", types=[RecordType.STATEMENT]))

    assert {"talks"} == {hit.article.id for hit in answer.hits}
    assert "الهدنة" in [hit.article.words(span) for hit in answer.hits for span in hit.spans]
    assert {RecordType.CONTACT} == {
        hit.type for hit in desk.search(store, desk.Question(party="ظريف", types=[RecordType.CONTACT])).hits
    }


def test_pages_of_hits_follow_each_other(store):
    """Page by page gives all there is, each once, in the order of the whole."""
    whole = desk.search(store, desk.Question(words="في")).hits
    pages = [desk.search(store, desk.Question(words="في"), limit=2, offset=start) for start in range(0, len(whole), 2)]

    assert whole == tuple(hit for page in pages for hit in page.hits)
    assert {len(whole)} == {page.count for page in pages}


def test_what_came_in_without_search_is_found(store, tmp_path: Path):
    """Articles kept without words for search get them when somebody searches."""
    with Store(tmp_path / "other.sqlite") as other:
        for reading in store.readings():
            other.add(reading.article, reading, at="2024")

        assert ["talks"] == _found(other, "هدنة")
