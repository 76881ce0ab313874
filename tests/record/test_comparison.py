"""Articles on one happening side by side: what differs, how, who says which and in which words."""

import datetime as dt
from itertools import permutations

import pytest

from factories import Writer
from hudna.model import (
    Act,
    Because,
    Difference,
    DifferenceType,
    Field,
    IncidentKind,
    NameKind,
    PledgeKind,
    Reading,
    Span,
    TimeMention,
    TimeType,
    Toll,
    TollOutcome,
)
from hudna.model.records import Manner
from hudna.record import compare, find_events

ZARIF = "person:javad-zarif"


def _by_field(found: tuple[Difference, ...], field: str) -> list[Difference]:
    return [each for each in found if each.field.partition(":")[0] == field]


def _statement(source: str, words: str, *, entity: str = ZARIF, before: str = "", **more: object) -> Reading:
    write = Writer(f"{before}قال ظريف إن {words}.", source=source, day="2021-12-21")
    speaker = write.party("ظريف", entity)
    return write.reading(statements=(write.statement("قال", speaker, words, **more),))


def test_one_utterance_in_two_wordings_is_one_event() -> None:
    """The same speaker, the same day, like words: one statement of two outlets, and the words that differ."""
    one = _statement("أ", "نشر مراقبين دوليين في المدينة ضرورة ملحة قبل بدء المحادثات", act=Act.DEMAND)
    two = _statement("ب", "نشر قوات مراقبة دولية في المدينة أمر مهم قبل انطلاق المحادثات", act=Act.DEMAND)

    comparison = compare([one, two])
    [difference] = _by_field(comparison.differences, "statement")

    assert [2] == [len(event.members) for event in comparison.events]
    assert DifferenceType.WORDING is difference.type
    assert any("قوات" in value.value for value in difference.values)
    assert {one.article.digest, two.article.digest} == {
        evidence.article for value in difference.values for evidence in value.evidence
    }


def test_words_spoken_in_another_language_are_renderings() -> None:
    """What two outlets render of a foreigner's quoted words is no conflict on wording alone."""
    one = _statement(
        "أ", "علينا منع الإرهابيين من استغلال الهدنة القائمة في الشمال", manner=Manner.DIRECT, entity="state:ir"
    )
    two = _statement(
        "ب", "يتعين منع الإرهابيين من سوء استخدام الهدنة السارية في الشمال", manner=Manner.DIRECT, entity="state:ir"
    )

    [difference] = _by_field(compare([one, two]).differences, "statement")

    assert DifferenceType.TRANSLATION is difference.type


def test_a_quotation_under_another_name_is_one_utterance() -> None:
    """Who is quoted in the same words twice is one man, by his name here and by his office there; retold it may be two."""
    words = "المدينة تواجه حصارا وتجويعا لا مثيل لهما منذ سنين", "المدينة تعيش حصارا وتجويعا لم تشهدهما منذ أعوام"

    def compared(manner: Manner) -> list[Difference]:
        readings = []
        for source, said, name, entity in zip("أب", words, ("خليل", "المبعوث"), ("ent-a", "ent-b"), strict=True):
            write = Writer(f"قال {name} إن {said}.", source=source, day="2021-12-21")
            statement = write.statement("قال", write.party(name, entity), said, manner=manner)
            readings.append(write.reading(statements=(statement,)))
        return _by_field(compare(readings).differences, "statement")

    assert [DifferenceType.WORDING] == [each.type for each in compared(Manner.DIRECT)]
    assert [] == compared(Manner.INDIRECT)


def test_other_numbers_in_one_utterance_are_a_conflict() -> None:
    """Two numbers for one thing can't both be right, in whatever language they were said."""
    one = _statement("أ", "القرار 2231 يلزم جميع الأطراف بوقف القتال في المدينة فورا")
    two = _statement("ب", "القرار 2213 يلزم جميع الأطراف بوقف القتال في المدينة فورا")

    [difference] = _by_field(compare([one, two]).differences, "statement")

    assert DifferenceType.CONFLICT is difference.type


def test_same_words_and_other_utterances_do_not_differ() -> None:
    """A reprint has no other wording, and two utterances are not one."""
    words = "القرار يلزم جميع الأطراف بوقف القتال في المدينة فورا"
    same = compare([_statement("أ", words), _statement("ب", words)])
    other = compare([_statement("أ", words), _statement("ب", "السوق القديم سيفتح أبوابه أمام التجار صباح الغد")])

    assert [] == _by_field(same.differences, "statement")
    assert () == other.events


def test_utterances_of_other_speakers_stay_apart() -> None:
    """Like words of two people are two statements, unless the articles are known to tell one happening."""
    words = "القرار يلزم جميع الأطراف بوقف القتال في المدينة فورا"
    events = find_events([_statement("أ", words), _statement("ب", words, entity="person:hassan-rouhani")])

    assert [1, 1] == [len(event.members) for event in events]


def _shelling(source: str, number: str, amount: int, **more: object) -> Reading:
    write = Writer(f"قتل {number} مدنيا في قصف على مدينة دوما.", source=source, day="2018-04-06")
    words = write.span(number)
    toll = Toll(outcome=TollOutcome.KILLED, victims="مدنيا", min=amount, max=amount, words=words)
    incident = write.incident(
        "قصف", None, None, None, kind=IncidentKind.SHELLING, tolls=(toll,), place=write.place("دوما"), **more
    )
    return write.reading(incidents=(incident,))


def test_tolls_of_one_happening_are_compared() -> None:
    """Other numbers of the dead are a conflict, each value with its words; the same number is none."""
    comparison = compare([_shelling("أ", "32", 32), _shelling("ب", "27", 27)])
    [difference] = _by_field(comparison.differences, "toll")

    assert ("toll:killed", DifferenceType.CONFLICT) == (difference.field, difference.type)
    assert ["27", "32"] == [value.value for value in difference.values]
    assert ["27", "32"] == [evidence.text for value in difference.values for evidence in value.evidence]
    assert [] == _by_field(compare([_shelling("أ", "32", 32), _shelling("ب", "32", 32)]).differences, "toll")


@pytest.mark.parametrize(("number", "amount"), [("32", 32), ("تسعة", 9)])
def test_toll_that_only_one_article_gives_is_left_out_by_the_other(number: str, amount: int) -> None:
    """A number of dead, in digits or in words, that another article has in neither is told as left out."""
    one = _shelling("أ", number, amount)
    other = Writer(
        "أعلنت السلطات المحلية افتتاح معرض الكتاب السنوي في قاعة البلدية.", source="ب", day="2018-04-06"
    ).reading()

    [difference] = _by_field(compare([one, other]).differences, "toll")

    assert (DifferenceType.OMISSION, (other.article.digest,)) == (difference.type, difference.left_out_by)
    assert [number] == [value.value for value in difference.values]


def test_numbers_of_the_same_noun_are_compared_and_years_are_not() -> None:
    """A number beside the same noun in a like sentence is the same thing counted; a year counts nothing."""
    readings = [
        Writer(
            f"غادرت {number} حافلة مدينة حرستا ضمن اتفاق الإجلاء المبرم عام {year}.", source=source, day="2018-03-22"
        ).reading()
        for source, number, year in (("أ", 27, 2017), ("ب", 44, 2018))
    ]

    assert [["27 حافلة", "44 حافلة"]] == [
        [value.value for value in each.values] for each in _by_field(compare(readings).differences, "number")
    ]


def _counted(*sentences: str) -> list[list[str]]:
    readings = [
        Writer(f"{sentence}.", source=source, day="2018-03-22").reading()
        for source, sentence in zip("أب", sentences, strict=True)
    ]
    return [[value.value for value in each.values] for each in _by_field(compare(readings).differences, "number")]


def test_one_number_in_words_and_digits_is_no_difference() -> None:
    """Three in a word and in a digit are one number; more than a number is another one."""
    assert [] == _counted("أصيب ثلاثة مدنيين في انفجار لغم شرق المدينة", "أصيب 3 مدنيين في انفجار لغم شرق المدينة")
    assert [["15 ساعة", "لأكثر من 15 ساعة"]] == _counted(
        "استمرت جلسة المفاوضات في الخرطوم 15 ساعة", "استمرت جلسة المفاوضات في الخرطوم لأكثر من 15 ساعة"
    )


def test_ages_are_compared_with_ages_alone() -> None:
    """Years of prison and years of a life are two things."""
    sentence = "حكمت المحكمة على سامي خليل بالسجن 20 عاما"

    assert [] == _counted(sentence, "حكمت المحكمة بالسجن على سامي خليل البالغ من العمر 28 عاما")
    assert [["20 عاما", "25 عاما"]] == _counted(sentence, "حكمت المحكمة على سامي خليل بالسجن 25 عاما")


def _dated(*sentences: str, days: tuple[str, str]) -> tuple[Difference, ...]:
    readings = []
    for source, sentence, day in zip("أب", sentences, days, strict=True):
        write = Writer(f"{sentence}.", source=source, day="2018-04-03")
        when = dt.date.fromisoformat(day)
        mention = TimeMention(
            write.span(sentence.split()[-1]), TimeType.DATE, day, when, when, "day", Because("written")
        )
        readings.append(write.reading(dates=(mention,)))
    return compare(readings).differences


def test_another_day_in_a_like_sentence_is_told() -> None:
    """The same thing on another day is a conflict; the day on which each came out is none."""
    sentences = "بدأت أحداث مسيرة العودة على حدود القطاع في 30/3", "بدأت أحداث مسيرة العودة على حدود القطاع في 31/3"
    [difference] = _by_field(_dated(*sentences, days=("2018-03-30", "2018-03-31")), "day")

    assert ["2018-03-30", "2018-03-31"] == [value.value for value in difference.values]
    assert () == _dated(*sentences, days=("2018-03-30", "2018-03-30"))
    assert () == _dated(*sentences, days=("2018-03-30", "2018-04-03"))


def _of_windows(*said: tuple[str, str, str, str]) -> list[Difference]:
    """Compare articles of one sentence each: what it says before its date, the date, and the days that may be meant."""
    readings = []
    for source, (sentence, date, first, last) in zip("أب", said, strict=True):
        write = Writer(f"{sentence} {date}.", source=source, day="2018-04-20")
        window = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
        written = TimeMention(write.span(date), TimeType.DATE, first, *window, "day", Because("written"))
        readings.append(write.reading(dates=(written,)))
    return _by_field(compare(readings).differences, "day")


def test_the_day_of_what_another_tells_of_a_month_is_more_precise() -> None:
    """A day within a month of the same thing says more; another month's day, or another thing's, does not."""
    opened, closed = "افتتحت البلدية معرض الكتاب السنوي في القاعة الكبرى", "أغلقت الشرطة سوق الخضار القديم وسط المدينة"
    month = "شهر مارس", "2018-03-01", "2018-03-31"
    day, later = ("13 مارس", "2018-03-13", "2018-03-13"), ("2 أبريل", "2018-04-02", "2018-04-02")
    [difference] = _of_windows((opened, *month), (opened, *day))
    assert DifferenceType.MORE_PRECISE is difference.type
    assert ["2018-03-01/2018-03-31", "2018-03-13"] == [value.value for value in difference.values]
    assert DifferenceType.MORE_PRECISE not in {each.type for each in _of_windows((opened, *month), (opened, *later))}
    assert [] == _of_windows((opened, *month), (closed, *day))


def test_one_weekday_of_two_weeks_is_no_other_day() -> None:
    """Of which week a Friday is, is taken to be so; a date is said."""
    by_name = "بدأت أحداث مسيرة العودة على حدود القطاع يوم الجمعة"
    by_date = ("بدأت أحداث مسيرة العودة على حدود القطاع في 23/3", "بدأت أحداث مسيرة العودة على حدود القطاع في 30/3")

    assert () == _dated(by_name, f"{by_name} الماضي", days=("2018-03-23", "2018-03-30"))
    assert 1 == len(_dated(*by_date, days=("2018-03-23", "2018-03-30")))


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("جنوب شرقي", "شرق", [DifferenceType.MORE_PRECISE]),
        ("جنوب شرقي", "شمال شرقي", [DifferenceType.CONFLICT]),
        ("شرق", "شرقي", []),
        ("شرق", "غرب", []),
    ],
)
def test_sides_of_a_place_are_compared(one: str, other: str, kind: list[DifferenceType]) -> None:
    """Two sides are more than one of them; east is no other word than eastern, and what lies west is another thing."""
    readings = [
        Writer(f"سقطت قذيفة على سوق شعبية في حي الكشكول {side} دمشق.", source=source, day="2018-03-20").reading()
        for source, side in (("أ", one), ("ب", other))
    ]

    assert kind == [each.type for each in _by_field(compare(readings).differences, "place")]


def test_the_dead_are_not_compared_with_the_hurt() -> None:
    """Numbers of people are of one thing where the words around them say so."""
    one = "أصيب في القصف على السوق الشعبية 23 مدنيا"

    assert [] == _counted(one, "نقلت من القصف على السوق الشعبية جثث 35 شهيدا")
    assert [["23 مدنيا", "35 مدنيا"]] == _counted(one, "أصيب في القصف على السوق الشعبية 35 مدنيا")


def test_tolls_of_headlines_are_compared() -> None:
    """Of two tolls that lead their articles, that below also tells a part of it, one leads: the whole is compared."""
    part = _shelling("أ", "3", 3)
    write = Writer(
        "واستمر القتال. قتل 3 مدنيين دهسا.", source="ب", day="2018-04-06", title="مقتل 5 مدنيين في قصف على مدينة دوما"
    )
    tolls = tuple(
        Toll(outcome=TollOutcome.KILLED, victims="مدنيين", min=number, max=number, words=span)
        for number, span in ((5, Span(5, 6, Field.TITLE)), (3, write.span("3")))
    )
    incident = write.incident("قتل", None, None, None, kind=IncidentKind.SHELLING, tolls=tolls)

    [difference] = _by_field(compare([part, write.reading(incidents=(incident,))]).differences, "toll")

    assert ["3", "5"] == [value.value for value in difference.values]


def test_voice_in_one_article_is_left_out_by_the_other() -> None:
    """Who speaks in one article and not in the other is told with all he says; both quote the one they share."""
    words = "القرار يلزم جميع الأطراف بوقف القتال في المدينة فورا"
    write = Writer(
        f"قال ظريف إن {words}. وحذر العميد سلامي من انهيار وشيك للجبهة الجنوبية كلها.", source="أ", day="2021-12-21"
    )
    shared = write.statement("قال", write.party("ظريف", ZARIF), words)
    more = write.statement("وحذر", "سلامي", "انهيار وشيك للجبهة الجنوبية كلها", n=2)
    one, two = write.reading(statements=(shared, more)), _statement("ب", words)

    [difference] = _by_field(compare([one, two]).differences, "voice")

    assert (DifferenceType.OMISSION, (two.article.digest,)) == (difference.type, difference.left_out_by)
    assert ["سلامي"] == [value.value for value in difference.values]


def test_passing_mentions_are_no_voice() -> None:
    """Nobody speaks up in a relative clause, in a word or two, or as the body that its spokesman speaks for."""
    words = "انهيار وشيك للجبهة الجنوبية كلها بعد معارك"
    write = Writer(f"انتقد الحركة التي تعتبر تركيا أن {words}.", source="أ", day="2021-12-21")
    passing = write.reading(statements=(write.statement("تعتبر", "تركيا", words),))
    write = Writer("وأكدت الشرطة مقتل المهاجم.", source="أ", day="2021-12-21")
    short = write.reading(statements=(write.statement("وأكدت", "الشرطة", "مقتل المهاجم"),))
    write = Writer(f"وقالت المتحدثة باسم وزارة الصحة إن {words}.", source="أ", day="2021-12-21")
    spoken = write.reading(statements=(write.statement("وقالت", "المتحدثة باسم وزارة الصحة", words),))
    write = Writer("وقالت وزارة الصحة إن حملة التلقيح ستبدأ قريبا في المدارس.", source="ب", day="2021-12-21")
    other = write.reading(statements=(write.statement("وقالت", "وزارة الصحة", "حملة التلقيح ستبدأ قريبا في المدارس"),))

    for one in (passing, short):
        [voice] = _by_field(compare([one, other]).differences, "voice")
        assert ["وزارة الصحة"] == [value.value for value in voice.values]
    assert [] == _by_field(compare([spoken, other]).differences, "voice")


def test_names_that_take_a_stand_count_where_they_are_not_rare() -> None:
    """One name in three is enough; names of which both take a stand against a side do not differ."""
    readings = []
    for source, names in (("أ", ("داعش", "تنظيم الدولة الإسلامية")), ("ب", ("تنظيم الدولة",)), ("ج", ("داعش",))):
        write = Writer("ثم ".join(f"انسحب {name} من البلدة. " for name in names), source=source, day="2018-03-22")
        found = tuple(write.name(name, entity="body:isis", kind=NameKind.BODY) for name in names)
        readings.append(write.reading(names=found))
    one, neutral, other = readings

    assert 1 == len(_by_field(compare([one, neutral]).differences, "label"))
    assert () == compare([one, other]).differences


def test_names_behind_an_office_are_the_speakers() -> None:
    """An office that one article names with its holder, and the holder in the other, are one voice."""
    words = "انهيار وشيك للجبهة الجنوبية كلها بعد معارك"
    write = Writer(f"وقال كبير المستشارين لدى الوفد، سامي خليل، إن {words}.", source="أ", day="2021-12-21")
    other = Writer("وقال سامي خليل إن حملة التلقيح ستبدأ قريبا في المدارس.", source="ب", day="2021-12-21")
    one = write.reading(statements=(write.statement("وقال", "كبير المستشارين", words),))
    two = other.reading(
        statements=(other.statement("وقال", "سامي خليل", "حملة التلقيح ستبدأ قريبا في المدارس"),),
        names=(other.name("سامي خليل"),),
    )

    assert [] == _by_field(compare([one, two]).differences, "voice")


def test_background_is_no_voice() -> None:
    """What somebody said months before is background, what he said the day before is news."""
    readings = []
    for day in ("2021-06-01", "2021-12-20"):
        write = Writer("وكان ظريف قال يومها إن انهيار الجبهة الجنوبية وشيك بعد معارك.", source="أ", day="2021-12-21")
        words = "انهيار الجبهة الجنوبية وشيك بعد معارك"
        said = write.statement("قال", write.party("ظريف", ZARIF), words, when=write.when("يومها", day))
        readings.append(write.reading(statements=(said,)))
    other = Writer("أعلنت السلطات المحلية افتتاح معرض الكتاب السنوي.", source="ب", day="2021-12-21").reading()

    assert [0, 1] == [len(_by_field(compare([one, other]).differences, "voice")) for one in readings]


def test_both_deny_in_their_own_words() -> None:
    """A denial that both articles tell is no omission, however each puts it."""
    readings = []
    for source, words in (
        ("أ", "أي مسؤولية عن تسميم العميل السابق"),
        ("ب", "ضلوعها في الاعتداء بغاز الأعصاب على الجاسوس"),
    ):
        write = Writer(f"ونفت روسيا {words}.", source=source, day="2021-12-21")
        said = write.statement("ونفت", write.party("روسيا", "state:ru"), words, act=Act.DENY)
        readings.append(write.reading(statements=(said,)))

    assert () == compare(readings).differences


def test_full_name_and_surname_are_one_voice() -> None:
    """Whom an article names in full and then by his surname speaks once, with all he says."""
    first, second = "انهيار وشيك للجبهة الجنوبية كلها", "ضرورة إجلاء المدنيين العالقين قبل الفجر"
    write = Writer(f"وحذر حسين سلامي من {first}. وأكد سلامي {second}.", source="أ", day="2021-12-21")
    surname = write.party("سلامي", label="سلامي")
    said = (write.statement("وحذر", "حسين سلامي", first), write.statement("وأكد", surname, second, n=2))
    other = Writer("أعلنت السلطات المحلية افتتاح معرض الكتاب السنوي.", source="ب", day="2021-12-21").reading()

    [difference] = _by_field(compare([write.reading(statements=said), other]).differences, "voice")

    assert 2 == len(difference.values[0].members)


def test_what_the_other_tells_in_its_own_words_is_not_left_out() -> None:
    """A statement whose words stand in the other article is told there, whoever says them."""
    words = "انهيار وشيك للجبهة الجنوبية كلها بعد معارك عنيفة"
    one = _statement("أ", words)
    two = Writer(f"وسط مخاوف من {words}.", source="ب", day="2021-12-21").reading()

    assert () == compare([one, two]).differences


def test_headline_without_its_body_is_told() -> None:
    """A promise that only the headline makes is marked, one that the body makes too is not."""
    write = Writer(
        "إيران: سنمنع التدخل في المدينة\nدعت إيران إلى التنسيق لمنع التدخل في المدينة.", source="أ", day="2017-07-05"
    )
    headline = write.pledge("سنمنع التدخل في المدينة", "إيران", kind=PledgeKind.PROMISE)
    bare = write.reading(pledges=(headline,))
    body = write.pledge("لمنع التدخل في المدينة", "إيران", kind=PledgeKind.PROMISE, n=2)
    other = Writer("مقال آخر في الموضوع.", source="ب", day="2017-07-05").reading()

    [difference] = _by_field(compare([bare, other]).differences, "headline")

    assert [Span(0, 30)] == [evidence.span for value in difference.values for evidence in value.evidence]
    assert [] == _by_field(compare([write.reading(pledges=(headline, body)), other]).differences, "headline")


def test_threat_that_its_body_tells_is_borne_out() -> None:
    """A threat is in its words, a promise in the verb: where the words stand below, the one is borne out."""
    text = "لندن تهدد بمقاطعة كأس العالم\nقالت مصادر إن مقاطعة كأس العالم اقتراح لبعض النواب."
    other = Writer("مقال آخر في الموضوع.", source="ب", day="2017-07-05").reading()
    found = {}
    for kind in (PledgeKind.THREAT, PledgeKind.PROMISE):
        write = Writer(text, source="أ", day="2017-07-05")
        one = write.reading(pledges=(write.pledge("مقاطعة كأس العالم", "لندن", kind=kind),))
        found[kind] = len(_by_field(compare([one, other]).differences, "headline"))

    assert {PledgeKind.THREAT: 0, PledgeKind.PROMISE: 1} == found


def test_names_of_a_side_are_compared() -> None:
    """What one outlet calls by a contested name and the other by a neutral one is told; the same names are not."""
    readings = []
    for source, name in (("أ", "تنظيم داعش"), ("ب", "تنظيم الدولة الإسلامية"), ("ج", "تنظيم الدولة الإسلامية")):
        write = Writer(f"انسحب {name} من البلدة.", source=source, day="2018-03-22")
        readings.append(write.reading(names=(write.name(name, entity="body:isis", kind=NameKind.BODY),)))

    [difference] = _by_field(compare(readings[:2]).differences, "label")

    assert ("label:body:isis", ["تنظيم الدولة الإسلامية", "تنظيم داعش"]) == (
        difference.field,
        [value.value for value in difference.values],
    )
    assert () == compare(readings[1:]).differences


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_order_of_articles_changes_nothing(order: tuple[int, ...]) -> None:
    """A comparison is a function of the set of readings."""
    readings = [
        _statement("أ", "نشر مراقبين دوليين في المدينة ضرورة ملحة قبل بدء المحادثات"),
        _statement("ب", "نشر قوات مراقبة دولية في المدينة أمر مهم قبل انطلاق المحادثات"),
        _shelling("ج", "32", 32),
    ]

    assert compare(readings) == compare([readings[place] for place in order])


@pytest.mark.parametrize(
    ("below", "expected"),
    [(IncidentKind.SHELLING, 0), (IncidentKind.KILLING_UNSPECIFIED, 0), (IncidentKind.CLASH, 1)],
)
def test_strike_in_a_headline_is_borne_out_by_fire_of_any_kind(below: IncidentKind, expected: int) -> None:
    """A headline's air strike is borne out by shelling or a killing told below, not by clashes."""
    write = Writer("طائرات تغير على البلدة\nسمع دوي متقطع صباح اليوم قرب الجسر.", source="أ", day="2018-03-21")
    above = write.incident("تغير", None, None, None, kind=IncidentKind.AIR_STRIKE)
    incidents = above, write.incident("دوي", None, None, None, kind=below, n=2)
    other = Writer("مقال آخر في الموضوع.", source="ب", day="2018-03-21").reading()

    differences = compare([write.reading(incidents=incidents), other]).differences

    assert expected == len(_by_field(differences, "headline"))
