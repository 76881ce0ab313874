"""The use of chemical arms, told by a noun or a verb."""

from typing import Final

from hudna.arabic.incidents.around import force_before
from hudna.arabic.incidents.draft import Draft
from hudna.arabic.incidents.owners import charged
from hudna.arabic.incidents.parties import force_at
from hudna.arabic.incidents.roles import Roles, draft_of
from hudna.arabic.incidents.weapons import Found, make
from hudna.arabic.incidents.words import Noun, Tense, Verb, markers
from hudna.arabic.scene import Scene
from hudna.model import IncidentKind, Sentence

MAX_ALLEGED: Final = 4


def use_of(scene: Scene, place: int, noun: Noun, sentence: Sentence) -> Draft | None:
    """Return the use of chemical arms that a noun tells, with the side in construct with it; None of other uses."""
    limit = min(sentence.end, place + 8)
    arms = next((p for p in range(place + 1, limit) if scene.words[p] in markers()["chemical"]), None)
    if arms is None:
        return None
    roles = Roles(end=arms + 1)
    force = force_at(scene, place + 1, arms)
    if not markers()["alleged"].isdisjoint(scene.words[max(sentence.first, place - MAX_ALLEGED) : place]):
        pass  # what is only alleged was done by nobody yet
    elif force is not None and force.armed:
        roles.actor = force.party
    elif noun.front == "ب":
        roles.actor = charged(scene, place, sentence)
    return draft_of(scene, place, noun, IncidentKind.CHEMICAL, roles, scene.clause(place, sentence), sentence)


def read_use(scene: Scene, place: int, verb: Verb, limit: int, sentence: Sentence) -> Found:
    """Read "X used chemical arms"."""
    end = min(limit, place + 9)
    arms = next((p for p in range(place + 1, end) if scene.words[p] in markers()["chemical"]), None)
    if arms is None or verb.tense is not Tense.PERFECT:
        return [], set()
    actor = force_at(scene, place + 1, limit) or force_before(scene, place, sentence)
    by = actor.party if actor is not None and actor.armed else None
    return [make(scene, place, verb, IncidentKind.CHEMICAL, by, None, arms + 1, sentence)], set()
