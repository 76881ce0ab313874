"""The store keeps what it is given, once, whole, and says clearly what is wrong with a file."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from factories import call_in_two_outlets, make_article, make_reading
from hudna.model import Reader, StoreError
from hudna.store import Added, Store

AT = "2024-01-01T00:00:00Z"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.sqlite"


def _bytes_of(path: Path) -> list[tuple]:
    with sqlite3.connect(path) as connection:
        return [
            row
            for table in ("articles", "readings", "decisions")
            for row in connection.execute(f"SELECT * FROM {table} ORDER BY number")
        ]


def test_what_is_added_comes_back(path: Path) -> None:
    """Articles and readings come back as they were, in the order added."""
    readings = call_in_two_outlets()
    with Store(path) as store:
        added = [store.add(reading.article, reading, at=AT) for reading in readings]

    with Store(path, create=False) as store:
        assert added == [Added.NEW, Added.NEW]
        assert tuple(store.readings()) == readings
        assert tuple(store.articles()) == tuple(reading.article for reading in readings)
        assert store.count() == 2


def test_adding_twice_changes_nothing(path: Path) -> None:
    """The same article read by the same reader leaves every row as it was."""
    reading = call_in_two_outlets()[0]
    with Store(path) as store:
        store.add(reading.article, reading, at=AT)
        before = _bytes_of(path)

        assert store.add(reading.article, reading, at="2025-01-01T00:00:00Z") is Added.KNOWN
        assert _bytes_of(path) == before


def test_new_reader_adds_a_reading(path: Path) -> None:
    """A later reader's reading stands beside the first and is the one that counts."""
    first = call_in_two_outlets()[0]
    second = replace(first, reader=Reader("0.2.0", "other"), contacts=())
    with Store(path) as store:
        store.add(first.article, first, at=AT)

        assert store.add(second.article, second, at=AT) is Added.READ_AGAIN
        assert list(store.readings()) == [second]
        assert store.has(first.article, first.reader)
        assert len(_bytes_of(path)) == 3


def test_day_that_comes_later_is_kept(path: Path) -> None:
    """An article known without a day gets the first it comes with; further days are kept and change nothing."""
    undated = make_reading(make_article("هدنة"))
    first, second = (
        make_reading(replace(undated.article, published=make_article("x", day=day).published))
        for day in ("2018-03-01", "2018-03-02")
    )
    with Store(path) as store:
        store.add(undated.article, undated, at=AT)
        assert store.has(undated.article, undated.reader)
        assert not store.has(first.article, undated.reader)

        assert store.add(first.article, first, at=AT) is Added.READ_AGAIN
        assert list(store.readings()) == [first]
        assert store.article(undated.article.digest) == first.article
        assert store.has(undated.article, undated.reader)
        assert store.has(first.article, undated.reader)
        assert store.add(second.article, first, at=AT) is Added.KNOWN
        assert list(store.articles()) == [first.article]
        assert store.has(second.article, undated.reader)
    with sqlite3.connect(path) as connection:
        assert len(connection.execute("SELECT * FROM later_days").fetchall()) == 2


def test_reading_is_found_by_id_or_digest(path: Path) -> None:
    """An article's own id finds it, and so do the first digits of its digest; an id of two is refused."""
    one = make_reading(make_article("هدنة", id="x"))
    two = make_reading(make_article("هدنتان", id="x"))
    with Store(path) as store:
        store.add(one.article, one, at=AT)

        assert store.reading("x") == store.reading(one.article.digest[:10]) == one
        assert store.reading("100%") is None
        store.add(two.article, two, at=AT)
        with pytest.raises(StoreError, match="x is 2 articles"):
            store.reading("x")


def test_other_files_are_refused(tmp_path: Path) -> None:
    """Text, another program's database, a folder and a missing file are no store; each is told in one line."""
    text = tmp_path / "text"
    text.write_text("not a database" * 100)
    other = tmp_path / "other"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE x (y)")

    for path in (text, other):
        with pytest.raises(StoreError, match=f"^{path}: not a Hudna store$"):
            Store(path)
    with pytest.raises(StoreError, match="no such store"):
        Store(tmp_path / "missing", create=False)
    with pytest.raises(StoreError, match="unable to open"):
        Store(tmp_path / "no" / "folder")
    assert text.read_text().startswith("not a database")


def test_newer_store_is_refused(path: Path) -> None:
    """A store of a later version is not touched."""
    Store(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")

    with pytest.raises(StoreError, match="newer version of Hudna"):
        Store(path)


def test_locked_store_is_told(path: Path) -> None:
    """A writer that another one keeps waiting says so; readers go on reading."""
    reading = call_in_two_outlets()[0]
    with Store(path, busy_seconds=0.1) as store:
        store.add(reading.article, reading, at=AT)
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(StoreError, match="locked by another program"):
            store.add(*_second(), at=AT)
        assert list(store.readings()) == [reading]
        other.close()


def _making(path: Path) -> sqlite3.Connection:
    """Return the connection of another program that is at making a store, which is empty still."""
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    return other


def test_a_store_that_another_program_is_making_is_waited_for(tmp_path: Path) -> None:
    """SQLite gives up at once where two programs make one store; the second waits for the first."""
    path = tmp_path / "record.sqlite"
    other = _making(path)
    done = threading.Timer(0.3, other.close)
    done.start()
    with Store(path) as store:
        assert 0 == store.count()
    done.join()


def test_a_store_that_another_program_keeps_making_is_told_as_locked(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite"
    other = _making(path)
    with pytest.raises(StoreError, match="locked by another program"):
        Store(path, busy_seconds=0.1)
    other.close()


def _second() -> tuple:
    reading = call_in_two_outlets()[1]
    return reading.article, reading


def test_reading_goes_on_while_another_writes(path: Path) -> None:
    """Who iterates sees the store as it was when it began."""
    first, second = call_in_two_outlets()
    with Store(path) as store, Store(path) as writer:
        store.add(first.article, first, at=AT)
        found = store.readings()
        next(found)
        writer.add(second.article, second, at=AT)

        assert list(found) == []
        assert len(list(store.readings())) == 2


def test_half_surrogate_pair_is_refused(path: Path) -> None:
    """What SQLite can't hold is refused and nothing of it stays."""
    reading = make_reading(make_article("هدنة \ud800", digest="d"))
    with Store(path) as store:
        with pytest.raises(StoreError, match="surrogate"):
            store.add(reading.article, reading, at=AT)
        assert store.count() == 0


ENDLESS = """
import sys
sys.path.insert(0, sys.argv[2])
from factories import make_article, make_reading
from hudna.store import Store
store = Store(sys.argv[1])
for number in range(10**9):
    reading = make_reading(make_article(f"text {number} " * 500))
    store.add(reading.article, reading, at="2024")
    print(number, flush=True)
"""


@pytest.mark.parametrize("lines", [1, 20, 57])
def test_killed_writer_leaves_a_whole_store(path: Path, lines: int) -> None:
    """After SIGKILL every article said to be added is there, with its reading, and the store goes on working."""
    tests = str(Path(__file__).parent.parent)
    with subprocess.Popen([sys.executable, "-c", ENDLESS, path, tests], stdout=subprocess.PIPE, text=True) as writer:
        for _ in range(lines):
            last = int(writer.stdout.readline())
        os.kill(writer.pid, signal.SIGKILL)

    with Store(path, create=False) as store:
        found = list(store.readings())
        assert store.count() == len(found) >= last + 1
        assert [reading.article.text.split()[1] for reading in found] == [str(number) for number in range(len(found))]
        assert store.add(*_second(), at=AT) is Added.NEW
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
