"""Frozen dataclasses that are made as fast as others.

What ``dataclasses`` makes of ``frozen=True`` sets every field by a call, which takes five times as long as setting it; a
reading makes thousands. Here a new object is open until its fields are set: it belongs to a twin of its class with the
same slots, and is given its own class last.
"""

from dataclasses import MISSING, Field, fields
from functools import cache
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
        places, values_of, make = _copier(value.__class__)
        values = list(values_of(value))
        for name, changed in changes.items():
            if name not in places:
                raise TypeError(f"{value.__class__.__name__} has no field {name!r}")
            values[places[name]] = changed
        return make(values)


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


@cache
def _copier(cls: Any) -> tuple[dict[str, int], Any, Any]:
    """Return the places of a class's fields, what gives an object's values, and what makes an object of values."""
    names = [field.name for field in fields(cls)]
    known = {"thaw": object.__setattr__, "new": object.__new__, "Frozen": cls, "Twin": cls._twin}
    slots = ", ".join(f"self.{name}" for name in names)
    source = (
        "def make(values):\n    self = new(Frozen)\n    thaw(self, '__class__', Twin)\n"
        f"    ({slots},) = values\n    self.__class__ = Frozen\n    return self"
    )
    exec(source, known)  # noqa: S102 (as above)
    values_of = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)
    return {name: place for place, name in enumerate(names)}, values_of, known["make"]
