"""Contacts told by a noun: a meeting between, talks with, a visit to, a call, the fifth round of."""

from collections.abc import Sequence
from typing import Final

from hudna.arabic.contacts import status as st
from hudna.arabic.contacts.among import gathered_behind, is_council, is_gathered, is_nobody, is_top, is_voted_on
from hudna.arabic.contacts.convened import CALLED, convened
from hudna.arabic.contacts.day_of_noun import is_day_of_another
from hudna.arabic.contacts.draft import MAX_DAY_REACH, Draft, pieces_of
from hudna.arabic.contacts.governor import Governor, governor_after, governor_before, is_adjunct
from hudna.arabic.contacts.invited import convener_of
from hudna.arabic.contacts.messages import each_letter, read_message
from hudna.arabic.contacts.noun_standing import goes_on_now, is_in_touch, is_to_attend, standing_of
from hudna.arabic.contacts.own import (
    ATTENDS,
    CLOSES,
    WITHIN,
    across_borders,
    agent_of,
    further_sides,
    own_sides,
    sides_of,
)
from hudna.arabic.contacts.owner import last_named
from hudna.arabic.contacts.phrase import Phrase, read_phrase
from hudna.arabic.contacts.side import Side, with_role
from hudna.arabic.contacts.sides import glued, is_group, read_sides
from hudna.arabic.contacts.slots import Slots, read_slots
from hudna.arabic.contacts.stayed_away import read_stayed_away
from hudna.arabic.contacts.trip import is_tour, read_tour, read_visit
from hudna.arabic.contacts.where import place_before, place_near, read_place
from hudna.arabic.contacts.words import Tense, markers, nouns, verbs
from hudna.arabic.scene import Scene
from hudna.model import (
    NUMBER,
    ContactKind,
    ContactStatus,
    Directness,
    Outcome,
    Place,
    Role,
    Sentence,
    SentenceKind,
)
from hudna.model.frozen import replace
from hudna.text.letters import COMMAS

MAX_PLACE_REACH: Final = 16
MAX_WISH_REACH: Final = 6
MAX_BESIDE: Final = 4
MAX_SETTING_REACH: Final = 20  # the day of what was said or done during a contact is that of the contact
_WITH: Final = "مع <side>"
_FOR: Final = "ل"
_TWO_HOLD: Final = frozenset({"meeting", "talks", "round"})
_CONFERENCE: Final = "conference"
_PARTY: Final = "حزب"  # the Congress Party
_CONVENED: Final = frozenset({"conference", "summit"})
_OVER: Final = frozenset({ContactStatus.HELD, ContactStatus.UNDER_WAY})
_BESIDE: Final = frozenset({Role.MEDIATOR, Role.CONVENER})
_JOINT: Final = "مشترك"
_THIS: Final = frozenset({"هذا", "هذه"})
_BETWEEN_THEM: Final = frozenset({"بينهما", "بينهم"})
_PART_OF: Final = frozenset({"اطار", "ضمن"})
_ON_IT: Final = frozenset({"بها", "به"})
_TELLS_WHO: Final = frozenset({"host", "gather", "light", "event", "attend"})
_MET_BY: Final = frozenset({"meeting", "call"})  # whom one meets or calls stands behind the preposition glued to it
_BODIES_SIT: Final = frozenset({"sitting", "meeting", "conference", "summit", "vote"})


def read_noun(scene: Scene, place: int, sentence: Sentence, told: Sequence[Draft]) -> tuple[Draft | None, list[int]]:
    """Return the contact a noun tells, if it does, and the further nouns that belong to its phrase."""
    clause = scene.clause(place, sentence)
    phrase = read_phrase(scene, place, clause[1])
    if _of_something_else(scene, phrase, clause[1]):
        return None, phrase.absorbed
    if (phrase.outlet and not _is_joint(scene, phrase)) or (
        phrase.noun.front == _FOR and scene.words[place - 1] in markers()["sponsoring"]
    ):
        return None, phrase.absorbed  # the meeting of the states that sponsor the talks
    away = read_stayed_away(scene, phrase, sentence)
    if away is not None:
        return away, phrase.absorbed
    governor = governor_before(scene, place, clause, sentence)
    slots, genitive = _around(scene, phrase, clause[1])
    if is_top(scene, phrase, genitive):
        return None, phrase.absorbed
    if governor is None:
        governor = governor_after(scene, phrase, slots, genitive, clause[1])
        if governor is not None:
            inside = range(phrase.end, governor.place)
            phrase.absorbed += [each for each in inside if scene.words[each] in nouns()]
    governor = governor or _gathered(scene, phrase, clause[1])
    behind = max((side.end for side in genitive), default=0)
    if phrase.status is None and phrase.end < behind < clause[1]:
        phrase.status = st.after_word(scene, behind)  # the next summit of the alliance
    travelled = phrase.kind is ContactKind.VISIT and bool(genitive) and slots.destination is not None
    held_by = bool((genitive or phrase.held) and slots.with_)  # meetings that X held with Y
    exchanged = phrase.noun.id == "message" and governor is not None and governor.verb.id == "exchange"
    if (
        phrase.noun.number == "many"
        and not exchanged
        and not (_beside(phrase, slots) or held_by or _counted(scene, phrase) or travelled)
        and not (governor is not None and governor.verb.several and governor.place < place)
    ):
        return None, phrase.absorbed
    kind = ContactKind.MEETING if phrase.outlet else _kind(scene, phrase, slots, governor, genitive)
    if kind is None:
        return None, phrase.absorbed
    ahead = governor is not None and governor.noun_like  # a day before "for holding talks" is that of something else
    date = scene.date_near(
        governor.place if governor else place,
        max(slots.end, phrase.end),
        (place, clause[1]) if ahead else clause,
        MAX_SETTING_REACH if is_adjunct(scene, place) else MAX_DAY_REACH,
    )
    to_come = (
        phrase.noun.front == _FOR
        or ahead
        or is_to_attend(scene, place)
        or (governor is not None and governor.verb.tense is Tense.IMPERFECT)
    )
    if date is not None and is_day_of_another(scene, phrase, date, clause[0], to_come=to_come):
        date = None
    standing = standing_of(
        scene,
        phrase,
        governor,
        sentence,
        date,
        named=_beside(phrase, slots) or bool(genitive) or _of_council(phrase, slots.of),
        together=scene.words[place - 1] == "مع" and bool(slots.with_ or slots.between),
        definite=_is_definite(scene, phrase, slots, genitive),
    )
    if phrase.present and standing is not None and standing.status is ContactStatus.HELD:
        ahead_of_it = date is not None and (st.is_ahead(scene, date) or not st.is_today(scene, date))
        standing = standing if ahead_of_it else standing._replace(status=ContactStatus.UNDER_WAY)
    if is_tour(scene, phrase):
        return read_tour(scene, phrase, slots, genitive, governor, sentence, standing, date, told), phrase.absorbed
    if kind is ContactKind.VISIT:
        return read_visit(
            scene, phrase, slots, genitive, governor, sentence, clause, standing, date, told
        ), phrase.absorbed
    if kind is ContactKind.MESSAGE:
        return read_message(scene, phrase, slots, governor, sentence, standing, date), phrase.absorbed
    sides, rule = sides_of(scene, phrase, slots, genitive, governor, sentence, told, kind)
    if not sides and phrase.noun.id in _BODIES_SIT:
        sides, rule, standing = convened(scene, phrase, governor, sentence, standing)
    if standing is None or _is_topic(phrase, standing):
        return None, phrase.absorbed
    if standing.status is ContactStatus.PLANNED and rule.startswith(WITHIN) and told[-1].status in _OVER:
        standing = standing._replace(status=ContactStatus.UNDER_WAY)  # within what somebody met, has begun
    council = len(sides) == 1 and is_council(sides[0])
    if phrase.noun.id == "vote" and not (council and is_voted_on(scene, phrase.end)):
        return None, phrase.absorbed  # whoever votes but a council, and on a law
    if standing.vague and any(
        side.who.implied and side.who.entity is None and side.level == "person" for side in sides
    ):
        return None, phrase.absorbed  # an expert who speaks of the talks with X holds none
    asked = (
        {ContactStatus.PLANNED, ContactStatus.CALLED_FOR} if phrase.noun.id == _CONFERENCE else {ContactStatus.PLANNED}
    )
    planned = governor is not None and governor.noun_like and standing.status in asked
    if not sides and planned and phrase.noun.id in _CONVENED:
        sides = with_role(own_sides(scene, phrase, [], governor, sentence, told), Role.CONVENER)
    if not sides and planned and phrase.noun.id in _TWO_HOLD:
        own = own_sides(scene, phrase, [], governor, sentence, told)
        sides = own if across_borders(own) else []  # X and Y plan to hold another meeting
    back = False
    sides = sides + [side for side in further_sides(slots, governor) if side not in sides]
    if rule == ATTENDS:
        kind = ContactKind.SESSION
    if rule == CALLED or (rule.startswith("<body>") and len(sides) == 1 and phrase.noun.id in _BODIES_SIT):
        kind = ContactKind.SESSION
    if rule.startswith("<council>") or _is_sitting(phrase, slots, genitive, sides):
        kind = ContactKind.SESSION
        sides += _attending(scene, phrase, sentence, told, sides)
        if standing.status is ContactStatus.CALLED_FOR:
            sides += [side for side in convener_of(scene, phrase, sentence) if side.who.label != sides[0].who.label]
    elif len(sides) == 1 and is_adjunct(scene, place) and is_gathered(scene, sides[0]):
        sides += _attending(scene, phrase, sentence, told, sides)
    if rule not in {ATTENDS, CALLED} and not _enough(scene, phrase, sides, kind, governor):
        back = phrase.noun.definite and standing.status in _OVER and _refers_back(scene, phrase, governor)
        if not back:
            return None, phrase.absorbed
        sides = []
        if scene.words[place - 1] in markers()["setting"]:
            kind = ContactKind.SESSION
    if sides and not planned and all(side.who.role in _BESIDE for side in sides):
        return None, phrase.absorbed  # who only mediates does not meet
    asker = standing.status is ContactStatus.CALLED_FOR and sides and sides[0].who.implied and not slots.between
    asker = asker and sides[0].who.role is not Role.CONVENER
    if asker and not _wants_to_meet(scene, phrase):
        return None, phrase.absorbed  # who calls for talks with somebody need not be the other side
    start = governor.place if governor and not governor.noun_like else place
    implied = any(side.who.implied for side in sides)
    where = next(iter(slots.places), None) or (governor.slots.places[0] if governor and governor.slots.places else None)
    return Draft(
        kind=kind,
        status=st.past_if_over(scene, standing.status, date),
        sides=tuple(sides),
        pieces=pieces_of((place, phrase.end), sides, [(start, start + 1)]),
        rule=rule,
        sure=standing.sure
        and standing.status is ContactStatus.HELD
        and not implied
        and len(sides) > 1
        and not slots.skipped,
        sentence=sentence.index,
        directness=_directness(phrase, slots, kind, sides),
        when=date,
        place=phrase.place
        or where
        or place_near(scene, start, min(clause[1], max(slots.end, phrase.end) + MAX_PLACE_REACH), sides)
        or place_before(scene, start, sentence.first),
        process=phrase.process,
        round=phrase.round if kind is ContactKind.SESSION or phrase.process else None,
        hedges=standing.hedges,
        back=back,
        outcome=Outcome.NO_AGREEMENT
        if governor is not None and governor.verb.id.startswith("fail")
        else Outcome.UNSAID,
        noun="" if back and phrase.noun.number != "one" else phrase.noun.id,
        caller=_caller(governor, sides),
        headline=sentence.kind is SentenceKind.TITLE and governor is None,
        vague=standing.vague,
        now=goes_on_now(scene, governor, phrase, standing, sentence),
        hosted=(sentence.index,) if kind is ContactKind.SESSION and _is_setting(scene, place) else (),
    ), phrase.absorbed


def _is_joint(scene: Scene, phrase: Phrase) -> bool:
    """Return whether those who hold a press conference stand side by side; one in which somebody says something is his channel."""
    if is_adjunct(scene, phrase.first):
        return False
    said = scene.words[phrase.first + 1 : phrase.end]
    return phrase.noun.id == "conference" and any(word.removeprefix("ال").startswith(_JOINT) for word in said)


def _is_definite(scene: Scene, phrase: Phrase, slots: Slots, genitive: Sequence[Side]) -> bool:
    """Return whether a noun means one contact that there was: the meeting, X's meeting with Y, the first meeting, a sitting of the council."""
    met = slots.by and slots.by[0].first - max((side.end for side in genitive), default=phrase.end) <= MAX_BESIDE
    if phrase.remote and len(slots.between) > 1:
        return True  # a phone call between X and Y
    received = slots.of if phrase.noun.id == "reception" else []
    if phrase.noun.definite or (genitive and (slots.with_ or met or received)):
        return True
    if _of_council(phrase, slots.of) or (phrase.noun.id != "summit" and _of_council(phrase, genitive)):
        return True  # the summit "of" somebody in construct may be that of a mountain
    before, counted = scene.words[phrase.first - 1], markers()["counted"]
    return before in counted or (before[0] in "لب" and before[1:] in counted) or _in_definite(scene, phrase)


def _of_council(phrase: Phrase, own: Sequence[Side]) -> bool:
    """Return whether a sitting or the like is that of one council."""
    return phrase.noun.id in _BODIES_SIT and len(own) == 1 and is_council(own[0])


def _in_definite(scene: Scene, phrase: Phrase) -> bool:
    """Return whether a noun is made definite by what it is of: the talks on trade."""
    words = scene.tokens[phrase.first + 1 : phrase.end]
    return not phrase.noun.definite and any(token.folded.startswith("ال") for token in words)


def _is_topic(phrase: Phrase, standing: st.Standing) -> bool:
    """Return whether talks of two nations are only spoken of: the Israeli-Palestinian peace talks."""
    return standing.vague and phrase.noun.id == "talks" and len(phrase.nations) > 1


def _wants_to_meet(scene: Scene, phrase: Phrase) -> bool:
    """Return whether who asks for a contact is a side of it: who proposes or wishes to meet somebody."""
    before = scene.tokens[max(0, phrase.first - MAX_WISH_REACH) : phrase.first]
    words = markers()["own-wish"]
    return any(token.folded in words or token.folded.removeprefix("و") in words for token in before)


def _of_something_else(scene: Scene, phrase: Phrase, limit: int) -> bool:
    """Return whether a round is one of elections, fighting or the like, or a conference the name of a party."""
    if phrase.noun.id == "conference" and scene.words[phrase.first - 1].endswith(_PARTY):
        return True
    if phrase.noun.id != "round" or phrase.absorbed or phrase.end >= limit:
        return False
    return scene.words[phrase.end] in {"من", "للانتخابات", "الانتخابات", "القتال"}


def _beside(phrase: Phrase, slots: Slots) -> bool:
    """Return whether the sides stand right behind a noun, so that it is their contact and nobody else's."""
    across = slots.between or slots.with_ or (slots.by if phrase.noun.id in _MET_BY else [])
    return bool(across) and across[0].first - phrase.end <= MAX_BESIDE


def _counted(scene: Scene, phrase: Phrase) -> bool:
    """Return whether a plural is a counted number of rounds of something: three rounds of talks."""
    return bool(phrase.absorbed) and scene.tokens[phrase.first - 1].kind is NUMBER


def _kind(
    scene: Scene, phrase: Phrase, slots: Slots, governor: Governor | None, genitive: Sequence[Side]
) -> ContactKind | None:
    kind = phrase.kind
    if is_in_touch(scene, phrase):
        return ContactKind.TALKS if slots.with_ or slots.by else None
    if phrase.noun.id == "in-touch" or _is_journey(scene, phrase):
        return None
    if phrase.remote or (slots.remote and not slots.remote_within and phrase.noun.id not in _CONVENED):
        return ContactKind.CALL
    if phrase.noun.id == "by-phone":
        return None  # any other talk
    if phrase.noun.id == "call":
        if phrase.noun.number == "many":
            both = governor is not None and governor.verb.several  # that officials of X and Y had
            return ContactKind.TALKS if slots.with_ or slots.between or both else None
        them = phrase.end < len(scene.tokens) and scene.words[phrase.end] in _BETWEEN_THEM
        named = bool(slots.with_ or slots.between or slots.by or slots.source or them)
        told = governor is not None or is_adjunct(scene, phrase.first) or _is_of_somebody(phrase, slots, genitive)
        return ContactKind.CALL if named and told else None
    if kind is ContactKind.MEETING and (phrase.round is not None or phrase.process is not None):
        return ContactKind.SESSION
    if kind is ContactKind.TALKS and (phrase.round is not None or phrase.process is not None):
        return ContactKind.SESSION
    if phrase.first and scene.words[phrase.first - 1] in {"اعمال", "جلسات", "فعاليات"}:
        return ContactKind.SESSION
    if phrase.noun.id == "summit" and phrase.round is None:
        return ContactKind.MEETING
    return kind


def _is_of_somebody(phrase: Phrase, slots: Slots, genitive: Sequence[Side]) -> bool:
    """Return whether a call is that of one person to another: the call of X to Y, his call to Y."""
    people = [*genitive, *slots.by, *slots.with_]
    owned = bool(genitive) or phrase.noun.owner != ""
    return owned and bool(slots.by or slots.with_) and all(side.level in {"person", "office"} for side in people)


def _is_journey(scene: Scene, phrase: Phrase) -> bool:
    """Return whether a round is the journey that a visit is part of, not one of talks: as part of a tour of three days."""
    bare = phrase.noun.id == "round" and not phrase.absorbed and phrase.round is None and phrase.process is None
    return bare and scene.words[phrase.first - 1] in _PART_OF and not is_tour(scene, phrase)


def _around(scene: Scene, phrase: Phrase, limit: int) -> tuple[Slots, list[Side]]:
    """Return what stands behind the phrase, and the sides in construct with it or behind its verb of gathering."""
    genitive: list[Side] = []
    where: Place | None = None
    place = phrase.end
    if phrase.construct and place < limit and not scene.chart.dated[place] and glued(scene, place) == "":
        genitive, place = read_sides(scene, place, limit)
    place = _past_relative(scene, place, limit)
    verb = verbs().get(scene.words[place]) if place < limit else None
    if verb is not None and "host" in verb.frames:
        found = read_place(scene, place + 1, limit)
        place = found[1] if found is not None else place
        where = found[0] if found is not None else None
        while place < limit and (scene.chart.dated[place] or scene.words[place] in COMMAS):
            place += 1
        verb = verbs().get(scene.words[place]) if place < limit else None
    if verb is not None and "gather" in verb.frames:
        if verb.tense is Tense.PERFECT and place > phrase.end and phrase.status is None:
            phrase.status = ContactStatus.HELD  # the meeting that joined X and Y
        slots = read_slots(scene, place + 1, limit)
        if verb.on:
            phrase.noun = phrase.noun._replace(owner=verb.on)
            slots.with_ = slots.with_ or slots.by
            return slots, genitive
        slots.places += [where] if where is not None else []
        genitive = [*genitive, *(side for group in slots.direct for side in group), *slots.by]
        return slots, genitive
    attended = verb is not None and "attend" in verb.frames and place > phrase.end
    if verb is not None and attended and scene.words[place + 1] in markers()["during-it"]:
        phrase.status = ContactStatus.HELD if verb.tense is Tense.PERFECT else ContactStatus.PLANNED
        slots = read_slots(scene, place + 2, limit)
        return slots, [*genitive, *(slots.direct[0] if slots.direct else ())]
    on_it = place + 1 < limit and scene.words[place + 1] in _ON_IT
    owned = on_it or (place < limit and scene.words[place].endswith(("ه", "ها")))
    if verb is not None and verb.frames & {"light", "event"} and (place > phrase.end or owned):
        if verb.several and owned:
            phrase.noun = phrase.noun._replace(owner="هما")
        phrase.present = "light" in verb.frames and verb.tense is Tense.IMPERFECT
        phrase.held = owned and not verb.several and "light" in verb.frames
        slots = read_slots(scene, place + 1 + on_it, limit)
        if slots.direct and "light" in verb.frames:
            genitive = [*genitive, *slots.direct[0]]
        return slots, genitive
    slots = read_slots(scene, place, limit)
    if not (genitive or slots.between or slots.with_ or slots.of or slots.by):
        genitive = gathered_behind(scene, place, limit)
    return slots, genitive


def _gathered(scene: Scene, phrase: Phrase, limit: int) -> Governor | None:
    """Return the verb right behind a noun without the article that tells whom it brings together: a meeting will join."""
    before = phrase.first - 1 - (scene.words[phrase.first - 1] in _THIS)
    ahead = verbs().get(scene.words[before]) if before >= 0 and phrase.noun.definite else None
    if ahead is not None and "gather" in ahead.frames and not ahead.on:
        return Governor(before, ahead, Slots(), noun_like=False)
    verb = verbs().get(scene.words[phrase.end]) if phrase.end < limit and not phrase.noun.definite else None
    if verb is None or "gather" not in verb.frames or verb.on or verb.tense is Tense.IMPERFECT:
        return None
    return Governor(phrase.end, verb, Slots(), noun_like=False)


def _past_relative(scene: Scene, place: int, limit: int) -> int:
    """Return the token after a relative pronoun whose clause says who met, or the token given."""
    after = place
    while after < limit and (scene.words[after] in markers()["relative"] or scene.words[after] in COMMAS):
        after += 1
    verb = verbs().get(scene.words[after]) if after < limit else None
    return after if verb is not None and verb.frames & _TELLS_WHO else place


def _caller(governor: Governor | None, sides: Sequence[Side]) -> Side | None:
    """Return who made a call: who made it by name, or from whom the other got it."""
    if governor is None or governor.noun_like or len(sides) < 2 or not governor.slots.direct:
        return None
    if "get" in governor.verb.frames:
        return sides[1]
    return sides[0] if governor.verb.id == "hold" and governor.slots.direct[0][0] == sides[0] else None


def _enough(scene: Scene, phrase: Phrase, sides: Sequence[Side], kind: ContactKind, governor: Governor | None) -> bool:
    if len(sides) > 1:
        return True
    if sides and is_nobody(scene, sides[0]):
        return False
    if kind is ContactKind.SESSION:
        sitting = phrase.noun.id in _BODIES_SIT and bool(sides) and sides[0].level == "body"
        told = governor is not None or phrase.status is not None or sitting
        return (phrase.round is not None and (phrase.process is not None or told)) or (
            bool(phrase.process or sides) and told
        )
    return (
        bool(sides)
        and sides[0].level in {"bodies", "persons", "office", "pair"}
        and (governor is not None or is_group(scene, sides[0]))
    )


def _is_sitting(phrase: Phrase, slots: Slots, genitive: Sequence[Side], sides: Sequence[Side]) -> bool:
    """Return whether one body meets: a sitting of the council."""
    own = slots.of or genitive
    body = len(own) == 1 and own[0].level == "body" and len(sides) == 1 and sides[0] is own[0]
    return body and phrase.noun.id in _BODIES_SIT


def _attending(
    scene: Scene, phrase: Phrase, sentence: Sentence, told: Sequence[Draft], sides: Sequence[Side]
) -> list[Side]:
    """Return the person who speaks or acts "in the sitting" of a body."""
    if not is_adjunct(scene, phrase.first) and phrase.noun.front != "ب":
        return []
    own = agent_of(scene, phrase, sentence, told) or last_named(scene, phrase, sentence, sides)
    return [side for side in own[:1] if side.level in {"person", "office"} and side.who.label != sides[0].who.label]


def _refers_back(scene: Scene, phrase: Phrase, governor: Governor | None) -> bool:
    if phrase.noun.id == "round":
        return phrase.status is ContactStatus.UNDER_WAY
    return phrase.noun.owner == "" and (is_adjunct(scene, phrase.first) or governor is not None)


def _is_setting(scene: Scene, place: int) -> bool:
    """Return whether a session is named as that within which something else takes place."""
    return place > 0 and scene.words[place - 1] in markers()["setting"] | CLOSES | {"في", "خلال"}


def _directness(phrase: Phrase, slots: Slots, kind: ContactKind, sides: Sequence[Side]) -> Directness:
    if slots.indirect:
        return Directness.INDIRECT
    if phrase.directness is not Directness.UNSAID:
        return phrase.directness
    if kind in {ContactKind.MEETING, ContactKind.CALL} and len(sides) > 1:
        return Directness.INDIRECT if slots.mediators and kind is not ContactKind.MEETING else Directness.DIRECT
    return Directness.UNSAID


def each_apart(scene: Scene, place: int, draft: Draft) -> list[Draft]:
    """Return the contacts that a plural tells with several, one after the other: his calls with X and Y."""
    if draft.kind is ContactKind.MESSAGE:
        return each_letter(scene, draft)
    noun = nouns()[scene.words[place]]
    before = [side for side in draft.sides if side.end <= place or side.end == side.first]
    behind = [side for side in draft.sides if side not in before]
    if noun.number not in {"many", "two"} or len(before) != 1 or len(behind) < 2 or not draft.rule.endswith(_WITH):
        return [draft]
    return [replace(draft, sides=(*before, side)) for side in behind]


def as_call(draft: Draft, place: int) -> Draft:
    """Return a contact told by a verb, whose clause says that it was a call."""
    pieces = (
        draft.pieces
        if any(first <= place < end for first, end in draft.pieces)
        else (*draft.pieces, (place, place + 2))
    )
    return replace(draft, kind=ContactKind.CALL, pieces=pieces, directness=Directness.DIRECT)
