"""The members of a group that a clause behind it names: envoys of the states, namely X, Y and Z."""

from typing import Final

from hudna.arabic.contacts.side import Side
from hudna.arabic.contacts.sides import read_sides
from hudna.arabic.contacts.words import markers
from hudna.arabic.scene import Scene
from hudna.text.letters import COMMAS

MAX_LIST_REACH: Final = 12
_GROUPS: Final = frozenset({"persons", "bodies", "office"})
_SEVERAL: Final = 2


def with_listed(scene: Scene, sides: tuple[Side, ...]) -> tuple[Side, ...]:
    """Return the sides, a group without a name as those whom "they are" lists right behind it."""
    if not any(_is_group(side) for side in sides):
        return sides
    return tuple(each for side in sides for each in (_listed(scene, side) if _is_group(side) else [side]))


def _is_group(side: Side) -> bool:
    return side.who.entity is None and side.level in _GROUPS and side.end > side.first


def _listed(scene: Scene, side: Side) -> list[Side]:
    limit = scene.sentence_at(side.first).end
    for place in range(side.end, min(limit, side.end + MAX_LIST_REACH)):
        if scene.words[place] in markers()["namely"] and scene.words[place - 1] in COMMAS:
            found, _ = read_sides(scene, place + 1, limit, places=True)
            return found if len(found) >= _SEVERAL else [side]
    return [side]
