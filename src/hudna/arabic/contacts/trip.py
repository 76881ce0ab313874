"""Visits told by a noun: whose, to where."""

from collections.abc import Sequence
from typing import Final

from hudna.arabic.contacts import status as st
from hudna.arabic.contacts.draft import Draft, pieces_of
from hudna.arabic.contacts.governor import Governor, is_adjunct
from hudna.arabic.contacts.invited import taker_of_invitation
from hudna.arabic.contacts.journey import host_of, travels
from hudna.arabic.contacts.noun_standing import goes_on_now
from hudna.arabic.contacts.own import own_sides
from hudna.arabic.contacts.owner import last_named
from hudna.arabic.contacts.phrase import Phrase
from hudna.arabic.contacts.reached import house_visited, place_behind_office
from hudna.arabic.contacts.side import PERSON_LEVEL, Side, country_of, with_role
from hudna.arabic.contacts.sides import glued
from hudna.arabic.contacts.slots import Slots
from hudna.arabic.contacts.stops import covers
from hudna.arabic.contacts.subject import ending_at
from hudna.arabic.contacts.where import HOUSES, read_place, seat_of
from hudna.arabic.contacts.words import markers, nouns
from hudna.arabic.names.tables import capitals, labels
from hudna.arabic.scene import Scene, place_of
from hudna.arabic.speech.speakers import LATTER
from hudna.model import ContactKind, ContactStatus, Match, Place, Role, Sentence, TimeMention

MAX_TRIP_TOKENS: Final = 20
MAX_SET_REACH: Final = 8
_ENDED: Final = frozenset({"hold-4", "hold-5"})
_MANAGED: Final = frozenset({"في", "وفي"})
_BEFORE_JOURNEYS: Final = frozenset({"قبل", "قبيل", "لدى", "لدي", "من"})
_ONE: Final = frozenset({"ه", "ها"})
_BEING: Final = frozenset({"كان", "كانت", "يوجد", "توجد"})
_REGIONS: Final = frozenset({"region", "continent"})
_WAS_SET: Final = frozenset({"كان", "كانت", "المقرر", "المقرره", "مقرره"})


def read_visit(
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
    """Return the visit a noun tells: somebody's to a place; None where either is not said."""
    where = slots.destination
    if where is None and phrase.construct and not phrase.noun.owner and len(genitive) == 1:
        where, genitive = _state_visited(scene, phrase, genitive)
        slots.arrival = phrase.end + 1 if where is not None else slots.arrival
    if where is None and phrase.end < clause[1]:
        behind = max((side.end for side in genitive), default=phrase.end)
        for start in range(behind, min(clause[1], behind + 3)):
            if scene.words[start].startswith("ل"):
                where = _to_place(scene, start, clause[1])
                if where is not None:
                    slots.arrival = start + 1
                    break
    if where is None and genitive and genitive[-1].end < clause[1]:
        found = read_place(scene, genitive[-1].end, clause[1])
        if found is not None and not glued(scene, genitive[-1].end):
            where, slots.arrival = found
    if where is None and phrase.end < clause[1] and scene.words[phrase.end] in _WAS_SET:
        where = _set_for(scene, phrase.end, clause[1])
    if where is None and phrase.construct and not genitive and phrase.end < clause[1]:
        found = read_place(scene, phrase.end, clause[1])
        where, slots.arrival = found if found is not None else (None, 0)
    taker = taker_of_invitation(scene, phrase, sentence) if phrase.noun.front == "ل" and not genitive else None
    if taker is not None:
        genitive, standing = taker[0], st.Standing(taker[1], (), sure=False)
    planner = _whose_plan(scene, phrase, sentence) if not genitive else ()
    if planner:
        genitive, standing = planner, st.Standing(ContactStatus.PLANNED, (), sure=False)
    if standing is not None and standing.status is ContactStatus.CALLED_FOR and not genitive:
        genitive = _invited(scene, phrase, sentence)
        if not genitive:
            return None  # who calls for a visit need not be the one who travels
    latter = not phrase.noun.owner and not phrase.noun.definite and scene.words[phrase.first + 1] in LATTER
    guests = list(
        genitive
        or (last_named(scene, phrase, sentence, ()) if latter else ())
        or _travellers(slots)
        or _was_on(scene, phrase, sentence)
        or own_sides(scene, phrase, [], governor, sentence, told)
    )
    if not guests and slots.direct:
        guests = slots.direct[0]
    if not guests and phrase.noun.owner:
        guests = last_named(scene, phrase, sentence, ())
    if not guests and (where is not None or slots.destination is not None) and _is_his(scene, phrase):
        guests = last_named(scene, phrase, sentence, ())
    guests = [side for side in guests if side.level in PERSON_LEVEL or side.level == "body"]
    guests = [side for side in guests if side.who.entity not in HOUSES]
    if where is None:
        where = house_visited(scene, slots)
        split = place_behind_office(scene, guests) if where is None else None
        if split is not None:
            guests, where, slots.arrival = list(split[0]), split[1], split[2]
    if phrase.noun.owner in _ONE and not genitive:
        guests = [side for side in guests if side.level != "persons"]  # whose visit it was, is one person
    visited = [side for side in slots.to if side.level in {"person", "office"}] if where is None else []
    if standing is not None and guests and visited:
        return _to_somebody(
            scene, phrase, governor, sentence, standing, date, [*guests, *with_role(visited, Role.HOST)]
        )
    if where is None or not guests or standing is None:
        return None
    row = labels().get(where.entity or "")
    home = f"state:{row['country'].lower()}" if row is not None and row.kind == "place" else where.entity
    capital = row is not None and (where.entity or "").removeprefix("place:") in capitals()
    own = any(home == f"state:{side.country or country_of(side.who.entity)}" for side in guests)
    if own and (home == where.entity or (capital and bool(phrase.noun.owner))):
        return None  # nobody visits his own country
    if phrase.noun.id == "trip" and not all(side.level in PERSON_LEVEL for side in guests):
        return None
    if phrase.noun.id == "journey" and not (_is_journey(scene, phrase) and travels(scene, guests)):
        return None
    start = governor.place if governor and not governor.noun_like else phrase.first
    sides = [*with_role(guests, Role.GUEST), *host_of(where, guests, phrase.first)]
    implied = any(side.who.implied for side in sides)
    end = max(phrase.end, slots.arrival if slots.arrival - phrase.first <= MAX_TRIP_TOKENS else phrase.end)
    return Draft(
        kind=ContactKind.VISIT,
        status=st.past_if_over(scene, standing.status, date),
        sides=tuple(sides),
        pieces=pieces_of((phrase.first, end), guests, [(start, start + 1)]),
        rule=f"<{phrase.noun.id}> <side> الى <place>",
        sure=standing.sure and not implied and standing.status is ContactStatus.HELD,
        sentence=sentence.index,
        when=date,
        place=where,
        hedges=standing.hedges,
        vague=standing.vague,
        now=goes_on_now(scene, governor, phrase, standing, sentence),
        ends=_ends(scene, phrase, governor),
    )


def _to_somebody(
    scene: Scene,
    phrase: Phrase,
    governor: Governor | None,
    sentence: Sentence,
    standing: st.Standing,
    date: Match[TimeMention] | None,
    sides: Sequence[Side],
) -> Draft | None:
    """Return the visit that somebody pays to somebody, wherever he is; None where both are one."""
    if len({side.who.entity or side.who.label for side in sides}) < len(sides):
        return None
    start = governor.place if governor and not governor.noun_like else phrase.first
    return Draft(
        kind=ContactKind.VISIT,
        status=st.past_if_over(scene, standing.status, date),
        sides=tuple(sides),
        pieces=pieces_of((phrase.first, phrase.end), sides, [(start, start + 1)]),
        rule=f"<{phrase.noun.id}> <side> الى <side>",
        sure=False,
        sentence=sentence.index,
        when=date,
        hedges=standing.hedges,
        vague=standing.vague,
    )


def _was_on(scene: Scene, phrase: Phrase, sentence: Sentence) -> Sequence[Side]:
    """Return who is told in a relative clause to have been on a visit: X met Y, who was on a visit to."""
    was = phrase.first - 2
    if was <= sentence.first or scene.words[was] not in _BEING or scene.words[was - 1] not in markers()["relative"]:
        return ()
    named = ending_at(scene, was - 1, sentence)
    return named.sides if named is not None else ()


def _is_his(scene: Scene, phrase: Phrase) -> bool:
    """Return whether a visit without an owner is that of who is spoken of: on a visit to, the first visit of his to."""
    his = is_adjunct(scene, phrase.first) and scene.words[phrase.first - 1] != "من"
    return phrase.noun.id == "visit" and (his or phrase.noun.owner != "")


def _ends(scene: Scene, phrase: Phrase, governor: Governor | None) -> bool:
    """Return whether a visit is told by its end: ended his visit, at the close of his visit."""
    ended = governor is not None and governor.verb.id in _ENDED
    return ended or scene.words[phrase.first - 1] in markers()["closes"]


def _state_visited(scene: Scene, phrase: Phrase, genitive: Sequence[Side]) -> tuple[Place | None, Sequence[Side]]:
    """Return the state that a visit is of, and nobody as who travels: means a visit of X in May."""
    name = scene.chart.name_at(phrase.end)
    if genitive[0].level != "state" or name is None or name.kind != "state" or scene.chart.glued(name):
        return None, genitive
    return place_of(name), ()


def is_tour(scene: Scene, phrase: Phrase) -> bool:
    """Return whether a round is a journey through a region: an African tour, a tour of the Gulf."""
    if phrase.noun.id != "round" or phrase.absorbed or phrase.round is not None or phrase.process is not None:
        return False
    if phrase.end < len(scene.tokens) and scene.words[phrase.end] in nouns():
        return False  # a round of meetings
    if phrase.noun.owner in _ONE or covers(scene, phrase.end) >= 0 or _in_region(scene, phrase.end):
        return True
    words = {word.removeprefix("ال") for word in scene.words[phrase.first + 1 : phrase.end + 2]}
    return not markers()["tour"].isdisjoint(words)


def _in_region(scene: Scene, place: int) -> bool:
    """Return whether "in the region", or in a named one, stands at a token."""
    if place + 1 >= len(scene.tokens) or scene.words[place] != "في":
        return False
    name = scene.chart.name_at(place + 1)
    row = labels().get(name.value.entity or "") if name is not None else None
    region = row is not None and row.kind == "place" and row["class"] in _REGIONS
    return region or scene.words[place + 1] == "المنطقه"


def read_tour(
    scene: Scene,
    phrase: Phrase,
    slots: Slots,
    genitive: Sequence[Side],
    governor: Governor | None,
    sentence: Sentence,
    standing: st.Standing | None,
    date: Match[TimeMention] | None,
    told: Sequence[Draft],
) -> Draft | None:
    """Return the visit that a tour of a region is, its host where it begins; None where nobody known travels."""
    guests = list(genitive or own_sides(scene, phrase, [], governor, sentence, told))
    guests = [side for side in guests if side.level in PERSON_LEVEL]
    if standing is None and scene.words[phrase.first - 1] == "من":
        standing = st.Standing(ContactStatus.HELD)  # came back from
    if standing is None or not guests or not travels(scene, guests):
        return None
    if standing.status is ContactStatus.UNDER_WAY:
        standing = standing._replace(status=ContactStatus.HELD)  # of a tour that began, some has taken place
    start = governor.place if governor and not governor.noun_like else phrase.first
    where = slots.places[0] if slots.places and phrase.noun.owner else None
    return Draft(
        kind=ContactKind.VISIT,
        status=st.past_if_over(scene, standing.status, date),
        sides=(*with_role(guests, Role.GUEST), *(host_of(where, guests, phrase.first) if where is not None else ())),
        pieces=pieces_of((phrase.first, phrase.end), guests, [(start, start + 1)]),
        rule="<side> <tour>",
        sure=False,
        sentence=sentence.index,
        when=date,
        place=where,
        hedges=standing.hedges,
        vague=standing.vague,
    )


def _set_for(scene: Scene, place: int, limit: int) -> Place | None:
    """Return where a journey was to lead: a trip he was to begin to."""
    for start in range(place + 1, min(limit, place + MAX_SET_REACH)):
        if scene.words[start] == "الي":
            found = read_place(scene, start + 1, limit)
            return found[0] if found is not None else None
    return None


def _travellers(slots: Slots) -> list[Side]:
    """Return those behind "of" who can travel: an official visit of the crown prince to."""
    return [side for side in slots.of if side.level in PERSON_LEVEL or side.level == "body"]


def _is_journey(scene: Scene, phrase: Phrase) -> bool:
    """Return whether arrival, departure or a turn to somewhere is told as a day by itself: before his departure to.

    What somebody manages or fails to reach, or is kept from, is none: succeeded in getting to.
    """
    before = scene.words[phrase.first - 1]
    infinitive = phrase.noun.definite and not phrase.noun.owner
    if before in _MANAGED or (before == "من" and infinitive):
        return False
    return is_adjunct(scene, phrase.first) or before in _BEFORE_JOURNEYS


def _whose_plan(scene: Scene, phrase: Phrase, sentence: Sentence) -> Sequence[Side]:
    """Return whose plan a visit is, between it and the word for it: the president's plans to visit."""
    found = ending_at(scene, phrase.first, sentence) if phrase.noun.front == "ل" else None
    if found is None or scene.words[found.sides[0].first - 1] not in markers()["plan"]:
        return ()
    return found.sides


def _invited(scene: Scene, phrase: Phrase, sentence: Sentence) -> Sequence[Side]:
    """Return whom somebody invites to a visit: the party right before it."""
    end = phrase.first - 1 if scene.words[phrase.first - 1] == "الي" else phrase.first
    found = ending_at(scene, end, sentence) if end > sentence.first else None
    return found.sides if found is not None else ()


def _to_place(scene: Scene, place: int, limit: int) -> Place | None:
    """Return the place behind the preposition glued to it."""
    name = scene.chart.name_at(place)
    if name is not None and name.kind in {"state", "place"} and scene.chart.glued(name) == "ل":
        return place_of(name)
    if name is not None and name.kind == "body" and scene.chart.glued(name) == "ل":
        return seat_of(name)
    if scene.words[place] == "للعاصمه":
        found = read_place(scene, place + 1, limit, capital=True)
        return found[0] if found else None
    return None
