"""A draft remembers what it compared and fused; what it answers is what a fresh one would."""

from dataclasses import replace

from factories import call_in_two_outlets, meeting
from hudna.model import Decision, DecisionKind, Judgement
from hudna.record import Draft, anchor_of, find_entities, find_events

PUTIN, ROUHANI = "فلاديمير بوتين", "حسن روحاني"


def test_draft_answers_as_a_fresh_one() -> None:
    """Decision after decision, made and withdrawn in any order, the events are those made from nothing."""
    readings = [*call_in_two_outlets(), *(meeting(paper, (PUTIN, ROUHANI), "2021-12-21") for paper in ("أ", "ب", "ج"))]
    draft = Draft(readings, find_entities(readings))
    anchors = [anchor_of(event.type, member) for event in draft.events() for member in event.members]
    told = {"by": "me", "at": "2024"}
    decisions = [
        Decision(kind=kind, left=one.key, left_anchors=(one,), number=number, **told, **more)
        for number, (one, kind, more) in enumerate(
            (
                (anchors[0], DecisionKind.MISREADING, {"field": "days", "value": "2021-11-01"}),
                (anchors[1], DecisionKind.DISMISSAL, {}),
                (anchors[2], DecisionKind.CORRECTION, {"field": "place", "value": "سوتشي"}),
                (anchors[3], DecisionKind.VERIFICATION, {"judgement": Judgement.DISPUTED}),
                (anchors[-1], DecisionKind.MISREADING, {"field": "days", "value": "2021-11-01"}),
            ),
            start=1,
        )
    ]

    for size in (1, 2, 3, 4, 5, 4, 2, 0, 5):
        standing = [*decisions[:size], *(replace(each, withdrawn_at="2025") for each in decisions[size:])]
        assert find_events(readings, standing) == draft.events(standing)


def test_unchanged_events_are_not_made_again() -> None:
    """An event that no decision touches is the very one of before."""
    readings = [*call_in_two_outlets(), meeting("أ", (PUTIN, ROUHANI), "2021-12-21")]
    draft = Draft(readings, find_entities(readings))
    before = draft.events()
    anchor = anchor_of(before[0].type, before[0].members[0])
    decision = Decision(kind=DecisionKind.REVIEW, left=anchor.key, left_anchors=(anchor,), by="me", at="2024")
    after = draft.events([decision])

    assert after[0].reviewed
    assert all(one is other for one, other in zip(before[1:], after[1:], strict=True))
