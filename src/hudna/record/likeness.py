"""How alike two tellings of an event are: features with scores, none of them hidden."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Final

from hudna.model import Actor, Entity, Feature, Member, NameKind, RecordType
from hudna.record.entities import OWN_PREFIX
from hudna.record.names import POSSIBLE, SAME, compare_names, place_form, plain_form

# Weights by judgement on the cases of tests/record/test_events.py, not learnt: who counts most, then the day.
_WEIGHTS: Final = {"kind": 0.15, "actors": 0.45, "days": 0.30, "place": 0.10, "round": 0.30, "words": 0.30}
ENOUGH: Final = 0.76
MAX_WINDOW_DAYS: Final = 62
_DAYS_A_BLOCK: Final = 7
_NEXT_DAY: Final = 0.34  # one outlet's day is the other's next or last: a slip or midnight, if all else agrees
_SIDE_BY_SIDE: Final = frozenset(
    frozenset(pair)
    for pair in (
        ("meeting", "session"),
        ("meeting", "talks"),
        ("session", "talks"),
        ("call", "talks"),
        ("visit", "talks"),
    )
)


@dataclass(frozen=True, slots=True)
class Likeness:
    """The sum of the features' weighted scores; ``conflict`` where two tellings can't be of one event."""

    score: float
    features: tuple[Feature, ...]
    conflict: bool = False


CONFLICT: Final = Likeness(0.0, (), conflict=True)


def likeness(record: RecordType, one: Member, other: Member, entities: Mapping[str, Entity]) -> Likeness:
    """Return how alike two tellings of one type of record are."""
    kinds = _kinds(one, other)
    if record is RecordType.MEASURE and one.status != other.status:
        return CONFLICT  # two positions on one thing
    rounds = _same_or_not("round", one.round, other.round)
    process = _same_or_not("process", one.process, other.process)
    if kinds is None or 0.0 in (rounds and rounds.score, process and process.score):
        return CONFLICT
    days = _days(one, other)
    alone = record is not RecordType.CONTACT or rounds is not None
    actors = _actors(one.actors, other.actors, entities, same_round=rounds is not None, may_be_one=alone)
    nameless = rounds is not None and not (one.actors and other.actors)  # a session is known by its round
    if days is None or (actors is None and not nameless):
        return CONFLICT
    features = [kinds, days] if actors is None else [kinds, actors, days]
    place = _same_or_not("place", one.place, other.place)
    features += [feature for feature in (place, rounds) if feature is not None]
    if record is not RecordType.CONTACT and (one.what or other.what):
        features.append(_words(one.what, other.what))
    score = sum(
        _WEIGHTS[feature.code] * (feature.score if feature.code != "place" else 2 * feature.score - 1)
        for feature in features
    )
    if record is not RecordType.CONTACT:
        score -= 0.2  # what is promised, agreed or counted must speak for it too
    return Likeness(round(score, 3), tuple(features))


def window(member: Member) -> tuple[dt.date, dt.date] | None:
    """Return the days of a telling where both are known and not too far apart to say anything."""
    if member.earliest is None or member.latest is None:
        return None
    first, last = day_of(member.earliest), day_of(member.latest)
    return (first, last) if (last - first).days <= MAX_WINDOW_DAYS else None


def weeks_between(first: dt.date, last: dt.date) -> range:
    """Return the numbers of the weeks of some days, a day more on both sides for tellings that differ by one."""
    early, late = (first - dt.timedelta(1)).toordinal(), (last + dt.timedelta(1)).toordinal()
    return range(early // _DAYS_A_BLOCK, late // _DAYS_A_BLOCK + 1)


def day_of(moment: dt.date) -> dt.date:
    """Return the day of a date or date-time."""
    return moment.date() if isinstance(moment, dt.datetime) else moment


def monday_of(moment: dt.date) -> dt.date:
    """Return the first day of the week of a date or date-time."""
    day = day_of(moment)
    return day - dt.timedelta(day.weekday())


def _kinds(one: Member, other: Member) -> Feature | None:
    if one.kind == other.kind:
        return Feature("kind", one.kind, other.kind, 1.0)
    if frozenset((one.kind, other.kind)) in _SIDE_BY_SIDE:
        return Feature("kind", one.kind, other.kind, 0.5)
    return None


def _same_or_not(code: str, left: str | None, right: str | None) -> Feature | None:
    """Return the feature of two values, None where one of them is not said."""
    if left is None or right is None:
        return None
    form = place_form if code == "place" else plain_form
    return Feature(code, left, right, 1.0 if form(left) == form(right) else 0.0)


def _days(one: Member, other: Member) -> Feature | None:
    """Return how well the days fit; 0 where one is unknown, None where they can't be one."""
    ours, theirs = window(one), window(other)
    if ours is None or theirs is None:
        return Feature("days", written(ours), written(theirs), 0.0)
    gap = (max(ours[0], theirs[0]) - min(ours[1], theirs[1])).days
    if gap > 1:
        return None
    if gap == 1:
        score = _NEXT_DAY if ours[0] == ours[1] and theirs[0] == theirs[1] else 0.0
        return Feature("days", written(ours), written(theirs), score)
    widest = max((last - first).days for first, last in (ours, theirs))
    score = 1.0 if widest <= 1 else 0.8 if widest <= 7 else 0.6
    return Feature("days", written(ours), written(theirs), score)


def written(days: tuple[dt.date, dt.date] | None) -> str:
    """Return days as a feature shows them."""
    return "" if days is None else "/".join(day.isoformat() for day in days)


def _actors(
    ours: tuple[Actor, ...],
    theirs: tuple[Actor, ...],
    entities: Mapping[str, Entity],
    *,
    same_round: bool,
    may_be_one: bool,
) -> Feature | None:
    """Return how far the tellings name the same parties, None where fewer than two are shared of several.

    Where two people are shared, what else is named beside them (their states, their offices) does not count.
    """
    pairs = pair_actors(ours, theirs, entities)
    if not pairs or max(score for score, _, __ in pairs) < SAME:
        return None
    if len(pairs) < min(2, len(ours), len(theirs)) and not same_round:
        return None
    people = [score for score, one, _ in pairs if entities[one.entity].kind is NameKind.PERSON]
    left, right = " ".join(sorted(actor.label for actor in ours)), " ".join(sorted(actor.label for actor in theirs))
    if len(people) >= 2:
        others = {*(actor.entity for actor in ours), *(actor.entity for actor in theirs)}
        shared = {actor.entity for _, *both in pairs for actor in both}
        strangers = [key for key in others - shared if entities[key].kind is NameKind.PERSON]
        share = len(people) / (len(people) + len(strangers))
        return Feature("actors", left, right, round(sum(people) / len(people) * share**2, 3))
    share = len(pairs) / (len(ours) + len(theirs) - len(pairs))
    mean = sum(score for score, _, __ in pairs) / len(pairs)
    if len(pairs) == 1 and not may_be_one:
        share *= 0.8
    return Feature("actors", left, right, round(mean * (1.0 if same_round else share**2), 3))


def pair_actors(
    ours: Iterable[Actor], theirs: Iterable[Actor], entities: Mapping[str, Entity]
) -> list[tuple[float, Actor, Actor]]:
    """Return the best pairs of parties, each used once, the surest first."""
    scored = []
    for one, other in product(ours, theirs):
        score = _actor_score(entities[one.entity], entities[other.entity])
        if score >= POSSIBLE:
            scored.append((score, one, other))
    scored.sort(key=lambda each: (-each[0], each[1].entity, each[2].entity))
    taken: set[tuple[int, str]] = set()
    found = []
    for score, one, other in scored:
        if (0, one.entity) not in taken and (1, other.entity) not in taken:
            taken |= {(0, one.entity), (1, other.entity)}
            found.append((score, one, other))
    return found


def _actor_score(one: Entity, other: Entity) -> float:
    if one.id == other.id:
        return 1.0
    if not (one.id.startswith(OWN_PREFIX) or other.id.startswith(OWN_PREFIX)) or one.kind is not other.kind:
        return 0.0
    return max(compare_names(left, right, one.kind).score for left in one.forms for right in other.forms)


def _words(left: str, right: str) -> Feature:
    ours, theirs = _word_set(left), _word_set(right)
    shared = len(ours & theirs) / max(1, min(len(ours), len(theirs)))
    return Feature("words", left, right, round(shared, 3))


@lru_cache(maxsize=10_000)
def _word_set(words: str) -> frozenset[str]:
    return frozenset(word for word in plain_form(words).split(" ") if len(word) > 2)
