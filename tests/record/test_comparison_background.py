"""What a comparison does not tell as left out: background, what only seems to be somebody else, what is only retold."""

import datetime as dt

import pytest

from factories import Writer
from hudna.model import (
    Act,
    Because,
    Difference,
    IncidentKind,
    MeasureKind,
    MeasureStatus,
    Mode,
    Reading,
    TimeMention,
    TimeType,
    Toll,
    TollOutcome,
)
from hudna.model.records import Manner
from hudna.record import compare

OTHER = Writer("وقالت بلدية المدينة إن معرض الكتاب السنوي سيفتتح غدا في القاعة الكبرى.", source="ب", day="2018-04-06")
ELSEWHERE = OTHER.reading(
    statements=(OTHER.statement("وقالت", "بلدية المدينة", "معرض الكتاب السنوي سيفتتح غدا في القاعة الكبرى"),)
)


def _left_out(one: Reading, field: str, other: Reading = ELSEWHERE) -> list[Difference]:
    found = compare([one, other]).differences
    return [each for each in found if each.field.startswith(field) and other.article.digest in each.left_out_by]


def _bombing(when: str, day: str) -> Reading:
    write = Writer(f"وقتل 32 مدنيا في تفجير سيارة مفخخة في السوق {when}.", source="أ", day="2018-04-06")
    toll = Toll(outcome=TollOutcome.KILLED, victims="مدنيا", min=32, max=32, words=write.span("32"))
    incident = write.incident("تفجير", None, None, None, kind=IncidentKind.BOMBING, tolls=(toll,))
    written = dt.date.fromisoformat(day)
    mention = TimeMention(write.span(when), TimeType.DATE, day, written, written, "day", Because("written"))
    return write.reading(incidents=(incident,), dates=(mention,))


@pytest.mark.parametrize(
    ("when", "day", "expected"), [("في 27 كانون الثاني", "2018-01-27", 0), ("في 5 نيسان", "2018-04-05", 1)]
)
def test_toll_of_days_long_before_is_background(when: str, day: str, expected: int) -> None:
    """A toll in a sentence that names a day months before is not left out by the other, one of the day before is."""
    assert expected == len(_left_out(_bombing(when, day), "toll"))


@pytest.mark.parametrize(
    ("first", "counted", "expected"), [("2018-02-18", 0, 0), ("2018-02-18", 9, 1), ("2018-04-05", 0, 1)]
)
def test_what_goes_on_for_weeks_is_background(first: str, counted: int, expected: int) -> None:
    """A campaign of weeks is background, its toll to this day and an attack of yesterday are not."""
    text = "واستمر الهدوء في بقية المناطق. " * 15 + "وشنت القوات هجوما على البلدة أوقع 9 قتلى في صفوف الجبهة."
    write = Writer(text, source="أ", day="2018-04-06")
    tolls = (Toll(outcome=TollOutcome.KILLED, victims="قتلى", min=9, max=9, words=write.span("9")),) if counted else ()
    when = write.when("على", first, "2018-04-06")
    attack = write.incident("هجوما", "القوات", "الجبهة", when, place=write.place("البلدة"), tolls=tolls)

    assert expected == len(_left_out(write.reading(incidents=(attack,)), "part"))


def _said(before: str, speaker: str, words: str, source: str = "أ", behind: str = "", **more: object) -> Reading:
    write = Writer(f"{before} {speaker}{behind} إن {words}.", source=source, day="2018-04-06")
    return write.reading(statements=(write.statement(before.split(maxsplit=1)[0], speaker, words, **more),))


WORDS = "انهيار وشيك للجبهة الجنوبية كلها بعد معارك"
MORE = "حملة التلقيح ستبدأ قريبا في المدارس والجامعات"


@pytest.mark.parametrize(("mode", "expected"), [(Mode.ATTITUDE, 0), (Mode.SAID, 1)])
def test_what_somebody_thinks_is_no_voice(mode: Mode, expected: int) -> None:
    """Who is told to think something does not speak."""
    assert expected == len(_left_out(_said("ويرى", "مراقبون", WORDS, mode=mode), "voice"))


def test_office_beside_a_name_is_heard() -> None:
    """A ministry speaks through its minister or spokesman; another ministry is another voice."""
    one = _said("وقالت", "وزارة الداخلية", WORDS)
    minister = _said("وقال", "سامي خليل", MORE, source="ب", behind="، وزير الداخلية في الحكومة،")
    spokesman = _said("وقال المتحدث باسم وزارة الداخلية،", "سامي خليل", MORE, source="ب")
    defence = _said("وقال", "سامي خليل", MORE, source="ب", behind="، وزير الدفاع في الحكومة،")

    assert [0, 0, 1] == [len(_left_out(one, "voice", other)) for other in (minister, spokesman, defence)]


def test_agency_that_is_credited_is_no_voice() -> None:
    """According to an agency is a credit, what the agency says of itself is said."""
    credited = Writer(f"{WORDS}، وفق رويترز.", source="أ", day="2018-04-06")
    told = Writer(f"وقالت رويترز إن {WORDS}.", source="أ", day="2018-04-06")
    readings = [
        write.reading(statements=(write.statement(cue, "رويترز", WORDS),))
        for write, cue in ((credited, "وفق"), (told, "وقالت"))
    ]

    assert [0, 1] == [len(_left_out(one, "voice")) for one in readings]


@pytest.mark.parametrize(
    ("manner", "act", "expected"),
    [
        (Manner.INDIRECT, Act.DESCRIBE, 0),
        (Manner.DIRECT, Act.DESCRIBE, 1),
        (Manner.INDIRECT, Act.DEMAND, 1),
    ],
)
def test_what_is_only_retold_has_no_wording(manner: Manner, act: Act, expected: int) -> None:
    """Two outlets that tell in their own words what somebody told change nobody's words."""
    one = _said("وقال", "سامي خليل", "نشر مراقبين دوليين في المدينة ضرورة ملحة قبل المحادثات", manner=manner, act=act)
    two = _said(
        "وقال", "سامي خليل", "نشر قوات مراقبة دولية في المدينة أمر مهم قبل المحادثات", "ب", manner=manner, act=act
    )

    assert expected == sum(each.field == "statement" for each in compare([one, two]).differences)


def test_a_name_that_is_not_there_is_left_out_though_others_say_it() -> None:
    """Whose name stands nowhere in the other article is no voice of it, though the words are; under an office he is."""
    words = f"{WORDS} طاحنة وخسائر فادحة في العتاد والأرواح"
    one = _said("وقال", "سامي خليل", words, behind="، مدير مستشفى المدينة،", manner=Manner.DIRECT)
    named = Writer(f"وسط مخاوف من {words} كما يرى سامي خليل.", source="ب", day="2018-04-06").reading()
    by_office = _said("وقال", "مدير المستشفى", words, source="ب")
    retold = "الجبهة الجنوبية شهدت معارك ليلية وسط قصف متبادل وحشود جديدة للطرفين قد تسبق انهيارا"
    police = _said("وقالت", "الشرطة", retold, source="ب")

    assert [0, 0, 1] == [len(_left_out(one, "voice", other)) for other in (named, by_office, police)]


@pytest.mark.parametrize(
    ("kind", "place", "expected"),
    [
        (IncidentKind.BOMBING, "كابل", 0),
        (IncidentKind.KILLING_UNSPECIFIED, None, 0),
        (IncidentKind.BOMBING, "قندهار", 1),
        (IncidentKind.CHEMICAL, "كابل", 1),
    ],
)
def test_what_both_begin_with_is_the_happening(kind: IncidentKind, place: str | None, expected: int) -> None:
    """The incident that both articles lead with is no part that one leaves out, unless it can't be the same."""
    readings = []
    told = (("أ", IncidentKind.BOMBING, "كابل", 3, "تفجير سيارة مفخخة"), ("ب", kind, place, 2, "اعتداء دام"))
    for source, which, where, number, cue in told:
        write = Writer(f"{number} ضحايا سقطوا في {where} جراء {cue}.", source=source, day="2018-04-06")
        toll = Toll(outcome=TollOutcome.KILLED, victims="ضحايا", min=number, max=number, words=write.span(f"{number}"))
        found = where and write.place(where)
        when = write.when("جراء", "2018-04-06")
        incident = write.incident(cue, None, None, when, kind=which, tolls=(toll,), place=found)
        readings.append(write.reading(incidents=(incident,)))

    assert expected == len(_left_out(readings[0], "part:incident", readings[1]))


def test_spellings_and_endings_are_no_wording() -> None:
    """A name spelled otherwise, or a verb in another form, is the same word quoted."""
    one = _said("وقال", "سامي خليل", "وحداتنا تمكنت من تحرير أربع قرى من قوات سورية الديموقراطية", manner=Manner.DIRECT)
    two = _said(
        "وقال", "سامي خليل", "وحداتنا تتمكن من تحرير أربع قرى من قوات سوريا الديمقراطية", "ب", manner=Manner.DIRECT
    )

    assert [] == [each for each in compare([one, two]).differences if each.field == "statement"]


def test_words_quoted_otherwise_differ_though_the_article_has_them_elsewhere() -> None:
    """What an article says elsewhere in its own words, it did not have him say."""
    one = _said(
        "وقال", "سامي خليل", "فرض أكبر مجموعة من العقوبات الجديدة على النظام الحاكم في الشمال", manner=Manner.DIRECT
    )
    words = "إطلاق أكبر حزمة من العقوبات الجديدة على النظام الحاكم في الشمال"
    write = Writer(f'وقال سامي خليل "{words}". وتم فرض مجموعة منها قبل عام.', source="ب", day="2018-04-06")
    two = write.reading(statements=(write.statement("وقال", "سامي خليل", words, manner=Manner.DIRECT),))

    assert 1 == sum(each.field == "statement" for each in compare([one, two]).differences)


def test_what_one_of_three_has_is_left_out_by_the_one_to_which_it_is_new() -> None:
    """Of two articles without a statement, that which has many of its words elsewhere is not charged with silence."""
    new, shared = "القوات سترد على الهجمات بشكل حازم في اليوم التالي", "الصواريخ سقطت في مناطق خالية من السكان"
    write = Writer(f"وقال سامي خليل إن {shared}. وحذر خليل من أن {new}.", source="أ", day="2018-04-06")
    speaker = write.party("خليل", label="سامي خليل")
    said = write.statement("وقال", "سامي خليل", shared), write.statement("وحذر", speaker, new, n=2, act=Act.WARN)
    one = write.reading(statements=said)
    bare = _said("وقال", "سامي خليل", shared, source="ب")
    half = Writer(f"وقال سامي خليل إن {shared}. وكانت القوات توعدت قبل الهجمات بأن ترد.", source="ج", day="2018-04-06")
    other = half.reading(statements=(half.statement("وقال", "سامي خليل", shared),))

    [difference] = [each for each in compare([one, bare, other]).differences if each.field == "part:statement"]

    assert (bare.article.digest,) == difference.left_out_by


def test_state_media_without_a_name_are_those_with_one() -> None:
    """A state's media, however called, are one voice; an agency that is none is another."""
    one = _said("وقالت", "وسائل إعلام حكومية", WORDS)
    official = _said("وقالت", "وسائل إعلام سورية رسمية", MORE, source="ب")
    sana, private = (
        Writer(f"وقالت {name} إن {MORE}.", source="ب", day="2018-04-06") for name in ("سانا", "صحيفة محلية")
    )
    named = sana.reading(statements=(sana.statement("وقالت", sana.party("سانا", "body:sana"), MORE),))
    paper = private.reading(statements=(private.statement("وقالت", "صحيفة محلية", MORE),))

    assert [0, 0, 1] == [len(_left_out(one, "voice", other)) for other in (official, named, paper)]


@pytest.mark.parametrize(("kind", "expected"), [(MeasureKind.RELEASE, 0), (MeasureKind.AID, 1)])
def test_a_measure_that_both_lead_with_is_no_part(kind: MeasureKind, expected: int) -> None:
    """The exchange of prisoners that both articles begin with is told by both; aid is another thing."""
    one = Writer("اتفقت الأطراف أمس على تبادل للأسرى.", source="أ", day="2018-04-06")
    two = Writer("أعلن مسؤولون خطوة جديدة في الشمال.", source="ب", day="2018-04-06")
    agreed = one.position("اتفقت", MeasureStatus.AGREED, "الأطراف", when=one.when("أمس", "2018-04-05"))
    release = one.measure("تبادل للأسرى", agreed, kind=MeasureKind.RELEASE)
    step = two.measure("خطوة", two.position("أعلن", MeasureStatus.DECLARED, "مسؤولون"), kind=kind)

    found = _left_out(one.reading(measures=(release,)), "part:measure", two.reading(measures=(step,)))

    assert expected == len(found)


@pytest.mark.parametrize(
    ("filler", "manner", "expected"), [(0, Manner.INDIRECT, 0), (20, Manner.INDIRECT, 1), (0, Manner.DIRECT, 1)]
)
def test_news_that_another_makes_known_is_no_silence(filler: int, manner: Manner, expected: int) -> None:
    """Whose name the news goes by in the lead is no voice left out; he is further down, and where he is quoted."""
    text = "واستمر الهدوء في بقية المناطق. " * filler
    words = f"{WORDS} طاحنة وخسائر في العتاد"
    write = Writer(f"{text}وأعلنت قيادة العمليات أن {words}.", source="أ", day="2018-04-06")
    one = write.reading(
        statements=(write.statement("وأعلنت", "قيادة العمليات", words, act=Act.ANNOUNCE, manner=manner),)
    )
    other = Writer(
        "وسط انهيار وشيك للجبهة الجنوبية تعطلت الكهرباء، وفق بلدية القرية.", source="ب", day="2018-04-06"
    ).reading()

    assert expected == len(_left_out(one, "voice", other))
