"""The rows of a process file with the lines they stand on, every key checked as it is taken."""

import datetime as dt
import re
import unicodedata
from collections.abc import Collection, Mapping
from typing import Any, Final, NoReturn

from hudna.model import TableError
from hudna.text.letters import PRESENTATION_FORMS

_HEADER: Final = re.compile(r"\s*\[\[\s*([\w-]+)\s*\]\]")
_LIST: Final = re.compile(r"\s*([\w-]+)\s*=\s*\[\s*$")
_KEY: Final = re.compile(r"\s*([\w-]+)\s*=")
_FORBIDDEN: Final = re.compile(
    "[\u0640\u00a0\u200c\u200e\u200f\ufeff" + "".join(f"{chr(a)}-{chr(b)}" for a, b in PRESENTATION_FORMS) + "]"
)


class Lines:
    """Where the rows and keys of a TOML file stand.

    A section's rows are tables under ``[[section]]`` headers, or lines beginning with ``{`` after ``section = [``.
    """

    def __init__(self, text: str, path: str) -> None:
        self.path = path
        self._lines = text.splitlines()
        self._rows: dict[str, list[int]] = {"": [0]}
        listed = ""
        for number, line in enumerate(self._lines):
            if match := _HEADER.match(line) or _LIST.match(line):
                listed = match[1]
                if _HEADER.match(line):
                    self._rows.setdefault(listed, []).append(number)
            elif line.lstrip().startswith("{"):
                self._rows.setdefault(listed, []).append(number)

    def line(self, section: str, index: int, key: str = "") -> int:
        """Return the line (from 1) of a key in a section's row; of the row's first line where the key is not there."""
        rows = self._rows.get(section, [])
        first = rows[index] if index < len(rows) else 0
        for number in range(first + bool(section), len(self._lines)):
            line = self._lines[number]
            if _HEADER.match(line) or (section and line.lstrip().startswith("{")):
                break
            if (match := _KEY.match(line)) and match[1] == key:
                return number + 1
        return first + 1


class Row:
    """One table of the file, the top level being the section ``""``.

    What is taken must be of its type; ``done`` refuses what nobody took.
    """

    def __init__(self, values: Mapping[str, Any], lines: Lines, section: str = "", index: int = 0) -> None:
        self._values = values
        self._lines = lines
        self._place = (section, index)
        self._taken: set[str] = set()

    def refuse(self, key: str, told: str) -> NoReturn:
        """Raise the error that something is wrong with a key.

        Raises:
            TableError: always.
        """
        raise TableError(f"{self._lines.path}:{self._lines.line(*self._place, key)}: {told}")

    def text(self, key: str) -> str:
        """Return a text that must be there, cleanly written."""
        return self._text(key, self._take(key, str))

    def maybe_text(self, key: str) -> str | None:
        """Return a text, None where the key is missing."""
        return self.text(key) if key in self._values else None

    def number(self, key: str) -> int:
        """Return a whole number above zero."""
        found = self._take(key, int)
        if isinstance(found, bool) or found < 1:
            self.refuse(key, f"{key} is no number above zero")
        return int(found)

    def maybe_number(self, key: str) -> int | None:
        """Return a number, None where the key is missing."""
        return self.number(key) if key in self._values else None

    def day(self, key: str) -> dt.date:
        """Return a day that must be there."""
        found = self._take(key, dt.date)
        if isinstance(found, dt.datetime):
            self.refuse(key, f"{key} is no day")
        assert isinstance(found, dt.date)
        return found

    def maybe_day(self, key: str) -> dt.date | None:
        """Return a day, None where the key is missing."""
        return self.day(key) if key in self._values else None

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, empty where the key is missing; none twice."""
        if key not in self._values:
            return ()
        found = tuple(self._text(key, each) for each in self._take(key, list))
        if len(set(found)) != len(found):
            self.refuse(key, f"{key} names one twice")
        return found

    def id_of(self, key: str, known: Collection[str], table: str) -> str:
        """Return a text that is among ``known``."""
        found = self.text(key)
        if found not in known:
            self.refuse(key, f"{found!r} is no {table}")
        return found

    def maybe_id(self, key: str, known: Collection[str], table: str) -> str | None:
        """Return an id, None where the key is missing."""
        return self.id_of(key, known, table) if key in self._values else None

    def ids(self, key: str, known: Collection[str], table: str) -> tuple[str, ...]:
        """Return a list of texts that are all among ``known``."""
        found = self.texts(key)
        for each in found:
            if each not in known:
                self.refuse(key, f"{each!r} is no {table}")
        return found

    def rows(self, section: str) -> "list[Row]":
        """Return the tables of a section, none where the file has none."""
        if section not in self._values:
            return []
        tables = self._take(section, list)
        return [Row(values, self._lines, section, index) for index, values in enumerate(tables)]

    def done(self) -> None:
        """Refuse keys that no reader of this row knows.

        Raises:
            TableError: there is one.
        """
        for key in self._values:
            if key not in self._taken:
                self.refuse(key, f"unknown key {key}")

    def _take(self, key: str, type_: type) -> Any:
        self._taken.add(key)
        if key not in self._values:
            self.refuse(key, f"no {key}")
        if not isinstance(self._values[key], type_):
            self.refuse(key, f"{key} is no {type_.__name__}")
        return self._values[key]

    def _text(self, key: str, found: object) -> str:
        if not isinstance(found, str) or not found:
            self.refuse(key, f"{key} holds what is no text, or an empty one")
        if found != " ".join(found.split()) or _FORBIDDEN.search(found):
            self.refuse(key, f"stray space, presentation form, tatweel or invisible character in {found!r}")
        if not unicodedata.is_normalized("NFC", found):
            self.refuse(key, f"uncomposed character in {found!r}")
        return found
