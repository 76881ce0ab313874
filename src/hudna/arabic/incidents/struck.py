"""A deed or a weapon that is the subject of a verb of hitting: a raid of X targeted Y, a bomb struck Y, rockets hit Y."""

from typing import Final

from hudna.arabic.incidents.around import skip_adjuncts
from hudna.arabic.incidents.by_noun import platform_words
from hudna.arabic.incidents.draft import Draft
from hudna.arabic.incidents.kinds import finer
from hudna.arabic.incidents.modifiers import modifiers
from hudna.arabic.incidents.parties import force_at
from hudna.arabic.incidents.roles import Roles, draft_of
from hudna.arabic.incidents.things import counted_at, thing_at
from hudna.arabic.incidents.words import Noun, Tense, Verb, any_of, markers, words
from hudna.arabic.scene import Scene
from hudna.arabic.speech.cues import markers as speech_markers
from hudna.model import WORD, IncidentKind, Sentence, SentenceKind

MAX_WEAPON: Final = 5
MAX_QUALITIES: Final = 3
Struck = tuple[list[Draft], set[int]]


def read_struck(scene: Scene, verb: int, limit: int, sentence: Sentence) -> Struck | None:
    """Return the deed or weapon that is the subject right behind a verb of hitting, with what it hit."""
    place = skip_adjuncts(scene, verb + 1, limit)
    place += place + 1 < limit and scene.words[place] in any_of("latest", "which-of")
    if place + 2 < limit and scene.words[place] in markers()["group"] and scene.words[place + 1] == "من":
        place += 2  # a series of raids hit Y
    noun = words().get(scene.words[place]) if place < limit else None
    if not isinstance(noun, Noun) or noun.front or scene.chart.name_at(place) is not None:
        return None
    if noun.frame not in {"act", "weapon"} or noun.id == "bullets":
        return None
    roles = Roles(asserted=True, taken={verb}, end=place + 1)
    position = modifiers(scene, place + 1, limit, roles)
    force = force_at(scene, position, limit)
    if force is not None and force.armed and (position == place + 1 or scene.words[position].startswith("ل")):
        roles.actor = roles.actor or force.party
        position = modifiers(scene, force.end, limit, roles)
    position = _past_relative(scene, position, limit, roles)
    if noun.frame == "weapon":
        position = _past_qualities(scene, position, limit)
    return _hitting(scene, place, noun, position, roles, (verb, limit), sentence)


def read_struck_by(scene: Scene, verb: int, word: Verb, limit: int, sentence: Sentence) -> Struck | None:
    """Return what a weapon named right before a verb of hitting hit: several rockets hit the airport."""
    if word.tense is not Tense.PERFECT and sentence.kind is not SentenceKind.TITLE:
        return None
    for place in range(verb - 1, max(sentence.first - 1, verb - MAX_WEAPON), -1):
        token = scene.tokens[place]
        noun = words().get(token.folded)
        free = scene.chart.name_at(place) is None
        if free and isinstance(noun, Noun) and noun.frame == "weapon" and not noun.front and noun.id != "bullets":
            roles = Roles(asserted=True, taken={verb}, end=verb + 1)
            modifiers(scene, place + 1, verb, roles)
            return _hitting(scene, place, noun, verb + 1, roles, (verb, limit), sentence)
        if (
            token.kind is not WORD
            or (free and noun is not None)
            or token.folded in markers()["thing-stop"] - {"قد", "كانت"}
        ):
            return None
    return None


def _hitting(
    scene: Scene, place: int, noun: Noun, position: int, roles: Roles, clause: tuple[int, int], sentence: Sentence
) -> Struck | None:
    """Return the deed that a noun and what it hit behind ``position`` tell."""
    start = skip_adjuncts(scene, position, clause[1])
    thing = thing_at(scene, start, clause[1]) or counted_at(scene, start, clause[1])
    if thing is None:
        return None
    roles.target, roles.end = thing.party, thing.end
    near = [*roles.means, *platform_words(scene, roles)]
    kind = noun.kind or IncidentKind.OTHER
    kind = finer(kind, near) if noun.frame == "act" else kind
    return [draft_of(scene, place, noun, kind, roles, scene.clause(place, sentence), sentence)], {
        clause[0],
        place,
        *roles.taken,
    }


def _past_relative(scene: Scene, place: int, limit: int, roles: Roles) -> int:
    """Return the token behind who carried a deed out, told by a relative clause: the strikes that X carried out hit Y."""
    at = place + (place < limit and scene.words[place] in speech_markers()["relative"])
    verb = words().get(scene.words[at]) if at < limit else None
    if not isinstance(verb, Verb) or not verb.owner or verb.frame not in {"light", "plant"}:
        return place
    force = force_at(scene, at + 1, limit)
    if force is None:
        return place
    roles.actor = roles.actor or force.party
    roles.taken.add(at)
    if force.end + 1 < limit and scene.words[force.end] == "مع":
        allied = force_at(scene, force.end + 1, limit)
        return allied.end if allied is not None else force.end
    return force.end


def _past_qualities(scene: Scene, place: int, limit: int) -> int:
    """Return the token behind words that only qualify a weapon: of unknown origin, guided."""
    for _ in range(MAX_QUALITIES):
        if place + 1 >= limit or scene.words[place] not in markers()["weapon-quality"]:
            return place
        place += 1
    return place
