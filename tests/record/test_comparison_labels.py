"""Names of a side in several articles: who takes a stand by them, for what each blames it, and whose office is named."""

import pytest

from factories import Writer
from hudna.model import NameKind, Reading
from hudna.model.records import Manner
from hudna.record import compare


def _naming(source: str, name: str, entity: str) -> Reading:
    write = Writer(f"وقعت مواجهات ليلية مع {name} عند مدخل البلدة.", source=source, day="2018-04-06")
    return write.reading(names=(write.name(name, NameKind.BODY, entity),))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("ميليشيات الحوثي الإيرانية", "الميليشيات الانقلابية", 1),
        ("ميليشيات الحوثي الإيرانية", "مليشيا الحوثي الإيرانية", 0),
        ("ميليشيات الحوثي الإيرانية", "ميليشيات الحوثي", 0),
    ],
)
def test_foes_that_blame_a_side_for_different_things_name_it_otherwise(one: str, other: str, expected: int) -> None:
    """Iran's militia and the putschists' are two ways to blame one side; a name without blame is neither."""
    found = compare([_naming("أ", one, "body:houthis"), _naming("ب", other, "body:houthis")]).differences

    assert expected == sum(each.field.startswith("label") for each in found)


def test_a_name_behind_a_hash_sign_is_the_same_name() -> None:
    """A hash sign within a name leaves it what it is."""
    one, other = _naming("أ", "جيش #الاحتلال", "body:israel-army"), _naming("ب", "الجيش الإسرائيلي", "body:israel-army")

    assert 1 == sum(each.field.startswith("label") for each in compare([one, other]).differences)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("حررت القوات جبل الحمراء", "سيطرت القوات على جبل الحمراء", 1),
        ("استعادت القوات جبل الحمراء", "سيطرت القوات على جبل الحمراء", 0),
    ],
)
def test_who_liberates_ground_only_takes_it_in_another_article(one: str, other: str, expected: int) -> None:
    """To take ground and to take it back are neutral words, to liberate it is not."""
    readings = [
        Writer(f"{text} فجرا.", source=source, day="2018-04-06").reading()
        for source, text in zip("أب", (one, other), strict=True)
    ]

    assert expected == sum(each.field == "label:capture" for each in compare(readings).differences)


def _saying(source: str, content: str, manner: Manner) -> Reading:
    write = Writer(f"قال الوزير إن {content}.", source=source, day="2018-04-12")
    return write.reading(statements=(write.statement("قال", "الوزير", content, manner=manner),))


@pytest.mark.parametrize(
    ("one", "other", "manner", "expected"),
    [
        ("بلاده سترد على الهجوم الكيمياوي", "بلاده سترد على الهجوم الكيميائي المفترض", Manner.INDIRECT, 1),
        ("بلاده سترد على الهجوم الكيمياوي", "بلاده سترد على الهجوم الكيميائي المفترض", Manner.DIRECT, 0),
        ("بلاده سترد على العدوان الثلاثي", "بلاده سترد على الضربة الثلاثية", Manner.INDIRECT, 0),
    ],
)
def test_in_a_paraphrase_the_doubt_is_the_outlets_and_blame_the_speakers(
    one: str, other: str, manner: Manner, expected: int
) -> None:
    """Whether an attack is told as suspected is the outlet's choice, unless it quotes; an aggression is who speaks' word."""
    found = compare([_saying("أ", one, manner), _saying("ب", other, manner)]).differences

    assert expected == sum(each.field.startswith("label") for each in found)


def _plain(source: str, text: str) -> Reading:
    return Writer(f"{text}.", source=source, day="2018-04-12").reading()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("قتل الجنود أربعة عشر إرهابيا فجرا", "قتل الجنود أربعة عشر جهاديا فجرا", ["label:fighters"]),
        ("قتل الجنود أربعة عشر جهاديا فجرا", "قتل الجنود أربعة عشر متشددا فجرا", []),
        ("منعت شرطة الاحتلال الزيارة", "منعت الشرطة الإسرائيلية الزيارة", ["label:side:israel-state"]),
        ("منعت الشرطة الإسرائيلية الزيارة", "منعت القوات الإسرائيلية الزيارة", []),
    ],
)
def test_a_stand_is_in_the_word_for_fighters_and_police(one: str, other: str, expected: list[str]) -> None:
    """Terrorists and jihadists are two stands, hardliners and jihadists one; police and army of a state are none."""
    found = compare([_plain("أ", one), _plain("ب", other)]).differences

    assert expected == [each.field for each in found if each.field.startswith("label")]


def _leader(source: str, title: str, body: str) -> Reading:
    write = Writer(f"وصل {title} إلى المدينة فجرا.", source=source, day="2018-04-12")
    return write.reading(names=(write.name(body, NameKind.BODY, "body:syria-government"),) if body else ())


def test_the_title_of_a_head_of_state_is_no_name_of_his_state() -> None:
    """Who heads "the regime" in one article and is the president in another is called otherwise himself."""
    one, other = _leader("أ", "رئيس النظام السوري", "النظام السوري"), _leader("ب", "الرئيس السوري", "")

    found = [each.field for each in compare([one, other]).differences if each.field.startswith("label")]

    assert found == ["label:side:syria-president"]


def test_a_country_goes_by_the_name_each_outlet_gives_it() -> None:
    """Myanmar and Burma are one country under two names of which each takes a stand."""
    one, other = _plain("أ", "عاد اللاجئون إلى ميانمار"), _plain("ب", "عاد اللاجئون إلى بورما")

    assert ["label:myanmar"] == [each.field for each in compare([one, other]).differences if "label" in each.field]
