"""What is told as left out: a voice by what is likely, the words of who speaks, and no position on what both tell of."""

import pytest

from factories import Writer
from hudna.arabic.wording import content_words
from hudna.model import Difference, IncidentKind, MeasureKind, MeasureStatus, Reading, Toll, TollOutcome
from hudna.model.records import Manner
from hudna.record import compare
from hudna.record.coverage import Body, Topic
from hudna.record.unheard import FEATURES, odds

FILLER = "واستمر الهدوء في بقية المناطق. "
WORDS = "الطريق الجبلي مغلق منذ الفجر بسبب الثلوج الكثيفة وانهيار جسر قديم"
OTHER = Writer(f"{FILLER * 3}وافتتحت البلدية معرض الكتاب السنوي.", source="ب", day="2018-04-06").reading()


def _left_out(one: Reading, field: str, other: Reading = OTHER) -> list[Difference]:
    found = compare([one, other]).differences
    return [each for each in found if each.field == field and other.article.digest in each.left_out_by]


def _quoted(speaker: str, words: str, text: str = "") -> Reading:
    write = Writer(f"{FILLER * 12}{text}وقال {speaker} إن {words}.", source="أ", day="2018-04-06")
    return write.reading(statements=(write.statement("وقال", speaker, words, manner=Manner.DIRECT),))


@pytest.mark.parametrize(
    ("worse", "better"),
    [
        ({"told": 0.8}, {"told": 0.1}),
        ({"beside": 1.0}, {"beside": 0.0}),
        ({"quoted": 0.0}, {"quoted": 1.0}),
        ({"words": 1.0}, {"words": 3.0}),
        ({"person": 0.0}, {"person": 1.0}),
    ],
)
def test_each_trait_speaks_for_its_side(worse: dict[str, float], better: dict[str, float]) -> None:
    """Who says much, is quoted and known by name is likelier left out; whose words and name the article has, less."""
    row = dict.fromkeys(FEATURES, 0.0)

    assert odds(tuple((row | worse).values())) < odds(tuple((row | better).values()))


def test_words_common_to_all_articles_tell_nobodys_statement() -> None:
    """What the happening is about stands all over both articles: having those words is not having what somebody says."""
    about = "وتواصل القصف على البلدة الجنوبية. وتتعرض البلدة الجنوبية للقصف. " * 3
    other = Body(Writer(f"{about}وعاد الهدوء مساء.", source="ب", day="2018-04-06").article)
    one = Body(Writer(f"{about}وقال طبيب إن القصف على البلدة أصاب الحاضنات.", source="أ", day="2018-04-06").article)
    said = {word.key: 1.0 for word in content_words("القصف على البلدة أصاب الحاضنات")}

    assert other.share(Topic([one, other]).weigh(said)) < other.share(said) == 0.5


def test_a_voice_under_two_names_is_left_out_once() -> None:
    """Whom an article names in full, and then by his surname, is one voice, left out by whoever has none of the two."""
    more = "المدارس ستبقى مفتوحة رغم الإضراب المفتوح"
    write = Writer(f"{FILLER * 12}وقال حسين سلامي إن {WORDS}. وأضاف سلامي أن {more}.", source="أ", day="2018-04-06")
    surname = write.party("سلامي", label="سلامي")
    said = (write.statement("وقال", "حسين سلامي", WORDS), write.statement("وأضاف", surname, more, n=2))

    [difference] = _left_out(write.reading(statements=said), "voice")

    assert 2 == len(difference.values[0].members)


def test_another_ministry_is_another_voice() -> None:
    """That a ministry speaks, or somebody called a minister alone, makes no other ministry heard."""
    one = _quoted("وزارة الصحة", WORDS)
    text = f"{FILLER * 3}وقال وزير إن الحفل سيقام في الحديقة العامة غدا."
    write = Writer(text, source="ب", day="2018-04-06")
    said = write.statement("وقال", "وزير", "الحفل سيقام في الحديقة العامة غدا")

    assert 1 == len(_left_out(one, "voice", write.reading(statements=(said,))))


@pytest.mark.parametrize(("there", "expected"), [("", 1), ("وزار وفد بريطاني المدينة. ", 0)])
def test_a_government_without_a_nation_is_that_of_the_article(there: str, expected: int) -> None:
    """Another article's "government" is no nation's that stands nowhere in it."""
    one = _quoted("الحكومة البريطانية", WORDS)
    text = f"{FILLER * 3}{there}وقال المتحدث باسم الحكومة إن الحفل سيقام في الحديقة العامة."
    write = Writer(text, source="ب", day="2018-04-06")
    said = write.statement("وقال", "المتحدث باسم الحكومة", "الحفل سيقام في الحديقة العامة")

    assert expected == len(_left_out(one, "voice", write.reading(statements=(said,))))


def test_a_name_cut_short_joins_no_two_others() -> None:
    """The spokesman of "the ministry" is that of the ministry named beside him, and makes another ministry no part of it."""
    write = Writer(
        f"{FILLER * 3}وقالت وزارة الصحة إن الحفل سيقام غدا. وأكد ناطق باسم الوزارة أن الدعوة عامة للجميع.",
        source="ب",
        day="2018-04-06",
    )
    said = (
        write.statement("وقالت", "وزارة الصحة", "الحفل سيقام غدا"),
        write.statement("وأكد", "ناطق باسم الوزارة", "الدعوة عامة للجميع"),
    )

    assert 1 == len(_left_out(_quoted("وزارة الخارجية الإسرائيلية", WORDS), "voice", write.reading(statements=said)))


def test_what_is_left_out_has_the_words_that_name_who_says_it() -> None:
    """A statement that another article leaves out is told with the name of its speaker."""
    other = Writer(f"{FILLER * 3}وقال سامي خليل إن الحفل سيقام في الحديقة العامة.", source="ب", day="2018-04-06")
    heard = other.reading(statements=(other.statement("وقال", "سامي خليل", "الحفل سيقام في الحديقة العامة"),))

    [part] = _left_out(_quoted("سامي خليل", WORDS), "part:statement", heard)

    assert ["سامي خليل", WORDS] == [each.text for each in part.values[0].evidence]


@pytest.mark.parametrize(("kind", "expected"), [(MeasureKind.CEASEFIRE, 0), (MeasureKind.RELEASE, 1)])
def test_a_position_on_what_both_tell_of_is_no_part(kind: MeasureKind, expected: int) -> None:
    """That a draft provides for a truce is not left out by who tells that somebody asks for it."""
    text = f"{FILLER * 12}واتفقت القوى أمس على تعليق كل العمليات شهرا كاملا."
    one = Writer(text, source="أ", day="2018-04-06")
    agreed = one.position("واتفقت", MeasureStatus.AGREED, "القوى", when=one.when("أمس", "2018-04-05"))
    truce = one.measure("تعليق كل العمليات", agreed, kind=MeasureKind.CEASEFIRE)
    two = Writer(f"{FILLER * 12}وطالبت نقابات بخطوة فورية.", source="ب", day="2018-04-06")
    asked = two.measure("بخطوة", two.position("وطالبت", MeasureStatus.CALLED_FOR, "نقابات"), kind=kind)

    found = _left_out(one.reading(measures=(truce,)), "part:measure", two.reading(measures=(asked,)))

    assert expected == len(found)


@pytest.mark.parametrize(("who", "expected"), [("44 مسلحا", 0), ("بعض الأهالي", 1)])
def test_what_is_told_with_another_number_is_not_left_out(who: str, expected: int) -> None:
    """Whose number another article gives otherwise is told there; that difference says so."""
    words = "27 مسلحا غادروا البلدة في حافلات مكيفة كبيرة صوب الشمال"
    write = Writer(f"{FILLER * 12}وقال سامي خليل إن {words}.", source="أ", day="2018-04-06")
    one = write.reading(statements=(write.statement("وقال", "سامي خليل", words),))
    text = f"{FILLER * 3}وغادر {who} البلدة ليلا. وقال سامي خليل إن الحفل سيقام في الحديقة."
    two = Writer(text, source="ب", day="2018-04-06")
    other = two.reading(statements=(two.statement("وقال", "سامي خليل", "الحفل سيقام في الحديقة"),))

    assert expected == len(_left_out(one, "part:statement", other))


@pytest.mark.parametrize(
    ("filler", "more", "expected"), [(0, "وأغلقت الشرطة الطريق الجبلي.", 0), (0, "", 1), (12, "", 1)]
)
def test_what_a_lead_makes_known_to_all_is_no_part(filler: int, more: str, expected: int) -> None:
    """The news that an article begins with is what it is about, unless another has nothing of it; further down, a part."""
    write = Writer(f"{FILLER * filler}وقال سامي خليل إن {WORDS}.", source="أ", day="2018-04-06")
    one = write.reading(statements=(write.statement("وقال", "سامي خليل", WORDS),))
    text = f"{FILLER * 3}{more} وقال سامي خليل إن الحفل سيقام في الحديقة العامة."
    other = Writer(text, source="ب", day="2018-04-06")
    heard = other.reading(statements=(other.statement("وقال", "سامي خليل", "الحفل سيقام في الحديقة العامة"),))

    assert expected == len(_left_out(one, "part:statement", heard))


@pytest.mark.parametrize(
    ("kind", "expected"),
    [(IncidentKind.ABDUCTION_OR_ARREST, 1), (IncidentKind.MOVEMENT, 1), (IncidentKind.SHELLING, 0)],
)
def test_arrests_and_deployments_without_a_day_are_of_these_days(kind: IncidentKind, expected: int) -> None:
    """Who is arrested, or sends forces, does so as the news goes on; fire without a day may be of any."""
    write = Writer(f"{FILLER * 12}وتحركت الشرطة المحلية ضد باعة متجولين عند الجسر.", source="أ", day="2018-04-06")
    incident = write.incident("وتحركت", "الشرطة المحلية", "باعة متجولين", None, kind=kind)

    assert expected == len(_left_out(write.reading(incidents=(incident,)), "part:incident"))


@pytest.mark.parametrize(("kind", "expected"), [(IncidentKind.CLASH, 1), (IncidentKind.SHELLING, 0)])
def test_fighting_somewhere_on_a_day_is_left_out_whoever_fights(kind: IncidentKind, expected: int) -> None:
    """Fire that nobody opens and that costs nobody is no part worth telling."""
    write = Writer(f"{FILLER * 12}واحتدمت المواجهات مساء أمس قرب القلعة.", source="أ", day="2018-04-06")
    when = write.when("أمس", "2018-04-05")
    incident = write.incident("احتدمت المواجهات", None, None, when, kind=kind, place=write.place("القلعة"))

    assert expected == len(_left_out(write.reading(incidents=(incident,)), "part:incident"))


@pytest.mark.parametrize(("there", "expected"), [(11, 0), (7, 1)])
def test_an_act_with_the_same_toll_is_told(there: int, expected: int) -> None:
    """Eleven wounded at the gate here, and eleven in an explosion there, are one act in other words."""
    readings = []
    for source, day, text, amount in (
        ("أ", "2018-04-05", "وجرح 11 جنديا بعبوة زرعت عند البوابة أمس", 11),
        ("ب", "2018-04-03", f"وكان هجوم الثلاثاء قد خلف {there} مصابا", there),
    ):
        write = Writer(f"{FILLER * 12}{text}.", source=source, day="2018-04-06")
        toll = Toll(outcome=TollOutcome.WOUNDED, victims="", min=amount, max=amount, words=write.span(f"{amount}"))
        when, kind = write.when(text.split()[2], day), IncidentKind.BOMBING
        readings.append(write.reading(incidents=(write.incident(text, None, None, when, kind=kind, tolls=(toll,)),)))

    assert expected == len(_left_out(readings[0], "part:incident", readings[1]))


def test_who_has_arrests_without_a_number_leaves_none_out() -> None:
    """Of arrests without a day or a number here and there nobody knows that they are others."""
    text = f"{FILLER * 12}وأوقفت الشرطة المحلية {{}} عند الجسر."
    readings = []
    for source, whom in (("أ", "باعة متجولين"), ("ب", "محتجين")):
        write = Writer(text.format(whom), source=source, day="2018-04-06")
        kind = IncidentKind.ABDUCTION_OR_ARREST
        readings.append(write.reading(incidents=(write.incident(whom, None, whom, None, kind=kind),)))

    assert [] == _left_out(readings[0], "part:incident", readings[1])


@pytest.mark.parametrize(
    ("who", "entity", "expected"),
    [
        ("موسكو", "place:ru-moscow", 0),
        ("لافروف", "person:sergey-lavrov", 0),
        ("الخارجية الروسية", "body:russia-mfa", 0),
        ("باريس", "place:fr-paris", 1),
    ],
)
def test_a_state_is_heard_through_its_ministers(who: str, entity: str, expected: int) -> None:
    """Its capital, its foreign minister or his ministry speaks for a state, another state's does not."""
    ours, theirs = (
        Writer(f"{FILLER * 12}وقالت {name} إن {words}.", source=source, day="2018-04-06")
        for source, name, words in (("أ", "روسيا", WORDS), ("ب", who, "المعرض سيقام في الحديقة العامة غدا"))
    )
    state, other = ours.party("روسيا", "state:ru"), theirs.party(who, entity)
    said = ours.statement("وقالت", state, WORDS, manner=Manner.DIRECT)
    answer = theirs.statement("وقالت", other, "المعرض سيقام في الحديقة العامة غدا")

    found = _left_out(ours.reading(statements=(said,)), "voice", theirs.reading(statements=(answer,)))

    assert expected == len(found)


def test_what_a_voice_says_under_one_name_is_left_out_where_another_is_heard() -> None:
    """The local police is heard where the police is: what it says and the other has nothing of is left out."""
    ours, theirs = (
        Writer(f"{FILLER * 12}{text}.", source=source, day="2018-04-06")
        for source, text in (
            ("أ", f"وقالت الشرطة إن المعرض سيقام غدا. وذكرت شرطة الجسر المحلية أن {WORDS}"),
            ("ب", "وأكدت الشرطة العسكرية أن المعرض سيقام غدا"),
        )
    )
    said = (
        ours.statement("وقالت", "الشرطة", "المعرض سيقام غدا"),
        ours.statement("وذكرت", "شرطة الجسر المحلية", WORDS, n=2),
    )
    other = theirs.statement("وأكدت", "الشرطة العسكرية", "المعرض سيقام غدا")

    found = compare([ours.reading(statements=said), theirs.reading(statements=(other,))]).differences

    assert 1 == len([each for each in found if WORDS in each.values[0].evidence[-1].text])
