"""Words are found under one key in all their forms, and names under one mark in all their spellings."""

import pytest

from hudna.arabic.clitics.words import word_counts
from hudna.arabic.search import SEARCH
from hudna.arabic.search.keys import key_of, keys, lemmas, uncached_key
from hudna.text import fold_word

# A line holds forms of one word.
ONE_WORD = """
هدنة الهدنة للهدنة وهدنة هدنتهم هدنةٌ هدنـــة
محادثات المحادثات ومحادثة محادثاتهما للمحادثات
مفاوضين المفاوضون مفاوض
أسرى الأسرى أسير أسراهم اسرى
قوات القوات قوة قواتها
غارات غارة والغارات
قتلى قتيل القتلى
سوريون السوري سوريين
ميليشيات ميليشيا
وقف الوقف بوقف ووقف
مراقبين مراقبون المراقبين مراقب
"""
APART = ("هدنة هدوء", "كتابة كتيبة", "وقف موقف", "سلام سلاح", "حلب حرب", "قصف قصر")


@pytest.mark.parametrize("line", ONE_WORD.split("\n")[1:-1])
def test_forms_of_a_word_have_one_key(line):
    """Clitics, number, gender and spelling change nothing."""
    assert 1 == len({key_of(word) for word in line.split()})


@pytest.mark.parametrize("pair", APART)
def test_other_words_have_other_keys(pair):
    """Words that only look alike stay apart."""
    one, other = pair.split()

    assert key_of(one) != key_of(other)


def test_terms_are_where_the_words_are():
    """Every term's offsets are those of its word in the raw text; numbers and Latin words count too."""
    text = "أعلنت الهُدنة في 7/4 (UN)؛ وبدأت!"

    assert ["أعلنت", "الهُدنة", "في", "7/4", "UN", "وبدأت"] == [
        text[term.start : term.end] for term in SEARCH.find_terms(text)
    ]
    assert "un" in [term.key for term in SEARCH.find_terms(text)]


def test_tables_say_what_cutting_up_says():
    """The table of words is a short cut, not another opinion."""
    words = sorted(word_counts())[::97]

    assert [uncached_key(word) for word in words] == [keys().get(word, word) for word in words]
    assert all(lemma not in lemmas() or lemmas()[lemma] in lemmas() for lemma in lemmas().values())


@pytest.mark.parametrize(
    ("query", "marks"),
    [
        ("Lavrov", [(0, 1, ("person:sergey-lavrov",))]),
        ("لقاء لافروف ظريف", [(1, 2, ("person:sergey-lavrov",)), (2, 3, ("person:mohammad-javad-zarif",))]),
        ("Sergei Lavrov", [(0, 2, ("person:sergey-lavrov",))]),
        ("باتروشف", [(0, 1, ("person:nikolai-patrushev",))]),
        ("Iran", [(0, 1, ("state:ir",))]),
        ("Security Council", [(0, 2, ("body:un-security-council",))]),
        ("الأمم المتحدة", [(0, 2, ("body:un",))]),
        ("هدنة قصف", []),
    ],
)
def test_names_are_known_in_both_scripts(query, marks):
    """A run of words that the tables know as a name gives its bearers, and no common word does."""
    assert marks == list(SEARCH.find_names(query.split()))


def test_unknown_names_share_marks_with_their_spellings():
    """A name no table has is found by its consonants, and by its sounds in Latin letters."""
    marks = set(SEARCH.marks_of_name("قسطنطين كوردانوف"))

    for spelling in ("كردانوف", "Kordanov"):
        [(_, _, found)] = SEARCH.find_names([spelling])
        assert marks & set(found), spelling


def test_latin_forms_are_one_thing_each():
    """No Latin form stands for two, and every one can be looked for."""
    from hudna.arabic.search.names import _latin

    assert all(form == form.casefold() and fold_word(form) for form in _latin())
