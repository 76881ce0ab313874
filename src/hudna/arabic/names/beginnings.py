"""The words that a party phrase may start with, so that nobody looks for one elsewhere."""

from typing import Final

from hudna.arabic.clitics import name_variants
from hudna.arabic.names.chart import Chart
from hudna.arabic.names.tables import heads
from hudna.lexicon import Trigger
from hudna.model import Token
from hudna.text import fold_word

QUANTIFIERS: Final = frozenset(
    fold_word(w)
    for w in (
        "جميع",
        "كل",
        "كافة",
        "بعض",
        "معظم",
        "كلا",
        "كلتا",
        "غالبية",
        "سائر",
        "عدة",
        "أحد",
        "إحدى",
        "عشرات",
        "مئات",
        "آلاف",
        "أغلب",
        "مختلف",
        "جل",
        "غالب",
        "كبار",
    )
)
PARTITIVES: Final = frozenset(
    fold_word(w)
    for w in ("أكثر", "عدد", "عددا", "العديد", "كثير", "الكثير", "كل", "أي", "مجموعة", "الآلاف", "العشرات", "المئات")
)
MARKS: Final = frozenset({'"', "«", "“", "(", "'", "#"})
SEVERAL: Final = frozenset(
    fold_word(word)
    for word in ("أعضاء", "نواب", "قادة", "رؤساء", "وزراء", "سفراء", "ممثلو", "مسؤولو", "مستشارو", "مبعوثو", "زعماء")
)
_INDEFINITE: Final = "ا"  # ends heads that are an indefinite object
_BEGINNING: Final = Trigger(
    among=lambda: (*heads(), *(head + _INDEFINITE for head in heads()), *QUANTIFIERS, *PARTITIVES, *MARKS),
    readings=name_variants,
)


def beginnings_of(chart: Chart) -> bytearray:
    """Return by token whether a party may start there: a name, a word for people or bodies, a mark before one."""
    if chart.beginnings is None:
        made = chart.beginnings = bytearray(len(chart.tokens) + 1)
        for place in (*chart.starts, *_BEGINNING.places(chart.document)):
            made[place] = True
    return chart.beginnings


def may_begin(chart: Chart, place: int) -> bool:
    """Return whether a party may start at a token."""
    return bool((chart.beginnings or beginnings_of(chart))[place])


def is_several(token: Token) -> bool:
    """Return whether a word is a plural of those who hold an office, with or without a clitic: to the ministers."""
    word = token.folded
    return word in SEVERAL or word[1:] in SEVERAL
