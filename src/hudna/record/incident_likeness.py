"""How alike two tellings of an incident are: by the numbers of its victims, its place, its day, who did it, and its words.

Incidents are told without a day more often than not, and their parties by ever other names. What two tellings of one
share is a number of victims that few other incidents have, or the sentence of one source.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from hudna.arabic.wording import content_words
from hudna.model import Actor, Entity, Evidence, Feature, IncidentKind, Member, digest_of
from hudna.record.entities import OWN_PREFIX
from hudna.record.likeness import CONFLICT, Likeness, day_of, pair_actors, weeks_between, window, written
from hudna.record.names import place_form, plain_form

# Weights by judgement on 130,000 pairs of tellings of 2018 that share a party, a place or a number in one week; 30 pairs
# just above the bound, drawn by a seed and read, were of one incident each.
_WEIGHTS: Final = {"kind": 0.15, "days": 0.30, "place": 0.20, "toll": 0.40, "actors": 0.25, "words": 0.55}
_UNLIKE_TOLLS: Final = 0.1
_ELSEWHERE: Final = -1.25
_WITHIN: Final = 0.8  # one place's words are some of the other's
_SOME_DAY: Final = 0.3  # days that touch and say no more: a stretch, or those before an article came out
_TOLD_AFTER: Final = 2  # days at most between an undated incident and the article, as far as it is compared
_FEWEST_VICTIMS: Final = 3  # one and two are the toll of too many incidents
_DISTINCT_VICTIMS: Final = 10
_FEW: Final = 0.6
_TWO_NUMBERS: Final = 1.5
_FEWEST_WORDS: Final = 4
_SAME_WORDS: Final = 0.8
_STATE: Final = "state:"
_STATE_SCORE: Final = 0.7  # much is done by a state
_COMMON_NOUN: Final = 0.3  # "a civilian", "a soldier"
_ANY_VIOLENCE: Final = frozenset(
    {IncidentKind.KILLING_UNSPECIFIED, IncidentKind.OTHER, IncidentKind.VIOLENCE_AGAINST_CIVILIANS}
)
_FIRE: Final = frozenset(
    {IncidentKind.SHELLING, IncidentKind.AIR_STRIKE, IncidentKind.MISSILE_OR_DRONE, IncidentKind.BOMBING}
)

Toll = tuple[str, int]


def incident_likeness(one: Member, other: Member, entities: Mapping[str, Entity]) -> Likeness:
    """Return how alike two tellings of incidents are, whether or not they say a day."""
    kinds, days = _kinds(one, other), _days(one, other)
    if kinds is None or days is None:
        return CONFLICT
    features = [kinds, days]
    features += [
        feature
        for feature in (_place(one, other), _toll(one, other), _actors(one, other, entities), _words(one, other))
        if feature is not None
    ]
    score = sum(_WEIGHTS[feature.code] * feature.score for feature in features)
    if _have_unlike_tolls(one, other):
        score -= _UNLIKE_TOLLS
    return Likeness(round(score, 3), tuple(features))


def marks_of(member: Member) -> Iterator[tuple[str, ...]]:
    """Yield the blocks of an incident that need no parties: a number of victims or its words, and a week."""
    marks = [f"{outcome} {number}" for outcome, number in sorted(_tolls(member))]
    words = _words_of(member.evidence)
    if len(words) >= _FEWEST_WORDS:
        marks.append(digest_of(*sorted(words)))
    days = _told_window(member)
    if days is not None:
        for week in weeks_between(*days):
            for mark in marks:
                yield mark, str(week)


def _kinds(one: Member, other: Member) -> Feature | None:
    """Return the feature of two kinds of which the one may be the other told less closely, None where it can't."""
    kinds = {one.kind, other.kind}
    if len(kinds) == 1:
        return Feature("kind", one.kind, other.kind, 1.0)
    return Feature("kind", one.kind, other.kind, 0.5) if kinds & _ANY_VIOLENCE or kinds <= _FIRE else None


def _told_window(member: Member) -> tuple[dt.date, dt.date] | None:
    """Return the days of a telling, where it has none those before it came out."""
    known = window(member)
    printed = member.published.latest or member.published.earliest
    if known is not None or printed is None:
        return known
    return day_of(printed) - dt.timedelta(_TOLD_AFTER), day_of(printed)


def _days(one: Member, other: Member) -> Feature | None:
    ours, theirs = _told_window(one), _told_window(other)
    if ours is None or theirs is None or max(ours[0], theirs[0]) > min(ours[1], theirs[1]):
        return None
    said = window(one), window(other)
    days = {day for each in said if each for day in each}
    close = None not in said and (max(days) - min(days)).days <= 1
    return Feature("days", written(said[0]), written(said[1]), 1.0 if close else _SOME_DAY)


def _place(one: Member, other: Member) -> Feature | None:
    """Return how the places fit; None where one is not said, or they share words of which each has others."""
    if one.place is None or other.place is None:
        return None
    if place_form(one.place) == place_form(other.place):
        return Feature("place", one.place, other.place, 1.0)
    ours, theirs = set(plain_form(one.place).split()), set(plain_form(other.place).split())
    if ours <= theirs or theirs <= ours:
        return Feature("place", one.place, other.place, _WITHIN)
    return None if ours & theirs else Feature("place", one.place, other.place, _ELSEWHERE)


def _toll(one: Member, other: Member) -> Feature | None:
    """Return the feature of the numbers of victims that both tell."""
    shared = sorted(_tolls(one) & _tolls(other))
    if not shared:
        return None
    same_place = one.place is not None and other.place is not None and place_form(one.place) == place_form(other.place)
    distinct = same_place or max(number for _, number in shared) >= _DISTINCT_VICTIMS
    score = _TWO_NUMBERS if len(shared) > 1 else 1.0 if distinct else _FEW
    told = " ".join(str(number) for _, number in shared)
    return Feature("toll", told, told, score)


def _tolls(member: Member) -> frozenset[Toll]:
    """Return the numbers of victims that tell one incident from another, by outcome."""
    counts = member.counts
    return frozenset((f"{each.outcome}", each.min) for each in counts if each.min and each.min >= _FEWEST_VICTIMS)


def _have_unlike_tolls(one: Member, other: Member) -> bool:
    """Return whether both number the victims of one outcome, and never alike."""
    ours, theirs = ({(f"{each.outcome}", each.min) for each in member.counts if each.min} for member in (one, other))
    return not ours & theirs and bool({outcome for outcome, _ in ours} & {outcome for outcome, _ in theirs})


def _actors(one: Member, other: Member, entities: Mapping[str, Entity]) -> Feature | None:
    """Return the feature of the parties in both tellings, by what each of them is worth."""
    shared = sum(
        score * min(_worth(entities[each.entity]) for each in (ours, theirs))
        for score, ours, theirs in pair_actors(one.actors, other.actors, entities)
        if not _is_the_place(ours, one)
    )
    if not shared:
        return None
    left, right = (" ".join(sorted(actor.label for actor in member.actors)) for member in (one, other))
    return Feature("actors", left, right, round(min(1.0, shared), 3))


def _is_the_place(actor: Actor, member: Member) -> bool:
    """Return whether a state is named as the party that its land is."""
    is_state = actor.entity.startswith(_STATE)
    return is_state and member.place is not None and place_form(actor.label) == place_form(member.place)


def _worth(entity: Entity) -> float:
    if entity.id.startswith(_STATE):
        return _STATE_SCORE
    return _COMMON_NOUN if entity.id.startswith(OWN_PREFIX) and " " not in entity.label else 1.0


def _words(one: Member, other: Member) -> Feature | None:
    """Return the feature of the words that carry both tellings, where they are the same and not too few."""
    ours, theirs = _words_of(one.evidence), _words_of(other.evidence)
    shared = len(ours & theirs)
    if one.kind != other.kind or shared < _FEWEST_WORDS or shared / max(len(ours), len(theirs)) < _SAME_WORDS:
        return None
    left, right = (" … ".join(each.text for each in member.evidence) for member in (one, other))
    return Feature("words", left, right, 1.0)


def _words_of(evidence: tuple[Evidence, ...]) -> frozenset[str]:
    return frozenset().union(*(_keys(each.text) for each in evidence))


@lru_cache(maxsize=20_000)
def _keys(text: str) -> frozenset[str]:
    return frozenset(word.key for word in content_words(text))
