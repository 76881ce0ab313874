"""What a name in a list may be written with: letters that only look like others are refused, and what can't be seen."""

import re
import unicodedata
from typing import Final

from hudna.model import InputError
from hudna.text import fold_word

_LETTERS: Final = re.compile(r"[\u0621-\u063a\u0641-\u064a]")
_FOREIGN: Final = frozenset("پچژڤگڨڭڥ")  # letters that Arabic newspapers lend from their neighbours for foreign sounds
_BESIDE: Final = frozenset(" -()")
_BESIDE_LATIN: Final = frozenset(" -'.()’‘ʼʿʾ`/")
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"})


def arabic_name(name: str) -> str:
    """Return a name in Arabic letters with single spaces, composed and without vowel signs and tatweel.

    Raises:
        InputError: it has no Arabic letter, or a character that is invisible or of another alphabet.
    """
    for char in name:
        _refuse_invisible(char, name)
    composed = unicodedata.normalize("NFC", " ".join(name.split()))
    plain = "".join(char for char in composed if fold_word(char))
    for char in plain:
        if not (_LETTERS.match(char) or char in _FOREIGN or char in _BESIDE or char.isdecimal()):
            raise InputError(f"{name!r} holds {_called(char)}, which is no letter of an Arabic name{_instead(char)}")
    if not _LETTERS.search(plain):
        raise InputError(f"{name!r} is no name in Arabic letters")
    return plain


def latin_name(name: str) -> str:
    """Return a name in Latin letters with single spaces, empty where there is none.

    Raises:
        InputError: it has a character that is invisible or of another alphabet.
    """
    for char in name:
        _refuse_invisible(char, name)
    plain = unicodedata.normalize("NFC", " ".join(name.split()))
    for char in plain:
        latin = char.isdecimal() or unicodedata.name(char, "").startswith("LATIN") or unicodedata.combining(char)
        if not latin and char not in _BESIDE_LATIN:
            raise InputError(f"{name!r} holds {_called(char)}, which is no Latin letter")
    return plain


def slug(latin: str) -> str:
    """Return a Latin name as ids write it: small plain letters, hyphens between words."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", latin.casefold()) if char.isascii())
    return "-".join(re.findall(r"[a-z0-9]+", re.sub("['`]", "", plain)))


def _refuse_invisible(char: str, name: str) -> None:
    if unicodedata.category(char) in _INVISIBLE and char not in "\n\t":
        raise InputError(f"{name!r} holds {_called(char)}, which can't be seen")


def _called(char: str) -> str:
    return f"U+{ord(char):04X} {unicodedata.name(char, 'without a name')}"


def _instead(char: str) -> str:
    """Return the letter meant, where folding knows one that a character only looks like."""
    folded = fold_word(char)
    if len(folded) == 1 and folded != char and _LETTERS.match(folded):
        return f"; Arabic writes U+{ord(folded):04X} {unicodedata.name(folded)}"
    return ""
