"""Articles without their texts, and what each outlet brought."""

import datetime as dt
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select

from hudna.model import Article, Genre
from hudna.model.wire import published_from_line
from hudna.record.heads import Brought, Head
from hudna.store.rows import as_received
from hudna.store.summaries import chunks
from hudna.store.tables import articles, heads, tellings


def head_of(connection: Connection, digest: str) -> Head | None:
    """Return an article's head, None where it is not in the record."""
    row = connection.execute(_heads().where(articles.c.digest == digest)).one_or_none()
    return None if row is None else _head(row)


def articles_as_read(connection: Connection, digests: Iterable[str]) -> dict[str, Article]:
    """Return articles by their digests, with the days as their latest readings have them."""
    query = select(articles, heads.c.published.label("read_with")).join(heads, heads.c.article == articles.c.number)
    found = {}
    for some in chunks(dict.fromkeys(digests)):
        for row in connection.execute(query.where(articles.c.digest.in_(some))):
            found[row.digest] = replace(as_received(row), published=published_from_line(row.read_with))
    return found


def latest_heads(connection: Connection, outlet: str | None, limit: int, offset: int) -> list[Head]:
    """Return so many heads, of an outlet where one is named, the last that came first."""
    query = _heads() if outlet is None else _heads().where(heads.c.outlet == outlet)
    query = query.order_by(heads.c.article.desc()).limit(limit).offset(offset)
    return [_head(row) for row in connection.execute(query)]


def all_digests(connection: Connection) -> list[str]:
    """Return the digests of all articles, in the order they came in."""
    query = select(articles.c.digest).join(heads, heads.c.article == articles.c.number).order_by(articles.c.number)
    return list(connection.execute(query).scalars())


def last_publication(connection: Connection) -> dt.date | None:
    """Return the last day on which anything may have been published, None where no day is known."""
    last = select(func.max(heads.c.monday)).scalar_subquery()
    query = select(heads.c.published).where(or_(heads.c.monday.is_(None), heads.c.monday == last)).distinct()
    found = [published_from_line(line) for line in connection.execute(query).scalars()]
    return max((day for each in found if (day := each.latest or each.earliest)), default=None)


def count_heads(connection: Connection, outlet: str | None = None) -> int:
    """Return the number of articles, of an outlet where one is named."""
    query = select(func.count()).select_from(heads)
    number: int = connection.execute(query if outlet is None else query.where(heads.c.outlet == outlet)).scalar_one()
    return number


def count_tellers(connection: Connection) -> int:
    """Return the number of articles that tell of an event."""
    several = connection.execute(select(func.count()).select_from(heads).where(heads.c.told > 0)).scalar_one()
    of_none = select(tellings.c.article).distinct().where(tellings.c.event.is_(None))
    silent = 0
    for some in chunks(connection.execute(of_none).scalars().all()):
        query = select(func.count(tellings.c.article.distinct()))
        query = query.where(tellings.c.article.in_(some), tellings.c.event.is_not(None))
        silent += len(some) - int(connection.execute(query).scalar_one())
    return int(several) - silent


def brought(connection: Connection) -> list[Brought]:
    """Return what each outlet brought; outlets without a name are one."""
    weeks: dict[str, dict[dt.date, int]] = defaultdict(dict)
    counts: Counter[str] = Counter()
    query = select(heads.c.outlet, heads.c.monday, func.count().label("number"))
    for row in connection.execute(query.group_by(heads.c.outlet, heads.c.monday)):
        counts[row.outlet] += row.number
        if row.monday is not None:
            weeks[row.outlet][dt.date.fromisoformat(row.monday)] = row.number
    credited: dict[str, Counter[str]] = defaultdict(Counter)
    query = select(heads.c.outlet, heads.c.credits, func.count().label("number"))
    for row in connection.execute(query.group_by(heads.c.outlet, heads.c.credits)):
        for label in set(json.loads(row.credits)):
            credited[row.outlet][label] += row.number
    return [
        Brought(outlet, count, dict(sorted(weeks[outlet].items())), credited[outlet])
        for outlet, count in counts.items()
    ]


def _heads() -> Select[Any]:
    columns = ("digest", "id", "title", "source", "url", "language", "genre")
    of_article = (articles.c[name] for name in columns)
    query = select(*of_article, heads.c.published, heads.c.credits, heads.c.problems)
    return query.join(heads, heads.c.article == articles.c.number)


def _head(row: Any) -> Head:
    return Head(
        digest=row.digest,
        id=row.id,
        title=row.title,
        source=row.source,
        url=row.url,
        language=row.language,
        genre=Genre(row.genre),
        published=published_from_line(row.published),
        credits=tuple(json.loads(row.credits)),
        problems=row.problems,
    )
