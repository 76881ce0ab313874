"""Contacts told by a verb that names them: met, conferred, received, visited, called, discussed with."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from hudna.arabic.contacts import status as st
from hudna.arabic.contacts.among import is_council, is_voted_on, of_many_states
from hudna.arabic.contacts.days import of_another_clause, of_journey_made
from hudna.arabic.contacts.draft import MAX_DAY_REACH, Draft, pieces_of
from hudna.arabic.contacts.first_of import first_to
from hudna.arabic.contacts.journey import visit_of_named, visits_of
from hudna.arabic.contacts.side import PERSON_LEVEL, Side, country_of, with_role
from hudna.arabic.contacts.sides import glued, is_group, read_sides
from hudna.arabic.contacts.slots import Slots, read_slots
from hudna.arabic.contacts.subject import (
    Subject,
    agent_before,
    ending_at,
    is_traveller_met,
    object_before,
    subject_ahead,
)
from hudna.arabic.contacts.voice import speaking_side
from hudna.arabic.contacts.where import place_before, place_near
from hudna.arabic.contacts.words import WE, Tense, Verb, markers, nouns, with_conjunction
from hudna.arabic.scene import Scene
from hudna.model import (
    WORD,
    ContactKind,
    ContactStatus,
    Directness,
    Match,
    Participant,
    Role,
    Sentence,
    SentenceKind,
    TimeMention,
)
from hudna.text.letters import COMMAS

MIN_GROUPS: Final = 3
PAIR: Final = 2
_OVER: Final = frozenset({ContactStatus.HELD, ContactStatus.UNDER_WAY})
_WITH: Final = "مع"
_NO_SUBJECTS: Final = (
    "behind-travel",
    "contrast",
    "adverb",
    "apart-in-time",
    "adjunct",
    "on-the-way",
    "relative",
    "setting",
)
_IN: Final = frozenset({"في", "خلال"})
_SITTING: Final = frozenset({"sitting"})
_SITTINGS: Final = frozenset({"sitting", "meeting"})
_HIS: Final = "ه"
_IN_TOUCH: Final = "تواصل"
_FEET: Final = "قدم"  # sets foot
_OF_SEVERAL: Final = frozenset({"هم", "هما"})
_OBJECTIVE: Final = ("ا", "ين")
_ADDRESSED: Final = frozenset({"person", "office", "body", "state"})
MAX_JOURNEY_REACH: Final = 12
MAX_ACCORD_REACH: Final = 30
MAX_PHONE_REACH: Final = 14


def read_verb(scene: Scene, place: int, verb: Verb, sentence: Sentence, told: Sequence[Draft]) -> list[Draft]:
    """Return the contacts a verb tells, several where it has objects told apart; none where its frame is not filled."""
    if "phone" in verb.frames:  # goes on with something, or: got in touch by telephone with X
        if scene.words[place].removeprefix("و") != _IN_TOUCH:
            return []
        verb = verb._replace(tense=Tense.PERFECT, status=None)
    if verb.kind is None or st.governs_as_noun(scene, place, sentence):
        return []
    if place > sentence.first and scene.words[place - 1] in markers()["before-noun"]:
        return []
    clause = scene.clause(place, sentence)
    there = place + 1 < clause[1] and scene.words[place + 1] in markers()["to-it"]
    if there and "الي" in verb.frames and scene.words[place - 1] in markers()["relative"]:
        there_to = st.of_verb(scene, place, verb, sentence, scene.date_near(place, place + 2, clause, MAX_DAY_REACH))
        slots = read_slots(scene, place + 2, clause[1])
        visits = visit_of_named(scene, place, verb, slots, sentence, clause, there_to) if there_to else []
        if visits:
            return visits
    if "remote" in verb.frames and not _reaches(scene, place, clause[1]):
        return []
    capital, start = _capital_behind(scene, place, verb, clause[1])
    slots = read_slots(scene, start, clause[1])
    if capital:
        slots.direct.insert(0, capital)
        slots.aside.insert(0, False)
        slots.apart.insert(0, False)
    later = st.is_before_or_after(scene, place)  # a day before it is that of something else
    date = scene.date_near(place, slots.end, (place, clause[1]) if later else clause, MAX_DAY_REACH)
    wrote = verb.kind is ContactKind.MESSAGE and verb.tense is Tense.PERFECT
    if date is not None and (of_another_clause(scene, place + 1, date) or (wrote and st.is_ahead(scene, date))):
        date = None  # what he told them is to come
    came = date is not None and verb.tense is Tense.IMPERFECT and of_journey_made(scene, date, place, clause[0])
    if came:
        date = None  # he came on Friday on a visit in which he meets
    first = first_to(scene, place, verb, sentence)
    standing = first[1] if first is not None else st.of_verb(scene, place, verb, sentence, date)
    if standing is not None and standing.status is ContactStatus.NOT_HELD and "discuss" in verb.frames:
        return []  # who did not touch on something with somebody has talked with him
    foot = "".join(scene.words[place + 1 : place + 2]).startswith(_FEET)
    if standing is None or ("tread" in verb.frames and not foot):
        return []
    if "event" in verb.frames and verb.tense is Tense.PERFECT:
        standing = standing._replace(status=ContactStatus.HELD)  # X got in touch with Y; what goes on is the talks
    if verb.on == WE:
        subject, others = _we(scene, place, slots)
    elif verb.on and "place" in verb.frames:
        return visit_of_named(scene, place, verb, slots, sentence, clause, standing, told)
    elif verb.on:
        subject, others = _subject_and_pronoun(scene, place, verb, slots, sentence, told)
    else:
        subject, others = _subject_and_others(scene, place, verb, slots, sentence, told)
    if first is not None and not verb.on:
        subject, others = first[0], [each for each in (slots.with_, slots.by, *slots.direct[:1]) if each][:1]
    if subject is None or not subject.sides:
        return []
    if "place" in verb.frames or "الي" in verb.frames:
        visits = visits_of(scene, place, verb, slots, subject, sentence, clause, standing)
        host = _visited_person(scene, verb, slots, subject) if not visits else []
        if not host:
            return visits
        others = [host]
    found: list[Draft] = []
    for other in [each for group in others for each in _each_apart(scene, subject, group)] or [[]]:
        sides = _fill(scene, verb, subject, other, slots) if "place" not in verb.frames else [*subject.sides, *other]
        if sides is None:
            continue
        kind = ContactKind.CALL if slots.remote else verb.kind
        if "remote" in verb.frames and not slots.remote:
            kind = ContactKind.TALKS
        if not other and (_sits(verb, subject.sides) or (len(sides) == 1 and _in_sitting(scene, slots, _SITTING))):
            kind = ContactKind.SESSION
        implied = any(side.who.implied for side in sides)
        draft = Draft(
            kind=kind,
            status=standing.status,
            sides=tuple(sides),
            pieces=pieces_of((place, place + 1), sides),
            rule=f"{'<subject> ' if subject.rule == 'before' else ''}<{verb.id}> {_shape(other, slots)}",
            sure=standing.sure and not implied and not slots.skipped and standing.status is ContactStatus.HELD,
            sentence=sentence.index,
            directness=Directness.DIRECT if kind is not ContactKind.TALKS else Directness.UNSAID,
            when=date or (_day_told(told, sentence) if subject.rule == "agent" and not (later or came) else None),
            place=next(iter(slots.places), None)
            or place_near(scene, place, clause[1], sides)
            or place_before(scene, place, sentence.first),
            hedges=standing.hedges,
            back=subject.rule == "the two sides" and standing.status in _OVER,
            caller=sides[0] if verb.kind is ContactKind.CALL and other else None,
            headline=sentence.kind is SentenceKind.TITLE and verb.tense is Tense.IMPERFECT,
            now=standing.status is ContactStatus.UNDER_WAY and place == sentence.first,
        )
        found.append(draft)
    return found


def _capital_behind(scene: Scene, place: int, verb: Verb, limit: int) -> tuple[list[Side], int]:
    """Return the capital right behind a verb that stands for its government, and the token after it: Moscow summoned the ambassador."""
    if verb.several or verb.frames & {"place", "الي"} or not verb.frames & {"object", "مع"}:
        return [], place + 1
    start = place + 1 + (place + 1 < limit and scene.words[place + 1] == "#")
    sides, end = read_sides(scene, start, limit, places=True)
    known = len(sides) == 1 and sides[0].level == "place" and not glued(scene, start)
    return (sides, end) if known else ([], place + 1)


def _visited_person(scene: Scene, verb: Verb, slots: Slots, subject: Subject) -> list[Side]:
    """Return the holder of an office or known person whom somebody else of that kind visits: X visited the pope."""
    groups = [group for group in slots.direct if group[0] not in subject.sides]
    if "place" not in verb.frames or "tread" in verb.frames or not groups or slots.skipped:
        return []
    sides = [*subject.sides, *groups[0]]
    known = all(side.level in {"person", "office"} and _has_office(scene, side) for side in sides)
    return with_role(groups[0], Role.HOST) if known and len({side.who.label for side in sides}) == len(sides) else []


def _has_office(scene: Scene, side: Side) -> bool:
    """Return whether somebody is known by name or holds an office in the article's words."""
    return side.who.entity is not None or any(each.offices for each in scene.mentions.get(side.who.label, ()))


def _each_apart(scene: Scene, subject: Subject, others: list[Side]) -> list[list[Side]]:
    """Return those whom one person meets one after the other: officials of one country, or told with days of their own."""
    group = scene.words[others[0].first]
    if len(subject.sides) > 1 or len(others) < PAIR or not markers()["group"].isdisjoint({group, group[1:]}):
        return [others]
    known = all(side.level in {"person", "office"} for side in others)
    countries = {side.country or country_of(side.who.entity) for side in others}
    dated = all(any(scene.chart.dated[one.end : other.first]) for one, other in pairwise(others))
    apart = known and ((len(countries) == 1 and None not in countries) or dated)
    return [[side] for side in others] if apart else [others]


def _reaches(scene: Scene, place: int, limit: int) -> bool:
    """Return whether "by phone" or "with" stands behind a verb that alone tells of no contact."""
    near = scene.tokens[place + 1 : min(limit, place + MAX_PHONE_REACH)]
    return any(token.folded == _WITH or token.folded in markers()["remote"] for token in near)


def _day_told(told: Sequence[Draft], sentence: Sentence) -> Match[TimeMention] | None:
    """Return the day of the contact told before in the same sentence: X met Y yesterday, and also Z."""
    last = told[-1] if told else None
    return last.when if last is not None and last.sentence == sentence.index else None


def _shape(other: Sequence[Side], slots: Slots) -> str:
    if not other:
        return "<sides>"
    if other == slots.with_:
        return "مع <side>"
    return "ب<side>" if other == slots.by else "<side>"


def _we(scene: Scene, place: int, slots: Slots) -> tuple[Subject | None, list[list[Side]]]:
    """Return the speaker as the subject of "we met", and whom he met."""
    sides = speaking_side(scene, place)
    return (Subject(sides, "speaker") if sides else None), [each for each in (slots.with_, *slots.direct[:1]) if each]


def _subject_and_pronoun(
    scene: Scene, place: int, verb: Verb, slots: Slots, sentence: Sentence, told: Sequence[Draft]
) -> tuple[Subject | None, list[list[Side]]]:
    """Return the subject of a verb that carries a pronoun, and whom the pronoun means: and X received him.

    Behind a relative pronoun it means whom the clause says more of: the officials whom X met.
    """
    if scene.words[place - 1] in markers()["relative"]:
        named = ending_at(scene, place - 1, sentence)
        host = Subject(slots.direct[0], "after") if slots.direct else None
        if host is None and _left_out(scene, place + 1, sentence.end):
            host = agent_before(scene, place, sentence, told)
        known = named is not None and host is not None and _labels(named.sides).isdisjoint(_labels(host.sides))
        return (host, [list(named.sides)]) if named is not None and known else (None, [])
    if verb.on in _OF_SEVERAL:
        return None, []
    subject = Subject(slots.direct[0], "after") if slots.direct else subject_ahead(scene, place, sentence)
    if subject is None:
        subject = agent_before(scene, place, sentence, told) if _goes_on(scene, place) else None
    if subject is None:
        return None, []
    met = object_before(scene, place, sentence, subject.sides)
    return (subject, [met]) if met else (None, [])


def _left_out(scene: Scene, place: int, limit: int) -> bool:
    """Return whether a day, a preposition or the end of a clause stands where a subject would."""
    if place >= limit or scene.chart.dated[place]:
        return True
    word = scene.words[place]
    return word in markers()["contrast"] or word in COMMAS


def _labels(sides: Sequence[Side]) -> set[str]:
    return {side.who.entity or side.who.label for side in sides}


def _subject_and_others(
    scene: Scene, place: int, verb: Verb, slots: Slots, sentence: Sentence, told: Sequence[Draft]
) -> tuple[Subject | None, list[list[Side]]]:
    """Return the subject, and the groups of sides that stand across from it, each a contact of its own."""
    kept = [number for number in range(len(slots.direct)) if not _again(slots, number)]
    if len(kept) >= MIN_GROUPS:
        said = [number for number in kept if not _is_apposition(slots, number)]
        kept = said if len(said) > 1 else [kept[0], kept[-1]]  # X, the leader of the opposition, the minister
    if (
        "place" in verb.frames and scene.words[place - 1] in markers()["goes-on"]
    ):  # when he visited China, the state is no visitor
        kept = [number for number in kept if any(side.level != "state" for side in slots.direct[number])]
    direct, apart = [slots.direct[number] for number in kept], [slots.apart[number] for number in kept]
    before = subject_ahead(scene, place, sentence)
    if before is None and scene.words[place - 1] in markers()["relative"]:
        before = _owner_of_journey(scene, place, sentence)
    spoken_to = slots.to if "to" in verb.frames and (slots.remote or "written" in verb.frames) else []
    across = [each for each in (slots.with_, slots.by if "ب" in verb.frames else [], spoken_to) if each]
    transitive = bool(verb.frames & {"object", "guest"})
    if before is not None and not across and not direct and "مع" in verb.frames and _with_pronoun(scene, place):
        met = object_before(scene, place, sentence, before.sides)
        return before, [met] if met else []
    if before is None and across and scene.words[place - 1] in markers()["that-he"]:
        before = agent_before(scene, place, sentence, told)  # and he said that he meets, far from who said it
    if before is not None:
        objects = _split(direct, apart) if transitive else []
        return before, [*objects, *across][: max(1, len(objects))] if objects or across else []
    if direct and "joint" in verb.frames and not across and len(direct[0]) > 1 and not transitive:
        return Subject(direct[0], "after"), []
    members = len(direct) == 1 and not across and direct[0][0].level in {"persons", "bodies"}
    if members and verb.kind is not ContactKind.VISIT and not _gathers(scene, verb, slots, direct[0]):
        return None, []  # members of a council meet among themselves
    if not direct and (not _goes_on(scene, place) or ("الي" in verb.frames and _has_unknown_subject(scene, place))):
        return None, []
    if len(direct) == 1 and not across and "object" in verb.frames and _gathers(scene, verb, slots, direct[0]):
        return Subject(direct[0], "after"), []  # the members met in a sitting
    if not direct or (
        len(direct) == 1
        and not across
        and transitive
        and (_goes_on(scene, place) or _is_object(scene, direct[0][0], place))
        and (not _pair(direct[0]) or is_traveller_met(place, verb, direct[0], sentence, told))
    ):
        agent = agent_before(scene, place, sentence, told, several=verb.several)
        if agent is None:
            return None, []
        objects = [direct[0]] if direct else across[:1]
        return agent, objects
    objects = _split(direct[1:], apart[1:]) if transitive else []
    subject = Subject(
        direct[0], "the two sides" if _pair(direct[0]) and all(s.who.implied for s in direct[0]) else "after"
    )
    return subject, across[:1] or objects


def _has_unknown_subject(scene: Scene, place: int) -> bool:
    """Return whether a noun that no table knows stands as the subject right behind a verb of travel: and two planes arrived."""
    at = place + 1
    while at < len(scene.tokens) and scene.words[at] in markers()["during-it"]:
        at += 1
    if at >= len(scene.tokens) or scene.chart.dated[at] or at in scene.chart.starts:
        return False
    word, token = scene.words[at], scene.tokens[at]
    if token.kind is not WORD or word.startswith(("ب", "ل", "ك")) or word.endswith("ا"):
        return False
    return not any(word in markers()[name] for name in _NO_SUBJECTS)


def _owner_of_journey(scene: Scene, place: int, sentence: Sentence) -> Subject | None:
    """Return the person named last, on whose journey something is told to happen: X's first tour, on which he will visit."""
    if place + 1 >= sentence.end or scene.words[place + 1] not in markers()["during-it"]:
        return None
    last = next(iter(scene.referents.people_before(place, 1)), None)
    if last is None or last.party.first < max(sentence.first, place - MAX_JOURNEY_REACH):
        return None
    who = Participant(last.name.value.span, last.name.value.label, last.name.value.entity, None, True)
    return Subject([Side(place, place, "person", who)], "agent")


def _with_pronoun(scene: Scene, place: int) -> bool:
    """Return whether "with him" or "with her" stands right behind a verb."""
    return place + 1 < len(scene.tokens) and scene.words[place + 1] in markers()["with-him"]


def _is_apposition(slots: Slots, number: int) -> bool:
    """Return whether a group of sides only says more of the one before, where a third stands across."""
    if len(slots.direct) < MIN_GROUPS or number == 0:
        return False
    group, before = slots.direct[number], slots.direct[number - 1]
    touching = number == 1 and group[0].first == before[-1].end
    office = group[0].level == "office" and before[-1].level == "person"
    return slots.aside[number] or (touching and office and not slots.apart[number])


def _again(slots: Slots, number: int) -> bool:
    """Return whether a group only names the one before anew, by his office."""
    if number == 0:
        return False
    before = {side.who.entity or side.who.label for side in slots.direct[number - 1]}
    return {side.who.entity or side.who.label for side in slots.direct[number]} == before


def _split(groups: Sequence[list[Side]], apart: Sequence[bool]) -> list[list[Side]]:
    """Return the first group, and after it only those told as contacts of their own."""
    return [group for number, group in enumerate(groups) if number == 0 or apart[number]]


def _pair(sides: Sequence[Side]) -> bool:
    return len(sides) > 1 or sides[0].level == "pair"


def _goes_on(scene: Scene, place: int) -> bool:
    if place + 1 < len(scene.tokens) and scene.words[place + 1] in markers()["during-it"]:
        return True
    if with_conjunction(scene.words[place]) or scene.words[place - 1] in markers()["goes-on"]:
        return True
    return st.is_before_or_after(scene, place) or st.is_expected(scene, place)


def _is_object(scene: Scene, side: Side, place: int) -> bool:
    """Return whether a common noun behind a verb is its object, by its ending or that of the verb: he received a delegation."""
    word = scene.words[side.first]
    if side.who.entity is not None or side.level not in {"body", "persons", "office"}:
        return False
    feminine = {scene.words[place][0], scene.words[place][-1]} & {"ت"} or scene.words[place].startswith("وت")
    return word.endswith(_OBJECTIVE) or word in markers()["own-people"] or (word.endswith("ات") and not feminine)


def _fill(scene: Scene, verb: Verb, subject: Subject, other: Sequence[Side], slots: Slots) -> list[Side] | None:
    """Return the sides of a contact, None where the frame asks for others or for somebody else."""
    sides = list(subject.sides)
    persons = all(side.level in PERSON_LEVEL or side.level == "body" for side in sides)
    if "remote" in verb.frames and not slots.remote and not _face_to_face(scene, sides, other, slots):
        return None
    if "notify" in verb.frames and not all(side.level in _ADDRESSED for side in other):
        return None
    if "corporate" in verb.frames and any(side.level in {"person", "office"} for side in (*sides, *other)):
        return None  # a reporter who holds a dialogue with somebody has an interview
    if "phone" in verb.frames and not (slots.remote and other):
        return None
    if "council" in verb.frames and not (other and all(is_council(side) for side in other)):
        return None  # who tells a reporter or a counterpart something sends no message
    if "vote" in verb.frames and not is_voted_on(scene, sides[-1].end):
        return None
    if "sits" in verb.frames and not _sits(verb, sides):
        return None
    if "sign" in verb.frames:
        word = scene.words[subject.sides[0].first]
        group = not markers()["group"].isdisjoint({word, word[1:]})
        met = group or _of_two_countries(sides)
        return sides if met and len(sides) > 1 and _signs(scene, sides[-1].end) else None
    if not other and _sits(verb, sides):
        return sides + slots.heads
    if not other:
        several = len(sides) > 1 and (
            verb.several or "joint" in verb.frames or "discuss" in verb.frames or "object" in verb.frames
        )
        several = several or _gathers(scene, verb, slots, sides) or _of_many_states(scene, verb, sides)
        return sides + slots.heads if several else None
    if "guest" in verb.frames:
        if not persons or not all(side.level in PERSON_LEVEL | {"body"} for side in other):
            return None
        return with_role(sides, Role.HOST) + with_role(other, Role.GUEST)
    if "discuss" in verb.frames and other != slots.with_:
        return None
    if verb.kind is ContactKind.MEETING and any(side.level == "state" for side in other) and persons:
        return None
    if "envoy" in verb.frames and not _is_foreign_envoy(scene, other[0].first):
        return None  # one's own ambassador is called home, a witness to court
    same = {(side.who.entity or side.who.label) for side in sides} & {(s.who.entity or s.who.label) for s in other}
    return None if same else [*sides, *other, *slots.heads]


def _is_foreign_envoy(scene: Scene, place: int) -> bool:
    """Return whether an ambassador stands at a token, without the pronoun that makes him one's own."""
    return scene.words[place] in markers()["envoy"] and not scene.tokens[place].surface.endswith(_HIS)


def _sits(verb: Verb, sides: Sequence[Side]) -> bool:
    """Return whether a council, a committee or the like meets, which is a sitting of its own."""
    body = len(sides) == 1 and is_council(sides[0])
    return body and ("sits" in verb.frames or ("joint" in verb.frames and verb.kind is ContactKind.MEETING))


def _is_envoy(scene: Scene, side: Side) -> bool:
    """Return whether a group is officials, envoys or leaders of somebody; reporters are none."""
    word = scene.words[side.first]
    return side.level == "persons" and not markers()["people"].isdisjoint({word, word[1:]})


def _face_to_face(scene: Scene, sides: Sequence[Side], other: Sequence[Side], slots: Slots) -> bool:
    """Return whether known people talk with each other: who talks with reporters or about an affair meets nobody."""
    known = all(side.level in {"person", "office"} or _is_envoy(scene, side) for side in (*sides, *other))
    return known and bool(other) and other == slots.with_ and any(side.who.entity for side in other)


def _gathers(scene: Scene, verb: Verb, slots: Slots, sides: Sequence[Side]) -> bool:
    """Return whether the only side is a group of different countries or bodies that meet among themselves."""
    if len(sides) == 1 and not markers()["both"].isdisjoint(scene.words[sides[0].first + 1 : sides[0].end]):
        return verb.kind is ContactKind.MEETING and sides[0].level == "persons"  # officials of both countries met
    alone = len(sides) == 1 and is_group(scene, sides[0])
    among = _in_sitting(scene, slots) or (alone and _meets_nobody_else(scene, sides[0]))
    alone = alone and ("joint" in verb.frames or (verb.kind is ContactKind.MEETING and among))
    return alone and (slots.end >= len(scene.tokens) or scene.words[slots.end] != "مع")


def _meets_nobody_else(scene: Scene, side: Side) -> bool:
    """Return whether ministers of several states stand where nobody follows whom they met: they met in Luxembourg."""
    end = side.end + (scene.words[side.end : side.end + 1] != [] and scene.words[side.end] in markers()["three"])
    if end >= len(scene.tokens) or not of_many_states(scene, side):
        return False
    return scene.words[end] in _IN or scene.words[end] in COMMAS or bool(scene.chart.dated[end])


def _in_sitting(scene: Scene, slots: Slots, kinds: frozenset[str] = _SITTINGS) -> bool:
    """Return whether those who met did so in a sitting or meeting: the members met in a closed sitting."""
    place = slots.inner[0] if slots.inner else 0
    return place > 0 and scene.words[place - 1] in _IN and nouns()[scene.words[place]].id in kinds


def _of_many_states(scene: Scene, verb: Verb, sides: Sequence[Side]) -> bool:
    """Return whether the ministers or leaders of several states discuss something, which they do among themselves."""
    return len(sides) == 1 and "discuss" in verb.frames and of_many_states(scene, sides[0])


def _of_two_countries(sides: Sequence[Side]) -> bool:
    """Return whether signers are people of different countries, who sign a bilateral accord together."""
    lands = {side.country or country_of(side.who.entity) for side in sides}
    return all(side.level in {"person", "office"} for side in sides) and len(lands) == len(sides) and None not in lands


def _signs(scene: Scene, place: int) -> bool:
    """Return whether an accord stands as the object, not far behind the signers."""
    return not markers()["signed"].isdisjoint(scene.words[place : place + MAX_ACCORD_REACH])
