"""Breaches of a truce that somebody counted over a time: recorded 62 violations of the ceasefire in 24 hours."""

from typing import Final

from hudna.arabic.incidents.around import force_before
from hudna.arabic.incidents.counts import amount_at
from hudna.arabic.incidents.doers import doer_behind
from hudna.arabic.incidents.draft import Draft
from hudna.arabic.incidents.where import day_of, place_near
from hudna.arabic.incidents.words import Noun, markers
from hudna.arabic.names.parties import find_party
from hudna.arabic.scene import Scene
from hudna.model import Breach, IncidentKind, Party, Sentence

MAX_BACK: Final = 5
MAX_TRUCE: Final = 7
MAX_RECORDER: Final = 10


def read_breaches(scene: Scene, place: int, noun: Noun, sentence: Sentence) -> Draft | None:
    """Return the breaches of a truce that a number before a noun counts; None without a number or without a truce."""
    tokens = scene.tokens
    amount = None
    for first in range(max(sentence.first, place - MAX_BACK), place):
        amount = amount_at(tokens, first, place)
        if amount is not None and amount.end == place:
            break
        amount = None
    high = min(sentence.end, place + MAX_TRUCE)
    truce = next((at for at in range(place + 1, high) if tokens[at].folded in markers()["truce"]), None)
    if amount is None or amount.least is None or truce is None:
        return None
    end = truce + 1
    while end < min(sentence.end, truce + 3) and tokens[end].folded in markers()["of-truce"]:
        end += 1
    clause = scene.clause(place, sentence)
    told = scene.told_in(tokens[place].start, tokens[place].field)
    speaker = next(iter(told.value.speakers), None) if told is not None else None
    recorder = recorder_before(scene, amount.first, sentence)
    actor = doer_behind(scene, end, sentence.end)
    day = day_of(scene, amount.first, end, clause)
    return Draft(
        kind=noun.kind or IncidentKind.OTHER,
        pieces=((amount.first, end),),
        sentence=sentence.index,
        rule=f"<number> <{noun.id}>",
        actor=actor,
        place=place_near(scene, place, end, clause, (actor,)),
        when=day.date if day else None,
        since=day.since if day else False,
        asserted=True,
        aggregate=True,
        count=amount.least,
        reported_by=recorder,
        breach_of=Breach(
            what=scene.document.article.words(scene.document.span(truce, end)),
            said_by=speaker or next(iter(recorder), None),
        ),
    )


def recorder_before(scene: Scene, place: int, sentence: Sentence) -> tuple[Party, ...]:
    """Return who recorded what stands at a token: the mission recorded, as the observatory documented."""
    for at in range(place - 1, max(sentence.first, place - MAX_RECORDER) - 1, -1):
        if scene.words[at] not in markers()["recorded"]:
            continue
        phrase = find_party(scene.chart, at + 1, place)
        if phrase is not None:
            meaning = scene.referents.meaning(phrase)
            return (Party(meaning.span, meaning.label, meaning.entity, None, meaning.implied or None),)
        force = force_before(scene, at, sentence)
        return (force.party,) if force is not None else ()
    return ()


def read_cases(scene: Scene, place: int, noun: Noun, sentence: Sentence) -> Draft | None:
    """Return the cases of a deed that a number counts: the report recorded 197 cases of abduction."""
    tokens = scene.tokens
    if noun.frame not in {"catch", "slay"} and noun.id != "torture":
        return None
    if place < sentence.first + 2 or tokens[place - 1].folded not in markers()["case"] or noun.definite or noun.cut:
        return None
    starts = range(max(sentence.first, place - MAX_BACK), place - 1)
    amount = next((found for at in starts if (found := amount_at(tokens, at, place)) is not None), None)
    if amount is None or amount.least is None or amount.end != place - 1:
        return None
    clause = scene.clause(place, sentence)
    day = day_of(scene, amount.first, place + 1, clause)
    actor = doer_behind(scene, place + 1, sentence.end)
    return Draft(
        kind=noun.kind or IncidentKind.OTHER,
        pieces=((amount.first, place + 1),),
        sentence=sentence.index,
        rule=f"<number> <{noun.id}>",
        actor=actor,
        place=place_near(scene, place, place + 1, clause, (actor,)),
        when=day.date if day else None,
        since=day.since if day else False,
        asserted=True,
        aggregate=True,
        count=amount.least,
        reported_by=recorder_before(scene, amount.first, sentence),
    )
