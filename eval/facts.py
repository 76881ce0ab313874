"""What gold and readings are compared as: one form for both sides, with only what the figures need."""

from dataclasses import dataclass
from typing import NamedTuple

from hudna.model import Span


class Days(NamedTuple):
    """The first and the last day of something as ISO days, each None where it is open."""

    earliest: str | None
    latest: str | None


@dataclass(frozen=True, slots=True)
class Who:
    """A party or place by its right labels, the fullest first; ``words`` is how a reading found it written.

    ``parts`` are the members of a joint label, where the gold keeps several parties in one.
    """

    names: tuple[str, ...]
    words: str | None = None
    known: bool = False
    implied: bool = False
    parts: tuple["Who", ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A name or a time expression; ``opened`` is the word before it that opened one of its ends: since, until."""

    span: Span
    kind: str
    days: Days | None = None
    opened: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Who is reported to say what."""

    id: str
    speakers: tuple[Who, ...]
    cue: Span | None
    content: tuple[Span, ...]
    manner: str | None
    mode: str | None
    act: str | None
    polarity: str | None
    about: tuple[Who, ...]
    via: tuple[Who, ...]
    addressee: Who | None
    days: Days | None
    sure: bool

    @property
    def evidence(self) -> tuple[Span, ...]:
        """The words that show the record: what was said."""
        return self.content


@dataclass(frozen=True, slots=True)
class Position:
    """One status of a measure and whose it is."""

    status: str
    by: tuple[Who, ...]
    days: Days | None
    attributed_to: str | None


class Toll(NamedTuple):
    """A number of people; a bound is None where it is open or not written."""

    outcome: str
    least: int | None
    most: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A contact, measure, incident or pledge; what its type does not have stays empty.

    ``kinds`` holds the kind, or all kinds that a gold with fewer words may mean by it. ``statuses`` likewise.
    """

    id: str
    kinds: frozenset[str]
    evidence: tuple[Span, ...]
    parties: tuple[Who, ...]
    days: Days | None
    place: Who | None
    attributed_to: str | None
    sure: bool
    statuses: frozenset[str] = frozenset()
    positions: tuple[Position, ...] = ()
    actor: Who | None = None
    target: Who | None = None
    sources: tuple[Who, ...] = ()
    tolls: tuple[Toll, ...] = ()
    aggregate: bool = False


ACTS = ("contacts", "measures", "incidents", "pledges")
LAYERS = ("statements", *ACTS, "dates", "names")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All that one side says of one article; a layer that nobody annotated is not in ``layers``."""

    layers: frozenset[str]
    statements: tuple[Statement, ...] = ()
    contacts: tuple[Act, ...] = ()
    measures: tuple[Act, ...] = ()
    incidents: tuple[Act, ...] = ()
    pledges: tuple[Act, ...] = ()
    dates: tuple[Mention, ...] = ()
    names: tuple[Mention, ...] = ()
    litter: tuple[Span, ...] = ()

    def acts(self, layer: str) -> tuple[Act, ...]:
        """Return the records of one of the four layers of acts."""
        found: tuple[Act, ...] = getattr(self, layer)
        return found
