"""The stories of a store, or of readings that no store keeps."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from hudna.desk.board import NotThereError
from hudna.model import Reading, Story
from hudna.record import find_stories, plain_form, story_of

if TYPE_CHECKING:
    from hudna.store import Store


def stories_of(readings: Iterable[Reading]) -> tuple[Story, ...]:
    """Return the stories that readings tell, those of a single article too, by first day of publication."""
    return find_stories(readings)


def stories_in(store: "Store") -> tuple[Story, ...]:
    """Return the stories of a store's latest readings and its decisions."""
    return find_stories(store.readings(), store.decisions())


def stories_named(stories: Iterable[Story], query: str, *, alone: bool) -> list[Story]:
    """Return the stories whose headline holds some words, the last first; without ``alone`` those of several articles."""
    sought = plain_form(query)
    kept = [story for story in stories if (alone or len(story.digests) > 1) and sought in plain_form(story.label)]
    return kept[::-1]


def pick_story(stories: Iterable[Story], key: str) -> Story:
    """Return the story of an id, also of one it had before a late article gave it another.

    Raises:
        NotThereError: there is no such story.
    """
    found = story_of(stories, key)
    if found is None:
        raise NotThereError(f"no story goes by {key}")
    return found
