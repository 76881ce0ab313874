"""The stories of a store, kept until something changes what they are made of."""

import threading
from typing import TYPE_CHECKING

from hudna.model import DecisionKind, Story
from hudna.record import find_stories
from hudna.record.entities import Entities, shapes_entities

if TYPE_CHECKING:
    from hudna.store import Store


class StoryKeeper:
    """The stories of a store; what is decided on events alone changes none of them. For several threads."""

    def __init__(self, store: "Store") -> None:
        self._store = store
        self._lock = threading.Lock()
        self._made_of: object = None
        self._stories: tuple[Story, ...] = ()

    def now(self, last: int, entities: Entities) -> tuple[Story, ...]:
        """Return the stories of the readings up to the last of a record, by first day; ``entities`` is who is who in it."""
        with self._lock:
            decisions = self._store.decisions()
            shaping = [each for each in decisions if each.kind is DecisionKind.SAME_STORY or shapes_entities(each)]
            made_of = (last, shaping)
            if made_of != self._made_of:
                self._stories = find_stories(self._store.readings(upto=last), decisions, entities)
                self._made_of = made_of
            return self._stories
