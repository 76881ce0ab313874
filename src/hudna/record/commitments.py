"""What is to be followed up: promises, threats and ultimatums, and what is set for a day, planned contacts too."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from hudna.arabic.pledges.aims import Aim, aim_of
from hudna.model import (
    Actor,
    Contact,
    ContactStatus,
    Event,
    MeasureKind,
    Member,
    Name,
    Pledge,
    PledgeKind,
    Reading,
    RecordType,
    Span,
)
from hudna.record.groups import Pair, group
from hudna.record.likeness import day_of
from hudna.record.names import plain_form

_PLANNED: Final = frozenset({ContactStatus.PLANNED.value, ContactStatus.POSTPONED.value})
# Whoever tells a promise as a plan tells a promise: the stronger binding names the kind.
_BY_FORCE: Final = tuple(
    kind.value for kind in (PledgeKind.ULTIMATUM, PledgeKind.THREAT, PledgeKind.PROMISE, PledgeKind.SCHEDULE)
)
# "Agreed to go on" is read as an accord too; that another accord is signed is not its fulfilment.
_ANY_ACCORD: Final = frozenset({MeasureKind.AGREEMENT, MeasureKind.DOCUMENT})
_SAME_WORDS: Final = 0.6
_SAME_TELLING_DAYS: Final = 14  # a promise given in the same words later than this is given anew

Window = tuple[dt.date | None, dt.date | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """Something bound or set for the future, as one or more articles tell it.

    ``id`` is its first event's and ``events`` all of them; ``told`` are the tellings, the first published first.
    ``earliest`` and ``latest`` are the days it is due (inclusive; ``latest`` None where no last day is set), ``made``
    the day of its first telling. ``aims`` are the kinds of record that would tell of its fulfilment, each with how it
    is known; ``named`` are the entities named in its words. ``before`` and ``after`` are keys of members, or the words, of what it is to come before or after.
    """

    id: str
    kind: PledgeKind
    events: tuple[str, ...]
    who: tuple[Actor, ...]
    named: tuple[str, ...]
    what: str
    place: str | None
    process: str | None
    round: str | None
    told: tuple[Member, ...]
    made: dt.date | None
    earliest: dt.date | None
    latest: dt.date | None
    aims: tuple[Aim, ...]
    conditional: bool
    before: str | None
    after: str | None
    sure: bool


@dataclass(frozen=True, slots=True)
class _Part:
    """An event that tells of a commitment: the tellings of it, and the pledges behind them."""

    event: Event
    told: tuple[Member, ...]
    pledges: tuple[tuple[Reading, Pledge], ...]


def find_commitments(events: Iterable[Event], readings: Mapping[str, Reading]) -> tuple[Commitment, ...]:
    """Return the commitments that events tell of, sorted by id; ``readings`` are those of the events, by digest.

    A planned contact and the pledge whose words it stands in are one; so are pledges of one kind by the same parties in
    nearly the same words, told within days of each other.
    """
    parts = {part.event.id: part for part in _parts(events, readings)}
    owner_of = {member.key: key for key, part in parts.items() for member in part.told}
    pairs = {*_same_words(parts), *_planned_in(parts, owner_of)}
    groups = group(parts, pairs, apart={}, owner={})
    return tuple(_commitment([parts[key] for key in keys], readings) for keys in groups)


def _parts(events: Iterable[Event], readings: Mapping[str, Reading]) -> Iterator[_Part]:
    for event in events:
        if event.type is RecordType.PLEDGE:
            found = [(readings[each.article], _pledge(readings[each.article], each.record)) for each in event.members]
            yield _Part(event, event.members, tuple((reading, pledge) for reading, pledge in found if pledge))
        elif event.type is RecordType.CONTACT:
            told = tuple(member for member in event.members if member.status in _PLANNED)
            if told:
                yield _Part(event, told, ())


def _pledge(reading: Reading, record: str) -> Pledge | None:
    return next((pledge for pledge in reading.pledges if pledge.id == record), None)


def planned_contacts(reading: Reading, pledge: Pledge) -> list[Contact]:
    """Return the contacts to come that a pledge's words speak of."""
    words = (pledge.what, *pledge.evidence)
    return [
        contact
        for contact in reading.contacts
        if contact.status.value in _PLANNED
        and any(span.overlaps(other) for span in contact.evidence for other in words)
    ]


def _planned_in(parts: Mapping[str, _Part], owner_of: Mapping[str, str]) -> Iterator[Pair]:
    for key, part in parts.items():
        for reading, pledge in part.pledges:
            for contact in planned_contacts(reading, pledge):
                other = owner_of.get(f"{reading.article.digest}/{contact.id}")
                if other is not None and other != key:
                    yield Pair(1.0, min(key, other), max(key, other))


def _same_words(parts: Mapping[str, _Part]) -> Iterator[Pair]:
    """Yield the pledges that are told again: of one kind, by the same parties, due on the same days, in like words."""
    alike: dict[tuple[object, ...], list[tuple[str, frozenset[str], dt.date]]] = defaultdict(list)
    for key, part in sorted(parts.items()):
        event = part.event
        told = told_on(part.told[0])
        if event.type is RecordType.PLEDGE and told is not None:
            who = frozenset(actor.entity for actor in event.actors)
            words = frozenset(plain_form(part.told[0].what).split())
            if who or event.latest:
                alike[event.kind, who, event.earliest if event.latest else None, event.latest].append(
                    (key, words, told)
                )
    for tellings in alike.values():
        tellings.sort(key=lambda each: (each[2], each[0]))
        for place, (key, words, told) in enumerate(tellings):
            for other, others, later in tellings[place + 1 :]:
                if (later - told).days > _SAME_TELLING_DAYS:
                    break
                likeness = len(words & others) / max(1, len(words | others))
                if likeness >= _SAME_WORDS:
                    yield Pair(round(likeness, 3), min(key, other), max(key, other))


def told_on(member: Member) -> dt.date | None:
    """Return the day on which a telling was published at the latest, None where it is not known."""
    return member.published.latest or member.published.earliest


def _commitment(parts: Sequence[_Part], readings: Mapping[str, Reading]) -> Commitment:
    told = sorted({each.key: each for part in parts for each in part.told}.values(), key=_by_day)
    pledges = [each for part in parts for each in part.pledges]
    kinds = {pledge.kind.value for _, pledge in pledges} or {PledgeKind.SCHEDULE.value}
    earliest, latest = _due(told)
    days = [day for member in told if (day := told_on(member))]
    ids = sorted(part.event.id for part in parts)
    orders = [(reading, pledge.order) for reading, pledge in pledges if pledge.order]
    return Commitment(
        id=ids[0],
        kind=PledgeKind(next(kind for kind in _BY_FORCE if kind in kinds)),
        events=tuple(ids),
        who=_who(parts),
        named=tuple(sorted({name.entity for each in pledges for name in _names_in(*each) if name.entity})),
        what=next((" ".join(each.what.split()) for each in told if each.what), ""),
        place=_first(each.place for each in told),
        process=_first(each.process for each in told) or _process_around(told, readings),
        round=_first(each.round for each in told),
        told=tuple(told),
        made=min(days, default=None),
        earliest=earliest,
        latest=latest,
        aims=tuple(dict.fromkeys(_aims(parts))),
        conditional=any(pledge.condition is not None for _, pledge in pledges),
        before=_first(_named(reading, order.before) for reading, order in orders),
        after=_first(_named(reading, order.after) for reading, order in orders),
        sure=any(member.sure for member in told),
    )


def _names_in(reading: Reading, pledge: Pledge) -> list[Name]:
    return [name for name in reading.names if pledge.what.contains(name.span)]


def _by_day(member: Member) -> tuple[dt.date, str]:
    return told_on(member) or dt.date.max, member.key


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _named(reading: Reading, what: str | Span | None) -> str | None:
    """Return the key of the record that an order names, or its words where no record of the article holds them."""
    if isinstance(what, str):
        return f"{reading.article.digest}/{what}"
    if what is None:
        return None
    for contact in reading.contacts:
        if any(span.overlaps(what) for span in contact.evidence):
            return f"{reading.article.digest}/{contact.id}"
    return " ".join(reading.article.words(what).split())


def _who(parts: Sequence[_Part]) -> tuple[Actor, ...]:
    """Return whose commitment it is: the parties of a contact, else those who bind themselves; the first told first."""
    contacts = [part for part in parts if part.event.type is RecordType.CONTACT]
    told = [member for part in contacts or parts for member in part.told]
    actors = [actor for member in sorted(told, key=_by_day) for actor in member.actors]
    return tuple({actor.entity: actor for actor in reversed(actors)}.values())[::-1]


def _due(told: Sequence[Member]) -> Window:
    """Return the days that all tellings allow; where there are none, those of most, the first told of equals."""
    windows = [
        (day_of(each.earliest) if each.earliest else None, day_of(each.latest) if each.latest else None)
        for each in told
        if each.earliest or each.latest
    ]
    if not windows:
        return None, None
    first = max((window[0] for window in windows if window[0]), default=None)
    last = min((window[1] for window in windows if window[1]), default=None)
    if first is None or last is None or first <= last:
        return first, last
    counts = Counter(windows)
    return max(windows, key=lambda window: (counts[window], -windows.index(window)))


def _process_around(told: Sequence[Member], readings: Mapping[str, Reading]) -> str | None:
    """Return the one process whose rounds the tellings' articles speak of, where a round is all that is named."""
    if not any(member.round for member in told):
        return None
    found = {contact.process for each in told for contact in readings[each.article].contacts if contact.process}
    return found.pop() if len(found) == 1 else None


def _aims(parts: Sequence[_Part]) -> Iterator[Aim]:
    """Yield what would fulfil a commitment: a contact of the planned kind, else what the pledge's words ask for."""
    contacts = [part for part in parts if part.event.type is RecordType.CONTACT]
    for part in contacts:
        yield Aim(RecordType.CONTACT.value, part.event.kind)
    if contacts:
        return
    for part in parts:
        for reading, pledge in part.pledges:
            yield from _aims_of_pledge(reading, pledge)


def _aims_of_pledge(reading: Reading, pledge: Pledge) -> Iterator[Aim]:
    """Yield what the words of a pledge ask for, else the kind of the measure in whose words it stands."""
    asked = aim_of(reading.article.words(pledge.what))
    if asked:
        yield asked
    if asked or pledge.kind is PledgeKind.THREAT:
        return
    for measure in reading.measures:
        held = [span for position in measure.statuses for span in position.evidence]
        if measure.kind not in _ANY_ACCORD and any(pledge.what.contains(span) for span in held):
            yield Aim(RecordType.MEASURE.value, measure.kind.value)
