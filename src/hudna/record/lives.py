"""The life of a measure: called for, agreed, declared, in effect, reported broken, extended, ended, and who stands where."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from hudna.model import Actor, Event, Member, RecordType
from hudna.record.groups import Pair, group
from hudna.record.names import plain_form
from hudna.record.particulars import NOTHING, Particulars
from hudna.record.sides import side_of
from hudna.record.windows import day_of

SAME_MEASURE_DAYS: Final = 14  # between two tellings of a truce in one place; later it is another truce
_STANDS: Final = frozenset(
    {"called_for", "proposed", "agreed", "accepted", "rejected", "signed", "declared", "vetoed", "suspended", "ended"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One status of a measure: since when it is told (None where no day is known), whose act it is, of whom, who says so.

    ``broken_by`` are those said to have broken it and ``said_by`` those who say so, by their labels: a breach is always
    somebody's word.
    """

    event: str
    status: str
    earliest: dt.date | None
    latest: dt.date | None
    told: dt.date | None
    by: tuple[Actor, ...]
    broken_by: tuple[str, ...]
    said_by: tuple[str, ...]
    origins: tuple[str, ...]
    sure: bool
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """A measure from its first telling to its last; ``steps`` by the day they are told of, else of their telling."""

    id: str
    kind: str
    name: str
    place: str | None
    process: str | None
    agreement: str | None
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """Where a party stands on a measure: its last status and since when, with the ones before it."""

    measure: Life
    party: Actor
    status: str
    since: dt.date | None
    before: tuple[str, ...]
    members: tuple[Member, ...]


class Tie(NamedTuple):
    """By what a telling of a position on a measure hangs together with others: itself, and its event by ``event``.

    ``measure`` is the id of the measure in the article's reading; ``place`` is None where none can be told from others,
    ``told`` is the ISO day of its article, None where it is not known; ``is_dated`` says that the event has a day of its own.
    """

    event: str
    kind: str
    article: str
    measure: str
    agreement: str | None
    place: str | None
    told: str | None
    is_dated: bool


def find_lives(events: Iterable[Event], particulars: Mapping[str, Particulars]) -> tuple[Life, ...]:
    """Return the measures that events are positions on, those with the first day first; ``particulars`` by telling.

    Positions are of one measure where one article tells them so, where they name one agreement, or where they are of
    one kind and place and told within two weeks of each other.
    """
    found = {event.id: event for event in events if event.type is RecordType.MEASURE}
    ties = (tie for event in found.values() for tie in _ties(event, particulars))
    lives = [life_of([found[key] for key in keys], particulars) for keys in tied(ties)]
    return tuple(sorted(lives, key=lambda life: (_first_day(life), life.id)))


def tied(ties: Iterable[Tie]) -> list[tuple[str, ...]]:
    """Return the ids of events that are positions on one measure, as ``find_lives`` takes them, sorted."""
    ties = list(ties)
    return group({tie.event for tie in ties}, set(_pairs(ties)), apart={}, owner={})


def find_stands(lives: Iterable[Life]) -> tuple[Stand, ...]:
    """Return where every party stands on every measure, a party's measures together."""
    stands = [stand for life in lives for stand in _stands(life)]
    return tuple(
        sorted(stands, key=lambda each: (side_of(each.party.entity), _first_day(each.measure), each.measure.id))
    )


def _ties(event: Event, particulars: Mapping[str, Particulars]) -> Iterator[Tie]:
    for member in event.members:
        measure = particulars.get(member.key, NOTHING)
        told = _told(member)
        yield Tie(
            event.id,
            event.kind,
            member.article,
            member.record.partition(".")[0],
            measure.agreement,
            None if measure.is_statewide else member.place,
            None if told is None else told.isoformat(),
            event.earliest is not None or event.latest is not None,
        )


def _pairs(ties: Sequence[Tie]) -> Iterator[Pair]:
    homes: dict[tuple[str, ...], list[str]] = defaultdict(list)
    places: dict[tuple[str, str], list[tuple[dt.date, str]]] = defaultdict(list)
    for tie in ties:
        homes[tie.article, tie.measure].append(tie.event)
        if tie.agreement:
            homes["agreement", tie.agreement].append(tie.event)
        if tie.place and tie.told:
            places[tie.kind, plain_form(tie.place)].append((dt.date.fromisoformat(tie.told), tie.event))
    for keys in homes.values():
        yield from (Pair(1.0, *sorted(pair)) for pair in pairwise(keys) if pair[0] != pair[1])
    for told in places.values():
        told.sort()
        for (day, key), (later, other) in pairwise(told):
            if key != other and (later - day).days <= SAME_MEASURE_DAYS:
                yield Pair(0.5, *sorted((key, other)))


def life_of(events: Iterable[Event], particulars: Mapping[str, Particulars]) -> Life:
    """Return the measure that events are positions on."""
    events = sorted(events, key=lambda each: each.id)
    members = [member for event in events for member in event.members]
    measures = [particulars.get(member.key, NOTHING) for member in members]
    steps = sorted((_step(event, particulars) for event in events), key=_order)
    named = sorted((measure.name for measure in measures if measure.name), key=lambda name: (-len(name), name))
    return Life(
        id=events[0].id,
        kind=events[0].kind,
        name=named[0] if named else "",
        place=next((event.place for event in events if event.place), None),
        process=next((measure.process for measure in measures if measure.process), None),
        agreement=next((measure.agreement for measure in measures if measure.agreement), None),
        steps=tuple(steps),
    )


def _step(event: Event, particulars: Mapping[str, Particulars]) -> Step:
    told = [day for member in event.members if (day := _told(member))]
    positions = [particulars.get(member.key, NOTHING) for member in event.members]
    return Step(
        event=event.id,
        status=event.status or "",
        earliest=day_of(event.earliest) if event.earliest else None,
        latest=day_of(event.latest) if event.latest else None,
        told=min(told, default=None),
        by=event.actors,
        broken_by=tuple(dict.fromkeys(label for position in positions for label in position.broken_by)),
        said_by=tuple(dict.fromkeys(label for position in positions for label in position.said_by)),
        origins=event.origins,
        sure=event.sure,
        members=event.members,
    )


def _stands(life: Life) -> Iterator[Stand]:
    """Yield the last stand of each side, the acts of all in common left out: a truce in effect is nobody's stand."""
    found: dict[str, list[tuple[Step, Actor]]] = defaultdict(list)
    for step in life.steps:
        for actor in step.by if step.status in _STANDS else ():
            found[side_of(actor.entity)].append((step, actor))
    for steps in found.values():
        last, actor = steps[-1]
        since = next(step for step, _ in steps if step.status == last.status)
        before = tuple(dict.fromkeys(step.status for step, _ in steps if step.status != last.status))
        members = tuple(member for step, _ in steps for member in step.members)
        yield Stand(
            measure=life,
            party=actor,
            status=last.status,
            since=since.earliest or since.told,
            before=before,
            members=members,
        )


def _order(step: Step) -> tuple[dt.date, str, str]:
    return step.earliest or step.latest or step.told or dt.date.max, step.status, step.event


def _first_day(life: Life) -> dt.date:
    return _order(life.steps[0])[0]


def _told(member: Member) -> dt.date | None:
    return member.published.latest or member.published.earliest
