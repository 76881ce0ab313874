"""Frozen dataclasses that are made as fast as others.

What ``dataclasses`` makes of ``frozen=True`` sets every field by a call, which takes five times as long as setting it; a
reading makes thousands. Here a new object is open until its fields are set: it belongs to a twin of its class with the
same slots, and is given its own class last.
"""

from dataclasses import MISSING, Field, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

__all__ = ["dataclass", "replace"]

if TYPE_CHECKING:  # a type checker needs to know no more than these
    from dataclasses import dataclass, replace
else:
    from dataclasses import dataclass as _dataclass

    T = TypeVar("T")

    def dataclass(*, frozen: bool, slots: bool, kw_only: bool = False) -> Any:
        """Return ``dataclasses.dataclass`` for frozen classes with slots."""
        make = _dataclass(frozen=frozen, slots=slots, kw_only=kw_only, init=False)
        return lambda cls: _open_while_made(make(cls))

    def replace(value: T, /, **changes: Any) -> T:
        """Return ``dataclasses.replace`` for such classes."""
        frozen = value.__class__
        made = (_COPIES.get(frozen) or _copy_of(frozen))(value)
        try:
            for name, changed in changes.items():
                setattr(made, name, changed)
        except AttributeError:
            raise TypeError(f"{frozen.__name__} has no field {name!r}") from None
        made.__class__ = frozen
        return made


_COPIES: dict[Any, Any] = {}  # what makes an open copy of an object, by its class, once it was asked for


def _open_while_made(cls: Any) -> Any:
    twin = type(cls.__name__, (), {"__slots__": cls.__slots__})
    names: dict[str, Any] = {"thaw": object.__setattr__, "Twin": twin, "Frozen": cls, "MISSING": MISSING}
    heads, lines = [], ['thaw(self, "__class__", Twin)']
    for field in sorted(fields(cls), key=attrgetter("kw_only")):
        heads += ["*"] if field.kw_only and "*" not in heads else []
        head, value = _head(field, names)
        heads.append(head)
        lines.append(f"self.{field.name} = {value}")
    source = f"def __init__(self, {', '.join(heads)}):\n    " + "\n    ".join([*lines, "self.__class__ = Frozen"])
    exec(source, names)  # noqa: S102 (as dataclasses does; it holds nothing but the field names of our own classes)
    cls.__init__ = names["__init__"]
    cls._twin = twin
    return cls


def _head(field: Field[Any], names: dict[str, Any]) -> tuple[str, str]:
    """Return a field's parameter and what it is set to; defaults are put into ``names``."""
    name = field.name
    if field.default_factory is not MISSING:
        names[f"make_{name}"] = field.default_factory
        return f"{name}=MISSING", f"make_{name}() if {name} is MISSING else {name}"
    if field.default is not MISSING:
        names[f"default_{name}"] = field.default
        return f"{name}=default_{name}", name
    return name, name


def _copy_of(cls: Any) -> Any:
    """Return what makes a copy of an object of a class that is still open."""
    known = {"thaw": object.__setattr__, "new": object.__new__, "Frozen": cls, "Twin": cls._twin}
    lines = [f"self.{field.name} = value.{field.name}" for field in fields(cls)]
    source = "\n    ".join(
        ["def copy(value):", "self = new(Frozen)", "thaw(self, '__class__', Twin)", *lines, "return self"]
    )
    exec(source, known)  # noqa: S102 (as above)
    copy = _COPIES[cls] = known["copy"]
    return copy
