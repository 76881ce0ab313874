"""One-to-one pairs of gold and predicted records."""

from collections.abc import Callable, Sequence
from typing import TypeVar

G = TypeVar("G")
P = TypeVar("P")
Rank = tuple[float, ...]


def pair(gold: Sequence[G], predicted: Sequence[P], rank: Callable[[G, P], Rank | None]) -> list[tuple[int, int]]:
    """Return pairs of indexes, the best first; no record is in two of them.

    ``rank`` returns None where two records don't match, else a tuple that is greater for a better match. Equal ranks
    go to the earlier record.
    """
    candidates = []
    for left, one in enumerate(gold):
        for right, other in enumerate(predicted):
            found = rank(one, other)
            if found is not None:
                candidates.append((tuple(-value for value in found), left, right))
    pairs: list[tuple[int, int]] = []
    lefts: set[int] = set()
    rights: set[int] = set()
    for _, left, right in sorted(candidates):
        if left not in lefts and right not in rights:
            pairs.append((left, right))
            lefts.add(left)
            rights.add(right)
    return pairs
