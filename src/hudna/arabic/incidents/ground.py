"""What fell from afar, and ground that was taken, told by a noun."""

from typing import Final

from hudna.arabic.incidents.antecedents import ON_IT, antecedent
from hudna.arabic.incidents.counts import integer_at
from hudna.arabic.incidents.doers import doer_before, doer_behind, is_by, is_told_done
from hudna.arabic.incidents.draft import Draft
from hudna.arabic.incidents.owners import owner_before
from hudna.arabic.incidents.parties import Force, force_at
from hudna.arabic.incidents.roles import Roles, draft_of
from hudna.arabic.incidents.things import thing_at
from hudna.arabic.incidents.words import Noun, Verb, markers, words
from hudna.arabic.scene import Scene
from hudna.model import IncidentKind, Sentence
from hudna.model.frozen import replace
from hudna.text.letters import COMMAS

MAX_IMPOSING: Final = 6
MAX_TO: Final = 9
_HANDS: Final = frozenset({"ايدي", "يد", "ايادي", "قبضه"})
_HELD: Final = frozenset({"سيطره", "قبضه"})


def read_fall(scene: Scene, place: int, noun: Noun, sentence: Sentence) -> tuple[Draft | None, set[int]]:
    """Return the incident of rockets or shells that fell, of ground that fell to a side, None where something else fell."""
    lost = read_lost_ground(scene, place, noun, sentence)
    if lost is not None:
        return lost, set()
    limit = min(sentence.end, place + 5)
    for where in range(place + 1, limit):
        weapon = words().get(scene.words[where])
        if isinstance(weapon, Noun) and weapon.frame == "weapon":
            near = target_near(scene, where, min(sentence.end, where + 8))
            roles = Roles(
                asserted=True, end=near.end if near is not None else where + 1, target=near.party if near else None
            )
            fallen = noun._replace(kind=weapon.kind, frame="act", number=weapon.number)
            kind, clause = weapon.kind or IncidentKind.OTHER, scene.clause(place, sentence)
            draft = draft_of(scene, place, fallen, kind, roles, clause, sentence)
            left = not markers()["debris"].isdisjoint(scene.words[place + 1 : where])
            return replace(draft, downed=left), {where}
    return None, set()


def read_lost_ground(scene: Scene, place: int, word: Verb | Noun, sentence: Sentence) -> Draft | None:
    """Return the ground that fell to a side: the fall of the town into the hands of X."""
    limit = scene.clause(place, sentence)[1]
    ground = thing_at(scene, place + 1, limit) if place + 1 < limit and not word.owner else None
    if ground is None or not (_has_place(scene, ground) or _is_terrain(scene, ground)):
        return None
    for where in range(ground.end, min(limit - 1, ground.end + MAX_TO)):
        of = scene.words[where - 1] == "تحت" and scene.words[where] in _HELD
        if not (of or is_by(scene, where) or (scene.words[where] in _HANDS and _in_hands(scene, where))):
            continue
        side = force_at(scene, where + 1, limit)
        if side is None or not side.armed:
            return None
        roles = Roles(actor=side.party, target=ground.party, end=side.end, asserted=True)
        noun = Noun(word.id, IncidentKind.TERRITORY_TAKEN, "take", "one", "", word.cut, "", False, "")
        return draft_of(
            scene, place, noun, IncidentKind.TERRITORY_TAKEN, roles, scene.clause(place, sentence), sentence
        )
    return None


def _in_hands(scene: Scene, place: int) -> bool:
    """Return whether "the hands of" stands behind a preposition that tells into whose."""
    return scene.words[place - 1] in {"في", "بين", "الي"}


def target_near(scene: Scene, place: int, limit: int) -> Force | None:
    """Return what rockets or shells fell on or near to."""
    for where in range(place + 1, limit - 1):
        if scene.words[where] in {"قرب", "علي", "داخل", "باتجاه", "جوار"}:
            return thing_at(scene, where + 1, limit) if scene.words[where + 1] != "الاقل" else None
        if scene.words[where] in {"،", "."}:
            return None
    return None


def _own_taking(scene: Scene, place: int, noun: Noun, sentence: Sentence) -> Draft | None:
    """Return the ground that somebody named before took: after its capture of the town, they announced their capture of."""
    seen = markers()["going-on"] | markers()["seen"]
    told = any(scene.statements_from(at) for at in range(max(sentence.first, place - 5), place))
    near = {scene.words[at] for at in range(max(sentence.first, place - MAX_IMPOSING), place)}
    told = told or not near.isdisjoint(markers()["imposing"])
    known = told or noun.front == "ب" or scene.words[place - 1] in {*seen, "عن"}
    actor = owner_before(scene, place, sentence) if known else None
    clause = scene.clause(place, sentence)
    start = place + 2 if noun.frame == "take-on" else place + 1
    if actor is None or (noun.frame == "take-on" and scene.words[place + 1] != "علي"):
        return None
    ground = _ground_at(scene, start, clause[1])
    if ground is None or not (_has_place(scene, ground) or _is_terrain(scene, ground)):
        return None
    roles = Roles(actor=actor, target=ground.party, end=ground.end, asserted=True)
    return draft_of(scene, place, noun._replace(front=""), IncidentKind.TERRITORY_TAKEN, roles, clause, sentence)


def _has_place(scene: Scene, ground: Force) -> bool:
    names = (scene.chart.name_at(place) for place in range(ground.first, ground.end))
    return any(name is not None and name.kind == "place" for name in names)


def _is_terrain(scene: Scene, ground: Force) -> bool:
    return scene.words[ground.first] in markers()["taken-ground"]


def read_taking(scene: Scene, place: int, noun: Noun, sentence: Sentence) -> Draft | None:
    """Return the ground that a verbal noun says was taken: X's capture of the town, the liberation of the town."""
    before = scene.words[place - 1] if place > sentence.first else ""
    imposed = before in markers()["imposing"]
    doer = doer_before(scene, place - imposed, sentence)
    done = is_told_done(scene, place)
    if before in markers()["near-to"]:
        return None
    if (doer is None and not done and before in {"تحت", "خارج", "مناطق", "لمناطق", "علي", "من"}) or noun.front == "ل":
        return None
    if noun.owner and before in markers()["got-done"] and noun.frame == "take":
        return _taken_up(scene, place, noun, None, sentence)
    if noun.owner:
        return _own_taking(scene, place, noun, sentence)
    if before.lstrip("ول") in markers()["named-for"]:
        return None  # a front, a body for the liberation of: its name
    clause = scene.clause(place, sentence)
    actor = force_at(scene, place + 1, clause[1])
    if actor is not None and not actor.armed:
        actor = None
    start = actor.end if actor is not None else place + 1
    actor = actor or doer
    if noun.frame == "take-on":
        if (
            start >= clause[1]
            or scene.words[start] not in ON_IT | {"علي"}
            or (actor is None and not (imposed or done) and before not in markers()["going-on"] | markers()["seen"])
        ):
            return None
        start += 1
        if scene.words[start - 1] in ON_IT:
            return _taken_up(scene, place, noun, actor, sentence)
    elif noun.definite:
        return None
    elif start + 1 < clause[1] and scene.words[start] == "السيطره" and scene.words[start + 1] == "علي":
        start = _past_amount(scene, start + 2, clause[1])
    if actor is not None and start < clause[1] and scene.words[start] in COMMAS:
        start += 1
    ground = _ground_at(scene, start, clause[1]) if noun.frame == "take-on" else thing_at(scene, start, clause[1])
    by = actor.party if actor is not None else None
    if by is None and ground is not None:
        by = doer_behind(scene, ground.end, sentence.end)
    if by is None and noun.frame == "take-on" and (imposed or before in markers()["seen"]):
        by = owner_before(scene, place, sentence)
    if ground is None or not (_has_place(scene, ground) or ((done or by is not None) and _is_terrain(scene, ground))):
        return None
    roles = Roles(
        actor=by,
        target=ground.party,
        end=ground.end,
        asserted=done or doer is not None or imposed or before in {*markers()["going-on"], *markers()["seen"], "مع"},
    )
    draft = draft_of(scene, place, noun, IncidentKind.TERRITORY_TAKEN, roles, clause, sentence)
    return draft if draft.asserted or draft.when is not None or noun.id == "recapture" else None


def _taken_up(scene: Scene, place: int, noun: Noun, actor: Force | None, sentence: Sentence) -> Draft | None:
    """Return the ground that a pronoun takes up: the town that X managed to take, that was freed."""
    ground = antecedent(scene, place, sentence)
    if ground is None:
        return None
    end = max(actor.end if actor is not None else 0, place + 1)
    roles = Roles(actor=actor.party if actor is not None else None, target=ground.party, end=end, asserted=True)
    noun = noun._replace(front="", owner="")
    return draft_of(scene, place, noun, IncidentKind.TERRITORY_TAKEN, roles, scene.clause(place, sentence), sentence)


def _ground_at(scene: Scene, place: int, limit: int) -> Force | None:
    """Return what was taken: ground that stands at a token, else behind how much of it was."""
    ground = thing_at(scene, place, limit)
    if ground is not None and (_has_place(scene, ground) or _is_terrain(scene, ground)):
        return ground
    return thing_at(scene, _past_amount(scene, place, limit), limit) or ground


def _past_amount(scene: Scene, place: int, limit: int) -> int:
    """Return the token behind how much of the ground was taken: seventy per cent of."""
    while place < limit and (
        scene.words[place] in markers()["lead-of-ground"] or integer_at(scene.tokens, place, limit) is not None
    ):
        place += 1
    return place
