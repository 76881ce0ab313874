"""The stories of a store, or of readings that no store keeps."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from hudna.desk.board import Board, Boards, NotThereError
from hudna.desk.lines import Paged
from hudna.model import Reading, Story
from hudna.record import find_stories, story_of

if TYPE_CHECKING:
    from hudna.store import Store, Told


class Stories(Paged[Story]):
    """The stories whose headline holds some words, the last first."""

    def __init__(self, told: "Told", words: str, *, alone: bool) -> None:
        self._told, self._words, self._alone = told, words, alone
        self._size = told.count(words, alone=alone)

    def __len__(self) -> int:
        """Return how many there are."""
        return self._size

    def page(self, start: int, size: int) -> list[Story]:
        """Return so many stories from one on."""
        return self._told.page(self._words, start, size, alone=self._alone)


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
