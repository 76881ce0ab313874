"""The record made of many readings: who is who, what is one event, who says which of it, and who decided so."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from hudna.model.records import NameKind
from hudna.model.span import Span
from hudna.model.time import Because, Published


class Feature(NamedTuple):
    """One reason for a score: a code, the two things compared ("" where one is missing), how alike they are (0 to 1)."""

    code: str
    left: str
    right: str
    score: float


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How alike two names are (0 to 1), and why."""

    score: float
    features: tuple[Feature, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that acts: ``id`` is a table's or begins with ``ent-``; ``forms`` are its labels, sorted."""

    id: str
    kind: NameKind
    label: str
    forms: tuple[str, ...]


class RecordType(StrEnum):
    """The kinds of record that a chronology tells."""

    CONTACT = "contact"
    MEASURE = "measure"
    INCIDENT = "incident"
    CONDUCT = "conduct"
    PLEDGE = "pledge"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of an article (by its digest) that carry a record."""

    article: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Actor:
    """A party in one telling: the entity it is, how the article's reading labels it, how many people it sent."""

    entity: str
    label: str
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """What one article tells of an event.

    ``article`` is the article's digest and ``record`` the record's id in its reading; ``origin`` is whom the telling
    goes back to: the last of those it is told through, else the agency credited, else the outlet. ``what`` is the
    content of a statement or pledge in its words, a measure's name, or the numbers of those an incident befell. Each
    position of a measure is a telling of its own, ``record`` then has its number behind the measure's id (``m1.2``).
    """

    article: str
    article_id: str
    outlet: str | None
    published: Published
    record: str
    kind: str
    status: str | None = None
    outcome: str | None = None
    actors: tuple[Actor, ...]
    earliest: dt.date | None = None
    latest: dt.date | None = None
    because: Because | None = None
    place: str | None = None
    process: str | None = None
    round: str | None = None
    what: str = ""
    origin: str
    sure: bool
    evidence: tuple[Evidence, ...]

    @property
    def key(self) -> str:
        """The telling's name in decisions: article digest and record id."""
        return f"{self.article}/{self.record}"


@dataclass(frozen=True, slots=True)
class Value:
    """A value and the keys of the members that say so."""

    value: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A field on which the members of an event can't all be right, or one says more than the others."""

    field: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """Two members taken for one event, and why."""

    left: str
    right: str
    score: float
    features: tuple[Feature, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One happening as its members tell it; values are those agreed, or those of most members.

    ``earliest`` and ``latest`` are the days all dated members allow (inclusive), None where no member knows;
    ``because`` is the reason of the member that knows them most closely.
    ``witnesses`` are the outlets that tell it, ``origins`` the independent ones among them; both sorted.
    """

    id: str
    type: RecordType
    kind: str
    status: str | None
    outcome: str | None
    actors: tuple[Actor, ...]
    earliest: dt.date | None
    latest: dt.date | None
    because: Because | None
    place: str | None
    process: str | None
    round: str | None
    sure: bool
    members: tuple[Member, ...]
    differences: tuple[Difference, ...]
    merges: tuple[Merge, ...]
    witnesses: tuple[str, ...]
    origins: tuple[str, ...]


class DecisionKind(StrEnum):
    """What a decision is about."""

    SAME_ENTITY = "same_entity"
    SAME_EVENT = "same_event"


class Judgement(StrEnum):
    """What was decided."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Somebody's judgement on whether ``left`` and ``right`` are one; withdrawn, never deleted.

    They are entity ids or labels for ``same_entity``, keys of members for ``same_event``. ``by`` is a person or
    ``machine``; times are ISO, in UTC.
    """

    kind: DecisionKind
    left: str
    right: str
    judgement: Judgement
    score: float | None = None
    reasons: tuple[str, ...] = ()
    by: str
    at: str
    withdrawn_at: str | None = None
