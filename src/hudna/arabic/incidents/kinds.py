"""The kind of an attack, made more exact by the words around it: by air, with rockets, a car bomb, gas."""

from collections.abc import Iterable
from typing import Final

from hudna.arabic.incidents.words import markers
from hudna.model import IncidentKind

_FINER: Final = (
    ("chemical", IncidentKind.CHEMICAL),
    ("air", IncidentKind.AIR_STRIKE),
    ("bomb", IncidentKind.BOMBING),
    ("rocket", IncidentKind.MISSILE_OR_DRONE),
    ("shell", IncidentKind.SHELLING),
    ("gun", IncidentKind.SMALL_ARMS),
    ("ground", IncidentKind.GROUND_ATTACK),
)
_OPEN: Final = frozenset({IncidentKind.OTHER, IncidentKind.GROUND_ATTACK})
_FROM_AFAR: Final = frozenset({IncidentKind.CHEMICAL, IncidentKind.AIR_STRIKE, IncidentKind.MISSILE_OR_DRONE})


def finer(kind: IncidentKind, words: Iterable[str]) -> IncidentKind:
    """Return the kind that the words around a word of force give it; unchanged where they say nothing of the means."""
    told = {word.removeprefix("و") for word in words} | set(words)
    if kind in _OPEN and {"بري", "بريه", "بريا", "البري", "البريه"} & told:
        return IncidentKind.GROUND_ATTACK
    kinds = markers()
    if kind in _OPEN and kinds["drone"] & told and (kinds["air"] & told) <= kinds["aircraft"]:
        return IncidentKind.MISSILE_OR_DRONE  # drones; a raid by one is a raid
    for name, exact in _FINER:
        if told.isdisjoint(kinds[name]):
            continue
        if exact is IncidentKind.CHEMICAL and kind is not IncidentKind.CLASH:
            return exact
        if kind in _OPEN:
            if exact is IncidentKind.GROUND_ATTACK and kind is not IncidentKind.OTHER:
                continue
            return exact
        if kind is IncidentKind.SHELLING and exact in _FROM_AFAR:
            return exact
    if kind is IncidentKind.BOMBING and not told.isdisjoint(kinds["riot-gas"]):
        return IncidentKind.OTHER
    return kind
