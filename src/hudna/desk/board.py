"""The record as it stands, with what a page looks up in it; made again only when the store has changed."""

import threading
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from hudna.desk.record import Record, RecordKeeper, reading_of
from hudna.model import Event, Genre, InputError, Published, Reading, RecordType
from hudna.record import Line
from hudna.record.outcomes import Outcome, follow_up

if TYPE_CHECKING:
    from hudna.store import Store

ReadingOf = Callable[[str], Reading]


class NotThereError(InputError):
    """Nothing goes by the name that was given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """An article without its text: where it comes from; ``credits`` are the agencies it names."""

    digest: str
    id: str
    title: str | None
    source: str | None
    url: str | None
    language: str | None
    genre: Genre
    published: Published
    credits: tuple[str, ...]
    problems: int


class Board:
    """The record of a store at one moment, by everything a page asks for."""

    def __init__(self, record: Record, heads: Mapping[str, Head], reading_of: ReadingOf) -> None:
        self.record = record
        self.heads = heads  # by digest, in the order they came in
        self.reading_of = reading_of  # the latest reading of an article, by its digest
        self.lines = record.chronology()
        self.events = {event.id: event for event in record.events}

    @cached_property
    def event_of(self) -> Mapping[str, str]:
        """The event's id for each of its tellings, by the telling's key."""
        return {member.key: event.id for event in self.record.events for member in event.members}

    @cached_property
    def lines_by_event(self) -> Mapping[str, Line]:
        """The line of each event."""
        return {line.event.id: line for line in self.lines}

    @cached_property
    def lines_of_article(self) -> Mapping[str, tuple[Line, ...]]:
        """The lines an article tells of, by its digest."""
        found: dict[str, list[Line]] = defaultdict(list)
        for line in self.lines:
            for digest in dict.fromkeys(member.article for member in line.event.members):
                found[digest].append(line)
        return {digest: tuple(lines) for digest, lines in found.items()}

    @cached_property
    def lines_of_entity(self) -> Mapping[str, tuple[Line, ...]]:
        """The lines somebody has a part in, by the entity's id."""
        found: dict[str, list[Line]] = defaultdict(list)
        for line in self.lines:
            for entity in dict.fromkeys(actor.entity for actor in line.event.actors):
                found[entity].append(line)
        return {entity: tuple(lines) for entity, lines in found.items()}

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What became of everything bound or set, as of the last day read, those due first first."""
        return follow_up(self.record.events, map(self.reading_of, self.heads))

    @cached_property
    def outcome_of(self) -> Mapping[str, Outcome]:
        """What became of what an event binds or sets, by the event's id."""
        return {event: outcome for outcome in self.outcomes for event in outcome.commitment.events}

    def lines_of_type(self, record: RecordType) -> tuple[Line, ...]:
        """Return the lines of one type of record."""
        return tuple(line for line in self.lines if line.event.type is record)

    def event(self, key: str) -> Event:
        """Return an event by its id or the key of one of its tellings.

        Raises:
            NotThereError: there is none.
        """
        found = self.events.get(self.event_of.get(key, key))
        if found is None:
            raise NotThereError(f"no event {key}")
        return found

    def head(self, digest: str) -> Head:
        """Return an article's head by its digest.

        Raises:
            NotThereError: there is none.
        """
        if digest not in self.heads:
            raise NotThereError(f"no article {digest}")
        return self.heads[digest]


class Boards:
    """A store's board, made when first asked for and again when the store has changed; for several threads."""

    def __init__(self, store: "Store") -> None:
        self.store = store
        self._lock = threading.Lock()
        self._keeper = RecordKeeper(store)
        self._stamp: object = None
        self._board: Board | None = None
        self._read: int | None = None
        self._heads: dict[str, Head] = {}

    def now(self) -> Board:
        """Return the board of the store as it is now; what is decided costs less than what is read."""
        with self._lock:
            stamp = self.store.stamp()
            if self._board is None or stamp != self._stamp:
                record = self._keeper.now()
                self._look_at_articles()
                self._board = Board(record, self._heads, reading_of(self.store))
                self._stamp = stamp
            return self._board

    def _look_at_articles(self) -> None:
        """Make the heads anew where a reading has come in; there are never fewer than the record tells of."""
        last, _ = self.store.stamp()
        if last == self._read:
            return
        self._heads = {reading.article.digest: _head(reading) for reading in self.store.readings()}
        self._read = last


def _head(reading: Reading) -> Head:
    article = reading.article
    return Head(
        digest=article.digest,
        id=article.id,
        title=article.title,
        source=article.source,
        url=article.url,
        language=article.language,
        genre=article.genre,
        published=article.published,
        credits=tuple(party.label for party in reading.credits),
        problems=len(reading.problems),
    )
