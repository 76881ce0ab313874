"""The stories of a store, asked for: counted and ordered by columns, and only what is shown is loaded."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, Select, func, select

from hudna.model import Story
from hudna.record.kept import from_kept
from hudna.record.names import plain_form
from hudna.record.stories import digits_of
from hudna.store.engine import said_of
from hudna.store.story_tables import profiles, stories

_LAST: Final = "g"  # behind every hexadecimal digit
_AT_ONCE: Final = 200


class Told:
    """The stories that the articles of a store tell, by first day of publication, then by their first articles."""

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self._path = path

    def count(self, words: str = "", *, alone: bool = True) -> int:
        """Return how many there are whose headline holds some words; without ``alone`` those of several articles."""
        with self._connected() as connection:
            query = _narrowed(select(func.count()).select_from(stories), words, alone=alone)
            return int(connection.execute(query).scalar_one())

    def page(self, words: str, start: int, size: int, *, alone: bool) -> list[Story]:
        """Return so many of those as by ``count``, from one on, the last first."""
        order = stories.c.first.desc(), stories.c.digest.desc()
        numbers = _narrowed(select(stories.c.number), words, alone=alone).order_by(*order).limit(size).offset(start)
        with self._connected() as connection:
            query = select(stories.c.value).where(stories.c.number.in_(numbers)).order_by(*order)
            return [from_kept(Story, value, "") for value in connection.execute(query).scalars()]

    def all(self) -> Iterator[Story]:
        """Yield all of them, the first first."""
        query = select(stories.c.value).order_by(stories.c.first, stories.c.digest)
        with self._connected() as connection:
            for value in connection.execute(query, execution_options={"yield_per": _AT_ONCE}).scalars():
                yield from_kept(Story, value, "")

    def of(self, key: str) -> Story | None:
        """Return the story of an id, also of one it had before; None where there is none."""
        digits = digits_of(key)
        return None if digits is None else self._with(digits)

    def of_article(self, digest: str) -> Story | None:
        """Return the story that an article tells, by its digest; None where it is not in the record."""
        return self._with(digest)

    def _with(self, digits: str) -> Story | None:
        query = (
            select(stories.c.value)
            .join(profiles, profiles.c.story == stories.c.number)
            .where(profiles.c.digest >= digits, profiles.c.digest < f"{digits}{_LAST}")
            .order_by(stories.c.first, stories.c.digest)
        )
        with self._connected() as connection:
            value = connection.execute(query.limit(1)).scalar()
            return None if value is None else from_kept(Story, value, "")

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        with said_of(self._path), self._engine.connect() as connection:
            yield connection


def _narrowed(query: Select[Any], words: str, *, alone: bool) -> Select[Any]:
    if not alone:
        query = query.where(stories.c.size > 1)
    sought = plain_form(words)
    return query.where(func.instr(stories.c.label, sought) > 0) if sought else query
