"""Incidents told by what weapons do: fired, fallen, gone off, brought down, laid, used."""

from typing import Final

from hudna.arabic.incidents.around import force_before, plural_subject, skip_adjuncts
from hudna.arabic.incidents.counts import amount_at, integer_at
from hudna.arabic.incidents.doers import doer_before, is_told_done
from hudna.arabic.incidents.draft import MAX_PIECE_TOKENS, Draft
from hudna.arabic.incidents.ground import read_fall, read_lost_ground, target_near
from hudna.arabic.incidents.heads import is_definite
from hudna.arabic.incidents.kinds import finer
from hudna.arabic.incidents.modifiers import modifiers
from hudna.arabic.incidents.parties import Force, force_at, words_of
from hudna.arabic.incidents.roles import Roles, draft_of
from hudna.arabic.incidents.things import counted_at, is_rigged, thing_at
from hudna.arabic.incidents.verb_forms import is_verb_form
from hudna.arabic.incidents.where import day_of, place_near
from hudna.arabic.incidents.words import Noun, Tense, Verb, markers, words
from hudna.arabic.scene import Scene
from hudna.arabic.speech.cues import markers as speech_markers
from hudna.model import IncidentKind, Party, Sentence, SentenceKind
from hudna.model.frozen import replace
from hudna.text.letters import COMMAS

MAX_AHEAD: Final = 14
MAX_BESIDE: Final = 12
MAX_FIRED_BACK: Final = 5
MAX_DESCRIBED: Final = 9
MAX_PLUPERFECT: Final = 30
_HAD: Final = frozenset({"وكان", "وكانت", "كانت", "كان"})
_OUT_OF: Final = frozenset({"اصل", "بين", "مجموع"})
_CLEARING: Final = frozenset({"defuse", "defuse-2", "defuse-3", "defuse-4"})
_OR_CLEARING: Final = "defuse-2"  # written like its verbal noun
_VEHICLES: Final = frozenset({"سياره", "شاحنه", "دراجه", "مركبه"})
AGAINST: Final = frozenset({"علي", "ضد", "باتجاه", "نحو", "صوب", "الي"})
_TOWARDS: Final = frozenset({"باتجاه", "صوب", "نحو", "تجاه"})
Found = tuple[list[Draft], set[int]]


def make(
    scene: Scene,
    place: int,
    verb: Verb,
    kind: IncidentKind,
    actor: Party | None,
    target: Party | None,
    end: int,
    sentence: Sentence,
    start: int | None = None,
) -> Draft:
    """Return the incident that a verb tells with its day and place."""
    clause = scene.clause(place, sentence)
    first = place if start is None else start
    day = day_of(scene, place, end, clause)
    settled = verb.tense is Tense.PERFECT or sentence.kind is SentenceKind.TITLE
    return Draft(
        kind=kind,
        pieces=((first, min(max(end, place + 1), first + MAX_PIECE_TOKENS)),),
        sentence=sentence.index,
        rule=f"<{verb.id}>",
        actor=actor,
        target=target,
        place=place_near(scene, place, end, clause, (actor,)),
        when=day.date if day else None,
        since=day.since if day else False,
        exact=kind is not IncidentKind.OTHER,
        asserted=True,
        sure=settled,
    )


def is_free(scene: Scene, place: int) -> bool:
    """Return whether a token belongs to no name and no day."""
    return scene.chart.name_at(place) is None and not scene.chart.dated[place]


def brought_down(scene: Scene, weapon: int, verb: Verb, sentence: Sentence) -> Found:
    """Return the missile or drone that was brought down, with those who are said to have fired it."""
    noun = words()[scene.words[weapon]]
    if noun.kind is not IncidentKind.MISSILE_OR_DRONE:
        return [], set()
    for where in range(weapon + 1, min(sentence.end, weapon + 6)):
        word = words().get(scene.words[where])
        if isinstance(word, Verb) and word.frame == "light" and word.owner:
            return read_launched(scene, where, word, sentence)
    aimed = _aimed_at(scene, weapon + 1, sentence)
    target, end = (aimed.party, weapon + 1) if aimed is not None else (None, weapon + 1)
    draft = make(scene, weapon, verb, IncidentKind.MISSILE_OR_DRONE, None, target, end, sentence)
    return [replace(draft, downed=True)], {weapon}


def missile_in(scene: Scene, target: Force) -> int | None:
    """Return the missile that is destroyed in its flight: seven missiles, no depot of them."""
    for place in range(target.first, target.end):
        noun = words().get(scene.words[place])
        if isinstance(noun, Noun) and noun.frame == "weapon":
            return place if noun.kind is IncidentKind.MISSILE_OR_DRONE else None
        if integer_at(scene.tokens, place, target.end) is None:
            return None
    return None


def _aimed_at(scene: Scene, place: int, sentence: Sentence) -> Force | None:
    """Return what a missile was fired at: a missile that was fired from the soil of X towards Y."""
    for where in range(place, min(sentence.end - 1, place + MAX_AHEAD)):
        if scene.words[where] in _TOWARDS:
            return thing_at(scene, where + 1, sentence.end)
    return None


def read_interception(scene: Scene, place: int, noun: Noun, sentence: Sentence) -> Found:
    """Return the missile whose interception a noun tells."""
    for weapon in range(place + 1, min(sentence.end, place + 4)):
        if is_bomb(scene, weapon) and isinstance(words().get(scene.words[weapon]), Noun):
            verb = Verb(noun.id, noun.kind, "down", Tense.PERFECT, 0, False, False, "")
            return brought_down(scene, weapon, verb, sentence)
    doer = doer_before(scene, place, sentence) if noun.front == "ب" else force_at(scene, place + 1, sentence.end)
    if doer is None or not doer.armed:
        return [], set()
    verb = Verb(noun.id, noun.kind, "down", Tense.PERFECT, 0, False, False, "")
    return _aircraft_down(scene, doer, verb, place, sentence.end, sentence)


def read_caused(scene: Scene, place: int, limit: int, sentence: Sentence) -> Found:
    """Read a weapon that is said to have cost lives: a shell that was fired at the suburb caused the death of."""
    start = place + 1
    noun = words().get(scene.words[start]) if start < limit else None
    if not isinstance(noun, Noun) or noun.frame != "weapon" or noun.front or not is_free(scene, start):
        return [], set()
    roles = Roles(asserted=True, taken={place}, end=start + 1)
    end = modifiers(scene, start + 1, limit, roles)
    hit: Force | None = None
    if end < limit and isinstance(words().get(scene.words[end]), Verb):
        roles.taken.add(end)
        towards = (at for at in range(end + 1, min(limit - 1, end + MAX_AHEAD)) if scene.words[at] in AGAINST)
        to = next(towards, None)
        hit = thing_at(scene, to + 1, limit) if to is not None else None
    roles.target, roles.end = (hit.party, hit.end) if hit is not None else (None, roles.end)
    kind = finer(noun.kind or IncidentKind.OTHER, roles.means) if noun.kind is IncidentKind.OTHER else noun.kind
    clause = scene.clause(place, sentence)
    return [draft_of(scene, start, noun, kind or IncidentKind.OTHER, roles, clause, sentence)], {start, *roles.taken}


def read_clearing(scene: Scene, place: int, word: Verb, limit: int, sentence: Sentence, *, noun: bool = False) -> Found:
    """Read bombs or mines that were made harmless: engineers took two devices apart; ``noun``: told by a verbal noun."""
    high = min(limit, place + MAX_BESIDE)
    bombs = [at for at in range(place + 1, high) if _is_explosive(scene, at)]
    bomb = next((at for at in bombs if at != place + 2 or at == bombs[-1]), None)  # not the bombs of "bomb experts"
    if bomb is None or word.tense is not Tense.PERFECT or word.owner:
        return [], set()
    actor = doer_before(scene, place, sentence)
    if actor is None and word.id in _CLEARING:
        actor = force_before(scene, place, sentence) or _who_behind(scene, place + 1, bomb)
    if actor is None and word.several:
        actor = plural_subject(scene, place, sentence)
    thing = _counted_bombs(scene, place + 1, bomb, limit)
    counted = any(integer_at(scene.tokens, at, limit) for at in range(place + 1, bomb))
    if actor is None and not counted and not is_told_done(scene, place) and (word.id == _OR_CLEARING or noun):
        return [], set()  # the clearing of mines as somebody's task
    return [
        make(
            scene,
            place,
            word,
            IncidentKind.MINE,
            actor.party if actor is not None else None,
            thing.party if thing is not None else None,
            thing.end if thing is not None else bomb + 1,
            sentence,
        )
    ], {bomb}


def _who_behind(scene: Scene, place: int, limit: int) -> Force | None:
    """Return who stands between a verb and its object: the engineers of the army."""
    start = skip_adjuncts(scene, place, limit)
    found = force_at(scene, start, limit) or thing_at(scene, start, limit)
    return found if found is not None and counted_at(scene, start, limit) is None else None


def _counted_bombs(scene: Scene, place: int, bomb: int, limit: int) -> Force | None:
    found = (counted_at(scene, at, limit) for at in range(place, bomb))
    return next((each for each in found if each is not None and each.end > bomb), thing_at(scene, bomb, limit))


def _is_explosive(scene: Scene, place: int) -> bool:
    found = words().get(scene.words[place])
    return isinstance(found, Noun) and found.id == "bomb"


def read_falls(scene: Scene, place: int, verb: Verb, sentence: Sentence) -> Found:
    """Read "shells fell on", "the town fell to X"."""
    lost = read_lost_ground(scene, place, verb, sentence)
    if lost is not None:
        return [lost], set()
    for where in range(place + 1, min(sentence.end, place + 5)):
        noun = words().get(scene.words[where])
        if isinstance(noun, Noun) and noun.frame == "weapon":
            draft, taken = read_fall(scene, place, noun, sentence)
            return ([draft] if draft is not None else []), taken
    return _fallen_before(scene, place, sentence)


def _fallen_before(scene: Scene, place: int, sentence: Sentence) -> Found:
    """Read a shell named right before the verb that says it fell: that the shell fell on a market."""
    roles = Roles(asserted=True)
    for where in range(place - 1, max(sentence.first, place - 4) - 1, -1):
        noun = words().get(scene.words[where])
        if not isinstance(noun, Noun) or noun.frame != "weapon":
            continue
        near = target_near(scene, place, min(sentence.end, place + 8))
        if noun.front or near is None or modifiers(scene, where + 1, place, roles) != place:
            return [], set()
        roles.target, roles.end, roles.taken = near.party, near.end, {place}
        clause = scene.clause(place, sentence)
        return [draft_of(scene, where, noun, noun.kind or IncidentKind.OTHER, roles, clause, sentence)], {where, place}
    return [], set()


def read_launched(scene: Scene, place: int, verb: Verb, sentence: Sentence) -> Found:
    """Read "a missile that X fired at Y": the verb's pronoun is the weapon named before it."""
    low = max(sentence.first, place - 6)
    weapon = next((p for p in range(place - 1, low - 1, -1) if _is_weapon(scene, p)), None)
    if weapon is None or verb.tense is Tense.FUTURE:
        return [], set()
    force = force_at(scene, place + 1, sentence.end)
    noun = words()[scene.words[weapon]]
    end = force.end if force is not None else place + 1
    target = None
    for position in range(end, min(sentence.end, end + 6)):
        if scene.words[position] in AGAINST:
            thing = thing_at(scene, position + 1, sentence.end)
            target, end = (thing.party, thing.end) if thing is not None else (None, end)
            break
    actor = force.party if force is not None else None
    kind = noun.kind or IncidentKind.OTHER
    return [make(scene, place, verb, kind, actor, target, end, sentence, weapon)], {place, weapon}


def read_fired_at(scene: Scene, place: int, verb: Verb, sentence: Sentence) -> Found:
    """Read "the rockets that were fired at the capital": who fired them is told by an adjective of theirs."""
    relative = scene.words[place - 1] in speech_markers()["relative"]
    low = max(sentence.first, place - MAX_FIRED_BACK)
    weapon = next((p for p in range(place - 1, low - 1, -1) if _is_weapon(scene, p)), None)
    if weapon is None or not relative or verb.tense is not Tense.PERFECT or place + 2 >= sentence.end:
        return [], set()
    if scene.words[place + 1] not in AGAINST:
        return [], set()
    roles = Roles()
    modifiers(scene, weapon + 1, place - 1, roles)
    hit = thing_at(scene, place + 2, sentence.end)
    if hit is None:
        return [], set()
    kind = words()[scene.words[weapon]].kind or IncidentKind.OTHER
    return [make(scene, place, verb, kind, roles.actor, hit.party, hit.end, sentence, weapon)], {place, weapon}


def _is_weapon(scene: Scene, place: int) -> bool:
    found = words().get(scene.words[place])
    return isinstance(found, Noun) and found.frame == "weapon" and found.id != "bullets"


def read_weapon(
    scene: Scene, place: int, verb: Verb, where: int, noun: Noun, subject: Force | None, sentence: Sentence
) -> Found:
    """Read "fired rockets at", "opened fire on", "threw a bomb"."""
    if verb.id not in {"launch", "open", "throw", "drop", "direct", "happen"}:
        return [], set()
    limit = min(sentence.end, where + MAX_AHEAD)
    target, end = None, where + 1
    for position in range(where + 1, limit):
        token = scene.tokens[position]
        if token.folded in {".", "؛", ":"} or (
            isinstance(words().get(token.folded), Verb) and is_free(scene, position)
        ):
            break
        if token.folded in AGAINST and position + 1 < limit:
            thing = thing_at(scene, position + 1, limit)
            if thing is not None:
                target, end = thing.party, thing.end
                break
    actor = subject.party if subject is not None else None
    beside = target_near(scene, where, limit) if target is None and verb.frame == "happen" else None
    if beside is not None:
        target, end = beside.party, beside.end
    if not markers()["self"].isdisjoint(scene.words[where + 1 : end]):
        return [], {place, where}  # he shot himself
    near = scene.words[place : min(limit, where + 4)]
    kind = finer(noun.kind or IncidentKind.OTHER, near) if noun.id != "bullets" else IncidentKind.SMALL_ARMS
    if actor is None and target is None and verb.id != "happen":
        return [], {where}
    return [make(scene, place, verb, kind, actor, target, end, sentence)], {place, where}


def read_blast(scene: Scene, place: int, verb: Verb, sentence: Sentence) -> Found:
    """Read something that went off; only with a bomb, a mine or a shell named beside it."""
    low, high = max(sentence.first, place - 6), min(sentence.end, place + 9)
    around = range(low, high)
    bombs = {p for p in around if is_bomb(scene, p)}
    if not bombs and verb.feminine:  # a car bomb parked on the roadside in X street went off
        parked = range(max(sentence.first, place - MAX_AHEAD), low)
        bombs = {p for p in parked if scene.words[p] in markers()["rigged"]}
    if not bombs or verb.tense is Tense.FUTURE:
        return [], set()
    end = max([place, *bombs]) + 1
    hit = hit_beside(scene, place + 1, sentence.end)
    target = hit.party if hit is not None else None
    end = max(end, hit.end) if hit is not None else end
    planter = next((p for p in range(place + 1, high) if _planted(scene, p)), None)
    actor = force_at(scene, planter + 1, sentence.end) if planter is not None else None
    by = actor.party if actor is not None else None
    draft = make(scene, place, verb, IncidentKind.BOMBING, by, target, end, sentence, min([place, *bombs]))
    return [draft], {place, *bombs, *([planter] if planter is not None else [])}


def _planted(scene: Scene, place: int) -> bool:
    found = words().get(scene.words[place])
    return isinstance(found, Verb) and found.frame == "plant" and bool(found.owner)


def is_bomb(scene: Scene, place: int) -> bool:
    """Return whether a token names a weapon or what one is told by."""
    word = scene.words[place]
    found = words().get(word)
    return word in markers()["bomb"] or (isinstance(found, Noun) and found.frame == "weapon")


def read_detonation(scene: Scene, place: int, verb: Verb, limit: int, sentence: Sentence) -> Found:
    """Read "blew himself up" and "blew up X"; the same letters are the word for dawn."""
    if scene.chart.dated[place]:
        return [], set()
    after = place + 1
    before = force_before(scene, place, sentence)
    behind = force_at(scene, after, limit) if after < limit else None
    actor = behind if behind is not None and behind.armed else before
    end = behind.end if behind is not None and behind is actor else after
    self_at = next((p for p in range(place + 1, min(limit, place + 8)) if scene.words[p] in markers()["self"]), None)
    if self_at is None:
        bomb = any(is_bomb(scene, p) for p in range(max(sentence.first, place - 3), place))
        if bomb and verb.feminine:
            thing = thing_at(scene, after, limit)
            target = thing.party if thing is not None else None
            return [make(scene, place, verb, IncidentKind.BOMBING, None, target, after, sentence)], set()
        if actor is None and verb.several:
            actor = plural_subject(scene, place, sentence)
        if actor is None or not actor.armed:
            return [], set()
        end = skip_adjuncts(scene, end, limit)
        thing = thing_at(scene, end, limit)
        if thing is None:
            return [], set()
        beside = hit_beside(scene, thing.end, limit)
        car = scene.words[thing.first] in _VEHICLES and beside is not None
        rigged = any(is_rigged(scene, at, limit) for at in range(thing.first + 1, thing.end + 1))
        if car or rigged or is_bomb(scene, thing.first):  # what it stood beside was hit
            target, end = (beside.party, beside.end) if beside is not None else (None, thing.end)
            return [make(scene, place, verb, IncidentKind.BOMBING, actor.party, target, end, sentence)], set()
        return [make(scene, place, verb, IncidentKind.BOMBING, actor.party, thing.party, thing.end, sentence)], set()
    if actor is None:
        words_before = thing_before(scene, place, sentence)
        actor = words_before or (plural_subject(scene, place, sentence) if verb.several else None)
        actor = actor or _right_before(scene, place, sentence)
    if actor is None or not actor.armed:
        actor = _described(scene, place, sentence) or actor
    hit = hit_beside(scene, self_at + 1, limit)
    by, target = actor.party if actor else None, hit.party if hit is not None else None
    end = hit.end if hit is not None else self_at + 1
    return [make(scene, place, verb, IncidentKind.BOMBING, by, target, end, sentence)], set()


def _described(scene: Scene, place: int, sentence: Sentence) -> Force | None:
    """Return the person without the article whom a verb right behind describes: a man who wore a belt blew himself up."""
    for first in range(place - 2, max(sentence.first, place - MAX_DESCRIBED) - 1, -1):
        if scene.words[first] in COMMAS:
            return None
        if scene.words[first] not in markers()["human"] or is_definite(scene, first):
            continue
        told = scene.words[first + 1][0] == "ي" or any(is_verb_form(scene.words[at]) for at in (first + 1, first + 2))
        return Force(first, first + 1, words_of(scene, first, first + 1), armed=True) if told else None
    return None


def _right_before(scene: Scene, place: int, sentence: Sentence) -> Force | None:
    """Return who stands right before a verb: that one of the attackers blew himself up."""
    for first in range(place - 1, max(sentence.first, place - 4) - 1, -1):
        if is_verb_form(scene.words[first]):
            return None  # what somebody wore, and not who
        thing = thing_at(scene, first, place)
        opens = first == sentence.first or scene.words[first - 1] in {"ان", "وان", "،", "حين"}
        if thing is not None and opens and thing.end == place:
            return thing
    return None


def hit_beside(scene: Scene, place: int, limit: int) -> Force | None:
    """Return what a blast hit, told by where it went off: in the middle of a market, outside an office, as a patrol passed."""
    for position in range(place, min(limit - 1, place + MAX_BESIDE)):
        if scene.words[position] not in markers()["beside"]:
            continue
        step = 2 if scene.words[position + 1] == "من" else 1
        thing = thing_at(scene, position + step, limit)
        return thing if thing is not None and not _is_area(scene, thing) else None
    return None


def _is_area(scene: Scene, thing: Force) -> bool:
    """Return whether a phrase only tells where: a town, a district, a road."""
    name = scene.chart.name_at(thing.first)
    if name is not None and name.kind in {"place", "state"}:
        return True
    head = scene.words[thing.first]
    return head in markers()["spot"] or head in markers()["head-of-place"] - markers()["no-people"]


def thing_before(scene: Scene, place: int, sentence: Sentence) -> Force | None:
    """Return the party that a clause opens with, whatever stands between it and its verb."""
    if scene.words[place - 1] == "قد":
        for first in range(place - 2, max(sentence.first, place - MAX_PLUPERFECT) - 1, -1):
            if scene.words[first] in _HAD:  # X, which Y, had launched
                return force_at(scene, first + 1, place)
    for first in range(place - 1, max(sentence.first, place - MAX_AHEAD) - 1, -1):
        between = words().get(scene.words[first]) if is_free(scene, first) else None
        if isinstance(between, Verb) or (isinstance(between, Noun) and between.frame == "act" and not between.definite):
            return None  # another verb stands between, or the deed of which it tells: foiled an attack that hit
        if first == sentence.first or scene.words[first - 1] in {"ان", "«", '"', "،", ":"}:
            found = force_at(scene, first, place)
            if found is not None:
                return found if scene.words[found.end] != "(" or not scene.words[found.end + 1].isascii() else None
    return None


def read_machine(scene: Scene, place: int, verb: Verb, limit: int, sentence: Sentence) -> Found:
    """Read overflights, mines laid, aircraft and missiles brought down."""
    after = range(place + 1, min(limit, place + 9))
    near = {scene.words[p] for p in after}
    actor = force_at(scene, place + 1, limit) or force_before(scene, place, sentence)
    if actor is None or not actor.armed or verb.tense is Tense.FUTURE:
        return [], set()
    weapon = next((p for p in after if p >= place + 1 and is_bomb(scene, p) and p >= actor.end), None)
    if verb.frame == "over":
        if markers()["air"].isdisjoint(near):
            return [], set()
        return [make(scene, place, verb, IncidentKind.OVERFLIGHT, actor.party, None, actor.end, sentence)], set()
    if verb.frame == "plant":
        if weapon is None:
            return [], set()
        return [make(scene, place, verb, IncidentKind.MINE, actor.party, None, weapon + 1, sentence)], {weapon}
    return (
        _aircraft_down(scene, actor, verb, place, limit, sentence)
        if weapon is None
        else brought_down(scene, weapon, verb, sentence)
    )


def _past_share(scene: Scene, place: int, limit: int) -> int:
    """Return the token behind a number that is told as part of another, where it stands: 30 out of 35."""
    part = amount_at(scene.tokens, place, limit)
    if part is None or part.end + 2 >= limit or scene.words[part.end] != "من":
        return place
    whole = amount_at(scene.tokens, part.end + 2, limit) if scene.words[part.end + 1] in _OUT_OF else None
    return whole.end if whole is not None else place


def _aircraft_down(scene: Scene, actor: Force, verb: Verb, place: int, limit: int, sentence: Sentence) -> Found:
    """Read an aircraft that was shot down: it is the target."""
    kinds = markers()
    start = _past_share(scene, max(place + 1, actor.end if actor.first > place else place + 1), limit)
    at = next((p for p in range(start, min(limit, start + 3)) if scene.words[p] in kinds["aircraft"]), None)
    if at is None or verb.tense is not Tense.PERFECT:
        return [], set()
    end = at + 1
    while end < min(limit, at + 5) and scene.words[end] in kinds["machine"] | kinds["drone"]:
        end += 1
    name = scene.chart.name_at(end)
    end = name.end if name is not None and name.kind == "nationality" else end
    drone = any(scene.words[p] in kinds["drone"] for p in range(at, end))
    span = scene.document.span(at, end)
    target = Party(span, scene.document.article.words(span))
    kind = IncidentKind.MISSILE_OR_DRONE if drone else IncidentKind.OTHER
    return [make(scene, place, verb, kind, actor.party, target, end, sentence)], {at}
