"""Where a text names people, after a table of hand-checked spellings.

A row of the table is one spelling of one person: ``name`` means this person wherever it stands, ``beside`` only in an
article that also has one of his names of several words, ``other`` somebody else (or, under ``-``, nobody) whose name
holds or resembles one of the names. The longest spelling counts.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from hudna.lexicon import read_rows
from hudna.text import fold_word

NOBODY: Final = "-"
CLASSES: Final = frozenset({"name", "beside", "other"})
_WORD: Final = re.compile(r"[^\W\d_]+(?:[\u064b-\u0655\u0670\u0640]+[^\W\d_]*)*")
_JOINED: Final = ("", "و", "ف", "ب", "ل", "ك", "ول", "وب", "فل", "فب")
_JOINED_TO_ARTICLE: Final = {"لل": "ال", "ولل": "ال", "فلل": "ال", "بال": "ال", "وال": "ال", "فال": "ال", "كال": "ال"}


class Spelling(NamedTuple):
    """A row: whose spelling it is, as written in the table, and its class."""

    person: str
    form: str
    kind: str


class Mention(NamedTuple):
    """Characters ``start`` to ``end`` of a text, and the row they are; ``sure`` where it says who is meant."""

    start: int
    end: int
    spelling: Spelling
    sure: bool


class Spellings:
    """The rows of a table by their first word."""

    def __init__(self, rows: Sequence[Spelling]) -> None:
        self.rows = rows
        self._by_first: dict[str, list[tuple[tuple[str, ...], Spelling]]] = {}
        for row in rows:
            words = tuple(fold_word(word) for word in _WORD.findall(row.form))
            self._by_first.setdefault(words[0], []).append((words, row))
        for found in self._by_first.values():
            found.sort(key=lambda each: (-len(each[0]), each[1].kind != "other"))

    def find(self, *texts: str) -> list[list[Mention]]:
        """Return the mentions in each of the texts of one article."""
        found = [list(self._scan(text)) for text in texts]
        in_full = {
            each.spelling.person
            for mentions in found
            for each in mentions
            if each.spelling.kind == "name" and " " in each.spelling.form
        }
        return [
            [each._replace(sure=each.spelling.kind != "beside" or each.spelling.person in in_full) for each in mentions]
            for mentions in found
        ]

    def _scan(self, text: str) -> Iterator[Mention]:
        words = [(match.start(), match.end(), fold_word(match.group())) for match in _WORD.finditer(text)]
        place = 0
        while place < len(words):
            found = self._at(words, place)
            if found is None:
                place += 1
                continue
            row, size = found
            yield Mention(words[place][0], words[place + size - 1][1], row, sure=True)
            place += size

    def _at(self, words: Sequence[tuple[int, int, str]], place: int) -> tuple[Spelling, int] | None:
        """Return the longest row that begins with a word or with the rest of it behind joined letters."""
        best: tuple[Spelling, int] | None = None
        for first in _bare(words[place][2]):
            for form, row in self._by_first.get(first, ()):
                if best is not None and len(form) <= best[1]:
                    continue
                if all(words[place + i][2] == form[i] for i in range(1, len(form)) if place + i < len(words)) and (
                    place + len(form) <= len(words)
                ):
                    best = row, len(form)
        return best


def load_spellings(path: Path) -> Spellings:
    """Return the rows of a table with the columns ``person``, ``form`` and ``class``.

    Raises:
        TableError: a row is not of this kind.
    """
    rows = [
        Spelling(row["person"], row["form"], row["class"]) for _, row in read_rows(path, ("person", "form", "class"))
    ]
    unknown = {row.kind for row in rows} - CLASSES
    if unknown:
        raise ValueError(f"{path}: unknown class {', '.join(sorted(unknown))}")
    return Spellings(rows)


def _bare(word: str) -> Iterator[str]:
    for joined in _JOINED:
        if word.startswith(joined):
            yield word[len(joined) :]
    for joined, article in _JOINED_TO_ARTICLE.items():
        if word.startswith(joined):
            yield article + word[len(joined) :]
