"""The interface's words in one language: labels, counted nouns, days, and why a day was taken."""

import datetime as dt
import tomllib
from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, Final

from hudna.model import Because
from hudna.text.letters import ARABIC_COMMA

FIRST_MONTH: Final = 1
LAST_MONTH: Final = 12


class Language(StrEnum):
    """A language the interface speaks."""

    AR = "ar"
    EN = "en"


def listed(names: Iterable[str]) -> str:
    """Return names as the articles write lists, so that no word of the interface stands between right-to-left names."""
    return f"{ARABIC_COMMA} ".join(names)


@dataclass(frozen=True, slots=True)
class Words:
    """A catalogue of translations; ``catalogue`` is the whole file of one language."""

    catalogue: Mapping[str, Any]

    def __call__(self, section: str, key: str, /, **values: object) -> str:
        """Return the words for a key of a section; a key without words is said as it is written, in the open."""
        pattern = self.catalogue.get(section, {}).get(key)
        if pattern is None:
            return key.replace("_", " ")
        return str(pattern).format(**values) if values else str(pattern)

    @property
    def code(self) -> str:
        """The language's code."""
        return self("language", "code")

    @property
    def direction(self) -> str:
        """The direction of writing, ``rtl`` or ``ltr``."""
        return self("language", "direction")

    def status(self, status: str, kind: str) -> str:
        """Return the words for the status of a contact, agreeing in gender with its kind."""
        endings = self.catalogue["endings"]
        gender = "feminine" if kind in endings["feminine_kinds"] else "masculine"
        return self("status", status, **endings[gender])

    def count(self, noun: str, n: int) -> str:
        """Return a number with its noun in the form the number asks for."""
        forms = self.catalogue["count"][noun]
        return str(forms.get(_plural_form(n, forms), forms["other"])).format(n=n)

    def because(self, because: Because) -> str:
        """Return in words why a value was taken; a code without words is given as a code with its arguments.

        A reason that builds on others names their codes in its argument ``of``, the outermost first.
        """
        given = dict(because.args)
        inner = given.pop("of", "").split()
        values = {key: self._argument(key, value) for key, value in given.items()}
        values.setdefault("published", values.get("reference", ""))
        values.setdefault("date", values.get("reference", ""))
        return self("language", "list_separator").join(
            self._reason(code, given, values) for code in (because.code, *inner)
        )

    def _reason(self, code: str, given: Mapping[str, str], values: Mapping[str, str]) -> str:
        reasons = self.catalogue["because"]
        pattern = reasons.get(f"{code} {given.get('unit')} {given.get('offset')}", reasons.get(code))
        if pattern is None:
            told = ", ".join(f"{key}: {values[key]}" for key in given)
            return code.replace("_", " ") + (f" ({told})" if told else "")
        try:
            return str(pattern).format_map(values)
        except KeyError:  # a newer reader gives the reason with other arguments
            return code.replace("_", " ")

    def day(self, day: dt.date) -> str:
        """Return a day in words."""
        return self("when", "day", day=day.day, month=self._month(day), year=day.year)

    def days(self, earliest: dt.date | None, latest: dt.date | None) -> str:
        """Return the days from ``earliest`` to ``latest`` (inclusive) in words; None stands for an open end."""
        if earliest is None or latest is None:
            if earliest is not None:
                return self("when", "from", earliest=self.day(earliest))
            if latest is not None:
                return self("when", "until", latest=self.day(latest))
            return self("when", "unknown")
        if earliest == latest:
            return self.day(earliest)
        if (
            earliest.day == 1
            and latest.day == monthrange(latest.year, latest.month)[1]
            and earliest.year == latest.year
        ):
            return self._whole_months(earliest, latest)
        return self("when", "between", earliest=self.day(earliest), latest=self.day(latest))

    def _whole_months(self, earliest: dt.date, latest: dt.date) -> str:
        if earliest.month == latest.month:
            return self("when", "month", month=self._month(earliest), year=earliest.year)
        if (earliest.month, latest.month) == (FIRST_MONTH, LAST_MONTH):
            return self("when", "year", year=earliest.year)
        return self("when", "months", first=self._month(earliest), last=self._month(latest), year=earliest.year)

    def _month(self, day: dt.date) -> str:
        return str(self.catalogue["when"]["month_names"][day.month - 1])

    def _argument(self, key: str, value: str) -> str:
        if key == "weekday" and value.isdigit():
            return str(self.catalogue["when"]["weekday_names"][(int(value) - 1) % 7])
        try:
            return self.day(dt.date.fromisoformat(value))
        except ValueError:
            return value


@cache
def load_words(language: Language | str) -> Words:
    """Return the catalogue of a language, ``ar`` or ``en``."""
    source = files("hudna.export") / "translations" / f"{language}.toml"
    return Words(tomllib.loads(source.read_text(encoding="utf-8")))


def _plural_form(n: int, forms: Mapping[str, str]) -> str:
    """Return the plural category of a whole number (Unicode CLDR): languages without the small forms use one, other."""
    if n == 1:
        return "one"
    if "few" not in forms:
        return "other"
    if n in {0, 2}:
        return "zero" if n == 0 else "two"
    if 3 <= n % 100 <= 10:
        return "few"
    return "many" if n % 100 >= 11 else "other"
