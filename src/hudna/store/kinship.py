"""What speaks for two articles' telling one happening, kept for pairs and worked out anew where an article changes it."""

import datetime as dt
import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import groupby
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Connection, select

from hudna.record.candidates import MAX_GAP_DAYS, Leads, candidates, leads_of, reached
from hudna.record.profiles import Profile
from hudna.record.rarity import SAMPLE, Rarity, days_around
from hudna.record.stories import Pair, Vector, Why, explained, score_pair
from hudna.store.among import among
from hudna.store.profiles import profile_of_row, profiles_as_kept
from hudna.store.story_tables import NO_DAY, kin, profiles
from hudna.store.summaries import chunks
from hudna.store.writing import write_rows

_AT_ONCE: Final = 1500  # articles that are compared anew with others, and the others, are in memory at one time
_MOST_REMEMBERED: Final = 8000
_NO_DAY: Final = dt.date.fromisoformat(NO_DAY)
_BEHIND_ALL: Final = "~"  # digests are hexadecimal
_PAIRS_AT_ONCE: Final = 20_000


class Compared:
    """The profiles of a store with their vectors, loaded as they are needed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._profiles: dict[int, Profile] = {}
        self._vectors: dict[int, Vector] = {}
        self.rarity = Rarity(self._sample)

    def load(self, numbers: Collection[int]) -> None:
        """Have the profiles of articles at hand; many others are forgotten."""
        missing = [number for number in numbers if number not in self._profiles]
        if len(self._profiles) + len(missing) > _MOST_REMEMBERED:
            self._profiles = {number: self._profiles[number] for number in numbers if number in self._profiles}
            self._vectors = {number: self._vectors[number] for number in numbers if number in self._vectors}
        for some in chunks(missing):
            for row in self._connection.execute(profiles_as_kept().where(among(profiles.c.article, some))).all():
                self._profiles[row.article] = profile_of_row(row)

    def profile(self, number: int) -> Profile:
        """Return the profile of an article that is loaded, with its words unless its vector was asked for."""
        return self._profiles[number]

    def vector(self, number: int) -> Vector:
        """Return the vector of an article that is loaded."""
        found = self._vectors.get(number)
        if found is None:
            profile = self._profiles[number]
            found = self._vectors[number] = self.rarity.vector(profile)
            self._profiles[number] = replace(profile, weights={}, usual={})
        return found

    def leads(self, number: int) -> Leads:
        """Return what an article that is loaded leans on."""
        return leads_of(self._profiles[number].day, self.vector(number))

    def score(self, left: int, right: int) -> float | None:
        """Return what speaks for two articles that are loaded, None where nothing does."""
        vectors = self.vector(left), self.vector(right)
        return score_pair(self._profiles[left], self._profiles[right], vectors, self.rarity)

    def why(self, group: Sequence[int]) -> Why:
        """Return what explains a pair of articles by their places in a group, all of which is loaded."""
        vectors = [self.vector(number) for number in group] if len(group) > 1 else []
        return explained([self._profiles[number] for number in group], vectors, self.rarity)

    def order(self, numbers: Iterable[int]) -> dict[int, tuple[str, str]]:
        """Return what orders articles by day and digest, those without a day last."""
        return {row.article: (row.day or NO_DAY, row.digest) for row in _rows_of(self._connection, numbers)}

    def digests(self, numbers: Sequence[int]) -> list[str]:
        """Return the digests of articles."""
        found: dict[int, str] = {}
        for some in chunks(numbers):
            query = select(profiles.c.article, profiles.c.digest).where(among(profiles.c.article, some))
            found |= {row.article: row.digest for row in self._connection.execute(query)}
        return [found[number] for number in numbers]

    def _sample(self, day: dt.date | None) -> list[Profile]:
        """Return the articles that stand for a day; most are asked for in the order of days, and loaded once."""
        query = select(profiles.c.article).where(_on(day)).order_by(profiles.c.digest).limit(SAMPLE)
        numbers = self._connection.execute(query).scalars().all()
        missing = [number for number in numbers if number not in self._profiles or number in self._vectors]
        found = {}
        for some in chunks(missing):
            for row in self._connection.execute(profiles_as_kept().where(among(profiles.c.article, some))):
                found[row.article] = profile_of_row(row)
        sample = [found.get(number) or self._profiles[number] for number in numbers]
        self._profiles |= {number: each for number, each in found.items() if number not in self._vectors}
        return sample


class Change(NamedTuple):
    """An article that came to a day or left it, or whose words weigh otherwise: what it leant on before, if on that day."""

    day: dt.date  # the last of all where it is not known
    article: int
    before: str | None
    is_there: bool


def compare_anew(connection: Connection, compared: Compared, fresh: Iterable[Any]) -> set[int]:
    """Compare what is fresh, and what that changes, and return the articles whose pairs, or whose own words, are others."""
    before = {row.article: (row.day, row.leads) for row in fresh}
    changes: list[Change] = []
    for row in _rows_of(connection, before):
        day, leads = before[row.article]
        is_moved = leads is not None and day != row.day
        changes.append(Change(_ordered(row.day), row.article, None if is_moved else leads, is_there=True))
        if is_moved:
            changes.append(Change(_ordered(day), row.article, leads, is_there=False))
    for day in _days_of_other_words(connection, changes):
        query = select(profiles.c.article, profiles.c.leads).where(_on(day), profiles.c.leads.is_not(None))
        changes += (Change(day, *row, is_there=True) for row in connection.execute(query) if row.article not in before)
    touched: set[int] = set()
    for several in _portions(sorted(changes)):
        touched |= _Portion(connection, compared, several).compare()
    return touched


def _portions(changes: Iterable[Change]) -> Iterator[list[Change]]:
    """Yield what changes on days near each other, not too much at a time but whole days."""
    found: list[Change] = []
    for day, several in groupby(changes, key=lambda each: each.day):
        if found and (len(found) >= _AT_ONCE or (day - found[-1].day).days > 2 * MAX_GAP_DAYS):
            yield found
            found = []
        found += several
    if found:
        yield found


def _days_of_other_words(connection: Connection, changes: Iterable[Change]) -> list[dt.date]:
    """Return the days on which words may weigh otherwise, because another day's sample near them is another."""
    days: set[dt.date] = set()
    for day, several in groupby(sorted(changes), key=lambda each: each.day):
        last = _last_of_sample(connection, day)
        digests = _rows_of(connection, [each.article for each in several])
        if any(row.digest <= last for row in digests):
            days |= {each or _NO_DAY for each in days_around(None if day == _NO_DAY else day)}
    return sorted(days)


def _last_of_sample(connection: Connection, day: dt.date) -> str:
    query = select(profiles.c.digest).where(_on(day)).order_by(profiles.c.digest).limit(1).offset(SAMPLE - 1)
    last = connection.execute(query).scalar()
    return _BEHIND_ALL if last is None else str(last)


class _Portion:
    """What changes on near days, among the articles of the days around."""

    def __init__(self, connection: Connection, compared: Compared, changes: Sequence[Change]) -> None:
        self._connection = connection
        self._compared = compared
        self._changes = changes

    def compare(self) -> set[int]:
        """Write the pairs that are others, and return the articles whose pairs, or whose own words, are."""
        in_order = dict.fromkeys(each.article for each in self._changes if each.is_there)  # by day
        moved = set(in_order)
        changed = [*self._lean_anew(in_order)]
        first, last = self._changes[0].day, self._changes[-1].day
        rows = self._around(first, last)
        leads = [Leads(_as_day(row.day), json.loads(row.leads)) for row in rows]
        numbers = [row.article for row in rows]
        wanted = {place for place, number in enumerate(numbers) if number in moved}
        wanted |= reached(leads, changed, wanted)
        found = dict.fromkeys((numbers[left], numbers[right]) for left, right in candidates(leads, wanted))
        kept, dropped = self._before({numbers[place] for place in wanted}, found, moved)
        new = [pair for pair in found if pair not in kept]  # by day still
        scored = []
        for start in range(0, len(new), _PAIRS_AT_ONCE):
            some = new[start : start + _PAIRS_AT_ONCE]
            self._compared.load({number for pair in some for number in pair})
            scored += [(*pair, score) for pair in some if (score := self._compared.score(*pair)) is not None]
        for gone in chunks(dropped):
            self._connection.exec_driver_sql('DELETE FROM kin WHERE "left" = ? AND "right" = ?', gone)
        write_rows(self._connection, kin, ("left", "right", "score"), sorted(scored))
        gone_away = {each.article for each in self._changes}
        parted = {number for pair in dropped for number in pair}
        return moved | gone_away | parted | {number for left, right, _ in scored for number in (left, right)}

    def _lean_anew(self, moved: Iterable[int]) -> Iterator[Leads]:
        """Write what articles, in the order of their days, lean on now; yield that and what they leant on before."""
        for each in self._changes:
            if each.before is not None:
                yield Leads(None if each.day == _NO_DAY else each.day, json.loads(each.before))
        written = []
        for some in chunks(moved):
            self._compared.load(some)
            for number in some:
                leads = self._compared.leads(number)
                written.append((json.dumps(leads.stems, ensure_ascii=False), number))
                yield leads
        self._connection.exec_driver_sql("UPDATE profiles SET leads = ? WHERE article = ?", written)

    def _around(self, first: dt.date, last: dt.date) -> Sequence[Any]:
        """Return the articles that what changes may be compared with, and those these are compared with, in order."""
        query = select(profiles.c.article, profiles.c.day, profiles.c.leads).where(profiles.c.leads.is_not(None))
        if first == _NO_DAY:
            query = query.where(profiles.c.day.is_(None))
        else:
            gap = dt.timedelta(MAX_GAP_DAYS)
            days = profiles.c.day.between((first - gap).isoformat(), (last + gap).isoformat())
            query = query.where(days)
        return self._connection.execute(query.order_by(profiles.c.day, profiles.c.digest)).all()

    def _before(
        self, later: Collection[int], found: Collection[Pair], moved: AbstractSet[int]
    ) -> tuple[set[Pair], list[Pair]]:
        """Return the pairs that stay as they were, and those that go, of the pairs whose later articles these are."""
        kept, gone = set(), []
        for some in chunks(sorted({*later, *moved})):
            query = select(kin.c.left, kin.c.right).where(among(kin.c.right, some))
            for left, right in self._connection.execute(query).all():
                pair = left, right
                if pair in found and moved.isdisjoint(pair):
                    kept.add(pair)
                else:
                    gone.append(pair)
        return kept, gone


def _rows_of(connection: Connection, numbers: Iterable[int]) -> Iterator[Any]:
    for some in chunks(numbers):
        query = select(profiles.c.article, profiles.c.day, profiles.c.digest).where(among(profiles.c.article, some))
        yield from connection.execute(query).all()


def _ordered(day: str | None) -> dt.date:
    return _NO_DAY if day is None else dt.date.fromisoformat(day)


def _as_day(written: str | None) -> dt.date | None:
    return None if written is None else dt.date.fromisoformat(written)


def _on(day: dt.date | None) -> ColumnElement[bool]:
    return profiles.c.day.is_(None) if day in {None, _NO_DAY} else profiles.c.day == day.isoformat()
