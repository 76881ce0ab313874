"""Decisions in words."""

from dataclasses import dataclass

from hudna.export.words import Words, listed
from hudna.model import Decision, DecisionKind, InputError, RecordType
from hudna.record.additions import parse_added
from hudna.record.values import ACTORS, DAYS, parse_days, parse_names

_PAIRS = frozenset(
    {DecisionKind.SAME_ENTITY, DecisionKind.SAME_EVENT, DecisionKind.SAME_STORY, DecisionKind.VERIFICATION}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision in the words of one language; ``withdrawn`` is empty while it stands, else when, by whom and why."""

    number: int | None
    at: str
    by: str
    what: str
    about: tuple[str, ...]
    why: str
    withdrawn: str


def describe_decision(decision: Decision, words: Words) -> Decided:
    """Return a decision in words."""
    key = f"{decision.kind}_{decision.judgement}" if decision.kind in _PAIRS else decision.kind.value
    field = decision.field or ""
    told = {"field": words("column", field), "value": value_in_words(field, decision.value or "", words)}
    if decision.kind is DecisionKind.ADDITION:
        told = {"what": _what_was_added(decision, words)}
    gone = (decision.withdrawn_at, decision.withdrawn_by, listed(decision.withdrawn_reasons))
    return Decided(
        number=decision.number,
        at=decision.at,
        by=decision.by,
        what=words("decision", key, **told),
        about=tuple(each for each in (decision.left, decision.right) if each),
        why=listed(decision.reasons),
        withdrawn=" · ".join(each for each in gone if each) if decision.withdrawn_at else "",
    )


def _what_was_added(decision: Decision, words: Words) -> str:
    """Return the kind of record that a decision adds, in words."""
    kinds = {
        words("act" if anchor.type is RecordType.STATEMENT else "kind", kind)
        for anchor in decision.left_anchors
        if (kind := parse_added(decision.value or "{}").get("kind"))
    }
    return listed(sorted(kinds))


def value_in_words(field: str, value: str, words: Words) -> str:
    """Return a value that a decision or a correction writes, in words; what can't be read is said as it is written."""
    if not value:
        return words("decision", "none")
    try:
        if field == DAYS:
            return words.days(*parse_days(value))
        if field == ACTORS:
            return listed(label for label, _ in parse_names(value))
    except InputError:
        return value
    if field == "status":
        return words.status(value, "")
    return words(field, value) if field in {"kind", "outcome"} else value
