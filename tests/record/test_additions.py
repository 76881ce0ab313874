"""Records that people add to readings: behind what was read, in the article's words, and never more than is said."""

from dataclasses import replace

import pytest

from factories import Writer
from hudna.model import Anchor, Decision, DecisionKind, InputError, RecordType, Span
from hudna.record import find_events
from hudna.record.additions import added_by, check_added, with_added, write_added
from hudna.record.values import write_names

WRITE = Writer("رصد مراقبنا قصف بلدة الزهراء صباح الثلاثاء.", source="مراقب", day="2017-07-05")


def added(record: RecordType = RecordType.INCIDENT, *spans: Span, **values: str) -> Decision:
    """Return a decision that adds a record in words of the article."""
    anchor = Anchor(WRITE.article.digest, "", record, spans or (WRITE.span("قصف بلدة الزهراء"),))
    value = write_added({"kind": "shelling", **values})
    return Decision(
        kind=DecisionKind.ADDITION,
        left=anchor.key,
        left_anchors=(anchor,),
        field="record",
        value=value,
        by="سارة",
        at="2017-07-06T00:00:00Z",
        number=7,
    )


def test_a_record_stands_behind_those_that_were_read() -> None:
    """Its id says which decision made it, its rule who did; names lead to their words where the article has them."""
    read = WRITE.incident("رصد", "مراقبنا", None, None)
    towards = write_names([("بلدة الزهراء", None)])
    found = with_added(WRITE.reading(incidents=(read,)), [added(days="2017-07-04", towards=towards)]).incidents

    assert ["i1", "h7"] == [each.id for each in found]
    assert "سارة" == added_by(found[1].rule)
    assert found[1].target is not None
    assert WRITE.span("بلدة الزهراء") == found[1].target.span
    assert found[1].when is not None
    assert ("decided", (("by", "سارة"),)) == (found[1].when.because.code, found[1].when.because.args)


def test_who_is_not_named_is_implied() -> None:
    """A name that the article does not write stands at the words of the record, and says so."""
    actors = write_names([("الجيش", None)])
    [found] = with_added(WRITE.reading(), [added(actors=actors)]).incidents

    assert found.actor is not None
    assert found.actor.implied is True
    assert found.evidence[0] == found.actor.span


def test_an_event_of_a_record_by_hand_is_its_decisions() -> None:
    """The event knows the decision it comes from, and is reviewed."""
    decision = added()
    [event] = find_events([with_added(WRITE.reading(), [decision])], [decision])

    assert ("سارة", (7,), True) == (event.members[0].added_by, event.decisions, event.reviewed)


@pytest.mark.parametrize(
    "decision",
    [
        replace(added(), withdrawn_at="2017-07-07T00:00:00Z"),
        replace(added(), value="{"),
        replace(added(), value='["kind"]'),
        replace(added(), value='{"kind": "meeting"}'),
        replace(added(), field="place"),
        added(RecordType.INCIDENT, Span(5, 5000)),
        replace(added(), left_anchors=()),
        replace(added(), left_anchors=(Anchor("elsewhere", "", RecordType.INCIDENT, (Span(0, 4),)),)),
    ],
)
def test_what_is_no_record_adds_nothing(decision: Decision) -> None:
    """What was withdrawn, belongs elsewhere or can't be understood leaves the reading as it was."""
    reading = WRITE.reading()

    assert reading is with_added(reading, [decision])


@pytest.mark.parametrize(
    ("record", "values"),
    [
        (RecordType.CONTACT, {"kind": "meeting"}),
        (RecordType.STATEMENT, {"kind": "deny", "status": "said"}),
        (RecordType.INCIDENT, {"kind": "shelling", "actors": write_names([("أ", None), ("ب", None)])}),
        (RecordType.INCIDENT, {"kind": "shelling", "status": "held"}),
        (RecordType.MEASURE, {"kind": "", "status": "broken"}),
    ],
)
def test_what_says_too_little_or_too_much_is_refused(record: RecordType, values: dict[str, str]) -> None:
    """Each type has what it needs and has room for."""
    with pytest.raises(InputError):
        check_added(record, values)
