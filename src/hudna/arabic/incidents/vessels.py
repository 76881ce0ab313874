"""Ships that are seized at sea: X held a tanker, took hold of a cargo ship."""

from typing import Final

from hudna.arabic.incidents.around import armed_doer
from hudna.arabic.incidents.draft import Draft
from hudna.arabic.incidents.things import counted_at, thing_at
from hudna.arabic.incidents.weapons import make
from hudna.arabic.incidents.words import Tense, Verb, markers
from hudna.arabic.scene import Scene
from hudna.model import IncidentKind, Sentence, SentenceKind

_SEIZING: Final = frozenset({"detain", "kidnap", "kidnap-2", "stop", "intercept", "confiscate", "seize", "control"})
_ON: Final = "علي"


def read_vessel(scene: Scene, place: int, verb: Verb, sentence: Sentence) -> Draft | None:
    """Return the seizing of a ship that a verb tells, None where it has another object or nobody is told to have done it."""
    if verb.id not in _SEIZING or verb.owner:
        return None
    if verb.tense is not Tense.PERFECT and sentence.kind is not SentenceKind.TITLE:
        return None
    limit = scene.clause(place, sentence)[1]
    found = armed_doer(scene, place, limit, sentence)
    if found is None:
        return None
    actor, at = found
    at += at < limit and scene.words[at] == _ON
    ship = thing_at(scene, at, limit) or counted_at(scene, at, limit)
    if ship is None or markers()["vessel"].isdisjoint(scene.words[ship.first : ship.end]):
        return None
    return make(scene, place, verb, IncidentKind.ABDUCTION_OR_ARREST, actor.party, ship.party, ship.end, sentence)
