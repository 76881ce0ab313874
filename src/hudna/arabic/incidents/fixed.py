"""Deeds that a verb tells with one object only: set fire to a village, broke into the airspace, cut the road, laid an ambush for."""

from collections.abc import Mapping
from typing import Final

from hudna.arabic.incidents.around import force_before, skip_adjuncts
from hudna.arabic.incidents.parties import Force, force_at
from hudna.arabic.incidents.things import thing_at
from hudna.arabic.incidents.weapons import Found, make
from hudna.arabic.incidents.words import Tense, Verb, markers
from hudna.arabic.scene import Scene
from hudna.model import IncidentKind, Sentence, SentenceKind

FIXED: Final = frozenset({"fire-to", "airspace", "lifeline", "ambush"})
"""The frames of such verbs: each is the class of markers that its object is one of."""
_BEFORE_HIT: Final[Mapping[str, str]] = {
    "fire-to": "في",
    "ambush": "",
}  # what stands before what is hit, or is glued to it
_GLUED: Final = ("ب", "ل")


def read_fixed(scene: Scene, place: int, verb: Verb, limit: int, sentence: Sentence) -> Found:
    """Read a verb of ``FIXED`` with the side that did it and its object; nothing where it has another object."""
    if verb.owner or (verb.tense is not Tense.PERFECT and sentence.kind is not SentenceKind.TITLE):
        return [], set()
    actor = force_at(scene, place + 1, limit) or force_before(scene, place, sentence)
    if actor is None or not actor.armed:
        return [], set()
    at = skip_adjuncts(scene, actor.end if actor.first > place else place + 1, limit)
    if at >= limit or scene.words[at] not in markers()[verb.frame]:
        return [], set()
    hit = thing_at(scene, at, limit) if verb.frame == "lifeline" else _hit_behind(scene, verb.frame, at + 1, limit)
    if verb.frame in _BEFORE_HIT and hit is None:
        return [], set()
    end = hit.end if hit is not None else at + 1
    kind = verb.kind or IncidentKind.OTHER
    return [make(scene, place, verb, kind, actor.party, hit.party if hit is not None else None, end, sentence)], {
        place,
        at,
    }


def _hit_behind(scene: Scene, frame: str, place: int, limit: int) -> Force | None:
    """Return what fire was set to, or for whom an ambush was laid."""
    if frame not in _BEFORE_HIT or place >= limit:
        return None
    word = scene.words[place]
    if word and word == _BEFORE_HIT[frame]:
        return thing_at(scene, place + 1, limit)
    return thing_at(scene, place, limit) if word.startswith(_GLUED) else None
