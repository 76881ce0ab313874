"""The way back from the public JSON form of a reading; ``wire`` writes it."""

import datetime as dt
import json
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from typing import Any, Final

from hudna.model.article import Article
from hudna.model.errors import InputError
from hudna.model.reading import FORMAT_VERSION, Reading
from hudna.model.records import Party, Problem
from hudna.model.shape import ARTICLE_KEYS, LISTS, has_span, item_of, members_of
from hudna.model.span import Field, Span
from hudna.model.time import Because, Published, When

Decode = Callable[[Any], Any]


def from_line(line: str) -> Reading:
    """Return the reading a line was made from, without derivations; keys not known are passed over.

    Raises:
        InputError: the line is no reading, or one of a later format.
    """
    try:
        return decode(json.loads(line))
    except json.JSONDecodeError as error:
        raise InputError(f"not JSON: {error}") from error


def decode(value: Any) -> Reading:
    """Return the reading that JSON values stand for.

    Raises:
        InputError: the values are no reading, or one of a later format.
    """
    try:
        version = value["format_version"]
        if version > FORMAT_VERSION:
            raise InputError(f"format {version} is newer than this program, which reads up to {FORMAT_VERSION}")
        return _decode_reading(value)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError(f"not a reading: {type(error).__name__} {error}") from error


def published_from_line(line: str) -> Published:
    """Return the publication day that a line of ``published_to_line`` stands for."""
    found: Published = _decoder(Published)(json.loads(line))
    return found


def _decoder_for(hint: Any) -> Decode | None:
    """Return what turns JSON values back into a value of this type, None where they are the same."""
    item = item_of(hint)
    if item is not None:
        inner = _decoder_for(item)
        return tuple if inner is None else lambda values: tuple([inner(value) for value in values])
    if hint is Span:
        return _decode_span
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if isinstance(hint, type) and issubclass(hint, dt.date):
        return _decode_day
    if hint == str | Span:
        return lambda value: value if isinstance(value, str) else _decode_span(value)
    if hint in {str, int, float, bool}:
        return None
    return _decoder(hint)


@cache
def _decoder(cls: type) -> Decode:
    special = _SPECIAL.get(cls)
    if special is not None:
        return special
    table = tuple((member.key, _decoder_for(member.type)) for member in members_of(cls))
    spanned = has_span(cls)

    def decode_object(value: Mapping[str, Any]) -> Any:
        found = {"span": _decode_span(value)} if spanned else {}
        for key, decoder in table:
            if key in value:
                each = value[key]
                found[key] = each if decoder is None or each is None else decoder(each)
        return cls(**found)

    return decode_object


def _decode_span(value: Mapping[str, Any]) -> Span:
    return Span(value["start"], value["end"], Field(value.get("in", "text")))


def _decode_day(value: str) -> dt.date:
    return dt.datetime.fromisoformat(value) if "T" in value else dt.date.fromisoformat(value)


def _decode_because(value: Mapping[str, Any]) -> Because:
    return Because(value["code"], tuple(value["args"].items()))


def _decode_when(value: Mapping[str, Any]) -> When:
    earliest, latest = value["earliest"], value["latest"]
    return When(
        earliest and _decode_day(earliest),
        latest and _decode_day(latest),
        _decode_span(value) if value.get("start") is not None else None,
        _decode_because(value["because"]),
    )


def _decode_problem(value: Mapping[str, Any]) -> Problem:
    span = None if value["start"] is None else _decode_span(value)
    return Problem(value["code"], span, value["detail"])


def _decode_reading(value: Mapping[str, Any]) -> Reading:
    described = value["article"]
    found = {key: described[key] for key in ARTICLE_KEYS}
    found["genre"] = _field_decoder(Article, "genre")(found["genre"])
    article = Article(**found, text=value["text"], published=_decoder(Published)(described["published"]))
    lists = {key: _field_decoder(Reading, key)(value[key]) for key in LISTS if key in value}
    return Reading(
        reader=_field_decoder(Reading, "reader")(value["reader"]),
        article=article,
        credits=tuple(_decoder(Party)(party) for party in described["credits"]),
        litter=tuple(_decode_span(span) for span in value["litter"]),
        **lists,
    )


def _unchanged(value: Any) -> Any:
    return value


@cache
def _field_decoder(cls: type, key: str) -> Decode:
    hint = next(member.type for member in members_of(cls) if member.key == key)
    decoder = _decoder_for(hint)
    return decoder if decoder is not None else _unchanged


_SPECIAL: Final[Mapping[type, Decode]] = {
    Because: _decode_because,
    When: _decode_when,
    Problem: _decode_problem,
}
