"""Whether a telling says enough to be an incident: what happened to somebody or something, somewhere, some day."""

from typing import Final

from hudna.arabic.incidents.draft import Draft
from hudna.arabic.incidents.where import is_land
from hudna.arabic.incidents.words import markers
from hudna.model import IncidentKind
from hudna.text import fold_word

_CONFISCATED: Final = "<confiscate>"
MIN_TOLD: Final = 2
_GENERAL: Final = frozenset({IncidentKind.CLASH, IncidentKind.TERRITORY_TAKEN})  # the fight against X, its liberation


def is_incident(draft: Draft) -> bool:
    """Return whether a telling says enough: a deed with a place, a day, a target or a toll."""
    if draft.target is not None and _is_no_target(draft, fold_word(draft.target.label)):
        return False
    if draft.aggregate and draft.count is not None:
        return True
    numbers = any(toll.min is not None or toll.max is not None for toll in draft.tolls)
    if draft.back:
        return numbers or (bool(draft.tolls) and draft.place is not None)
    if (
        draft.rule.endswith(("<operation>", "<campaign>"))
        and draft.actor is None
        and draft.kind is IncidentKind.GROUND_ATTACK
    ):
        return False
    if draft.kind is IncidentKind.CHEMICAL and draft.place is not None and not is_land(draft.place):
        return True
    if draft.means and draft.actor is None and not draft.asserted:
        return False
    known = draft.target is not None or draft.hit
    if not (known or draft.place or draft.when or draft.tolls or draft.losses):
        return False
    blamed = bool(draft.accusations) or (bool(draft.deniers) and not draft.many)
    points = (draft.actor is not None or blamed) + (draft.when is not None) + numbers
    if draft.losses and draft.kind is IncidentKind.KILLING_UNSPECIFIED and not draft.exact:
        verbal = any(loss.verbal for loss in draft.losses)
        where = draft.place is not None
        return (
            numbers
            or (verbal and known and _is_somebody(draft))
            or (points + where > 0 and (verbal or draft.when is not None))
        )
    if not draft.asserted:
        one = draft.exact and not draft.many and draft.kind not in _GENERAL  # the siege of X, an attack with gas on X
        where = draft.place is not None
        return points + (known + where if one else known or where) >= MIN_TOLD
    if draft.many:
        return points + known + (draft.place is not None) >= MIN_TOLD
    return points + known + (draft.place is not None) > (draft.actor is not None and not draft.exact)


def _is_no_target(draft: Draft, hit: str) -> bool:
    """Return whether force was used against nothing a monitor logs: freedoms, a flag, a decision, one's own life."""
    words = markers()
    abstract = hit in words["abstract"] or hit.partition(" ")[0] in words["abstract-head"]
    taken_by_police = draft.rule == _CONFISCATED and draft.actor is not None and _is_police(draft.actor.label)
    return abstract or taken_by_police or (hit in words["self"] and draft.kind is not IncidentKind.BOMBING)


def _is_police(label: str) -> bool:
    return not markers()["police"].isdisjoint(map(fold_word, label.split()))


def _is_somebody(draft: Draft) -> bool:
    """Return whether a killing of which no more is told is that of one man; of whom else, it is only what somebody does."""
    return draft.actor is not None or any(toll.min is not None for toll in draft.tolls)
