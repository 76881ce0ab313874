"""Stories: the articles that tell one happening, whatever their outlet and their words."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from hudna.model import Decision, DecisionKind, Feature, Merge, Reading, Story
from hudna.record.candidates import candidates, leads_of
from hudna.record.decided import Decided, decided_pairs
from hudna.record.kinship import could_be_kin, dot, explain, odds, values
from hudna.record.linkage import link
from hudna.record.profiles import Profile, profiles_of
from hudna.record.rarity import Rarity, sampled

PREFIX: Final = "sto-"
_ID_DIGITS: Final = 12
# What the pairs of two stories must speak for them in the mean, each pair with log(1 + odds); chosen on the windows that
# the weights were learnt from (training/stories.py).
_ENOUGH: Final = 0.8
_DIGITS: Final = 9

Vector = Mapping[str, float]
Pair = tuple[int, int]
Why = Callable[[int, int], tuple[Feature, ...]]


def find_stories(readings: Iterable[Reading], decisions: Iterable[Decision] = ()) -> tuple[Story, ...]:
    """Return the stories of the readings by first day of publication, those of a single article too.

    Decisions on articles (``same_story``) come before all likeness. The order of readings and decisions changes nothing.
    """
    profiles = profiles_of(readings)
    rarity = Rarity(sampled(profiles))
    vectors = [rarity.vector(profile) for profile in profiles]
    scores = {}
    leads = [leads_of(profile.day, vector) for profile, vector in zip(profiles, vectors, strict=True)]
    for left, right in candidates(leads):
        score = score_pair(profiles[left], profiles[right], (vectors[left], vectors[right]), rarity)
        if score is not None:
            scores[left, right] = score
    places = {profile.digest: place for place, profile in enumerate(profiles)}
    groups = told_together(places, scores, decided_pairs(decisions, DecisionKind.SAME_STORY))
    told = []
    for group in groups:
        few = [profiles[place] for place in group]
        told.append(tell(few, inner(group, scores), explained(few, [vectors[place] for place in group], rarity)))
    return tuple(told)


def story_of(stories: Iterable[Story], key: str) -> Story | None:
    """Return the story of an id, also of one it had before; None where there is none.

    An id is made from the digest of an article: the story goes by it as long as it holds that article.
    """
    digits = digits_of(key)
    if digits is None:
        return None
    return next((story for story in stories if any(each.startswith(digits) for each in story.digests)), None)


def digits_of(key: str) -> str | None:
    """Return the first digits of the digest of the article that a story's id is made from, None where it is none."""
    digits = key.removeprefix(PREFIX)
    return digits if digits != key and len(digits) == _ID_DIGITS else None


def score_pair(one: Profile, other: Profile, vectors: tuple[Vector, Vector], rarity: Rarity) -> float | None:
    """Return what speaks for two articles' telling one happening, None where nothing does."""
    words = dot(*vectors)
    if not could_be_kin(words):
        return None
    return math.log1p(math.exp(odds(values(one, other, words, rarity))))


def explained(profiles: Sequence[Profile], vectors: Sequence[Vector], rarity: Rarity) -> Why:
    """Return what explains pairs of articles by their places."""
    return lambda left, right: explain(profiles[left], profiles[right], (vectors[left], vectors[right]), rarity)


def holds(score: float) -> bool:
    """Return whether so much as what speaks for a pair can hold a story together: no mean is above all its pairs."""
    return round(score, _DIGITS) >= _ENOUGH


def told_together(places: Mapping[str, int], scores: Mapping[Pair, float], decided: Decided) -> list[list[int]]:
    """Return the places of articles, known by their digests, in groups that tell one happening.

    The places are numbers from 0 on in the order of days and digests. What is not connected by pairs that ``holds``
    says yes to, or that people put together, has nothing to do with one another.
    """
    together, apart = decided
    joined = [
        (places[pair.left], places[pair.right]) for pair in together if pair.left in places and pair.right in places
    ]
    parted = {
        (places[one], places[other])
        for one, others in apart.items()
        for other in others
        if one in places and other in places
    }
    return link(len(places), scores, _ENOUGH, joined=sorted(joined), apart=parted)


def inner(group: Sequence[int], scores: Mapping[Pair, float]) -> dict[Pair, float]:
    """Return the scored pairs within a group, which is sorted, by their places in it."""
    return {
        (left, right): scores[one, other]
        for left, one in enumerate(group)
        for right, other in enumerate(group[left + 1 :], start=left + 1)
        if (one, other) in scores
    }


def tell(profiles: Sequence[Profile], scores: Mapping[Pair, float], why: Why) -> Story:
    """Return the story of profiles, which are in order; ``scores`` and ``why`` know them by their places among them."""
    days = [profile.day for profile in profiles if profile.day]
    ids = [(article, profile.digest) for profile in profiles for article in profile.articles]
    return Story(
        id=PREFIX + profiles[0].digest[:_ID_DIGITS],
        label=_label(profiles, scores),
        articles=tuple(article for article, _ in ids),
        digests=tuple(digest for _, digest in ids),
        outlets=tuple(sorted({profile.outlet for profile in profiles if profile.outlet})),
        earliest=min(days, default=None),
        latest=max(days, default=None),
        merges=tuple(_merges(profiles, scores, why)),
    )


def _label(profiles: Sequence[Profile], scores: Mapping[Pair, float]) -> str:
    """Return the headline of the article that most speaks for the others, of equals the first."""
    closeness = [0.0] * len(profiles)
    for (left, right), score in scores.items():
        closeness[left] += score
        closeness[right] += score
    central = min(range(len(profiles)), key=lambda place: (-round(closeness[place], _DIGITS), place))
    return profiles[central].title


def _merges(profiles: Sequence[Profile], scores: Mapping[Pair, float], why: Why) -> list[Merge]:
    """Return the surest pairs that hold the story together, one fewer than its articles at most."""
    home = list(range(len(profiles)))
    found = []
    for (left, right), score in sorted(scores.items(), key=lambda pair: (-round(pair[1], _DIGITS), pair[0])):
        one, other = home[left], home[right]
        if one != other:
            home = [one if at == other else at for at in home]
            first, second = sorted((left, right), key=lambda place: profiles[place].digest)
            chance = round(1.0 - math.exp(-score), 3)  # the score is log(1 + odds)
            found.append(Merge(profiles[first].digest, profiles[second].digest, chance, why(first, second)))
    return sorted(found, key=lambda merge: (merge.left, merge.right))
