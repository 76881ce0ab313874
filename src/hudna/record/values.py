"""The values that people set: how they are written in a decision, and what they become in a telling or an event."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any, Final

from hudna.model import (
    Act,
    Actor,
    ConductKind,
    ContactKind,
    ContactStatus,
    Decision,
    Event,
    IncidentKind,
    InputError,
    MeasureKind,
    MeasureStatus,
    Member,
    Mode,
    Outcome,
    PledgeKind,
    RecordType,
)
from hudna.record.names import plain_form

ACTORS: Final = "actors"
DAYS: Final = "days"
_OPEN: Final = ".."
_CLOSED: Final[Mapping[str, Mapping[RecordType, type[Enum]]]] = {
    "kind": {
        RecordType.CONTACT: ContactKind,
        RecordType.MEASURE: MeasureKind,
        RecordType.INCIDENT: IncidentKind,
        RecordType.CONDUCT: ConductKind,
        RecordType.PLEDGE: PledgeKind,
        RecordType.STATEMENT: Act,
    },
    "status": {
        RecordType.CONTACT: ContactStatus,
        RecordType.MEASURE: MeasureStatus,
        RecordType.STATEMENT: Mode,
    },
    "outcome": {RecordType.CONTACT: Outcome},
}
_TEXTS: Final = ("place", "process", "round")
EVENT_FIELDS: Final = ("kind", "status", "outcome", DAYS, *_TEXTS, ACTORS)
TELLING_FIELDS: Final = (*EVENT_FIELDS, "what")


def fields_of(record: RecordType, *, of_telling: bool = False) -> tuple[str, ...]:
    """Return the fields of an event of a type that people can set, or of one telling of it."""
    fields = TELLING_FIELDS if of_telling else EVENT_FIELDS
    return tuple(each for each in fields if each not in _CLOSED or record in _CLOSED[each])


def choices_of(record: RecordType, field: str) -> tuple[str, ...]:
    """Return the values a field of a type can have, none where they are free."""
    return tuple(each.value for each in _CLOSED[field][record]) if field in _CLOSED else ()


def check_value(record: RecordType, field: str, value: str, fields: Iterable[str]) -> None:
    """Do nothing where a record of this type may have such a value in a field.

    Raises:
        InputError: there is no such field, or the value is none for it; the text names what there is.
    """
    known = [each for each in fields if each not in _CLOSED or record in _CLOSED[each]]
    if field not in known:
        raise InputError(f"a {record} has no {field}; there are {', '.join(known)}")
    if field in _CLOSED:
        allowed = [each.value for each in _CLOSED[field][record]]
        if value not in allowed and (value or field == "kind"):
            raise InputError(f"a {record} has no {field} {value or '(empty)'}; there are {', '.join(allowed)}")
    elif field == DAYS:
        parse_days(value)
    elif field == ACTORS:
        parse_names(value)


def check_written(field: str, value: str) -> None:
    """Do nothing where a value can be laid over a telling or an event.

    Raises:
        InputError: it can't.
    """
    if field not in TELLING_FIELDS:
        raise InputError(f"no field {field}")
    if field == DAYS:
        parse_days(value)
    elif field == ACTORS:
        parse_names(value)


def changes_of(field: str, value: str, ids: Mapping[str, str]) -> dict[str, Any]:
    """Return what a value changes in a telling or event, by the names of its fields; ``ids`` as in ``Entities``.

    Raises:
        InputError: the value is none for this field.
    """
    if field == DAYS:
        earliest, latest = parse_days(value)
        return {"earliest": earliest, "latest": latest}
    if field == ACTORS:
        return {ACTORS: tuple(Actor(ids[entity or plain_form(label)], label) for label, entity in parse_names(value))}
    return {field: value if field == "what" else value or None}


def value_of(thing: Member | Event, field: str) -> str:
    """Return the value of a field as a decision writes it, empty where there is none."""
    if field == DAYS:
        return write_days(thing.earliest, thing.latest)
    if field == ACTORS:
        return write_names((actor.label, actor.entity) for actor in thing.actors)
    return getattr(thing, field) or ""


def write_days(earliest: dt.date | None, latest: dt.date | None) -> str:
    """Return days as ISO writes them: one day, or an interval with ``..`` for an open end; empty where none is known."""
    if earliest is None and latest is None:
        return ""
    ends = [_OPEN if end is None else end.isoformat()[: len("YYYY-MM-DD")] for end in (earliest, latest)]
    return ends[0] if ends[0] == ends[1] else "/".join(ends)


def parse_days(value: str) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and last day written by ``write_days``.

    Raises:
        InputError: the value is no day or interval.
    """
    first, slash, last = value.partition("/")
    try:
        earliest, latest = _day(first), _day(last if slash else first)
    except ValueError:
        raise InputError(f"{value} is no day; write YYYY-MM-DD, or two with / between and .. for an open end") from None
    if earliest is not None and latest is not None and latest < earliest:
        raise InputError(f"{value} ends before it begins")
    return earliest, latest


def _day(written: str) -> dt.date | None:
    return None if written in {"", _OPEN} else dt.date.fromisoformat(written)


def write_names(named: Iterable[tuple[str, str | None]]) -> str:
    """Return labels with their entities' ids (None where no table knows them) as a decision writes them."""
    return json.dumps([list(each) for each in named], ensure_ascii=False)


def parse_names(value: str) -> list[tuple[str, str | None]]:
    """Return labels and ids written by ``write_names``.

    Raises:
        InputError: the value holds something else, or a name without letters.
    """
    try:
        named = [(label, entity) for label, entity in json.loads(value or "[]")]
    except (ValueError, TypeError):
        raise InputError(f"{value} is no list of names") from None
    if not all(isinstance(label, str) and plain_form(label) for label, _ in named):
        raise InputError("a name is empty")
    return named


def names_in(decision: Decision) -> list[tuple[str, str | None]]:
    """Return the labels and ids that a decision brings into the record."""
    if decision.field != ACTORS or decision.withdrawn_at is not None:
        return []
    return parse_names(decision.value or "")
