"""Who goes by a name, and in how many events: found in the store by names as they are folded."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from hudna.model import NameKind
from hudna.store.summaries import chunks
from hudna.store.tables import entities, tallies, words_of_names

_OF_PARTIES: Final = and_(tallies.c.field == "party", tallies.c.type == "", tallies.c.value == entities.c.id)


@dataclass(frozen=True, slots=True)
class Calling:
    """What names are asked for: part of one of them, folded, or certain ids; of a kind where one is given.

    Where no name is asked for, those who take part in events are meant.
    """

    sought: str = ""
    ids: Collection[str] = ()
    kind: NameKind | None = None


def count_called(connection: Connection, calling: Calling) -> int:
    """Return how many are meant."""
    return int(connection.execute(_narrowed(select(func.count()), calling)).scalar_one())


def called(connection: Connection, calling: Calling, start: int, size: int) -> list[tuple[str, int]]:
    """Return the ids of so many of those meant, from one on, with their events: those with most first, then by label."""
    count = func.coalesce(tallies.c.count, 0)
    query = _narrowed(select(entities.c.id, count), calling)
    query = query.order_by(count.desc() if calling.sought else tallies.c.count.desc(), entities.c.label, entities.c.id)
    return [(row[0], row[1]) for row in connection.execute(query.limit(size).offset(start))]


def sharing_words(connection: Connection, words: Iterable[str], kind: NameKind) -> dict[str, int]:
    """Return those of a kind who have one of some words in their names, with the number of their events."""
    query = (
        select(entities.c.id, func.coalesce(tallies.c.count, 0))
        .join(words_of_names, words_of_names.c.entity == entities.c.id)
        .outerjoin(tallies, _OF_PARTIES)
        .where(entities.c.kind == kind.value)
    )
    found: dict[str, int] = {}
    for some in chunks(sorted(words)):
        found |= {row[0]: row[1] for row in connection.execute(query.where(words_of_names.c.word.in_(some)))}
    return found


def _narrowed(query: Select[Any], calling: Calling) -> Select[Any]:
    wanted: list[ColumnElement[bool]] = []
    if calling.kind is not None:
        wanted.append(entities.c.kind == calling.kind.value)
    if calling.sought:
        wanted.append(or_(func.instr(entities.c.spelled, calling.sought) > 0, entities.c.id.in_(calling.ids)))
        return query.select_from(entities).outerjoin(tallies, _OF_PARTIES).where(*wanted)
    return query.select_from(tallies).join(entities, _OF_PARTIES).where(*wanted)
