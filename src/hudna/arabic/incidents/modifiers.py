"""The adjectives and weapons right behind a noun of force: heavy Israeli air raids."""

from typing import Final

from hudna.arabic.incidents.adjectives import group_at
from hudna.arabic.incidents.extents import is_march
from hudna.arabic.incidents.parties import state_party
from hudna.arabic.incidents.roles import Roles
from hudna.arabic.incidents.words import Noun, any_of, markers, words
from hudna.arabic.scene import Scene, state_of
from hudna.model import WORD, IncidentKind, Match, Name, Party

_FROM_AFAR: Final = frozenset({IncidentKind.AIR_STRIKE, IncidentKind.SHELLING, IncidentKind.MISSILE_OR_DRONE})

_OF_PEOPLE: Final = ("ان", "ون", "ين")


def modifiers(scene: Scene, place: int, limit: int, roles: Roles) -> int:
    """Read the adjectives and the weapons right behind a noun, and return the token after them."""
    known = any_of("air", "rocket", "shell", "bomb", "chemical", "gun", "ground", "mutual", "verbal")
    first = place
    while place < limit:
        token = scene.tokens[place]
        name = scene.chart.name_at(place)
        if name is not None and name.kind == "nationality" and _qualifies(scene, name, place):
            if roles.actor is None:
                roles.actor = _adjective(scene, name)
            elif place > first and is_nation(scene, place - 1) and (other := _adjective(scene, name)) is not None:
                _join(scene, first - 1, roles, other)
            place = name.end
        elif name is None and token.folded[0] == "و" and _is_second(scene, place):
            roles.taken.add(place)
            place += 1
        elif (
            name is None
            and token.kind is WORD
            and token.folded.removeprefix("و") in known
            and not _is_platform(scene, place)
        ):
            roles.means.append(token.folded.removeprefix("و"))
            place += 1
        elif name is None and token.kind is WORD and _adjectival(scene, place):
            place += 1
        elif name is None and (group := group_at(scene, place)) is not None:
            roles.actor = roles.actor or group
            place += 1
        else:
            return place
        roles.end = max(roles.end, place)
    return place


def _qualifies(scene: Scene, name: Match[Name], place: int) -> bool:
    """Return whether the adjective of a land qualifies the deed: bare, or joined to another one: American and French raids."""
    if not scene.chart.glued(name):
        return not scene.words[place].endswith(_OF_PEOPLE)  # two Palestinians
    return scene.chart.glued(name) == "و" and is_nation(scene, place - 1)


def is_nation(scene: Scene, place: int) -> bool:
    """Return whether an adjective of a state stands at a token."""
    name = scene.chart.name_at(place)
    return name is not None and name.kind == "nationality"


def _is_second(scene: Scene, place: int) -> bool:
    """Return whether a joined noun tells a second means of the same deed: heavy shelling and raids."""
    noun = words().get(scene.words[place])
    return isinstance(noun, Noun) and noun.cut == 1 and not noun.front and noun.kind in _FROM_AFAR


def _is_platform(scene: Scene, place: int) -> bool:
    return scene.words[place] in markers()["platform"] or is_march(scene, place)


def _adjective(scene: Scene, name: Match[Name]) -> Party | None:
    """Return the state an adjective names; none for what is no state: western, Arab."""
    return state_party(scene, name) if state_of(name) is not None else None


def _join(scene: Scene, noun: int, roles: Roles, other: Party) -> None:
    """Read a second land beside the first: of a raid both did it together, of clashes they are the two sides."""
    one, deed = roles.actor, words().get(scene.words[noun])
    if one is None or one.span.end > other.span.start or one.span.start < scene.tokens[noun].start:
        return
    if not isinstance(deed, Noun) or deed.kind is not IncidentKind.CLASH:
        roles.actor = Party(one.span.until(other.span), f"{one.label} و{other.label}")
    elif roles.target is None:
        roles.target, roles.mutual = other, True


def _adjectival(scene: Scene, place: int) -> bool:
    return scene.words[place] in markers()["deed-adjective"]
