"""What the record comes to, seen from one side: who did what with whom, what is promised, who tells how much."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from hudna.desk.board import Board, Head
from hudna.model import Entity, NameKind, Origin, RecordType
from hudna.record import Line, compare_names, consequence, plain_form
from hudna.record.likeness import monday_of
from hudna.record.names import POSSIBLE, word_keys

_MET: Final = frozenset({"held", "under_way"})


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Somebody whom somebody met, called or wrote to: on which lines, the last first."""

    entity: Entity
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a party stands, or what it did, on measures of one kind in one status: its lines, the first first."""

    status: str
    lines: tuple[Line, ...]


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
    met: dict[str, list[Line]] = defaultdict(list)
    for line in board.lines_of_entity.get(entity, ()):
        event = line.event
        if event.type is RecordType.CONTACT and event.status in _MET:
            for other in dict.fromkeys(actor.entity for actor in event.actors if actor.entity != entity):
                met[other].append(line)
    entities = board.record.entities.by_id
    found = [Counterpart(entities[key], tuple(reversed(lines))) for key, lines in met.items()]
    return tuple(sorted(found, key=lambda each: (-len(each.lines), each.entity.label, each.entity.id)))


def positions(board: Board, lines: Iterable[Line], *, parties: int) -> Positions:
    """Return the stands told on measures, of so many parties at most, those with the most told first."""
    told: dict[tuple[str, str], dict[str, list[Line]]] = defaultdict(lambda: defaultdict(list))
    by_party: Counter[str] = Counter()
    by_kind: Counter[str] = Counter()
    for line in lines:
        event = line.event
        if event.type is not RecordType.MEASURE or event.status is None:
            continue
        for actor in event.actors:
            told[actor.entity, event.kind][event.status].append(line)
            by_party[actor.entity] += 1
            by_kind[event.kind] += 1
    shown = sorted(by_party, key=lambda key: (-by_party[key], key))[:parties]
    stands = {
        cell: tuple(sorted((Stand(status, tuple(held)) for status, held in found.items()), key=_latest))
        for cell, found in told.items()
        if cell[0] in set(shown)
    }
    entities = board.record.entities.by_id
    kinds = sorted(by_kind, key=lambda kind: (-by_kind[kind], kind))
    return Positions(tuple(entities[key] for key in shown), tuple(kinds), stands)


def _latest(stand: Stand) -> tuple[dt.date, str]:
    return max(map(_last_day_of, stand.lines)), stand.status


def review_queue(lines: Iterable[Line]) -> list[Line]:
    """Return the lines nobody has reviewed that are not sure or whose accounts differ, what most hangs on first."""
    open_ones = (line for line in lines if not line.event.reviewed)
    found = [line for line in open_ones if not line.event.sure or line.event.differences]
    return sorted(found, key=lambda line: (-consequence(line.event), _newest_first(line), line.event.id))


def _newest_first(line: Line) -> int:
    return -_last_day_of(line).toordinal()


def _last_day_of(line: Line) -> dt.date:
    """Return the last day known of a line, before all others where none is."""
    return line.latest or line.earliest or dt.date.min


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
    heads: dict[str, list[Head]] = defaultdict(list)
    for head in board.heads.values():
        heads[head.source or ""].append(head)
    told: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    for line in board.lines:
        outlets = {member.outlet or "" for member in line.event.members}
        told.update(outlets)
        if len(outlets) == 1:
            alone.update(outlets)
    found = [_coverage(outlet, several, told[outlet], alone[outlet]) for outlet, several in heads.items()]
    return tuple(sorted(found, key=lambda each: (-each.articles, each.outlet)))


def _coverage(outlet: str, heads: Sequence[Head], told: int, alone: int) -> Coverage:
    weeks: Counter[dt.date] = Counter()
    credited: Counter[str] = Counter()
    for head in heads:
        day = head.published.day
        if day is not None:
            weeks[monday_of(day)] += 1
        credited.update(set(head.credits))
    return Coverage(outlet, len(heads), dict(sorted(weeks.items())), told, alone, tuple(credited.most_common(5)))


def find_like(board: Board, entity: Entity, query: str = "") -> list[tuple[Entity, int]]:
    """Return others of an entity's kind that may be the same, by name alike or by a query, with their events."""
    if query.strip():
        return [each for each in find_named(board, query, entity.kind) if each[0].id != entity.id]
    found = []
    words = {word for form in entity.forms for word in word_keys(form)}
    for other in board.record.entities.by_id.values():
        if other.id == entity.id or other.kind is not entity.kind:
            continue
        if not words & {word for form in other.forms for word in word_keys(form)}:
            continue
        score = max(compare_names(one, two, entity.kind).score for one in entity.forms for two in other.forms)
        if score >= POSSIBLE:
            found.append((score, other, len(board.lines_of_entity.get(other.id, ()))))
    found.sort(key=lambda each: (-each[0], -each[2], each[1].id))
    return [(other, count) for _, other, count in found]


def find_named(board: Board, query: str, kind: NameKind | None = None) -> list[tuple[Entity, int]]:
    """Return the entities that take part in events or go by a name, with the number of their events, most first.

    A name is found in every spelling that folds alike, in Latin letters, and as a part of a longer one.
    """
    sought = plain_form(query)
    known = set()
    if sought:
        from hudna.arabic.names.lookup import look_up

        known = {each.entity for each in look_up(query)}
    found = []
    for entity in board.record.entities.by_id.values():
        if kind is not None and entity.kind is not kind:
            continue
        if sought and entity.id not in known and not any(sought in plain_form(form) for form in entity.forms):
            continue
        count = len(board.lines_of_entity.get(entity.id, ()))
        if count or sought:
            found.append((entity, count))
    return sorted(found, key=lambda each: (-each[1], each[0].label, each[0].id))
