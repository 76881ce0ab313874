"""Many rows written at once: the statement is worked out once for a table, and the driver is handed the values."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, TableClause, func, insert, select
from sqlalchemy.dialects import sqlite


def write_rows(
    connection: Connection, table: TableClause, keys: tuple[str, ...], rows: Sequence[tuple[Any, ...]]
) -> None:
    """Write rows whose values stand in the order of ``keys``, which is that of the table's columns; the rest is empty."""
    if rows:
        connection.exec_driver_sql(_statement(table, keys), list(rows))


def next_number(connection: Connection, table: Table) -> int:
    """Return the number that the next row of a table gets."""
    return int(connection.execute(select(func.coalesce(func.max(table.c.number), 0))).scalar_one()) + 1


@cache
def _statement(table: TableClause, keys: tuple[str, ...]) -> str:
    compiled = insert(table).compile(dialect=sqlite.dialect(), column_keys=list(keys))
    assert getattr(compiled, "positiontup", None) == list(keys), keys
    return str(compiled)
