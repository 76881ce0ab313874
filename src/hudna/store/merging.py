"""The record put together: only what new readings and decisions can change is compared and fused anew.

What comes of it is what ``hudna.record.find_events`` returns for all readings and decisions, whatever the order in
which they came: tellings are compared within blocks, and what is one hangs together by pairs, so that a telling that is
new or changed can change the pairs of its blocks and the groups that these lead to, and nothing else.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final

from sqlalchemy import Connection, delete, select

from hudna.model import Decision, DecisionKind, Merge, RecordType
from hudna.record.corrections import dismissed, judged
from hudna.record.decided import pairs_of
from hudna.record.events import days_of, merge_of
from hudna.record.fuse import fuse
from hudna.record.groups import Pair, group
from hudna.record.reprints import Print, Reprints
from hudna.record.utterances import merge_of as merge_of_statements
from hudna.store.among import among
from hudna.store.events import drop_events, keep_events
from hudna.store.following import follow_moved
from hudna.store.known import Bound, Known, Telling, bind, bind_anew
from hudna.store.naming import Remembered, name_anew
from hudna.store.neighbours import Neighbours
from hudna.store.pairing import Pairing
from hudna.store.summaries import chunks
from hudna.store.tables import fresh, pairs, tellings

_EVENTS_AT_ONCE: Final = 500
Scores = dict[tuple[int, int], float]


def merge_fresh(connection: Connection, decisions: Iterable[Decision], remembered: Remembered) -> None:
    """Bring the events of a store, and what became of commitments, up to date with its summaries and with decisions."""
    decisions = list(decisions)
    entities, renamed = name_anew(connection, decisions, remembered)
    bound = bind(connection, decisions)
    dirty = set(connection.execute(select(fresh.c.telling)).scalars()) | renamed
    dirty |= bind_anew(connection, bound, renamed=bool(renamed))
    if dirty:
        known = Known(connection, entities)
        known.set_right(bound.attached)
        touched = Pairing(connection, known).pair(dirty)
        _Grouping(connection, known, bound).group(touched)
        connection.execute(delete(fresh))
    follow_moved(connection, entities)


class _Grouping:
    """What hangs together by pairs, put into groups and fused."""

    def __init__(self, connection: Connection, known: Known, bound: Bound) -> None:
        self._connection = connection
        self._known = known
        self._bound = bound
        self._gone = dismissed(bound.attached)
        self._joined, self._apart = pairs_of(
            (each.decision.judgement, each.left, each.right)
            for each in bound.attached
            if each.decision.kind is DecisionKind.SAME_EVENT
        )
        self._bearing: dict[int, list[int]] = defaultdict(list)
        for place, each in enumerate(bound.attached):
            for key in dict.fromkeys((*each.left, *each.right)):
                self._bearing[bound.numbers[key]].append(place)
        self._neighbours = Neighbours()
        self._scores: Scores = {}
        self._reprints = Reprints(self._text, self._print)
        for pair in self._joined:
            self._neighbours.connect(bound.numbers[pair.left], bound.numbers[pair.right])

    def group(self, touched: set[int]) -> None:
        """Group all that hangs together with what was touched, and write the events that are new."""
        event_of = self._closure(touched)
        told_in: dict[int, set[int]] = defaultdict(set)
        for number, event in event_of.items():
            if event is not None:
                told_in[event].add(number)
        made: list[list[int]] = []
        left = set(event_of)
        for number in sorted(event_of):
            if number in left:
                component = self._neighbours.component(number)
                left -= component
                for found in self._groups(component):
                    before = event_of[found[0]]
                    if before is not None and told_in[before] == set(found) and touched.isdisjoint(found):
                        del told_in[before]
                    else:
                        made.append(found)
        made.sort(key=lambda found: len(found) == 1)  # the texts of what several articles tell are gone through once
        drop_events(self._connection, told_in)
        for start in range(0, len(made), _EVENTS_AT_ONCE):
            self._make(made[start : start + _EVENTS_AT_ONCE])

    def _closure(self, touched: set[int]) -> dict[int, int | None]:
        """Return all that shares an event with what was touched, or is led to by pairs, with the number of its event."""
        found: dict[int, int | None] = {}
        wanted = set(touched)
        while wanted:
            told: set[int] = set()
            for some in chunks(sorted(wanted)):
                query = select(tellings.c.number, tellings.c.event).where(among(tellings.c.number, some))
                found.update((row.number, row.event) for row in self._connection.execute(query).all())
                for column in (pairs.c.left, pairs.c.right):
                    found_pairs = self._connection.execute(select(pairs).where(among(column, some))).all()
                    for left, right, _, score in found_pairs:
                        self._scores[left, right] = score
                        self._neighbours.connect(left, right)
            for some in chunks({event for number in wanted if (event := found.get(number)) is not None}):
                told.update(
                    self._connection.execute(select(tellings.c.number).where(among(tellings.c.event, some))).scalars()
                )
            for number in wanted:
                told |= self._neighbours.of(number)
            wanted = told - found.keys()
        return found

    def _groups(self, component: set[int]) -> list[list[int]]:
        """Return the numbers of what is one event; what somebody dismissed is in none."""
        if len(component) == 1 and not self._bearing.keys() & component:
            return [list(component)]
        known = self._known.tellings(sorted(component))
        keys = {telling.number: telling.key for telling in known}
        numbers = {key: number for number, key in keys.items()}
        members = {keys[telling.number]: telling for telling in known if keys[telling.number] not in self._gone}
        scored = [Pair(score, keys[left], keys[right]) for (left, right), score in self._scores_in(component)]
        joined = [pair for pair in self._joined if pair.left in numbers]
        owner = {key: telling.outline.article for key, telling in members.items()}
        days = days_of({key: each.outline for key, each in members.items() if each.type is not RecordType.STATEMENT})
        found = group(members, [*scored, *joined], apart=self._apart, owner=owner, days=days)
        return [[numbers[key] for key in each] for each in found]

    def _scores_in(self, component: set[int]) -> Iterator[tuple[tuple[int, int], float]]:
        for one in component:
            for other in self._neighbours.of(one):
                if (one, other) in self._scores:
                    yield (one, other), self._scores[one, other]

    def _make(self, groups: Sequence[list[int]]) -> None:
        """Fuse groups and write the events."""
        several = {number for found in groups for number in found}
        by_number = {telling.number: telling for telling in self._known.tellings(sorted(several))}
        made = []
        alone = []
        for found in groups:
            told = [by_number[number] for number in found]
            bearing = sorted({place for number in found for place in self._bearing.get(number, ())})
            if len(told) == 1 and not bearing and told[0].type is RecordType.STATEMENT and not told[0].is_misread:
                alone += told
                continue
            if len(told) == 1 and not bearing:
                event = fuse(told[0].type, [told[0].outline], ())  # whose columns alone are kept
            else:
                event = fuse(told[0].type, [each.member for each in told], self._reasons(told), self._reprints)
            if bearing:
                attached = [self._bound.attached[place] for place in bearing]
                [event] = judged([event], attached, self._known.entities.ids)
            made.append((event, found))
        keep_events(self._connection, made, alone, self._known.entities.by_id)

    def _reasons(self, told: Sequence[Telling]) -> list[Merge]:
        """Return why tellings of one event were taken for one, each pair that speaks for it."""
        found = []
        for left, right in combinations(sorted(told, key=lambda each: each.key), 2):
            score = self._scores.get((left.number, right.number))
            if score is None:
                continue
            if left.type is RecordType.STATEMENT:
                found.append(merge_of_statements(left.utterance, right.utterance, score))
            else:
                merge = merge_of(left.type, left.outline, right.outline, self._known.entities.by_id)
                found += [merge] if merge is not None else []
        return found

    def _text(self, digest: str) -> str | None:
        row = self._connection.exec_driver_sql("SELECT text FROM articles WHERE digest = ?", (digest,)).first()
        return None if row is None else row.text

    def _print(self, digest: str) -> Print | None:
        row = self._connection.exec_driver_sql(_PRINT, (digest,)).first()
        return None if row is None else Print(*row)


_PRINT: Final = (
    "SELECT content, passages FROM prints JOIN articles ON articles.number = prints.article WHERE articles.digest = ?"
)
