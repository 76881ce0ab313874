"""When two labels are one party."""

import pytest

from eval.facts import Who
from eval.labels import alike, count_same, distinct, same, same_set


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أنور جمال", "انور جمال"),
        ("جمال", "أنور جمال"),
        ("الرئيس جمال", "أنور جمال"),
        ("وزير الخارجية الروسي أنور جمال", "أنور جمال"),
        ("وزير الخارجية جمال", "أنور جمال"),
        ("رئيس الوزراء أنور جمال", "جمال"),
        ("وزارة الدفاع", "وزارة الدفاع التركية"),
        ("الحكومة", "الحكومة السورية"),
        ("طالبان", "حركة طالبان"),
        ("المتحدث باسم الجيش أنور جمال", "أنور جمال"),
        ("عبد الله صالح", "عبدالله صالح"),
        ("أنور_جمال", "«أنور جمال»"),
        ("لافروف وزير الخارجية", "لافروف"),
    ],
)
def test_alike_takes_the_short_form(one, other):
    assert alike(one, other)
    assert alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أنور جمال", "أنور سعيد"),
        ("متحدث باسم وزارة الدفاع التركية", "وزارة الدفاع التركية"),
        ("وفد الحكومة السورية", "الحكومة السورية"),
        ("حكومة سوريا", "سوريا"),
        ("نائب وزير الخارجية", "وزير الخارجية"),
        ("وزير خارجية روسيا", "روسيا"),
        ("وزير الدفاع الروسي", "وزير الخارجية الروسي"),
        ("روسيا وتركيا", "روسيا"),
        ("روسيا وتركيا", "تركيا"),
        ("أنور", "أنور جمال"),
        ("وزارة الدفاع التركية", "وزارة الخارجية التركية"),
        ("الرئيس", "وزير"),
        ("", "أنور"),
    ],
)
def test_alike_keeps_others_apart(one, other):
    assert not alike(one, other)
    assert not alike(other, one)


def test_same_takes_any_label_of_the_gold():
    assert same(Who(("أنور جمال", "الوزير")), Who(("الوزير",)))
    assert same(None, None)
    assert not same(None, Who(("أنور",)))


def test_same_takes_the_words_of_a_known_party_only():
    gold = Who(("طهران",))
    assert same(gold, Who(("إيران",), words="طهران", known=True))
    assert not same(gold, Who(("إيران",), words="طهران"))


def test_count_same_pairs_each_party_once():
    """The surname alone fits both gold parties, the full name only one: both are found all the same."""
    gold = [Who(("أنور جمال",)), Who(("سعيد جمال",))]
    assert count_same(gold, [Who(("جمال",)), Who(("أنور جمال",))]) == 2
    assert count_same(gold, [Who(("جمال",))]) == 1


def test_same_set_takes_a_joint_label_whole_or_by_its_parts():
    joint = [Who(("تركيا وروسيا",), parts=(Who(("تركيا",)), Who(("روسيا",))))]
    assert same_set(joint, [Who(("تركيا وروسيا",))])
    assert same_set(joint, [Who(("روسيا",)), Who(("تركيا",))])
    assert not same_set(joint, [Who(("روسيا",))])
    assert not same_set([Who(("روسيا",))], [Who(("روسيا",)), Who(("تركيا",))])


def test_distinct_drops_a_party_named_again():
    assert len(distinct([Who(("أنور جمال",)), Who(("جمال",)), Who(("سعيد",))])) == 2
