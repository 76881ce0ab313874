"""What is to be followed up: promises, threats and ultimatums, and what is set for a day, planned contacts too."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from hudna.arabic.pledges.aims import Aim
from hudna.model import Actor, Event, Member, PledgeKind, RecordType
from hudna.record.groups import Pair, group
from hudna.record.names import plain_form
from hudna.record.particulars import NOTHING, PLANNED, Particulars
from hudna.record.windows import day_of

# Whoever tells a promise as a plan tells a promise: the stronger binding names the kind.
_BY_FORCE: Final = tuple(
    kind.value for kind in (PledgeKind.ULTIMATUM, PledgeKind.THREAT, PledgeKind.PROMISE, PledgeKind.SCHEDULE)
)
_SAME_WORDS: Final = 0.6
SAME_TELLING_DAYS: Final = 14  # a promise given in the same words later than this is given anew

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
    """An event that tells of a commitment: the tellings of it, and the particulars of the pledges among them."""

    event: Event
    told: tuple[Member, ...]
    pledges: tuple[Particulars, ...]


def find_commitments(events: Iterable[Event], particulars: Mapping[str, Particulars]) -> tuple[Commitment, ...]:
    """Return the commitments that events tell of, sorted by id; ``particulars`` are those of their tellings, by key.

    A planned contact and the pledge whose words it stands in are one; so are pledges of one kind by the same parties in
    nearly the same words, told within days of each other.
    """
    parts = {part.event.id: part for part in _parts(events, particulars)}
    owner_of = {member.key: key for key, part in parts.items() for member in part.told}
    pairs = {*_same_words(parts), *_planned_in(parts, owner_of)}
    groups = group(parts, pairs, apart={}, owner={})
    return tuple(_commitment([parts[key] for key in keys], particulars) for keys in groups)


def _parts(events: Iterable[Event], particulars: Mapping[str, Particulars]) -> Iterator[_Part]:
    for event in events:
        told = told_ahead(event)
        if told:
            found = [
                particulars[each.key] for each in told if event.type is RecordType.PLEDGE and each.key in particulars
            ]
            yield _Part(event, told, tuple(found))


def told_ahead(event: Event) -> tuple[Member, ...]:
    """Return the tellings of an event that bind or set something for the future."""
    if event.type is RecordType.PLEDGE:
        return event.members
    if event.type is RecordType.CONTACT:
        return tuple(member for member in event.members if member.status in PLANNED)
    return ()


def _planned_in(parts: Mapping[str, _Part], owner_of: Mapping[str, str]) -> Iterator[Pair]:
    for key, part in parts.items():
        for pledge in part.pledges:
            for contact in pledge.planned:
                other = owner_of.get(contact)
                if other is not None and other != key:
                    yield Pair(1.0, min(key, other), max(key, other))


class Wording(NamedTuple):
    """By what a pledge is known again: what must be the same (``terms``), its words, and the day of its telling."""

    terms: tuple[object, ...]
    words: frozenset[str]
    told: dt.date


def wording_of(event: Event) -> Wording | None:
    """Return by what a pledge is known again, None of what is none or says too little."""
    told = told_on(event.members[0])
    if event.type is not RecordType.PLEDGE or told is None:
        return None
    who = frozenset(actor.entity for actor in event.actors)
    if not who and not event.latest:
        return None
    words = frozenset(plain_form(event.members[0].what).split())
    return Wording((event.kind, who, event.earliest if event.latest else None, event.latest), words, told)


def likeness_of_wordings(one: Wording, other: Wording) -> float:
    """Return how alike the words of two pledges on the same terms are, 0 where they are told too far apart."""
    if abs((one.told - other.told).days) > SAME_TELLING_DAYS:
        return 0.0
    likeness = len(one.words & other.words) / max(1, len(one.words | other.words))
    return round(likeness, 3) if likeness >= _SAME_WORDS else 0.0


def _same_words(parts: Mapping[str, _Part]) -> Iterator[Pair]:
    """Yield the pledges that are told again: of one kind, by the same parties, due on the same days, in like words."""
    alike: dict[tuple[object, ...], list[tuple[dt.date, str, Wording]]] = defaultdict(list)
    for key, part in parts.items():
        wording = wording_of(part.event)
        if wording is not None:
            alike[wording.terms].append((wording.told, key, wording))
    for tellings in alike.values():
        tellings.sort(key=lambda each: each[:2])
        for place, (told, key, wording) in enumerate(tellings):
            for later, other, others in tellings[place + 1 :]:
                if (later - told).days > SAME_TELLING_DAYS:
                    break
                likeness = likeness_of_wordings(wording, others)
                if likeness:
                    yield Pair(likeness, min(key, other), max(key, other))


def told_on(member: Member) -> dt.date | None:
    """Return the day on which a telling was published at the latest, None where it is not known."""
    return member.published.latest or member.published.earliest


def _commitment(parts: Sequence[_Part], particulars: Mapping[str, Particulars]) -> Commitment:
    told = sorted({each.key: each for part in parts for each in part.told}.values(), key=_by_day)
    pledges = [each for part in parts for each in part.pledges]
    kinds = {pledge.kind.value for pledge in pledges if pledge.kind} or {PledgeKind.SCHEDULE.value}
    earliest, latest = _due(told)
    days = [day for member in told if (day := told_on(member))]
    ids = sorted(part.event.id for part in parts)
    return Commitment(
        id=ids[0],
        kind=PledgeKind(next(kind for kind in _BY_FORCE if kind in kinds)),
        events=tuple(ids),
        who=_who(parts),
        named=tuple(sorted({entity for pledge in pledges for entity in pledge.named})),
        what=next((" ".join(each.what.split()) for each in told if each.what), ""),
        place=_first(each.place for each in told),
        process=_first(each.process for each in told) or _process_around(told, particulars),
        round=_first(each.round for each in told),
        told=tuple(told),
        made=min(days, default=None),
        earliest=earliest,
        latest=latest,
        aims=tuple(dict.fromkeys(_aims(parts))),
        conditional=any(pledge.conditional for pledge in pledges),
        before=_first(pledge.before for pledge in pledges),
        after=_first(pledge.after for pledge in pledges),
        sure=any(member.sure for member in told),
    )


def _by_day(member: Member) -> tuple[dt.date, str]:
    return told_on(member) or dt.date.max, member.key


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


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


def _process_around(told: Sequence[Member], particulars: Mapping[str, Particulars]) -> str | None:
    """Return the one process whose rounds the tellings' articles speak of, where a round is all that is named."""
    if not any(member.round for member in told):
        return None
    found = {process for each in told for process in particulars.get(each.key, NOTHING).processes}
    return found.pop() if len(found) == 1 else None


def _aims(parts: Sequence[_Part]) -> Iterator[Aim]:
    """Yield what would fulfil a commitment: a contact of the planned kind, else what the pledge's words ask for."""
    contacts = [part for part in parts if part.event.type is RecordType.CONTACT]
    for part in contacts:
        yield Aim(RecordType.CONTACT.value, part.event.kind)
    if not contacts:
        for part in parts:
            for pledge in part.pledges:
                yield from pledge.aims
