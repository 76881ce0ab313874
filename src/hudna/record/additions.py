"""Records that people add to what was read of an article, each a decision bound to words of the article."""

import dataclasses
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from hudna.model import (
    Act,
    Anchor,
    Article,
    Because,
    Conduct,
    ConductKind,
    Contact,
    ContactKind,
    ContactStatus,
    Decision,
    DecisionKind,
    Field,
    Incident,
    IncidentKind,
    InputError,
    Measure,
    MeasureKind,
    MeasureStatus,
    Mode,
    Outcome,
    Participant,
    Party,
    Place,
    Pledge,
    PledgeKind,
    Position,
    Reading,
    RecordType,
    Span,
    Statement,
    When,
)
from hudna.model.records import Manner
from hudna.record.values import ACTORS, DAYS, check_value, parse_days, parse_names

RECORD: Final = "record"  # the field that a decision of this kind sets
TOWARDS: Final = "towards"
_RULE: Final = "by hand: "
_ID: Final = "h"
_FIELDS: Final[Mapping[RecordType, tuple[str, ...]]] = {
    RecordType.CONTACT: ("kind", "status", "outcome", ACTORS, DAYS, "place"),
    RecordType.MEASURE: ("kind", "status", ACTORS, TOWARDS, DAYS, "place"),
    RecordType.INCIDENT: ("kind", ACTORS, TOWARDS, DAYS, "place"),
    RecordType.CONDUCT: ("kind", ACTORS, TOWARDS, DAYS),
    RecordType.PLEDGE: ("kind", ACTORS, TOWARDS, DAYS, "place"),
    RecordType.STATEMENT: ("kind", "status", ACTORS, DAYS, "place"),
}
_NEEDED: Final = ("kind", "status")
_NAMES: Final = frozenset({ACTORS, TOWARDS})
# How many parties a record has room for; the others have room for any number.
_ONE: Final = frozenset({(RecordType.INCIDENT, ACTORS), (RecordType.CONDUCT, ACTORS)}) | {
    (record, TOWARDS) for record in (RecordType.INCIDENT, RecordType.CONDUCT, RecordType.PLEDGE)
}
_SOMEBODY: Final = frozenset({RecordType.CONDUCT, RecordType.STATEMENT, RecordType.PLEDGE})


def fields_to_add(record: RecordType) -> tuple[str, ...]:
    """Return what can be said of a record of a type that is added by hand."""
    return _FIELDS[record]


def added_by(rule: str) -> str | None:
    """Return who added the record that a rule made, None where no person did."""
    return rule.removeprefix(_RULE) if rule.startswith(_RULE) else None


def added_keys(decision: Decision) -> tuple[str, ...]:
    """Return the keys that the telling of an added record may have."""
    return tuple(
        f"{anchor.article}/{_ID}{decision.number}{position}"
        for anchor in decision.left_anchors
        for position in ("", ".1")
    )


def write_added(values: Mapping[str, str]) -> str:
    """Return the values of an added record as a decision writes them, those that say nothing left out."""
    return json.dumps({key: value for key, value in values.items() if value}, ensure_ascii=False)


def parse_added(value: str) -> dict[str, str]:
    """Return the values written by ``write_added``.

    Raises:
        InputError: the value holds something else.
    """
    try:
        found = json.loads(value)
    except ValueError:
        raise InputError(f"{value} is no record") from None
    if not isinstance(found, dict) or not all(isinstance(each, str) for each in found.values()):
        raise InputError(f"{value} is no record")
    return found


def check_added(record: RecordType, values: Mapping[str, str]) -> None:
    """Do nothing where a record of this type can be added with such values.

    Raises:
        InputError: it can't; the text says what is wrong.
    """
    fields = _FIELDS[record]
    for field in dict.fromkeys((*(each for each in _NEEDED if each in fields), *values)):
        value = values.get(field, "")
        if field in _NAMES and field in fields:
            names = parse_names(value)
            if len(names) > 1 and (record, field) in _ONE:
                raise InputError(f"a {record} has one name at most in {field}")
        else:
            check_value(record, field, value, fields)
        if field in _NEEDED and not value:
            raise InputError(f"a {record} needs a {field}")
    if record in _SOMEBODY and not parse_names(values.get(ACTORS, "")):
        raise InputError(f"a {record} needs somebody in {ACTORS}")


def with_added(reading: Reading, decisions: Iterable[Decision]) -> Reading:
    """Return a reading with the records that people added to it behind its own.

    What was withdrawn, is of another article, or can't be understood, adds nothing.
    """
    made: dict[str, list[Any]] = {name: [] for name in _LISTS.values()}
    for decision in decisions:
        if decision.kind is not DecisionKind.ADDITION or decision.field != RECORD or decision.withdrawn_at is not None:
            continue
        for anchor in decision.left_anchors[:1]:
            if anchor.article == reading.article.digest:
                made[_LISTS[anchor.type]] += _made(reading.article, decision, anchor)
    changed: dict[str, Any] = {name: (*getattr(reading, name), *added) for name, added in made.items() if added}
    return dataclasses.replace(reading, **changed) if changed else reading


def _made(article: Article, decision: Decision, anchor: Anchor) -> list[Any]:
    """Return the record that a decision adds, none where it can't be understood."""
    spans = anchor.spans
    if not spans or any(not 0 <= span.start < span.end <= len(article.field(span.field)) for span in spans):
        return []
    try:
        values = parse_added(decision.value or "")
        check_added(anchor.type, values)
    except InputError:
        return []
    return [_MAKERS[anchor.type](_Stated(article, decision, anchor, values))]


class _Stated:
    """What somebody states of a record, as values of the model."""

    def __init__(self, article: Article, decision: Decision, anchor: Anchor, values: Mapping[str, str]) -> None:
        self._article = article
        self._values = values
        self.spans = anchor.spans
        self.by = decision.by
        self.common: dict[str, Any] = {
            "id": f"{_ID}{decision.number}",
            "sure": True,
            "rule": _RULE + decision.by,
            "evidence": anchor.spans,
        }

    def value(self, field: str) -> str:
        return self._values.get(field, "")

    @property
    def when(self) -> When | None:
        earliest, latest = parse_days(self.value(DAYS))
        if earliest is None and latest is None:
            return None
        return When(earliest, latest, None, Because("decided", (("by", self.by),)))

    @property
    def place(self) -> Place | None:
        label = self.value("place").strip()
        return Place(self._words_of(label) or self.spans[0], label) if label else None

    def parties(self, field: str) -> tuple[Party, ...]:
        found = []
        for label, entity in parse_names(self.value(field)):
            span = self._words_of(label)
            found.append(Party(span or self.spans[0], label, entity, implied=None if span else True))
        return tuple(found)

    def one(self, field: str) -> Party | None:
        return next(iter(self.parties(field)), None)

    def _words_of(self, label: str) -> Span | None:
        """Return where a name stands to the letter: in the words chosen, else first in the text."""
        for span in self.spans:
            place = self._article.words(span).find(label)
            if place >= 0:
                return Span(span.start + place, span.start + place + len(label), span.field)
        place = self._article.text.find(label)
        return Span(place, place + len(label), Field.TEXT) if place >= 0 else None


def _contact(stated: _Stated) -> Contact:
    return Contact(
        kind=ContactKind(stated.value("kind")),
        status=ContactStatus(stated.value("status")),
        outcome=Outcome(stated.value("outcome") or Outcome.UNSAID),
        participants=tuple(
            Participant(each.span, each.label, each.entity, implied=each.implied) for each in stated.parties(ACTORS)
        ),
        when=stated.when,
        place=stated.place,
        **stated.common,
    )


def _measure(stated: _Stated) -> Measure:
    position = Position(
        status=MeasureStatus(stated.value("status")),
        by=stated.parties(ACTORS),
        of=stated.parties(TOWARDS),
        when=stated.when,
        evidence=stated.spans,
    )
    kind = MeasureKind(stated.value("kind"))
    return Measure(kind=kind, place=stated.place, statuses=(position,), **stated.common)


def _incident(stated: _Stated) -> Incident:
    return Incident(
        kind=IncidentKind(stated.value("kind")),
        actor=stated.one(ACTORS),
        target=stated.one(TOWARDS),
        place=stated.place,
        when=stated.when,
        **stated.common,
    )


def _conduct(stated: _Stated) -> Conduct:
    [who] = stated.parties(ACTORS)
    kind = ConductKind(stated.value("kind"))
    return Conduct(kind=kind, who=who, towards=stated.one(TOWARDS), since=stated.when, **stated.common)


def _pledge(stated: _Stated) -> Pledge:
    return Pledge(
        kind=PledgeKind(stated.value("kind")),
        who=stated.parties(ACTORS),
        what=stated.spans[0],
        to_whom=stated.one(TOWARDS),
        due=stated.when,
        place=stated.place,
        **stated.common,
    )


def _statement(stated: _Stated) -> Statement:
    return Statement(
        speakers=stated.parties(ACTORS),
        cue=None,
        content=stated.spans,
        manner=Manner.INDIRECT,
        mode=Mode(stated.value("status")),
        act=Act(stated.value("kind")),
        when=stated.when,
        place=stated.place,
        **stated.common,
    )


_MAKERS: Final[Mapping[RecordType, Callable[[_Stated], Any]]] = {
    RecordType.CONTACT: _contact,
    RecordType.MEASURE: _measure,
    RecordType.INCIDENT: _incident,
    RecordType.CONDUCT: _conduct,
    RecordType.PLEDGE: _pledge,
    RecordType.STATEMENT: _statement,
}
_LISTS: Final[Mapping[RecordType, str]] = {
    RecordType.CONTACT: "contacts",
    RecordType.MEASURE: "measures",
    RecordType.INCIDENT: "incidents",
    RecordType.CONDUCT: "conduct",
    RecordType.PLEDGE: "pledges",
    RecordType.STATEMENT: "statements",
}
