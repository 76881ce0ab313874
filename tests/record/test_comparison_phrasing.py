"""The same utterance in other words: how many other words there must be, and whose utterance it may be."""

from dataclasses import replace

import pytest

from factories import Writer
from hudna.model import Act, Field, Party, Reading, Span
from hudna.model.records import Manner
from hudna.record import compare


def _demand(source: str, speaker: str, words: str) -> Reading:
    write = Writer(f"وطالب {speaker} بـ{words}.", source=source, day="2018-04-06")
    return write.reading(statements=(write.statement("وطالب", speaker, words, act=Act.DEMAND),))


FREE = "إزالة نهائية لكل الألغام البحرية المزروعة قبالة الميناء"


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("تفكيك تدريجي لكل الألغام البحرية المزروعة قبالة الميناء", 1),
        ("إزالة تدريجية لكل الألغام البحرية المزروعة قبالة الميناء", 0),
        ("إزالة نهائية لكل الألغام البحرية المزروعة قبالة الميناء غدا", 0),
    ],
)
def test_a_wording_has_other_words_on_both_sides(other: str, expected: int) -> None:
    """A single word for another is none, nor is what one says beyond the other."""
    found = compare([_demand("أ", "رئيس البلدية", FREE), _demand("ب", "رئيس البلدية", other)]).differences

    assert expected == sum(each.field == "statement" for each in found)


def test_an_utterance_under_two_names_is_one_where_its_words_show_it() -> None:
    """Whom outlets call otherwise says one thing where the words are nearly all the same: then they may differ."""
    other = "تفكيك تدريجي لكل الألغام البحرية المزروعة قبالة الميناء"
    found = compare([_demand("أ", "رئيس البلدية", FREE), _demand("ب", "نقيب الصيادين", other)]).differences

    assert 1 == sum(each.field == "statement" for each in found)


def _demands(source: str, *words: str) -> Reading:
    write = Writer(" ".join(f"وطالبت المنظمة بـ{each}." for each in words), source=source, day="2018-04-06")
    cues = [write.statement("وطالبت", "المنظمة", each, act=Act.DEMAND, n=n) for n, each in enumerate(words, start=1)]
    return write.reading(statements=tuple(cues))


def test_words_of_the_happening_make_no_two_statements_one() -> None:
    """Two demands of one speaker that share only what all his demands are about are two."""
    about = "المدنيين المحاصرين في البلدة الجنوبية"
    ours = (
        "إجلاء {} فورا وبلا شروط",
        "علاج مجاني لجرحى {} ومرضاهم",
        "إحصاء دقيق لمنازل {} المهدمة",
        "إيواء مؤقت لعائلات {} شتاء",
    )
    theirs = ("تطعيم أطفال رضع من {} وتسجيلهم", "تموين {} بالوقود والخبز والدواء")
    one, other = (
        _demands(*each) for each in (("أ", *(w.format(about) for w in ours)), ("ب", *(w.format(about) for w in theirs)))
    )

    assert [] == [each for each in compare([one, other]).differences if each.field == "statement"]


@pytest.mark.parametrize(("manner", "expected"), [(Manner.DIRECT, 1), (Manner.INDIRECT, 0)])
def test_two_quotations_may_be_one_utterance_in_fewer_words(manner: Manner, expected: int) -> None:
    """Renderings of what was quoted differ in their words; of two retellings so unlike, nobody knows that they are one."""
    words = (
        "لن نقبل حصارا يخنق الميناء الشمالي ليلا ونهارا مهما كلف",
        "لا نرضى طوقا يخنق مرفأنا الشمالي أبدا وسنقاومه مهما كلف",
    )
    readings = []
    for source, each in zip("أب", words, strict=True):
        write = Writer(f"وقال رئيس البلدية {each}.", source=source, day="2018-04-06")
        said = write.statement("وقال", "رئيس البلدية", each, act=Act.REJECT, manner=manner)
        readings.append(write.reading(statements=(said,)))

    assert expected == sum(each.field == "statement" for each in compare(readings).differences)


def _quotes(source: str, *words: str, title: str = "") -> Reading:
    headline = f"رئيس البلدية: {title}" if title else None
    text = " ".join(f"وقال رئيس البلدية {each}." for each in words)
    write = Writer(text, source=source, day="2018-04-06", title=headline)
    said = [
        write.statement("وقال", "رئيس البلدية", each, manner=Manner.DIRECT, n=number)
        for number, each in enumerate(words, start=1)
    ]
    if headline:
        above = (Span(headline.index(title), len(headline), Field.TITLE),)
        speaker = Party(Span(0, headline.index(":"), Field.TITLE), "رئيس البلدية", None)
        said.append(replace(said[0], id="s0", cue=None, content=above, evidence=above, speakers=(speaker,)))
    return write.reading(statements=tuple(said))


ENDED = "نتعهد بإنهاء الطوق المضروب حول مرفأ الصيادين سريعا بلا تردد وبلا شروط مسبقة على الأهالي والتجار هناك"
LIFTED = "سنرفع الطوق عن مرفأ الصيادين قبل حلول الشتاء مهما كلفنا ذلك من جهد"


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ((ENDED,), [1]),
        ((LIFTED, ENDED), []),
    ],
)
def test_two_quotations_likest_to_each_other_are_one_utterance(others: tuple[str, ...], expected: list[int]) -> None:
    """Little in common is enough where neither article quotes anything likelier; where one does, it is another's."""
    found = compare([_quotes("أ", LIFTED), _quotes("ب", *others)]).differences

    assert expected == [1 for each in found if each.field == "statement"]


def test_what_a_headline_quotes_is_compared_in_its_article() -> None:
    """A headline in another article's words does not stand for what its own article has him say."""
    other = "سنزيل الحصار عن مرفأ الصيادين قبل حلول الشتاء مهما كلفنا الأمر"
    found = compare([_quotes("أ", LIFTED, title=other), _quotes("ب", other)]).differences

    [difference] = [each for each in found if each.field == "statement"]

    assert all(each.span.field is Field.TEXT for value in difference.values for each in value.evidence)


@pytest.mark.parametrize(
    ("who", "words", "expected"),
    [
        ("نقيب الصيادين", FREE, [["رئيس البلدية", "نقيب الصيادين"]]),
        ("رئيس البلديه", FREE, []),
        ("وكالة الأنباء المحلية", FREE, []),
        ("نقيب الصيادين", "تسيير دوريات ليلية على طول الشاطئ الشمالي", []),
    ],
)
def test_one_utterance_of_two_speakers_is_told(who: str, words: str, expected: list[list[str]]) -> None:
    """Not where the names are spellings of one, nor of an agency, nor of other words."""
    found = compare([_demand("أ", "رئيس البلدية", FREE), _demand("ب", who, words)]).differences

    assert expected == [[value.value for value in each.values] for each in found if each.field == "party"]
