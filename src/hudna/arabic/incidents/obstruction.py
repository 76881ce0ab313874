"""Aid, monitors and inspectors that are held up: X barred a convoy from entering, the holding of relief lorries."""

from typing import Final

from hudna.arabic.incidents.around import force_before, subject_before
from hudna.arabic.incidents.doers import doer_before, doer_behind
from hudna.arabic.incidents.draft import MAX_PIECE_TOKENS, Draft
from hudna.arabic.incidents.owners import charged, keeper_before
from hudna.arabic.incidents.parties import Force, force_at
from hudna.arabic.incidents.things import thing_at
from hudna.arabic.incidents.where import day_of, place_near
from hudna.arabic.incidents.words import Noun, Tense, Verb, markers
from hudna.arabic.scene import Scene
from hudna.arabic.speech.cues import markers as speech_markers
from hudna.model import PUNCTUATION, IncidentKind, Party, Sentence, SentenceKind

MAX_RELIEF: Final = 9
_WAYS: Final = frozenset({"وصول", "دخول", "ادخال", "ايصال", "مرور", "توزيع", "عبور", "عمل", "اجلاء", "من", "عن", "الي"})


def read_obstruction(
    scene: Scene, place: int, word: Verb | Noun, sentence: Sentence, last: Draft | None
) -> Draft | None:
    """Return who held up aid, monitors or inspectors, or kept people in; None where a word of barring has another object.

    ``last`` is the deed told right before, whose actor one that "and" joins to it has too.
    """
    limit = min(sentence.end, place + MAX_RELIEF)
    relative = (at for at in range(place + 1, limit) if scene.words[at] in speech_markers()["relative"])
    limit = next(relative, limit)  # what is told of the place is not what is held up
    relief = next((at for at in range(place + 1, limit) if scene.words[at] in markers()["relief"]), None)
    relief = relief if relief is not None else _kept(scene, place, limit)
    if relief is None or any(scene.tokens[at].kind is PUNCTUATION for at in range(place + 1, relief)):
        return None
    if isinstance(word, Verb):
        going_on = word.tense is Tense.IMPERFECT and _from_where(scene, relief, sentence)
        if word.tense is not Tense.PERFECT and sentence.kind is not SentenceKind.TITLE and not going_on:
            return None
        actor = _barring(scene, place, word, relief, sentence, last)
    else:
        force = doer_before(scene, place, sentence) or force_at(scene, place + 1, relief)
        actor = force.party if force is not None and force.armed else doer_behind(scene, relief, sentence.end)
        actor = actor or charged(scene, place, sentence) or keeper_before(scene, place, sentence)
    if actor is None and last is not None and word.cut == 1:
        actor = last.actor
    if actor is None:
        return None
    held = thing_at(scene, relief, sentence.end)
    end = held.end if held is not None else relief + 1
    clause = scene.clause(place, sentence)
    day = day_of(scene, place, end, clause)
    return Draft(
        kind=IncidentKind.OBSTRUCTION,
        pieces=((place, min(end, place + MAX_PIECE_TOKENS)),),
        sentence=sentence.index,
        rule=f"<{word.id}> <relief>",
        actor=actor,
        target=held.party if held is not None else None,
        place=place_near(scene, place, end, clause, (actor,)),
        when=day.date if day else None,
        since=day.since if day else False,
        exact=True,
        asserted=True,
    )


def _kept(scene: Scene, place: int, limit: int) -> int | None:
    """Return where the people stand who are kept from moving: bars the inhabitants from leaving."""
    way = next(
        (
            at
            for at in range(place + 2, limit - 1)
            if scene.words[at] == "من" and scene.words[at + 1] in markers()["moving"]
        ),
        None,
    )
    if way is None:
        return None
    for first in range(place + 1, way):
        thing = thing_at(scene, first, way)
        if thing is not None and thing.end == way:
            return first
    return None


def _barring(scene: Scene, place: int, verb: Verb, relief: int, sentence: Sentence, last: Draft | None) -> Party | None:
    """Return who bars: behind the verb, before it, or the subject of the verb it is joined to."""
    behind: Force | None = force_at(scene, place + 1, relief) if scene.words[place + 1] not in _WAYS else None
    force = behind or force_before(scene, place, sentence)
    if force is not None:
        return force.party if force.armed else None
    if last is not None and last.actor is not None and verb.cut:
        return last.actor
    return subject_before(scene, place, sentence) if verb.cut else None


def _from_where(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether what is held up is told from where: bars the monitors from entering the town."""
    near = range(place + 1, min(sentence.end - 1, place + MAX_RELIEF))
    return any(
        (scene.words[at] in {"من", "الي"} and scene.chart.name_at(at + 1) is not None)
        or (scene.words[at] == "من" and scene.words[at + 1] in _WAYS)
        for at in near
    )
