"""Who blames whom for a deed told before: X holds Y responsible, the raid that X laid to Y, X charged Y with being behind it."""

from typing import Final

from hudna.arabic.incidents.around import force_before
from hudna.arabic.incidents.draft import Draft
from hudna.arabic.incidents.parties import Force, force_at
from hudna.arabic.incidents.words import any_of, markers
from hudna.arabic.scene import Scene
from hudna.model import Accusation, IncidentKind, Party, Sentence
from hudna.model.frozen import replace

MAX_BLAME: Final = 18
MAX_LAID: Final = 9
MAX_NAMES: Final = 4
MAX_SENTENCES: Final = 3
_NOT_BLAMED: Final = frozenset(
    {
        IncidentKind.ABDUCTION_OR_ARREST,
        IncidentKind.CLASH,
        IncidentKind.MOVEMENT,
        IncidentKind.OBSTRUCTION,
        IncidentKind.TERRITORY_TAKEN,
    }
)


def with_blame(scene: Scene, sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Return the incidents, the last of them with whom this sentence blames for it, if nobody is told to have done it."""
    number = next((at for at in range(len(drafts) - 1, -1, -1) if drafts[at].kind not in _NOT_BLAMED), None)
    if number is None or sentence.index - drafts[number].sentence > MAX_SENTENCES:
        return drafts
    deed = drafts[number]
    charge = _charge(scene, sentence) if deed.actor is None and not deed.accusations else None
    if charge is None or (
        deed.target is not None and deed.target.entity and deed.target.entity == charge.accused.entity
    ):
        return drafts
    place = None if deed.place is not None and deed.place.label == charge.accused.label else deed.place
    return [*drafts[:number], replace(deed, accusations=(charge,), place=place), *drafts[number + 1 :]]


def _charge(scene: Scene, sentence: Sentence) -> Accusation | None:
    for place in range(sentence.first + 1, sentence.end - 1):
        word = scene.words[place]
        if word in markers()["responsible"]:
            found = _held_responsible(scene, place, sentence)
        elif word in markers()["laid-to"]:
            found = _laid_to(scene, place, sentence)
        elif word in any_of("behind-it", "doing-it"):
            found = _behind_it(scene, place, sentence)
        else:
            continue
        if found is not None:
            return found
    return None


def _held_responsible(scene: Scene, place: int, sentence: Sentence) -> Accusation | None:
    """Return the charge of "X holds Y responsible": the first side behind the verb that is not its subject."""
    low = max(sentence.first, place - MAX_BLAME)
    verb = next((at for at in range(place - 1, low - 1, -1) if scene.words[at] in markers()["holding"]), None)
    if verb is None:
        return None
    first = _party_at(scene, verb + 1, place)
    second = _party_at(scene, first.end, place) if first is not None else None
    if first is None:
        return None
    if second is not None:
        return Accusation(accuser=first.party, accused=second.party)
    before = force_before(scene, verb, sentence)
    told = scene.told_in(scene.tokens[place].start, scene.tokens[place].field)
    accuser = before.party if before is not None else next(iter(told.value.speakers), None) if told else None
    return Accusation(accuser=accuser, accused=first.party) if accuser is not None else None


def _laid_to(scene: Scene, place: int, sentence: Sentence) -> Accusation | None:
    """Return the charge of "which X laid to Y"."""
    accuser = _party_at(scene, place + 1, sentence.end)
    if accuser is None:
        return None
    for at in range(accuser.end, min(sentence.end - 1, accuser.end + MAX_LAID)):
        if scene.words[at] == "الي":
            accused = _party_at(scene, at + 1, sentence.end)
            return Accusation(accuser=accuser.party, accused=accused.party) if accused is not None else None
    return None


def _behind_it(scene: Scene, place: int, sentence: Sentence) -> Accusation | None:
    """Return the charge of "X charged Y with being behind": the sides around the verb of charging."""
    done = scene.words[place] in markers()["doing-it"]
    if not done and scene.words[place + 1] not in markers()["behind"]:
        return None
    told = scene.told_in(scene.tokens[place].start, scene.tokens[place].field)
    for first in range(place - 1, max(sentence.first, place - MAX_NAMES) - 1, -1):
        accused = force_at(scene, first, place)
        if accused is None or accused.end != place:
            continue
        verb = next((at for at in range(first - 1, sentence.first - 1, -1) if _is_charging(scene, at)), None)
        if verb is None:
            return None
        accuser = _party_at(scene, verb + 1, first) or force_before(scene, verb, sentence)
        by = accuser.party if accuser is not None else next(iter(told.value.speakers), None) if told else None
        return Accusation(accuser=by, accused=accused.party) if by is not None else None
    return None


def _is_charging(scene: Scene, place: int) -> bool:
    return scene.words[place] in markers()["charging"]


def _party_at(scene: Scene, place: int, limit: int) -> Force | None:
    """Return the side, person, state or capital that starts at a token, capitals joined by "and" as one."""
    while place < limit and scene.words[place] in {"#", '"', "،"}:
        place += 1
    force = force_at(scene, place, limit)
    if force is not None:
        return force
    end, name = place, scene.chart.name_at(place) if place < limit else None
    if name is None or name.kind not in {"place", "state", "person"}:
        return None
    first = name
    while name is not None and name.kind == first.kind and end < limit:
        end = name.end
        name = scene.chart.name_at(end) if end < limit and scene.words[end][0] == "و" else None
    whole = end == first.end
    span = first.value.span if whole else scene.document.span(place, end)
    label = first.value.label if whole else scene.document.article.words(span)
    return Force(place, end, Party(span, label, first.value.entity if whole else None), armed=True)
