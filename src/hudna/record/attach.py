"""Decisions put to the tellings there are now: a new reading numbers its records anew, the words stay where they are."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from hudna.model import Anchor, Decision, DecisionKind, Member, RecordType
from hudna.record.additions import added_keys
from hudna.record.decided import order_of

Members = Mapping[RecordType, Mapping[str, Member]]
_WITHOUT_TELLINGS: Final = frozenset({DecisionKind.SAME_ENTITY, DecisionKind.SAME_STORY})


@dataclass(frozen=True, slots=True)
class Attached:
    """A decision, and the keys of the tellings that each of its sides now is; no key where they are gone."""

    decision: Decision
    left: tuple[str, ...]
    right: tuple[str, ...]

    @property
    def is_orphaned(self) -> bool:
        """Whether what was decided on is not there any more."""
        return not self.left or (self.decision.kind is DecisionKind.SAME_EVENT and not self.right)


def anchor_of(record: RecordType, member: Member) -> Anchor:
    """Return what binds a decision to a telling."""
    return Anchor(member.article, member.record, record, tuple(each.span for each in member.evidence))


def attach(decisions: Iterable[Decision], members: Members) -> list[Attached]:
    """Return the decisions on tellings that nobody withdrew, in the order they were made, each with its tellings.

    A side's anchor is the telling of its type in its article that shares most evidence with it; without any evidence in
    common it is gone, even where another record now has its number.
    """
    standing = [each for each in decisions if each.kind not in _WITHOUT_TELLINGS and each.withdrawn_at is None]
    wanted = {anchor.article for decision in standing for anchor in decision.anchors}
    told: dict[str, list[Anchor]] = defaultdict(list)
    keys: set[str] = set()
    if standing:
        for record, by_key in members.items():
            keys.update(by_key)
            for member in by_key.values():
                if member.article in wanted:
                    told[member.article].append(anchor_of(record, member))
    return [
        Attached(
            decision,
            tuple(key for key in added_keys(decision) if key in keys)
            if decision.kind is DecisionKind.ADDITION
            else _side(decision.left, decision.left_anchors, told, keys),
            _side(decision.right, decision.right_anchors, told, keys),
        )
        for decision in sorted(standing, key=order_of)
    ]


def _side(key: str, anchors: tuple[Anchor, ...], told: Mapping[str, list[Anchor]], keys: set[str]) -> tuple[str, ...]:
    if not anchors:
        return (key,) if key in keys else ()
    found = (_nearest(anchor, told.get(anchor.article, [])) for anchor in anchors)
    return tuple(dict.fromkeys(key for key in found if key is not None))


def _nearest(anchor: Anchor, told: Iterable[Anchor]) -> str | None:
    scored = [(anchor.shared_with(each), each.record == anchor.record, each.key) for each in told]
    best = max(scored, key=lambda each: (each[0], each[1]), default=(0, False, ""))
    return best[2] if best[0] > 0 else None
