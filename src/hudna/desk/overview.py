"""What the record comes to, seen from one side: who did what with whom, what is promised, who tells how much."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from hudna.desk.board import Board
from hudna.desk.lines import Lines, Named
from hudna.model import Entity, NameKind, Origin, RecordType
from hudna.record import Selection, compare_names, plain_form
from hudna.record.asking import Asking
from hudna.record.names import POSSIBLE, word_keys

_CREDITS: Final = 5
_LIKE: Final = 50
_MET: Final = frozenset({"held", "under_way"})


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Somebody whom somebody met, called or wrote to: how often, on which lines, and in which event last, by its id."""

    entity: Entity
    count: int
    last: str
    lines: Lines


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a party stands, or what it did, on measures of one kind in one status.

    ``events`` are the ids of the first of those that tell it, by day, and ``count`` is how many there are; ``earliest``
    and ``latest`` are the days of the first, ``last`` is the last day known of any, empty where none is.
    """

    status: str
    events: tuple[str, ...]
    count: int
    earliest: dt.date | None
    latest: dt.date | None
    last: str


@dataclass(frozen=True, slots=True)
class Positions:
    """Parties by kinds of measure; ``stands`` has those of a party on a kind, the latest last."""

    parties: tuple[Entity, ...]
    kinds: tuple[str, ...]
    stands: dict[tuple[str, str], tuple[Stand, ...]]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What an outlet brought: articles, those by week (their Mondays), what it tells, and what only it tells."""

    outlet: str
    articles: int
    weeks: dict[dt.date, int]
    told: int
    alone: int
    credits: tuple[tuple[str, int], ...]


def counterparts(board: Board, entity: str) -> tuple[Counterpart, ...]:
    """Return whom somebody was in contact with, those most often first; contacts that took place alone."""
    selection = Selection(types=(RecordType.CONTACT,), statuses=tuple(sorted(_MET)))
    entities = board.record.entities.by_id
    met = board.standing.company(Asking(entity=entity, selection=selection))
    found = [
        Counterpart(
            entities[key],
            shared.times,
            shared.last,
            board.asked(Asking(entity=entity, company=key, selection=selection)),
        )
        for key, shared in met.items()
    ]
    return tuple(sorted(found, key=lambda each: (-each.count, each.entity.label, each.entity.id)))


def positions(board: Board, selection: Selection, *, parties: int, events: int = 1) -> Positions:
    """Return the stands told on measures, of so many parties at most, those with the most told first; so many events of each."""
    found = board.standing.standings(Asking(selection=selection), parties, events)
    stands: dict[tuple[str, str], list[Stand]] = defaultdict(list)
    for (party, kind, status), cell in found.told.items():
        first = cell.told[0]
        stands[party, kind].append(
            Stand(
                status=status,
                events=tuple(each.id for each in cell.told),
                count=cell.size,
                earliest=_day(first.earliest),
                latest=_day(first.latest),
                last=cell.last,
            )
        )
    entities = board.record.entities.by_id
    return Positions(
        parties=tuple(entities[key] for key in found.parties),
        kinds=tuple(found.kinds),
        stands={cell: tuple(sorted(held, key=lambda each: (each.last, each.status))) for cell, held in stands.items()},
    )


def _day(written: str | None) -> dt.date | None:
    return None if written is None else dt.date.fromisoformat(written)


def review_queue(board: Board, *, differing: bool = False) -> Lines:
    """Return the lines nobody has reviewed that are not sure or whose accounts differ, what most hangs on first.

    ``differing`` are the latter alone.
    """
    return board.asked(Asking(is_open=True, differs=differing, by_weight=True))


def label_of(board: Board, origin: Origin) -> str:
    """Return what an origin is called: in the record, else in the tables, else by those who tell it."""
    from hudna.arabic.names.tables import labels

    known = board.record.entities.by_id.get(origin.id)
    if known is not None:
        return known.label
    row = labels().get(origin.id)
    return row.form if row is not None else origin.label


def coverage(board: Board) -> tuple[Coverage, ...]:
    """Return what each outlet brought, those with the most articles first; outlets without a name are one."""
    told, alone = board.standing.tally("told"), board.standing.tally("alone")
    found = [
        Coverage(
            outlet=each.outlet,
            articles=each.articles,
            weeks=each.weeks,
            told=told.get(("", each.outlet), 0),
            alone=alone.get(("", each.outlet), 0),
            credits=tuple(sorted(each.credits.items(), key=lambda credit: (-credit[1], credit[0]))[:_CREDITS]),
        )
        for each in board.standing.brought()
    ]
    return tuple(sorted(found, key=lambda each: (-each.articles, each.outlet)))


def find_like(board: Board, entity: Entity, query: str = "") -> list[tuple[Entity, int]]:
    """Return others of an entity's kind that may be the same, by name alike or by a query, with their events."""
    if query.strip():
        return [each for each in find_named(board, query, entity.kind)[:_LIKE] if each[0].id != entity.id]
    found = []
    words = {word for form in entity.forms for word in word_keys(form)}
    for key, count in board.standing.sharing_words(words, entity.kind).items():
        other = board.record.entities.by_id[key]
        score = max(compare_names(one, two, entity.kind).score for one in entity.forms for two in other.forms)
        if score >= POSSIBLE and key != entity.id:
            found.append((score, other, count))
    found.sort(key=lambda each: (-each[0], -each[2], each[1].id))
    return [(other, count) for _, other, count in found]


def find_named(board: Board, query: str, kind: NameKind | None = None) -> Named:
    """Return the entities that take part in events or go by a name, with the number of their events, most first.

    A name is found in every spelling that folds alike, in Latin letters, and as a part of a longer one.
    """
    from hudna.store import Calling

    sought = plain_form(query)
    if not sought:
        return Named(board.standing, Calling(kind=kind))
    from hudna.arabic.names.lookup import look_up

    return Named(board.standing, Calling(sought, sorted({each.entity for each in look_up(query)}), kind))
