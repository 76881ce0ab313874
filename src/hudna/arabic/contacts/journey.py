"""Visits told by a verb: who travels, where to, and which state is the host."""

from collections.abc import Sequence
from typing import Final

from hudna.arabic.contacts import status as st
from hudna.arabic.contacts.days import of_another_clause
from hudna.arabic.contacts.draft import MAX_DAY_REACH, Draft, pieces_of
from hudna.arabic.contacts.phrase import LEVEL
from hudna.arabic.contacts.reached import place_behind_office
from hudna.arabic.contacts.side import PERSON_LEVEL, Side, country_of, with_role
from hudna.arabic.contacts.sides import glued
from hudna.arabic.contacts.slots import Slots
from hudna.arabic.contacts.subject import Subject, agent_before
from hudna.arabic.contacts.where import read_place
from hudna.arabic.contacts.words import Tense, Verb, markers, nouns, verbs, with_conjunction
from hudna.arabic.names.tables import labels
from hudna.arabic.scene import Scene, place_of
from hudna.model import ContactKind, Participant, PartKind, Place, Role, Sentence, SentenceKind
from hudna.text.letters import COMMAS

MAX_TO_PLACE: Final = 7
_EACH: Final = frozenset({"كل", "كلا"})
_SETS_FOOT: Final = ("قدم", "ارض", "اراضي", "تراب")
_IN: Final = frozenset({"في", "علي"})
_AS_GUEST: Final = frozenset({"ضيفا", "ضيفه", "ضيوفا"})
_ARMED: Final = frozenset({"army", "armed_group"})


def visits_of(
    scene: Scene,
    place: int,
    verb: Verb,
    slots: Slots,
    subject: Subject,
    sentence: Sentence,
    clause: tuple[int, int],
    standing: st.Standing,
) -> list[Draft]:
    """Return the visits a verb of travelling tells, one a place; none where nobody travels or no place is named."""
    own = [side for side in subject.sides if scene.words[side.first].removeprefix("و") not in markers()["kin"]]
    guests = [side for side in own if side.level in PERSON_LEVEL or side.level == "body"]
    if not guests or len(guests) != len(own):
        return []
    found = _visited(scene, place, verb, slots, guests, clause[1])
    split = (
        place_behind_office(scene, guests, bare="place" in verb.frames or verb.id == "arrive") if not found else None
    )
    if split is not None:
        guests, found = list(split[0]), [(split[1], split[2])]
    if not found or ("الي" in verb.frames and not travels(scene, guests)):
        return []
    if "back" in verb.frames and _at_home(found[0][0], guests):
        return []
    end = found[-1][1]
    date = scene.date_near(place, end, clause, MAX_DAY_REACH)
    if date is not None and of_another_clause(scene, place + 1, date):
        date = None
    return [
        Draft(
            kind=ContactKind.VISIT,
            status=standing.status,
            sides=(*with_role(guests, Role.GUEST), *slots.heads, *host_of(where, guests, place)),
            pieces=pieces_of((place, min(past, place + 12)), guests),
            rule=f"<{verb.id}> <side> <place>",
            sure=standing.sure and not slots.skipped and verb.tense is Tense.PERFECT and subject.rule != "agent",
            sentence=sentence.index,
            when=date,
            place=where,
            hedges=standing.hedges,
            headline=sentence.kind is SentenceKind.TITLE and verb.tense is Tense.IMPERFECT,
        )
        for where, past in found
    ]


def visit_of_named(
    scene: Scene,
    place: int,
    verb: Verb,
    slots: Slots,
    sentence: Sentence,
    clause: tuple[int, int],
    standing: st.Standing,
    told: Sequence[Draft] = (),
) -> list[Draft]:
    """Return the visit to a place named before "which" and a verb with its pronoun: Cairo, which X visited in May."""
    if scene.words[place - 1] not in markers()["relative"]:
        return []
    starts = range(place - 2, max(sentence.first, place - MAX_TO_PLACE) - 1, -1)
    end = place - 2 if scene.words[place - 2] in COMMAS else place - 1
    names = (name for start in starts for name in scene.chart.starts.get(start, ()) if name.end == end)
    where = next((place_of(name) for name in names if name.kind in {"place", "state"}), None)
    guests = slots.direct[0] if slots.direct else _left_out(scene, place, sentence, told)
    if where is None or not guests or any(side.level not in PERSON_LEVEL for side in guests):
        return []
    hosts = host_of(where, guests, place)
    visit = Draft(
        kind=ContactKind.VISIT,
        status=standing.status,
        sides=(*with_role(guests, Role.GUEST), *hosts),
        pieces=pieces_of((place, place + 1), guests),
        rule=f"<place> التي <{verb.id}> <side>",
        sure=False,
        sentence=sentence.index,
        when=scene.date_near(place, slots.end, (place, clause[1]), MAX_DAY_REACH),
        place=where,
        hedges=standing.hedges,
    )
    return [visit]


def _left_out(scene: Scene, place: int, sentence: Sentence, told: Sequence[Draft]) -> Sequence[Side]:
    """Return the one traveller of whom a clause "which he visited" leaves out the name."""
    if place + 1 < sentence.end and scene.chart.name_at(place + 1) is not None:
        return ()
    found = agent_before(scene, place, sentence, told)
    return found.sides if found is not None and len(found.sides) == 1 else ()


def _visited(
    scene: Scene, place: int, verb: Verb, slots: Slots, guests: Sequence[Side], limit: int
) -> list[tuple[Place, int]]:
    """Return the places that somebody visits, each with the token after it."""
    if "place" not in verb.frames:
        reached = _arrived_in(scene, place, verb, guests, limit) if slots.destination is None else None
        if reached is not None:
            return [reached]
        if slots.destination is None or _travels_anew(scene, place + 1, slots.arrival):
            return []
        return [(slots.destination, slots.end)]
    found: list[tuple[Place, int]] = []
    after = max((side.end for side in guests if side.first > place), default=place + 1)
    while "tread" in verb.frames and after < limit and scene.words[after].startswith(_SETS_FOOT):
        after += 1
    start = after
    if start + 1 < limit and scene.words[start] == "في" and scene.words[start + 1] in nouns():
        comma = (at for at in range(start, min(limit, start + MAX_TO_PLACE)) if scene.words[at] in COMMAS)
        start = after = next(comma, start)  # visits on his trip, X and Y
    while start < min(limit, (found[-1][1] if found else after) + MAX_TO_PLACE):
        at = read_place(scene, start, limit, houses=True)
        joined = bool(found) and (glued(scene, start) != "و" or start != found[-1][1])
        if at is not None and not joined:
            found.append(at)
            start = at[1]
            continue
        past = _past_adverb(scene, start, limit)
        if found or past == start:
            break
        after = past if scene.chart.dated[start] else after  # days do not count
        start = past
    return found


def _arrived_in(scene: Scene, place: int, verb: Verb, guests: Sequence[Side], limit: int) -> tuple[Place, int] | None:
    """Return the place behind a verb of arrival and its subject, without "to" or glued to it: the minister arrived in Cairo."""
    if verb.id != "arrive" and "in" not in verb.frames:
        return None
    sent = markers()["delegation"] | markers()["mission"]
    if "in" in verb.frames and any(side.level == "body" and scene.words[side.first] not in sent for side in guests):
        return None  # an airline that lands
    start = max((side.end for side in guests if side.first > place), default=place + 1)
    while start < min(limit, place + MAX_TO_PLACE) and (
        scene.chart.dated[start] or scene.words[start] in COMMAS or scene.words[start] in _AS_GUEST
    ):
        start += 1
    glue = {"", "ل"}
    if "in" in verb.frames:
        apart = start < limit and scene.words[start] in _IN  # a guest in X, with X glued to its preposition
        start, glue = (start + 1, {""}) if apart else (start, {"ب"})
        start += start < limit and scene.words[start] in markers()["capital"]
    name = scene.chart.name_at(start) if start < limit else None
    if name is None or name.kind not in {"place", "state"} or scene.chart.glued(name) not in glue:
        return None
    return place_of(name), name.end


def _past_adverb(scene: Scene, place: int, limit: int) -> int:
    """Return the token after a day, a comma, an adverb or an adjective of rank that stands before a place, else the same."""
    word = scene.words[place]
    following = scene.words[place + 1] if place + 1 < limit else ""
    words = markers()
    if word in words["high"] and following == LEVEL:
        return place + 2
    if word in words["manner"] and not following.startswith("ال"):
        return place + 2
    if word in _EACH and following == "من":
        return place + 2  # each of X and Y
    known = word in COMMAS or word in words["on-the-way"] or word in words["adverb"] or scene.chart.dated[place]
    dated = place + 1 < limit and scene.chart.dated[place + 1]
    return place + 1 if known or (dated and (word in words["lasts"] or word in words["adjunct"])) else place


def _travels_anew(scene: Scene, first: int, end: int) -> bool:
    """Return whether another verb stands before where somebody is bound for: X left the clinic and will go back to."""
    for place in range(first, end):
        verb = verbs().get(scene.words[place])
        if verb is not None and verb.kind is ContactKind.VISIT and with_conjunction(scene.words[place]):
            return True
        if any(part.kind is PartKind.FUTURE for part in scene.document.parts[place]):
            return True
    return False


def travels(scene: Scene, guests: Sequence[Side]) -> bool:
    """Return whether those who arrive come as somebody: known people, holders of an office, delegations, inspectors.

    Forces that reach a place pay no visit there.
    """
    words = markers()["traveller"]
    if any(_is_force(scene, side) for side in guests):
        return False
    return all(
        side.who.entity is not None
        or side.level in {"office", "body"}
        or any(name.kind == "office" for name in scene.chart.names_within(side.first, side.end))
        or scene.words[side.first] in words
        or scene.words[side.first][1:] in words
        for side in guests
    )


def _is_force(scene: Scene, side: Side) -> bool:
    """Return whether a body is an army, a militia or other forces, by its first word or its name; their delegation is none."""
    if side.level != "body":
        return False
    word = scene.words[side.first]
    row = labels().get(side.who.entity or "")
    named = row is not None and row["class"] in _ARMED and word not in markers()["delegation"]
    return named or not markers()["force"].isdisjoint({word, word.removeprefix("و").removeprefix("ال")})


def _at_home(where: Place, guests: Sequence[Side]) -> bool:
    """Return whether a place lies in the country of those who come back to it, or nothing tells where they are at home."""
    row = labels().get(where.entity or "")
    land = f"state:{row['country'].lower()}" if row is not None and row["country"] else where.entity
    return any(side.country is None and country_of(side.who.entity) is None for side in guests) or land in {
        f"state:{side.country or country_of(side.who.entity)}" for side in guests
    }


def host_of(where: Place, guests: Sequence[Side], place: int) -> list[Side]:
    """Return the state visited as the host: the place itself, or the state a city lies in where the guests come from another."""
    if where.entity is None:
        return []
    if where.entity.startswith("state:"):
        who = Participant(where.span, where.label, where.entity, role=Role.HOST)
        return [Side(place, place, "state", who)]
    row = labels().get(where.entity)
    key = f"state:{row['country'].lower()}" if row is not None and row["country"] else ""
    home = {f"state:{side.country or country_of(side.who.entity)}" for side in guests}
    if key not in labels() or key in home:
        return []
    who = Participant(where.span, labels()[key].form, key, None, True, role=Role.HOST)
    return [Side(place, place, "state", who)]
