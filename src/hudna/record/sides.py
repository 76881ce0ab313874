"""Whose people and bodies somebody belongs to, so that a minister at a table is his state's seat taken."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from hudna.arabic.names.tables import labels
from hudna.model import Actor
from hudna.processes import load_processes
from hudna.record.names import plain_form

_PERSON: Final = "person"
_OFFICIAL: Final = frozenset({"state_organ", "army", "ministry", "parliament", "delegation"})
_STATE: Final = "state:"

Sides = Mapping[str, frozenset[str]]


def sides_of(actors: Iterable[Actor]) -> Sides:
    """Return the sides that actors stand for, each with the people named of it.

    A person or official body of the tables stands for its state; where a process knows several sides of one state,
    everybody stands for himself, as do those whom no table knows.
    """
    found: dict[str, set[str]] = {}
    for actor in actors:
        people = found.setdefault(side_of(actor.entity), set())
        if _is_person(actor.entity):
            people.add(actor.entity)
    return {side: frozenset(people) for side, people in found.items()}


def is_called(actor: Actor, party: str) -> bool:
    """Return whether an actor or its side goes by an id, or the actor by a part of its label."""
    return party in {actor.entity, side_of(actor.entity)} or plain_form(party) in plain_form(actor.label)


@cache
def side_of(entity: str) -> str:
    """Return the id of the side that an entity stands for: a state's, or its own."""
    kind, _, name = entity.partition(":")
    if kind == "nationality":
        return _STATE + name.removesuffix("-adj")
    if kind == "place":
        return _capitals().get(name, entity)
    row = labels().get(entity)
    if row is None or kind not in {_PERSON, "body"}:
        return entity
    country = row["country"].casefold()
    official = kind == _PERSON or row["class"] in _OFFICIAL
    return _STATE + country if official and country and country not in _divided() else entity


def shared_sides(ours: Sides, theirs: Sides) -> tuple[str, ...]:
    """Return the sides present in both, sorted; not where both name people of it and nobody is named by both."""
    return tuple(
        sorted(
            side
            for side in ours.keys() & theirs.keys()
            if not (ours[side] and theirs[side] and ours[side].isdisjoint(theirs[side]))
        )
    )


@cache
def _divided() -> frozenset[str]:
    """Return the states of which a process knows more sides than one."""
    found: set[str] = set()
    for process in load_processes():
        if len({member.side for member in process.members if member.side}) > 1:
            found.update(process.states)
    return frozenset(found)


@cache
def _capitals() -> Mapping[str, str]:
    """Return the states by their capitals' ids: a capital that acts is its state's government."""
    return {
        row["capital"]: key
        for key, row in labels().items()
        if key.startswith(_STATE) and row["capital"] and row.id not in _divided()
    }


def _is_person(entity: str) -> bool:
    return entity.startswith(f"{_PERSON}:")
