"""Lists of a record as sequences, of which only what is looked at is loaded."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, overload

from hudna.model import Entity
from hudna.record import Line
from hudna.record.asking import Asking
from hudna.record.heads import Head

if TYPE_CHECKING:
    from hudna.store import Calling, Standing


class Lines(Sequence[Line]):
    """Lines that are asked for, as a sequence: counted, and loaded, only as far as that is asked for."""

    def __init__(self, standing: "Standing", asking: Asking) -> None:
        self._standing = standing
        self.asking = asking

    def __len__(self) -> int:
        """Return how many there are."""
        return self._standing.count(self.asking)

    @overload
    def __getitem__(self, place: int) -> Line: ...

    @overload
    def __getitem__(self, place: slice) -> list[Line]: ...

    def __getitem__(self, place: int | slice) -> Line | list[Line]:
        """Return one line, or those of a slice.

        Raises:
            IndexError: there is none at the place.
        """
        if isinstance(place, int):
            found = self._standing.page(self.asking, place + len(self) if place < 0 else place, 1)
            if not found:
                raise IndexError(place)
            return found[0]
        if place.step in {None, 1} and (place.start or 0) >= 0 and place.stop is not None and place.stop >= 0:
            start = place.start or 0
            return self._standing.page(self.asking, start, max(0, place.stop - start))
        return [self[each] for each in range(*place.indices(len(self)))]

    def __iter__(self) -> Iterator[Line]:
        """Return what yields all of them, a few at a time in memory."""
        return self._standing.all(self.asking)


class Named(Sequence[tuple[Entity, int]]):
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

    @overload
    def __getitem__(self, place: int) -> tuple[Entity, int]: ...

    @overload
    def __getitem__(self, place: slice) -> list[tuple[Entity, int]]: ...

    def __getitem__(self, place: int | slice) -> tuple[Entity, int] | list[tuple[Entity, int]]:
        """Return one, or those of a slice.

        Raises:
            IndexError: there is none at the place.
        """
        places = range(len(self))[place]
        if isinstance(places, int):
            return self._standing.called(self._calling, places, 1)[0]
        found = self._standing.called(self._calling, places.start, len(places)) if places else []
        return found[:: places.step]


class Heads(Sequence[Head]):
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

    @overload
    def __getitem__(self, place: int) -> Head: ...

    @overload
    def __getitem__(self, place: slice) -> list[Head]: ...

    def __getitem__(self, place: int | slice) -> Head | list[Head]:
        """Return one head, or those of a slice.

        Raises:
            IndexError: there is none at the place.
        """
        places = range(len(self))[place]
        if isinstance(places, int):
            return self._standing.heads(self._outlet, places, 1)[0]
        found = self._standing.heads(self._outlet, places.start, len(places)) if places else []
        return found[:: places.step]
