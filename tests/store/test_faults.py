"""Whatever happens to a long run, the record is whole afterwards, and one more run makes it what an undisturbed one makes."""

import json
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from hudna.store import Store

pytestmark = pytest.mark.slow
KILLS = 50
ARTICLES = 320
ROOM = 3_600_000  # bytes that a store may grow to, where the disk is full: a few of the articles
TIMES = {"articles": {"added_at"}, "later_days": {"added_at"}, "readings": {"read_at"}, "decisions": {"at"}}
NUMBERED = ("number", "rowid")

# Adds articles as `hudna add` does, with a reader small enough that most of the time goes into writing.
ADD = """
import sys
sys.path.insert(0, sys.argv[3])
from factories import NAMES
from hudna.desk import keeping, reader
from hudna.desk import add, open_store
from hudna.arabic.search import SEARCH
from hudna.model import LanguagePack
from hudna.reading import Pipeline
small = Pipeline(LanguagePack("ar", (NAMES,), "digest", search=SEARCH), version="0.1.0")
keeping.pipeline = reader.pipeline = lambda: small
with open_store(sys.argv[1], create=True) as store:
    for each in add(store, [sys.argv[2]]):
        print(each.added, flush=True)
"""


@pytest.fixture(scope="module")
def articles(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("faults") / "articles.jsonl"
    lines = [
        json.dumps({"id": str(place), "source": "وكالة", "text": f"أعلنت الهدنة رقم {place} في حلب ودمشق " * 40})
        for place in range(ARTICLES)
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def undisturbed(articles: Path) -> dict[str, list[tuple]]:
    path = articles.with_name("undisturbed.sqlite")
    _add(path, articles)
    return contents(path)


def contents(path: Path) -> dict[str, list[tuple]]:
    """Return all rows of all tables but their numbers and times, sorted: what the record says, whatever the order."""
    found = {}
    with sqlite3.connect(path) as connection:
        assert [("ok",)] == connection.execute("PRAGMA integrity_check").fetchall()
        assert [] == connection.execute("PRAGMA foreign_key_check").fetchall()
        for table in ("articles", "later_days", "readings", "findables", "decisions", "anchors"):
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            kept = [f'"{each}"' for each in columns if each not in TIMES.get(table, set()) and each not in NUMBERED]
            found[table] = sorted(connection.execute(f"SELECT {', '.join(kept)} FROM {table}").fetchall(), key=repr)
        found["found_by"] = sorted(connection.execute("SELECT title, words, parties, places FROM found_by").fetchall())
    return found


def _start(path: Path, articles: Path, **more) -> subprocess.Popen:
    tests = str(Path(__file__).parent.parent)
    command = [sys.executable, "-c", ADD, str(path), str(articles), tests]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **more)


def _add(path: Path, articles: Path) -> None:
    with _start(path, articles) as process:
        _, told = process.communicate()
    assert 0 == process.returncode, told


def _whole(path: Path) -> None:
    """Hold that every article there has its reading and can be found: it came in whole."""
    with Store(path, create=False) as store:
        assert store.count() == len(list(store.readings()))
        assert [] == store.unfindable(1)


def test_killed_at_any_moment(tmp_path: Path, articles: Path, undisturbed) -> None:
    """Killed fifty times at random moments of a run that each time goes on, the record ends up as if never killed."""
    path = tmp_path / "record.sqlite"
    chance = random.Random(7)
    killed = 0
    for _ in range(KILLS):
        with _start(path, articles) as process:
            first = process.stdout.readline()
            if first:
                time.sleep(chance.uniform(0, 0.05))
            process.send_signal(signal.SIGKILL)
        killed += process.returncode == -signal.SIGKILL
        if path.exists():
            _whole(path)
    assert killed > KILLS // 2
    _add(path, articles)

    assert undisturbed == contents(path)


def test_killed_while_starting(tmp_path: Path, articles: Path, undisturbed) -> None:
    """Killed while the store is being made, it is made by the next run."""
    path = tmp_path / "record.sqlite"
    for place in range(10):
        with _start(path, articles) as process:
            time.sleep(0.15 * place)
            process.send_signal(signal.SIGKILL)
    _add(path, articles)

    assert undisturbed == contents(path)


def test_full_disk(tmp_path: Path, articles: Path, undisturbed) -> None:
    """Where the file can grow no more, that is told, what was said to be added is there, and with room it goes on."""
    path = tmp_path / "record.sqlite"

    def no_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, ROOM))

    with _start(path, articles, preexec_fn=no_room) as process:
        printed, told = process.communicate()
    assert process.returncode not in {0, -signal.SIGKILL}
    assert "StoreError" in told
    added = printed.count("new")
    assert 0 < added < ARTICLES
    _whole(path)
    with Store(path, create=False) as store:
        assert added <= store.count()
    _add(path, articles)

    assert undisturbed == contents(path)


def test_two_writers_at_once(tmp_path: Path, articles: Path, undisturbed) -> None:
    """Two runs over the same articles at the same time make the record that one makes."""
    path = tmp_path / "record.sqlite"
    with ThreadPoolExecutor() as pool:
        list(pool.map(lambda _: _add(path, articles), range(2)))

    assert undisturbed == contents(path)


def test_locked_database(tmp_path: Path, articles: Path, undisturbed) -> None:
    """A run that finds the store locked for longer than it waits says so; the next one goes on."""
    path = tmp_path / "record.sqlite"
    Store(path).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with _start(path, articles) as process:
        _, told = process.communicate()
    assert "locked by another program" in told
    other.close()
    _add(path, articles)

    assert undisturbed == contents(path)
