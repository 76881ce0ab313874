"""Decisions as rows: kept, withdrawn, found again."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Final

from sqlalchemy import Connection, func, insert, select
from sqlalchemy.engine import Row

from hudna.model import Anchor, ConflictError, Decision, DecisionKind, Field, Judgement, RecordType, Span
from hudna.store.tables import anchors, decisions

_WITHDRAWAL: Final = "withdrawal"
_SIDES: Final = ("left", "right")


def keep_decision(connection: Connection, decision: Decision, seen: int | None) -> int:
    """Write a decision and return its number; ``seen`` is the last number its maker knew of, None where that is no matter.

    Raises:
        ConflictError: something decided or withdrawn since then touches the same.
    """
    _refuse_unseen(connection, decision, seen)
    row = {
        "kind": decision.kind.value,
        "left": decision.left,
        "right": decision.right,
        "judgement": decision.judgement.value,
        "field": decision.field,
        "value": decision.value,
        "score": decision.score,
        "reasons": json.dumps(decision.reasons, ensure_ascii=False),
        "by": decision.by,
        "at": decision.at,
    }
    number: int = connection.execute(insert(decisions).values(row).returning(decisions.c.number)).scalar_one()
    rows = [
        _anchor_row(number, side, place, anchor)
        for side, bound in zip(_SIDES, (decision.left_anchors, decision.right_anchors), strict=True)
        for place, anchor in enumerate(bound)
    ]
    if rows:
        connection.execute(insert(anchors), rows)
    return number


def keep_withdrawal(
    connection: Connection, number: int, *, by: str, at: str, reasons: Iterable[str], seen: int | None
) -> bool:
    """Write that a decision is withdrawn and return True, False where there is none that stands.

    Raises:
        ConflictError: as by ``keep_decision``.
    """
    found = {decision.number: decision for decision in load_decisions(connection)}.get(number)
    if found is None or found.withdrawn_at is not None:
        return False
    _refuse_unseen(connection, found, seen)
    row = {
        "kind": _WITHDRAWAL,
        "left": found.left,
        "right": found.right,
        "judgement": Judgement.NEGATIVE.value,
        "reasons": json.dumps(list(reasons), ensure_ascii=False),
        "by": by,
        "at": at,
        "withdraws": number,
    }
    connection.execute(insert(decisions).values(row))
    return True


def load_decisions(connection: Connection) -> list[Decision]:
    """Return all decisions in the order they were made, the withdrawn too."""
    bound: dict[tuple[int, str], list[Anchor]] = defaultdict(list)
    for row in connection.execute(select(anchors).order_by(anchors.c.decision, anchors.c.side, anchors.c.place)):
        bound[row.decision, row.side].append(_anchor(row))
    rows = connection.execute(select(decisions).order_by(decisions.c.number)).all()
    withdrawals = {row.withdraws: row for row in rows if row.withdraws is not None}
    return [_decision(row, withdrawals.get(row.number), bound) for row in rows if row.kind != _WITHDRAWAL]


def standing_additions(connection: Connection, article: str | None = None) -> Mapping[str, list[Decision]]:
    """Return the records that people added and nobody took back, by the articles they were added to: one, or all."""
    withdrawn = select(decisions.c.withdraws).where(decisions.c.withdraws.is_not(None))
    query = (
        select(decisions.c.number, anchors.c.article)
        .join(anchors, anchors.c.decision == decisions.c.number)
        .where(decisions.c.kind == DecisionKind.ADDITION.value, decisions.c.number.not_in(withdrawn))
    )
    if article is not None:
        query = query.where(anchors.c.article == article)
    wanted: dict[str, set[int]] = defaultdict(set)
    for row in connection.execute(query):
        wanted[row.article].add(row.number)
    if not wanted:
        return {}
    known = load_decisions(connection)
    return {digest: [each for each in known if each.number in numbers] for digest, numbers in wanted.items()}


def last_number(connection: Connection) -> int:
    """Return the number of what was decided or withdrawn last, 0 where nothing was."""
    number: int = connection.execute(select(func.coalesce(func.max(decisions.c.number), 0))).scalar_one()
    return number


def _refuse_unseen(connection: Connection, decision: Decision, seen: int | None) -> None:
    if seen is None or last_number(connection) <= seen:
        return
    query = select(decisions.c.number, decisions.c.withdraws).where(decisions.c.number > seen)
    unseen = {row.withdraws or row.number for row in connection.execute(query)}
    for other in load_decisions(connection):
        if other.number in unseen and other.touches(decision):
            raise ConflictError(
                f"{other.withdrawn_by or other.by} has decided on the same meanwhile (decision {other.number})"
            )


def _anchor_row(number: int, side: str, place: int, anchor: Anchor) -> dict[str, Any]:
    return {
        "decision": number,
        "side": side,
        "place": place,
        "article": anchor.article,
        "record": anchor.record,
        "type": anchor.type.value,
        "spans": json.dumps([[span.start, span.end, span.field.value] for span in anchor.spans]),
    }


def _anchor(row: Row[Any]) -> Anchor:
    spans = tuple(Span(start, end, Field(field)) for start, end, field in json.loads(row.spans))
    return Anchor(row.article, row.record, RecordType(row.type), spans)


def _decision(row: Row[Any], withdrawal: Row[Any] | None, bound: Mapping[tuple[int, str], list[Anchor]]) -> Decision:
    left, right = (tuple(bound.get((row.number, side), ())) for side in _SIDES)
    return Decision(
        kind=DecisionKind(row.kind),
        left=row.left,
        right=row.right,
        left_anchors=left,
        right_anchors=right,
        judgement=Judgement(row.judgement),
        field=row.field,
        value=row.value,
        score=row.score,
        reasons=tuple(json.loads(row.reasons)),
        by=row.by,
        at=row.at,
        withdrawn_at=withdrawal.at if withdrawal else None,
        withdrawn_by=withdrawal.by if withdrawal else None,
        withdrawn_reasons=tuple(json.loads(withdrawal.reasons)) if withdrawal else (),
        number=row.number,
    )
