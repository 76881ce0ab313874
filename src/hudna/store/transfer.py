"""A whole record as lines, and back: every row of every table that is not made from others."""

import json
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from sqlalchemy import Connection, Table, func, insert, select
from sqlalchemy.exc import IntegrityError

from hudna.model import DecisionKind, Field, Genre, HudnaError, InputError, Judgement, RecordType, Span
from hudna.model.wire import from_line, published_from_line
from hudna.record.additions import RECORD, parse_added
from hudna.record.values import check_written
from hudna.store.tables import anchors, articles, decisions, later_days, readings

VERSION: Final = 1
_HEAD: Final = "hudna_record"
_TABLES: Final[Mapping[str, Table]] = {
    "article": articles,
    "day": later_days,
    "reading": readings,
    "decision": decisions,
    "anchor": anchors,
}
# What makes a row of a table the same as one that is there already.
_SAME: Final[Mapping[str, tuple[str, ...]]] = {
    "article": ("digest",),
    "day": ("article", "published"),
    "reading": ("article", "reader_version", "reader_digest", "published"),
}
_ROWS_AT_ONCE: Final = 256


def lines_of_record(connection: Connection) -> Iterator[str]:
    """Yield a whole record, a row a line, in an order in which it can be written again."""
    yield json.dumps({_HEAD: VERSION})
    for name, table in _TABLES.items():
        query = select(table).order_by(*table.primary_key)
        for row in connection.execute(query, execution_options={"yield_per": _ROWS_AT_ONCE}).mappings():
            yield json.dumps({"row": name, **row}, ensure_ascii=False, separators=(",", ":"))


def take_record(connection: Connection, lines: Iterable[str]) -> int:
    """Write the rows of a record and return how many were new; what is there stays as it is.

    Rows get new numbers where others have them. A decision that is there already, to the letter, is taken for that one.

    Raises:
        InputError: a line is none of a record; nothing should be kept of it then.
    """
    taker = _Taker(connection)
    for place, line in enumerate(lines, start=1):
        try:
            taker.take(json.loads(line), first=place == 1)
        except (ValueError, TypeError, KeyError, AttributeError, HudnaError, IntegrityError) as error:
            raise InputError(f"line {place}: not of a record ({error})") from error
    if not taker.is_begun:
        raise InputError("not a record: it is empty")
    return taker.count


class _Taker:
    """Rows on their way in."""

    def __init__(self, connection: Connection) -> None:
        self.count = 0
        self.is_begun = False
        self._connection = connection
        self._known: dict[tuple[Any, ...], deque[int]] = defaultdict(deque)  # to the letter; each is taken for one
        for row in connection.execute(select(decisions).order_by(decisions.c.number)).mappings():
            self._known[_letters(row)].append(row["number"])
        self._numbers: dict[int, int] = {}  # of decisions: theirs to ours
        self._new: set[int] = set()

    def take(self, values: dict[str, Any], *, first: bool) -> None:
        """Write one row.

        Raises:
            ValueError: it is no row of a record.
        """
        if first:
            if values.get(_HEAD) != VERSION:
                raise ValueError(f"no {_HEAD} {VERSION}")
            self.is_begun = True
            return
        name = values.pop("row")
        table = _TABLES[name]
        if set(values) != {column.key for column in table.columns}:
            raise ValueError(f"other columns than a {name} has")
        _CHECKS[name](values)
        if name == "decision":
            self._take_decision(values)
        elif name == "anchor":
            if values["decision"] in self._new:
                self._insert(table, values | {"decision": self._numbers[values["decision"]]})
        else:
            same = [table.c[key] == values[key] for key in _SAME[name]]
            if self._connection.execute(select(table.c.number).where(*same)).first() is None:
                self._insert(table, values | {"number": self._next(table)})

    def _take_decision(self, values: dict[str, Any]) -> None:
        theirs = values["number"]
        if values["withdraws"] is not None:
            values["withdraws"] = self._numbers[values["withdraws"]]
        known = self._known[_letters(values)]
        if known:
            self._numbers[theirs] = known.popleft()
            return
        self._new.add(theirs)
        self._numbers[theirs] = self._next(decisions)
        self._insert(decisions, values | {"number": self._numbers[theirs]})

    def _next(self, table: Table) -> int:
        return int(self._connection.execute(select(func.coalesce(func.max(table.c.number), 0))).scalar_one()) + 1

    def _insert(self, table: Table, values: dict[str, Any]) -> None:
        self._connection.execute(insert(table).values(values))
        self.count += 1


def _letters(row: Mapping[Any, Any]) -> tuple[Any, ...]:
    """Return all that a decision says, without its number."""
    return tuple(row[column.key] for column in decisions.columns if column.key != "number")


def _check_article(values: Mapping[str, Any]) -> None:
    Genre(values["genre"])
    published_from_line(values["published"])


def _check_decision(values: Mapping[str, Any]) -> None:
    if values["withdraws"] is None:
        DecisionKind(values["kind"])
    Judgement(values["judgement"])
    "".join(json.loads(values["reasons"]))
    if values["field"] == RECORD:
        parse_added(values["value"] or "")
    elif values["field"] is not None:
        check_written(values["field"], values["value"] or "")


def _check_anchor(values: Mapping[str, Any]) -> None:
    RecordType(values["type"])
    for start, end, field in json.loads(values["spans"]):
        Span(int(start), int(end), Field(field))


_CHECKS: Final[Mapping[str, Callable[[Mapping[str, Any]], object]]] = {
    "article": _check_article,
    "day": lambda values: published_from_line(values["published"]),
    "reading": lambda values: from_line(values["line"]),
    "decision": _check_decision,
    "anchor": _check_anchor,
}
