"""Frozen classes made fast are what those of the standard library are."""

import dataclasses
import pickle
from dataclasses import field

import pytest

from hudna.model.frozen import dataclass, replace


@dataclass(frozen=True, slots=True)
class Positional:
    """Fields by place, with defaults of both sorts."""

    first: int
    second: str = "two"
    third: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Fields by name, in any order."""

    first: int = 1
    second: str


def test_fields_are_set_by_place_and_by_name():
    """Defaults stand where nothing is given, and a factory makes a new one each time."""
    assert Positional(1, "two", []) == Positional(first=1)
    assert Positional(1).third is not Positional(1).third
    assert Named(second="b") == Named(first=1, second="b")


def test_nothing_can_be_changed():
    """A field cannot be set once the object is made."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        Positional(1).first = 2
    with pytest.raises(dataclasses.FrozenInstanceError):
        replace(Named(second="b"), second="c").second = "d"


def test_a_missing_or_unknown_field_is_refused():
    """As by any other call."""
    with pytest.raises(TypeError):
        Positional()
    with pytest.raises(TypeError):
        Named("b")
    with pytest.raises(TypeError):
        replace(Positional(1), fourth=4)


def test_they_are_of_their_own_class():
    """They compare, hash, print, pickle and change as others do."""
    value = Named(second="b")
    assert Named is type(value)
    assert hash(Named(second="b")) == hash(value)
    assert "Named(first=1, second='b')" == repr(value)
    assert value == pickle.loads(pickle.dumps(value))
    assert dataclasses.replace(value, first=2) == replace(value, first=2) == Named(first=2, second="b")
