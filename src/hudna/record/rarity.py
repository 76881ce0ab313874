"""How much a word or a name says: little where many articles of its days hold it, or where Arabic news often has it."""

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
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
_REMEMBERED_DAYS: Final = 64
_KEPT_STEMS: Final = 80  # of an article, those that say most

Sample = Callable[[dt.date | None], Sequence[Profile]]


class Rarity:
    """Weights of stems and of names on each day, from articles of the days around it; undated ones by themselves."""

    def __init__(self, sample: Sample) -> None:
        """``sample`` gives those ``SAMPLE`` articles of a day whose digests are smallest, or all where there are fewer."""
        self._sample = sample
        self._days: dict[dt.date | None, _Day] = {}
        self._near: dict[dt.date | None, _Counts] = {}

    def vector(self, profile: Profile) -> dict[str, float]:
        """Return an article's weightiest stems, first; the squares of the weights of all add up to 1."""
        counts = self._counts(profile.day)
        found = {each: math.log1p(weight) * counts.rarity(each, profile) for each, weight in profile.weights.items()}
        length = math.sqrt(sum(weight * weight for weight in found.values())) or 1.0
        kept = sorted(found, key=lambda each: (-found[each], each))[:_KEPT_STEMS]
        return {each: found[each] / length for each in kept}

    def of_name(self, entity: str, day: dt.date | None) -> float:
        """Return the weight of a name on a day, above 0."""
        return self._counts(day).of_name(entity)

    def _counts(self, day: dt.date | None) -> "_Counts":
        found = self._near.get(day)
        if found is None:
            _forget(self._near)
            found = self._near[day] = _Counts([self._day(each) for each in days_around(day)])
        return found

    def _day(self, day: dt.date | None) -> "_Day":
        if day not in self._days:
            _forget(self._days)
            self._days[day] = _Day(self._sample(day))
        return self._days[day]


def _forget(known: dict[dt.date | None, Any]) -> None:
    """Let go of the days that were asked for first where they are many."""
    if len(known) >= _REMEMBERED_DAYS:
        for day in list(known)[: _REMEMBERED_DAYS // 2]:
            del known[day]


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
        self.stems = Counter(stem for profile in profiles for stem in profile.weights)
        self.names = Counter(name for profile in profiles for name in profile.names)
        self.usual: dict[str, int] = {}
        for profile in profiles:
            _take_larger(self.usual, profile.usual)


class _Counts:
    """The same of several days together."""

    def __init__(self, days: Sequence[_Day]) -> None:
        self._articles = sum(day.articles for day in days)
        self._stems: Counter[str] = Counter()
        self._names: Counter[str] = Counter()
        self._usual: dict[str, int] = {}
        for day in days:
            self._stems.update(day.stems)
            self._names.update(day.names)
            _take_larger(self._usual, day.usual)
        self._rarities: dict[str, float] = {}
        self._of_names: dict[str, float] = {}

    def rarity(self, stem: str, profile: Profile) -> float:
        """Return how rare a stem of an article is, which need not be one of those that stand for its day."""
        if stem not in self._stems:
            return self._rarity(0, profile.usual.get(stem, 0))
        found = self._rarities.get(stem)
        if found is None:
            found = self._rarities[stem] = self._rarity(self._stems[stem], self._usual.get(stem, 0))
        return found

    def of_name(self, entity: str) -> float:
        found = self._of_names.get(entity)
        if found is None:
            found = self._of_names[entity] = math.log((self._articles + 1) / (self._names[entity] + _UNSEEN))
        return found

    def _rarity(self, count: int, usual: int) -> float:
        share = 1.0 - math.exp(-usual * _ORDINARY_WORDS / _all_words()) if usual else 0.0
        total = self._articles + _ORDINARY_ARTICLES
        return max(0.0, math.log(total / (count + _ORDINARY_ARTICLES * share + _UNSEEN)))


def _take_larger(known: dict[str, int], more: Mapping[str, int]) -> None:
    for stem, count in more.items():
        if count > known.get(stem, 0):
            known[stem] = count


@cache
def _all_words() -> int:
    return sum(word_counts().values())
