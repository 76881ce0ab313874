"""One event out of its tellings: the values they agree on, and where they differ."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from hudna.model import Actor, Because, Event, Member, Merge, RecordType, digest_of
from hudna.record.differences import AGAINST, differences_of
from hudna.record.origins import source_of, sources_of
from hudna.record.reprints import NO_REPRINTS, Reprints
from hudna.record.windows import day_of

_ID_DIGITS: Final = 12
_PREFIXES: Final = {
    RecordType.CONTACT: "con-",
    RecordType.MEASURE: "mea-",
    RecordType.INCIDENT: "inc-",
    RecordType.CONDUCT: "cdt-",
    RecordType.PLEDGE: "plg-",
    RecordType.STATEMENT: "stm-",
}
# What a contact may become, in this order, without anybody having been wrong.
_COURSE: Final = ("possible", "called_for", "planned", "postponed", "under_way", "held")


def fuse(
    record: RecordType, members: Sequence[Member], merges: Iterable[Merge], reprints: Reprints = NO_REPRINTS
) -> Event:
    """Return the event that members are tellings of; their order changes nothing.

    Its id is made from the members' keys. ``reprints`` knows which articles print one text.
    """
    if len(members) == 1:
        return _alone(record, members[0], merges)
    members = sorted(members, key=lambda member: (_published(member), member.key))
    earliest, latest = _days(members)
    sources = sources_of(members, reprints)
    return Event(
        id=id_of(record, sorted(member.key for member in members)),
        type=record,
        kind=_most(member.kind for member in members) or "",
        status=_status(members),
        outcome=_most(member.outcome for member in members),
        actors=_actors(members),
        earliest=earliest,
        latest=latest,
        because=_because(members),
        place=_most(member.place for member in members),
        process=_most(member.process for member in members),
        round=_most(member.round for member in members),
        sure=any(member.sure for member in members),
        members=tuple(members),
        differences=differences_of(record, members),
        merges=tuple(sorted(merges, key=lambda merge: (merge.left, merge.right))),
        witnesses=tuple(sorted({member.outlet or member.article_id for member in members})),
        origins=tuple(source.id for source in sources),
        sources=sources,
    )


def id_of(record: RecordType, keys: Iterable[str]) -> str:
    """Return the id of the event of some members, by their keys in order."""
    return _PREFIXES[record] + digest_of(*keys)[:_ID_DIGITS]


def _alone(record: RecordType, member: Member, merges: Iterable[Merge]) -> Event:
    """Return the event of one telling: what ``fuse`` comes to for most events, with nothing to be counted."""
    source = source_of(member)
    earliest, latest = days_alone(member)
    return Event(
        id=id_of(record, (member.key,)),
        type=record,
        kind=member.kind,
        status=member.status,
        outcome=member.outcome,
        actors=_actors((member,)),
        earliest=earliest,
        latest=latest,
        because=member.because,
        place=member.place,
        process=member.process,
        round=member.round,
        sure=member.sure,
        members=(member,),
        differences=(),
        merges=tuple(merges),
        witnesses=(member.outlet or member.article_id,),
        origins=(source.id,),
        sources=(source,),
    )


def _published(member: Member) -> str:
    day = member.published.latest or member.published.earliest
    return "" if day is None else day.isoformat()


def _most(values: Iterable[str | None]) -> str | None:
    """Return the value said most often, the first of equals in the order of the alphabet."""
    counts = Counter(value for value in values if value is not None)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def _days(members: Sequence[Member]) -> tuple[dt.date | None, dt.date | None]:
    """Return the days that all dated members allow, or those of most members where there are none."""
    windows: list[tuple[dt.date, dt.date]] = [
        (day_of(member.earliest), day_of(member.latest))
        for member in members
        if member.earliest is not None and member.latest is not None
    ]
    if not windows:
        known = [member for member in members if member.earliest is not None or member.latest is not None]
        return (known[0].earliest, known[0].latest) if known else (None, None)
    first, last = max(window[0] for window in windows), min(window[1] for window in windows)
    if first <= last:
        return first, last
    counts = Counter(windows)
    return min(counts, key=lambda window: (-counts[window], window))


def days_alone(member: Member) -> tuple[dt.date | None, dt.date | None]:
    """Return the days of an event that is one telling."""
    if member.earliest is None or member.latest is None:
        return member.earliest, member.latest
    return _days((member,))


def _because(members: Sequence[Member]) -> Because | None:
    """Return the reason for the closest days any member gives, the first published of equals."""
    dated = [member for member in members if member.because is not None]
    return min(dated, key=_breadth).because if dated else None


def _breadth(member: Member) -> int:
    if member.earliest is None or member.latest is None:
        return dt.date.max.toordinal()
    return (day_of(member.latest) - day_of(member.earliest)).days


def _status(members: Sequence[Member]) -> str | None:
    """Return the status told last, the furthest of those told on one day."""
    told = [member for member in members if member.status is not None]
    if not told:
        return None
    last = _published(told[-1])
    return max((member.status or "" for member in told if _published(member) == last), key=_stage)


def _stage(status: str) -> tuple[int, str]:
    if status in AGAINST:
        return len(_COURSE), status
    return _COURSE.index(status) if status in _COURSE else -1, status


def _actors(members: Sequence[Member]) -> tuple[Actor, ...]:
    """Return everybody any member names, the most named first; counts only where all that give one agree."""
    named: dict[str, list[Actor]] = defaultdict(list)
    for member in members:
        for actor in member.actors:
            named[actor.entity].append(actor)
    order = sorted(named, key=lambda entity: (-len(named[entity]), entity))
    return tuple(_actor(entity, named[entity]) for entity in order)


def _actor(entity: str, tellings: Sequence[Actor]) -> Actor:
    counts = {actor.count for actor in tellings if actor.count is not None}
    return Actor(entity, tellings[0].label, counts.pop() if len(counts) == 1 else None)
