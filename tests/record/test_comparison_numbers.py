"""Numbers in two articles: which are of one thing."""

import datetime as dt

import pytest

from factories import Writer
from hudna.model import (
    Because,
    Difference,
    DifferenceType,
    IncidentKind,
    Reading,
    TimeMention,
    TimeType,
    Toll,
    TollOutcome,
)
from hudna.record import compare

FILLER = "واستمر الهدوء في بقية المناطق. "


def _differences(field: str, *readings: Reading) -> list[Difference]:
    return [each for each in compare(readings).differences if each.field.partition(":")[0] == field]


def _told(
    text: str, source: str, words: str, amount: int | None, *, victims: str | None = None, place: str | None = None
) -> Reading:
    write = Writer(text, source=source, day="2018-03-25")
    span = write.span(words)
    toll = Toll(
        outcome=TollOutcome.KILLED, victims=words if victims is None else victims, min=amount, max=amount, words=span
    )
    found = place and write.place(place)
    incident = write.incident("انفجار", None, None, None, kind=IncidentKind.BOMBING, tolls=(toll,), place=found)
    return write.reading(incidents=(incident,))


def test_a_dual_is_a_number() -> None:
    """Two are told by the noun alone; one is somebody, and no number to differ from."""
    three = _told("قتل 3 مدنيين في انفجار سيارة قرب السوق.", "أ", "3", 3)
    two = _told("قتل مدنيان في انفجار سيارة قرب السوق.", "ب", "مدنيان", 2)
    one = _told("قتل مدني في انفجار سيارة قرب السوق.", "ب", "مدني", 1)

    [difference] = _differences("toll", three, two)

    assert DifferenceType.CONFLICT is difference.type
    assert ["مدنيان", "3"] == [value.value for value in difference.values]
    assert [] == _differences("toll", three, one)


def test_dozens_say_no_less_where_the_article_counts_them() -> None:
    """Dozens in a headline whose article gives the number are that number."""
    counted = _told("قتل 26 مدنيا في انفجار سيارة قرب السوق.", "أ", "26", 26)
    write = Writer("عشرات القتلى في انفجار سيارة. وقتل 26 مدنيا قرب السوق.", source="ب", day="2018-03-25")
    tolls = tuple(
        Toll(outcome=TollOutcome.KILLED, victims="مدنيا", min=amount, max=amount, words=write.span(words))
        for words, amount in (("عشرات", None), ("26", 26))
    )
    vague = write.reading(
        incidents=(write.incident("انفجار", None, None, None, kind=IncidentKind.BOMBING, tolls=tolls),)
    )

    assert [] == _differences("toll", counted, vague)


def test_other_sorts_of_people_are_other_numbers() -> None:
    """Attackers killed and soldiers killed are two tolls; militants and fighters are one, and so are the dead and civilians."""
    write = "قتل {} في انفجار سيارة قرب السوق."
    tolls = {
        who: _told(write.format(f"{amount} {who}"), source, f"{amount}", amount, victims=who)
        for source, amount, who in (("أ", 3, "مهاجمين"), ("ب", 5, "جنود"), ("ج", 4, "مسلحين"), ("د", 6, "مقاتلين"))
    }

    assert [] == _differences("toll", tolls["مهاجمين"], tolls["جنود"])
    assert 1 == len(_differences("toll", tolls["مسلحين"], tolls["مقاتلين"]))


def test_a_share_of_the_dead_is_no_toll() -> None:
    """Three of the dead are no number of the dead."""
    text = "وأعلن المستشفى في المدينة أن {} من ضحايا القصف نقلوا إلى بلداتهم."
    one = Writer(text.format("9 قتلى"), source="أ", day="2018-03-25").reading()
    share = Writer(text.format("3 من بين القتلى"), source="ب", day="2018-03-25").reading()
    other = Writer(text.format("3 قتلى"), source="ب", day="2018-03-25").reading()

    assert [0, 1] == [len(_differences("number", one, each)) for each in (share, other)]


def test_what_both_count_but_once_is_one_thing() -> None:
    """Fifteen hours here and fourteen there are one length where neither counts hours again."""
    one = "وضم الاجتماع وزراء الري والخارجية واستمر 15 ساعة قبل إعلان النتائج على الصحافيين المحليين."
    two = "وأخفق الوزراء في التوافق خلال مفاوضات دامت 14 ساعة في قاعة الصداقة وسط العاصمة الخرطوم."
    again = f"{two} وغادر الوفد بعد 3 ساعات."
    readings = [
        Writer(text, source=source, day="2018-03-25").reading()
        for source, text in (("أ", one), ("ب", two), ("ب", again))
    ]

    assert 1 == len(_differences("number", readings[0], readings[1]))
    assert [] == _differences("number", readings[0], readings[2])


def test_numbers_of_other_times_are_apart() -> None:
    """What befell people months before is another thing than what befell as many others today."""
    text = "وأصيب {} أشخاص في انفجار سيارة قرب نقطة تفتيش في العاصمة {}."
    readings = []
    for source, number, day in (("أ", 4, "2018-03-24"), ("ب", 6, "2018-01-27")):
        write = Writer(FILLER * 15 + text.format(number, "يومها"), source=source, day="2018-03-25")
        when = dt.date.fromisoformat(day)
        mention = TimeMention(write.span("يومها"), TimeType.DATE, day, when, when, "day", Because("written"))
        readings.append(write.reading(dates=(mention,)))
    old, bare = readings[1], Writer(FILLER * 15 + text.format(4, "أمس"), source="أ", day="2018-03-25").reading()

    assert [] == _differences("number", readings[0], old)
    assert 1 == len(_differences("number", bare, Writer(old.article.text, source="ب", day="2018-03-25").reading()))


def test_dozens_are_told_more_closely_by_a_number() -> None:
    """Where one lead has dozens and the other counts them, the number says the same more closely."""
    vague = _told("إصابة العشرات في انفجار سيارة قرب السوق.", "أ", "العشرات", None, victims="")
    counted = _told("إصابة 40 مدنيا في انفجار قرب مقر البلدية.", "ب", "40", 40, victims="مدنيا")

    [difference] = _differences("toll", vague, counted)

    assert DifferenceType.MORE_PRECISE is difference.type


def test_a_town_and_its_quarter_are_no_two_places() -> None:
    """Tolls of incidents in places that share a word may be of one, those in two towns are not."""
    text = "قتل {} في انفجار سيارة في {}."
    one, part, other = (
        _told(text.format(f"{amount} مدنيين", place), source, f"{amount}", amount, victims="مدنيين", place=place)
        for source, amount, place in (("أ", 3, "دير الزور"), ("ب", 4, "ريف دير الزور"), ("ج", 5, "قندهار"))
    )

    assert 1 == len(_differences("toll", one, part))
    assert [] == _differences("toll", one, other)


@pytest.mark.parametrize(("place", "expected"), [("بني قيس", 1), ("حلب", 0)])
def test_a_village_that_no_table_knows_may_lie_in_a_country(place: str, expected: int) -> None:
    """A town that the tables know in another country may not."""
    text = "قتل {} مدنيا في انفجار سيارة قرب سوق {}."
    readings = [
        _told(text.format(amount, where), source, amount, int(amount), victims="مدنيا", place=where)
        for source, amount, where in (("أ", "20", "اليمن"), ("ب", "23", place))
    ]

    assert expected == sum(each.type is not DifferenceType.OMISSION for each in _differences("toll", *readings))


def test_the_hurt_of_an_incident_are_compared_with_those_counted_elsewhere() -> None:
    """A toll that one article has of an incident is told of its people by the other, in a like sentence; once each."""
    one = Writer("وأصيب 23 مدنيا بجروح في سقوط قذيفة على سوق الخضار.", source="أ", day="2018-04-06")
    two = Writer("وأصيب 35 مدنيا بجروح في سقوط قذيفة على سوق الخضار القديم.", source="ب", day="2018-04-06")
    toll = Toll(outcome=TollOutcome.WOUNDED, victims="مدنيا", min=35, max=35, words=two.span("35"))
    shelling = two.incident("قذيفة", None, None, None, kind=IncidentKind.SHELLING, tolls=(toll,))

    found = compare([one.reading(), two.reading(incidents=(shelling,))]).differences

    assert [("toll:wounded", ["23 مدنيا", "35"])] == [
        (each.field, [value.value for value in each.values]) for each in found if each.field.startswith("toll")
    ]


def test_the_toll_of_what_an_article_begins_with_leads_wherever_it_stands() -> None:
    """An incident begins an article, and its toll follows below: it is the one that the other article begins with."""
    short = _told("قتل 5 أشخاص في انفجار سيارة قرب السوق.", "أ", "5", 5, victims="أشخاص")
    text = f"هز انفجار ضخم وسط المدينة القديمة. {FILLER * 12}وبلغت حصيلة أولية 14 من رواد المكان."
    long = _told(text, "ب", "14", 14, victims="رواد المكان")

    [difference] = _differences("toll", short, long)

    assert ["5", "14"] == [value.value for value in difference.values]


def test_a_toll_that_rose_differs_from_the_one_told_before() -> None:
    """Who tells that seven are dead, five of whom were told before, differs from who tells of five."""
    before = _told("قتل 5 مدنيين في انفجار سيارة قرب السوق.", "أ", "5", 5, victims="مدنيين")
    after = _told("قتل 7 مدنيين في انفجار سيارة قرب السوق. وكانت حصيلة سابقة 5.", "ب", "7", 7, victims="مدنيين")

    [difference] = _differences("toll", before, after)

    assert ["5", "7"] == [value.value for value in difference.values]


def test_a_days_dead_are_not_compared_with_those_of_a_war() -> None:
    """A number ten times another counts something else."""
    day = _told("قتل 6 مدنيين في انفجار سيارة قرب السوق.", "أ", "6", 6, victims="مدنيين")
    war = _told("قتل 1600 مدني في انفجار سيارة قرب السوق.", "ب", "1600", 1600, victims="مدني")

    assert [] == [each for each in _differences("toll", day, war) if each.type is DifferenceType.CONFLICT]


def test_a_toll_is_told_in_words_too() -> None:
    """Who writes four as a word does not leave the four dead out; a day of that number is no number of anything."""
    digits = _told("قتل 4 مدنيين في انفجار سيارة قرب السوق.", "أ", "4", 4, victims="مدنيين")
    words = Writer("تبنى التنظيم مقتل أربعة أشخاص. وهذا حادث بعيد تماما عن كل ما سبقه.", source="ب", day="2018-03-25")
    write = Writer("تبنى التنظيم هجوما يوم 4 آذار. وهذا حادث بعيد تماما عن كل ما سبقه.", source="ب", day="2018-03-25")
    day = dt.date(2018, 3, 4)
    mention = TimeMention(write.span("4 آذار"), TimeType.DATE, "2018-03-04", day, day, "day", Because("written"))

    assert [] == _differences("toll", digits, words.reading())
    assert 1 == len(_differences("toll", digits, write.reading(dates=(mention,))))


@pytest.mark.parametrize(("amount", "told"), [(700, ["700", "709"]), (900, [])])
def test_tolls_nearly_as_high_are_one_in_whatever_words(amount: int, told: list[str]) -> None:
    """709 here and 700 there count the same dead, whatever else one of the articles counts; 900 are others."""
    write = Writer(
        f"{FILLER * 12}قتل 14 مدنيا في غارة ليلا. وتفيد تقديرات بأن 709 مدنيين قتلوا منذ تكثيف الحملة على المنطقة.",
        source="أ",
        day="2018-03-25",
    )
    incidents = []
    for number, (cue, least) in enumerate((("غارة", 14), ("الحملة", 709)), start=1):
        span = write.span(f"{least}")
        toll = Toll(outcome=TollOutcome.KILLED, victims="مدنيا", min=least, max=least, words=span)
        kind = IncidentKind.AIR_STRIKE
        incidents.append(write.incident(cue, None, None, None, kind=kind, tolls=(toll,), n=number))
    text = f"{FILLER * 12}وهذه القافلة أول ما يدخل إليها بعد انفجار أودى بحياة {amount} شخص، وفق ناشطين."
    other = _told(text, "ب", f"{amount}", amount, victims="شخص")

    found = _differences("toll", write.reading(incidents=tuple(incidents)), other)

    conflicts = [[value.value for value in each.values] for each in found if each.type is DifferenceType.CONFLICT]
    assert conflicts == ([told] if told else [])


@pytest.mark.parametrize(("amount", "told"), [(30, ["30", "31"]), (12, [])])
def test_a_total_is_compared_with_a_toll_nearly_as_high(amount: int, told: list[str]) -> None:
    """31 since the protests began and 30 in ten days of protests count the same dead; 12 are those of some day."""
    write = Writer(f"{FILLER * 12}وقد قتل 31 شخصا منذ انطلاق المظاهرات على الحدود.", source="أ", day="2018-03-25")
    span = write.span("31")
    toll = Toll(outcome=TollOutcome.KILLED, victims="شخصا", min=31, max=31, words=span)
    total = write.incident("المظاهرات", None, None, None, kind=IncidentKind.SMALL_ARMS, tolls=(toll,), aggregate=True)
    text = f"أسفرت 10 أيام من المظاهرات على الحدود عن مقتل {amount} شخصا في انفجار قنابل."
    other = _told(text, "ب", f"{amount}", amount, victims="شخصا")

    found = _differences("toll", write.reading(incidents=(total,)), other)

    conflicts = [[value.value for value in each.values] for each in found if each.type is DifferenceType.CONFLICT]
    assert conflicts == ([told] if told else [])


def test_what_counts_twice_is_compared_with_what_may_be_the_same() -> None:
    """Each article has one toll: a day's dead here and a war's there are left out by the other, and do not differ."""
    filler = FILLER * 12
    day = _told(f"{filler}قتل 27 مدنيا في انفجار المدينة.", "أ", "27", 27, victims="مدنيا")
    war = _told(f"{filler}ويعتقد أن 4000 شخص قتلوا في الانفجار الكبير.", "ب", "4000", 4000, victims="شخص")

    assert [DifferenceType.OMISSION] * 2 == [each.type for each in _differences("toll", day, war)]


def test_that_people_were_killed_is_no_number() -> None:
    """Where a lead only says that some were killed, the number that stands below it is the article's."""
    write = Writer("وأعلن عن جنود قتلوا في انفجار سيارة. وبلغت الحصيلة 16 شخصا.", source="أ", day="2018-03-25")
    tolls = [
        Toll(outcome=TollOutcome.KILLED, victims="", min=amount, max=amount, words=write.span(words))
        for words, amount in (("قتلوا", None), ("16", 16))
    ]
    incidents = tuple(
        write.incident("انفجار", None, None, None, kind=IncidentKind.BOMBING, tolls=(toll,), n=number)
        for number, toll in enumerate(tolls, start=1)
    )
    other = _told("قتل 15 شخصا في انفجار سيارة قرب السوق.", "ب", "15", 15, victims="شخصا")

    [difference] = _differences("toll", write.reading(incidents=incidents), other)

    assert ["15", "16"] == [value.value for value in difference.values]


@pytest.mark.parametrize(("length", "expected"), [("400 كيلومتر", 1), ("4 آلاف كيلومتر", 0)])
def test_what_is_ten_times_as_much_is_another_thing(length: str, expected: int) -> None:
    """Of 300 kilometres here and 4000 there each may be right of something else."""
    text = "ويمتد الطريق الساحلي الجديد {} بين المدينة القديمة والميناء."
    readings = [
        Writer(text.format(each), source=source, day="2018-03-25").reading()
        for source, each in (("أ", "300 كيلومتر"), ("ب", length))
    ]

    assert expected == len(_differences("number", *readings))


def test_somebody_by_name_is_no_number() -> None:
    """That a reporter was killed is no toll to differ from another."""
    one = _told("قتل المصور سامي خليل في انفجار سيارة قرب السوق.", "أ", "المصور سامي خليل", 1, victims="المصور")
    eight = _told("قتل 8 مدنيين في انفجار سيارة قرب السوق.", "ب", "8", 8, victims="مدنيين")

    assert [] == [each for each in _differences("toll", one, eight) if each.type is DifferenceType.CONFLICT]


@pytest.mark.parametrize(
    ("one", "other", "expected"), [("10%", "8 في المئة", 1), ("10%", "10 بالمئة", 0), ("10%", "8 آلاف", 0)]
)
def test_shares_are_compared_with_shares(one: str, other: str, expected: int) -> None:
    """So many in a hundred, by the sign or in words, and no number of anything else."""
    text = "ويشكل أبناء الأقلية {} من سكان الجزيرة الواقعة في المحيط."
    readings = [
        Writer(text.format(share), source=source, day="2018-03-25").reading()
        for source, share in (("أ", one), ("ب", other))
    ]

    assert expected == len(_differences("number", *readings))
