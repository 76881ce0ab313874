"""What people decide on the record: each a decision with who, when and why, which can be withdrawn."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from hudna.desk.board import NotThereError
from hudna.desk.keeping import now_in_utc
from hudna.desk.record import Record, StandingRecord
from hudna.model import (
    Anchor,
    Article,
    ConflictError,
    Decision,
    DecisionKind,
    Entity,
    Event,
    InputError,
    Judgement,
    Member,
    RecordType,
    Span,
)
from hudna.record import anchor_of, attach, find_entities
from hudna.record.additions import RECORD, TOWARDS, added_keys, check_added, write_added
from hudna.record.entities import OWN_PREFIX
from hudna.record.members import members_of
from hudna.record.names import plain_form
from hudna.record.values import ACTORS, EVENT_FIELDS, TELLING_FIELDS, check_value, write_names

if TYPE_CHECKING:
    from hudna.store import Store

VERDICTS: Final = (Judgement.VERIFIED, Judgement.DISPUTED, Judgement.UNVERIFIABLE)


@dataclass(frozen=True, slots=True)
class Signature:
    """Who decides and why; ``seen`` is the last decision that was shown (``Record.seen``), None where nobody looked."""

    by: str
    why: str
    seen: int | None = None
    at: dt.datetime | None = None


class Decider:
    """Decisions on what a record shows, kept in its store.

    Every method returns the decision as it was kept, with its number.

    Raises:
        InputError: nobody signs or no reason is given, or the thing can't be decided on in this way.
        ConflictError: somebody else has decided on the same since the record was made.
    """

    def __init__(self, store: "Store", record: Record | StandingRecord, signature: Signature) -> None:
        _check(signature)
        self._store = store
        self._record = record
        self._signature = signature

    def merge(self, events: Sequence[Event]) -> Decision:
        """Decide that events are one happening."""
        if len({event.id for event in events}) < 2 or len({event.type for event in events}) > 1:
            raise InputError("two events of one type are needed")
        first, *others = events
        anchors = [anchor for event in others for anchor in _anchors(event)]
        return self._decide(DecisionKind.SAME_EVENT, _anchors(first), anchors)

    def split(self, event: Event, members: Sequence[Member]) -> Decision:
        """Decide that some tellings of an event are of another happening than the rest."""
        parted = {member.key for member in members}
        rest = [member for member in event.members if member.key not in parted]
        if not members or not rest or len(rest) + len(parted) != len(event.members):
            raise InputError(f"{event.id} comes apart into some of its tellings and the rest of them")
        return self._decide(
            DecisionKind.SAME_EVENT,
            [anchor_of(event.type, member) for member in members],
            [anchor_of(event.type, member) for member in rest],
            judgement=Judgement.NEGATIVE,
        )

    def correct(self, event: Event, field: str, value: str, member: Member | None = None) -> Decision:
        """Set a value of an event, or of one telling of it whose article was misread.

        ``actors`` are names or entity ids with ``;`` between; the other values as in ``hudna.record.values``.
        """
        if field == ACTORS:
            value = self._names(value)
        if member is None:
            check_value(event.type, field, value, EVENT_FIELDS)
            return self._decide(DecisionKind.CORRECTION, _anchors(event), field=field, value=value)
        check_value(event.type, field, value, TELLING_FIELDS)
        anchor = anchor_of(event.type, member)
        return self._decide(DecisionKind.MISREADING, [anchor], field=field, value=value)

    def dismiss(self, event: Event, member: Member | None = None) -> Decision:
        """Decide that no article tells such a thing, or that one telling's article does not."""
        anchors = _anchors(event) if member is None else [anchor_of(event.type, member)]
        return self._decide(DecisionKind.DISMISSAL, anchors)

    def review(self, event: Event) -> Decision:
        """Decide that an event is what its articles tell."""
        return self._decide(DecisionKind.REVIEW, _anchors(event))

    def verify(self, event: Event, verdict: Judgement) -> Decision:
        """Decide what is known of a happening: one of ``VERDICTS``."""
        if verdict not in VERDICTS:
            raise InputError(f"no verdict {verdict}; there are {', '.join(VERDICTS)}")
        return self._decide(DecisionKind.VERIFICATION, _anchors(event), judgement=verdict)

    def add(
        self, article: Article, record: RecordType, values: Mapping[str, str], spans: Sequence[Span]
    ) -> tuple[Decision, str]:
        """Add a record that was not read of an article, in its words; the key of its telling is returned as well.

        ``values`` are those of ``fields_to_add``, written as in ``correct``; ``towards`` is written as ``actors``.
        """
        spans = [_trimmed(article, span) for span in spans]
        if not spans:
            raise InputError("a record needs words of the article")
        written = {
            field: self._names(value) if field in {ACTORS, TOWARDS} else value for field, value in values.items()
        }
        check_added(record, written)
        anchor = Anchor(article.digest, "", record, tuple(spans))
        decision = self._decide(DecisionKind.ADDITION, [anchor], field=RECORD, value=write_added(written))
        key, position = added_keys(decision)
        return decision, position if record is RecordType.MEASURE else key

    def merge_entities(self, one: Entity, other: Entity) -> Decision:
        """Decide that two entities are one."""
        if one.id == other.id:
            raise InputError(f"{one.id} is one entity already")
        return self._decide(DecisionKind.SAME_ENTITY, left=_key(one), right=_key(other))

    def split_entity(self, entity: Entity, form: str, other: str) -> Decision:
        """Decide that one form of an entity is not whom another form, or the entity's own id, names."""
        ids = self._record.entities.ids
        apart = [each for each in entity.forms if ids.get(plain_form(each)) == entity.id]
        for each in (form, other):
            if each not in apart and (each != entity.id or each.startswith(OWN_PREFIX)):
                raise InputError(f"{each} can't be parted from {entity.id}; there are {', '.join(apart) or 'none'}")
        if form == other:
            raise InputError("two forms are needed")
        return self._decide(DecisionKind.SAME_ENTITY, left=form, right=other, judgement=Judgement.NEGATIVE)

    def _decide(
        self, kind: DecisionKind, left: Sequence[Anchor] | str = (), right: Sequence[Anchor] | str = (), **more: Any
    ) -> Decision:
        values: dict[str, Any] = {"kind": kind}
        for side, given in (("left", left), ("right", right)):
            if isinstance(given, str):
                values[side] = given
            elif given:
                values |= {side: given[0].key, f"{side}_anchors": tuple(given)}
        decision = Decision(
            **values, **more, reasons=(self._signature.why,), by=self._signature.by, at=_time(self._signature)
        )
        return replace(decision, number=self._store.decide(decision, seen=self._seen()))

    def _seen(self) -> int:
        return self._record.seen if self._signature.seen is None else self._signature.seen

    def _names(self, written: str) -> str:
        """Return names or ids with ``;`` between as a decision writes them."""
        entities = self._record.entities
        named: list[tuple[str, str | None]] = []
        for each in filter(None, (part.strip() for part in written.split(";"))):
            known = entities.by_id.get(each)
            if known is None and ":" in each:
                raise InputError(f"nobody goes by {each}")
            label = known.label if known else each
            named.append((label, known.id if known and not known.id.startswith(OWN_PREFIX) else None))
        return write_names(named)


def _trimmed(article: Article, span: Span) -> Span:
    """Return a span without the spaces at its ends.

    Raises:
        InputError: it lies outside the article, or holds no word.
    """
    text = article.field(span.field)
    words = text[max(span.start, 0) : span.end]
    if not 0 <= span.start < span.end <= len(text) or not plain_form(words):
        raise InputError(f"no words stand at {span.start} to {span.end} of the {span.field}")
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()), span.field)


def withdraw(store: "Store", number: int, signature: Signature) -> None:
    """Withdraw a decision, which stays in the history.

    Raises:
        InputError: nobody signs or no reason is given.
        NotThereError: there is none of this number.
        ConflictError: somebody else has decided on the same since what was ``seen``, or withdrawn it.
    """
    _check(signature)
    meant = next((each for each in store.decisions() if each.number == number), None)
    if meant is None:
        raise NotThereError(f"no decision {number}")
    if meant.withdrawn_at is not None:
        raise ConflictError(f"{meant.withdrawn_by} has withdrawn decision {number} already")
    store.withdraw(number, by=signature.by, at=_time(signature), reasons=(signature.why,), seen=signature.seen)


def history(store: "Store", thing: Event | Entity | None = None) -> list[Decision]:
    """Return what was decided on an event or entity, all there is without one, in the order it was made."""
    decisions = store.decisions()
    if thing is None:
        return decisions
    if isinstance(thing, Entity):
        names = {thing.id, *thing.forms}
        return [each for each in decisions if names & {each.left, each.right}]
    anchors = tuple(_anchors(thing))
    bearing = Decision(kind=DecisionKind.REVIEW, left=anchors[0].key, left_anchors=anchors, by="", at="")
    return [each for each in decisions if each.number in thing.decisions or each.touches(bearing)]


def orphans(store: "Store") -> list[Decision]:
    """Return the decisions that stand and that no telling of the latest readings answers to."""
    decisions = store.decisions()
    wanted = sorted({anchor.article for decision in decisions for anchor in decision.anchors})
    readings = [reading for digest in wanted if (reading := store.reading(digest)) is not None]
    entities = find_entities(readings)
    found: dict[RecordType, dict[str, Member]] = {record: {} for record in RecordType}
    for reading in readings:
        for record, member in members_of(reading, entities):
            found[record][member.key] = member
    return [each.decision for each in attach(decisions, found) if each.is_orphaned]


def _check(signature: Signature) -> None:
    if not signature.by.strip() or not signature.why.strip():
        raise InputError("a decision needs who decides and why")


def _time(signature: Signature) -> str:
    return (signature.at or now_in_utc()).isoformat(timespec="seconds")


def _anchors(event: Event) -> list[Anchor]:
    return [anchor_of(event.type, member) for member in event.members]


def _key(entity: Entity) -> str:
    """Return what a decision calls an entity: its id in the tables, else a form, for other ids change with the record."""
    return entity.forms[0] if entity.id.startswith(OWN_PREFIX) else entity.id


def tellings(event: Event, keys: Iterable[str]) -> list[Member]:
    """Return tellings of an event by their keys, their articles' ids, or the first digits of their articles' digests.

    Raises:
        InputError: no telling goes by a key, or several do.
    """
    found = []
    for key in keys:
        meant = [each for each in event.members if key in {each.key, each.article_id}] or [
            each for each in event.members if each.article.startswith(key)
        ]
        if len(meant) != 1:
            count = "none" if not meant else str(len(meant))
            raise InputError(f"{key} is {count} of the tellings of {event.id}")
        found += meant
    return found
