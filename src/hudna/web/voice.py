"""The interface's words as one reader wants them: language, digits, names of months."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

from hudna.export.words import Language, Words, load_words

_ARABIC_INDIC_ZERO: Final = 0x660
_DIGITS: Final = "0123456789"
_ARABIC_INDIC: Final = {ord(digit): chr(_ARABIC_INDIC_ZERO + place) for place, digit in enumerate(_DIGITS)}


class Digits(StrEnum):
    """The digits numbers are written with."""

    LATIN = "latin"
    ARABIC = "arabic"


class Months(StrEnum):
    """The names months go by; ``usual`` are those the catalogue begins with."""

    USUAL = "usual"
    LEVANT = "levant"
    EGYPT = "egypt"
    MAGHREB = "maghreb"


class Look(NamedTuple):
    """How a reader wants numbers and days written."""

    digits: Digits = Digits.LATIN
    months: Months = Months.USUAL

    def __str__(self) -> str:
        return f"{self.digits}.{self.months}"


def parse_look(text: str) -> Look:
    """Return the look a cookie asks for, the usual one where it can't be read."""
    digits, _, months = text.partition(".")
    try:
        return Look(Digits(digits), Months(months))
    except ValueError:
        return Look()


@dataclass(frozen=True, slots=True)
class Voice(Words):
    """Words whose numbers stand in the reader's digits; what articles say is never changed."""

    digits: Digits = Digits.LATIN

    def __call__(self, section: str, key: str, /, **values: object) -> str:
        """Return the words for a key of a section; a key without words is said as it is written, in the open."""
        values = {name: self.number(value) if isinstance(value, int) else value for name, value in values.items()}
        return Words.__call__(self, section, key, **values)

    def count(self, noun: str, n: int) -> str:
        """Return a number with its noun in the form the number asks for."""
        return self._digits(Words.count(self, noun, n))

    def number(self, n: int) -> str:
        """Return a whole number in the reader's digits."""
        return self._digits(str(n))

    def iso(self, day: str) -> str:
        """Return an ISO day or time in the reader's digits."""
        return self._digits(day)

    def options(self, section: str) -> Iterator[tuple[str, str]]:
        """Yield the keys of a section with their words."""
        for key, words in self.catalogue[section].items():
            if isinstance(words, str) and words:
                yield key, words

    def _digits(self, text: str) -> str:
        return text.translate(_ARABIC_INDIC) if self.digits is Digits.ARABIC else text


@cache
def load_voice(language: Language, look: Look) -> Voice:
    """Return the words of the record and of the pages in one language, in a reader's digits and months."""
    catalogue = _joined(language)
    months = catalogue["month_systems"].get(look.months.value)
    if months:
        catalogue["when"] = {**catalogue["when"], "month_names": months}
    digits = look.digits if language is Language.AR else Digits.LATIN
    return Voice(catalogue, digits)


def _joined(language: Language) -> dict[str, Any]:
    """Return the catalogue of the record with that of the pages laid over it, section by section."""
    text = (files("hudna.web") / "translations" / f"{language}.toml").read_text(encoding="utf-8")
    known = load_words(language).catalogue
    own = tomllib.loads(text)
    return {section: {**known.get(section, {}), **own.get(section, {})} for section in {**known, **own}}
