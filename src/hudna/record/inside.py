"""All values of a class inside a record, whatever holds them."""

import dataclasses
import typing
from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any, Final, TypeVar

from hudna.model.shape import alternatives_of, item_of

Wanted = TypeVar("Wanted")
Gather = Callable[[Any, list[Any]], None]
_PASSED_OVER: Final = frozenset({"cue"})  # which says how something is told, not what


def values_in(record: Any, wanted: type[Wanted]) -> list[Wanted]:
    """Return the values of a class inside a record, but for cues, in the order of its fields."""
    found: list[Wanted] = []
    cls: Any = type(record)
    kind: Any = wanted
    for gather in _gatherers(cls, kind):
        gather(record, found)
    return found


@cache
def _gatherers(cls: Any, wanted: Any) -> tuple[Gather, ...]:
    """Return what puts the values in an object of a class into a list, for each field that may hold any."""
    hints = typing.get_type_hints(cls)
    found = []
    for field in dataclasses.fields(cls):
        if field.name in _PASSED_OVER:
            continue
        item = item_of(hints[field.name])
        for kind in (item,) if item is not None else alternatives_of(hints[field.name]):
            gather = _gatherer(field.name, kind, wanted, is_list=item is not None)
            if gather is not None:
                found.append(gather)
    return tuple(found)


def _gatherer(name: str, kind: Any, wanted: Any, *, is_list: bool) -> Gather | None:
    """Return what gathers from one field, None where its values hold none."""
    value_of = attrgetter(name)
    if kind is wanted:
        if is_list:
            return lambda value, found: found.extend(value_of(value))
        return lambda value, found: found.append(each) if isinstance(each := value_of(value), wanted) else None
    inner = _gatherers(kind, wanted) if dataclasses.is_dataclass(kind) and isinstance(kind, type) else ()
    if not inner:
        return None

    def gather(value: Any, found: list[Any]) -> None:
        held = value_of(value)
        for each in held if is_list else (held,):
            if isinstance(each, kind):
                for one in inner:
                    one(each, found)

    return gather
