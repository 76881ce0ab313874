"""Of what the record in a store was put together, and by whom."""

import json
import uuid
from typing import Final

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from hudna.store import tables
from hudna.store.follow_tables import FOLLOWING
from hudna.store.story_tables import STORIES
from hudna.store.tables import merged

_MAKER: Final = "maker"
_STAMP: Final = "stamp"
_NAMED_BY: Final = "named_by"
_NAMES: Final = "names"
_TOGETHER: Final = "same_story"
_MADE: Final = (
    tables.blocks,
    tables.entities,
    tables.events,
    tables.fresh,
    tables.heads,
    tables.members,
    tables.mentions,
    tables.merged,
    tables.named_in,
    tables.names,
    tables.pairs,
    tables.parties,
    tables.prints,
    tables.stands,
    tables.tallies,
    tables.tellings,
    tables.words_of_names,
    tables.wholes,
    tables.witnesses,
    *FOLLOWING,
    *STORIES,
)


def claim(connection: Connection, maker: str) -> None:
    """Throw away what another program has put together, and say who puts it together now."""
    if _value(connection, _MAKER) not in {None, maker}:
        for table in _MADE:
            connection.execute(delete(table))
    _keep(connection, _MAKER, maker)


def keep_stamp(connection: Connection, stamp: tuple[int, int]) -> None:
    """Write what the record is put together of: the last reading and the last decision."""
    _keep(connection, _STAMP, json.dumps(stamp))


def merged_stamp(connection: Connection, maker: str) -> tuple[int, int] | None:
    """Return what the record was put together of by a program, None where it did not."""
    stamp = _value(connection, _STAMP)
    if stamp is None or _value(connection, _MAKER) != maker:
        return None
    last, seen = json.loads(stamp)
    return last, seen


def last_put_together(connection: Connection) -> int:
    """Return the number of the last reading of which the record was put together whole, 0 where it never was."""
    stamp = _value(connection, _STAMP)
    return 0 if stamp is None else int(json.loads(stamp)[0])


def forget_names(connection: Connection) -> None:
    """Write that who is who has to be worked out anew, because mentions have come in or gone."""
    connection.execute(delete(merged).where(merged.c.name == _NAMED_BY))


def are_named(connection: Connection, decided: str) -> bool:
    """Return whether who is who was worked out of the mentions there are, and of these decisions."""
    return _value(connection, _NAMED_BY) == decided


def keep_named(connection: Connection, decided: str) -> None:
    """Write that who is who was worked out of the mentions there are, and of these decisions."""
    _keep(connection, _NAMED_BY, decided)


def told_by(connection: Connection) -> str:
    """Return the decisions on stories that those that are kept were made with, as they were written."""
    return _value(connection, _TOGETHER) or ""


def keep_told_by(connection: Connection, decided: str) -> None:
    """Write the decisions on stories that those that are kept are made with."""
    _keep(connection, _TOGETHER, decided)


def mark_names(connection: Connection) -> str:
    """Write and return a new mark for who is who as it is now."""
    mark = uuid.uuid4().hex
    _keep(connection, _NAMES, mark)
    return mark


def mark_of_names(connection: Connection) -> str | None:
    """Return what is another mark whenever who is who has changed, None where there is none yet."""
    return _value(connection, _NAMES)


def _value(connection: Connection, name: str) -> str | None:
    return connection.execute(select(merged.c.value).where(merged.c.name == name)).scalar_one_or_none()


def _keep(connection: Connection, name: str, value: str) -> None:
    query = upsert(merged).values(name=name, value=value)
    connection.execute(query.on_conflict_do_update(index_elements=["name"], set_={"value": value}))
