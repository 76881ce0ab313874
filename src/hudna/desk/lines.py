"""Lists of a record as sequences, of which only what is looked at is loaded."""

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, overload

from hudna.model import Entity
from hudna.record import Line
from hudna.record.asking import Asking
from hudna.record.heads import Head

if TYPE_CHECKING:
    from hudna.store import Calling, Standing

Listed = TypeVar("Listed")


class Paged(Sequence[Listed]):
    """What is listed, counted and loaded only as far as that is asked for."""

    @abstractmethod
    def page(self, start: int, size: int) -> list[Listed]:
        """Return so many from one on, fewer where the list ends."""

    @overload
    def __getitem__(self, place: int) -> Listed: ...

    @overload
    def __getitem__(self, place: slice) -> list[Listed]: ...

    def __getitem__(self, place: int | slice) -> Listed | list[Listed]:
        """Return one of the list, or those of a slice.

        Raises:
            IndexError: there is none at the place.
        """
        if isinstance(place, int):
            at = place + len(self) if place < 0 else place
            found = self.page(at, 1) if at >= 0 else []
            if not found:
                raise IndexError(place)
            return found[0]
        if place.step in {None, 1} and (place.start or 0) >= 0 and place.stop is not None and place.stop >= 0:
            start = place.start or 0
            return self.page(start, max(0, place.stop - start))
        return [self[each] for each in range(*place.indices(len(self)))]


class Lines(Paged[Line]):
    """The lines that are asked for."""

    def __init__(self, standing: "Standing", asking: Asking) -> None:
        self._standing = standing
        self.asking = asking

    def __len__(self) -> int:
        """Return how many there are."""
        return self._standing.count(self.asking)

    def page(self, start: int, size: int) -> list[Line]:
        """Return so many lines from one on."""
        return self._standing.page(self.asking, start, size)

    def __iter__(self) -> Iterator[Line]:
        """Return what yields all of them, a few at a time in memory."""
        return self._standing.all(self.asking)


class Named(Paged[tuple[Entity, int]]):
    """Those who go by a name, with the number of their events, those with most first."""

    def __init__(self, standing: "Standing", calling: "Calling") -> None:
        self._standing = standing
        self._calling = calling

    @cached_property
    def _size(self) -> int:
        return self._standing.count_called(self._calling)

    def __len__(self) -> int:
        """Return how many there are."""
        return self._size

    def page(self, start: int, size: int) -> list[tuple[Entity, int]]:
        """Return so many entities with their numbers, from one on."""
        return self._standing.called(self._calling, start, size)


class Heads(Paged[Head]):
    """The articles, of an outlet where one is named, the last that came first."""

    def __init__(self, standing: "Standing", outlet: str | None = None) -> None:
        self._standing = standing
        self._outlet = outlet

    def of(self, outlet: str) -> "Heads":
        """Return those of an outlet."""
        return Heads(self._standing, outlet)

    @cached_property
    def _size(self) -> int:
        return self._standing.count_heads(self._outlet)

    def __len__(self) -> int:
        """Return how many there are."""
        return self._size

    def page(self, start: int, size: int) -> list[Head]:
        """Return so many heads from one on."""
        return self._standing.heads(self._outlet, start, size)
