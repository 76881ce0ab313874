"""The fields of an article as JSON, checked one by one."""

import json
from collections.abc import Collection, Mapping
from typing import Any, Final

from hudna.intake.known import Known
from hudna.intake.published import NOT_UNDERSTOOD, parse_published
from hudna.intake.refusal import Refusal, RefusalCode
from hudna.model import Genre, PublishedBasis

FIELDS: Final = ("id", "source", "url", "title", "published", "author", "language", "genre")
_SHOWN_CHARS: Final = 60


def parse_object(text: str, path: str, line: int | None) -> Mapping[str, Any] | Refusal:
    """Return the JSON object a text holds, or why it holds none."""
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        return Refusal(path, line, RefusalCode.NOT_JSON, f"{error.msg}, column {error.colno}")
    except ValueError:  # a number of thousands of digits
        return Refusal(path, line, RefusalCode.NOT_JSON, "a number too long to read")
    except RecursionError:
        return Refusal(path, line, RefusalCode.NOT_JSON, "nested too deeply")
    if not isinstance(value, dict):
        return Refusal(path, line, RefusalCode.NOT_AN_OBJECT)
    return value


def parse_fields(
    values: Mapping[str, Any], path: str, line: int | None, *, besides: Collection[str] = ()
) -> tuple[Known, list[Refusal]] | Refusal:
    """Return what the fields say with the warnings they deserve, or the refusal of a wrong one.

    A null or an empty string says nothing. ``besides`` are fields that the caller reads itself.
    """
    said: dict[str, str] = {}
    warnings = []
    for name, value in values.items():
        if name in besides:
            continue
        if name not in FIELDS:
            warnings.append(Refusal(path, line, RefusalCode.UNKNOWN_FIELD, shown(name)))
        elif value is not None and not isinstance(value, str):
            return Refusal(path, line, RefusalCode.WRONG_TYPE, f"{name} is {json_type(value)}")
        elif value:
            said[name] = value
    genre = said.pop("genre", None)
    if genre is not None and genre not in frozenset(Genre):
        return Refusal(path, line, RefusalCode.UNKNOWN_GENRE, f"{shown(genre)}; known: {', '.join(Genre)}")
    published = None
    if (printed := said.pop("published", None)) is not None:
        published = parse_published(printed, PublishedBasis.GIVEN)
        if published is NOT_UNDERSTOOD:
            warnings.append(Refusal(path, line, RefusalCode.PUBLISHED_NOT_UNDERSTOOD, shown(printed)))
    return Known(**said, published=published, genre=Genre(genre) if genre else None), warnings


def shown(value: str) -> str:
    """Return a value quoted, cut to what fits a message."""
    return json.dumps(value if len(value) <= _SHOWN_CHARS else value[:_SHOWN_CHARS] + "...", ensure_ascii=False)


def json_type(value: Any) -> str:
    """Return what JSON calls the type of a value."""
    names = {bool: "a boolean", int: "a number", float: "a number", list: "an array", dict: "an object"}
    return "null" if value is None else names.get(type(value), "a string")
