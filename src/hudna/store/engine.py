"""A store's file opened: ours, of a version we know, safe for a reader beside a writer."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, insert, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from hudna.model import StoreError
from hudna.store.tables import APPLICATION_ID, MAKE_FOUND_BY, SCHEMA_VERSION, alembic_version, metadata

BUSY_SECONDS: Final = 10.0
_PAUSE: Final = 0.02  # seconds before what another program holds is asked for again
_CACHED_KIB: Final = 65_536  # of a connection: lists go through tens of megabytes, of which SQLite would keep two


def open_engine(path: Path, *, create: bool, busy_seconds: float = BUSY_SECONDS) -> Engine:
    """Return an engine on a Hudna store, made if it is not there and ``create`` says so.

    Raises:
        StoreError: there is no such file, it is no Hudna store, of a newer version, locked, or can't be written.
    """
    if not create and not path.is_file():
        raise StoreError(f"{path}: no such store")
    engine = create_engine(_url(path), connect_args={"timeout": busy_seconds, "check_same_thread": False})
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    with said_of(path):
        try:
            _check_or_make(engine, path, busy_seconds)
        except BaseException:
            engine.dispose()
            raise
    return engine


def is_writable(path: Path) -> bool:
    """Return whether a store can be written, or made where there is none."""
    return os.access(path if path.exists() else path.parent, os.W_OK)


def _url(path: Path) -> URL:
    """Return where the database is; what can't be written is opened for reading alone."""
    if not path.is_file() or is_writable(path):
        return URL.create("sqlite", database=str(path))
    options = {"mode": "ro", "uri": "true"}
    log = path.with_name(f"{path.name}-wal")
    if not os.access(path.parent, os.W_OK) and not (log.is_file() and log.stat().st_size):
        options["immutable"] = "1"  # SQLite asks for a place for its lock, unless told that nobody writes
    return URL.create("sqlite", database=path.resolve().as_uri(), query=options)


@contextmanager
def said_of(path: Path) -> Iterator[None]:
    """Turn the database's errors into one line about the store.

    Raises:
        StoreError: instead of any error of the database.
    """
    try:
        yield
    except DBAPIError as error:
        raise StoreError(f"{path}: {_reason(error.orig)}") from error
    except UnicodeEncodeError as error:
        raise StoreError(f"{path}: half a surrogate pair can't be stored") from error


def _reason(error: BaseException | None) -> str:
    message = " ".join(str(error).split())
    if "not a database" in message:
        return "not a Hudna store"
    if "locked" in message or "busy" in message:
        return "locked by another program"
    return message


def _on_connect(connection: sqlite3.Connection, _: Any) -> None:
    """Leave transactions to SQLAlchemy, which the driver otherwise begins late and ends before DDL."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute(f"PRAGMA cache_size = -{_CACHED_KIB}")
    cursor.execute("PRAGMA synchronous = NORMAL")  # with a write-ahead log a killed program loses nothing
    cursor.close()


def _on_begin(connection: Connection) -> None:
    """Take the write lock at once where something will be written, so that no transaction fails half way."""
    writes = connection.get_execution_options().get("hudna_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _check_or_make(engine: Engine, path: Path, busy_seconds: float) -> None:
    """Make the tables where the file is empty, and bring a store of an earlier version to this one."""
    with engine.connect() as connection:
        version = _version(connection, path)
    if version == SCHEMA_VERSION:
        return
    if not is_writable(path):
        raise StoreError(f"{path}: made by an earlier version of Hudna; open it once where it can be written")
    if version is None:
        with engine.connect() as connection:  # the journal's mode can't change inside a transaction
            driver = connection.connection.dbapi_connection
            if isinstance(driver, sqlite3.Connection):
                _write_ahead(driver, path, busy_seconds)
    with engine.connect().execution_options(hudna_writes=True) as connection, connection.begin():
        version = _version(connection, path)  # another program may have been at it meanwhile
        if version is None:
            metadata.create_all(connection)
            connection.exec_driver_sql(MAKE_FOUND_BY)
            connection.execute(insert(alembic_version).values(version_num=str(SCHEMA_VERSION)))
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        elif version < SCHEMA_VERSION:
            from hudna.store.upgrade import upgrade

            upgrade(connection, version)
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _write_ahead(driver: sqlite3.Connection, path: Path, busy_seconds: float) -> None:
    """Give a new store a write-ahead log; SQLite itself does not wait for another program that is making the same store.

    Raises:
        StoreError: the other program does not let go of it in time, or the file can't be written.
    """
    latest = time.monotonic() + busy_seconds
    while True:
        try:
            driver.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() >= latest:
                raise StoreError(f"{path}: {_reason(error)}") from error
            time.sleep(_PAUSE)
        else:
            return


def _version(connection: Connection, path: Path) -> int | None:
    """Return the version of the store, None where the file is empty.

    Raises:
        StoreError: it is something else, or newer.
    """
    application = connection.execute(text("PRAGMA application_id")).scalar_one()
    version: int = connection.execute(text("PRAGMA user_version")).scalar_one()
    if application == APPLICATION_ID:
        if version > SCHEMA_VERSION:
            raise StoreError(f"{path}: written by a newer version of Hudna (store {version}, known {SCHEMA_VERSION})")
        return version
    if application or version or connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar_one():
        raise StoreError(f"{path}: not a Hudna store")
    return None
