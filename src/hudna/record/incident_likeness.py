"""How alike two tellings of an incident are: by the numbers of its victims, its place, its day, who did it, and its words.

Incidents are told without a day more often than not, and their parties by ever other names. What two tellings of one
share is a number of victims that few other incidents have, or the sentence of one source.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from hudna.model import Actor, Entity, Feature, IncidentKind, Member
from hudna.record.features import (
    CONFLICT,
    Likeness,
    pair_actors,
    place_feature,
    same_words,
    told_days,
    worth,
)
from hudna.record.names import place_form

# Weights by judgement on 130,000 pairs of tellings of 2018 that share a party, a place or a number in one week; 30 pairs
# just above the bound, drawn by a seed and read, were of one incident each.
_WEIGHTS: Final = {"kind": 0.15, "days": 0.30, "place": 0.20, "toll": 0.40, "actors": 0.25, "words": 0.55}
_UNLIKE_TOLLS: Final = 0.1
_FEWEST_VICTIMS: Final = 3  # one and two are the toll of too many incidents
_DISTINCT_VICTIMS: Final = 10
_FEW: Final = 0.6
_TWO_NUMBERS: Final = 1.5
_STATE: Final = "state:"
ANY_VIOLENCE: Final = frozenset(
    {IncidentKind.KILLING_UNSPECIFIED, IncidentKind.OTHER, IncidentKind.VIOLENCE_AGAINST_CIVILIANS}
)
_FIRE: Final = frozenset(
    {IncidentKind.SHELLING, IncidentKind.AIR_STRIKE, IncidentKind.MISSILE_OR_DRONE, IncidentKind.BOMBING}
)

Toll = tuple[str, int]


def incident_likeness(one: Member, other: Member, entities: Mapping[str, Entity]) -> Likeness:
    """Return how alike two tellings of incidents are, whether or not they say a day."""
    kinds, days = _kinds(one, other), told_days(one, other)
    if kinds is None or days is None:
        return CONFLICT
    features = [kinds, days]
    features += [
        feature
        for feature in (
            place_feature(one, other),
            _toll(one, other),
            _actors(one, other, entities),
            same_words(one, other) if one.kind == other.kind else None,
        )
        if feature is not None
    ]
    score = sum(_WEIGHTS[feature.code] * feature.score for feature in features)
    if _have_unlike_tolls(one, other):
        score -= _UNLIKE_TOLLS
    return Likeness(round(score, 3), tuple(features))


def toll_marks(member: Member) -> Iterator[str]:
    """Yield the numbers of victims that an incident may be known by."""
    yield from (f"{outcome} {number}" for outcome, number in sorted(_tolls(member)))


def are_kinds_of_one(one: Member, other: Member) -> bool:
    """Return whether the kinds of two tellings may be of one incident."""
    return _kinds(one, other) is not None


def _kinds(one: Member, other: Member) -> Feature | None:
    """Return the feature of two kinds of which the one may be the other told less closely, None where it can't."""
    kinds = {one.kind, other.kind}
    if len(kinds) == 1:
        return Feature("kind", one.kind, other.kind, 1.0)
    return Feature("kind", one.kind, other.kind, 0.5) if kinds & ANY_VIOLENCE or kinds <= _FIRE else None


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
        score * min(worth(entities[each.entity]) for each in (ours, theirs))
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
