"""Ground taken, headway made and troops moved, told by a verb: X took the town, the town that X took, X massed troops."""

from typing import Final

from hudna.arabic.incidents.antecedents import ON_IT, antecedent
from hudna.arabic.incidents.around import force_before, skip_adjuncts, subject_before
from hudna.arabic.incidents.counts import integer_at
from hudna.arabic.incidents.doers import doer_behind
from hudna.arabic.incidents.heads import is_of_gender
from hudna.arabic.incidents.owners import owner_before
from hudna.arabic.incidents.parties import OPENING, Force, force_at
from hudna.arabic.incidents.things import past_epithets, thing_at
from hudna.arabic.incidents.weapons import MAX_AHEAD, Found, make
from hudna.arabic.incidents.words import Tense, Verb, amounts, markers
from hudna.arabic.scene import Scene, place_of
from hudna.arabic.speech.cues import markers as speech_markers
from hudna.model import IncidentKind, Place, Sentence, SentenceKind
from hudna.model.frozen import replace
from hudna.text.letters import COMMAS

MAX_LEAD: Final = 9
MAX_BEFORE: Final = 4
_OF_IT: Final = frozenset({"منها", "منه"})
_THEN: Final = frozenset({"بعدما", "حينما", "عندما", "حين", "منذ", "اذ", "حيث"})
_TOWARDS: Final = frozenset({"الي", "نحو", "باتجاه", "صوب", "علي"})
_PRONOUNS: Final = frozenset({"انها", "انه", "انهم"})


def read_take(scene: Scene, place: int, verb: Verb, limit: int, sentence: Sentence) -> Found:
    """Read ground taken by force: a side and a place."""
    actor = _taker(scene, place, verb, limit, sentence)
    if actor is None or not _is_told(scene, place, actor, verb, sentence):
        return [], set()
    kind = IncidentKind.TERRITORY_TAKEN
    if verb.frame == "take-on" and place + 1 < limit and scene.words[place + 1] in ON_IT:
        name = antecedent(scene, place, sentence)
        if name is None:
            return [], set()
        return [make(scene, place, verb, kind, actor.party, name.party, max(actor.end, place + 2), sentence)], set()
    if verb.owner:
        ground = _ground_before(scene, place, sentence)
        end = max(actor.end, place + 1)
        return [make(scene, place, verb, kind, actor.party, ground.party, end, sentence)] if ground else [], set()
    where = _ground_behind(scene, actor.end if actor.first > place else place + 1, limit)
    of_it = where is not None and scene.words[where] in _OF_IT  # ninety per cent of it
    thing = thing_at(scene, where, limit) if where is not None and not of_it else None
    if of_it and where is not None and (named := antecedent(scene, place, sentence)) is not None:
        thing = named._replace(end=where + 1)
    if thing is None:
        return [], set()
    return [make(scene, place, verb, kind, actor.party, thing.party, thing.end, sentence)], set()


def _ground_before(scene: Scene, place: int, sentence: Sentence) -> Force | None:
    """Return the ground right before a verb whose pronoun means it: positions that the army freed."""
    end = place - (scene.words[place - 1] in speech_markers()["relative"])
    found: Force | None = None
    for first in range(end - 1, max(sentence.first, end - MAX_BEFORE) - 1, -1):
        thing = thing_at(scene, first, end)
        known = _is_ground(scene, first) or scene.words[first] in markers()["no-people"] or first == end - 1
        if (
            thing is not None
            and thing.end == end
            and known
            and (_is_ground(scene, first) or _is_ground(scene, end - 1))
        ):
            found = thing
    return found


def _taker(scene: Scene, place: int, verb: Verb, limit: int, sentence: Sentence) -> Force | None:
    """Return the side that takes: behind the verb, before it, or the subject its clause leaves out."""
    start = place + 2 if place + 1 < limit and scene.words[place + 1] in ON_IT else place + 1
    behind = force_at(scene, skip_adjuncts(scene, start, limit), limit)
    if behind is not None and behind.armed:
        return behind
    before = force_before(scene, place, sentence)
    if before is not None:
        return before if before.armed else None
    before_it = scene.words[place - 1]
    goes_on = verb.cut or before_it == "كما"
    implied = subject_before(scene, place, sentence) if goes_on else None
    if implied is None and before_it in markers()["become"]:
        joined = subject_before(scene, place, sentence) if before_it[0] == "و" else None
        owner = joined or owner_before(scene, place - 1, sentence)
        implied = replace(owner, implied=True) if owner is not None else None
    if implied is None and before_it in _THEN:
        owner = owner_before(scene, place - 1, sentence)
        agrees = owner is not None and is_of_gender(owner, feminine=verb.feminine)
        implied = replace(owner, implied=True) if owner is not None and agrees else None
    if implied is None and takes_up(scene, place, sentence):
        implied = owner_before(scene, place - 2, sentence)
    return Force(place, place + 1, implied, armed=True) if implied is not None else None


def takes_up(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether a pronoun before a verb takes up the side of the clause before: X besieges it, but they took."""
    if place - 2 < sentence.first or scene.words[place - 1] not in _PRONOUNS:
        return False
    return scene.words[place - 2] in markers()["but"]


def _is_told(scene: Scene, place: int, actor: Force, verb: Verb, sentence: Sentence) -> bool:
    """Return whether ground is told to have been taken: in the perfect, in a headline, or as what has come to be."""
    if verb.tense is Tense.PERFECT or sentence.kind is SentenceKind.TITLE:
        return True
    before = actor.first - 1 if actor.first < place else place - 1
    become = before >= sentence.first and scene.words[before] in markers()["become"]
    now = place + 1 < sentence.end and scene.words[place + 1] == "الان"
    return verb.tense is Tense.IMPERFECT and (become or now)


def _ground_behind(scene: Scene, place: int, limit: int) -> int | None:
    """Return where the ground stands that is taken, behind days, amounts and "control of"; None where other things are."""
    place = skip_adjuncts(scene, past_epithets(scene, place, limit), limit)
    helped = place < limit and scene.words[place] in markers()["with-help"]
    for where in range(place, min(limit, place + MAX_LEAD + helped * MAX_LEAD)):
        if _is_ground(scene, where) or (where > place and scene.words[where] in _OF_IT):
            return where
        helped = helped and not scene.chart.dated[where]
        if helped or scene.words[where] in OPENING:
            continue
        if scene.words[where] not in markers()["lead-of-ground"] | COMMAS and not _is_amount(scene, where, limit):
            return None
    return None


def _is_amount(scene: Scene, place: int, limit: int) -> bool:
    return bool(scene.chart.dated[place]) or integer_at(scene.tokens, place, limit) is not None


def read_advance(scene: Scene, place: int, verb: Verb, limit: int, sentence: Sentence) -> Found:
    """Read an armed side that made headway on the ground."""
    end = min(limit, place + MAX_AHEAD)
    gain = next((p for p in range(place + 1, end) if scene.words[p] in markers()["progress"]), None)
    actor = force_at(scene, place + 1, limit) or force_before(scene, place, sentence)
    if gain is None or actor is None or not actor.armed or verb.tense is not Tense.PERFECT:
        return [], set()
    if actor.phrase is not None and actor.phrase.kind == "state":
        return [], set()
    draft = make(scene, place, verb, IncidentKind.GROUND_ATTACK, actor.party, None, gain + 1, sentence)
    return ([draft], set()) if draft.place is not None else ([], set())


def read_besieged(scene: Scene, place: int, verb: Verb, limit: int, sentence: Sentence) -> Found:
    """Read a siege told in the passive: the town that was besieged by X."""
    relative = scene.words[place - 1] in speech_markers()["relative"]
    target = antecedent(scene, place, sentence) if relative else thing_at(scene, place + 1, limit)
    by = doer_behind(scene, place + 1, sentence.end)
    if target is None or by is None or verb.owner:
        return [], set()
    end = max(place + 1, target.end)
    return [make(scene, place, verb, IncidentKind.OBSTRUCTION, by, target.party, end, sentence)], set()


def read_build(scene: Scene, place: int, verb: Verb, limit: int, sentence: Sentence) -> Found:
    """Read works of war that an armed side or a state put up: X set up a military base, dug trenches."""
    actor = force_at(scene, place + 1, limit) or force_before(scene, place, sentence)
    by = subject_before(scene, place, sentence) if actor is None and verb.cut else None
    actor = Force(place, place + 1, by, armed=True) if by is not None else actor
    if actor is None or not actor.armed or verb.tense is not Tense.PERFECT or verb.owner:
        return [], set()
    start = skip_adjuncts(scene, actor.end if actor.first > place else place + 1, limit)
    if start >= limit or not _are_works(scene, start):
        return [], set()
    return [make(scene, place, verb, IncidentKind.FORTIFICATION, actor.party, None, start + 1, sentence)], set()


def _are_works(scene: Scene, place: int) -> bool:
    """Return whether works of war stand at a token: trenches, a base or posts called military."""
    word = scene.words[place]
    if word in markers()["works"]:
        return True
    behind = scene.words[place + 1] if place + 1 < len(scene.words) else ""
    return word in markers()["works-if-military"] and behind in markers()["military"]


def _is_ground(scene: Scene, place: int) -> bool:
    name = scene.chart.name_at(place)
    if name is not None:
        return name.kind == "place"
    return scene.words[place] in markers()["taken-ground"]


def read_reinforce(scene: Scene, place: int, verb: Verb, limit: int, sentence: Sentence) -> Found:
    """Read troops sent or massed: a side, its reinforcements, a place."""
    still = place > sentence.first and scene.words[place - 1] in markers()["still"]
    if verb.tense is not Tense.PERFECT and not still:
        return [], set()
    begin = place - 2 if still else place
    actor = force_at(scene, place + 1, limit) or force_before(scene, begin, sentence)
    if actor is None or not actor.armed:
        return [], set()
    troops = next(
        (
            p
            for p in range(place + 1, min(limit, place + 9))
            if scene.words[p] in markers()["reinforcements"] and not actor.first <= p < actor.end
        ),
        None,
    )
    if troops is None:
        return [], set()
    draft = make(scene, place, verb, IncidentKind.MOVEMENT, actor.party, None, troops + 1, sentence)
    where = draft.place or whereto(scene, troops + 1, sentence)
    return ([replace(draft, place=where)], set()) if where is not None else ([], set())


def read_enter(scene: Scene, place: int, verb: Verb, limit: int, sentence: Sentence) -> Found:
    """Read troops that entered a place or spread out in it: the forces of X entered the town, pushed into it."""
    actor = force_at(scene, place + 1, limit) or force_before(scene, place, sentence)
    if actor is None or not actor.armed or verb.tense is not Tense.PERFECT or verb.owner or _is_one_man(scene, actor):
        return [], set()
    start = actor.end if actor.first > place else place + 1
    if start < limit and scene.words[start] in markers()["into"]:
        start += 1
    else:
        start = skip_adjuncts(scene, start, limit)
        start += start < limit and scene.words[start] in markers()["into"]
    start += start < limit and scene.words[start] in markers()["part-of-ground"]
    if start >= limit or not _is_ground(scene, start):
        return [], set()
    ground = thing_at(scene, start, limit)
    where = (
        next((name for name in scene.names_within(ground.party.span) if name.kind == "place"), None) if ground else None
    )
    if ground is None or where is None:
        return [], set()
    draft = make(scene, place, verb, verb.kind or IncidentKind.MOVEMENT, actor.party, None, ground.end, sentence)
    return [replace(draft, place=place_of(where))], set()


def _is_one_man(scene: Scene, actor: Force) -> bool:
    """Return whether a party is a state or a single man, who may enter a town as a guest does."""
    kind = actor.phrase.kind if actor.phrase is not None else ""
    return kind in {"state", "person", "office"} or scene.words[actor.first] in amounts()["single"]


def whereto(scene: Scene, place: int, sentence: Sentence) -> Place | None:
    """Return the place that troops are sent to."""
    for at in range(place, min(sentence.end - 1, place + MAX_LEAD)):
        if scene.words[at] not in _TOWARDS:
            continue
        names = (scene.chart.name_at(each) for each in range(at + 1, min(sentence.end, at + MAX_BEFORE)))
        name = next((each for each in names if each is not None and each.kind == "place"), None)
        return place_of(name) if name is not None else None
    return None
