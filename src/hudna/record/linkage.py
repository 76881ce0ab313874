"""Things put together by the mean of what speaks for each pair: a pure function of the set of pairs."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from heapq import heapify, heappop, heappush
from typing import Final

_DIGITS: Final = 9  # sums of the same numbers in another order must not differ


def link(
    size: int,
    scores: Mapping[tuple[int, int], float],
    threshold: float,
    *,
    joined: Iterable[tuple[int, int]] = (),
    apart: Collection[tuple[int, int]] = (),
) -> list[list[int]]:
    """Return the numbers below ``size`` in groups, each sorted, in the order of their first numbers.

    Two groups are one when the mean score of their pairs, 0 where none is given, reaches ``threshold``; the surest
    go first, of equals the ones with the first numbers. ``joined`` pairs are together whatever their scores, ``apart``
    pairs never are; what is joined comes before what is apart.
    """
    return _Linkage(size, scores, threshold, joined, apart).groups()


class _Linkage:
    def __init__(
        self,
        size: int,
        scores: Mapping[tuple[int, int], float],
        threshold: float,
        joined: Iterable[tuple[int, int]],
        apart: Collection[tuple[int, int]],
    ) -> None:
        self._members = {number: [number] for number in range(size)}
        self._sums: dict[int, dict[int, float]] = defaultdict(dict)
        self._apart: dict[int, set[int]] = defaultdict(set)
        self._threshold = threshold
        for (left, right), score in scores.items():
            self._sums[left][right] = self._sums[right][left] = score
        for left, right in apart:
            self._apart[left].add(right)
            self._apart[right].add(left)
        home = list(range(size))
        for left, right in joined:
            one, other = sorted((self._find(home, left), self._find(home, right)))
            if one != other:
                self._merge(one, other)
                home[other] = one

    def groups(self) -> list[list[int]]:
        heap = [
            (-self._mean(left, right), left, right)
            for left, sums in self._sums.items()
            for right in sums
            if left < right
        ]
        heap = [each for each in heap if -each[0] >= self._threshold]
        heapify(heap)
        while heap:
            negative, left, right = heappop(heap)
            if left not in self._members or right not in self._members or -negative != self._mean(left, right):
                continue
            if right in self._apart[left]:
                continue
            self._merge(left, right)
            for other in self._sums[left]:
                mean = self._mean(left, other)
                if mean >= self._threshold:
                    heappush(heap, (-mean, min(left, other), max(left, other)))
        return [sorted(numbers) for _, numbers in sorted(self._members.items())]

    def _mean(self, left: int, right: int) -> float:
        pairs = len(self._members[left]) * len(self._members[right])
        return round(self._sums[left].get(right, 0.0) / pairs, _DIGITS)

    def _merge(self, into: int, gone: int) -> None:
        """Put a group into one with a smaller number."""
        self._members[into] += self._members.pop(gone)
        self._sums[into].pop(gone, None)
        for other, total in self._sums.pop(gone, {}).items():
            if other != into:
                del self._sums[other][gone]
                self._sums[into][other] = self._sums[other][into] = self._sums[into].get(other, 0.0) + total
        for other in self._apart.pop(gone, set()) - {into}:
            self._apart[other].discard(gone)
            self._apart[other].add(into)
            self._apart[into].add(other)
        self._apart[into].discard(gone)

    @staticmethod
    def _find(home: list[int], number: int) -> int:
        while home[number] != number:
            number = home[number]
        return number
