"""Whether an article leaves a speaker out: a few traits of what he says and of the article, weighed by what was learnt."""

import math
from functools import cache
from typing import Final

from hudna.record.learnt import load_weights
from hudna.record.told import Told
from hudna.record.voices import Choir, Voices, is_lead

FEATURES: Final = ("words", "person", "state", "beside", "named", "quoted", "lead", "told")
_TABLE: Final = "unheard.tsv"
_STATES: Final = frozenset({"state", "place", "nationality"})


def traits(choir: Choir, digest: str, voices: Voices, told: Told) -> tuple[float, ...]:
    """Return the values of ``FEATURES`` that are weighed, each from 0 to 1 but the first.

    They are how many words a choir says (a logarithm), whether it is a person or a state; how much of its name stands
    beside who speaks in the article, and how much of it in the article at all; whether it is quoted, or speaks in a lead;
    and how much the article has of what it says, where words weigh the less the more sentences of all the articles have them.
    """
    said = [each for each in voices.said(choir) if each.member.article != digest]
    words = frozenset().union(*(each.weights for each in said))
    return (
        math.log(1 + len(words)),
        1.0 if voices.is_person(choir) else 0.0,
        1.0 if any(speaker.partition(":")[0] in _STATES for speaker in choir) else 0.0,
        voices.share_beside(choir, digest),
        voices.share_named(choir, digest),
        1.0 if any(each.is_quoted for each in said) else 0.0,
        1.0 if any(is_lead(each.member) for each in said) else 0.0,
        told.share_of_words(said, digest),
    )


def odds(found: tuple[float, ...]) -> float:
    """Return the logarithm of the odds that an article with these values for a speaker leaves him out."""
    constant, weights = _weights()
    return constant + sum(weight * value for weight, value in zip(weights, found, strict=True))


@cache
def _weights() -> tuple[float, tuple[float, ...]]:
    return load_weights(_TABLE, FEATURES)
