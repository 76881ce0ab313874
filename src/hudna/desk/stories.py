"""The stories of a store, or of readings that no store keeps."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, overload

from hudna.desk.board import Board, Boards, NotThereError
from hudna.model import Reading, Story
from hudna.record import find_stories, story_of

if TYPE_CHECKING:
    from hudna.store import Store, Told


class Stories(Sequence[Story]):
    """The stories whose headline holds some words, the last first; only what is looked at is loaded."""

    def __init__(self, told: "Told", words: str, *, alone: bool) -> None:
        self._told, self._words, self._alone = told, words, alone
        self._size = told.count(words, alone=alone)

    def __len__(self) -> int:
        """Return how many there are."""
        return self._size

    @overload
    def __getitem__(self, place: int) -> Story: ...

    @overload
    def __getitem__(self, place: slice) -> list[Story]: ...

    def __getitem__(self, place: int | slice) -> Story | list[Story]:
        """Return one story, or those of a slice.

        Raises:
            IndexError: there is none at the place.
        """
        places = range(self._size)[place]
        if isinstance(places, int):
            return self._told.page(self._words, places, 1, alone=self._alone)[0]
        found = self._told.page(self._words, places.start, len(places), alone=self._alone) if places else []
        return found[:: places.step]


def stories_of(readings: Iterable[Reading]) -> tuple[Story, ...]:
    """Return the stories that readings tell, those of a single article too, by first day of publication."""
    return find_stories(readings)


def stories_in(store: "Store") -> tuple[Story, ...]:
    """Return the stories of a store's latest readings and its decisions."""
    return tuple(Boards(store).now().standing.told.all())


def stories_named(board: Board, query: str, *, alone: bool) -> Stories:
    """Return the stories whose headline holds some words, the last first; without ``alone`` those of several articles."""
    return Stories(board.standing.told, query, alone=alone)


def pick_story(stories: Iterable[Story], key: str) -> Story:
    """Return the story of an id, also of one it had before a late article gave it another.

    Raises:
        NotThereError: there is no such story.
    """
    found = story_of(stories, key)
    if found is None:
        raise NotThereError(f"no story goes by {key}")
    return found
