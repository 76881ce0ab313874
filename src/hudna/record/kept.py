"""Tellings and events as short lines of JSON and back: for a store's own use, not a public format.

A value is the list of its fields in their order. The digest of the article that most of it points to (its ``home``)
stands as 0.
"""

import dataclasses
import datetime as dt
import json
import types
import typing
from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import Any, TypeVar

Made = TypeVar("Made")
Write = Callable[[Any, str], Any]
Read = Callable[[Any, str], Any]


def to_kept(value: object, home: str) -> str:
    """Return a dataclass of the record as a line."""
    cls: Any = type(value)
    return json.dumps(_writer(cls)(value, home), ensure_ascii=False, separators=(",", ":"))


def from_kept(cls: type[Made], line: str, home: str) -> Made:
    """Return what a line was made of by this version of the program."""
    kind: Any = cls
    made: Made = _reader(kind)(json.loads(line), home)
    return made


@cache
def _writer(cls: type) -> Write:
    fields = tuple((name, _write_of(hint)) for name, hint in _fields(cls))
    return lambda value, home: [write(getattr(value, name), home) for name, write in fields]


@cache
def _reader(cls: Any) -> Read:
    readers = tuple((name, _read_of(hint)) for name, hint in _fields(cls))
    names = tuple(name for name, _ in readers)
    reads = tuple(read for _, read in readers)
    if issubclass(cls, tuple):
        return lambda value, home: cls(*[read(each, home) for read, each in zip(reads, value, strict=True)])
    return lambda value, home: cls(
        **{name: read(each, home) for name, read, each in zip(names, reads, value, strict=True)}
    )


def _fields(cls: Any) -> list[tuple[str, Any]]:
    hints = typing.get_type_hints(cls)
    names = [field.name for field in dataclasses.fields(cls)] if dataclasses.is_dataclass(cls) else cls._fields
    return [(name, hints[name]) for name in names]


def _write_of(hint: Any) -> Write:
    plain = _plain(hint)
    if typing.get_origin(plain) is tuple:
        inner = [_write_of(each) for each in typing.get_args(plain) if each is not Ellipsis]
        if typing.get_args(plain)[-1] is Ellipsis:
            item = inner[0]
            return lambda value, home: [item(each, home) for each in value]
        return lambda value, home: [write(each, home) for write, each in zip(inner, value, strict=True)]
    if plain is str:
        return lambda value, home: 0 if value == home else value
    if issubclass(plain, Enum):
        return lambda value, _: None if value is None else value.value
    if issubclass(plain, dt.date):
        return lambda value, _: None if value is None else value.isoformat()
    if plain in {int, float, bool}:
        return lambda value, _: value
    write = _writer(plain)
    return lambda value, home: None if value is None else write(value, home)


def _read_of(hint: Any) -> Read:
    plain = _plain(hint)
    if typing.get_origin(plain) is tuple:
        inner = [_read_of(each) for each in typing.get_args(plain) if each is not Ellipsis]
        if typing.get_args(plain)[-1] is Ellipsis:
            item = inner[0]
            return lambda value, home: tuple([item(each, home) for each in value])
        return lambda value, home: tuple([read(each, home) for read, each in zip(inner, value, strict=True)])
    if plain is str:
        return lambda value, home: home if value == 0 else value
    if issubclass(plain, Enum):
        return lambda value, _: None if value is None else plain(value)
    if issubclass(plain, dt.date):
        return lambda value, _: None if value is None else _moment(value)
    if plain in {int, float, bool}:
        return lambda value, _: value
    read = _reader(plain)
    return lambda value, home: None if value is None else read(value, home)


def _plain(hint: Any) -> Any:
    """Return a type without None."""
    if typing.get_origin(hint) in {typing.Union, types.UnionType}:
        return next(each for each in typing.get_args(hint) if each is not types.NoneType)
    return hint


def _moment(written: str) -> dt.date:
    return dt.datetime.fromisoformat(written) if "T" in written else dt.date.fromisoformat(written)
