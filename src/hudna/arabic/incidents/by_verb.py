"""Incidents told by a verb of force: X shelled Y, gunmen opened fire on Y, X clashed with Y, a bomb went off."""

from dataclasses import replace
from typing import Final

from hudna.arabic.incidents.by_noun import Roles, read_fall, read_noun, target_near
from hudna.arabic.incidents.doubt import is_forbidden
from hudna.arabic.incidents.draft import MAX_PIECE_TOKENS, Draft
from hudna.arabic.incidents.kinds import finer
from hudna.arabic.incidents.parties import (
    Force,
    clitics_before,
    force_at,
    force_before,
    skip_adjuncts,
    thing_at,
)
from hudna.arabic.incidents.tolls import doer_behind, opening
from hudna.arabic.incidents.where import day_of, place_near
from hudna.arabic.incidents.words import Noun, Tense, Verb, markers, words
from hudna.arabic.scene import Scene, place_of
from hudna.model import IncidentKind, Party, Sentence, SentenceKind

MAX_AHEAD: Final = 14
_NEEDS_ACTOR: Final = frozenset(
    {"destroy", "burn", "loot", "demolish", "raze", "blow-up", "strike", "besiege", "fortify", "raid-2"}
)
_AGAINST: Final = frozenset({"علي", "ضد", "باتجاه", "نحو", "صوب", "الي"})

Found = tuple[list[Draft], set[int]]


def read_verb(scene: Scene, place: int, verb: Verb, sentence: Sentence) -> Found:
    """Return the incidents a verb of force tells, and the triggers used up by them."""
    clause = scene.clause(place, sentence)
    limit = clause[1]
    match verb.frame:
        case "hit" | "strike":
            return _hit(scene, place, verb, limit, sentence)
        case "use":
            return _uses(scene, place, verb, limit, sentence)
        case "fall":
            return _falls(scene, place, sentence)
        case "on":
            return _on(scene, place, verb, limit, sentence)
        case "light" | "suffer" | "suffer-of" | "happen" | "shake":
            return _with_noun(scene, place, verb, sentence)
        case "with":
            return _with(scene, place, verb, limit, sentence)
        case "blast":
            return _blast(scene, place, verb, sentence)
        case "detonate":
            return _detonate(scene, place, verb, limit, sentence)
        case "take" | "take-on":
            return _take(scene, place, verb, limit, sentence)
        case "reinforce":
            return _reinforce(scene, place, verb, limit, sentence)
        case "over" | "plant" | "down":
            return _machine(scene, place, verb, limit, sentence)
    return [], set()


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


def _hit(scene: Scene, place: int, verb: Verb, limit: int, sentence: Sentence) -> Found:
    actor, target, end = sides_of(scene, place, verb, limit, sentence)
    if verb.id in _NEEDS_ACTOR and (actor is None or not actor.armed):
        return [], set()
    if target is None and not verb.owner:
        return [], set()
    if actor is not None and not actor.armed:
        return [], set()
    if actor is None and (verb.tense is not Tense.PERFECT or verb.id == "attack"):
        return [], set()
    near = [token.folded for token in scene.tokens[max(sentence.first, place - 3) : min(sentence.end, place + 16)]]
    kind = finer(verb.kind or IncidentKind.OTHER, near)
    if not markers()["verbal"].isdisjoint(near):
        return [], set()
    if kind is IncidentKind.OTHER and actor is None:
        return [], set()  # sanctions, measures and plans aim at things too
    if kind is IncidentKind.OTHER and actor is not None and not (actor.party.entity or "").startswith("state:"):
        kind = IncidentKind.GROUND_ATTACK
    if kind is IncidentKind.LOOTING_OR_DESTRUCTION and not markers()["air"].isdisjoint(near):
        kind = IncidentKind.AIR_STRIKE
    start = min([place, *([actor.first] if actor is not None and place - actor.first < MAX_AHEAD else [])])
    hit = target.party if target is not None else None
    means = {
        p
        for p in range(place + 1, end + 1)
        if p < sentence.end and isinstance(words().get(scene.tokens[p].folded), Noun)
    }
    draft = make(scene, place, verb, kind, actor.party if actor else None, hit, end, sentence, start)
    if not _is_single(draft, verb, sentence):
        return [], set()
    return [replace(draft, hit=bool(verb.owner))], means


def _is_single(draft: Draft, verb: Verb, sentence: Sentence) -> bool:
    """Return whether a verb tells a deed: an imperfect does in a headline or with a day, else it tells a habit."""
    return verb.tense is Tense.PERFECT or sentence.kind is SentenceKind.TITLE or draft.when is not None


def sides_of(
    scene: Scene, place: int, verb: Verb, limit: int, sentence: Sentence
) -> tuple[Force | None, Force | None, int]:
    """Return who does it to whom around a verb with an object, and the token after them."""
    before = force_before(scene, place, sentence)
    if before is not None and before.first >= place:
        before = None
    start = skip_adjuncts(scene, place + 1, limit)
    after = force_at(scene, start, limit)
    if verb.owner:
        if after is not None and after.armed:
            return after, None, after.end
        return before, None, place + 1
    if before is not None and before.armed and not verb.cut:
        thing = thing_at(scene, start, limit)
        return before, thing, thing.end if thing is not None else place + 1
    if after is not None and after.armed:
        rest = skip_adjuncts(scene, after.end, limit)
        thing = _object_at(scene, rest, limit)
        if thing is not None:
            return after, thing, thing.end
    thing = thing_at(scene, start, limit)
    return None, thing, thing.end if thing is not None else place + 1


def _object_at(scene: Scene, place: int, limit: int) -> Force | None:
    if place < limit and scene.tokens[place].folded.startswith(("ل", "ب", "و")) and clitics_before(scene, place):
        return None
    return thing_at(scene, place, limit)


def _on(scene: Scene, place: int, verb: Verb, limit: int, sentence: Sentence) -> Found:
    """Read a verb whose object stands behind "on": planes raided positions."""
    actor = force_at(scene, place + 1, limit) or force_before(scene, place, sentence)
    where = next(
        (p for p in range(place + 1, min(limit, place + MAX_AHEAD)) if scene.tokens[p].folded in _AGAINST), None
    )
    if actor is None or where is None or not actor.armed:
        return [], set()
    thing = thing_at(scene, where + 1, limit)
    kind = verb.kind or IncidentKind.OTHER
    return [
        make(
            scene,
            place,
            verb,
            kind,
            actor.party,
            thing.party if thing else None,
            thing.end if thing else where,
            sentence,
        )
    ], set()


def _with_noun(scene: Scene, place: int, verb: Verb, sentence: Sentence) -> Found:
    """Read a verb that only carries a noun of force: launched an attack, came under fire, an attack happened."""
    if verb.owner and verb.frame == "light":
        found = _launched(scene, place, verb, sentence)
        if found[0]:
            return found
    limit = min(sentence.end, place + MAX_AHEAD)
    subject: Force | None = None
    position = skip_adjuncts(scene, place + 1, limit)
    roles = Roles(asserted=verb.tense is not Tense.FUTURE, taken={place})
    for where in range(position, limit):
        token = scene.tokens[where]
        if token.folded in {".", ":", "؛"}:
            break
        word = words().get(token.folded)
        if isinstance(word, Verb) and where > position and _is_free(scene, where):
            break
        if not isinstance(word, Noun) or scene.chart.name_at(where) is not None:
            continue
        if where > position:
            subject = force_at(scene, position, where)
        if subject is None and verb.frame in {"light", "suffer", "suffer-of"}:
            subject = force_before(scene, place, sentence)
        return _carried(scene, place, verb, where, word, subject, roles, sentence)
    return [], set()


def _is_free(scene: Scene, place: int) -> bool:
    """Return whether a token belongs to no name and no day."""
    return scene.chart.name_at(place) is None and not scene.chart.dated[place]


def _carried(
    scene: Scene,
    place: int,
    verb: Verb,
    where: int,
    noun: Noun,
    subject: Force | None,
    roles: Roles,
    sentence: Sentence,
) -> Found:
    if subject is None and verb.frame == "light" and not verb.cut and not verb.owner:
        subject = thing_before(scene, place, sentence)
    if verb.frame == "light" and subject is not None:
        roles.actor = subject.party
        roles.means += [token.folded for token in scene.tokens[subject.first : subject.end]]
        if (
            not subject.armed
            and subject.phrase is not None
            and subject.phrase.kind in {"person", "office"}
            and noun.number != "many"
        ):
            return [], {where} if noun.id == "attack" else set()
    if verb.frame == "suffer":
        thing = thing_at(scene, place + 1, where) if subject is None else subject
        thing = thing or opening(scene, place, sentence)
        roles.target = thing.party if thing is not None else None
    if verb.frame == "shake":
        roles.end = where + 1
    if noun.frame == "weapon":
        return _weapon(scene, place, verb, where, noun, subject, sentence)
    if is_forbidden(scene, where, sentence):
        return [], {place, where}
    if noun.frame == "fall":
        draft, taken = read_fall(scene, where, noun, sentence)
        return ([draft] if draft is not None else []), {place, where, *taken}
    if verb.frame == "suffer" and noun.frame in {"slay", "catch"}:
        kind = noun.kind or IncidentKind.OTHER
        by = doer_behind(scene, where + 1, sentence.end)
        return [make(scene, place, verb, kind, by, roles.target, where + 1, sentence)], {place, where}
    if noun.frame not in {"act", "operation", "shoot"} or (noun.frame == "operation" and verb.id == "launch"):
        return [], set()
    roles.launched = verb.id == "carry-out"
    if verb.frame == "suffer-of" and subject is None:
        name = scene.chart.name_at(place + 1) or next(
            (n for p in range(place + 1, where) if (n := scene.chart.name_at(p))), None
        )
        roles.place = place_of(name) if name is not None and name.kind in {"place", "state"} else None
    draft, taken = read_noun(scene, where, noun, sentence, roles)
    if draft is None:
        return [], {place}
    return [replace(draft, rule=f"<{verb.id}> {draft.rule}")], {place, where, *taken}


def _fired(scene: Scene, weapon: int, verb: Verb, sentence: Sentence) -> Found:
    """Return the missile or drone that was brought down, with those who are said to have fired it."""
    noun = words()[scene.tokens[weapon].folded]
    if noun.kind is not IncidentKind.MISSILE_OR_DRONE:
        return [], set()
    for where in range(weapon + 1, min(sentence.end, weapon + 6)):
        word = words().get(scene.tokens[where].folded)
        if isinstance(word, Verb) and word.frame == "light" and word.owner:
            return _launched(scene, where, word, sentence)
    return [make(scene, weapon, verb, IncidentKind.MISSILE_OR_DRONE, None, None, weapon + 1, sentence)], {weapon}


def read_interception(scene: Scene, place: int, noun: Noun, sentence: Sentence) -> Found:
    """Return the missile whose interception a noun tells."""
    for weapon in range(place + 1, min(sentence.end, place + 4)):
        if _is_bomb(scene, weapon) and isinstance(words().get(scene.tokens[weapon].folded), Noun):
            verb = Verb(noun.id, noun.kind, "down", Tense.PERFECT, 0, False, False, "")
            return _fired(scene, weapon, verb, sentence)
    return [], set()


def _falls(scene: Scene, place: int, sentence: Sentence) -> Found:
    """Read "shells fell on"."""
    for where in range(place + 1, min(sentence.end, place + 5)):
        noun = words().get(scene.tokens[where].folded)
        if isinstance(noun, Noun) and noun.frame == "weapon":
            draft, taken = read_fall(scene, place, noun, sentence)
            return ([draft] if draft is not None else []), taken
    return [], set()


def _launched(scene: Scene, place: int, verb: Verb, sentence: Sentence) -> Found:
    """Read "a missile that X fired at Y": the verb's pronoun is the weapon named before it."""
    low = max(sentence.first, place - 6)
    weapon = next((p for p in range(place - 1, low - 1, -1) if _is_weapon(scene, p)), None)
    if weapon is None or verb.tense is Tense.FUTURE:
        return [], set()
    force = force_at(scene, place + 1, sentence.end)
    noun = words()[scene.tokens[weapon].folded]
    end = force.end if force is not None else place + 1
    target = None
    for position in range(end, min(sentence.end, end + 6)):
        if scene.tokens[position].folded in _AGAINST:
            thing = thing_at(scene, position + 1, sentence.end)
            target, end = (thing.party, thing.end) if thing is not None else (None, end)
            break
    actor = force.party if force is not None else None
    kind = noun.kind or IncidentKind.OTHER
    return [make(scene, place, verb, kind, actor, target, end, sentence, weapon)], {place, weapon}


def _is_weapon(scene: Scene, place: int) -> bool:
    found = words().get(scene.tokens[place].folded)
    return isinstance(found, Noun) and found.frame == "weapon" and found.id != "bullets"


def _uses(scene: Scene, place: int, verb: Verb, limit: int, sentence: Sentence) -> Found:
    """Read "X used chemical arms"."""
    end = min(limit, place + 9)
    arms = next((p for p in range(place + 1, end) if scene.tokens[p].folded in markers()["chemical"]), None)
    if arms is None or verb.tense is not Tense.PERFECT:
        return [], set()
    actor = force_at(scene, place + 1, limit) or force_before(scene, place, sentence)
    by = actor.party if actor is not None and actor.armed else None
    return [make(scene, place, verb, IncidentKind.CHEMICAL, by, None, arms + 1, sentence)], set()


def _weapon(
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
            isinstance(words().get(token.folded), Verb) and _is_free(scene, position)
        ):
            break
        if token.folded in _AGAINST and position + 1 < limit:
            thing = thing_at(scene, position + 1, limit)
            if thing is not None:
                target, end = thing.party, thing.end
                break
    actor = subject.party if subject is not None else None
    beside = target_near(scene, where, limit) if target is None and verb.frame == "happen" else None
    if beside is not None:
        target, end = beside.party, beside.end
    near = [token.folded for token in scene.tokens[place : min(limit, where + 4)]]
    kind = finer(noun.kind or IncidentKind.OTHER, near) if noun.id != "bullets" else IncidentKind.SMALL_ARMS
    if actor is None and target is None and verb.id != "happen":
        return [], {where}
    return [make(scene, place, verb, kind, actor, target, end, sentence)], {place, where}


def _with(scene: Scene, place: int, verb: Verb, limit: int, sentence: Sentence) -> Found:
    actor = force_at(scene, place + 1, limit) or force_before(scene, place, sentence)
    if actor is None:
        return [], set()
    where = next((p for p in range(place + 1, min(limit, place + MAX_AHEAD)) if scene.tokens[p].folded == "مع"), None)
    other = force_at(scene, where + 1, limit) if where is not None else None
    end = other.end if other is not None else actor.end
    draft = make(scene, place, verb, IncidentKind.CLASH, actor.party, other.party if other else None, end, sentence)
    return ([draft], set()) if _is_single(draft, verb, sentence) else ([], set())


def _blast(scene: Scene, place: int, verb: Verb, sentence: Sentence) -> Found:
    """Read something that went off; only with a bomb, a mine or a shell named beside it."""
    low, high = max(sentence.first, place - 6), min(sentence.end, place + 9)
    around = range(low, high)
    bombs = {p for p in around if _is_bomb(scene, p)}
    if not bombs or verb.tense is Tense.FUTURE:
        return [], set()
    end = max([place, *bombs]) + 1
    target = None
    for position in range(place + 1, min(sentence.end, place + MAX_AHEAD)):
        if scene.tokens[position].folded in {
            "مرور",
            "مستهدفه",
            "مستهدفا",
            "استهدفت",
            "استهدف",
            "بالقرب",
            "قرب",
            "امام",
        }:
            step = 2 if scene.tokens[min(position + 1, sentence.end - 1)].folded == "من" else 1
            thing = thing_at(scene, position + step, sentence.end)
            target = thing.party if thing is not None else None
            end = max(end, thing.end) if thing is not None else end
            break
    planter = next((p for p in range(place + 1, high) if _planted(scene, p)), None)
    actor = force_at(scene, planter + 1, sentence.end) if planter is not None else None
    by = actor.party if actor is not None else None
    draft = make(scene, place, verb, IncidentKind.BOMBING, by, target, end, sentence, min([place, *bombs]))
    return [draft], {place, *bombs, *([planter] if planter is not None else [])}


def _planted(scene: Scene, place: int) -> bool:
    found = words().get(scene.tokens[place].folded)
    return isinstance(found, Verb) and found.frame == "plant" and bool(found.owner)


def _is_bomb(scene: Scene, place: int) -> bool:
    word = scene.tokens[place].folded
    found = words().get(word)
    return word in markers()["bomb"] or (isinstance(found, Noun) and found.frame == "weapon")


def _detonate(scene: Scene, place: int, verb: Verb, limit: int, sentence: Sentence) -> Found:
    """Read "blew himself up" and "blew up X"; the same letters are the word for dawn."""
    if scene.chart.dated[place]:
        return [], set()
    after = place + 1
    before = force_before(scene, place, sentence)
    behind = force_at(scene, after, limit) if after < limit else None
    actor = behind if behind is not None and behind.armed else before
    end = behind.end if behind is not None and behind is actor else after
    self_at = next(
        (p for p in range(place + 1, min(limit, place + 8)) if scene.tokens[p].folded in markers()["self"]), None
    )
    if self_at is None:
        bomb = any(_is_bomb(scene, p) for p in range(max(sentence.first, place - 3), place))
        if bomb and verb.feminine:
            thing = thing_at(scene, after, limit)
            target = thing.party if thing is not None else None
            return [make(scene, place, verb, IncidentKind.BOMBING, None, target, after, sentence)], set()
        if actor is None or not actor.armed:
            return [], set()
        end = skip_adjuncts(scene, end, limit)
        thing = thing_at(scene, end, limit)
        if thing is None:
            return [], set()
        return [make(scene, place, verb, IncidentKind.BOMBING, actor.party, thing.party, thing.end, sentence)], set()
    if actor is None:
        words_before = thing_before(scene, place, sentence)
        actor = words_before
    return [
        make(scene, place, verb, IncidentKind.BOMBING, actor.party if actor else None, None, self_at + 1, sentence)
    ], set()


def thing_before(scene: Scene, place: int, sentence: Sentence) -> Force | None:
    """Return the party that a clause opens with, whatever stands between it and its verb."""
    for first in range(place - 1, max(sentence.first, place - MAX_AHEAD) - 1, -1):
        if first == sentence.first or scene.tokens[first - 1].folded in {"ان", "«", '"', "،", ":"}:
            found = force_at(scene, first, place)
            if found is not None:
                return found
    return None


def _take(scene: Scene, place: int, verb: Verb, limit: int, sentence: Sentence) -> Found:
    """Read ground taken by force: a side and a place."""
    if verb.tense is not Tense.PERFECT and sentence.kind is not SentenceKind.TITLE:
        return [], set()
    before = force_before(scene, place, sentence)
    behind = force_at(scene, place + 1, limit)
    actor = behind if behind is not None and behind.armed else before
    if actor is None or not actor.armed:
        return [], set()
    start = actor.end if actor is behind else place + 1
    where = start
    while where < min(limit, start + MAX_AHEAD) and not _is_ground(scene, where):
        where += 1
    if where >= min(limit, start + MAX_AHEAD):
        return [], set()
    thing = thing_at(scene, where, limit)
    if thing is None:
        return [], set()
    return [
        make(scene, place, verb, IncidentKind.TERRITORY_TAKEN, actor.party, thing.party, thing.end, sentence)
    ], set()


def _is_ground(scene: Scene, place: int) -> bool:
    name = scene.chart.name_at(place)
    if name is not None:
        return name.kind == "place"
    return scene.tokens[place].folded in {
        "مدينه", "بلده", "قريه", "مطار", "قاعده", "معسكر", "بلدات", "قري", "مناطق", "منطقه", "جيب", "حي", "احياء", "محافظه",
        "المدينه", "البلده", "البلدتين", "القريه", "مواقع", "مديريه", "العاصمه", "المطار", "جبل", "ميناء", "معبر", "مخيم",
    }  # fmt: skip


def _reinforce(scene: Scene, place: int, verb: Verb, limit: int, sentence: Sentence) -> Found:
    """Read troops sent or massed: a side, its reinforcements, a place."""
    if verb.tense is not Tense.PERFECT:
        return [], set()
    actor = force_at(scene, place + 1, limit) or force_before(scene, place, sentence)
    if actor is None or not actor.armed:
        return [], set()
    troops = next(
        (
            p
            for p in range(place + 1, min(limit, place + 9))
            if scene.tokens[p].folded in markers()["reinforcements"] and p >= actor.end
        ),
        None,
    )
    if troops is None:
        return [], set()
    draft = make(scene, place, verb, IncidentKind.MOVEMENT, actor.party, None, troops + 1, sentence)
    return ([draft], set()) if draft.place is not None else ([], set())


def _machine(scene: Scene, place: int, verb: Verb, limit: int, sentence: Sentence) -> Found:
    """Read overflights, mines laid, aircraft and missiles brought down."""
    after = range(place + 1, min(limit, place + 9))
    near = {scene.tokens[p].folded for p in after}
    actor = force_at(scene, place + 1, limit) or force_before(scene, place, sentence)
    if actor is None or not actor.armed or verb.tense is Tense.FUTURE:
        return [], set()
    weapon = next((p for p in after if p >= place + 1 and _is_bomb(scene, p) and p >= actor.end), None)
    if verb.frame == "over":
        if markers()["air"].isdisjoint(near):
            return [], set()
        return [make(scene, place, verb, IncidentKind.OVERFLIGHT, actor.party, None, actor.end, sentence)], set()
    if verb.frame == "plant":
        if weapon is None:
            return [], set()
        return [make(scene, place, verb, IncidentKind.MINE, actor.party, None, weapon + 1, sentence)], {weapon}
    return ([], set()) if weapon is None else _fired(scene, weapon, verb, sentence)
