"""One happening told by several articles is one event, with what they agree on and where they differ."""

from dataclasses import replace
from itertools import permutations

from factories import Writer, call_in_two_outlets, meeting
from hudna.model import ContactKind, ContactStatus, Decision, DecisionKind, Judgement, PledgeKind, Reading, RecordType
from hudna.record import find_events

PUTIN, ROUHANI, ERDOGAN = "فلاديمير بوتين", "حسن روحاني", "رجب طيب أردوغان"


def _contacts(*readings: Reading, decisions: tuple[Decision, ...] = ()) -> list:
    return [event for event in find_events(readings, decisions) if event.type is RecordType.CONTACT]


def test_call_told_by_two_outlets_is_one_event() -> None:
    """One call, spelled apart and one man by his surname, has two witnesses and two origins."""
    [event] = _contacts(*call_in_two_outlets())

    assert (event.earliest.isoformat(), event.latest.isoformat()) == ("2017-07-04", "2017-07-04")
    assert len(event.witnesses) == len(event.origins) == len(event.members) == 2
    assert [feature.code for feature in event.merges[0].features] == ["kind", "actors", "days"]
    assert event.differences == ()


def test_one_agency_printed_by_three_is_one_origin() -> None:
    """Papers that print one agency are witnesses each, and one origin."""
    readings = [meeting(paper, (PUTIN, ROUHANI), "2021-12-21", agency="وكالة سما") for paper in ("أ", "ب", "ج")]
    own = meeting("وكالة سما", (PUTIN, ROUHANI), "2021-12-21")

    [event] = _contacts(*readings, own)

    assert len(event.witnesses) == 4
    assert event.origins == ("وكاله سما",)


def test_last_of_the_chain_is_the_origin() -> None:
    """A statement told through others goes back to the last of them, whatever the article credits."""
    write = Writer("قال ظريف إن الهدنة قائمة نقلا عن تاس عن فارس. وكالات", source="أ")
    via = (write.party("تاس"), write.party("فارس"))
    reading = write.reading(
        statements=(write.statement("قال", "ظريف", "الهدنة قائمة", via=via),), credits=(write.party("وكالات"),)
    )

    assert find_events([reading])[0].origins == ("فارس",)


def test_other_people_day_kind_or_round_are_other_events() -> None:
    """Each of who, when, what and which round parts events."""
    base = meeting("أ", (PUTIN, ROUHANI), "2021-12-21", round="17")
    others = [
        meeting("ب", (PUTIN, ERDOGAN), "2021-12-21"),
        meeting("ج", (PUTIN, ROUHANI), "2021-12-24"),
        meeting("د", (PUTIN, ROUHANI), "2021-12-21", kind=ContactKind.CALL),
        meeting("ه", (PUTIN, ROUHANI), "2021-12-21", round="16"),
        meeting("و", (PUTIN, ROUHANI, ERDOGAN), "2021-12-21"),
    ]

    for other in others:
        assert len(_contacts(base, other)) == 2


def test_round_stands_for_those_not_named() -> None:
    """A session told without its parties is known by its round and day."""
    named = meeting("أ", (PUTIN, ROUHANI), "2021-12-21", place="طهران", round="17", kind=ContactKind.SESSION)
    bare = meeting("ب", (PUTIN,), "2021-12-21", place="طهران", round="17", kind=ContactKind.SESSION)
    bare = replace(bare, contacts=(replace(bare.contacts[0], participants=()),))

    assert len(_contacts(named, bare)) == 1


def _undated(reading: Reading) -> Reading:
    return replace(reading, contacts=tuple(replace(each, when=None) for each in reading.contacts))


def test_undated_meeting_of_the_same_people_in_these_days_is_one() -> None:
    """A meeting told without a day is that which the same two had in the days before the article, if they are all."""
    one = meeting("أ", (PUTIN, ROUHANI), "2021-12-21")

    assert len(_contacts(one, _undated(meeting("ب", (PUTIN, ROUHANI), "2021-12-21")))) == 1
    for other in (
        meeting("ب", (PUTIN, ROUHANI), "2021-12-21", published="2021-12-29"),
        meeting("ج", (PUTIN, ERDOGAN), "2021-12-21"),
        meeting("د", (PUTIN, ROUHANI), "2021-12-21", kind=ContactKind.CALL),
        meeting("ه", (PUTIN, ROUHANI), "2021-12-21", status=ContactStatus.PLANNED),
    ):
        assert len(_contacts(one, _undated(other))) == 2


def test_undated_meeting_joins_no_two_days() -> None:
    """What has no day belongs to one of two days at most."""
    days = [meeting("أ", (PUTIN, ROUHANI), "2021-12-20"), meeting("ب", (PUTIN, ROUHANI), "2021-12-22")]
    undated = _undated(meeting("ج", (PUTIN, ROUHANI), "2021-12-21"))

    assert sorted(len(event.members) for event in _contacts(*days, undated)) == [1, 2]


def test_day_apart_is_a_difference_if_all_else_agrees() -> None:
    """Two outlets that put one meeting on two days tell one event, and who says which day is kept."""
    one = meeting("أ", (PUTIN, ROUHANI), "2021-12-21", place="طهران")
    two = meeting("ب", (PUTIN, ROUHANI), "2021-12-22", place="طهران")

    [event] = _contacts(one, two)

    assert [(difference.field, [value.value for value in difference.values]) for difference in event.differences] == [
        ("day", ["2021-12-21", "2021-12-22"])
    ]
    assert len(_contacts(one, meeting("ب", (PUTIN, ROUHANI), "2021-12-22"))) == 2


def test_town_and_its_state_are_one_place() -> None:
    """A visit to Paris is a visit to France; one to Berlin is not."""
    visits = [
        meeting(source, (PUTIN, ROUHANI), "2021-12-21", place=place, kind=ContactKind.VISIT)
        for source, place in (("أ", "باريس"), ("ب", "فرنسا"), ("ج", "برلين"))
    ]
    fields = [
        [each.field for event in find_events(pair) for each in event.differences] for pair in (visits[:2], visits[1:])
    ]

    assert [[], ["place"]] == fields


def test_two_spellings_of_one_place_are_no_difference() -> None:
    """A city written two ways is one place; another city is told as a difference."""
    one = meeting("أ", (PUTIN, ROUHANI), "2021-12-21", place="أستانا")
    same = meeting("ب", (PUTIN, ROUHANI), "2021-12-21", place="أستانة")
    other = meeting("ب", (PUTIN, ROUHANI), "2021-12-21", place="طهران")

    assert _contacts(one, same)[0].differences == ()
    assert [difference.field for event in _contacts(one, other) for difference in event.differences] == ["place"]


def test_planned_and_held_are_one_event() -> None:
    """What was planned and what was held is one meeting; each telling keeps its status, the last one counts."""
    planned = meeting(
        "أ", (PUTIN, ROUHANI), "2021-12-20", last="2021-12-24", status=ContactStatus.PLANNED, published="2021-12-01"
    )
    held = meeting("ب", (PUTIN, ROUHANI), "2021-12-21", published="2021-12-22")

    [event] = _contacts(held, planned)

    assert event.status == "held"
    assert [member.status for member in event.members] == ["planned", "held"]
    assert (event.earliest.isoformat(), event.latest.isoformat()) == ("2021-12-21", "2021-12-21")
    assert event.differences == ()


def test_held_and_denied_differ() -> None:
    """Where one says it was and one that it was not, both are told."""
    held = meeting("أ", (PUTIN, ROUHANI), "2021-12-21")
    denied = meeting("ب", (PUTIN, ROUHANI), "2021-12-21", status=ContactStatus.DENIED)

    assert [difference.field for difference in _contacts(held, denied)[0].differences] == ["status"]


def test_records_of_one_article_stay_apart() -> None:
    """What one article tells as two is not put together through another."""
    one, two = meeting("أ", (PUTIN, ROUHANI), "2021-12-21"), meeting("ب", (PUTIN, ROUHANI), "2021-12-21")
    twice = replace(one, contacts=(*one.contacts, replace(one.contacts[0], id="c2")))

    assert sorted(len(event.members) for event in _contacts(twice, two)) == [1, 2]


def test_order_changes_nothing() -> None:
    """Events are a function of the set of readings."""
    readings = [
        *call_in_two_outlets(),
        meeting("أ", (PUTIN, ROUHANI), "2021-12-21", place="طهران"),
        meeting("ب", (PUTIN, ROUHANI), "2021-12-22", place="طهران"),
    ]

    assert len({find_events(order) for order in permutations(readings)}) == 1


def test_decisions_part_and_join() -> None:
    """People split what was merged and join what was not."""
    readings = call_in_two_outlets()
    left, right = (f"{reading.article.digest}/c1" for reading in readings)
    split = Decision(
        kind=DecisionKind.SAME_EVENT, left=left, right=right, judgement=Judgement.NEGATIVE, by="me", at="1"
    )
    join = replace(split, judgement=Judgement.POSITIVE, at="2")

    assert len(_contacts(*readings, decisions=(split,))) == 2
    assert len(_contacts(*readings, decisions=(join, split))) == 1


def test_schedules_of_one_act_are_one_event() -> None:
    """Two outlets on one summit set for one window tell one schedule; a promise is not one with it."""
    readings = []
    for source, kind in (("أ", PledgeKind.SCHEDULE), ("ب", PledgeKind.SCHEDULE), ("ج", PledgeKind.PROMISE)):
        write = Writer("تعقد إيران القمة الثلاثية في طهران خلال فبراير", source=source)
        when = write.when("خلال فبراير", "2022-02-01", "2022-02-28")
        party = write.party("إيران", "state:ir")
        readings.append(write.reading(pledges=(write.pledge("القمة الثلاثية في طهران", party, when, kind=kind),)))

    assert sorted(len(event.members) for event in find_events(readings)) == [1, 2]
