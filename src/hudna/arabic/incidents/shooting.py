"""What is fired and by whom, told by the noun of firing: the firing of rockets at X, a gunman's firing of shots."""

from typing import Final

from hudna.arabic.incidents.parties import force_at
from hudna.arabic.incidents.things import thing_at
from hudna.arabic.incidents.words import Noun, words
from hudna.arabic.scene import Scene
from hudna.model import IncidentKind, Party

MAX_FIRED: Final = 11


def fired(scene: Scene, place: int, limit: int) -> IncidentKind:
    """Return the kind of what is fired: rockets, shells, bullets; shooting of which nothing more is told has none."""
    if scene.words[place + 1] in {"نار", "الرصاص", "رصاص"}:
        return IncidentKind.SMALL_ARMS
    for token in scene.tokens[place + 1 : min(limit, place + MAX_FIRED)]:
        found = words().get(token.folded)
        if token.folded in {"الرصاص", "رصاص"}:
            return IncidentKind.SMALL_ARMS
        if isinstance(found, Noun) and found.frame == "weapon" and found.id != "bullets":
            return found.kind or IncidentKind.OTHER
    return IncidentKind.OTHER if scene.words[place + 1] == "النار" else IncidentKind.SMALL_ARMS


def firing(scene: Scene, place: int, limit: int) -> Party | None:
    """Return who stands between "firing" and what is fired: a gunman's firing of shots."""
    force = force_at(scene, place + 1, limit) if place + 1 < limit else None
    force = force or (thing_at(scene, place + 1, limit) if place + 1 < limit else None)
    if force is None or force.end >= limit:
        return None
    fired = words().get(scene.words[force.end])
    return force.party if isinstance(fired, Noun) and fired.frame == "weapon" else None


def shoots(scene: Scene, place: int, limit: int) -> bool:
    """Return whether "firing" has a weapon for its object, and not a statement or a project; a truce is no firing."""
    following = (words().get(word) for word in scene.words[place + 1 : min(limit, place + MAX_FIRED)])
    return any(isinstance(noun, Noun) and noun.frame == "weapon" for noun in following)


def is_fired(scene: Scene, place: int, limit: int) -> bool:
    """Return whether a weapon stands at a token, behind what qualifies who fires it: X, backed by Y, firing missiles."""
    noun = words().get(scene.words[place]) if place < limit else None
    return isinstance(noun, Noun) and noun.frame == "weapon" and not noun.front
