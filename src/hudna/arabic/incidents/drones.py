"""Drones that are sent against somebody: X fired a drone at Y, launched dozens of drones on the town."""

from typing import Final

from hudna.arabic.incidents.around import armed_doer
from hudna.arabic.incidents.counts import amount_at
from hudna.arabic.incidents.things import thing_at
from hudna.arabic.incidents.weapons import AGAINST, MAX_AHEAD, Found, make
from hudna.arabic.incidents.words import Tense, Verb, markers
from hudna.arabic.scene import Scene
from hudna.model import IncidentKind, Sentence, SentenceKind

_LAUNCH: Final = "launch"
MAX_NAMED: Final = 4


def read_drones(scene: Scene, place: int, verb: Verb, limit: int, sentence: Sentence) -> Found:
    """Read "fired drones at" with who fired them; nothing where the verb has another object or nobody is told."""
    if (
        verb.id != _LAUNCH
        or verb.owner
        or (verb.tense is not Tense.PERFECT and sentence.kind is not SentenceKind.TITLE)
    ):
        return [], set()
    found = armed_doer(scene, place, limit, sentence)
    if found is None:
        return [], set()
    actor, start = found
    end = _drones_end(scene, start, limit)
    if end == start:
        return [], set()
    high = min(limit - 1, end + MAX_AHEAD)
    to = next((at for at in range(end, high) if scene.words[at] in AGAINST), None)
    hit = thing_at(scene, to + 1, limit) if to is not None else None
    if hit is None:
        return [], set()
    kind = IncidentKind.MISSILE_OR_DRONE
    return [make(scene, place, verb, kind, actor.party, hit.party, hit.end, sentence)], {place}


def _drones_end(scene: Scene, place: int, limit: int) -> int:
    """Return the token behind the drones named at a token: 30 drones, aircraft without a pilot; the token where none are."""
    amount = amount_at(scene.tokens, place, limit)
    start = amount.end if amount is not None else place
    for at in range(start, min(limit, start + MAX_NAMED)):
        if scene.words[at] in markers()["drone"]:
            return at + 1
        if scene.words[at] not in markers()["aircraft"] | markers()["machine"]:
            return place
    return place
