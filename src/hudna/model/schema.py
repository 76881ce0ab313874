"""The JSON Schema of a reading, from the same dataclasses that are printed."""

import datetime as dt
from collections.abc import Mapping
from enum import Enum
from typing import Any, Final

from hudna.model.article import Article
from hudna.model.reading import FORMAT_VERSION, Reading
from hudna.model.records import Party, Problem
from hudna.model.shape import ARTICLE_KEYS, LISTS, alternatives_of, has_span, item_of, members_of
from hudna.model.span import Span
from hudna.model.time import Because, Published, When

_OFFSET: Final = {"type": "integer", "minimum": 0}
_TITLE: Final = {"const": "title", "description": "where the words stand, if not in the text"}
_SPAN: Final[Mapping[str, Any]] = {"start": _OFFSET, "end": _OFFSET, "text": {"type": "string"}, "in": _TITLE}
_DAY: Final = {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T.*)?$"}
_PLAIN: Final[Mapping[Any, str]] = {str: "string", int: "integer", float: "number", bool: "boolean"}


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of one line of ``hudna read --format jsonl``.

    Keys not named are allowed everywhere, since a later version of the program may add some.
    """
    definitions: dict[str, Any] = {}
    hints = {member.key: member.type for member in members_of(Reading)}
    properties: dict[str, Any] = {
        "format_version": {"const": FORMAT_VERSION},
        "reader": _schema_of(hints["reader"], definitions),
        "article": _article(definitions),
        "text": {"type": "string"},
        "litter": {"type": "array", "items": _schema_of(Span, definitions)},
    }
    for key in LISTS:
        properties[key] = _schema_of(hints[key], definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Reading",
        "description": "What one reader found in one article; offsets count Unicode code points, half-open.",
        **_object(properties),
        "$defs": dict(sorted(definitions.items())),
    }


def _article(definitions: dict[str, Any]) -> dict[str, Any]:
    members = {member.key: member for member in members_of(Article)}
    properties = {}
    for key in ARTICLE_KEYS:
        member = members[key]
        properties[key] = _nullable(_schema_of(member.type, definitions), nullable=member.nullable)
    properties["credits"] = {"type": "array", "items": _schema_of(Party, definitions)}
    properties["published"] = _schema_of(Published, definitions)
    return _object(properties)


def _schema_of(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    item = item_of(hint)
    if item is not None:
        return {"type": "array", "items": _schema_of(item, definitions)}
    alternatives = alternatives_of(hint)
    if len(alternatives) > 1:
        return {"anyOf": [_schema_of(each, definitions) for each in alternatives]}
    if hint in _PLAIN:
        return {"type": _PLAIN[hint]}
    if issubclass(hint, Enum):
        return {"type": "string", "enum": [each.value for each in hint]}
    if issubclass(hint, dt.date):
        return _DAY
    if hint.__name__ not in definitions:
        definitions[hint.__name__] = {}  # stands here already when a class names itself
        definitions[hint.__name__] = _definition(hint, definitions)
    return {"$ref": f"#/$defs/{hint.__name__}"}


def _definition(cls: type, definitions: dict[str, Any]) -> dict[str, Any]:
    if cls in _SPECIAL:
        return _SPECIAL[cls]
    properties: dict[str, Any] = dict(_SPAN) if has_span(cls) else {}
    left_out = {"in"}
    for member in members_of(cls):
        nullable = member.nullable and member.printed_when_none
        properties[member.key] = _nullable(_schema_of(member.type, definitions), nullable=nullable)
        if not member.printed_when_none:
            left_out.add(member.key)
    return _object(properties, left_out=left_out, description=(cls.__doc__ or "").split(";")[0].split("\n")[0])


def _object(
    properties: Mapping[str, Any], *, left_out: set[str] | frozenset[str] = frozenset(), description: str = ""
) -> dict[str, Any]:
    found: dict[str, Any] = {"type": "object", "properties": dict(properties)}
    found["required"] = [key for key in properties if key not in left_out]
    return {"description": description, **found} if description else found


def _nullable(found: dict[str, Any], *, nullable: bool = True) -> dict[str, Any]:
    if not nullable:
        return found
    if isinstance(found.get("type"), str) and "enum" not in found:
        return found | {"type": [found["type"], "null"]}
    return {"anyOf": [found, {"type": "null"}]}


_BECAUSE: Final = _object(
    {
        "code": {"type": "string"},
        "args": {"type": "object", "additionalProperties": {"type": "string"}},
    },
    description="Why a value was resolved as it was.",
)
_SPECIAL: Final[Mapping[type, dict[str, Any]]] = {
    Span: _object(_SPAN, left_out={"in"}, description="Characters of the text, or of the title."),
    Because: _BECAUSE,
    When: _object(
        {
            "earliest": _nullable(_DAY),
            "latest": _nullable(_DAY),
            "text": {"type": ["string", "null"]},
            "because": _BECAUSE,
            "start": _OFFSET,
            "end": _OFFSET,
            "in": _TITLE,
        },
        left_out={"start", "end", "in"},
        description="The days on which something may have taken place; null for an open end.",
    ),
    Problem: _object(
        {
            "code": {"type": "string"},
            "detail": {"type": "string"},
            "start": _nullable(_OFFSET),
            "end": _nullable(_OFFSET),
            "in": _TITLE,
        },
        left_out={"in"},
        description="Something that was not understood or does not fit.",
    ),
}
