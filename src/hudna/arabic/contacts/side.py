"""A participant as it is read, before it is put into a record."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from hudna.arabic.names.tables import labels
from hudna.model import Participant, Party, Role
from hudna.model.frozen import replace

_LEVELS: Final = {"state": "state", "place": "state", "body": "body"}
PERSON_LEVEL: Final = frozenset({"person", "office", "persons", "pair"})


class Side(NamedTuple):
    """A participant as read, over tokens ``first`` to ``end``; ``level`` is the kind of phrase it is, ``country`` a lower-case code."""

    first: int
    end: int
    level: str
    who: Participant
    country: str | None = None


def side_of_party(party: Party, place: int) -> Side:
    """Return a party that the clause leaves out as a side."""
    who = Participant(party.span, party.label, party.entity, party.side, True, party.candidates)
    row = labels().get(party.entity or "")
    return Side(place, place, _LEVELS.get(row.kind, "person") if row is not None else "person", who)


def with_role(sides: Sequence[Side], role: Role) -> list[Side]:
    """Return sides with a role."""
    return [side._replace(who=replace(side.who, role=role)) for side in sides]


def country_of(entity: str | None) -> str | None:
    """Return the country of a person, body or state the tables know."""
    if entity is None:
        return None
    if entity.startswith("state:"):
        return entity.removeprefix("state:")
    row = labels().get(entity)
    return row["country"].lower() or None if row is not None else None
