"""The record of a store: made, shown, exported."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from hudna.desk.lines import Lines
from hudna.model import Entity, Event, InputError, Reading
from hudna.record import Draft, Entities, Line, Selection, chronology, find_entities
from hudna.record.asking import Asking
from hudna.record.entities import shapes_entities

if TYPE_CHECKING:
    from hudna.store import Followed, Standing, Store

EVERYTHING: Final = Selection()
_READINGS_REMEMBERED: Final = 256


@dataclass(frozen=True, slots=True)
class Record:
    """What a store's latest readings and its decisions come to; ``seen`` is the number of the last decision in it."""

    entities: Entities
    events: tuple[Event, ...]
    seen: int

    def event(self, key: str) -> Event | None:
        """Return an event by its id or the key of one of its tellings, None where there is none."""
        for event in self.events:
            if event.id == key or any(member.key == key for member in event.members):
                return event
        return None

    def chronology(self, selection: Selection = EVERYTHING) -> tuple[Line, ...]:
        """Return the selected events by day."""
        return chronology(self.events, selection)


class StandingRecord:
    """What a store's latest readings and its decisions come to; ``seen`` is the number of the last decision in it."""

    def __init__(self, standing: "Standing", seen: int) -> None:
        self.entities: Entities = standing.entities
        self.seen = seen
        self._standing = standing

    @property
    def events(self) -> Iterator[Event]:
        """All events by day, a few at a time in memory."""
        return (line.event for line in Lines(self._standing, Asking()))

    @property
    def followed(self) -> "Followed":
        """What became of everything bound or set, as of the last day read."""
        return self._standing.followed

    def event(self, key: str) -> Event | None:
        """Return an event by its id or the key of one of its tellings, None where there is none."""
        wanted = self._standing.events_of([key]).get(key, key)
        line = self._standing.lines_of([wanted]).get(wanted)
        return None if line is None else line.event

    def chronology(self, selection: Selection | None = None) -> Lines:
        """Return the selected events by day."""
        return Lines(self._standing, Asking() if selection is None else Asking(selection=selection))


AnyRecord = Record | StandingRecord


def make_record(store: "Store") -> Record:
    """Return the record of a store; the readings are gone through twice, and never all in memory."""
    return RecordKeeper(store).now()


class RecordKeeper:
    """A store's record, made anew where the store has changed, and no more of it than the change asks for.

    What is decided on events costs a fraction of a whole record; new readings, and decisions on who is who, cost it all.
    """

    def __init__(self, store: "Store") -> None:
        self._store = store
        self._made_of: object = None
        self._draft: Draft | None = None

    def now(self) -> Record:
        """Return the record as it is now."""
        last, seen = self._store.stamp()
        decisions = [decision for decision in self._store.decisions() if (decision.number or 0) <= seen]
        made_of = (last, [decision for decision in decisions if shapes_entities(decision)])
        if self._draft is None or made_of != self._made_of:
            entities = find_entities(self._store.readings(upto=last), decisions)
            self._draft, self._made_of = Draft(self._store.readings(upto=last), entities), made_of
        return Record(self._draft.entities, self._draft.events(decisions), seen)


def reading_of(store: "Store") -> Callable[[str], Reading]:
    """Return what gives the latest reading of an article by its digest; the last few are remembered.

    Raises:
        InputError: by the function, where the article is not in the store.
    """

    @lru_cache(maxsize=_READINGS_REMEMBERED)
    def find_reading(digest: str) -> Reading:
        found = store.reading(digest)
        if found is None:
            raise InputError(f"{store.path}: no article {digest}")
        return found

    return find_reading


def show(store: "Store", key: str) -> Reading | Event | Entity:
    """Return the reading of an article (by its id or the first digits of its digest), an event or an entity by id.

    Raises:
        InputError: nothing goes by that key.
        StoreError: several articles do.
    """
    reading = store.reading(key)
    if reading is not None:
        return reading
    record = make_record(store)
    event = record.event(key)
    if event is not None:
        return event
    if key in record.entities.by_id:
        return record.entities.by_id[key]
    raise InputError(f"{store.path}: nothing goes by {key}")


def export(
    store: "Store",
    form: str,
    *,
    selection: Selection = EVERYTHING,
    language: str = "en",
    record: AnyRecord | None = None,
) -> Iterator[str]:
    """Yield the text lines of the chronology in one of ``hudna.export.formats.FORMATS``, labels in a language.

    ``record`` is the store's record where it has been made already.

    Raises:
        InputError: there is no such format.
    """
    from hudna.export.formats import export_chronology
    from hudna.export.words import load_words

    lines = (record or make_record(store)).chronology(selection)
    return export_chronology(form, lines, reading_of(store), load_words(language))
