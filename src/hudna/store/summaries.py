"""Summaries of readings as rows: what the record is put together from."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple, TypeVar

from sqlalchemy import Connection, delete, func, select, text
from sqlalchemy.dialects.sqlite import insert as upsert

from hudna.model.wire import from_line
from hudna.record.additions import with_added
from hudna.record.entities import Mentioned
from hudna.record.summary import Summary, summary_of
from hudna.store.decisions import load_decisions, standing_additions
from hudna.store.events import drop_events
from hudna.store.profiles import keep_profiles
from hudna.store.state import forget_names, last_put_together
from hudna.store.story_tables import profiles
from hudna.store.tables import (
    articles,
    blocks,
    fresh,
    heads,
    members,
    mentions,
    named_in,
    pairs,
    prints,
    readings,
    tellings,
)
from hudna.store.writing import next_number, write_rows

IN_ONE_QUERY: Final = 500
_HAS_ADDED: Final = text("heads.added != ''")  # to the letter as an index has it, which is looked into then
Item = TypeVar("Item")


class Summarised(NamedTuple):
    """The summary of an article's reading, by their numbers; ``added`` are those of what people added to it."""

    article: int
    reading: int
    summary: Summary
    added: str = ""


def keep_summaries(connection: Connection, found: Iterable[Summarised]) -> None:
    """Write summaries of articles that have none."""
    found = list(found)
    if not found:
        return
    write_rows(connection, heads, tuple(heads.c.keys()), [_head(each) for each in found])
    keep_profiles(connection, [(each.article, each.summary.profile) for each in found])
    write_rows(connection, prints, ("article", "content", "passages"), [_print(each) for each in found])
    mentioned: Counter[Mentioned] = Counter()
    for each in found:
        mentioned.update(each.summary.mentions)
    _count(connection, mentioned.items())
    told = [(each.article, telling) for each in found for telling in each.summary.tellings]
    numbered = list(enumerate(told, start=next_number(connection, tellings)))
    rows = [(number, article, each.record, each.type, each.more, each.is_total) for number, (article, each) in numbered]
    write_rows(connection, tellings, ("number", "article", "record", "type", "more", "is_total"), rows)
    write_rows(connection, members, ("telling", "value"), [(number, each.line) for number, (_, each) in numbered])
    write_rows(connection, fresh, ("telling",), [(number,) for number, _ in numbered])
    keys = [(key, number) for number, (_, each) in numbered for key in sorted(each.keys)]
    write_rows(connection, named_in, ("key", "telling"), sorted(keys))


def _head(found: Summarised) -> tuple[Any, ...]:
    summary = found.summary
    credited = json.dumps(summary.credits, ensure_ascii=False)
    return (
        found.article,
        found.reading,
        summary.outlet,
        summary.monday,
        summary.published,
        credited,
        summary.problems,
        found.added,
        len(summary.tellings),
    )


def _print(found: Summarised) -> tuple[int, bytes, bytes]:
    return found.article, found.summary.printed.content, found.summary.printed.passages


def forget_summary(connection: Connection, article: int) -> None:
    """Take an article's summary out, and leave to be put together anew what it had a part in."""
    head = connection.execute(select(heads).where(heads.c.article == article)).one_or_none()
    if head is None:
        return
    before = _summary(connection, head.reading, head.added)
    _count(connection, ((mention, -count) for mention, count in before.mentions.items()))
    known = {told.record: told for told in before.tellings}
    query = select(tellings.c.number, tellings.c.record, tellings.c.event).where(tellings.c.article == article)
    gone = connection.execute(query).all()
    numbers = [row.number for row in gone]
    _leave_to_merge(connection, numbers)
    drop_events(connection, {row.event for row in gone if row.event is not None})
    for row in gone:
        for key in known[row.record].keys:
            connection.execute(delete(named_in).where(named_in.c.key == key, named_in.c.telling == row.number))
    for some in chunks(numbers):
        for column in (
            pairs.c.left,
            pairs.c.right,
            *(table.c.telling for table in (blocks, fresh, members)),
            tellings.c.number,
        ):
            connection.execute(delete(column.table).where(column.in_(some)))
    for table in (heads, prints):
        connection.execute(delete(table).where(table.c.article == article))


def summarise(connection: Connection, limit: int) -> bool:
    """Write the summaries that are missing or of what was before, at most so many; return whether any was."""
    found = [*_read_anew(connection, limit), *_added_to(connection)][:limit]
    for article, reading, added in found:
        forget_summary(connection, article)
        keep_summaries(connection, [Summarised(article, reading, _summary(connection, reading, added), added)])
    return bool(found) or _add_profiles(connection, limit)


def _add_profiles(connection: Connection, limit: int) -> bool:
    """Write profiles of articles that were summarised without, at most so many; return whether any was."""
    count = select(func.count())
    if (
        connection.execute(count.select_from(heads)).scalar()
        == connection.execute(count.select_from(profiles)).scalar()
    ):
        return False
    query = select(heads.c.article, heads.c.reading, heads.c.added)
    query = query.outerjoin(profiles, profiles.c.article == heads.c.article).where(profiles.c.article.is_(None))
    rows = connection.execute(query.limit(limit)).all()
    keep_profiles(connection, [(row.article, _summary(connection, row.reading, row.added).profile) for row in rows])
    return bool(rows)


def _read_anew(connection: Connection, limit: int) -> list[tuple[int, int, str]]:
    """Return the articles whose summary is not that of their latest reading: their numbers, its, and what was added."""
    numbered = select(readings.c.article, func.max(readings.c.number).label("number"))
    numbered = numbered.where(readings.c.number > last_put_together(connection))
    latest = numbered.group_by(readings.c.article).subquery()
    query = (
        select(articles.c.number, latest.c.number.label("reading"), func.coalesce(heads.c.added, "").label("added"))
        .join(latest, latest.c.article == articles.c.digest)
        .outerjoin(heads, heads.c.article == articles.c.number)
        .where(func.coalesce(heads.c.reading, 0) != latest.c.number)
        .limit(limit)
    )
    return [(row.number, row.reading, row.added) for row in connection.execute(query)]


def _added_to(connection: Connection) -> list[tuple[int, int, str]]:
    """Return the articles to which people added something, or took it back, since they were summarised."""
    wanted = {
        digest: " ".join(str(each.number) for each in several)
        for digest, several in standing_additions(connection).items()
    }
    query = select(articles.c.number, articles.c.digest, heads.c.reading, heads.c.added)
    query = query.join(heads, heads.c.article == articles.c.number)
    rows = list(connection.execute(query.where(_HAS_ADDED)))
    for some in chunks(wanted):
        rows += connection.execute(query.where(heads.c.added == "", articles.c.digest.in_(some)))
    now = ((row, wanted.get(row.digest, "")) for row in rows)
    return [(row.number, row.reading, added) for row, added in now if row.added != added]


def _summary(connection: Connection, reading: int, added: str) -> Summary:
    """Return the summary of a reading with what people added to it, by their numbers."""
    read = from_line(connection.execute(select(readings.c.line).where(readings.c.number == reading)).scalar_one())
    if not added:
        return summary_of(read)
    numbers = set(map(int, added.split()))
    # What was taken back since is still in the summary that was made with it.
    added_then = [replace(each, withdrawn_at=None) for each in load_decisions(connection) if each.number in numbers]
    return summary_of(with_added(read, added_then))


def chunks(numbers: Iterable[Item]) -> Iterator[list[Item]]:
    """Yield as many as one query takes at a time."""
    items = list(numbers)
    for start in range(0, len(items), IN_ONE_QUERY):
        yield items[start : start + IN_ONE_QUERY]


def _leave_to_merge(connection: Connection, gone: Sequence[int]) -> None:
    """Mark what is compared, paired or put together with tellings that go, so that it is looked at again."""
    left: set[int] = set()
    for some in chunks(gone):
        for ours, theirs in ((pairs.c.left, pairs.c.right), (pairs.c.right, pairs.c.left)):
            left.update(connection.execute(select(theirs).where(ours.in_(some))).scalars())
        events = select(tellings.c.event).where(tellings.c.number.in_(some), tellings.c.event.is_not(None))
        left.update(connection.execute(select(tellings.c.number).where(tellings.c.event.in_(events))).scalars())
        others = select(blocks.c.block).where(blocks.c.telling.in_(some)).distinct()
        for block in connection.execute(others).scalars().all():
            rest = select(blocks.c.telling).where(blocks.c.block == block, blocks.c.telling.not_in(gone)).limit(1)
            left.update(connection.execute(rest).scalars())
    rows = [{"telling": number} for number in sorted(left - set(gone))]
    if rows:
        connection.execute(upsert(fresh).on_conflict_do_nothing(), rows)


def _count(connection: Connection, counts: Iterable[tuple[Mentioned, int]]) -> None:
    rows = sorted((each.key, each.label, each.kind, each.known, count) for each, count in counts)
    if not rows:
        return
    connection.exec_driver_sql(_COUNT, rows)
    forget_names(connection)
    if any(count < 0 for *_, count in rows):
        connection.execute(delete(mentions).where(mentions.c.count <= 0))


_COUNT: Final = (
    "INSERT INTO mentions (key, label, kind, known, count) VALUES (?, ?, ?, ?, ?) "
    "ON CONFLICT (key, label, kind) DO UPDATE SET count = count + excluded.count"
)
