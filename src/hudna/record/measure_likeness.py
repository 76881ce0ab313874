"""How alike two tellings of a position on a measure are: by kind and status, whose it is, the measure's name, and words.

Two outlets that tell of one position name neither its day nor its place more often than not; they agree in who takes it
and in what the measure is called, or print one sentence.
"""

from collections.abc import Mapping
from typing import Final

from hudna.model import Entity, Feature, Member
from hudna.record.features import (
    CONFLICT,
    Likeness,
    pair_actors,
    place_feature,
    same_words,
    told_days,
    worth,
)
from hudna.record.names import plain_form

# Weights by judgement on 12,350 pairs of tellings of 2018 of one kind and status that may be of one day.
_WEIGHTS: Final = {"kind": 0.15, "days": 0.30, "place": 0.20, "actors": 0.35, "words": 0.55, "measure": 0.30}
_OTHERS: Final = 0.1  # both are somebody's, and nobody's alike


def measure_likeness(one: Member, other: Member, entities: Mapping[str, Entity]) -> Likeness:
    """Return how alike two positions on measures are, whether or not they say a day."""
    days = told_days(one, other)
    if one.kind != other.kind or one.status != other.status or days is None:
        return CONFLICT
    actors = _actors(one, other, entities)
    features = [Feature("kind", one.kind, other.kind, 1.0), days]
    found = place_feature(one, other), actors, _name(one, other), same_words(one, other)
    features += [feature for feature in found if feature is not None]
    score = sum(_WEIGHTS[feature.code] * feature.score for feature in features)
    if actors is None and one.actors and other.actors:
        score -= _OTHERS
    return Likeness(round(score, 3), tuple(features))


def _actors(one: Member, other: Member, entities: Mapping[str, Entity]) -> Feature | None:
    """Return the feature of the parties, by what each of those in both is worth and by their share."""
    pairs = pair_actors(one.actors, other.actors, entities)
    if not pairs:
        return None
    shared = sum(score * min(worth(entities[each.entity]) for each in both) for score, *both in pairs)
    share = len(pairs) / (len(one.actors) + len(other.actors) - len(pairs))
    left, right = (" ".join(sorted(actor.label for actor in member.actors)) for member in (one, other))
    return Feature("actors", left, right, round(min(1.0, shared) * share**2, 3))


def _name(one: Member, other: Member) -> Feature | None:
    """Return the feature of the measure's names, None where one is not said."""
    if not (one.what and other.what):
        return None
    return Feature("measure", one.what, other.what, 1.0 if plain_form(one.what) == plain_form(other.what) else -1.0)
