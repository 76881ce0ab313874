"""How much a word or a name says: little where many articles of its days hold it, or where Arabic news often has it."""

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from hudna.arabic.clitics.words import word_counts
from hudna.record.profiles import Profile, stem

_NEAR_DAYS: Final = 1  # articles so many days before and after count
# How many articles of ordinary news are added to those of the days, so that a few articles are not each other's measure.
_ORDINARY_ARTICLES: Final = 150
_ORDINARY_WORDS: Final = 230  # in one of them
_UNSEEN: Final = 0.5
_KEPT_STEMS: Final = 80  # of an article, those that say most


class Rarity:
    """Weights of stems and of names on each day, from all articles of the days around it; undated ones by themselves."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._articles: Counter[dt.date | None] = Counter(profile.day for profile in profiles)
        self._stems: dict[dt.date | None, Counter[str]] = defaultdict(Counter)
        self._names: dict[dt.date | None, Counter[str]] = defaultdict(Counter)
        for profile in profiles:
            self._stems[profile.day].update(profile.weights.keys())
            self._names[profile.day].update(profile.names)
        self._ordinary = _ordinary_shares(profiles)
        self._near: dict[dt.date | None, _Counts] = {}

    def vector(self, profile: Profile) -> dict[str, float]:
        """Return an article's weightiest stems, first; the squares of the weights of all add up to 1."""
        rarities = self._counts(profile.day).rarities
        found = {each: math.log1p(weight) * rarities[each] for each, weight in profile.weights.items()}
        length = math.sqrt(sum(weight * weight for weight in found.values())) or 1.0
        kept = sorted(found, key=lambda each: (-found[each], each))[:_KEPT_STEMS]
        return {each: found[each] / length for each in kept}

    def of_name(self, entity: str, day: dt.date | None) -> float:
        """Return the weight of a name on a day, above 0."""
        near = self._counts(day)
        return math.log((near.articles + 1) / (near.names[entity] + _UNSEEN))

    def _counts(self, day: dt.date | None) -> "_Counts":
        if day not in self._near:
            self._near[day] = self._count(day)
        return self._near[day]

    def _count(self, day: dt.date | None) -> "_Counts":
        days: list[dt.date | None] = [day]
        if day is not None:
            days = [day + dt.timedelta(days=gap) for gap in range(-_NEAR_DAYS, _NEAR_DAYS + 1)]
        stems: Counter[str] = Counter()
        names: Counter[str] = Counter()
        for each in days:
            stems.update(self._stems.get(each, {}))
            names.update(self._names.get(each, {}))
        return _Counts(sum(self._articles[each] for each in days), stems, names, self._ordinary)


class _Counts:
    """How many articles there are on the days around one, how rare their stems are, how many of them hold a name."""

    __slots__ = ("articles", "names", "rarities")

    def __init__(
        self, articles: int, stems: Mapping[str, int], names: Counter[str], ordinary: Mapping[str, float]
    ) -> None:
        self.articles, self.names = articles, names
        total = articles + _ORDINARY_ARTICLES
        self.rarities = {
            each: max(0.0, math.log(total / (count + _ORDINARY_ARTICLES * ordinary.get(each, 0.0) + _UNSEEN)))
            for each, count in stems.items()
        }


def _ordinary_shares(profiles: Sequence[Profile]) -> Mapping[str, float]:
    """Return the share of articles of ordinary news that hold a stem, for the forms that the profiles have."""
    counts, total = word_counts(), _all_words()
    shares: defaultdict[str, int] = defaultdict(int)
    for form in set().union(*(profile.forms for profile in profiles)):
        if form in counts:
            shares[stem(form)] += counts[form]
    return {each: 1.0 - math.exp(-count * _ORDINARY_WORDS / total) for each, count in shares.items()}


@cache
def _all_words() -> int:
    return sum(word_counts().values())
