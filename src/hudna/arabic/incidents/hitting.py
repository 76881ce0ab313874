"""Who does it to whom around a verb with an object: the army shelled the town, a tank shelled towards the village."""

from typing import Final

from hudna.arabic.incidents.around import force_before, skip_adjuncts
from hudna.arabic.incidents.glued import clitics_before
from hudna.arabic.incidents.heads import bare, owned
from hudna.arabic.incidents.means import past_mount
from hudna.arabic.incidents.modifiers import is_nation
from hudna.arabic.incidents.parties import Force, capital_at, force_at
from hudna.arabic.incidents.things import counted_at, counted_force, past_epithets, thing_at
from hudna.arabic.incidents.weapons import AGAINST, MAX_AHEAD
from hudna.arabic.incidents.words import Noun, Verb, actors, markers, words
from hudna.arabic.names.tables import capitals
from hudna.arabic.scene import Scene
from hudna.arabic.scene.words import markers as scene_markers
from hudna.model import Sentence

MAX_CAPITAL: Final = 4
_BY_WORDS: Final = "attack"  # one capital attacks another in what it says


def sides_of(
    scene: Scene, place: int, verb: Verb, limit: int, sentence: Sentence
) -> tuple[Force | None, Force | None, int]:
    """Return who does it to whom around a verb with an object, and the token after them."""
    before = force_before(scene, place, sentence) or _capital_before(scene, place, verb, sentence)
    start = skip_adjuncts(scene, place + 1, limit)
    after = force_at(scene, start, limit) or (counted_force(scene, start, limit) if not verb.owner else None)
    if verb.owner:
        if after is not None and after.armed:
            return after, None, after.end
        return before, None, place + 1
    if before is not None and before.armed and not verb.cut:
        thing = thing_at(scene, start, limit) or counted_at(scene, start, limit)
        return before, thing, thing.end if thing is not None else place + 1
    if after is not None and after.armed and not verb.several:
        after = _with_owner(scene, after, limit)
    if after is not None and after.armed and not verb.several:  # a verb before its subject is in the singular
        aside = _aside_end(scene, after.end, sentence)
        if aside is not None:
            limit = scene.clause(aside, sentence)[1]
        rest = past_epithets(scene, aside or _past_joined(scene, after.end, limit), limit)
        rest = skip_adjuncts(scene, past_mount(scene, rest, limit), limit)
        thing = _object_at(scene, rest, limit)
        if thing is None and rest + 1 < limit and scene.words[rest] in AGAINST:
            thing = thing_at(scene, rest + 1, limit)  # a tank shelled towards the village
        if thing is not None:
            return after, thing, thing.end
    thing = thing_at(scene, start, limit)
    return None, thing, thing.end if thing is not None else place + 1


def _capital_before(scene: Scene, place: int, verb: Verb, sentence: Sentence) -> Force | None:
    """Return the capital that stands for its state right before a verb: X said that Tel Aviv had shelled the airport."""
    if not verb.feminine or verb.cut or verb.owner or verb.id == _BY_WORDS:
        return None
    for first in range(place - 1, max(sentence.first - 1, place - MAX_CAPITAL), -1):
        name = scene.chart.name_at(first)
        if name is None or name.first != first or name.end != place or name.kind != "place":
            continue
        opens = first == sentence.first or scene.words[first - 1] in {"ان", "بان"}
        capital = (name.value.entity or "").removeprefix("place:") in capitals()
        return capital_at(scene, first, place) if opens and capital else None
    return None


def _with_owner(scene: Scene, force: Force, limit: int) -> Force:
    """Return machines with those whose they are, named behind others that "and" joins to them: the jets and guns of X."""
    end = _past_joined(scene, force.end, limit)
    if end == force.end or end >= limit or owned(force.party) is not None:
        return force
    name = scene.chart.name_at(end)
    owner = force_at(scene, end, limit) if name is not None and name.kind in {"body", "state"} else None
    return owner._replace(first=force.first, armed=True) if owner is not None else force


def _past_joined(scene: Scene, place: int, limit: int) -> int:
    """Return the token behind the guns and machines that "and" joins to those who hit: jets and the fire of artillery."""
    while place < limit and scene.words[place][0] == "و":
        weapon = words().get(scene.words[place])
        fire = isinstance(weapon, Noun) and weapon.frame == "weapon" and weapon.cut == 1
        if not fire and bare(scene.words[place]) not in actors()["machine"]:
            break
        place += 1
        place += fire and place < limit and bare(scene.words[place]) in actors()["machine"]
        while place < limit and (scene.words[place] in markers()["machine"] or is_nation(scene, place)):
            place += 1
        if place + 1 < limit and scene.words[place] in markers()["and-others"] and is_nation(scene, place + 1):
            place += 2  # and French ones
    return place


def _aside_end(scene: Scene, place: int, sentence: Sentence) -> int | None:
    """Return the token behind a source between commas: Israel, according to the agency, shelled."""
    if place + 1 >= sentence.end or scene.words[place] != "،":
        return None
    if scene.words[place + 1] not in scene_markers()["stop"]:
        return None
    end = min(sentence.end - 1, place + MAX_AHEAD)
    return next((at + 1 for at in range(place + 2, end) if scene.words[at] == "،"), None)


def _object_at(scene: Scene, place: int, limit: int) -> Force | None:
    if place < limit and scene.words[place].startswith(("ل", "ب", "و")) and clitics_before(scene, place):
        return None
    return thing_at(scene, place, limit) or counted_at(scene, place, limit)
