"""What a record says, value by value, each with the words it stands on: found by the record's own fields."""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from hudna.export.words import Words, listed
from hudna.model import Breach, Measure, Name, Participant, Party, Place, Position, Reading, Span, When
from hudna.model.records import Accusation, Order, Toll
from hudna.web.marks import Record, records_by_layer

_UNSAID: Final = frozenset({"id", "sure", "rule", "evidence", "statuses", "denies", "restates", "attributed_to"})
_ENUM_SECTIONS: Final = ("outcome", "directness", "manner", "mode", "polarity", "role", "attendance")
_LABEL: Final = frozenset({"unsaid", "positive", "said", False})


@dataclass(frozen=True, slots=True)
class Said:
    """A value in words and the spans it stands on, none where it follows from the rest; ``entity`` if it is somebody."""

    text: str
    spans: tuple[Span, ...]
    because: str = ""
    entity: str | None = None
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A field of a record, by the name it has in the format, and what it holds."""

    field: str
    said: tuple[Said, ...]


def find_record(reading: Reading, key: str) -> tuple[Record, Position | None] | None:
    """Return a record of a reading by its id, with the position meant where the key names one (``m1.2``)."""
    name, _, number = key.partition(".")
    for _, records in records_by_layer(reading):
        for record in records:
            if record.id == name:
                if isinstance(record, Measure) and number.isdigit() and 0 < int(number) <= len(record.statuses):
                    return record, record.statuses[int(number) - 1]
                return record, None
    return None


def facts_of(reading: Reading, key: str, words: Words) -> tuple[Fact, ...]:
    """Return what a record says in the words of a language; nothing where the reading has no such record."""
    found = find_record(reading, key)
    if found is None:
        return ()
    record, position = found
    teller = _Teller(reading, words, record)
    facts = list(teller.facts(record, record.evidence))
    if position is not None:
        facts += teller.facts(position, position.evidence)
    return tuple(fact for fact in facts if fact.said)


class _Teller:
    """Says the values of one record."""

    def __init__(self, reading: Reading, words: Words, record: Record) -> None:
        self._article = reading.article
        self._words = words
        self._kind = str(getattr(record, "kind", ""))

    def facts(self, holder: Record | Position, evidence: tuple[Span, ...]) -> Iterator[Fact]:
        for field in dataclasses.fields(holder):
            if field.name not in _UNSAID:
                value = getattr(holder, field.name)
                yield Fact(field.name, tuple(self._said(field.name, value, evidence)))

    def _said(self, field: str, value: Any, evidence: tuple[Span, ...]) -> Iterator[Said]:
        if value is None or value in _LABEL or value == "":
            return
        if isinstance(value, Span):
            yield Said(self._quote(value), (value,), quoted=True)
        elif isinstance(value, tuple):
            for each in value:
                yield from self._said(field, each, evidence)
        elif isinstance(value, Enum):
            yield Said(self._enum(field, value), evidence)
        elif isinstance(value, When):
            spans = (value.span,) if value.span else ()
            days = self._words.days(*(_day(each) for each in (value.earliest, value.latest)))
            yield Said(days, spans, self._words.because(value.because))
        elif field == "process":
            yield Said(self._words("process", value), evidence)
        elif isinstance(value, str | int):
            yield Said(self._words("fact", "yes") if value is True else str(value), evidence)
        else:
            yield self._object(value)

    def _object(self, value: Any) -> Said:
        if isinstance(value, Party | Participant | Place | Name):
            more = [self._enum(key, getattr(value, key)) for key in ("role", "attendance") if getattr(value, key, None)]
            more += [str(value.count)] if isinstance(value, Participant) and value.count else []
            text = f"{value.label} ({listed(more)})" if more else value.label
            return Said(text, (value.span,), entity=getattr(value, "entity", None))
        if isinstance(value, Toll):
            text = f"{self._words('toll', value.outcome)}: {self._quote(value.words)}"
            return Said(text + (f" ({value.said_by.label})" if value.said_by else ""), (value.words,))
        if isinstance(value, Accusation):
            return Said(
                self._words("fact", "accuses", accuser=value.accuser.label, accused=value.accused.label),
                (value.accuser.span, value.accused.span),
            )
        if isinstance(value, Breach):
            said_by = f" ({value.said_by.label})" if value.said_by else ""
            return Said(value.what + said_by, (value.said_by.span,) if value.said_by else ())
        if isinstance(value, Order):
            told = [(key, each) for key, each in (("before", value.before), ("after", value.after)) if each]
            parts = [
                (self._words("fact", key), self._quote(each) if isinstance(each, Span) else each) for key, each in told
            ]
            spans = tuple(each for _, each in told if isinstance(each, Span))
            return Said(" ".join(f"{name} {words}" for name, words in parts), spans)
        return Said(str(value), ())

    def _enum(self, field: str, value: Enum) -> str:
        if field == "status":
            return self._words.status(str(value.value), self._kind)
        return self._words(field if field in _ENUM_SECTIONS or field == "act" else "kind", str(value.value))

    def _quote(self, span: Span) -> str:
        return " ".join(self._article.words(span).split())


def _day(day: dt.date | None) -> dt.date | None:
    return day.date() if isinstance(day, dt.datetime) else day
