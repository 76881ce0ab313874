"""The records one article yields; `records.md` in the documentation says where each begins and ends."""

from enum import StrEnum

from hudna.model.frozen import dataclass
from hudna.model.span import Span
from hudna.model.time import When


class NameKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    NATIONALITY = "nationality"
    OFFICE = "office"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text; ``label`` is its canonical form or else its words, ``entity`` a table's id if it is known."""

    span: Span
    kind: NameKind
    label: str
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who acts.

    ``implied`` where the text leaves the name out and it was resolved (the span then stands where the name was last
    written), ``candidates`` who else it may be.
    """

    span: Span
    label: str
    entity: str | None = None
    side: str | None = None
    implied: bool | None = None
    candidates: tuple[str, ...] | None = None


class Role(StrEnum):
    """What a participant does in a contact."""

    HOST = "host"
    GUEST = "guest"
    HEAD = "head_of_delegation"
    MEDIATOR = "mediator"
    CONVENER = "convener"
    OBSERVER = "observer"
    EXPERT = "expert"


class Attendance(StrEnum):
    """Whether a participant was there."""

    PRESENT = "present"
    ABSENT = "absent"
    INVITED = "invited"
    ARRIVED = "arrived"


@dataclass(frozen=True, slots=True)
class Participant:
    """A party in a contact; ``count`` is how many people it sent, where written."""

    span: Span
    label: str
    entity: str | None = None
    side: str | None = None
    implied: bool | None = None
    candidates: tuple[str, ...] | None = None
    role: Role | None = None
    attendance: Attendance | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the text names it, with coordinates (degrees) where they are known."""

    span: Span
    label: str
    entity: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: str = "unknown"


class Manner(StrEnum):
    """Whether words are given as spoken."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Mode(StrEnum):
    """Whether anything was uttered."""

    SAID = "said"
    ATTITUDE = "attitude"


class Act(StrEnum):
    """What is done by saying it."""

    ANNOUNCE = "announce"
    DESCRIBE = "describe"
    DEMAND = "demand"
    PROPOSE = "propose"
    PROMISE = "promise"
    THREATEN = "threaten"
    ACCUSE = "accuse"
    CONDEMN = "condemn"
    REJECT = "reject"
    DENY = "deny"
    SUPPORT = "support"
    WELCOME = "welcome"
    AGREE = "agree"
    CONCEDE = "concede"
    WARN = "warn"
    THANK = "thank"
    ASK = "ask"


class Polarity(StrEnum):
    """Whether a saying or its content is affirmed or negated."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Somebody is reported to say, demand, refuse or think something."""

    id: str
    speakers: tuple[Party, ...]
    cue: Span | None
    content: tuple[Span, ...]
    manner: Manner
    mode: Mode = Mode.SAID
    act: Act
    about: tuple[Party, ...] = ()
    topic: Span | None = None
    polarity: Polarity = Polarity.POSITIVE
    hedges: tuple[Span, ...] = ()
    addressee: Party | None = None
    channel: Span | None = None
    via: tuple[Party, ...] = ()
    when: When | None = None
    place: Place | None = None
    attributed_to: str | None = None
    denies: str | None = None
    restates: str | None = None
    sure: bool
    rule: str
    evidence: tuple[Span, ...]


class ContactKind(StrEnum):
    """How people or bodies were in contact."""

    MEETING = "meeting"
    CALL = "call"
    VISIT = "visit"
    SESSION = "session"
    MESSAGE = "message"
    TALKS = "talks"


class ContactStatus(StrEnum):
    """Whether a contact took place."""

    HELD = "held"
    UNDER_WAY = "under_way"
    PLANNED = "planned"
    CALLED_FOR = "called_for"
    POSSIBLE = "possible"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    NOT_HELD = "not_held"
    DENIED = "denied"


class Outcome(StrEnum):
    """What came of a contact."""

    AGREED = "agreed"
    NO_AGREEMENT = "no_agreement"
    STATEMENT_ISSUED = "statement_issued"
    UNSAID = "unsaid"


class Directness(StrEnum):
    """Whether the sides met or spoke through a mediator."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """People or bodies meet, call, visit, write to, or negotiate with each other."""

    id: str
    kind: ContactKind
    status: ContactStatus
    outcome: Outcome = Outcome.UNSAID
    directness: Directness = Directness.UNSAID
    participants: tuple[Participant, ...]
    initiator: Party | None = None
    when: When | None = None
    place: Place | None = None
    topics: tuple[Span, ...] = ()
    process: str | None = None
    round: str | None = None
    documents: tuple[Span, ...] = ()
    attributed_to: str | None = None
    hedges: tuple[Span, ...] = ()
    sure: bool
    rule: str
    evidence: tuple[Span, ...]


class MeasureKind(StrEnum):
    """What kind of arrangement a measure is."""

    CEASEFIRE = "ceasefire"
    ZONE = "zone"
    WITHDRAWAL = "withdrawal"
    EVACUATION = "evacuation"
    RELEASE = "release"
    AID = "aid"
    MECHANISM = "mechanism"
    DEMINING = "demining"
    SANCTIONS = "sanctions"
    AGREEMENT = "agreement"
    RESOLUTION = "resolution"
    DOCUMENT = "document"


class MeasureStatus(StrEnum):
    """Where a party stands on a measure, or what became of it."""

    CALLED_FOR = "called_for"
    PROPOSED = "proposed"
    UNDER_NEGOTIATION = "under_negotiation"
    DRAFTED = "drafted"
    AGREED = "agreed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    SIGNED = "signed"
    ADOPTED = "adopted"
    VETOED = "vetoed"
    DECLARED = "declared"
    IN_EFFECT = "in_effect"
    EXTENDED = "extended"
    IMPLEMENTED = "implemented"
    STALLED = "stalled"
    BROKEN = "broken"
    SUSPENDED = "suspended"
    ENDED = "ended"
    DENIED = "denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One status of a measure: whose act or stand it is, of whom, told in which statement, on which days."""

    status: MeasureStatus
    by: tuple[Party, ...] = ()
    of: tuple[Party, ...] = ()
    attributed_to: str | None = None
    condition: Span | None = None
    when: When | None = None
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """An agreement or arrangement, and where each party stands on it.

    ``process`` and ``agreement`` are ids of the process files, of a resolution its body and number.
    """

    id: str
    kind: MeasureKind
    name: str | None = None
    parties: tuple[Party, ...] = ()
    guarantors: tuple[Party, ...] = ()
    mediators: tuple[Party, ...] = ()
    place: Place | None = None
    covers: tuple[Span, ...] = ()
    excludes: tuple[Span, ...] = ()
    terms: tuple[Span, ...] = ()
    length: str | None = None
    recurs: str | None = None
    quantity: str | None = None
    process: str | None = None
    agreement: str | None = None
    statuses: tuple[Position, ...]
    attributed_to: str | None = None
    hedges: tuple[Span, ...] = ()
    sure: bool
    rule: str
    evidence: tuple[Span, ...]


class IncidentKind(StrEnum):
    """What was done on the ground."""

    AIR_STRIKE = "air_strike"
    SHELLING = "shelling"
    CLASH = "clash"
    GROUND_ATTACK = "ground_attack"
    SMALL_ARMS = "small_arms"
    BOMBING = "bombing"
    MISSILE_OR_DRONE = "missile_or_drone"
    CHEMICAL = "chemical"
    KILLING_UNSPECIFIED = "killing_unspecified"
    VIOLENCE_AGAINST_CIVILIANS = "violence_against_civilians"
    ABDUCTION_OR_ARREST = "abduction_or_arrest"
    OBSTRUCTION = "obstruction"
    LOOTING_OR_DESTRUCTION = "looting_or_destruction"
    MINE = "mine"
    MOVEMENT = "movement"
    FORTIFICATION = "fortification"
    OVERFLIGHT = "overflight"
    TERRITORY_TAKEN = "territory_taken"
    OTHER = "other"


class TollOutcome(StrEnum):
    """What happened to the people a toll counts."""

    KILLED = "killed"
    WOUNDED = "wounded"
    KILLED_OR_WOUNDED = "killed_or_wounded"
    CAPTURED = "captured"
    MISSING = "missing"
    DISPLACED = "displaced"


@dataclass(frozen=True, slots=True, kw_only=True)
class Accusation:
    """Who accuses whom."""

    accuser: Party
    accused: Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """A number of people as written; a bound is None where the text leaves it open or gives no number."""

    outcome: TollOutcome
    victims: str | None = None
    side: str | None = None
    min: int | None = None
    max: int | None = None
    words: Span
    said_by: Party | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """What somebody says was broken."""

    what: str
    said_by: Party | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Force is used, or something is done on the ground that a monitor would log."""

    id: str
    kind: IncidentKind
    actor: Party | None = None
    target: Party | None = None
    reported_by: tuple[Party, ...] = ()
    accusations: tuple[Accusation, ...] = ()
    claimed_by: tuple[Party, ...] = ()
    deniers: tuple[Party, ...] = ()
    no_comment: tuple[Party, ...] = ()
    unverified_by: Party | None = None
    place: Place | None = None
    when: When | None = None
    tolls: tuple[Toll, ...] = ()
    aggregate: bool = False
    count: int | None = None
    breach_of: Breach | None = None
    attributed_to: str | None = None
    hedges: tuple[Span, ...] = ()
    sure: bool
    rule: str
    evidence: tuple[Span, ...]


class ConductKind(StrEnum):
    """What kind of standing support or stance is told."""

    MILITARY_SUPPORT = "military_support"
    ARMED_PRESENCE = "armed_presence"
    SUPPLY = "supply"
    ADVICE = "advice"
    AID = "aid"
    SANCTIONS = "sanctions"
    HOSTING = "hosting"
    PERMISSION = "permission"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conduct:
    """A standing stance or support, told as a fact or a charge."""

    id: str
    kind: ConductKind
    who: Party
    towards: Party | None = None
    since: When | None = None
    attributed_to: str | None = None
    hedges: tuple[Span, ...] = ()
    sure: bool
    rule: str
    evidence: tuple[Span, ...]


class PledgeKind(StrEnum):
    """How the future is bound or set."""

    PROMISE = "promise"
    THREAT = "threat"
    ULTIMATUM = "ultimatum"
    SCHEDULE = "schedule"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a pledged act comes before or after: a record's id or the words that name it."""

    before: str | Span | None = None
    after: str | Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge:
    """What is bound or set for the future."""

    id: str
    kind: PledgeKind
    who: tuple[Party, ...]
    what: Span
    to_whom: Party | None = None
    due: When | None = None
    order: Order | None = None
    condition: Span | None = None
    place: Place | None = None
    attributed_to: str | None = None
    hedges: tuple[Span, ...] = ()
    sure: bool
    rule: str
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that was not understood or does not fit; ``span`` is None where it concerns the whole article."""

    code: str
    span: Span | None = None
    detail: str = ""
