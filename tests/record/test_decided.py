"""What people decided stands over what was read, for as long as its words are there."""

from dataclasses import replace
from itertools import permutations

import pytest

from factories import call_in_two_outlets, meeting
from hudna.model import (
    Anchor,
    Decision,
    DecisionKind,
    Event,
    InputError,
    Judgement,
    Reader,
    Reading,
    RecordType,
    Span,
)
from hudna.record import anchor_of, find_entities, find_events
from hudna.record.values import EVENT_FIELDS, check_value, parse_days, write_days, write_names

PUTIN, ROUHANI = "فلاديمير بوتين", "حسن روحاني"


def _decision(kind: DecisionKind, event: Event, **more) -> Decision:
    anchors = tuple(anchor_of(event.type, member) for member in event.members)
    values = {"left": anchors[0].key, "left_anchors": anchors, "by": "me", "at": "2024", "reasons": ("why",)}
    return Decision(kind=kind, **values | more)


def _contacts(readings, *decisions: Decision) -> list[Event]:
    return [event for event in find_events(readings, decisions) if event.type is RecordType.CONTACT]


def _renumbered(reading: Reading, name: str) -> Reading:
    """Return what another reader made of the article: the same contact, under another number behind a new one."""
    contact = reading.contacts[0]
    start = 20
    other = replace(contact, participants=(), when=None, evidence=(Span(start, start + 3),))
    return replace(reading, reader=Reader("2", name), contacts=(other, replace(contact, id="c2")))


def test_corrected_value_stands_with_the_machines_beside_it() -> None:
    """The day set by people is the event's; what was read, who set it and under which number stays."""
    readings = call_in_two_outlets()
    [event] = _contacts(readings)
    decision = _decision(DecisionKind.CORRECTION, event, field="days", value="2017-07-03", number=7)

    [corrected] = _contacts(readings, decision)

    assert corrected.id == event.id
    assert "2017-07-03" == corrected.earliest.isoformat() == corrected.latest.isoformat()
    assert ("decided", (("by", "me"),)) == (corrected.because.code, corrected.because.args)
    [correction] = corrected.corrections
    assert ("days", "2017-07-03", "2017-07-04", 7) == (
        correction.field,
        correction.value,
        correction.machine,
        correction.decision,
    )
    assert corrected.reviewed
    assert (7,) == corrected.decisions
    assert corrected.members == event.members


def test_last_correction_counts_and_machine_value_stays_the_machines() -> None:
    """Set twice, a value is the later one; the value beside it is still what was read."""
    [event] = _contacts([meeting("أ", (PUTIN, ROUHANI), "2021-12-21", place="طهران")])
    readings = [meeting("أ", (PUTIN, ROUHANI), "2021-12-21", place="طهران")]
    first = _decision(DecisionKind.CORRECTION, event, field="place", value="أنقرة", at="1", number=1)
    second = _decision(DecisionKind.CORRECTION, event, field="place", value="سوتشي", at="2", number=2)

    for order in permutations((first, second)):
        [corrected] = _contacts(readings, *order)
        assert "سوتشي" == corrected.place
        assert [("سوتشي", "طهران", 2)] == [(each.value, each.machine, each.decision) for each in corrected.corrections]
    [corrected] = _contacts(readings, first, replace(second, withdrawn_at="3"))
    assert "أنقرة" == corrected.place


def test_misread_telling_is_set_right_before_it_is_compared() -> None:
    """A telling read on the wrong day joins the others when it is set right; its article's value is told as such."""
    readings = [meeting("أ", (PUTIN, ROUHANI), "2021-12-21"), meeting("ب", (PUTIN, ROUHANI), "2021-11-21")]
    wrong = next(event for event in _contacts(readings) if event.earliest.month == 11)
    decision = _decision(DecisionKind.MISREADING, wrong, field="days", value="2021-12-21", number=1)

    [event] = _contacts(readings, decision)

    assert 2 == len(event.members)
    assert ["2021-11-21"] == [each.machine for member in event.members for each in member.corrections]
    assert (1,) == event.decisions


def test_parties_can_be_set() -> None:
    """Parties set by people are entities like all others, also where no article names them."""
    readings = call_in_two_outlets()
    [event] = _contacts(readings)
    value = write_names([("علي شمخاني", None), ("سيرغي لافروف", None), ("روسيا", "state:ru")])
    decision = _decision(DecisionKind.CORRECTION, event, field="actors", value=value)

    [corrected] = _contacts(readings, decision)
    entities = find_entities(readings, [decision])

    assert ["علي شمخاني", "سيرغي لافروف", "روسيا"] == [actor.label for actor in corrected.actors]
    assert {actor.entity for actor in corrected.actors} <= set(entities.by_id)
    assert corrected.actors[0].entity in {actor.entity for actor in event.actors}


def test_dismissed_telling_leaves_the_record() -> None:
    """What no article tells is no event; withdrawn, it is one again; of two tellings, one may go alone."""
    readings = call_in_two_outlets()
    [event] = _contacts(readings)
    whole = _decision(DecisionKind.DISMISSAL, event)
    one = replace(whole, left_anchors=whole.left_anchors[:1])

    assert [] == _contacts(readings, whole)
    assert [event] == _contacts(readings, replace(whole, withdrawn_at="2025"))
    assert [event.members[1:]] == [each.members for each in _contacts(readings, one)]


@pytest.mark.parametrize("verdict", [Judgement.VERIFIED, Judgement.DISPUTED, Judgement.UNVERIFIABLE])
def test_verdict_is_told_with_the_event(verdict: Judgement) -> None:
    """What people found of a happening changes no value of it; the last verdict counts."""
    readings = call_in_two_outlets()
    [event] = _contacts(readings)
    before = _decision(DecisionKind.VERIFICATION, event, judgement=Judgement.DISPUTED, at="1")
    decision = _decision(DecisionKind.VERIFICATION, event, judgement=verdict, at="2")

    [judged] = _contacts(readings, decision, before)

    assert verdict is judged.verdict
    assert event == replace(judged, verdict=None, reviewed=False)


def test_split_keeps_a_telling_from_all_the_rest() -> None:
    """One telling parted from an event of three goes alone, and the two others stay together."""
    readings = [meeting(paper, (PUTIN, ROUHANI), "2021-12-21") for paper in ("أ", "ب", "ج")]
    [event] = _contacts(readings)
    anchors = [anchor_of(event.type, member) for member in event.members]
    split = Decision(
        kind=DecisionKind.SAME_EVENT,
        left=anchors[1].key,
        right=anchors[0].key,
        left_anchors=(anchors[1],),
        right_anchors=(anchors[0], anchors[2]),
        judgement=Judgement.NEGATIVE,
        by="me",
        at="1",
        number=4,
    )

    events = _contacts(readings, split)

    assert [1, 2] == sorted(len(each.members) for each in events)
    assert [(4,), (4,)] == [each.decisions for each in events]


def test_decision_follows_the_words_into_a_new_reading() -> None:
    """A new reader numbers its records anew: the correction goes with the evidence, not with the number."""
    first, second = call_in_two_outlets()
    [event] = _contacts([first])
    decision = _decision(DecisionKind.CORRECTION, event, field="place", value="موسكو")

    events = _contacts([_renumbered(first, "later")], decision)

    assert [("c1", None), ("c2", "موسكو")] == sorted((each.members[0].record, each.place) for each in events)
    assert all(each.place is None for each in _contacts([second], decision))


def test_decision_without_its_words_touches_nothing() -> None:
    """A record with the same number and other words is another one."""
    reading, _ = call_in_two_outlets()
    [event] = _contacts([reading])
    decision = _decision(DecisionKind.DISMISSAL, event)
    start = 20
    moved = replace(reading, contacts=(replace(reading.contacts[0], evidence=(Span(start, start + 3),)),))

    assert 1 == len(_contacts([moved], decision))


def test_machines_decisions_are_no_review() -> None:
    """What the machine decided does not count as looked at."""
    readings = call_in_two_outlets()
    [event] = _contacts(readings)

    assert not _contacts(readings, _decision(DecisionKind.REVIEW, event, by="machine"))[0].reviewed
    assert _contacts(readings, _decision(DecisionKind.REVIEW, event))[0].reviewed


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("kind", "feast", "no kind feast; there are meeting, call"),
        ("kind", "", r"no kind \(empty\)"),
        ("status", "broken", "no status broken"),
        ("days", "4 July", "no day"),
        ("days", "2017-07-04/2017-07-03", "ends before it begins"),
        ("actors", "علي", "no list of names"),
        ("actors", '[["", null]]', "a name is empty"),
        ("what", "x", "has no what; there are kind, status"),
    ],
)
def test_values_that_are_none_are_refused(field: str, value: str, message: str) -> None:
    """A value has to be one that the field can hold; the text says which there are."""
    with pytest.raises(InputError, match=message):
        check_value(RecordType.CONTACT, field, value, EVENT_FIELDS)


def test_values_that_are_some_are_taken() -> None:
    """Every field takes its values, and none where that means unknown."""
    for field, value in (
        ("kind", "visit"),
        ("status", "denied"),
        ("outcome", ""),
        ("place", "حلب"),
        ("days", "../2017-07-04"),
    ):
        check_value(RecordType.CONTACT, field, value, EVENT_FIELDS)
    with pytest.raises(InputError, match="has no outcome"):
        check_value(RecordType.INCIDENT, "outcome", "agreed", EVENT_FIELDS)


@pytest.mark.parametrize("written", ["", "2017-07-04", "2017-07-04/2017-07-06", "2017-07-04/..", "../2017-07-06"])
def test_days_are_written_as_they_are_read(written: str) -> None:
    """Days come back from how they are written."""
    assert written == write_days(*parse_days(written))


def test_anchor_is_the_most_of_its_words() -> None:
    """Of two records that share words with an anchor, the one that shares more is it."""
    anchor = Anchor("a", "c1", RecordType.CONTACT, (Span(0, 10), Span(20, 30)))

    assert 7 == anchor.shared_with(replace(anchor, record="c2", spans=(Span(8, 25),)))
    assert 0 == anchor.shared_with(replace(anchor, type=RecordType.PLEDGE))
    assert 0 == anchor.shared_with(replace(anchor, article="b"))
