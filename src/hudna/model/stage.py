"""A step of reading, and the steps that know one language."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hudna.model.document import Document
from hudna.model.time import Clue


@dataclass(frozen=True, slots=True)
class Stage:
    """A step ``run`` from document to document; ``needs`` and ``adds`` name what must be there and what it fills in."""

    name: str
    needs: frozenset[str]
    adds: frozenset[str]
    run: Callable[[Document], Document]


@dataclass(frozen=True, slots=True)
class Background:
    """What is known of the world before any article is read, lent to those who look for clues.

    ``round_days`` gives the first and last day of a round by its series and number, ``adopted`` the day of a
    resolution of the Security Council by its number; None where it is not known.
    """

    round_days: Callable[[str, int], tuple[dt.date, dt.date] | None]
    adopted: Callable[[int], dt.date | None]


class Term(NamedTuple):
    """A word of a text, by its offsets, and the key that all spellings and forms of the word are found under."""

    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class Search:
    """How a language is searched.

    ``find_terms`` gives the words of a text, ``marks_of_name`` the marks of a name, and
    ``find_names`` the runs of words that may be a name, by their places, with the marks of those who go by it: ids of
    the tables among them.
    """

    find_terms: Callable[[str], Iterable[Term]]
    marks_of_name: Callable[[str], Sequence[str]]
    find_names: Callable[[Sequence[str]], Iterable[tuple[int, int, tuple[str, ...]]]]


FindClues = Callable[[Document, Background], Sequence[Clue]]


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """All knowledge of one language: its stages in order and the digest of its tables, rules and models.

    ``find_clues`` looks, in a document that all stages have read, for what it tells of its own day; ``search`` is how its
    texts are searched.
    """

    language: str
    stages: tuple[Stage, ...]
    digest: str
    find_clues: FindClues | None = None
    search: Search | None = None
