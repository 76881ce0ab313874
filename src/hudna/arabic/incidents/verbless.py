"""What a monitor logs that no verb of force tells: reinforcements that arrive, a town or people called besieged."""

from functools import cache
from typing import Final

from hudna.arabic.incidents.around import force_before, skip_adjuncts
from hudna.arabic.incidents.counts import amount_at
from hudna.arabic.incidents.doers import doer_behind
from hudna.arabic.incidents.doubt import before_words
from hudna.arabic.incidents.draft import Draft
from hudna.arabic.incidents.glued import clitics_before
from hudna.arabic.incidents.owners import owner_before
from hudna.arabic.incidents.parties import Force, force_at
from hudna.arabic.incidents.taking import whereto
from hudna.arabic.incidents.things import thing_at
from hudna.arabic.incidents.where import day_of, place_near
from hudna.arabic.incidents.words import any_of, markers
from hudna.arabic.scene import Scene
from hudna.model import Act, IncidentKind, Party, Place, Sentence, SentenceKind

MAX_BRINGING: Final = 4
MAX_DOUBT: Final = 4
MAX_OWNER: Final = 5
MAX_PEOPLE: Final = 5
_NOT_TOLD: Final = frozenset({Act.ASK, Act.DEMAND, Act.DENY, Act.PROMISE, Act.THREATEN})
_IN: Final = frozenset({"في", "داخل"})


@cache
def verbless() -> frozenset[str]:
    """Return the words for reinforcements and for who or what is besieged."""
    return any_of("troops", "besieged", "stuck")


def read_verbless(scene: Scene, place: int, sentence: Sentence) -> Draft | None:
    """Return the movement or the siege that a word for reinforcements or for the besieged tells, None where it tells none."""
    told = scene.told_in(scene.tokens[place].start, scene.tokens[place].field)
    if told is not None and told.value.act in _NOT_TOLD:
        return None
    if scene.words[place] in markers()["troops"]:
        return _read_troops(scene, place, sentence)
    people = scene.words[place].endswith(("ين", "ون"))
    return _read_people(scene, place, sentence) if people else _read_town(scene, place, sentence)


def _read_troops(scene: Scene, place: int, sentence: Sentence) -> Draft | None:
    """Return reinforcements told to be sent or to arrive: the arrival of reinforcements of X at Y, reinforcements to Y."""
    before = before_words(scene, place, sentence, MAX_BRINGING)
    brought = next((place - 1 - n for n, word in enumerate(before) if word in markers()["bringing"]), None)
    titled = sentence.kind is SentenceKind.TITLE and place == sentence.first
    if brought is None and not titled:
        return None
    first = place if brought is None else brought
    if not any_of("plan", "threat", "fear", "stop", "call", "if", "not", "barred", "allowing").isdisjoint(
        before_words(scene, first, sentence, MAX_DOUBT)
    ):
        return None
    where = whereto(scene, place + 1, sentence)
    owned = scene.words[place].endswith(("ها", "ه", "هم"))
    owner = owner_before(scene, place, sentence) if owned else _owner(scene, place, sentence)
    by = force_at(scene, skip_adjuncts(scene, first + 1, place), place) if owner is None else None
    by = by or (force_before(scene, first, sentence) if owner is None and first < place else None)
    actor = owner or (by.party if by is not None and by.armed else None)
    draft = _draft(scene, (first, place + 1), sentence, IncidentKind.MOVEMENT, (actor, None), where)
    return draft if draft.place is not None else None


def _owner(scene: Scene, place: int, sentence: Sentence) -> Party | None:
    """Return whose reinforcements these are: reinforcements of the militias, belonging to X."""
    for at in range(place + 1, min(sentence.end, place + MAX_OWNER)):
        word = scene.words[at]
        glued = word.startswith("ل") and (clitics_before(scene, at) > 0 or scene.chart.name_at(at) is not None)
        force = force_at(scene, at, sentence.end) if glued or scene.words[at - 1] == "من" else None
        if force is not None:
            return force.party if force.armed else None
        if not (word.startswith("ال") or word.endswith(("ه", "ات")) or word == "من"):
            return None
    return None


def _read_town(scene: Scene, place: int, sentence: Sentence) -> Draft | None:
    """Return the siege of a town that is called besieged by somebody, since a day, or wholly."""
    target = _ends_at(scene, place, sentence)
    if target is None:
        return None
    by = doer_behind(scene, place, sentence.end) if scene.words[min(place + 1, sentence.end - 1)] == "من" else None
    since = place + 2 < sentence.end and scene.words[place + 1] == "منذ" and scene.chart.dated[place + 2]
    wholly = place + 1 < sentence.end and scene.words[place + 1] in markers()["wholly"]
    if by is None and not since and not wholly:
        return None
    return _draft(scene, (target.first, place + 1), sentence, IncidentKind.OBSTRUCTION, (by, target.party), None)


def _ends_at(scene: Scene, place: int, sentence: Sentence) -> Force | None:
    """Return the town or region whose name ends right before a token."""
    for first in range(max(sentence.first, place - MAX_PEOPLE), place):
        name = scene.chart.name_at(first)
        if name is not None and name.kind == "place" and name.end == place:
            return thing_at(scene, first, place) or Force(first, place, Party(name.value.span, name.value.label), False)
        thing = thing_at(scene, first, place)
        if thing is not None and thing.end == place and scene.words[first] in markers()["the-place"]:
            return thing
    return None


def _read_people(scene: Scene, place: int, sentence: Sentence) -> Draft | None:
    """Return the siege of a town in which people are stuck: 400 thousand people stuck in X, the inhabitants besieged in X."""
    end = sentence.end
    if place + 2 >= end or scene.words[place + 1] not in _IN:
        return None
    town = thing_at(scene, place + 2, end)
    if town is None or not any(name.kind == "place" for name in scene.names_within(town.party.span)):
        return None
    before = scene.words[max(sentence.first, place - MAX_PEOPLE) : place]
    counted = amount_at(scene.tokens, town.end, end) is not None or any(
        amount_at(scene.tokens, at, place) is not None for at in range(max(sentence.first, place - MAX_PEOPLE), place)
    )
    if any_of("residents", "human").isdisjoint(before) and not (counted and "عدد" in before):
        return None
    by = doer_behind(scene, town.end, end)
    return _draft(scene, (place, town.end), sentence, IncidentKind.OBSTRUCTION, (by, town.party), None)


def _draft(
    scene: Scene,
    piece: tuple[int, int],
    sentence: Sentence,
    kind: IncidentKind,
    sides: tuple[Party | None, Party | None],
    where: Place | None,
) -> Draft:
    clause = scene.clause(piece[0], sentence)
    day = day_of(scene, *piece, clause)
    word = "siege" if kind is IncidentKind.OBSTRUCTION else "reinforcements"
    return Draft(
        kind=kind,
        pieces=(piece,),
        sentence=sentence.index,
        rule=f"<{word}>",
        actor=sides[0],
        target=sides[1],
        place=where or place_near(scene, *piece, clause, (sides[0],)),
        when=day.date if day else None,
        since=day.since if day else False,
        exact=True,
        asserted=True,
    )
