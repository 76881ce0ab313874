"""What people decided, laid over what was read: the values they set, what they dismissed, what they verified."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeVar

from hudna.model import MACHINE, Because, Correction, Decision, DecisionKind, Event, Judgement, Member
from hudna.model.frozen import replace
from hudna.record.attach import Attached
from hudna.record.values import DAYS, changes_of, value_of

Corrected = TypeVar("Corrected", Member, Event)
_UNLIKE_VERDICTS: Final = frozenset({Judgement.POSITIVE, Judgement.NEGATIVE, Judgement.UNSURE})


def dismissed(attached: Iterable[Attached]) -> frozenset[str]:
    """Return the keys of the tellings that somebody said no article tells."""
    found = (each.left for each in attached if each.decision.kind is DecisionKind.DISMISSAL)
    return frozenset(key for keys in found for key in keys)


def read_rightly(
    members: Mapping[str, Member], attached: Iterable[Attached], ids: Mapping[str, str]
) -> dict[str, Member]:
    """Return the tellings with what was misread in them set right."""
    found = dict(members)
    for each in attached:
        if each.decision.kind is DecisionKind.MISREADING:
            for key in each.left:
                if key in found:
                    found[key] = _corrected(found[key], each.decision, ids)
    return found


def judged(events: Sequence[Event], attached: Iterable[Attached], ids: Mapping[str, str]) -> list[Event]:
    """Return the events with what was decided on them.

    A decision on an event goes with the first of its tellings that is left, where the event has come apart.
    """
    home = {member.key: place for place, event in enumerate(events) for member in event.members}
    bearing: dict[int, list[Decision]] = defaultdict(list)
    for each in attached:
        keys = each.left + each.right if each.decision.kind is DecisionKind.SAME_EVENT else each.left[:1]
        for place in dict.fromkeys(home[key] for key in keys if key in home):
            bearing[place].append(each.decision)
    found = list(events)
    for place, decisions in bearing.items():
        found[place] = _judged(found[place], decisions, ids)
    return found


def _judged(event: Event, decisions: Sequence[Decision], ids: Mapping[str, str]) -> Event:
    verdict = None
    for decision in decisions:
        if decision.kind is DecisionKind.CORRECTION:
            event = _corrected(event, decision, ids)
        elif decision.kind is DecisionKind.VERIFICATION and decision.judgement not in _UNLIKE_VERDICTS:
            verdict = decision.judgement
    return replace(
        event,
        verdict=verdict,
        reviewed=any(decision.by != MACHINE for decision in decisions),
        decisions=tuple(sorted(decision.number for decision in decisions if decision.number is not None)),
    )


def _corrected(thing: Corrected, decision: Decision, ids: Mapping[str, str]) -> Corrected:
    """Return a telling or event with one value set; the machine's own stands beside it, however often it was set."""
    field, value = decision.field or "", decision.value or ""
    corrections: Sequence[Correction] = thing.corrections
    machine = next((each.machine for each in corrections if each.field == field), None)
    if machine is None:
        machine = value_of(thing, field)
    correction = Correction(field, value, machine, decision.number)
    changes = changes_of(field, value, ids)
    if field == DAYS:
        changes["because"] = Because("decided", (("by", decision.by),))
    others: list[Correction] = [each for each in corrections if each.field != field]
    return replace(thing, **changes, corrections=(*others, correction))
