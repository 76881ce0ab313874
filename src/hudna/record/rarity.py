"""How much a word or a name says: little where many articles of its days hold it, or where Arabic news often has it."""

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import chain
from sys import intern
from typing import Any, Final

from hudna.arabic.clitics.words import word_counts
from hudna.record.profiles import Profile

NEAR_DAYS: Final = 1  # articles so many days before and after count
# Of each day, those with the smallest digests stand for all: enough to know what is rare, and one more article on a day of
# many seldom changes what the others' words weigh.
SAMPLE: Final = 100
# How many articles of ordinary news are added to those of the days, so that a few articles are not each other's measure.
_ORDINARY_ARTICLES: Final = 150
_ORDINARY_WORDS: Final = 230  # in one of them
_UNSEEN: Final = 0.5
_REMEMBERED_DAYS: Final = 24
_REMEMBERED_TITLES: Final = 20_000
_KEPT_STEMS: Final = 80  # of an article, those that say most

Sample = Callable[[dt.date | None], Sequence[Profile]]


class Rarity:
    """Weights of stems and of names on each day, from articles of the days around it; undated ones by themselves."""

    def __init__(self, sample: Sample) -> None:
        """``sample`` gives those ``SAMPLE`` articles of a day whose digests are smallest, or all where there are fewer."""
        self._sample = sample
        self._days: dict[dt.date | None, _Day] = {}
        self._near: dict[dt.date | None, _Counts] = {}
        self._titles: dict[str, Mapping[str, float]] = {}

    def vector(self, profile: Profile) -> dict[str, float]:
        """Return an article's weightiest stems, first; the squares of the weights of all add up to 1."""
        found = self._counts(profile.day).weighed(profile)
        length = math.sqrt(sum([weight * weight for weight in found.values()])) or 1.0
        self.of_title(profile)  # while what its day rests on is at hand
        kept = sorted(sorted(found), key=found.__getitem__, reverse=True)[:_KEPT_STEMS]  # of equals, as by the alphabet
        return {intern(each): found[each] / length for each in kept}  # which many articles have in common

    def of_title(self, profile: Profile) -> Mapping[str, float]:
        """Return the weights, above 0, of the names in an article's headline."""
        found = self._titles.get(profile.digest)
        if found is None:
            _forget(self._titles, _REMEMBERED_TITLES)
            counts = self._counts(profile.day)
            found = self._titles[profile.digest] = {name: counts.of_name(name) for name in profile.title_names}
        return found

    def _counts(self, day: dt.date | None) -> "_Counts":
        found = self._near.get(day)
        if found is None:
            _forget(self._near, _REMEMBERED_DAYS)
            found = self._near[day] = _Counts([self._day(each) for each in days_around(day)])
        return found

    def _day(self, day: dt.date | None) -> "_Day":
        if day not in self._days:
            _forget(self._days, _REMEMBERED_DAYS)
            self._days[day] = _Day(self._sample(day))
        return self._days[day]


def _forget(known: dict[Any, Any], most: int) -> None:
    """Let go of what was asked for first where it is as many as that."""
    if len(known) >= most:
        for key in list(known)[: most // 2]:
            del known[key]


def days_around(day: dt.date | None) -> list[dt.date | None]:
    """Return the days whose articles say what is rare on a day."""
    if day is None:
        return [None]
    return [day + dt.timedelta(gap) for gap in range(-NEAR_DAYS, NEAR_DAYS + 1)]


def sampled(profiles: Iterable[Profile]) -> Sample:
    """Return what gives the articles of a day that stand for all, of profiles that are at hand."""
    by_day: dict[dt.date | None, list[Profile]] = defaultdict(list)
    for profile in sorted(profiles, key=lambda profile: profile.digest):
        by_day[profile.day].append(profile)
    return lambda day: by_day.get(day, [])[:SAMPLE]


class _Day:
    """How many articles of a day there are, how many of them hold a stem or a name, how usual their forms are."""

    __slots__ = ("articles", "names", "stems", "usual")

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self.articles = len(profiles)
        self.stems = Counter(chain.from_iterable([profile.weights for profile in profiles]))
        self.names = Counter(chain.from_iterable([profile.names for profile in profiles]))
        self.usual: dict[str, int] = {}
        for profile in profiles:
            _take_larger(self.usual, profile.usual)


class _Counts:
    """The same of several days together, worked out for the stems and names that are asked for."""

    def __init__(self, days: Sequence[_Day]) -> None:
        self._articles = sum(day.articles for day in days)
        self._days = days
        self._rarities: dict[str, float | None] = {}
        self._of_names: dict[str, float] = {}

    def weighed(self, profile: Profile) -> dict[str, float]:
        """Return the stems of an article, which need not be one of those that stand for its day, with their weights."""
        known = self._rarities
        found = {}
        for stem, weight in profile.weights.items():
            rarity = known[stem] if stem in known else self._find(stem)
            if rarity is None:
                rarity = self._rarity(0, profile.usual.get(stem, 0))
            found[stem] = math.log1p(weight) * rarity
        return found

    def of_name(self, entity: str) -> float:
        found = self._of_names.get(entity)
        if found is None:
            held = sum([day.names[entity] for day in self._days])
            found = self._of_names[entity] = math.log((self._articles + 1) / (held + _UNSEEN))
        return found

    def _find(self, stem: str) -> float | None:
        """Return how rare a stem is, None where no article that stands for these days has it."""
        count = usual = 0
        for day in self._days:
            held = day.stems.get(stem)
            if held:
                count += held
                usual = max(usual, day.usual.get(stem, 0))
        found = self._rarities[stem] = self._rarity(count, usual) if count else None
        return found

    def _rarity(self, count: int, usual: int) -> float:
        share = 1.0 - math.exp(-usual * _ORDINARY_WORDS / _all_words()) if usual else 0.0
        total = self._articles + _ORDINARY_ARTICLES
        return max(0.0, math.log(total / (count + _ORDINARY_ARTICLES * share + _UNSEEN)))


def _take_larger(known: dict[str, int], more: Mapping[str, int]) -> None:
    count_of = known.get
    for stem, count in more.items():
        if count > count_of(stem, 0):
            known[stem] = count


@cache
def _all_words() -> int:
    return sum(word_counts().values())
