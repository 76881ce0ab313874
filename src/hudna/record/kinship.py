"""Whether two articles tell one happening: a few features, weighed by what was learnt from stories put together by hand."""

import math
from collections.abc import Mapping
from functools import cache
from typing import Final

from hudna.model import Feature
from hudna.record.learnt import load_weights
from hudna.record.profiles import Profile
from hudna.record.rarity import Rarity

FEATURES: Final = ("words", "names", "days", "outlet", "toll", "tolls")
_TABLE: Final = "kinship.tsv"
_LEAST_WORDS: Final = 0.03  # so that the logarithm of no common word is a number
_HARDLY: Final = -3.5  # odds, as a logarithm, below which a pair says nothing for a story
_NOBODY: Final = 0.6  # what a headline without names has in common with another article's
_SHARED_WORDS: Final = 5


def dot(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return the scalar product of two sparse vectors."""
    if len(one) > len(other):
        one, other = other, one
    return sum([weight * other[key] for key, weight in one.items() if key in other])


def could_be_kin(words: float) -> bool:
    """Return whether two articles may tell one happening, for all that is known but their likeness of words."""
    return odds((math.log(words + _LEAST_WORDS), 1.0, 0.0, 0.0, 1.0, 0.0)) >= _HARDLY


def values(one: Profile, other: Profile, words: float, rarity: Rarity) -> tuple[float, ...]:
    """Return the values of ``FEATURES`` that are weighed.

    They are the likeness of words (a logarithm) and of names, days apart, one outlet, a toll in common, and tolls of which
    none is in common: that articles count victims at all is a likeness too.
    """
    shared = not one.tolls.isdisjoint(other.tolls)
    return (
        math.log(words + _LEAST_WORDS),
        min(_known(one, other, rarity), _known(other, one, rarity)),
        1.0 if one.days and other.days and one.days.isdisjoint(other.days) else 0.0,
        1.0 if one.outlet and one.outlet == other.outlet else 0.0,
        1.0 if shared else 0.0,
        1.0 if one.tolls and other.tolls and not shared else 0.0,
    )


def odds(found: tuple[float, ...]) -> float:
    """Return the logarithm of the odds that two articles with these values tell one happening."""
    constant, weights = _weights()
    return constant + sum([weight * value for weight, value in zip(weights, found, strict=True)])


def explain(
    one: Profile, other: Profile, vectors: tuple[Mapping[str, float], ...], rarity: Rarity
) -> tuple[Feature, ...]:
    """Return why two articles are taken for one story or not: each feature with what was compared, 0 to 1."""
    left, right = vectors
    shared = sorted(left.keys() & right.keys(), key=lambda each: (-left[each] * right[each], each))[:_SHARED_WORDS]
    words = " ".join(shared)
    _, names, apart, same, shared_toll, _ = values(one, other, 0.0, rarity)
    return (
        Feature("words", words, words, round(dot(left, right), 3)),
        Feature("names", " ".join(one.title_names), " ".join(other.title_names), round(names, 3)),
        Feature("days", _written(one), _written(other), 1.0 - apart),
        Feature("outlet", one.outlet, other.outlet, same),
        Feature("toll", _counted(one), _counted(other), shared_toll),
    )


def _known(one: Profile, other: Profile, rarity: Rarity) -> float:
    """Return how far the names of an article's headline stand in the other article, the rare ones weighing most."""
    weights = rarity.of_title(one)
    total = sum(weights.values())
    return sum([weight for name, weight in weights.items() if name in other.names]) / total if total else _NOBODY


def _written(profile: Profile) -> str:
    return " ".join(day.isoformat() for day in sorted(profile.days))


def _counted(profile: Profile) -> str:
    return " ".join(f"{outcome}:{number}" for outcome, number in sorted(profile.tolls))


@cache
def _weights() -> tuple[float, tuple[float, ...]]:
    return load_weights(_TABLE, FEATURES)
