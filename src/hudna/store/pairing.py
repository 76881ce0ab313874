"""Tellings compared with those that share a block with them, and the pairs that come of it kept."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Row,
    delete,
    or_,
    select,
    union,
)

from hudna.model import Merge, RecordType, digest_of
from hudna.record.events import blocks_between, blocks_of, likeness_of, substance_of
from hudna.record.utterances import alike_in_block, blocks_of_statement, merges_in_place
from hudna.store.among import among
from hudna.store.known import Known, Telling
from hudna.store.summaries import chunks
from hudna.store.tables import blocks, pairs, tellings
from hudna.store.writing import write_rows

_ANY_BLOCK: Final = 0  # of pairs that are the same in whatever block they are found
_IN_PLACE: Final = 1  # of pairs found between two other pairs
_OTHERS: Final = 1 << 60  # from here on, the blocks of what is no statement
_DAYS_SHIFT: Final = 40
_DIGITS: Final = 10
_NUMBERS_REMEMBERED: Final = 50_000
_LEAST_WITH_A_GAP: Final = 3  # statements of an article: one between two others
_BLOCKS_AT_ONCE: Final = 100
_DROP_PAIRS: Final = 'DELETE FROM pairs WHERE "left" = ? AND "right" = ? AND via = ?'

Key = tuple[int, int, int]  # two tellings, that with the first key first, and via what


class Pairing:
    """Keeps the pairs of a store."""

    def __init__(self, connection: Connection, known: Known) -> None:
        self._connection = connection
        self._known = known
        self._touched: set[int] = set()
        self._articles: set[int] = set()  # whose statements, or the pairs of these, are others than before

    def pair(self, dirty: set[int]) -> set[int]:
        """Compare tellings that are new or changed, and return them with all whose pairs are others than before."""
        self._touched = set(dirty)
        found = self._place(dirty)
        self._unpair(dirty)
        for some in _by_hundreds(sorted(block for block in found if block >= _OTHERS)):
            self._compare(some, dirty)
        for some in _by_hundreds(sorted(block for block in found if block < _OTHERS)):
            self._compare_statements(some)
        for some in chunks(sorted(self._articles)):
            self._compare_in_place(some)
        return self._touched

    def _place(self, dirty: Collection[int]) -> set[int]:
        """Put tellings into their blocks, and return all blocks that they were or are in."""
        found: set[int] = set()
        for some in chunks(sorted(dirty)):
            found.update(
                self._connection.execute(
                    select(blocks.c.block).where(among(blocks.c.telling, some)).distinct()
                ).scalars()
            )
            self._connection.execute(delete(blocks).where(among(blocks.c.telling, some)))
            rows = []
            for telling in self._known.tellings(some):
                rows += [(block, telling.number) for block in self._blocks_of(telling)]
                if telling.type is RecordType.STATEMENT:
                    self._articles.add(telling.article)
            write_rows(self._connection, blocks, ("block", "telling"), sorted(rows))
            found.update(block for block, _ in rows)
        return found

    def _blocks_of(self, telling: Telling) -> frozenset[int]:
        if telling.blocks is None:
            telling.blocks = frozenset(self._find_blocks(telling))
        return telling.blocks

    def _find_blocks(self, telling: Telling) -> set[int]:
        if telling.is_misread:
            return self._blocks_set_right(telling)
        sketch, entities = telling.sketch, self._known.entities.by_id
        stretches = range(sketch.first, sketch.last + 1)
        if telling.type is RecordType.STATEMENT:
            return {_number(day, speaker) for speaker in telling.parties for day in stretches}
        found = blocks_between(stretches, sketch.round, telling.parties, entities)
        return _numbers(telling.type, (*found, *sketch.marks))

    def _blocks_set_right(self, telling: Telling) -> set[int]:
        if telling.type is RecordType.STATEMENT:
            return {_number(day, speaker) for speaker, day in blocks_of_statement(telling.member)}
        return _numbers(telling.type, blocks_of(telling.type, telling.member, self._known.entities.by_id))

    def _unpair(self, dirty: Collection[int]) -> None:
        """Take out the pairs of tellings with others than statements."""
        for some in chunks(sorted(dirty)):
            ours = or_(among(pairs.c.left, some), among(pairs.c.right, some))
            for row in self._connection.execute(select(pairs).where(pairs.c.via == _ANY_BLOCK, ours)).all():
                self._touched |= {row.left, row.right}
            self._connection.execute(delete(pairs).where(pairs.c.via == _ANY_BLOCK, ours))

    def _members(self, some: Collection[int]) -> Mapping[int, list[Telling]]:
        """Return the tellings of blocks that several articles share."""
        query = select(blocks).where(among(blocks.c.block, some)).order_by(blocks.c.block, blocks.c.telling)
        by_block: dict[int, list[int]] = defaultdict(list)
        for block, telling in self._connection.execute(query).all():
            by_block[block].append(telling)
        by_block = {block: numbers for block, numbers in by_block.items() if len(numbers) > 1}
        self._known.tellings({number for numbers in by_block.values() for number in numbers})
        return {block: self._known.tellings(numbers) for block, numbers in by_block.items()}

    def _compare(self, some: Collection[int], dirty: Collection[int]) -> None:
        """Compare the new tellings of blocks with all others in them, those that tell the same in one go."""
        now: dict[Key, float] = {}
        for block, members in self._members(some).items():
            alike: dict[tuple[frozenset[int], object], list[Telling]] = defaultdict(list)
            for telling in members:
                alike[self._blocks_of(telling), substance_of(telling.outline)].append(telling)
            for (ours, _), tellings_here in alike.items():
                new = [telling for telling in tellings_here if telling.number in dirty]
                for (theirs, _), others in alike.items() if new else ():
                    if min(ours & theirs) == block:  # else they are compared in another block that they share
                        now |= self._compare_alike(new, others, dirty)
        self._replace((), now)

    def _compare_alike(self, ours: list[Telling], theirs: list[Telling], dirty: Collection[int]) -> dict[Key, float]:
        """Return the pairs of new tellings that tell the same with others that do: one pair each way is compared."""
        found: dict[Key, float] = {}
        scores: dict[bool, float | None] = {}
        for one in ours:
            for other in theirs:
                if other.article == one.article or (other.number in dirty and other.number <= one.number):
                    continue
                is_first = one.key < other.key
                left, right = (one, other) if is_first else (other, one)
                if is_first not in scores:
                    like = likeness_of(one.type, left.outline, right.outline, self._known.entities.by_id)
                    scores[is_first] = None if like is None else like.score
                score = scores[is_first]
                if score is not None:
                    found[left.number, right.number, _ANY_BLOCK] = score
        return found

    def _compare_statements(self, some: Collection[int]) -> None:
        """Compare the statements of blocks: with one more in it, others may have too many words in common."""
        now: dict[Key, float] = {}
        for block, members in self._members(some).items():
            if len({telling.article for telling in members}) < 2:
                continue
            in_order = sorted(members, key=lambda each: each.key)
            numbers = {telling.key: telling.number for telling in in_order}
            for one, other, score in alike_in_block([telling.utterance for telling in in_order]):
                now[numbers[one.member.key], numbers[other.member.key], block] = score
        changed = self._replace(self._connection.execute(select(pairs).where(among(pairs.c.via, some))).all(), now)
        self._articles.update(telling.article for telling in self._known.tellings(changed))

    def _compare_in_place(self, some: Collection[int]) -> None:
        """Look for statements that stand, in two articles, between the same two utterances."""
        merges: dict[tuple[int, int], dict[tuple[int, int], float]] = defaultdict(dict)
        for row in self._connection.execute(_between(some, pairs.c.via > _IN_PLACE)).all():
            merges[row.one, row.other][row.left, row.right] = row.score
        several = {both: found for both, found in merges.items() if _leaves_gaps(found)}
        statements = self._known.statements({article for both in several for article in both})
        now: dict[Key, float] = {}
        for (one, other), found in several.items():
            sides = ours, theirs = statements[one], statements[other]
            if min(map(len, sides)) < _LEAST_WITH_A_GAP:
                continue
            known = {each.number: each.key for side in sides for each in side}
            numbers = {key: number for number, key in known.items()}
            told = [Merge(known[left], known[right], score, ()) for (left, right), score in found.items()]
            for merge in merges_in_place([each.utterance for each in ours], [each.utterance for each in theirs], told):
                pair = numbers[merge.left], numbers[merge.right]
                if pair not in found:
                    now[*pair, _IN_PLACE] = merge.score
        self._replace(self._connection.execute(_between(some, pairs.c.via == _IN_PLACE)).all(), now)

    def _replace(self, before: Iterable[Row[Any]], now: Mapping[Key, float]) -> set[int]:
        """Keep the pairs there are now instead of those before, and return the tellings of those that are others."""
        old = {(row.left, row.right, row.via): row.score for row in before}
        gone = [key for key, score in old.items() if now.get(key) != score]
        new = [key for key, score in now.items() if old.get(key) != score]
        if gone:
            self._connection.exec_driver_sql(_DROP_PAIRS, gone)
        write_rows(
            self._connection, pairs, ("left", "right", "via", "score"), [(*key, now[key]) for key in sorted(new)]
        )
        changed = {number for key in (*gone, *new) for number in key[:2]}
        self._touched |= changed
        return changed


def _between(some: Collection[int], wanted: ColumnElement[bool]) -> CompoundSelect[Any]:
    """Return the query for pairs of tellings of which one is of some articles, with both articles."""
    left, right = tellings.alias("l"), tellings.alias("r")
    query = (
        select(pairs, left.c.article.label("one"), right.c.article.label("other"))
        .join(left, left.c.number == pairs.c.left)
        .join(right, right.c.number == pairs.c.right)
        .where(wanted)
    )
    return union(query.where(among(left.c.article, some)), query.where(among(right.c.article, some)))


def _leaves_gaps(found: Iterable[tuple[int, int]]) -> bool:
    """Return whether pairs of two articles may leave a gap between them: two of each side are in one."""
    lefts, rights = zip(*found, strict=True)
    return len(set(lefts)) > 1 and len(set(rights)) > 1


def _by_hundreds(found: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(found), _BLOCKS_AT_ONCE):
        yield found[start : start + _BLOCKS_AT_ONCE]


def _numbers(record: RecordType, found: Iterable[tuple[str, ...]]) -> set[int]:
    """Return the numbers of blocks of what is no statement."""
    return {_OTHERS + _number(int(key[-1]), record.value, *key[:-1]) for key in found}


@lru_cache(_NUMBERS_REMEMBERED)
def _number(day: int, *words: str) -> int:
    """Return the number of a block: by its days first, so that what is compared stands together."""
    return (day << _DAYS_SHIFT) + int(digest_of(*words)[:_DIGITS], 16)
