"""Stories: the same happening in other words, apart from what only shares its topic."""

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from factories import Writer
from hudna.model import Decision, DecisionKind, Judgement, NameKind, Reading
from hudna.record import find_stories, story_of

STRIKE = (
    ("أ", "2021-03-01", "غارة على سوق في مدينة الباب تقتل تسعة مدنيين", "قتل تسعة مدنيين في غارة جوية على سوق الخضار."),
    ("ب", "2021-03-01", "تسعة قتلى بغارة جوية على سوق شعبي في الباب", "استهدفت طائرة سوق الخضار في الباب فقتل مدنيون."),
    ("ج", "2021-03-02", "ارتفاع حصيلة غارة سوق الباب إلى 12 قتيلا", "توفي ثلاثة جرحى أصيبوا في الغارة على سوق الخضار."),
)
TALKS = (
    ("أ", "2021-03-01", "انطلاق جولة المحادثات اليمنية في مسقط", "بدأ وفدا الحكومة والحوثيين جولة محادثات في مسقط."),
    ("ب", "2021-03-01", "وفدا اليمن يبدآن محادثات في مسقط", "انطلقت في مسقط جولة جديدة من المحادثات بين وفدي اليمن."),
)
ALONE = (
    ("ج", "2021-03-01", "زلزال يضرب جزيرة كريت", "ضرب زلزال قوي جزيرة كريت صباحا ولم ترد أنباء عن ضحايا."),
    (
        "أ",
        "2021-06-20",
        "غارة على سوق في مدينة الباب تقتل تسعة مدنيين",
        "قتل تسعة مدنيين في غارة على سوق الخضار في الباب.",
    ),
)


def reading(source: str, day: str, title: str, text: str) -> Reading:
    """Return a reading that knows the places it names."""
    write = Writer(text, source=source, day=day, title=title, id=f"{source}-{day}-{title[:12]}")
    names = [write.name(place, NameKind.PLACE) for place in ("الباب", "مسقط", "كريت") if place in text]
    return write.reading(names=tuple(names))


READINGS = tuple(reading(*each) for each in (*STRIKE, *TALKS, *ALONE))


def _groups(readings: tuple[Reading, ...], decisions: tuple[Decision, ...] = ()) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in find_stories(readings, decisions)}


def _ids(*readings: Reading) -> frozenset[str]:
    return frozenset(each.article.id for each in readings)


def test_one_happening_in_other_words_is_one_story() -> None:
    """Outlets that tell one strike, and one that tells its later toll, are one story; talks and an earthquake are others."""
    assert {_ids(*READINGS[:3]), _ids(*READINGS[3:5]), _ids(READINGS[5]), _ids(READINGS[6])} == _groups(READINGS)


def test_months_between_make_two_stories() -> None:
    """The same words three months later tell another happening."""
    assert {_ids(READINGS[0]), _ids(READINGS[6])} == _groups((READINGS[0], READINGS[6]))


@settings(max_examples=25)
@given(st.randoms(use_true_random=False), st.sets(st.integers(0, len(READINGS) - 1)))
def test_order_changes_nothing(chance: random.Random, left_out: set[int]) -> None:
    """Stories are a function of the set of readings, also of those that are there twice."""
    readings = [each for place, each in enumerate(READINGS) if place not in left_out]
    shuffled = chance.sample(readings, len(readings))

    assert find_stories(readings) == find_stories(shuffled)


def test_every_article_is_in_one_story() -> None:
    """Articles without a headline, words, day or outlet have stories too."""
    empty = Writer("").reading()
    bare = Writer("...").reading()
    stories = find_stories([*READINGS, empty, bare])

    assert sorted(each.article.id for each in (*READINGS, empty, bare)) == sorted(
        article for story in stories for article in story.articles
    )


def test_an_article_given_twice_keeps_both_ids() -> None:
    """What is one article by its digest is in one story under each id."""
    again = replace(READINGS[5], article=replace(READINGS[5].article, id="again"))
    [story] = find_stories([READINGS[5], again])

    assert sorted(("again", READINGS[5].article.id)) == sorted(story.articles)


def test_decisions_come_before_likeness() -> None:
    """People put stories together and take articles out of them; what is withdrawn counts for nothing."""
    first, second, later = (each.article.digest for each in READINGS[:3])
    quake = READINGS[5].article.digest
    join = Decision(kind=DecisionKind.SAME_STORY, left=first, right=quake, by="me", at="1")
    part = replace(join, left=later, right=first, judgement=Judgement.NEGATIVE)
    also = replace(part, right=second)

    assert {_ids(*READINGS[:3], READINGS[5])} == _groups((*READINGS[:3], READINGS[5]), (join,))
    assert {_ids(*READINGS[:2]), _ids(READINGS[2])} == _groups(READINGS[:3], (part, also))
    assert {_ids(*READINGS[:3])} == _groups(READINGS[:3], (replace(part, withdrawn_at="2"),))


def test_merges_say_why() -> None:
    """A story of three is held together by two pairs, each with its features."""
    [story] = find_stories(READINGS[:3])

    assert 2 == len(story.merges)
    for merge in story.merges:
        assert ["words", "names", "days", "outlet", "toll"] == [feature.code for feature in merge.features]
        assert 0.0 < merge.score <= 1.0
        assert merge.left < merge.right


def test_an_old_id_leads_to_the_story() -> None:
    """When an article published before joins, the story has another id, and still goes by the old one."""
    [before] = find_stories(READINGS[1:3])
    early = reading(
        "د", "2021-02-28", "غارة جوية على سوق مدينة الباب", "قتل مدنيون في غارة جوية على سوق الخضار في الباب."
    )
    after = find_stories([early, *READINGS[1:3]])
    redirected = story_of(after, before.id)

    assert redirected is not None
    assert redirected.id != before.id
    assert set(before.articles) < set(redirected.articles)
    assert story_of(after, "sto-000000000000") is None
    assert story_of(after, "con-000000000000") is None


def test_label_and_days_are_the_articles_own() -> None:
    """The label is a headline of the story, its days are days of publication."""
    [story] = find_stories(READINGS[:3])

    assert story.label in {each[2] for each in STRIKE}
    assert ("2021-03-01", "2021-03-02") == (story.earliest.isoformat(), story.latest.isoformat())
    assert ("أ", "ب", "ج") == story.outlets
