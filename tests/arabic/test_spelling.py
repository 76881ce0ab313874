"""Spellings of one person's name are told from names of different people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.arabic.people.spelling import POSSIBLE, SAME, compare

ONE = [
    ("لافرنتيف", "لافرينتييف"),
    ("لافرينتيف", "لافرنتييف"),
    ("استيفان ديمستورا", "ستافان دي ميستورا"),
    ("بوتين", "بوتن"),
    ("نتنياهو", "نتانياهو"),
    ("غوتيريش", "غوتيريس"),
    ("مولود تشاويش أوغلو", "مولود جاويش اوغلو"),
    ("عبد الفتاح السيسي", "عبدالفتاح السيسي"),
    ("محمد بن سلمان", "محمد بن سلمان بن عبد العزيز"),
    ("محمد جواد ظريف", "جواد ظريف"),
    ("محمد جواد ظريف", "ظريف محمد جواد"),
    ("شي جين بينغ", "شي جينبينغ"),
    ("أردوغان", "اردوجان"),
]
WITH_SUPPORT = [
    ("محمد جواد ظريف", "ظريف"),
    ("شمخاني", "علي شمخاني"),
    ("ج. ظريف", "جواد ظريف"),
    ("كيم جونغ", "كيم يو جونغ"),
    ("بافل جلال طالباني", "جلال طالباني"),
]
TWO = [
    ("ألكسندر لافرينتييف", "سيرغي لافروف"),
    ("علي شمخاني", "علي مملوك"),
    ("بشار الأسد", "ماهر الأسد"),
    ("حسن روحاني", "حسين روحاني"),
    ("قيس سعيد", "قيس سعد"),
    ("لافروف", "لافرنتييف"),
    ("عبد العزيز بن سلمان", "سلمان بن عبد العزيز"),
    ("ميركل", "ماكرون"),
    ("أحمد", "محمد"),
    ("كيم جونغ أون", "كيم يو جونغ"),
    ("كيم جونغ إيل", "كيم جونغ أون"),
    ("فيكتوريا سكريبال", "سيرغي سكريبال"),
]


@pytest.mark.parametrize(("left", "right"), ONE)
def test_spellings_of_one_name(left: str, right: str) -> None:
    """Vowels, doubled letters, g and s, split compounds, order and forenames left out make no other person."""
    assert compare(left, right).score >= SAME


@pytest.mark.parametrize(("left", "right"), WITH_SUPPORT)
def test_parts_of_a_name_need_support(left: str, right: str) -> None:
    """A surname or an initial may be the person, but not by itself."""
    assert POSSIBLE <= compare(left, right).score < SAME


@pytest.mark.parametrize(("left", "right"), TWO)
def test_names_of_two_people(left: str, right: str) -> None:
    """A forename or surname shared, or names of one root, are two people."""
    assert compare(left, right).score < POSSIBLE


def test_score_is_explained() -> None:
    """Every word of both names stands in a feature."""
    match = compare("بوتين", "فلاديمير بوتن")

    assert [(feature.code, feature.left, feature.right) for feature in match.features] == [
        ("spelling", "بوتين", "بوتن"),
        ("missing", "", "فلاديمير"),
    ]


@given(st.text(alphabet="ابتسشصجغقكويهحعل. ", max_size=24), st.text(alphabet="ابتسشصجغقكويهحعل. ", max_size=24))
def test_comparison_is_symmetric_and_bounded(left: str, right: str) -> None:
    """Any two strings compare the same both ways, between 0 and 1."""
    assert compare(left, right).score == compare(right, left).score
    assert 0 <= compare(left, right).score <= 1
