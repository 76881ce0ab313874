"""What people and the machine have decided, as pairs that belong together and pairs that don't."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from hudna.model import Decision, DecisionKind, Judgement
from hudna.record.groups import DECIDED, Pair


def decided_pairs(
    decisions: Iterable[Decision], kind: DecisionKind, key_of: Callable[[str], str] = str
) -> tuple[list[Pair], dict[str, frozenset[str]]]:
    """Return the pairs joined and, for every key, those it is kept apart from; what was withdrawn counts for nothing.

    Of several decisions on one pair the last counts (by time, then by who decided).
    """
    last: dict[tuple[str, str], Decision] = {}
    for decision in sorted(decisions, key=lambda each: (each.at, each.by, each.judgement)):
        if decision.kind is kind and decision.withdrawn_at is None:
            left, right = sorted((key_of(decision.left), key_of(decision.right)))
            last[left, right] = decision
    joined: list[Pair] = []
    apart: dict[str, set[str]] = defaultdict(set)
    for (left, right), decision in last.items():
        if decision.judgement is Judgement.POSITIVE:
            joined.append(Pair(DECIDED, left, right))
        elif decision.judgement is Judgement.NEGATIVE:
            apart[left].add(right)
            apart[right].add(left)
    return joined, {key: frozenset(others) for key, others in apart.items()}
