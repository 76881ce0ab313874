"""Stories: the articles that tell one happening, whatever their outlet and their words."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from hudna.model import Decision, DecisionKind, Merge, Reading, Story
from hudna.record.candidates import candidates
from hudna.record.decided import decided_pairs
from hudna.record.entities import Entities, find_entities
from hudna.record.kinship import could_be_kin, dot, explain, odds, values
from hudna.record.linkage import link
from hudna.record.profiles import Profile, profiles_of
from hudna.record.rarity import Rarity

PREFIX: Final = "sto-"
_ID_DIGITS: Final = 12
# What the pairs of two stories must speak for them in the mean, each pair with log(1 + odds); chosen on the windows that
# the weights were learnt from (training/stories.py).
_ENOUGH: Final = 0.8

Vectors = Sequence[Mapping[str, float]]
Scores = Mapping[tuple[int, int], float]


def find_stories(
    readings: Iterable[Reading], decisions: Iterable[Decision] = (), entities: Entities | None = None
) -> tuple[Story, ...]:
    """Return the stories of the readings by first day of publication, those of a single article too.

    Decisions on articles (``same_story``) come before all likeness. The order of readings and decisions changes nothing.
    """
    readings, decisions = list(readings), list(decisions)
    if entities is None:
        entities = find_entities(readings, decisions)
    profiles = profiles_of(readings, entities)
    rarity = Rarity(profiles)
    vectors = [rarity.vector(profile) for profile in profiles]
    scores = score_pairs(profiles, vectors, rarity)
    joined, apart = _decided(profiles, decisions)
    groups = link(len(profiles), scores, _ENOUGH, joined=joined, apart=apart)
    told = _Telling(profiles, vectors, scores, rarity)
    return tuple(told.story(numbers) for numbers in groups)


def story_of(stories: Iterable[Story], key: str) -> Story | None:
    """Return the story of an id, also of one it had before; None where there is none.

    An id is made from the digest of an article: the story goes by it as long as it holds that article.
    """
    digits = key.removeprefix(PREFIX)
    if digits == key or len(digits) != _ID_DIGITS:
        return None
    return next((story for story in stories if any(each.startswith(digits) for each in story.digests)), None)


def score_pairs(profiles: Sequence[Profile], vectors: Vectors, rarity: Rarity) -> dict[tuple[int, int], float]:
    """Return what speaks for each pair of articles that anything speaks for, by their places."""
    scores = {}
    for left, right in candidates(profiles, vectors):
        words = dot(vectors[left], vectors[right])
        if could_be_kin(words):
            found = odds(values(profiles[left], profiles[right], words, rarity))
            scores[left, right] = math.log1p(math.exp(found))
    return scores


def _decided(
    profiles: Sequence[Profile], decisions: Iterable[Decision]
) -> tuple[list[tuple[int, int]], set[tuple[int, int]]]:
    """Return the places of articles that people put together or apart."""
    places = {profile.digest: place for place, profile in enumerate(profiles)}
    together, apart = decided_pairs(decisions, DecisionKind.SAME_STORY)
    joined = [
        (places[pair.left], places[pair.right]) for pair in together if pair.left in places and pair.right in places
    ]
    parted = {
        (places[one], places[other])
        for one, others in apart.items()
        for other in others
        if one in places and other in places
    }
    return sorted(joined), parted


class _Telling:
    """Groups of profiles as stories."""

    def __init__(self, profiles: Sequence[Profile], vectors: Vectors, scores: Scores, rarity: Rarity) -> None:
        self._profiles, self._vectors, self._scores, self._rarity = profiles, vectors, scores, rarity

    def story(self, numbers: Sequence[int]) -> Story:
        """Return the story of the profiles of these places, which are sorted."""
        profiles = [self._profiles[number] for number in numbers]
        days = [profile.day for profile in profiles if profile.day]
        ids = [(article, profile.digest) for profile in profiles for article in profile.articles]
        return Story(
            id=PREFIX + profiles[0].digest[:_ID_DIGITS],
            label=self._label(numbers),
            articles=tuple(article for article, _ in ids),
            digests=tuple(digest for _, digest in ids),
            outlets=tuple(sorted({profile.outlet for profile in profiles if profile.outlet})),
            earliest=min(days, default=None),
            latest=max(days, default=None),
            merges=tuple(self._merges(numbers)),
        )

    def _label(self, numbers: Sequence[int]) -> str:
        """Return the headline of the article that most speaks for the others, of equals the first."""
        closeness = dict.fromkeys(numbers, 0.0)
        for left, right, score in self._inner(numbers):
            closeness[left] += score
            closeness[right] += score
        central = min(numbers, key=lambda number: (-round(closeness[number], 9), number))
        return self._profiles[central].title

    def _merges(self, numbers: Sequence[int]) -> list[Merge]:
        """Return the surest pairs that hold the story together, one fewer than its articles at most."""
        home = {number: number for number in numbers}
        found = []
        for left, right, score in sorted(self._inner(numbers), key=lambda pair: (-pair[2], pair[:2])):
            one, other = home[left], home[right]
            if one != other:
                home = {number: one if at == other else at for number, at in home.items()}
                found.append(self._merge(left, right, score))
        return sorted(found, key=lambda merge: (merge.left, merge.right))

    def _merge(self, left: int, right: int, score: float) -> Merge:
        one, other = sorted((left, right), key=lambda place: self._profiles[place].digest)
        profiles, vectors = self._profiles, self._vectors
        features = explain(profiles[one], profiles[other], (vectors[one], vectors[other]), self._rarity)
        chance = round(1.0 - math.exp(-score), 3)  # the score is log(1 + odds)
        return Merge(profiles[one].digest, profiles[other].digest, chance, features)

    def _inner(self, numbers: Sequence[int]) -> list[tuple[int, int, float]]:
        """Return the scored pairs within a group."""
        pairs = ((left, right) for place, left in enumerate(numbers) for right in numbers[place + 1 :])
        return [(*pair, self._scores[pair]) for pair in pairs if pair in self._scores]
