"""What people and the machine have decided, as pairs that belong together and pairs that don't."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import product

from hudna.model import Decision, DecisionKind, Judgement
from hudna.record.groups import DECIDED, Pair

Decided = tuple[list[Pair], dict[str, frozenset[str]]]


def order_of(decision: Decision) -> tuple[str, int, str, str]:
    """Return what puts decisions into the order they were made: by time, then number, then who decided."""
    return decision.at, decision.number or 0, decision.by, decision.judgement


def decided_pairs(decisions: Iterable[Decision], kind: DecisionKind, key_of: Callable[[str], str] = str) -> Decided:
    """Return the pairs joined and, for every key, those it is kept apart from; what was withdrawn counts for nothing.

    Of several decisions on one pair the last counts (by time, then by who decided).
    """
    standing = (each for each in decisions if each.kind is kind and each.withdrawn_at is None)
    return pairs_of(
        (each.judgement, (key_of(each.left),), (key_of(each.right),)) for each in sorted(standing, key=order_of)
    )


def pairs_of(judged: Iterable[tuple[Judgement, tuple[str, ...], tuple[str, ...]]]) -> Decided:
    """Return the pairs joined, and what is kept apart, by judgements on two sets of keys, the last of a pair counting.

    All of two sets that are one are joined, each with the first; of two sets that are not, each is apart from each.
    """
    last: dict[Pair, Judgement] = {}
    for judgement, left, right in judged:
        joins = judgement is Judgement.POSITIVE and left and right
        pairs = product(left[:1], left[1:] + right) if joins else product(left, right)
        for one, other in pairs:
            if one != other:
                last[Pair(DECIDED, *sorted((one, other)))] = judgement
    joined: list[Pair] = []
    apart: dict[str, set[str]] = defaultdict(set)
    for pair, judgement in last.items():
        if judgement is Judgement.POSITIVE:
            joined.append(pair)
        elif judgement is Judgement.NEGATIVE:
            apart[pair.left].add(pair.right)
            apart[pair.right].add(pair.left)
    return joined, {key: frozenset(others) for key, others in apart.items()}
