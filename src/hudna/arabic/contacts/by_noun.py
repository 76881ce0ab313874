"""Contacts told by a noun: a meeting between, talks with, a visit to, a call, the fifth round of."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from hudna.arabic.contacts import status as st
from hudna.arabic.contacts.by_verb import MAX_DAY_REACH, ending_at, host_of
from hudna.arabic.contacts.draft import Draft, pieces_of
from hudna.arabic.contacts.phrase import Phrase, read_phrase
from hudna.arabic.contacts.scene import Scene
from hudna.arabic.contacts.sides import (
    PERSON_LEVEL,
    Side,
    nationality_sides,
    read_sides,
    side_of_party,
    with_role,
)
from hudna.arabic.contacts.slots import Slots, read_place, read_slots
from hudna.arabic.contacts.words import Tense, Verb, markers, verbs
from hudna.arabic.speech.speakers import subject_before
from hudna.model import ContactKind, ContactStatus, Directness, Match, Role, Sentence, SentenceKind, TimeMention

MAX_GOVERNOR_REACH: Final = 30
_GOVERNORS: Final = frozenset({"light", "get", "host", "chair", "attend", "event", "send"})
_CLOSES: Final = frozenset({"ختام", "نهايه", "ختامها"})
_COMMAS: Final = frozenset({"،", ","})
_ADJUNCTS: Final = frozenset({"في", "خلال", "وخلال", "وفي", "اثناء", "عقب", "بعد", "اثر", "وعقب", "وبعد", "ختام", "هامش", "عبر"})
_WAS_SET: Final = frozenset({"كان", "كانت", "مقررا", "المقرر", "من", "ان"})


class Governor(NamedTuple):
    """The verb that a noun of contact depends on, and what stands between them."""

    place: int
    verb: Verb
    slots: Slots
    noun_like: bool


def read_noun(scene: Scene, place: int, sentence: Sentence, told: Sequence[Draft]) -> tuple[Draft | None, list[int]]:
    """Return the contact a noun tells, if it does, and the further nouns that belong to its phrase."""
    clause = scene.clause(place, sentence)
    phrase = read_phrase(scene, place, clause[1])
    if phrase.outlet or phrase.noun.number == "many":
        return None, phrase.absorbed
    governor = _governor(scene, place, clause, sentence)
    slots, genitive = _around(scene, phrase, clause[1])
    if governor is None:
        governor = _governor_after(scene, phrase, slots, genitive, clause[1])
    kind = _kind(phrase, slots, governor)
    if kind is None:
        return None, phrase.absorbed
    date = scene.date_near(governor.place if governor else place, max(slots.end, phrase.end), clause, MAX_DAY_REACH)
    standing = _standing(scene, phrase, governor, sentence, date, named=bool(slots.between or slots.with_ or genitive))
    if kind is ContactKind.VISIT:
        return _visit(scene, phrase, slots, genitive, governor, sentence, clause, standing, date, told), phrase.absorbed
    if kind is ContactKind.MESSAGE:
        return _message(phrase, slots, governor, sentence, standing, date), phrase.absorbed
    sides, rule = _sides(scene, phrase, slots, genitive, governor, sentence, told, kind)
    if standing is None:
        return None, phrase.absorbed
    back = False
    if not _enough(phrase, sides, kind, governor):
        back = phrase.noun.definite and _refers_back(scene, phrase, governor)
        if not back:
            return None, phrase.absorbed
        sides = []
    start = governor.place if governor and not governor.noun_like else place
    implied = any(side.who.implied for side in sides)
    where = next(iter(slots.places), None) or (governor.slots.places[0] if governor and governor.slots.places else None)
    sides = sides + _extra(slots, governor)
    return Draft(
        kind=kind,
        status=standing.status,
        sides=tuple(sides),
        pieces=pieces_of((place, phrase.end), sides, [(start, start + 1)]),
        rule=rule,
        sure=standing.sure and standing.status is ContactStatus.HELD and not implied and len(sides) > 1 and not slots.skipped,
        sentence=sentence.index,
        directness=_directness(phrase, slots, kind, sides),
        when=date,
        place=phrase.place or where,
        process=phrase.process,
        round=phrase.round if kind is ContactKind.SESSION or phrase.process else None,
        hedges=standing.hedges,
        back=back,
    ), phrase.absorbed


def _kind(phrase: Phrase, slots: Slots, governor: Governor | None) -> ContactKind | None:
    kind = phrase.kind
    if phrase.remote or slots.remote:
        return ContactKind.CALL
    if phrase.noun.id == "call":
        named = bool(slots.with_ or slots.between or slots.by or slots.source)
        return ContactKind.CALL if named and governor is not None else None
    if kind is ContactKind.MEETING and (phrase.round is not None or phrase.process is not None):
        return ContactKind.SESSION
    if kind is ContactKind.TALKS and (phrase.round is not None or phrase.process is not None):
        return ContactKind.SESSION
    if phrase.noun.id == "summit" and phrase.round is None:
        return ContactKind.MEETING
    return kind


def _around(scene: Scene, phrase: Phrase, limit: int) -> tuple[Slots, list[Side]]:
    """Return what stands behind the phrase, and the sides in construct with it or behind its verb of gathering."""
    genitive: list[Side] = []
    place = phrase.end
    if phrase.construct and place < limit and not scene.chart.dated[place]:
        genitive, place = read_sides(scene, place, limit)
    while place < limit and (scene.tokens[place].folded in markers()["relative"] or scene.tokens[place].folded in _COMMAS):
        place += 1
    verb = verbs().get(scene.tokens[place].folded) if place < limit else None
    if verb is not None and "host" in verb.frames:
        found = read_place(scene, place + 1, limit)
        place = found[1] if found is not None else place
        while place < limit and (scene.chart.dated[place] or scene.tokens[place].folded in _COMMAS):
            place += 1
        verb = verbs().get(scene.tokens[place].folded) if place < limit else None
    if verb is not None and "gather" in verb.frames:
        slots = read_slots(scene, place + 1, limit)
        genitive = [*genitive, *(side for group in slots.direct for side in group), *slots.by]
        return slots, genitive
    if verb is not None and verb.frames & {"light", "event"} and place > phrase.end:
        slots = read_slots(scene, place + 1, limit)
        if slots.direct and "light" in verb.frames:
            genitive = [*genitive, *slots.direct[0]]
        return slots, genitive
    return read_slots(scene, place, limit), genitive


def _governor(scene: Scene, place: int, clause: tuple[int, int], sentence: Sentence) -> Governor | None:
    """Return the verb before a noun that nothing but its own subject, days and places part from it."""
    for start in range(place - 1, max(clause[0], place - MAX_GOVERNOR_REACH) - 1, -1):
        word = scene.tokens[start].folded
        if word in markers()["masdar"] and place - start <= 4:
            as_noun = word not in verbs() or st.governs_as_noun(scene, start, sentence)
            if as_noun:
                return Governor(start, verbs()["عقد"], Slots(), noun_like=True)
        verb = verbs().get(word)
        if verb is None or not verb.frames & _GOVERNORS:
            continue
        slots = read_slots(scene, start + 1, place)
        if slots.end < place and any(
            scene.tokens[each].folded not in markers()["counted"] and scene.tokens[each].kind.value == "word"
            for each in range(slots.end, place)
        ):
            continue
        return Governor(start, verb, slots, noun_like=False)
    return None


def _governor_after(
    scene: Scene, phrase: Phrase, slots: Slots, genitive: Sequence[Side], limit: int
) -> Governor | None:
    """Return the verb whose subject the noun is, behind its phrase: the sixth round will be held in …"""
    place = max([phrase.end, *(side.end for side in [*genitive, *slots.between, *slots.with_, *slots.of])])
    for start in (place, slots.end):
        while start < limit and (
            scene.tokens[start].folded in markers()["relative"] or scene.tokens[start].folded in _COMMAS | _WAS_SET
        ):
            start += 1
        verb = verbs().get(scene.tokens[start].folded) if start < limit else None
        if verb is not None and "event" in verb.frames and scene.tokens[start].folded[0] not in "وف":
            more = read_slots(scene, start + 1, limit)
            slots.places += more.places
            slots.between += more.between if not slots.between else []
            slots.end = max(slots.end, more.end)
            return Governor(start, verb, Slots(), noun_like=False)
    return None


def _standing(
    scene: Scene,
    phrase: Phrase,
    governor: Governor | None,
    sentence: Sentence,
    date: Match[TimeMention] | None,
    *,
    named: bool,
) -> st.Standing | None:
    """Return the status of a contact told by a noun: by its adjectives, its verb, the words before it, or its day."""
    start = governor.place if governor is not None else phrase.first
    said = st.before_words(scene, start, sentence)
    strong = {ContactStatus.POSTPONED, ContactStatus.CANCELLED, ContactStatus.NOT_HELD, ContactStatus.DENIED}
    if said is not None and said.status in strong:
        return said
    if phrase.status is ContactStatus.POSSIBLE or phrase.status is ContactStatus.POSTPONED:
        return st.Standing(phrase.status, (), sure=False)
    if governor is not None and not governor.noun_like:
        standing = st.of_verb(scene, governor.place, governor.verb, sentence, date)
        if standing is not None and standing.status is ContactStatus.HELD and phrase.status is ContactStatus.PLANNED:
            return st.Standing(ContactStatus.PLANNED)
        return standing
    if said is not None and said.status is not ContactStatus.HELD:
        return said
    if phrase.status is not None:
        return st.Standing(phrase.status, (), sure=phrase.status is ContactStatus.HELD)
    if st.is_ahead(scene, date):
        return st.Standing(ContactStatus.PLANNED, (), sure=False)
    if governor is not None:
        return said or st.Standing(ContactStatus.PLANNED, (), sure=False)
    if said is not None or phrase.noun.front == "ب" or _adjunct(scene, phrase.first):
        return said or st.Standing(ContactStatus.HELD)
    if date is not None and named:
        return st.Standing(ContactStatus.HELD, (), sure=False)
    if phrase.noun.id == "visit":
        return st.Standing(ContactStatus.HELD, (), sure=False)
    return None


def _adjunct(scene: Scene, place: int) -> bool:
    return place > 0 and scene.tokens[place - 1].folded in _ADJUNCTS


def _sides(
    scene: Scene,
    phrase: Phrase,
    slots: Slots,
    genitive: Sequence[Side],
    governor: Governor | None,
    sentence: Sentence,
    told: Sequence[Draft],
    kind: ContactKind,
) -> tuple[list[Side], str]:
    """Return who takes part and the name of the pattern that says so."""
    noun = f"<{phrase.noun.id}>"
    if len(slots.between) > 1 or (slots.between and slots.between[0].level == "pair"):
        return list(slots.between), f"{noun} بين <sides>"
    across = slots.with_ or slots.by or (slots.source if kind is ContactKind.CALL else [])
    if across:
        own = _own_sides(scene, phrase, genitive, governor, sentence, told)
        same = {side.who.label for side in own} & {side.who.label for side in across}
        if own and not same:
            return [*own, *across], f"<side> {noun} مع <side>"
        return [], noun
    if len(phrase.nations) > 1:
        return nationality_sides(scene, phrase.nations), f"{noun} <nationality> <nationality>"
    if len(genitive) > 1 or (genitive and genitive[0].level in {"bodies", "persons", "pair", "office"}):
        return list(genitive), f"{noun} <sides>"
    if slots.of:
        return list(slots.of), f"{noun} ل<sides>"
    if phrase.noun.owner == "هما":
        own = _own_sides(scene, phrase, [], governor, sentence, told)
        return (own if len(own) > 1 else []), f"{noun} <owner>"
    if governor is not None and governor.slots.direct and len(governor.slots.direct[0]) > 1:
        return list(governor.slots.direct[0]), f"<sides> {noun}"
    if genitive and kind is ContactKind.SESSION:
        return list(genitive), f"{noun} <body>"
    if kind is ContactKind.SESSION and scene.tokens[phrase.first - 1].folded in _CLOSES:
        own = _agent(scene, phrase, sentence, told)
        if len(own) > 1:
            return own, f"<sides> ختام {noun}"
    return [], noun


def _own_sides(
    scene: Scene,
    phrase: Phrase,
    genitive: Sequence[Side],
    governor: Governor | None,
    sentence: Sentence,
    told: Sequence[Draft],
) -> list[Side]:
    """Return the side whose meeting it is: in construct with the noun, the subject of its verb, or who it refers to."""
    if genitive:
        return list(genitive)
    if governor is not None and not governor.noun_like:
        if governor.slots.direct:
            return governor.slots.direct[0] + governor.slots.heads
        if scene.tokens[governor.place].folded[0] not in "وف" or governor.place == sentence.first:
            phrases = subject_before(scene.frame, governor.place, sentence)
            if phrases:
                return read_sides(scene, phrases[0].first, governor.place)[0]
            if scene.tokens[governor.place - 1].folded in markers()["relative"]:
                found = ending_at(scene, governor.place - 1, sentence)
                return list(found.sides) if found is not None else []
    return _agent(scene, phrase, sentence, told)


def _agent(scene: Scene, phrase: Phrase, sentence: Sentence, told: Sequence[Draft]) -> list[Side]:
    """Return whom the sentence is about before the noun: its speaker, or the subject of its first verb."""
    cue, speakers = scene.speaker_before(phrase.first, sentence, reach=0)
    if speakers and (len(speakers) == 1 or phrase.noun.owner == "هما"):
        return [side_of_party(party, phrase.first) for party in speakers]
    clause = scene.clause(phrase.first, sentence)
    for start in (clause[0], clause[0] + 1):
        if start >= phrase.first or scene.tokens[start].folded in markers()["contrast"]:
            break
        sides, end = read_sides(scene, start, phrase.first)
        front = scene.tokens[start].folded
        if sides and end <= phrase.first and not front.startswith(("ب", "ل")):
            return sides if sides[0].level != "place" else []
    if _adjunct(scene, phrase.first) and phrase.first - sentence.first <= 2:
        return _main_subject(scene, phrase, sentence)
    return []


def _main_subject(scene: Scene, phrase: Phrase, sentence: Sentence) -> list[Side]:
    """Return the subject of the main clause behind an opening adjunct: after talks with X, Y agreed."""
    for place in range(phrase.end, min(sentence.end - 2, phrase.end + 25)):
        if scene.tokens[place].folded in _COMMAS and scene.chart.name_at(place + 1) is None:
            sides, _ = read_sides(scene, place + 2, sentence.end)
            if sides and not scene.tokens[place + 1].folded.startswith(("ال", "و")):
                return sides
    return []


def _extra(slots: Slots, governor: Governor | None) -> list[Side]:
    found = [*slots.heads, *slots.present, *slots.mediators]
    if governor is not None and not governor.noun_like and governor.slots.direct:
        found += [side for side in governor.slots.heads if side not in found]
        if "chair" in governor.verb.frames:
            found += with_role(governor.slots.direct[0], Role.HEAD)
    return found


def _enough(phrase: Phrase, sides: Sequence[Side], kind: ContactKind, governor: Governor | None) -> bool:
    if len(sides) > 1:
        return True
    if kind is ContactKind.SESSION:
        told = governor is not None or phrase.status is not None
        return phrase.round is not None and (phrase.process is not None or told) or (bool(phrase.process or sides) and told)
    return bool(sides) and sides[0].level in {"bodies", "persons", "office", "pair"} and governor is not None


def _refers_back(scene: Scene, phrase: Phrase, governor: Governor | None) -> bool:
    return phrase.noun.owner == "" and (_adjunct(scene, phrase.first) or governor is not None)


def _directness(phrase: Phrase, slots: Slots, kind: ContactKind, sides: Sequence[Side]) -> Directness:
    if phrase.directness is not Directness.UNSAID:
        return phrase.directness
    if kind in {ContactKind.MEETING, ContactKind.CALL} and len(sides) > 1:
        return Directness.INDIRECT if slots.mediators and kind is not ContactKind.MEETING else Directness.DIRECT
    return Directness.UNSAID


def _visit(
    scene: Scene,
    phrase: Phrase,
    slots: Slots,
    genitive: Sequence[Side],
    governor: Governor | None,
    sentence: Sentence,
    clause: tuple[int, int],
    standing: st.Standing | None,
    date: Match[TimeMention] | None,
    told: Sequence[Draft],
) -> Draft | None:
    where = slots.destination
    if where is None and phrase.end < clause[1]:
        for start in range(phrase.end, min(clause[1], phrase.end + 3)):
            if scene.tokens[start].folded.startswith("ل") and not genitive:
                found = _to_place(scene, start, clause[1])
                where = found or where
    guests = [side for side in genitive or _own_sides(scene, phrase, [], governor, sentence, told)]
    if not guests and slots.direct:
        guests = slots.direct[0]
    guests = [side for side in guests if side.level in PERSON_LEVEL or side.level == "body"]
    if where is None or not guests or standing is None:
        return None
    start = governor.place if governor and not governor.noun_like else phrase.first
    sides = [*with_role(guests, Role.GUEST), *host_of(where, phrase.first)]
    implied = any(side.who.implied for side in sides)
    end = max(phrase.end, slots.end if slots.end - phrase.first <= 20 else phrase.end)
    return Draft(
        kind=ContactKind.VISIT,
        status=standing.status,
        sides=tuple(sides),
        pieces=pieces_of((phrase.first, end), guests, [(start, start + 1)]),
        rule="<visit> <side> الى <place>",
        sure=standing.sure and not implied and standing.status is ContactStatus.HELD,
        sentence=sentence.index,
        when=date,
        place=where,
        hedges=standing.hedges,
    )


def _to_place(scene: Scene, place: int, limit: int):  # type: ignore[no-untyped-def]
    name = scene.chart.name_at(place)
    if name is not None and name.kind in {"state", "place"} and scene.chart.glued(name) == "ل":
        from hudna.arabic.contacts.slots import place_of

        return place_of(name)
    if scene.tokens[place].folded == "للعاصمه":
        found = read_place(scene, place + 1, limit)
        return found[0] if found else None
    return None


def _message(
    phrase: Phrase,
    slots: Slots,
    governor: Governor | None,
    sentence: Sentence,
    standing: st.Standing | None,
    date: Match[TimeMention] | None,
) -> Draft | None:
    if governor is None or not governor.slots.direct or standing is None or not governor.verb.frames & {"get", "send"}:
        return None
    other = slots.source if "get" in governor.verb.frames else slots.to
    sides = [*governor.slots.direct[0], *other]
    if not other or any(side.level not in PERSON_LEVEL | {"body", "state"} for side in sides):
        return None
    return Draft(
        kind=ContactKind.MESSAGE,
        status=standing.status,
        sides=tuple(sides),
        pieces=pieces_of((phrase.first, phrase.end), sides, [(governor.place, governor.place + 1)]),
        rule="<side> <message> <side>",
        sure=standing.sure and standing.status is ContactStatus.HELD and not slots.skipped,
        sentence=sentence.index,
        when=date,
        hedges=standing.hedges,
    )


def as_call(draft: Draft, place: int) -> Draft:
    """Return a contact told by a verb, whose clause says that it was a call."""
    pieces = draft.pieces if any(first <= place < end for first, end in draft.pieces) else (*draft.pieces, (place, place + 2))
    return replace(draft, kind=ContactKind.CALL, pieces=pieces, directness=Directness.DIRECT)


def is_title(sentence: Sentence) -> bool:
    """Return whether a sentence is the headline."""
    return sentence.kind is SentenceKind.TITLE


def held_tense(verb: Verb) -> bool:
    """Return whether a verb tells what is over."""
    return verb.tense is Tense.PERFECT
