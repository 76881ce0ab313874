"""A record made by an earlier version opens, with all that is in it."""

import sqlite3
from pathlib import Path

import pytest

from factories import call_in_two_outlets, make_article, make_reading
from hudna.model import DecisionKind, Judgement, StoreError
from hudna.model.wire import published_to_line, to_line
from hudna.store import Store, engine
from hudna.store.tables import APPLICATION_ID, SCHEMA_VERSION

# The tables of version 1, as that version made them.
VERSION_1 = """
CREATE TABLE articles (
    number INTEGER NOT NULL, digest TEXT NOT NULL, id TEXT NOT NULL, source TEXT, url TEXT, title TEXT, author TEXT,
    language TEXT, genre TEXT NOT NULL, published TEXT NOT NULL, text TEXT NOT NULL, added_at TEXT NOT NULL,
    PRIMARY KEY (number), UNIQUE (digest));
CREATE INDEX ix_articles_id ON articles (id);
CREATE TABLE readings (
    number INTEGER NOT NULL, article TEXT NOT NULL, reader_version TEXT NOT NULL, reader_digest TEXT NOT NULL,
    line TEXT NOT NULL, read_at TEXT NOT NULL,
    PRIMARY KEY (number), UNIQUE (article, reader_version, reader_digest),
    FOREIGN KEY(article) REFERENCES articles (digest));
CREATE TABLE decisions (
    number INTEGER NOT NULL, kind TEXT NOT NULL, "left" TEXT NOT NULL, "right" TEXT NOT NULL, judgement TEXT NOT NULL,
    score FLOAT, reasons TEXT NOT NULL, "by" TEXT NOT NULL, at TEXT NOT NULL, withdrawn_at TEXT,
    PRIMARY KEY (number));
CREATE INDEX decisions_of_a_pair ON decisions ("left", "right");
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Return a store as version 1 wrote it: two articles read, two decisions, one of them withdrawn."""
    path = tmp_path / "record.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(VERSION_1)
        for number, reading in enumerate(call_in_two_outlets(), start=1):
            article = reading.article
            known = (article.id, article.source, None, None, None, None, "news", published_to_line(article.published))
            row = (number, article.digest, *known, article.text, "2023")
            connection.execute(f"INSERT INTO articles VALUES ({','.join('?' * len(row))})", row)
            row = (number, article.digest, "0.1.0", "test", to_line(reading), "2023")
            connection.execute("INSERT INTO readings VALUES (?, ?, ?, ?, ?, ?)", row)
        decided = ("same_event", "a", "b", "negative", None, '["يومان"]', "me", "2023")
        for number, withdrawn_at in ((1, "2024"), (2, None)):
            connection.execute("INSERT INTO decisions VALUES (?,?,?,?,?,?,?,?,?,?)", (number, *decided, withdrawn_at))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 1")
    return path


def _tables(path: Path) -> set[tuple[str, str]]:
    """Return the columns of every table, and what each index covers."""
    with sqlite3.connect(path) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = set()
        for name in names:
            for _, column, kind, required, _, key in connection.execute(f"PRAGMA table_info({name})"):
                found.add((name, f"{column} {kind} {required} {key}"))
            for row in connection.execute(f"PRAGMA index_list({name})").fetchall():
                covered = [each[2] for each in connection.execute(f"PRAGMA index_info({row[1]})")]
                found.add((name, f"index {covered} {row[2]} {row[4]}"))
            for row in connection.execute(f"PRAGMA foreign_key_list({name})"):
                found.add((name, f"refers {row[2:5]}"))
    return found


def test_store_of_version_1_opens(old: Path) -> None:
    """Articles, readings and decisions are all there, and the store takes new ones."""
    readings = call_in_two_outlets()
    with Store(old, create=False) as store:
        assert readings == tuple(store.readings())
        assert [reading.article for reading in readings] == list(store.articles())
        first, second = store.decisions()
        assert (DecisionKind.SAME_EVENT, Judgement.NEGATIVE, ("يومان",)) == (
            first.kind,
            first.judgement,
            first.reasons,
        )
        assert ("2024", None) == (first.withdrawn_at, second.withdrawn_at)
        assert store.has(readings[0].article, readings[0].reader)
        new = make_reading(make_article("هدنة"))
        store.add(new.article, new, at="2025")
        assert 3 == store.count()


def test_upgraded_store_is_made_like_a_new_one(old: Path, tmp_path: Path) -> None:
    """The steps lead to the very tables that a new store has."""
    Store(old).close()
    Store(tmp_path / "new.sqlite").close()

    # SQLite says of some keys that they must not be empty and of others not, by the way they were declared.
    assert _tables(tmp_path / "new.sqlite") == _tables(old)
    with sqlite3.connect(old) as connection:
        assert [(SCHEMA_VERSION,)] == connection.execute("PRAGMA user_version").fetchall()
        assert [(str(SCHEMA_VERSION),)] == connection.execute("SELECT * FROM alembic_version").fetchall()
        assert [("ok",)] == connection.execute("PRAGMA integrity_check").fetchall()
        assert [] == connection.execute("PRAGMA foreign_key_check").fetchall()


def test_upgrade_that_fails_changes_nothing(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store is of the one version or the other, never between."""
    from hudna.store import upgrade

    def fail(*_) -> None:
        raise RuntimeError

    monkeypatch.setattr(upgrade.command, "upgrade", fail)
    with pytest.raises(RuntimeError):
        Store(old)
    with sqlite3.connect(old) as connection:
        assert [(1,)] == connection.execute("PRAGMA user_version").fetchall()
        assert "alembic_version" not in {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}


def test_store_that_cannot_be_written_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A record on a medium for reading opens and says what it is when somebody adds to it."""
    path = tmp_path / "record.sqlite"
    first, second = call_in_two_outlets()
    with Store(path) as store:
        store.add(first.article, first, at="2024")
    monkeypatch.setattr(engine.os, "access", lambda *_: False)

    with Store(path, create=False) as store:
        assert [first] == list(store.readings())
        assert not store.is_writable
        with pytest.raises(StoreError, match="readonly"):
            store.add(second.article, second, at="2024")
    assert [path] == list(tmp_path.iterdir())


def test_old_store_that_cannot_be_written_is_told(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An earlier store has to be opened once where it can be written."""
    monkeypatch.setattr(engine.os, "access", lambda *_: False)

    with pytest.raises(StoreError, match="earlier version"):
        Store(old)


# What brings a store of version 10 back to how version 9 kept the same record.
BACK_TO_9 = """
ALTER TABLE events ADD COLUMN value TEXT;
UPDATE events SET value = (SELECT value FROM wholes WHERE event = number);
ALTER TABLE tellings ADD COLUMN value TEXT NOT NULL DEFAULT '';
UPDATE tellings SET value = (SELECT value FROM members WHERE telling = number);
DROP TABLE wholes;
DROP TABLE members;
DROP INDEX tellings_of_a_record;
DROP INDEX heads_of_a_week;
CREATE INDEX heads_by_day ON heads (published);
DELETE FROM tallies WHERE field IN ('sure', 'open', 'differing', 'part');
UPDATE alembic_version SET version_num = '9';
PRAGMA user_version = 9;
"""


def test_record_put_together_by_version_9_is_kept(tmp_path: Path) -> None:
    """Events, what tells them and what lists count are as they were, without being put together anew."""
    path = tmp_path / "record.sqlite"
    with Store(path) as store:
        for reading in call_in_two_outlets():
            store.add(reading.article, reading, at="2024")
        store.merge("test")
    with sqlite3.connect(path) as connection:
        before = _rows(connection)
        connection.executescript(BACK_TO_9)
    with Store(path) as store:
        assert store.merged_stamp("test") == store.stamp()
    with sqlite3.connect(path) as connection:
        assert before == _rows(connection)
        assert [("ok",)] == connection.execute("PRAGMA integrity_check").fetchall()


def _rows(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """Return the rows of the tables of the record put together, in an order of their own."""
    names = ("events", "wholes", "tellings", "members", "tallies", "parties", "heads")
    return {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in names}
