"""How alike two tellings of a contact, a pledge or conduct are: by who, then the day."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from hudna.model import Actor, Entity, Feature, Member, NameKind, RecordType
from hudna.record.features import CONFLICT, Likeness, pair_actors, told_days
from hudna.record.names import SAME, place_form, plain_form
from hudna.record.windows import window, written

# Weights by judgement on the cases of tests/record/test_events.py, not learnt: who counts most, then the day.
_WEIGHTS: Final = {"kind": 0.15, "actors": 0.45, "days": 0.30, "place": 0.10, "round": 0.30, "words": 0.30}
ENOUGH: Final = 0.76
_SOME_DAY: Final = 0.55  # two contacts of the same people, of which one is told without a day
_DONE: Final = frozenset({"held", "under_way"})
_AHEAD: Final = frozenset({"planned"})
_OFTEN: Final = frozenset({"call", "message"})  # of which the same people have one after the other
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


def likeness(record: RecordType, one: Member, other: Member, entities: Mapping[str, Entity]) -> Likeness:
    """Return how alike two tellings of one type of record are."""
    kinds = _kinds(one, other)
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
    if record is RecordType.CONTACT and actors is not None and _may_be_of_one_day(one, other, place, entities):
        features[-1] = days._replace(score=_SOME_DAY)
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


def _may_be_of_one_day(one: Member, other: Member, place: Feature | None, entities: Mapping[str, Entity]) -> bool:
    """Return whether contacts of which a day is not told are as good as of one day.

    Both are over or both ahead, they are told within days, and they have two people in common or a place.
    """
    if (window(one) is not None and window(other) is not None) or told_days(one, other) is None:
        return False
    if one.kind != other.kind or one.kind in _OFTEN:
        return False
    statuses = {one.status, other.status}
    if not (statuses <= _DONE or statuses <= _AHEAD):
        return False
    shared = {actor.entity for actor in one.actors} & {actor.entity for actor in other.actors}
    people = sum(entities[key].kind is NameKind.PERSON for key in shared)
    return people >= 2 or (place is not None and place.score == 1.0)


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


def _words(left: str, right: str) -> Feature:
    ours, theirs = _word_set(left), _word_set(right)
    shared = len(ours & theirs) / max(1, min(len(ours), len(theirs)))
    return Feature("words", left, right, round(shared, 3))


@lru_cache(maxsize=10_000)
def _word_set(words: str) -> frozenset[str]:
    return frozenset(word for word in plain_form(words).split(" ") if len(word) > 2)
