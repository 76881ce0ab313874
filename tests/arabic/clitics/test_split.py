"""Clitics of single words: what is cut, what is not, and that nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.arabic.clitics.exceptions import exceptions
from hudna.arabic.clitics.protected import name_words
from hudna.arabic.clitics.split import split_front, split_word
from hudna.model import PartKind
from hudna.text import fold_word

# The words that stay whole, as they are written.
WHOLE = """
وليد وزير وزراء والد وفد بوتين لافروف فلاديمير كازاخستان سوسان سليمان باتروشيف فرنسا بحث بيان لبنان لقاء ليبيا سوريا
سلام سيطرة فتح فصائل كبير كتلة كشف كما بين ولاية قال كان كانت لكن وقت واحد بعد وجود وصول وكالة وقف وساطة وافق بدأ بلغ
ليس لدى كل كلمة سيناء سابق فريق فوق فوز شمخاني لافرنتيف توجيها اتجاه وجه شبيه أكدنا إلى الله الذي هذه أولئك خروقات
"""

# Words with the borders of their parts.
CUT = """
بلاد+ه ل+ه ب+ها في+ها من+ه علي+هم إلي+ه ل+أن ب+أن و+أن لكن+ه و+لكن+ه ف+إن و+إلي+ه و+هو ف+قد ب+ما و+قال و+قالت ف+قال
و+لافروف و+شمخاني و+بوتين ل+لافروف ب+دمشق ل+دمشق و+روسيا ب+روسيا ل+لبنان ب+لبنان و+لبنان و+وزير و+وفد ل+وفد وزير+ها
ل+ل+سلطة ل+ل+رئيس ب+ال+عاصمة و+ب+ال+تالي ال+هدنة ل+ل+هدنة ب+ال+هدنة ال+روسية ال+نظام و+ال+رئيس ك+دولة ك+رئيس
س+يعقد و+س+يعقد س+تعقد س+يكون س+نواصل ل+يكون ل+تحقيق ل+وقف ب+وقف و+وقف ب+وساطة ب+وساطت+ه ل+إجراء ب+إلغاء
مدينت+ها قوات+ها حلفائ+ها أصدقائ+ه مستقبل+هم محادثات+هما أن+هما التزام+هم و+التزام+ها ب+التزامات+ها ال+مهم
ب+اسم ب+شأن ب+سبب ب+شكل ل+كل ل+ذلك ب+هذا و+اجتماع+هم نظير+ه و+نظير+ه ل+نظير+ه قول+ه ب+قول+ه كتاب+ها فصائل+ها
"""

# Written with a ta marbuta, the same folded letters hold no pronoun.
CLOSED = [("وحدة", "وحده"), ("والدة", "والده"), ("آلية", "اليه"), ("كتابة", "كتابه"), ("قوة", "قوه")]

LETTERS = st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويء", max_size=12)
FRONTS = st.sampled_from(["", "و", "ف", "ب", "ل", "ك", "س", "ال", "لل", "وال", "بال", "وس", "ولل", "فبال"])
ENDS = st.sampled_from(["", "ه", "ها", "هم", "هما", "نا", "ني", "ك", "كم", "كما", "ي"])
KNOWN = st.sampled_from(sorted(exceptions()) + sorted(name_words())[::7])


def _split(word):
    parts = split_word(fold_word(word), name_words(), closed="ة" in word)
    return "+".join(part.folded for part in parts)


@pytest.mark.parametrize("word", WHOLE.split())
def test_word_that_looks_split_stays_whole(word):
    """A word that begins or ends like a clitic is not cut."""
    assert fold_word(word) == _split(word)


@pytest.mark.parametrize("word", CUT.split())
def test_clitics_are_cut(word):
    """Every part of the word is found."""
    assert fold_word(word) == _split(word.replace("+", ""))


@pytest.mark.parametrize(("word", "stem"), CLOSED)
def test_ta_marbuta_is_no_pronoun(word, stem):
    """What the surface tells and folding hides is used."""
    assert stem == _split(word)


def test_kinds_are_told():
    """Each part says what it is; the article behind the preposition keeps its second letter."""
    kinds = [(part.kind, part.folded) for part in split_word("وللسلطه")]

    assert kinds == [
        (PartKind.CONJUNCTION, "و"),
        (PartKind.PREPOSITION, "ل"),
        (PartKind.ARTICLE, "ل"),
        (PartKind.STEM, "سلطه"),
    ]


@pytest.mark.parametrize("word", ["بخلمزف", "لظغمتيس", "كضثيرخ", "فقزلومي", "سيخطفثن"])
def test_unknown_word_loses_no_preposition(word):
    """Foreign names begin like clitics; without a known rest nothing but a conjunction is cut."""
    assert word == _split(word)
    assert f"و+{word}" == _split(f"و{word}")


def test_protected_words_stay_whole():
    """A name told by the caller is not cut, but what stands before it is."""
    assert [part.folded for part in split_word("بشكل", {"بشكل"})] == ["بشكل"]
    assert [part.folded for part in split_word("وبشكل", {"بشكل"})] == ["و", "بشكل"]
    assert [part.folded for part in split_word("فكتور", {"فكتور"})] == ["فكتور"]


def test_names_of_people_are_not_cut():
    """No word of a name in the tables loses a letter, particles that are names too aside."""
    cut = [word for word in name_words() if len(split_word(word, name_words())) > 1]

    assert all(word in exceptions() or split_word(word, name_words())[0].kind is PartKind.ARTICLE for word in cut)


def test_name_found_at_an_offset():
    """Where the reading has found a name inside a word, the letters before it are the clitics."""
    assert [part.folded for part in split_front("وبفلان", 2)] == ["و", "ب", "فلان"]
    assert [part.folded for part in split_front("للرياض", 1)] == ["ل", "ل", "رياض"]
    assert [part.folded for part in split_front("للبنان", 1, {"لبنان"})] == ["ل", "لبنان"]
    assert [part.folded for part in split_front("فلان", 0)] == ["فلان"]


@given(FRONTS, st.one_of(KNOWN, LETTERS), ENDS, st.booleans())
def test_parts_joined_are_the_word(front, stem, end, closed):
    """Nothing is lost or added, and no part is empty."""
    word = front + stem + end
    for protected in (frozenset(), name_words()):
        parts = split_word(word, protected, closed=closed)

        assert word == "".join(part.folded for part in parts)
        assert all(part.folded for part in parts)


@given(st.text())
def test_any_text_is_taken(text):
    """Words of other languages come back whole or at least complete."""
    assert text == "".join(part.folded for part in split_word(text))
    assert text == "".join(part.folded for part in split_front(text, 1))
