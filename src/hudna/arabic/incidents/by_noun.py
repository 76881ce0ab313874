"""Incidents told by a noun of force: the raid of X on Y, an attack that X carried out, clashes between X and Y."""

from typing import Final

from hudna.arabic.incidents.around import skip_adjuncts
from hudna.arabic.incidents.chemical import use_of
from hudna.arabic.incidents.doers import doer_before, is_by, is_joined, is_led_to, is_told_done, killer_at, leads_it
from hudna.arabic.incidents.draft import Draft
from hudna.arabic.incidents.glued import clitics_before
from hudna.arabic.incidents.heads import is_armed, is_definite, is_of_state, leads_operations
from hudna.arabic.incidents.kinds import finer
from hudna.arabic.incidents.means import means_at
from hudna.arabic.incidents.modifiers import is_nation, modifiers
from hudna.arabic.incidents.owners import charged, keeper_before, of_spot, owner_before, owner_behind
from hudna.arabic.incidents.parties import capital_at, force_at
from hudna.arabic.incidents.qualifiers import goes_on_before, is_epithet
from hudna.arabic.incidents.roles import Roles, draft_of
from hudna.arabic.incidents.shooting import fired, firing, is_fired, shoots
from hudna.arabic.incidents.sides import read_between
from hudna.arabic.incidents.things import counted_at, has_object, is_rigged, thing_at
from hudna.arabic.incidents.verb_forms import is_purpose, is_verb_form
from hudna.arabic.incidents.weapons import is_bomb
from hudna.arabic.incidents.words import Noun, Tense, Verb, markers, words
from hudna.arabic.scene import Scene
from hudna.arabic.speech.cues import markers as speech_markers
from hudna.model import WORD, IncidentKind, Sentence
from hudna.model.frozen import replace
from hudna.text import fold_word
from hudna.text.letters import COMMAS

MAX_REACH: Final = 24
MAX_LOOSE: Final = 8
_OF_THINGS: Final = frozenset({"destruction", "arson", "looting", "targeting", "storming"})
_DONE_BY: Final = frozenset({"carry-out", "carry-out-2", "commit", "direct"})
_OF_ANYTHING: Final = frozenset({"destruction", "arson", "looting", "targeting"})
_MEANWHILE: Final = frozenset({"حين", "فيما", "بينما", "عندما", "كما", "ثم"})
_LATER: Final = frozenset({"قبل", "بعد", "عقب", "اثر"})
_AGAINST: Final = frozenset(
    {"علي", "ضد", "باتجاه", "نحو", "صوب", "وعلي", "وضد", "بحق", "مستهدفه", "مستهدفا", "مستهدفين"}
)


def read_noun(
    scene: Scene, place: int, noun: Noun, sentence: Sentence, roles: Roles | None = None
) -> tuple[Draft | None, set[int]]:
    """Return the incident that a noun of force tells, and the triggers its words use up."""
    roles = roles or Roles()
    kind = noun.kind or IncidentKind.OTHER
    clause = scene.clause(place, sentence)
    limit = min(sentence.end, place + 1 + MAX_REACH)
    roles.end = max(roles.end, place + 1)
    if noun.frame == "use":
        return use_of(scene, place, noun, sentence), set()
    if noun.frame == "weapon" or (noun.frame == "shoot" and not shoots(scene, place, limit)):
        return None, set()
    if noun.frame == "shoot" and not noun.owner:
        roles.actor = roles.actor or firing(scene, place, limit)
    if noun.frame == "shoot":
        exchanged = place > sentence.first and scene.words[place - 1] in markers()["mutual"]
        kind = IncidentKind.CLASH if exchanged else fired(scene, place, limit)
    position = place + 1 + _joined_behind(scene, place + 1, limit, noun)
    bare = noun.id in _OF_ANYTHING and not noun.definite and position < limit and not is_nation(scene, position)
    position = position if bare else modifiers(scene, position, limit, roles)
    if not markers()["verbal"].isdisjoint(roles.means):
        return None, set()
    if noun.id == "bombing" and is_joined(scene, place):
        kind = _cleared(scene, place, limit) or kind
    unsettled = not markers()["open"].isdisjoint(scene.words[place + 1 : position])
    before = scene.words[place - 1]
    joined = noun.cut == 1 and roles.actor is None and (before in COMMAS or is_joined(scene, place))
    if roles.actor is None and (noun.front == "ب" or joined or is_led_to(scene, place)):
        doer = doer_before(scene, place, sentence)
        roles.asserted = roles.asserted or doer is not None
        roles.actor = doer.party if doer is not None else charged(scene, place, sentence)
    elif not noun.front and roles.actor is None and scene.words[place - 1] in markers()["by-doing"]:
        roles.actor = charged(scene, place - 1, sentence)
    if noun.owner and roles.actor is None and not (noun.construct == "target" and scene.words[place + 1] == "من"):
        roles.actor = owner_before(scene, place, sentence)
    if roles.actor is None and not noun.definite and not noun.front:
        roles.actor = keeper_before(scene, place, sentence)
    roles.asserted = roles.asserted or (not noun.definite and is_told_done(scene, place))
    position = _genitive(scene, place, position, noun, limit, roles)
    if noun.frame == "operation":
        position = _purpose_of(scene, place, position, limit, roles)
    _read_roles(scene, place, position, limit, roles, clash=kind is IncidentKind.CLASH)
    vague = markers()["ground"].isdisjoint(roles.means) and not _suicide(roles)
    if noun.frame == "operation" and vague and not _is_waged(roles):
        return None, set()
    if roles.owned and roles.actor is None:
        roles.actor = owner_before(scene, place, sentence) or owner_behind(scene, place, roles.end, sentence)
    near = scene.words[place + 1 : min(sentence.end, place + 5)]
    if not markers()["chemical"].isdisjoint(near[: _clause_words(near)]):
        roles.means += near
    roles.ongoing = roles.ongoing or goes_on_before(scene, place)
    roles.asserted = roles.asserted or roles.ongoing
    other = {"strike": "military", "ramming": "bomb"}.get(noun.id)  # a car that rams is no bomb
    means = [word for word in roles.means if other is None or word not in markers()[other]]
    kind = finer(kind, [*means, *platform_words(scene, roles)])
    from_afar = noun.id == "strike" and kind is IncidentKind.OTHER and not _is_of_fighters(roles)
    kind = IncidentKind.AIR_STRIKE if from_afar else kind
    guessed = noun.id == "attack" and noun.number == "one" and kind is IncidentKind.OTHER
    if guessed and roles.actor and (roles.target or roles.begun):
        kind = IncidentKind.GROUND_ATTACK
    roles.asserted = roles.asserted or (noun.id == "siege" and roles.actor is not None and roles.target is not None)
    ruined = noun.id == "destruction" and roles.actor is None  # of old graves, by time
    if noun.id == "destruction" and noun.owner and roles.target is None:
        return None, set()
    if (unsettled or ruined) and not roles.asserted:
        return None, set()
    draft = draft_of(scene, place, noun, kind, roles, clause, sentence)
    return (replace(draft, exact=False) if guessed or from_afar else draft), roles.taken


def _is_of_fighters(roles: Roles) -> bool:
    """Return whether those who strike are armed, but no state: its strikes are from the air, theirs may be anything."""
    return roles.actor is not None and is_armed(roles.actor) and not is_of_state(roles.actor)


def _joined_behind(scene: Scene, place: int, limit: int, noun: Noun) -> int:
    """Return whether another verbal noun with the same object is joined right behind: the targeting and destruction of."""
    if noun.construct != "target" or place >= limit:
        return 0
    other = words().get(scene.words[place])
    return int(isinstance(other, Noun) and other.cut == 1 and other.construct == "target" and not other.definite)


def _is_waged(roles: Roles) -> bool:
    """Return whether an operation is told as launched, or as one on somebody, by a party that leads operations."""
    told = roles.launched or (roles.asserted and roles.target is not None)
    return told and roles.actor is not None and leads_operations(roles.actor)


def _clause_words(words_near: list[str]) -> int:
    """Return how many words stand before the first mark or preposition of place."""
    return next((n for n, word in enumerate(words_near) if word in {".", "،", "في", "علي", ":"}), len(words_near))


def _suicide(roles: Roles) -> bool:
    return not markers()["bomb"].isdisjoint(roles.means)


def _genitive(scene: Scene, place: int, position: int, noun: Noun, limit: int, roles: Roles) -> int:
    """Read the party or thing that stands in construct right behind the noun, or as object behind its pronoun."""
    if noun.owner and noun.front == "ب" and noun.construct and position == place + 1 and roles.target is None:
        thing = thing_at(scene, position, limit) if not clitics_before(scene, position) else None
        if thing is not None and is_definite(scene, position):  # by their shelling the corridors
            roles.target, roles.end = thing.party, thing.end
            return thing.end
    joined = position == place + 2 and (place + 1 in roles.taken or _joined_behind(scene, place + 1, limit, noun))
    if (
        (position != place + 1 and not joined)
        or position >= limit
        or noun.definite
        or noun.number == ""
        or scene.chart.dated[position]
    ):
        return position
    token = scene.tokens[position]
    if scene.tokens[place].surface.endswith(("ا", "اً", "ًا", "ا\u064b")):
        return position
    if (
        token.kind is WORD
        and clitics_before(scene, position)
        and token.folded[0] in "بلو"
        and scene.chart.name_at(position) is None
    ):
        return position
    force = force_at(scene, position, limit) or killer_at(scene, position, limit)
    of = noun.construct == "target" and (
        killer_at(scene, position, limit) is not None or has_object(scene, force, limit)
    )  # X's targeting of
    if of and force is not None:
        roles.actor, roles.end = roles.actor or force.party, force.end
        thing = thing_at(scene, force.end, limit)
        roles.target = thing.party if thing is not None else None
        roles.end = thing.end if thing is not None else force.end
        return roles.end
    if force is not None and force.armed and noun.construct != "target":
        is_state = force.phrase is not None and force.phrase.kind == "state"
        if not is_state or noun.number == "many" or _goes_on(scene, force.end, limit):
            if roles.actor is None:
                roles.actor = force.party
            roles.end = force.end
            return _object_of(scene, force.end, limit, noun, roles)
    number = counted_at(scene, position, limit) if token.folded == "عدد" else None
    thing = number or thing_at(scene, position, limit) or counted_at(scene, position, limit)
    if thing is None or not noun.construct:
        return position
    if scene.chart.name_at(position) is None and (noun.number == "many" or noun.id == "attack"):
        return position
    if noun.id not in _OF_THINGS and is_epithet(scene, place, thing.first, thing.end):
        roles.end = max(roles.end, position + 1)
        return position + 1
    if noun.id == "attack" and leads_it(scene, thing, limit):
        roles.actor, roles.end = roles.actor or thing.party, thing.end
        return thing.end
    if is_bomb(scene, thing.first) or scene.words[thing.first] == "سياره" or is_rigged(scene, thing.first + 1, limit):
        roles.means += scene.words[thing.first : thing.end]
    elif roles.target is None:
        roles.target = thing.party
    roles.end = thing.end
    return thing.end


def _goes_on(scene: Scene, place: int, limit: int) -> bool:
    if place >= limit:
        return False
    word = scene.words[place]
    return (
        word in _AGAINST
        or (word.startswith("ل") and clitics_before(scene, place) > 0)
        or (word.startswith("ب") and clitics_before(scene, place) > 0)
        or thing_at(scene, place, limit) is not None
    )


def _object_of(scene: Scene, place: int, limit: int, noun: Noun, roles: Roles) -> int:
    """Read what the actor in construct hit: X's shelling of the town."""
    place = modifiers(scene, place, limit, roles)
    if place >= limit or not noun.construct:
        return place
    token = scene.tokens[place]
    glued_to = token.folded.startswith("ل") and (
        clitics_before(scene, place) > 0 or scene.chart.name_at(place) is not None
    )
    thing = thing_at(scene, place, limit)
    if (
        thing is None
        or (token.folded.startswith(("ب", "و")) and clitics_before(scene, place))
        or (not glued_to and noun.id == "attack")
    ):
        return place
    roles.target = roles.target or thing.party
    roles.end = thing.end
    return thing.end


def _read_roles(scene: Scene, place: int, position: int, limit: int, roles: Roles, *, clash: bool) -> None:
    """Read the phrases behind a noun that name who did it and what was hit, until another deed is told."""
    tokens = scene.tokens
    deed = words().get(tokens[place].folded)
    owned = isinstance(deed, Noun) and bool(deed.owner)
    deed_is_attack = isinstance(deed, Noun) and deed.id == "attack"
    kinds, known = markers(), words()
    while position < limit:
        word = scene.words[position]
        if tokens[position].kind is not WORD:
            if word in {".", ":", "؛", "!", "؟"}:
                return
            between = clash and position + 1 < limit and scene.words[position + 1] == "بين"
            fired = isinstance(deed, Noun) and deed.frame == "shoot" and is_fired(scene, position + 1, limit)
            if word in COMMAS and not between and not fired and not _goes_on_after(scene, position + 1, limit):
                return
            position += 1
            continue
        glued = owned and word.startswith("ل") and not is_purpose(word)  # its shelling of
        free = scene.chart.name_at(position) is None and not scene.chart.dated[position]
        trigger = known.get(word) if free else None
        if free and trigger is None and position > roles.end and _tells_otherwise(scene, position):
            return
        if isinstance(trigger, Verb) and word not in kinds["driven"]:
            after = _of_relative(scene, position, trigger, limit, roles)
            if after is None:
                return
            position = after
        elif (
            isinstance(trigger, Noun)
            and trigger.frame in {"act", "dead", "slay", "shoot", "catch", "hurt", "take", "take-on"}
            and word not in kinds["to-take"]
            and position > place + 1
        ):
            roles.means += [word] if scene.words[position - 1] == "من" else []
            return
        elif word in {"بين", "وبين"} and not roles.mutual and roles.actor is None:
            position = read_between(scene, position, limit, roles, clash=clash)
        elif deed_is_attack and roles.target is None and word in kinds["to-take"]:
            position = _purpose_of(scene, place, position, limit, roles)
            return
        elif is_purpose(word) or (
            word in _LATER and scene.words[position - 1] != "من" and not _is_dated(scene, position + 1, limit)
        ):
            return
        elif word in kinds["driven"]:
            position = _driver(scene, position, limit, roles)
        elif (
            word in kinds["that"]
            or word in kinds["afoot"]  # on foot, and on nobody
            or word in {"انه", "انها", "انهم"}
            or position - roles.end > MAX_LOOSE
        ):
            return
        elif word in _AGAINST or (word == "مع" and clash):
            position = _against(scene, position, limit, roles)
        elif is_by(scene, position):
            position = _by(scene, position, limit, roles)
        elif (
            word.startswith("ل")
            and position <= place + 4
            and scene.words[place].removeprefix("ال") in {"ضربه", "ضربات"}
        ):
            by = _of_whom(scene, position, limit, roles) if roles.means and roles.actor is None else position + 1
            if by > position + 1:
                position = by
                continue
            thing = thing_at(scene, position, limit) if _is_object(scene, position) else None
            roles.target = roles.target or (thing.party if thing is not None else None)
            position = thing.end if thing is not None else position + 1
        elif position == place + 1 and glued and roles.target is None:
            thing = thing_at(scene, position, limit)
            roles.target = thing.party if thing is not None else None
            position = roles.end = thing.end if thing is not None else position + 1
        elif word.startswith("ل") and roles.target is not None and position == roles.end:
            position = _past_owner(scene, position, limit, roles)
        elif word[0] == "ل" and roles.actor is None and position <= place + 4 and not of_spot(scene, place, position):
            position = _of_whom(scene, position, limit, roles)
        elif with_what := means_at(scene, position, limit):
            roles.means += with_what
            position += 1
            roles.end = max(roles.end, position)
        else:
            position += 1


def _past_owner(scene: Scene, place: int, limit: int, roles: Roles) -> int:
    """Return the token behind those to whom what was hit belongs: positions of X."""
    force = force_at(scene, place, limit)
    if force is None:
        return place + 1
    roles.end = force.end
    return force.end


def _cleared(scene: Scene, place: int, limit: int) -> IncidentKind | None:
    """Return that bombs which were found were set off on purpose: the finding and blowing up of 30 devices."""
    near = [words().get(word) for word in scene.words[place + 1 : min(limit, place + 8)]]
    return IncidentKind.MINE if any(isinstance(word, Noun) and word.id == "bomb" for word in near) else None


def _purpose_of(scene: Scene, place: int, position: int, limit: int, roles: Roles) -> int:
    """Read the ground that an operation is meant to take: an operation to free the town."""
    if position + 1 >= limit or scene.words[position] not in markers()["to-take"]:
        return position
    begins = scene.words[place - 1] in markers()["beginning"]
    start = position + 1
    if start + 1 < limit and scene.words[start] == "السيطره" and scene.words[start + 1] == "علي":
        start += 2
    start += start < limit and scene.words[start] == "علي"
    thing = thing_at(scene, start, limit)
    if thing is None or roles.target is not None:
        return position
    roles.target, roles.end = thing.party, thing.end
    roles.asserted = roles.asserted or begins
    if begins:
        roles.taken.add(place - 1)
    return thing.end


def _is_object(scene: Scene, place: int) -> bool:
    """Return whether what stands behind the "to" of a strike may be hit: a name, a building, a place; no purpose."""
    if scene.chart.name_at(place) is not None:
        return True
    word = scene.words[place]
    stem = "ال" + word[2:] if word.startswith("لل") else word[1:]
    return any(stem.removeprefix("ال") in markers()[name] for name in ("no-people", "head-of-place", "taken-ground"))


def _tells_otherwise(scene: Scene, place: int) -> bool:
    """Return whether a verb stands at a token that tells something else: and they agreed on, the clashes came over."""
    word = scene.words[place]
    if not is_verb_form(word):
        return False
    return word not in markers()["driven"] and scene.words[place - 1] not in speech_markers()["relative"]


def _is_dated(scene: Scene, place: int, limit: int) -> bool:
    return place < limit and bool(scene.chart.dated[place])


def _goes_on_after(scene: Scene, place: int, limit: int) -> bool:
    """Return whether the words behind a comma still belong to a noun: a day, "against", "which", "carried out by"."""
    if place >= limit:
        return False
    word = scene.words[place]
    found = words().get(word)
    verb = isinstance(found, Verb) and (bool(found.owner) or found.frame in {"hit", "result"}) and not found.cut
    return verb or bool(scene.chart.dated[place]) or word in _AGAINST | {"من"} | speech_markers()["relative"]


def _of_relative(scene: Scene, place: int, verb: Verb, limit: int, roles: Roles) -> int | None:
    """Read a verb that the noun is the object or subject of; None where the verb tells another deed."""
    if verb.frame == "light" and (verb.owner or scene.words[place - 1] in speech_markers()["relative"]):
        return _carried_out(scene, place, verb, limit, roles)
    if verb.id == "target" and verb.owner and _is_armed_at(scene, place + 1, limit):
        return None
    if (verb.id == "target" and not verb.cut and verb.tense is Tense.PERFECT) or verb.frame == "shake":
        if scene.words[place - 1] in _MEANWHILE:
            return None
        roles.taken.add(place)
        roles.asserted = True
        thing = thing_at(scene, skip_adjuncts(scene, place + 1, limit), limit)
        if verb.owner:  # which hit him
            return place + 1
        if thing is not None:
            roles.target = roles.target or thing.party
            roles.end = thing.end
            return thing.end
        return place + 1
    if (verb.frame == "plant" or verb.id == "build-7") and verb.owner:  # laid a bomb, an ambush
        force = force_at(scene, place + 1, limit)
        roles.taken.add(place)
        roles.actor = roles.actor or (force.party if force is not None else None)
        return force.end if force is not None else place + 1
    if verb.frame == "happen" and verb.tense is Tense.PERFECT:
        roles.taken.add(place)
        roles.asserted = True
        roles.end = max(roles.end, place + 1)
        return place + 1
    return None


def _is_armed_at(scene: Scene, place: int, limit: int) -> bool:
    force = force_at(scene, place, limit)
    return force is not None and force.armed


def _carried_out(scene: Scene, place: int, verb: Verb, limit: int, roles: Roles) -> int | None:
    """Read who carried out a deed, behind a verb said of it; None where it is not done, or the verb is of another."""
    if verb.tense is Tense.FUTURE or scene.words[place - 1] in markers()["not"]:
        return None
    if not verb.owner and verb.cut:
        return None
    roles.taken.add(place)
    roles.asserted = roles.asserted or verb.tense is Tense.PERFECT
    if verb.owner and scene.words[place - 1] in markers()["got-done"]:
        return place + 1  # that were carried out: what looks like a verb is its noun, and nobody is told
    roles.ongoing = roles.ongoing or verb.tense is Tense.IMPERFECT
    roles.owned = roles.owned or bool(verb.owner)
    roles.launched = roles.launched or verb.id == "carry-out"
    roles.begun = roles.begun or verb.id == "begin"
    position = place + 1
    while position < limit and (scene.chart.dated[position] or scene.words[position] in {"،", "منذ"}):
        position += 1
    force = force_at(scene, position, limit)
    told_there = position < limit and scene.words[position - 1] not in COMMAS  # behind a comma something else goes on
    if force is None and verb.owner and verb.id in _DONE_BY and told_there:
        force = capital_at(scene, position, limit) or thing_at(scene, position, limit)
    if force is None:
        return position
    roles.actor = roles.actor or force.party
    roles.end = force.end
    return force.end


def _against(scene: Scene, place: int, limit: int, roles: Roles) -> int:
    if roles.target is not None or place + 1 >= limit or scene.words[place + 1] in markers()["hands"]:
        return place + 1
    thing = thing_at(scene, place + 1, limit) if scene.words[place - 1] not in markers()["answer"] else None
    if thing is None or scene.chart.dated[place + 1] or scene.words[thing.first] in markers()["spot"]:
        return place + 1
    roles.target = thing.party
    roles.end = max(roles.end, thing.end)
    return thing.end


def _driver(scene: Scene, place: int, limit: int, roles: Roles) -> int:
    """Read who drives what goes off: a car bomb that a suicide bomber drove."""
    start = place + 1
    if start < limit and scene.words[start].startswith(("احد", "اثن", "سيار")):
        start += 1
    force = force_at(scene, start, limit)
    if force is None:
        return start
    roles.actor = roles.actor or force.party
    return force.end


def _by(scene: Scene, place: int, limit: int, roles: Roles) -> int:
    force = force_at(scene, place + 1, limit) or counted_at(scene, place + 1, limit)
    if force is None:
        return place + 1
    roles.actor = roles.actor or force.party
    roles.end = max(roles.end, force.end)
    return force.end


def _of_whom(scene: Scene, place: int, limit: int, roles: Roles) -> int:
    force = force_at(scene, place, limit)
    if force is None or not force.armed or (force.phrase is not None and force.phrase.kind == "state"):
        return place + 1
    roles.actor = force.party
    roles.end = max(roles.end, force.end)
    return force.end


def platform_words(scene: Scene, roles: Roles) -> list[str]:
    """Return the words of the actor's own phrase that tell the means: the planes of, the artillery of."""
    if roles.actor is None:
        return []
    return [fold_word(word) for word in scene.document.article.words(roles.actor.span).split()]
