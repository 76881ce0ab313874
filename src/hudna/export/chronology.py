"""A chronology in words, ready for any format: lines, each with its accounts and the reasons for its day."""

from dataclasses import dataclass

from hudna.export.passages import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one article tells of an event: outlet and day in words, the passages with the evidence marked."""

    article: str
    outlet: str
    published: str
    language: str
    url: str | None
    title: str | None
    passages: tuple[Passage, ...]
    title_only: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A property on which the accounts of an event differ, and what they say."""

    what: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One event of a chronology in the words of one language; empty strings where there is nothing to say.

    ``earliest`` and ``latest`` are ISO days (inclusive), None for an open end.
    """

    id: str
    earliest: str | None
    latest: str | None
    days: str
    because: str
    kind: str
    who: str
    status: str
    outcome: str
    place: str
    sure: bool
    witness_count: int
    origin_count: int
    witnesses: str
    origins: str
    accounts: tuple[Account, ...]
    differences: tuple[Difference, ...]
