"""What hangs together by pairs, by its numbers."""

from collections import defaultdict


class Neighbours:
    """The numbers that pairs lead to from each."""

    def __init__(self) -> None:
        self._beside: dict[int, set[int]] = defaultdict(set)

    def connect(self, one: int, other: int) -> None:
        """Take up a pair."""
        self._beside[one].add(other)
        self._beside[other].add(one)

    def of(self, number: int) -> set[int]:
        """Return those that share a pair with a number."""
        return self._beside.get(number, set())

    def component(self, number: int) -> set[int]:
        """Return all that a number leads to, by however many pairs, and itself."""
        found = {number}
        open_ones = [number]
        while open_ones:
            new = self.of(open_ones.pop()) - found
            found |= new
            open_ones += new
        return found
