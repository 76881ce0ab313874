"""Which keys a model class has in the public JSON form, read off its dataclass fields.

``wire`` and ``schema`` both follow this table, so that what is printed and what is promised can't drift apart.
"""

import dataclasses
import types
import typing
from collections.abc import Mapping
from functools import cache
from typing import Any, Final, NamedTuple

from hudna.model.records import Order, Participant, Party, Place
from hudna.model.span import Span

ARTICLE_KEYS: Final = ("id", "source", "url", "title", "author", "language", "genre", "digest")
LISTS: Final = ("names", "dates", "statements", "contacts", "measures", "incidents", "conduct", "pledges", "problems")
_RESOLVED: Final = frozenset({"side", "implied", "candidates"})
_LEFT_OUT_WHEN_NONE: Final[Mapping[type, frozenset[str]]] = {
    Party: _RESOLVED,
    Participant: _RESOLVED,
    Place: frozenset({"latitude", "longitude"}),
    Order: frozenset({"before", "after"}),
}


class Member(NamedTuple):
    """A field of a class: its key, its type without None, whether None may stand for it, whether None is printed."""

    key: str
    type: Any
    nullable: bool
    printed_when_none: bool


@cache
def members_of(cls: type) -> tuple[Member, ...]:
    """Return the printed fields of a dataclass in order; a field ``span`` of type ``Span`` is inlined, see ``has_span``."""
    hints = typing.get_type_hints(cls)
    left_out = _LEFT_OUT_WHEN_NONE.get(cls, frozenset())
    found = []
    for field in dataclasses.fields(cls):
        hint = hints[field.name]
        if field.name == "span" and hint is Span:
            continue
        alternatives = alternatives_of(hint)
        plain = tuple(each for each in alternatives if each is not types.NoneType)
        kind = plain[0] if len(plain) == 1 else typing.Union[plain]  # noqa: UP007 (built at run time)
        found.append(Member(field.name, kind, len(plain) < len(alternatives), field.name not in left_out))
    return tuple(found)


@cache
def has_span(cls: type) -> bool:
    """Return whether the class is printed as a span with more keys."""
    return typing.get_type_hints(cls).get("span") is Span


def alternatives_of(hint: Any) -> tuple[Any, ...]:
    """Return the members of a union, or the type itself."""
    if typing.get_origin(hint) in {typing.Union, types.UnionType}:
        return typing.get_args(hint)
    return (hint,)


def item_of(hint: Any) -> Any | None:
    """Return ``X`` of ``tuple[X, ...]``, None for any other type."""
    return typing.get_args(hint)[0] if typing.get_origin(hint) is tuple else None
