"""The record as JSON: events and entities with their members, differences and reasons."""

import dataclasses
import datetime as dt
import json
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any

from hudna.model import Because, Entity, Event, Field, Span


def to_values(value: Any) -> Any:
    """Return a value of the record as JSON values, by the rules of the public format."""
    if isinstance(value, Span):
        found: dict[str, Any] = {"start": value.start, "end": value.end}
        return found if value.field is Field.TEXT else found | {"in": value.field.value}
    if isinstance(value, Because):
        return {"code": value.code, "args": dict(value.args)}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        keys = {field.name: to_values(getattr(value, field.name)) for field in dataclasses.fields(value)}
        return {**keys.pop("span"), **keys} if "span" in keys else keys
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {key: to_values(each) for key, each in value._asdict().items()}
    if isinstance(value, tuple | list):
        return [to_values(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, dt.date) else value


def export_jsonl(things: Iterable[object]) -> Iterator[str]:
    """Yield one line of JSON for each value of the record: an event, an entity, a decision, an outcome."""
    for thing in things:
        yield json.dumps(to_values(thing), ensure_ascii=False, separators=(",", ":"))


def export_json(things: Iterable[Event | Entity]) -> Iterator[str]:
    """Yield the lines of one JSON list, an event or entity a line."""
    yield from as_list(export_jsonl(things))


def as_list(values: Iterable[str]) -> Iterator[str]:
    """Yield JSON values as the lines of one JSON list, a value a line."""
    before = "["
    for value in values:
        yield before + value
        before = ","
    yield "]" if before == "," else "[]"
