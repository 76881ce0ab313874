"""Which measures are sure: told in so many words, with the parties that one of its kind has."""

from typing import Final

from hudna.arabic.measures.breaches import votes
from hudna.arabic.measures.draft import Draft
from hudna.arabic.measures.merge import RULINGS
from hudna.model import MeasureKind, MeasureStatus

MIN_PARTIES: Final = 2
_OF_COURTS: Final = frozenset({"law", "warrant", "verdict"})
_LOOSE: Final = ("<exist>", "<bring-about>")
_PACTS: Final = frozenset({MeasureStatus.AGREED, MeasureStatus.SIGNED})
_BOUND: Final = _PACTS | {MeasureStatus.DECLARED}
_VOTED: Final = frozenset(
    {MeasureStatus.ADOPTED, MeasureStatus.DRAFTED, MeasureStatus.PROPOSED, MeasureStatus.REJECTED}
)


def is_sure(draft: Draft) -> bool:
    """Return whether a measure is sure: one of its standings is told directly, and nobody who belongs to it is missing.

    An agreement has to name two parties, a truce has to be told as agreed between two; who is to withdraw has to be told.
    Of aid that is asked for it is seldom told who is to bring it, of a veto seldom against what, and what somebody only
    means to do is not yet there; what a court orders is seldom what a desk follows. The bounds were chosen on the annotated articles that may be looked at.
    """
    told = [stand for stand in draft.stands if stand.sure]
    if not told or draft.noun.startswith("the-") or draft.noun in RULINGS | _OF_COURTS:
        return False
    statuses = {stand.status for stand in draft.stands}
    known = [party for party in draft.parties if not party.implied]
    several = len(known) >= MIN_PARTIES
    if any(stand.rule.startswith(_LOOSE) for stand in told):
        return False
    if draft.kind is MeasureKind.CEASEFIRE:
        return bool(statuses & _PACTS) and sum(party.entity is not None for party in known) >= MIN_PARTIES
    if draft.kind is MeasureKind.ZONE:
        return several or not statuses & _BOUND
    if draft.kind in {MeasureKind.AGREEMENT, MeasureKind.DOCUMENT}:
        named = all(party.entity is not None for party in known)
        return several and named and bool({stand.status for stand in told} & _BOUND)
    if draft.kind is MeasureKind.RESOLUTION:
        return any(stand.status in _VOTED and stand.by for stand in told)
    if draft.kind is MeasureKind.WITHDRAWAL:
        return bool(known)
    if draft.kind is MeasureKind.AID:
        return False
    if draft.kind is MeasureKind.SANCTIONS and any(votes(party) for stand in told for party in stand.by):
        return False  # what a council imposes is its resolution as well
    return several and any(stand.status is not MeasureStatus.PROPOSED for stand in told)
