"""Which articles may tell one happening: those of near days that share some of the words they lean on most."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from hudna.record.profiles import Profile

MAX_GAP_DAYS: Final = 3
_LEADING_STEMS: Final = 20
_MIN_SHARED: Final = 2
_MIN_LIKENESS: Final = 0.04  # of the leading stems alone
_MAX_HOLDERS: Final = 600  # a stem that more articles of the days before lean on tells nothing apart
_MAX_KEPT: Final = 60  # candidates for one article among those before it


def candidates(profiles: Sequence[Profile], vectors: Sequence[Mapping[str, float]]) -> Iterator[tuple[int, int]]:
    """Yield pairs of places in ``profiles``, the smaller first.

    The profiles are in the order of their days, the stems of a vector in that of their weights.
    Undated articles may go with any. The work for one article is bounded, however many there are.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    weights: dict[str, list[float]] = defaultdict(list)
    ordinals = [profile.day.toordinal() if profile.day else None for profile in profiles]
    dated = [ordinal for ordinal in ordinals if ordinal is not None]
    for place, vector in enumerate(vectors):
        leading = list(vector)[:_LEADING_STEMS]
        ordinal = ordinals[place]
        first = 0 if ordinal is None else bisect_left(dated, ordinal - MAX_GAP_DAYS)
        shared: dict[int, int] = defaultdict(int)
        likeness: dict[int, float] = defaultdict(float)
        for stem in leading:
            held = holders[stem]
            start = bisect_left(held, first)
            if len(held) - start <= _MAX_HOLDERS:
                weight = vector[stem]
                for other, its in zip(held[start:], weights[stem][start:], strict=True):
                    shared[other] += 1
                    likeness[other] += weight * its
            held.append(place)
            weights[stem].append(vector[stem])
        found = [other for other, count in shared.items() if count >= _MIN_SHARED and likeness[other] >= _MIN_LIKENESS]
        if len(found) > _MAX_KEPT:
            found = sorted(found, key=lambda other: (-likeness[other], other))[:_MAX_KEPT]
        yield from ((other, place) for other in sorted(found))
