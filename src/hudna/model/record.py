"""The record made of many readings: who is who, what is one event, who says which of it, and who decided so."""

import datetime as dt
from enum import StrEnum
from typing import NamedTuple

from hudna.model.frozen import dataclass
from hudna.model.records import NameKind, TollOutcome
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


class Judgement(StrEnum):
    """What was decided: whether two are one, or what is known of a happening."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNSURE = "unsure"
    VERIFIED = "verified"
    DISPUTED = "disputed"
    UNVERIFIABLE = "unverifiable"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of an article (by its digest) that carry a record."""

    article: str
    span: Span
    text: str


class Said(NamedTuple):
    """The words by which a telling says what it has in one field."""

    field: str
    evidence: Evidence


class AnswerKind(StrEnum):
    """What somebody has to say to the charge or the report of an act."""

    CLAIMED = "claimed"
    DENIED = "denied"
    NO_COMMENT = "no_comment"


@dataclass(frozen=True, slots=True)
class Answer:
    """Who claims, denies or does not want to speak of what is told: an entity, how it is labelled, and its words."""

    kind: AnswerKind
    entity: str
    label: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Charge:
    """Who holds whom to have done it: entities and how they are labelled, and the words."""

    accuser: str
    accused: str
    label: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A toll as one article gives it; ``aggregate`` where it is no single act's."""

    outcome: TollOutcome
    victims: str
    min: int | None
    max: int | None
    aggregate: bool
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Correction:
    """A value that somebody set, and the machine's, which stands behind it; ``decision`` is the decision's number.

    Both are written as decisions write values; an empty one says that there is none.
    """

    field: str
    value: str
    machine: str
    decision: int | None


class OriginBasis(StrEnum):
    """How a telling shows whom it goes back to.

    Told through somebody, the last of them; by those it cites; by the agency its article credits; else its own outlet.
    """

    VIA = "via"
    CITED = "cited"
    CREDITED = "credited"
    OUTLET = "outlet"


class OriginReason(StrEnum):
    """Why several tellings have one origin."""

    SAME_AGENCY = "same_agency"
    SAME_OBSERVATORY = "same_observatory"
    SAME_DIRECTOR_AND_BODY = "same_director_and_body"
    SAME_SOURCE = "same_source"
    SAME_OUTLET = "same_outlet"
    REPRINT = "reprint"


class Standing(StrEnum):
    """What an origin is to the event: who admits his own act, or the one it befell."""

    ADMITS = "admits"
    SUFFERS = "suffers"


@dataclass(frozen=True, slots=True)
class Origin:
    """An independent source of an event: its members, why they are no more than one, and what it is to the event."""

    id: str
    label: str
    members: tuple[str, ...]
    reason: OriginReason | None = None
    standing: Standing | None = None


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
    ``origin_label`` is how the origin is called there, ``origin_is_person`` that it is named by who heads it or speaks for
    it; ``doers`` and ``sufferers`` are the ids and folded names of those an
    incident is by and against; ``manner`` is how a statement gives its words; ``said`` has the words of single fields (``day``, ``place``, ``what``, ``actor:`` and the entity), ``counts``,
    ``charges`` and ``answers`` are those of an incident. ``added_by`` is who added the telling by hand, None where it was read.
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
    corrections: tuple[Correction, ...] = ()
    origin_label: str = ""
    origin_basis: OriginBasis = OriginBasis.OUTLET
    origin_is_person: bool = False
    doers: tuple[str, ...] = ()
    sufferers: tuple[str, ...] = ()
    manner: str | None = None
    said: tuple[Said, ...] = ()
    counts: tuple[Count, ...] = ()
    charges: tuple[Charge, ...] = ()
    answers: tuple[Answer, ...] = ()
    added_by: str | None = None

    @property
    def key(self) -> str:
        """The telling's name in decisions: article digest and record id."""
        return f"{self.article}/{self.record}"


class DifferenceType(StrEnum):
    """How tellings differ.

    They can't all be right (``conflict``); one says the same more closely (``more_precise``); some say nothing of it
    (``omission``); they choose other words (``wording``), or render words spoken in another language (``translation``).
    """

    CONFLICT = "conflict"
    MORE_PRECISE = "more_precise"
    OMISSION = "omission"
    WORDING = "wording"
    TRANSLATION = "translation"


@dataclass(frozen=True, slots=True)
class Value:
    """A value, the keys of the members that say so, and the words by which they do."""

    value: str
    members: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in which tellings differ, and how; ``left_out_by`` are the digests of articles that have nothing of it."""

    field: str
    type: DifferenceType
    values: tuple[Value, ...]
    left_out_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Merge:
    """Two members taken for one event, and why."""

    left: str
    right: str
    score: float
    features: tuple[Feature, ...]


class CopyKind(StrEnum):
    """How much of a text another one prints: all its words and no others, nearly all, or a part."""

    WHOLE = "whole"
    NEAR = "near"
    PART = "part"


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Two articles (by digest) that print one text.

    ``first`` was printed on an earlier day; where both were on one day, or a day is unknown, ``order_known`` is false
    and the two stand in the order of their digests. ``share`` is how much of the shorter text stands in the other, 0
    to 1. ``agency`` is whom both credit, or the one that credits anybody.
    """

    first: str
    later: str
    order_known: bool
    kind: CopyKind
    share: float
    agency: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles that tell one happening, by first day of publication, then digest.

    ``id`` is made from the digest of the first of ``digests``; ``articles`` are the ids of the same articles as given,
    ``label`` is the headline closest to all of them, ``outlets`` are sorted. ``earliest`` and ``latest`` are the first
    and last of the days on which they were published. ``merges`` are pairs of digests that hold the story together.
    """

    id: str
    label: str
    articles: tuple[str, ...]
    digests: tuple[str, ...]
    outlets: tuple[str, ...]
    earliest: dt.date | None
    latest: dt.date | None
    merges: tuple[Merge, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One happening as its members tell it; values are those agreed, or those of most members.

    ``earliest`` and ``latest`` are the days all dated members allow (inclusive), None where no member knows;
    ``because`` is the reason of the member that knows them most closely.
    ``witnesses`` are the outlets that tell it, ``origins`` the independent ones among them; both sorted. ``sources`` tells
    of each origin who goes back to it, why they count as one, and whether it is a party to the event.

    What people decided stands over all that: ``corrections`` are the values they set, ``verdict`` is what they found
    of the happening itself (None where nobody did), ``reviewed`` whether anybody has looked at the event, ``decisions``
    the numbers of all that bears on it.
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
    sources: tuple[Origin, ...] = ()
    corrections: tuple[Correction, ...] = ()
    verdict: Judgement | None = None
    reviewed: bool = False
    decisions: tuple[int, ...] = ()
