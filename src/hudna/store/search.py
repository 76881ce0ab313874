"""Search: what can be found of an article and its records, written beside its reading and looked up by words."""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    column,
    delete,
    func,
    literal_column,
    or_,
    select,
)
from sqlalchemy import table as light_table

from hudna.model import RecordType
from hudna.record.chronology import Selection
from hudna.record.findable import Findable
from hudna.store.asked import day_off
from hudna.store.tables import FOUND_BY, articles, findables, tellings
from hudna.store.writing import next_number, write_rows

_MOST: Final = 1500  # with some words: beyond that they are hardly told apart, and it takes too long
_DAYS_AROUND: Final = 31
_PART: Final = "."  # between a record and one of its tellings
_BEHIND_PARTS: Final = "/"  # the character behind it
_COLUMNS: Final = ("title", "words", "parties", "places")
_RANK: Final[ColumnElement[float]] = literal_column(f"bm25({FOUND_BY}, 5.0, 1.0, 2.0, 2.0)")
_found_by = light_table(FOUND_BY, column("rowid"), *(column(each) for each in _COLUMNS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What is looked for: ``match`` in the language of FTS5, empty for anything; the rest narrows, None keeps all.

    Of ``types``, None stands for articles.
    """

    match: str = ""
    types: Collection[RecordType | None] | None = None
    outlets: Collection[str] | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    only_sure: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """An article (``record`` and ``type`` are None) or a record of one, that was found."""

    article: str
    record: str | None
    type: RecordType | None


def keep_findables(connection: Connection, found: Sequence[Findable]) -> None:
    """Write what can be found of articles of which nothing could be."""
    if not found:
        return
    numbered = list(enumerate(found, start=next_number(connection, findables)))
    write_rows(connection, findables, tuple(findables.c.keys()), [_row(number, each) for number, each in numbered])
    words = [(number, each.title, each.words, each.parties, each.places) for number, each in numbered]
    write_rows(connection, _found_by, ("rowid", *_COLUMNS), words)


def drop_findables(connection: Connection, article: str) -> None:
    """Take out what can be found of an article."""
    old = select(findables.c.number).where(findables.c.article == article)
    if connection.execute(old.limit(1)).first() is not None:
        connection.execute(delete(_found_by).where(_found_by.c.rowid.in_(old)))
        connection.execute(delete(findables).where(findables.c.article == article))


def unfindable(connection: Connection, limit: int) -> list[str]:
    """Return the digests of articles that search does not know yet, at most so many."""
    kept, known = (
        connection.execute(select(func.count()).select_from(each)).scalar_one()
        for each in (articles, select(findables.c.article).where(findables.c.record.is_(None)).subquery())
    )
    if kept == known:
        return []
    is_known = select(findables.c.number).where(findables.c.article == articles.c.digest).exists()
    return list(connection.execute(select(articles.c.digest).where(~is_known).limit(limit)).scalars())


def search(connection: Connection, sought: Sought, *, limit: int, offset: int) -> list[Found]:
    """Return what was found, the best first: by words where there are some, else the latest."""
    query = _narrowed(select(findables.c.article, findables.c.record, findables.c.type), sought)
    if sought.match:
        query = query.where(_found_by.c.rowid >= _first_of_last(connection, sought, offset + limit))
    order = [_RANK] if sought.match else [findables.c.latest.desc()]
    query = query.order_by(*order, findables.c.number).limit(limit).offset(offset)
    return [
        Found(row.article, row.record, RecordType(row.type) if row.type else None)
        for row in connection.execute(query, {"match": sought.match} if sought.match else {})
    ]


def _first_of_last(connection: Connection, sought: Sought, wanted: int) -> int:
    """Return the number from which on what has the words is ranked: of much, what came in last."""
    has_words = select(_found_by.c.rowid).where(literal_column(FOUND_BY).op("MATCH")(bindparam("match")))
    beyond = has_words.order_by(_found_by.c.rowid.desc()).limit(1).offset(max(_MOST, wanted))
    return connection.execute(beyond, {"match": sought.match}).scalar() or 0


def telling_words(keys: Iterable[str], selection: Selection) -> Select[Any]:
    """Return the query for the numbers of the events of which one telling has all of some words, by their keys.

    Of very many records with these words those that came in last are meant, where days are asked for those around them.
    """
    last = (
        select(findables.c.article, findables.c.record)
        .select_from(_found_by)
        .join(findables, findables.c.number == _found_by.c.rowid)
        .where(literal_column(FOUND_BY).op("MATCH")(_with_all(keys)), findables.c.record.is_not(None))
        .where(*_around(selection))
        .order_by(_found_by.c.rowid.desc())
        .limit(_MOST)
        .subquery()
    )
    is_told = or_(  # the positions on a measure are tellings of their own
        tellings.c.record == last.c.record,
        and_(tellings.c.record >= last.c.record + _PART, tellings.c.record < last.c.record + _BEHIND_PARTS),
    )
    return (
        select(tellings.c.event)
        .select_from(last)
        .join(articles, articles.c.digest == last.c.article)
        .join(tellings, and_(tellings.c.article == articles.c.number, is_told))
        .where(tellings.c.event.is_not(None))
    )


def count_unseen(connection: Connection, keys: Iterable[str]) -> int:
    """Return how many articles and records have all of some words beyond those that ``telling_words`` looks at."""
    return max(0, count_found(connection, Sought(match=_with_all(keys))) - _MOST)


def _with_all(keys: Iterable[str]) -> str:
    return " AND ".join(f'words : "{key}"' for key in keys)


def _around(selection: Selection) -> list[ColumnElement[bool]]:
    """Return the conditions of what may be told of the days of a selection: accounts may differ by some days."""
    found: list[ColumnElement[bool]] = []
    if selection.first is not None:
        found.append(findables.c.latest >= day_off(selection.first, -_DAYS_AROUND))
    if selection.last is not None:
        found.append(findables.c.earliest <= f"{day_off(selection.last, _DAYS_AROUND)}~")
    return found


def count_found(connection: Connection, sought: Sought) -> int:
    """Return how much there is to be found."""
    if sought == Sought(match=sought.match) and sought.match:
        query = select(func.count()).select_from(_found_by)
        has_words = literal_column(FOUND_BY).op("MATCH")(bindparam("match"))
        return int(connection.execute(query.where(has_words), {"match": sought.match}).scalar_one())
    query = _narrowed(select(func.count()).select_from(findables), sought)
    count: int = connection.execute(query, {"match": sought.match} if sought.match else {}).scalar_one()
    return count


def _narrowed(query: Select[Any], sought: Sought) -> Select[Any]:
    conditions: list[ColumnElement[bool]] = []
    if sought.match:
        query = query.join(_found_by, _found_by.c.rowid == findables.c.number)
        conditions.append(literal_column(FOUND_BY).op("MATCH")(bindparam("match")))
    if sought.types is not None:
        named = [each.value for each in sought.types if each is not None]
        of_type = findables.c.type.in_(named)
        conditions.append(or_(of_type, findables.c.type.is_(None)) if None in sought.types else of_type)
    if sought.outlets is not None:
        conditions.append(findables.c.outlet.in_(list(sought.outlets)))
    if sought.first is not None:
        conditions.append(findables.c.latest >= sought.first.isoformat())
    if sought.last is not None:
        conditions.append(findables.c.earliest <= f"{sought.last.isoformat()}~")  # a time of that day too
    if sought.only_sure:
        conditions.append(findables.c.sure)
    return query.where(and_(True, *conditions))


def _row(number: int, each: Findable) -> tuple[Any, ...]:
    return (
        number,
        each.article,
        each.record,
        each.type.value if each.type else None,
        each.outlet,
        each.earliest.isoformat() if each.earliest else None,
        each.latest.isoformat() if each.latest else None,
        each.sure,
    )
