"""Incidents told by a verb of force: X shelled Y, gunmen opened fire on Y, X clashed with Y, a bomb went off."""

from typing import Final

from hudna.arabic.incidents.antecedents import antecedent
from hudna.arabic.incidents.around import (
    force_before,
    is_state_before_who,
    plural_subject,
    skip_adjuncts,
    subject_before,
)
from hudna.arabic.incidents.by_noun import read_noun
from hudna.arabic.incidents.chemical import read_use
from hudna.arabic.incidents.doers import doer_behind
from hudna.arabic.incidents.doubt import is_forbidden, is_harmless
from hudna.arabic.incidents.draft import Draft
from hudna.arabic.incidents.drones import read_drones
from hudna.arabic.incidents.fixed import FIXED, read_fixed
from hudna.arabic.incidents.glued import clitics_before
from hudna.arabic.incidents.ground import read_fall
from hudna.arabic.incidents.heads import bare, is_foe, is_of_gender
from hudna.arabic.incidents.hitting import sides_of
from hudna.arabic.incidents.kinds import finer
from hudna.arabic.incidents.owners import owner_before
from hudna.arabic.incidents.parties import Force, capital_at, force_at
from hudna.arabic.incidents.roles import Roles
from hudna.arabic.incidents.sides import crossing, parted
from hudna.arabic.incidents.struck import read_struck, read_struck_by
from hudna.arabic.incidents.taking import read_advance, read_besieged, read_build, read_enter, read_reinforce, read_take
from hudna.arabic.incidents.things import past_epithets, thing_at
from hudna.arabic.incidents.victims import opening
from hudna.arabic.incidents.weapons import (
    AGAINST,
    MAX_AHEAD,
    Found,
    brought_down,
    is_free,
    make,
    missile_in,
    read_blast,
    read_caused,
    read_clearing,
    read_detonation,
    read_falls,
    read_fired_at,
    read_launched,
    read_machine,
    read_weapon,
    thing_before,
)
from hudna.arabic.incidents.words import Noun, Tense, Verb, amounts, any_of, markers, words
from hudna.arabic.names.tables import labels
from hudna.arabic.scene import Scene, place_of
from hudna.arabic.speech.cues import markers as speech_markers
from hudna.model import PUNCTUATION, IncidentKind, Party, Sentence, SentenceKind
from hudna.model.frozen import replace
from hudna.text.letters import COMMAS

MAX_SERIES: Final = 4
MAX_CARRIED: Final = 24
MAX_OF_ARMS: Final = 5
MAX_CHARGED: Final = 12
MAX_TAKEN_UP: Final = 5
_STRUCK: Final = frozenset({"target", "strike"})
_DOING: Final = frozenset({"carry-out", "carry-out-2", "commit", "direct", "launch"})
_WITH_WEAPONS: Final = frozenset({"throw", "open", "drop"})
_BY_NOBODY: Final = frozenset(
    {"shell", "target", "attack", "storm", "fire", "ram", "repress"}
)  # may be told without a doer
_ENDS_CLAUSE: Final = frozenset({".", ":", "؛", "اذ", "لكن", "بينما", "حيث", "فيما"})


def read_verb(scene: Scene, place: int, verb: Verb, sentence: Sentence) -> Found:
    """Return the incidents a verb of force tells, and the triggers used up by them."""
    clause = scene.clause(place, sentence)
    limit = clause[1]
    match verb.frame:
        case "hit" | "strike":
            return _hit(scene, place, verb, limit, sentence)
        case "use":
            return read_use(scene, place, verb, limit, sentence)
        case "fall":
            return read_falls(scene, place, verb, sentence)
        case "on":
            return _on(scene, place, verb, limit, sentence)
        case "suffer" if limit > place + 1 and scene.words[place + 1] in markers()["footage"]:
            return [], set()  # the word for suffering is also that for showing
        case "light" if (sent := read_drones(scene, place, verb, limit, sentence))[0]:
            return sent
        case "light" | "suffer" | "suffer-of" | "happen" | "shake":
            return _with_noun(scene, place, verb, sentence)
        case "with":
            return _with(scene, place, verb, limit, sentence)
        case "blast":
            return read_blast(scene, place, verb, sentence)
        case "detonate":
            return read_detonation(scene, place, verb, limit, sentence)
        case "take" | "take-on":
            return read_take(scene, place, verb, limit, sentence)
        case "enter":
            return read_enter(scene, place, verb, limit, sentence)
        case "build":
            laid = read_fixed(
                scene, place, verb._replace(kind=IncidentKind.GROUND_ATTACK, frame="ambush"), limit, sentence
            )
            return laid if laid[0] else read_build(scene, place, verb, limit, sentence)
        case "reinforce":
            return read_reinforce(scene, place, verb, limit, sentence)
        case "advance":
            return read_advance(scene, place, verb, limit, sentence)
        case "besieged":
            return read_besieged(scene, place, verb, limit, sentence)
        case "clear":
            return read_clearing(scene, place, verb, limit, sentence)
        case "result":
            return read_caused(scene, place, limit, sentence)
        case "over" | "plant" | "down":
            return read_machine(scene, place, verb, limit, sentence)
        case frame if frame in FIXED:
            return read_fixed(scene, place, verb, limit, sentence)
    return [], set()


def _hit(scene: Scene, place: int, verb: Verb, limit: int, sentence: Sentence) -> Found:
    struck = read_struck(scene, place, limit, sentence) if verb.id in _STRUCK and not verb.owner else None
    struck = struck or (read_struck_by(scene, place, verb, limit, sentence) if not verb.owner else None)
    if struck is not None:
        return struck
    if verb.owner and verb.id in _STRUCK and place + 1 < limit:
        deed = words().get(scene.words[place + 1])
        if isinstance(deed, Noun) and deed.frame == "act":  # the shelling hit them
            draft, taken = read_noun(scene, place + 1, deed, sentence, Roles(asserted=True, taken={place}))
            found = [replace(draft, hit=True)] if draft is not None and draft.actor is not None else []
            return found, {place, place + 1, *taken}
    actor, target, end = sides_of(scene, place, verb, limit, sentence)
    also = not verb.several and scene.words[place - 1] in markers()["joining"]
    joined = bool(verb.cut) or (also and place > sentence.first)
    if actor is None and joined and (verb.tense is Tense.PERFECT or verb.id == "besiege") and target is not None:
        implied = subject_before(scene, place, sentence)
        masculine = implied is not None and is_of_gender(implied, feminine=False)
        implied = implied if verb.cut or verb.feminine or masculine else None
        actor = Force(place, place + 1, implied, armed=True) if implied is not None else None
    if actor is None and not verb.cut and verb.tense is Tense.PERFECT and target is not None:
        opener = thing_before(scene, place, sentence)
        actor = opener if opener is not None and opener.armed else None
        if actor is None and verb.several:
            actor = plural_subject(scene, place, sentence)
    if actor is None and not verb.owner and verb.tense is Tense.PERFECT and target is not None:
        actor = _taken_up(scene, place, sentence)
    if actor is None and verb.id == "besiege" and verb.owner and not verb.cut:
        by = owner_before(scene, place - 1, sentence)  # X shells the town, which it besieges since
        actor = Force(place, place + 1, replace(by, implied=True), armed=True) if by is not None else None
    if actor is None and verb.tense is Tense.PERFECT and target is not None:
        by = doer_behind(scene, end, sentence.end)
        actor = Force(end, end, by, armed=True) if by is not None else None
    if verb.id == "destroy" and target is not None and (missile := missile_in(scene, target)) is not None:
        return brought_down(scene, missile, verb, sentence)
    suffered = actor is None and _is_suffered(scene, place, verb, target, sentence)
    if verb.id not in _BY_NOBODY and not suffered and (actor is None or not actor.armed):
        return [], set()
    if target is None and actor is None and not verb.owner:
        target = _passive_target(scene, place, verb, sentence)
        end = place + 1 if target is not None else end
    if target is None and not verb.owner:
        return [], set()
    if verb.id == "besiege-2" and (target is None or not scene.names_within(target.party.span)):
        return [], set()  # a police cordon
    if actor is not None and not actor.armed:
        return [], set()
    if actor is None and (verb.tense is not Tense.PERFECT or verb.id == "attack"):
        return [], set()
    takes_up = scene.words[place - 1] in speech_markers()["relative"] or verb.id == "besiege"
    if verb.owner and target is None and takes_up:
        target = antecedent(scene, place, sentence)
    hit_at = range(target.first, target.end) if target is not None else range(0)
    low = place - 3 if actor is None or not place - MAX_AHEAD < actor.first < place else min(actor.first, place - 3)
    around = range(max(sentence.first, low), min(sentence.end, place + 16))
    around = range(around.start, next((at for at in around if at > place and _is_circumstance(scene, at)), around.stop))
    near = [scene.words[at] for at in around if at not in hit_at and not _is_of_arms(scene, at)]
    if verb.id == "ram" and not any_of("air").isdisjoint(near):
        return [], set()  # an aircraft that runs somebody over is an accident
    if verb.id == "ram":
        near = [word for word in near if word not in markers()["bomb"]]  # the car is none
    kind, guessed = finer(verb.kind or IncidentKind.OTHER, near), False
    if not markers()["verbal"].isdisjoint(near):
        return [], set()
    if kind is IncidentKind.OTHER and actor is None:
        return [], set()  # sanctions, measures and plans aim at things too
    if (
        kind is IncidentKind.OTHER
        and verb.id != "raid-2"
        and actor is not None
        and not (actor.party.entity or "").startswith("state:")
    ):
        from_afar = _is_from_afar(verb, actor.party)
        kind, guessed = IncidentKind.AIR_STRIKE if from_afar else IncidentKind.GROUND_ATTACK, True
    if kind is IncidentKind.LOOTING_OR_DESTRUCTION and not markers()["air"].isdisjoint(near):
        kind = IncidentKind.AIR_STRIKE
    start = min([place, *([actor.first] if actor is not None and place - actor.first < MAX_AHEAD else [])])
    hit = target.party if target is not None else None
    means = {p for p in range(place + 1, end + 1) if p < sentence.end and isinstance(words().get(scene.words[p]), Noun)}
    draft = make(scene, place, verb, kind, actor.party if actor else None, hit, end, sentence, start)
    if not _is_single(draft, verb, sentence):
        if draft.actor is None or not _is_series(scene, place, end, sentence):
            return [], set()
        draft = replace(draft, aggregate=True, ongoing=True)
    return [replace(draft, hit=bool(verb.owner), exact=draft.exact and not guessed)], means


def _is_from_afar(verb: Verb, actor: Party) -> bool:
    """Return whether a verb that tells nothing of the means tells of a strike from the air: struck by an army, hit by an alliance."""
    row = labels().get(actor.entity or "")
    if verb.id not in _STRUCK:
        return False
    of_state = "الدفاع" in actor.label.split() or (row is not None and row["class"] in {"army", "ministry"})
    return (row is not None and row["class"] == "alliance") or (verb.id == "strike" and of_state)


def _taken_up(scene: Scene, place: int, sentence: Sentence) -> Force | None:
    """Return whom a relative word right before a verb takes up: the police, which raided their flat."""
    if scene.words[place - 1] not in speech_markers()["relative"]:
        return None
    end = place - 1 - (scene.words[place - 2] in COMMAS)
    for first in range(end - 1, max(sentence.first, end - MAX_TAKEN_UP) - 1, -1):
        force = force_at(scene, first, end)
        if force is not None and force.end == end:
            return force if force.armed and not is_state_before_who(scene, force, place) else None
    return None


def _is_of_arms(scene: Scene, place: int) -> bool:
    """Return whether a word of chemical arms tells what was hit, and not with what: depots linked to chemical arms."""
    if scene.words[place] not in any_of("chemical", "gun"):
        return False
    near = [scene.words[at] for at in range(max(0, place - MAX_OF_ARMS), place)]
    return any(word in markers()["part-of"] for word in near)


def _is_suffered(scene: Scene, place: int, verb: Verb, target: Force | None, sentence: Sentence) -> bool:
    """Return whether a verb tells what buildings or goods suffered, nobody says from whom: houses were burnt, shops looted.

    Nothing that could do it stands before the verb, and what is right behind it can do nothing.
    """
    opens = place == sentence.first or (not verb.cut and scene.tokens[place - 1].kind is PUNCTUATION)
    if verb.owner or verb.tense is not Tense.PERFECT or target is None or target.first != place + 1 or not opens:
        return False
    return bare(scene.words[target.first]) in markers()["no-people"]


def _passive_target(scene: Scene, place: int, verb: Verb, sentence: Sentence) -> Force | None:
    """Return what stands before a verb that tells with what it was hit: the airport was targeted with rockets."""
    if verb.id not in _STRUCK or verb.cut or verb.tense is not Tense.PERFECT or place + 1 >= sentence.end:
        return None
    near = [scene.words[at] for at in range(place + 1, min(sentence.end, place + 4))]
    armed = any(word in any_of("rocket", "shell", "bomb", "air") or word[1:] in words() for word in near)
    return plural_subject(scene, place, sentence) if near[0].startswith("ب") and armed else None


def _is_single(draft: Draft, verb: Verb, sentence: Sentence) -> bool:
    """Return whether a verb tells a deed: an imperfect does in a headline, with a day or of a siege, else it tells a habit."""
    settled = verb.tense is Tense.PERFECT or sentence.kind is SentenceKind.TITLE or draft.when is not None
    return settled or (verb.id in {"besiege", "besiege-2"} and draft.actor is not None and draft.target is not None)


def _is_series(scene: Scene, place: int, end: int, sentence: Sentence) -> bool:
    """Return whether a verb tells what is done again and again: they shell the districts daily."""
    near = scene.tokens[place : min(sentence.end, end + MAX_SERIES)]
    return any(token.folded in markers()["series"] for token in near)


def _on(scene: Scene, place: int, verb: Verb, limit: int, sentence: Sentence) -> Found:
    """Read a verb whose object stands behind "on": planes raided positions."""
    actor = force_at(scene, place + 1, limit) or force_before(scene, place, sentence)
    where = next((p for p in range(place + 1, min(limit, place + MAX_AHEAD)) if scene.words[p] in AGAINST), None)
    if actor is None or where is None or not actor.armed:
        return [], set()
    thing = thing_at(scene, where + 1, limit)
    kind = verb.kind or IncidentKind.OTHER
    hit, end = (thing.party, thing.end) if thing is not None else (None, where)
    return [make(scene, place, verb, kind, actor.party, hit, end, sentence)], set()


def _with_noun(scene: Scene, place: int, verb: Verb, sentence: Sentence) -> Found:
    """Read a verb that only carries a noun of force: launched an attack, came under fire, an attack happened."""
    if verb.owner and verb.frame == "light":
        found = read_launched(scene, place, verb, sentence)
        if found[0]:
            return found
    if verb.id == "launch" and verb.feminine and not verb.owner:
        found = read_fired_at(scene, place, verb, sentence)
        if found[0]:
            return found
    limit = min(sentence.end, place + (MAX_CARRIED if verb.frame == "light" else MAX_AHEAD))
    if verb.frame == "happen" and scene.words[place - 1] in {"ما", "وما"}:
        return [], set()  # what happens is an aggression, as somebody calls it
    if verb.id == "direct" and (_charges(scene, place, sentence) or _says(scene, place, limit)):
        return [], set()
    subject: Force | None = None
    aimed = verb.frame == "light" and place + 1 < limit and scene.words[place + 1] in markers()["at-it"]
    position = skip_adjuncts(scene, place + 1 + aimed, limit)
    hit = antecedent(scene, place, sentence) if aimed else None
    roles = Roles(target=hit.party if hit is not None else None, asserted=verb.tense is not Tense.FUTURE, taken={place})
    known, likened = words(), markers()["likened"]
    for where in range(position, limit):
        folded = scene.words[where]
        if folded in _ENDS_CLAUSE:
            break
        word = known.get(folded)
        if (folded in likened and not _is_thought(scene, where)) or (
            isinstance(word, Verb) and where > position and is_free(scene, where)
        ):
            break
        if not isinstance(word, Noun) or scene.chart.name_at(where) is not None or is_foe(scene, where):
            continue
        if word.frame in {"take", "take-on"} and scene.words[where - 1] in {"تحت", "خارج"}:
            continue  # towns under the control of X
        if verb.frame == "happen" and where > position and scene.words[where - 1] in markers()["apart"]:
            return [], set()  # as happened in the attack
        if verb.id == "impose" and word.id != "siege":
            continue
        if verb.frame == "light" and word.front == "ل":
            return [], set()  # gave them a chance to storm it
        if verb.frame in {"light", "suffer-of"} and where > position and _is_apart(scene, position, where):
            return [], set()  # the gas used in the attack is no attack that somebody launches
        if where > position:
            subject = force_at(scene, position, where) if scene.words[position] not in amounts()["vague"] else None
            if subject is None and verb.id in _DOING:
                subject = capital_at(scene, position, where)
        if subject is None and verb.frame in {"light", "suffer", "suffer-of"}:
            subject = force_before(scene, place, sentence)
        if subject is None and verb.frame == "light" and verb.several and not verb.cut:
            subject = plural_subject(scene, place, sentence)
        if subject is None and verb.frame == "light" and verb.several and verb.cut and not verb.owner:
            by = subject_before(scene, place, sentence)  # the soldiers saw him, and opened fire
            subject = Force(place, place, by, armed=True) if by is not None else None
        after = known.get(scene.words[where + 1]) if word.frame == "operation" and where + 1 < limit else None
        shelling = after if isinstance(after, Noun) and after.frame == "act" else None  # a campaign of shelling
        at = where + (shelling is not None)
        return _carried(scene, place, verb, at, shelling or word, subject, roles, sentence)
    return [], set()


def _says(scene: Scene, place: int, limit: int) -> bool:
    """Return whether words are the object of a verb of directing: X addressed a warning to Y."""
    return not markers()["addressed"].isdisjoint(scene.words[place + 1 : min(limit, place + MAX_OF_ARMS)])


def _is_thought(scene: Scene, place: int) -> bool:
    """Return whether "that they are" only tells whose something is thought to be: planes believed to be Russian."""
    if scene.words[place - 1] not in markers()["believed"]:
        return False
    name = scene.chart.name_at(place + 1)
    return name is not None and name.kind == "nationality"


def _is_apart(scene: Scene, place: int, noun: int) -> bool:
    """Return whether a noun behind a verb stands behind a preposition of its own: since the attack, after the "looting"."""
    if scene.words[noun - 1] in markers()["apart"]:
        of = scene.words[noun - 1] == "من" and scene.words[noun - 2] in markers()["group"]
        return not of  # a series of raids
    later = (at for at in range(place, noun) if scene.words[at] in markers()["seen"])
    return any(not scene.chart.dated[at + 1] for at in later)


def _charges(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether a verb of directing has charges for its object: the charges that X made against Y."""
    near = scene.tokens[max(sentence.first, place - 3) : min(sentence.end, place + MAX_CHARGED)]
    return any("اتهام" in token.folded for token in near)


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
    relative = scene.words[place - 1] in speech_markers()["relative"]  # the side that carried it out
    if subject is None and verb.frame == "light" and not verb.cut and not verb.owner and not relative:
        subject = thing_before(scene, place, sentence)
    if subject is None and verb.frame == "light" and relative and not verb.owner:
        subject = _taken_up(scene, place, sentence)
    if verb.id in _WITH_WEAPONS and noun.frame != "weapon":
        return [], set()
    if verb.id == "exchange" and subject is None:
        return [], {where}
    if verb.frame == "light" and subject is not None:
        roles.actor = subject.party
        roles.means += scene.words[subject.first : subject.end]
        if (
            not subject.armed
            and subject.phrase is not None
            and subject.phrase.kind in {"person", "office"}
            and noun.number != "many"
        ):
            return [], {where} if noun.id == "attack" else set()
    if verb.frame == "suffer":
        thing = subject
        if thing is None and not (scene.words[place + 1].startswith("ل") and clitics_before(scene, place + 1)):
            thing = thing_at(scene, place + 1, where)
        if thing is not None and scene.words[thing.first] in markers()["attempt"]:
            thing = None  # survived an attempt
        thing = thing or opening(scene, place, sentence)
        if thing is None and relative:
            thing = antecedent(scene, place, sentence)
        roles.target = thing.party if thing is not None else None
    if verb.frame == "shake":
        roles.end = where + 1
    if subject is None and verb.id in {"launch", "open"} and noun.id == "bullets" and not verb.owner:
        subject = _shooter(scene, place, where)
    if noun.frame == "weapon" and verb.frame == "suffer" and noun.front and roles.target is not None:
        kind = noun.kind if noun.id != "bullets" else IncidentKind.SMALL_ARMS
        by = doer_behind(scene, where + 1, sentence.end)
        hit = make(scene, place, verb, kind or IncidentKind.OTHER, by, roles.target, where + 1, sentence)
        return [hit], {place, where}
    if noun.frame == "weapon":
        return read_weapon(scene, place, verb, where, noun, subject, sentence)
    told = any_of("fear", "threat", "preparing", "charge").isdisjoint(
        scene.words[max(place + 1, where - MAX_SERIES + 1) : where]
    )
    if not told or is_forbidden(scene, where, sentence) or is_harmless(scene, where, noun, sentence):
        return [], {place, where}
    if noun.frame == "fall":
        draft, taken = read_fall(scene, where, noun, sentence)
        return ([draft] if draft is not None else []), {place, where, *taken}
    if verb.frame == "suffer" and noun.frame in {"slay", "catch"}:
        kind = noun.kind or IncidentKind.OTHER
        by = doer_behind(scene, where + 1, sentence.end)
        return [make(scene, place, verb, kind, by, roles.target, where + 1, sentence)], {place, where}
    behind = scene.words[where + 1] if where + 1 < sentence.end else ""
    no_war = noun.frame == "operation" and verb.id == "launch" and behind not in any_of("ground", "air")
    if noun.frame not in {"act", "operation", "shoot"} or no_war:
        return [], set()
    roles.launched = verb.id in {"carry-out", "launch"}
    roles.begun = verb.id == "begin"
    roles.anew = verb.frame == "happen" and verb.tense is Tense.PERFECT
    roles.ongoing = verb.frame == "light" and (verb.id == "continue" or verb.tense is Tense.IMPERFECT)
    roles.ongoing = roles.ongoing and sentence.kind is not SentenceKind.TITLE
    if verb.frame == "suffer-of" and subject is None:
        name = scene.chart.name_at(place + 1) or next(
            (n for p in range(place + 1, where) if (n := scene.chart.name_at(p))), None
        )
        roles.place = place_of(name) if name is not None and name.kind in {"place", "state"} else None
    draft, taken = read_noun(scene, where, noun, sentence, roles)
    if draft is None:
        return [], {place}
    if verb.frame == "suffer":  # what comes "under the shelling" is told of here first
        draft = replace(draft if draft.actor is not None else _with_doer(scene, draft, where, sentence), back=False)
    if verb.id == "exchange" and _charges(scene, place, sentence):
        draft = crossing(scene, draft, subject)
    return [replace(draft, rule=f"<{verb.id}> {draft.rule}")], {place, where, *taken}


def _with_doer(scene: Scene, draft: Draft, where: int, sentence: Sentence) -> Draft:
    """Return what was suffered with the armed side right behind "from": came under fire from the army."""
    for at in range(where + 1, min(where + MAX_SERIES, sentence.end - 1)):
        if scene.words[at] == "من":
            force = force_at(scene, at + 1, sentence.end)
            return replace(draft, actor=force.party) if force is not None and force.armed else draft
    return draft


def _shooter(scene: Scene, place: int, where: int) -> Force | None:
    """Return whoever stands between a verb and the fire he opened, known to a table or not."""
    start = skip_adjuncts(scene, place + 1, where)
    thing = thing_at(scene, start, where) if start < where else None
    return thing if thing is not None and skip_adjuncts(scene, thing.end, where) == where else None


def _with(scene: Scene, place: int, verb: Verb, limit: int, sentence: Sentence) -> Found:
    actor = force_at(scene, place + 1, limit) or force_before(scene, place, sentence)
    if actor is None:
        return [], set()
    where = next((p for p in range(place + 1, min(limit, place + MAX_AHEAD)) if scene.words[p] == "مع"), None)
    other = force_at(scene, where + 1, limit) if where is not None else None
    if other is None and where is None and actor.end > place:
        other = force_at(scene, past_epithets(scene, actor.end, limit), limit)  # X fights Y
    if other is None and parted(scene, actor)[1] is None:
        return [], set()  # nobody is told against whom
    end = other.end if other is not None else actor.end
    draft = make(scene, place, verb, IncidentKind.CLASH, actor.party, other.party if other else None, end, sentence)
    return ([draft], set()) if _is_single(draft, verb, sentence) else ([], set())


def _is_circumstance(scene: Scene, place: int) -> bool:
    """Return whether a word opens what came before or why: the arms named behind it are not those of the deed."""
    word = scene.words[place]
    return word in markers()["circumstance"] or word in markers()["answer"]
