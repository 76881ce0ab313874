"""The record as it stands, with what a page looks up in it; put together anew only where the store has changed."""

import tempfile
import threading
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hudna.desk.lines import Heads, Lines
from hudna.desk.merging import maker, put_together
from hudna.desk.record import StandingRecord, reading_of
from hudna.desk.search import fill_search
from hudna.model import Event, InputError, Reader, Reading, Story
from hudna.record import Line, Selection
from hudna.record.asking import Asking
from hudna.record.heads import Head
from hudna.record.members import tellings_of

if TYPE_CHECKING:
    from hudna.store import Followed, Standing, Store

_NOBODY: Final = Reader("", "")
ReadingOf = Callable[[str], Reading]


class NotThereError(InputError):
    """Nothing goes by the name that was given."""


class Board:
    """The record of a store at one moment, by everything a page asks for."""

    def __init__(self, standing: "Standing", stamp: tuple[int, int], store: "Store") -> None:
        self.standing = standing
        self.record = StandingRecord(standing, stamp[1])
        self.heads = Heads(standing)
        self.reading_of = reading_of(store)  # the latest reading of an article, by its digest
        self.lines = Lines(standing, Asking())

    def asked(self, asking: Asking) -> Lines:
        """Return the lines that are asked for."""
        return Lines(self.standing, asking)

    def lines_of_article(self, digest: str) -> Lines:
        """Return the lines an article tells of, by its digest."""
        return self.asked(Asking(article=digest))

    def lines_of_entity(self, entity: str, selection: Selection | None = None) -> Lines:
        """Return the lines somebody has a part in, by the entity's id."""
        return self.asked(Asking(entity=entity, selection=selection or Selection()))

    def lines_near(self, line: Line, asking: Asking, days: int, most: int) -> list[Line]:
        """Return those asked for that share somebody with a line and begin so many days from it at most, the nearest first."""
        day = line.earliest or line.latest
        if day is None:
            return []
        found = self.standing.near(asking, [actor.entity for actor in line.event.actors], day, days, most + 1)
        ids = [key for key in found if key != line.event.id][:most]
        lines = self.standing.lines_of(ids)
        return [lines[key] for key in ids]

    def events_of_article(self, reading: Reading) -> Mapping[str, str]:
        """Return the ids of the events that an article's reading tells, by the keys of its tellings."""
        return self.standing.events_of(telling.key for _, telling in tellings_of(reading))

    def line(self, event: str) -> Line:
        """Return the line of an event by its id.

        Raises:
            NotThereError: there is none.
        """
        found = self.standing.lines_of([event])
        if event not in found:
            raise NotThereError(f"no event {event}")
        return found[event]

    def reading_without_records(self, lines: Iterable[Line], accounts: int) -> ReadingOf:
        """Return what gives, for the first articles that lines are told by, a reading with the article alone: quickly."""
        return self.readings_alone(member.article for line in lines for member in line.event.members[:accounts])

    def readings_alone(self, digests: Iterable[str]) -> ReadingOf:
        """Return what gives readings of articles with the article alone: quickly."""
        found = self.standing.articles(digests)
        return lambda digest: Reading(reader=_NOBODY, article=found[digest])

    def event(self, key: str) -> Event:
        """Return an event by its id or the key of one of its tellings.

        Raises:
            NotThereError: there is none.
        """
        found = self.record.event(key)
        if found is None:
            raise NotThereError(f"no event {key}")
        return found

    def head(self, digest: str) -> Head:
        """Return an article's head by its digest.

        Raises:
            NotThereError: there is none.
        """
        found = self.standing.head(digest)
        if found is None:
            raise NotThereError(f"no article {digest}")
        return found

    @property
    def followed(self) -> "Followed":
        """What became of everything bound or set, as of the last day read."""
        return self.standing.followed

    def story(self, key: str) -> Story:
        """Return the story of an id, also of one it had before a late article gave it another.

        Raises:
            NotThereError: there is no such story.
        """
        found = self.standing.told.of(key)
        if found is None:
            raise NotThereError(f"no story goes by {key}")
        return found

    def story_of_article(self, digest: str) -> Story:
        """Return the story that an article tells, by its digest.

        Raises:
            NotThereError: there is no such article.
        """
        found = self.standing.told.of_article(digest)
        if found is None:
            raise NotThereError(f"no article {digest}")
        return found


class Boards:
    """A store's board, made when first asked for and again when the store has changed; for several threads."""

    def __init__(self, store: "Store") -> None:
        self.store = store
        self._lock = threading.Lock()
        self._board: Board | None = None
        self._stamp: object = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._copy: Store | None = None

    def now(self) -> Board:
        """Return the board of the store as it is now; what has come in or was decided is put together first."""
        with self._lock:
            stamp = self.store.stamp()
            if self._board is None or stamp != self._stamp:
                source = self.store
                if source.merged_stamp(maker()) != stamp and not source.is_writable:
                    source = self._copied()
                stamp = put_together(source)
                if source.is_writable:
                    fill_search(source)
                self._board = Board(source.standing(), stamp, self.store)
                self._stamp = stamp
            return self._board

    def _copied(self) -> "Store":
        """Return a copy of a store that can't be written, to put the record together in."""
        if self._copy is None:
            self._folder = tempfile.TemporaryDirectory(prefix="hudna-")
            self._copy = self.store.copy(Path(self._folder.name) / "copy.sqlite")
        return self._copy
