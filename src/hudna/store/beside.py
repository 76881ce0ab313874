"""Stories told by a process of their own, while another puts events together: neither rests on the other.

It looks at the store as it was when the last transaction ended, and writes into tables of its own that stand for the
store's; what comes of it goes back as rows, to be written by whoever holds the store. So it is for a store most of which
is new: of any other, what is copied would be more than what is told.
"""

from collections.abc import Iterable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from signal import SIG_IGN, SIGINT, signal
from types import TracebackType
from typing import Any, Final, NamedTuple, Self

from sqlalchemy import Connection, Table, delete, func, select
from sqlalchemy.exc import DBAPIError

from hudna.model import Decision, HudnaError
from hudna.store.engine import open_engine
from hudna.store.state import keep_told_by, told_by
from hudna.store.stories import tell_anew
from hudna.store.story_tables import kin, profiles, stories, untold
from hudna.store.tables import merged
from hudna.store.writing import write_rows

_WRITTEN: Final = (profiles, untold, kin, stories, merged)
_LEAST: Final = 500  # articles, for which it is worth to begin a process
_MOST_KNOWN: Final = 0.5  # of all articles: how many may have been told of before
_PLACE: Final = "UPDATE profiles SET leads = ?, story = ? WHERE article = ?"
_LIKE_IT: Final = "SELECT type, sql FROM main.sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY type DESC"

Rows = list[tuple[Any, ...]]


class _Told(NamedTuple):
    """All stories of a store: the rows of their tables, and by which decisions they were made."""

    places: Rows
    kin: Rows
    stories: Rows
    decided: str


class Beside:
    """Stories that are told by another process meanwhile, if that is worth it; use it in ``with``."""

    def __init__(self, connection: Connection, path: Path, decisions: Iterable[Decision], jobs: int) -> None:
        """The process begins at once where ``jobs`` allows two, and sees nothing that ``connection`` has not ended."""
        self._connection = connection
        self._decisions = list(decisions)
        self._answer: Pipe | None = None
        if jobs > 1 and _is_mostly_new(connection):
            spawning = get_context("spawn")
            self._answer, answer = spawning.Pipe(duplex=False)
            self._process = spawning.Process(target=_tell, args=(path, self._decisions, answer), daemon=True)
            self._process.start()
            answer.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        if self._answer is not None:
            self._process.terminate()
            self._process.join()
            self._answer.close()

    def write(self) -> None:
        """Write the stories; where the process came to nothing they are told here."""
        told = self._wait()
        if told is None:
            tell_anew(self._connection, self._decisions)
            return
        for table in (kin, stories, untold):
            self._connection.execute(delete(table))
        self._connection.exec_driver_sql(_PLACE, told.places)
        write_rows(self._connection, kin, tuple(kin.c.keys()), told.kin)
        write_rows(self._connection, stories, tuple(stories.c.keys()), told.stories)
        if told.decided != told_by(self._connection):
            keep_told_by(self._connection, told.decided)

    def _wait(self) -> _Told | None:
        if self._answer is None:
            return None
        try:
            found = self._answer.recv()
        except (EOFError, OSError):  # it ended before it sent anything, or in the middle of it
            return None
        assert isinstance(found, _Told)
        return found


def _is_mostly_new(connection: Connection) -> bool:
    new, known = (
        int(connection.execute(select(func.count()).select_from(table)).scalar_one()) for table in (untold, profiles)
    )
    return new >= _LEAST and known - new <= _MOST_KNOWN * known


def _tell(path: Path, decisions: list[Decision], answer: Pipe) -> None:
    """Tell the stories of a store, and send the rows; where that fails nothing is sent."""
    signal(SIGINT, SIG_IGN)  # whoever waits is interrupted, too, and ends this
    with suppress(HudnaError, DBAPIError, OSError):
        engine = open_engine(path, create=False)
        with engine.connect() as connection:
            driver = connection.connection.dbapi_connection
            assert driver is not None
            driver.execute("PRAGMA foreign_keys = OFF")  # of tables that are not the store's own
            with connection.begin():
                answer.send(_told(connection, decisions))


def _told(connection: Connection, decisions: list[Decision]) -> _Told:
    for table in _WRITTEN:
        _stand_in(connection, table)
    tell_anew(connection, decisions)
    queries = (select(profiles.c.leads, profiles.c.story, profiles.c.article), select(kin), select(stories))
    places, pairs, found = ([tuple(row) for row in connection.execute(query).all()] for query in queries)
    return _Told(places, pairs, found, told_by(connection))


def _stand_in(connection: Connection, table: Table) -> None:
    """Make a table of this connection's own with all that is in the store's, which stands in its place from here on."""
    for kind, written in connection.exec_driver_sql(_LIKE_IT, (table.name,)).all():
        own = "CREATE TEMP TABLE " if kind == "table" else "CREATE INDEX temp."
        connection.exec_driver_sql(own + written.removeprefix(f"CREATE {kind.upper()} ").lstrip())
        if kind == "table":
            copied = f"INSERT INTO temp.{table.name} SELECT * FROM main.{table.name}"  # noqa: S608 (a table of our own)
            connection.exec_driver_sql(copied)
