"""Tellings and events as short lines of JSON and back: for a store's own use, not a public format.

A value is the list of its fields in their order. The digest of the article that most of it points to (its ``home``)
stands as 0. Each class gets one writer and one reader, made from its fields: a merge goes through every telling. What
stands before a line's last break is passed over.
"""

import dataclasses
import datetime as dt
import json
import types
import typing
from collections.abc import Callable, Collection
from enum import Enum
from functools import cache, lru_cache
from typing import Any, Final, TypeVar

from hudna.model import Event, Member, RecordType

Made = TypeVar("Made")
Write = Callable[[Any, str], Any]
Read = Callable[[Any, str], Any]
# The fields of a telling that neither its columns nor comparing it need: its words, and all they say one by one.
_IN_DETAIL: Final = frozenset({"answers", "because", "charges", "counts", "evidence", "said"})
_BY_WORDS: Final = frozenset({RecordType.INCIDENT, RecordType.MEASURE})  # compared by evidence and numbers as well
_WITH_WORDS: Final = _IN_DETAIL - {"counts", "evidence"}
FORM: Final = 5  # of the lines; one more whenever they are written otherwise
_BREAK: Final = "\n"
write_values: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
read_values: Final = json.JSONDecoder().decode


def to_kept(value: object, home: str) -> str:
    """Return a dataclass of the record as a line."""
    cls: Any = type(value)
    return write_values(_writer(cls)(value, home))


def from_kept(cls: type[Made], line: str, home: str) -> Made:
    """Return what a line was made of by this version of the program."""
    kind: Any = cls
    made: Made = _reader(kind)(read_values(line[line.rfind(_BREAK) + 1 :]), home)
    return made


def outline_of(record: RecordType, line: str, home: str) -> Member:
    """Return a telling as by ``from_kept`` without the words and single things that comparing it does not need."""
    without = _WITH_WORDS if record in _BY_WORDS else _IN_DETAIL
    outline: Member = _reader(Member, without)(read_values(line[line.rfind(_BREAK) + 1 :]), home)
    return outline


def keys_of_members(line: str) -> list[tuple[str, str]]:
    """Return the articles and records of the tellings of an event that is kept as a line, in their order."""
    return [(article, record) for article, record in picked_of_members(line, "article", "record")]


def picked(cls: Any, line: str, *names: str) -> list[Any]:
    """Return single fields of what a line was made of, as they are written."""
    return picked_of(cls, read_values(line[line.rfind(_BREAK) + 1 :]), *names)


def made_of(cls: type[Made], values: Any, home: str) -> Made | None:
    """Return what a field that was ``picked`` was made of, None where it holds nothing."""
    kind: Any = cls
    made: Made | None = None if values is None else _reader(kind)(values, home)
    return made


def picked_of_members(line: str, *names: str) -> list[list[Any]]:
    """Return single fields of the tellings of an event that is kept as a line, as they are written."""
    [members] = picked(Event, line, "members")
    return [picked_of(Member, member, *names) for member in members]


def picked_of(cls: Any, values: list[Any], *names: str) -> list[Any]:
    """Return single fields of a field that was ``picked``."""
    places = _places(cls)
    return [values[places[name]] for name in names]


@cache
def _places(cls: Any) -> dict[str, int]:
    """Return where in its list each field of a class stands."""
    return {name: place for place, (name, _) in enumerate(_fields(cls))}


@cache
def _writer(cls: Any) -> Write:
    """Return what makes the list of a value's fields: one expression, which holds no more than their names."""
    known: dict[str, Any] = {}
    written = [_written(f"value.{name}", name, hint, known) for name, hint in _fields(cls)]
    made: Write = eval(f"lambda value, home: [{', '.join(written)}]", known)  # noqa: S307 (see above)
    return made


@cache
def _reader(cls: Any, without: Collection[str] = frozenset()) -> Read:
    """Return what makes a value of the list of its fields; those it is to be ``without`` are empty."""
    known: dict[str, Any] = {"cls": cls}
    read = []
    for place, (name, hint) in enumerate(_fields(cls)):
        if name not in without:
            read.append(f"{name}={_read(f'value[{place}]', name, hint, known)}")
        elif typing.get_origin(hint) is tuple:
            read.append(f"{name}=()")
    made: Read = eval(f"lambda value, home: cls({', '.join(read)})", known)  # noqa: S307 (see above)
    return made


@cache
def _fields(cls: Any) -> list[tuple[str, Any]]:
    hints = typing.get_type_hints(cls)
    names = [field.name for field in dataclasses.fields(cls)] if dataclasses.is_dataclass(cls) else cls._fields
    return [(name, hints[name]) for name in names]


def _written(value: str, name: str, hint: Any, known: dict[str, Any]) -> str:
    """Return the expression that writes a field; what it calls is put into ``known`` by name."""
    plain = _plain(hint)
    if typing.get_origin(plain) is tuple:
        items = typing.get_args(plain)
        if items[-1] is Ellipsis:
            item = _written("each", name, items[0], known)
            return f"[{item} for each in {value}]"
        return (
            f"[{', '.join(_written(f'{value}[{at}]', f'{name}_{at}', each, known) for at, each in enumerate(items))}]"
        )
    if plain is str:
        return f"(0 if {value} == home else {value})"
    if issubclass(plain, Enum):
        return f"(None if {value} is None else {value}._value_)"
    if issubclass(plain, dt.date):
        return f"(None if {value} is None else {value}.isoformat())"
    if plain in {int, float, bool}:
        return value
    known[f"write_{name}"] = _writer(plain)
    return f"(None if {value} is None else write_{name}({value}, home))"


def _read(value: str, name: str, hint: Any, known: dict[str, Any]) -> str:
    """Return the expression that reads a field; what it calls is put into ``known`` by name."""
    plain = _plain(hint)
    if typing.get_origin(plain) is tuple:
        items = typing.get_args(plain)
        if items[-1] is Ellipsis:
            item = _read("each", name, items[0], known)
            return f"(tuple([{item} for each in {value}]) if {value} else ())"
        return f"({', '.join(_read(f'{value}[{at}]', f'{name}_{at}', each, known) for at, each in enumerate(items))},)"
    if plain is str:
        return f"(home if {value} == 0 else {value})"
    if issubclass(plain, Enum):
        known[f"values_{name}"] = {None: None} | {each.value: each for each in plain}
        return f"values_{name}[{value}]"
    if issubclass(plain, dt.date):
        known["moment"] = _moment
        return f"(None if {value} is None else moment({value}))"
    if plain in {int, float, bool}:
        return value
    known[f"read_{name}"] = _reader(plain)
    return f"(None if {value} is None else read_{name}({value}, home))"


def _plain(hint: Any) -> Any:
    """Return a type without None."""
    if typing.get_origin(hint) in {typing.Union, types.UnionType}:
        return next(each for each in typing.get_args(hint) if each is not types.NoneType)
    return hint


@lru_cache(10_000)
def _moment(written: str) -> dt.date:
    return dt.datetime.fromisoformat(written) if "T" in written else dt.date.fromisoformat(written)
