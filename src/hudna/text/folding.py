"""Folding: one spelling for comparison, with the way back to the raw characters.

Letters that Arabic spelling varies are made one (alef and hamza seats, ya and alef maqsura, ta marbuta and ha,
Persian and presentation forms), digits become ASCII, vowel signs, tatweel and invisible controls are left out.
The table follows the Arabic part of Unicode's normalisation (NFKC) and the folding usual in Arabic retrieval
(Larkey, Ballesteros, Connell 2002).
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

from hudna.model import Folded
from hudna.text import letters as ch
from hudna.text.memo import Memo


def _fold_letters() -> dict[int, str]:
    return {
        ord(source): target
        for source, target in (
            (ch.ALEF_MADDA, ch.ALEF),
            (ch.ALEF_HAMZA_ABOVE, ch.ALEF),
            (ch.ALEF_HAMZA_BELOW, ch.ALEF),
            (ch.ALEF_WASLA, ch.ALEF),
            (ch.WAW_HAMZA, ch.WAW),
            (ch.YEH_HAMZA, ch.YEH),
            (ch.ALEF_MAKSURA, ch.YEH),
            (ch.FARSI_YEH, ch.YEH),
            (ch.TEH_MARBUTA, ch.HEH),
            (ch.HEH_DOACHASHMEE, ch.HEH),
            (ch.HEH_GOAL, ch.HEH),
            (ch.AE, ch.HEH),
            (ch.PEH, ch.BEH),
            (ch.TCHEH, ch.JEEM),
            (ch.JEH, ch.ZAIN),
            (ch.VEH, ch.FEH),
            (ch.KEHEH, ch.KAF),
            (ch.GAF, ch.KAF),
            (ch.TATWEEL, ""),
        )
    }


def _table() -> dict[int, str]:
    # The letters that stay as they are stand in the table too: `str.translate` is half as fast without them.
    table = {point: chr(point) for point in ch.ARABIC_BLOCK}
    table |= _fold_letters()
    for first, last in (*ch.MARKS, *ch.CONTROLS):
        table.update(dict.fromkeys(range(first, last + 1), ""))
    for first, last in ch.PRESENTATION_FORMS:
        for point in range(first, last + 1):
            plain = unicodedata.normalize("NFKC", chr(point))
            if plain != chr(point) and " " not in plain.strip():  # a whole phrase in one character stays one
                table[point] = plain.strip().translate(table)
    for point in range(0x0660, 0x066A):
        table[point] = chr(point - 0x0660 + ord("0"))
    for point in range(0x06F0, 0x06FA):
        table[point] = chr(point - 0x06F0 + ord("0"))
    table[0x066B] = "."  # Arabic decimal separator
    table[0x066C] = ","  # Arabic thousands separator
    table[0x00A0] = " "  # no-break space
    return table


_TABLE: Final = _table()
_CHANGES_LENGTH: Final = re.compile(
    "[" + "".join(re.escape(chr(point)) for point, target in _TABLE.items() if len(target) != 1) + "]"
)

# What nearly every text holds is replaced letter by letter, what few do where it stands: a fraction of the time of
# `str.translate` over all of it.
_COMMON: Final = tuple(
    (letter, _TABLE[ord(letter)])
    for letter in (
        ch.TEH_MARBUTA,
        ch.ALEF_HAMZA_ABOVE,
        ch.ALEF_HAMZA_BELOW,
        ch.ALEF_MAKSURA,
        ch.YEH_HAMZA,
        ch.WAW_HAMZA,
        ch.ALEF_MADDA,
        "\u00a0",
    )
)
_RARE: Final = re.compile(
    "["
    + "".join(
        re.escape(chr(point))
        for point, target in _TABLE.items()
        if target != chr(point) and (chr(point), target) not in _COMMON
    )
    + "]"
)


def _fold_text(raw: str) -> str:
    text = _RARE.sub(_folded_letter, raw)
    for letter, folded in _COMMON:
        text = text.replace(letter, folded)
    return text


def _folded_letter(match: re.Match[str]) -> str:
    return _TABLE[ord(match[0])]


def _fold_form(form: str) -> str:
    return form.translate(_TABLE)


def fold(raw: str) -> Folded:
    """Return the text folded, with the raw offset of every folded character.

    Any string is accepted. ``to_raw`` is an identity range where folding keeps the length; where a character
    is left out, it belongs to the character before it.
    """
    text = _fold_text(raw)
    to_raw: list[int] = []
    done = 0
    for match in _CHANGES_LENGTH.finditer(raw):
        offset = match.start()
        to_raw += range(done, offset)
        to_raw += [offset] * len(_TABLE[ord(match[0])])
        done = offset + 1
    if not done:
        return Folded(raw, text, range(len(raw) + 1))
    to_raw += range(done, len(raw) + 1)
    return Folded(raw, text, to_raw)


@lru_cache(4)
def fold_again(raw: str) -> Folded:
    """Return ``fold`` of a whole text, which several look at one after the other: the last few are remembered."""
    return fold(raw)


def fold_words(words: Sequence[str]) -> list[str]:
    """Return ``fold_word`` of many forms, folded at once in a fraction of the time and remembered."""
    folded = _fold_text("\n".join(words)).split("\n") if words else []
    _FORMS.update(zip(words, folded, strict=True))
    return folded


_FORMS: Final = Memo(_fold_form)
fold_word: Final[Callable[[str], str]] = _FORMS.__getitem__
"""Return a table's form folded, or a name's label; what is asked for is remembered.

The form holds single spaces only, as the loader of tables makes sure.
"""
