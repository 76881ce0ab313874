"""Which articles may tell one happening: those of near days that share some of the words they lean on most."""

import datetime as dt
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final, NamedTuple

MAX_GAP_DAYS: Final = 3
_LEADING_STEMS: Final = 20
_MIN_SHARED: Final = 2
_MIN_LIKENESS: Final = 0.04  # of the leading stems alone
_MAX_HOLDERS: Final = 600  # a stem that more articles of the days before lean on tells nothing apart
_MAX_KEPT: Final = 60  # candidates for one article among those before it


class Leads(NamedTuple):
    """The words that an article of a day leans on most, with their weights, the weightiest first."""

    day: dt.date | None
    stems: Mapping[str, float]


def leads_of(day: dt.date | None, vector: Mapping[str, float]) -> Leads:
    """Return what an article leans on, whose stems are in the order of their weights."""
    return Leads(day, dict(islice(vector.items(), _LEADING_STEMS)))


def candidates(leads: Sequence[Leads], wanted: Collection[int] | None = None) -> Iterator[tuple[int, int]]:
    """Yield pairs of places in ``leads``, the smaller first; with ``wanted`` those whose larger one is among them.

    They are in the order of their days, those without a day last, which go with one another alone. What is found for one
    rests on those of ``MAX_GAP_DAYS`` before it, and the work for it is bounded, however many there are.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    weights: dict[str, list[float]] = defaultdict(list)
    dated = [day.toordinal() for day, _ in leads if day is not None]
    for place, (day, stems) in enumerate(leads):
        if wanted is None or place in wanted:
            first = len(dated) if day is None else bisect_left(dated, day.toordinal() - MAX_GAP_DAYS)
            yield from ((other, place) for other in _before(first, stems, holders, weights))
        for stem, weight in stems.items():
            holders[stem].append(place)
            weights[stem].append(weight)


def _before(
    first: int, stems: Mapping[str, float], holders: Mapping[str, list[int]], weights: Mapping[str, list[float]]
) -> list[int]:
    """Return the places from ``first`` on with which one that leans on these stems may go."""
    shared: dict[int, int] = defaultdict(int)
    likeness: dict[int, float] = defaultdict(float)
    for stem, weight in stems.items():
        held = holders.get(stem, ())
        start = bisect_left(held, first)
        if len(held) - start <= _MAX_HOLDERS:
            for other, its in zip(held[start:], weights[stem][start:] if held else (), strict=True):
                shared[other] += 1
                likeness[other] += weight * its
    found = [other for other, count in shared.items() if count >= _MIN_SHARED and likeness[other] >= _MIN_LIKENESS]
    if len(found) > _MAX_KEPT:
        found = sorted(found, key=lambda other: (-likeness[other], other))[:_MAX_KEPT]
    return sorted(found)


def reached(leads: Sequence[Leads], changed: Iterable[Leads], known: Collection[int] = ()) -> set[int]:
    """Return the places of those whose candidates may be others than before because of ``changed``: what came and went.

    ``leads`` are as they are now. It is no smaller a set than that, and not much larger; those ``known`` to be are left out.
    """
    changed = list(changed)
    held = Counter(stem for _, stems in (*leads, *changed) for stem in stems)
    changed_by: dict[str, list[tuple[int, int | None]]] = defaultdict(list)
    for number, (day, stems) in enumerate(changed):
        for stem in stems:
            changed_by[stem].append((number, None if day is None else day.toordinal()))
    found = set()
    for place, (day, stems) in enumerate(leads):
        if place in known:
            continue
        ordinal = None if day is None else day.toordinal()
        shared: Counter[int] = Counter()
        for stem in stems:
            near = [number for number, theirs in changed_by.get(stem, ()) if _is_before(theirs, ordinal)]
            shared.update(near * (_MIN_SHARED if held[stem] > _MAX_HOLDERS else 1))
        if any(count >= _MIN_SHARED for count in shared.values()):
            found.add(place)
    return found


def _is_before(one: int | None, other: int | None) -> bool:
    """Return whether a day is that of another or so little before it that articles of the two may go together."""
    if one is None or other is None:
        return one is other
    return 0 <= other - one <= MAX_GAP_DAYS
