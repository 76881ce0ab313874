"""Bytes to text: which encoding a file is in, decided by its bytes.

A byte order mark is believed; then what decodes strictly as UTF-8 is UTF-8. The single-byte encodings decode nearly
anything, so the text each one yields is scored: read in the wrong one, Arabic turns into accented Latin letters inside
words and vowel signs on nothing, and loses its article, alef and lam, the commonest pair of letters there is.
"""

import codecs
import re
from dataclasses import dataclass
from typing import Final

from hudna.text import letters as ch

MARKS: Final = (  # the longer ones first: the mark of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
ARABIC_ENCODINGS: Final = ("windows-1256", "iso-8859-6")
# What a page may name besides; anything else a name could mean to Python is no encoding of pages.
_HINTS: Final = re.compile(r"(?:windows-125[0-8]|iso-8859-(?:[1-9]|1[013-6])|utf-16(?:le|be)?)")
# A text scores 1 when every letter beyond ASCII is a plain Arabic one, up to 2 when its words begin as Arabic words do.
MIN_SCORE: Final = (
    0.7  # lowest seen on 200-byte pieces of news in the right encoding: 0.97; highest in a wrong one: 0.55
)
MIN_WIDE_SCORE: Final = 0.9
_SCORED_CHARS: Final = 200_000
_LETTERS: Final = f"{ch.HAMZA}-{ch.YEH}"
_GOOD: Final = re.compile(
    f"[{_LETTERS}{ch.FATHATAN}-{ch.SUKUN}{ch.ARABIC_COMMA}{ch.ARABIC_SEMICOLON}{ch.ARABIC_QUESTION_MARK}"
    "\u0660-\u0669\u00a0\u00ab\u00bb\u2013\u2014\u2018-\u201e\u2026\u200c-\u200f\u0640]"
)
_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]")
_BAD: Final = re.compile(
    rf"(?<=[{_LETTERS}])[\u00d7\u00e0-\u00ff\u0152\u0153\u0192](?=[{_LETTERS}])"  # é or × within an Arabic word
    rf"|(?<![{_LETTERS}{ch.FATHATAN}-{ch.SUKUN}])[{ch.FATHATAN}-{ch.SUKUN}]"  # a vowel sign on nothing
    rf"|(?<=[A-Za-z])[{_LETTERS}]"
    r"|[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]"
)
_WORD: Final = re.compile(f"[{_LETTERS}]+")
_ARTICLE: Final = re.compile(f"{ch.ALEF}{ch.LAM}")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding its bytes were in; the byte order mark is no part of the text."""

    text: str
    encoding: str


def decode(data: bytes, hint: str | None = None) -> Decoded | None:
    """Return the text of the bytes, None where they are in no encoding that is read.

    ``hint`` is the encoding a page names: it decides between single-byte encodings unless the text then makes
    clearly less sense.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            marked = _strictly(data[len(mark) :], encoding)
            return None if marked and "\0" in marked.text else marked
    if wide := _wide(data):
        return wide
    if b"\0" in data:
        return None
    return _strictly(data, "utf-8") or _single_byte(data, hint)


def is_binary(data: bytes) -> bool:
    """Return whether bytes that could not be decoded hold NULs, as texts of no encoding do."""
    return b"\0" in data


def _strictly(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _wide(data: bytes) -> Decoded | None:
    """Return UTF-16 without a mark, known by the upper byte of Arabic letters, which no other text holds."""
    if len(data) % 2 or (b"\0" not in data and b"\x06" not in data):
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        decoded = _strictly(data, encoding)
        if decoded and "\0" not in decoded.text and _score(decoded.text) >= MIN_WIDE_SCORE:
            return decoded
    return None


def _single_byte(data: bytes, hint: str | None) -> Decoded | None:
    named = (hint or "").strip().lower().replace("_", "-")
    scored = []
    for encoding in ARABIC_ENCODINGS:
        decoded = _strictly(data, encoding)
        if decoded:
            score = _score(decoded.text)
            scored.append((score + (0.1 if encoding == named else 0.0), decoded))
    best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    if best[1] and best[0] >= MIN_SCORE:
        return best[1]
    if _HINTS.fullmatch(named) and named not in ARABIC_ENCODINGS:
        return _strictly(data, named)
    return None


def _score(text: str) -> float:
    """Return how far a text reads as Arabic: below 0 for noise, about 1 to 2 for Arabic, 1 for plain ASCII."""
    text = text[:_SCORED_CHARS]
    beyond = len(_BEYOND_ASCII.findall(text))
    bad = len(_BAD.findall(text))
    if not beyond:
        return 1.0 if not bad else -1.0
    words = len(_WORD.findall(text)) or 1
    return (len(_GOOD.findall(text)) - 4 * bad) / beyond + min(1.0, len(_ARTICLE.findall(text)) / words)
