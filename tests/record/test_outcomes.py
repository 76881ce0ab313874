"""What became of pledges and planned contacts: told evidence, days, order, and what is never claimed."""

import datetime as dt
import random

from factories import Writer, meeting
from hudna.model import ContactKind, ContactStatus, MeasureKind, MeasureStatus, PledgeKind
from hudna.model.records import Order
from hudna.record import find_events
from hudna.record.outcomes import InOrder, Verdict, follow_up, tally

BOTH = ("لافروف", "ظريف")


def _follow(*readings):
    return follow_up(find_events(readings), readings)


def _planned(day: str, *, last: str | None = None, published: str = "2021-12-22", **more):
    return meeting("أ", BOTH, day, last=last, published=published, status=ContactStatus.PLANNED, **more)


def _held(day: str, *, published: str, source: str = "ب", **more):
    return meeting(source, BOTH, day, published=published, **more)


def test_a_planned_meeting_told_as_held_is_kept():
    """The evidence of both sides is named, and the last day read."""
    [outcome] = _follow(_planned("2021-12-28"), _held("2021-12-28", published="2021-12-29"))

    assert (Verdict.KEPT, 3) == (outcome.verdict, outcome.fulfilment)
    assert dt.date(2021, 12, 29) == outcome.as_of
    assert ["أ"] == [member.outlet for member in outcome.commitment.told]
    assert ["ب"] == [member.outlet for member in outcome.seen]
    assert {"kind", "actors"} <= {feature.code for feature in outcome.features}


def test_held_after_its_day_is_late_by_so_many_days():
    """The days are counted from the last one set."""
    [outcome] = _follow(_planned("2021-12-25", last="2021-12-28"), _held("2022-01-03", published="2022-01-04"))

    assert Verdict.KEPT_LATE is outcome.verdict
    assert ("days", "6") in outcome.because.args


def test_much_later_it_is_another_meeting_unless_its_place_is_the_same():
    """The same people meet every few months; where the place is the one set, the delay may be long."""
    far = {"published": "2022-05-02", "place": "طهران"}
    assert Verdict.NOT_SEEN is _follow(_planned("2021-12-28"), _held("2022-05-01", **far))[0].verdict
    assert Verdict.KEPT_LATE is _follow(_planned("2021-12-28", place="طهران"), _held("2022-05-01", **far))[0].verdict
    assert Verdict.NOT_SEEN is _follow(_planned("2021-12-28", place="موسكو"), _held("2022-05-01", **far))[0].verdict


def test_nothing_read_is_not_seen_and_never_broken():
    """The day is past, other news came in: that is all that is known."""
    other = meeting("ب", ("فلان الفلاني", "علان العلاني"), "2022-01-05", published="2022-01-06")
    [outcome] = _follow(_planned("2021-12-28"), other)

    assert (Verdict.NOT_SEEN, None, ()) == (outcome.verdict, outcome.fulfilment, outcome.seen)
    assert "nothing_told" == outcome.because.code


def test_before_its_day_it_is_not_yet_due():
    """The last day read decides, not the clock."""
    [outcome] = _follow(_planned("2099-12-28"))

    assert Verdict.NOT_YET_DUE is outcome.verdict


def test_a_meeting_held_before_it_was_set_is_another():
    """What was held on the day before the plan was told is no fulfilment of it."""
    [outcome] = _follow(_planned("2021-12-28"), _held("2021-12-20", published="2022-01-02"))

    assert Verdict.NOT_SEEN is outcome.verdict


def test_a_cancelled_meeting_is_withdrawn_and_one_put_off_overtaken():
    """Both have their own words."""
    gone = _held("2021-12-28", published="2021-12-27", status=ContactStatus.CANCELLED)
    off = _held("2022-02-01", published="2021-12-27", status=ContactStatus.POSTPONED)
    failed = _held("2021-12-28", published="2021-12-29", status=ContactStatus.NOT_HELD)

    assert Verdict.WITHDRAWN is _follow(_planned("2021-12-28"), gone)[0].verdict
    assert Verdict.OVERTAKEN in {each.verdict for each in _follow(_planned("2021-12-28"), off)}
    [outcome] = _follow(_planned("2021-12-28"), failed)
    assert (Verdict.UNMET_AS_TOLD, 0) == (outcome.verdict, outcome.fulfilment)


def test_a_larger_company_is_another_meeting():
    """Two who are to meet have not met because they sat at a table of five."""
    many = meeting("ب", (*BOTH, "تشاووش", "غوتيريش", "بيدرسن"), "2021-12-28", published="2021-12-29")

    assert Verdict.NOT_SEEN is _follow(_planned("2021-12-28"), many)[0].verdict


def test_a_round_is_known_by_its_number():
    """Nobody need be named for a round of a series, and another round is not it."""
    plan = Writer("الجولة السادسة ستعقد في آب.", source="أ", day="2017-07-05")
    planned = plan.contact(
        "الجولة السادسة",
        (),
        plan.when("في آب", "2017-08-25", "2017-08-31"),
        kind=ContactKind.SESSION,
        status=ContactStatus.PLANNED,
        process="astana",
        round="6",
    )

    def held(number: str):
        write = Writer(f"انتهت الجولة {number} أمس بين روسيا وتركيا.", source="ب", day="2017-09-16")
        return write.reading(
            contacts=(
                write.contact(
                    "انتهت",
                    ("روسيا", "تركيا"),
                    write.when("أمس", "2017-09-15"),
                    kind=ContactKind.SESSION,
                    process="astana",
                    round=number,
                ),
            )
        )

    assert Verdict.KEPT_LATE is _follow(plan.reading(contacts=(planned,)), held("6"))[0].verdict
    assert Verdict.NOT_SEEN is _follow(plan.reading(contacts=(planned,)), held("7"))[0].verdict


def test_a_schedule_and_its_planned_contact_are_one():
    """The pledge stands in the words of the contact: they are counted once."""
    write = Writer("سيجتمع لافروف وظريف الثلاثاء.", source="أ", day="2021-12-22")
    when = write.when("الثلاثاء", "2021-12-28")
    contact = write.contact("سيجتمع لافروف وظريف", BOTH, when, kind=ContactKind.MEETING, status=ContactStatus.PLANNED)
    pledge = write.pledge("سيجتمع لافروف وظريف الثلاثاء", "لافروف", when)
    [outcome] = _follow(write.reading(contacts=(contact,), pledges=(pledge,)))

    assert 2 == len(outcome.commitment.events)
    assert PledgeKind.SCHEDULE is outcome.commitment.kind


def _order(first: str, second: str):
    """Return the outcome of a visit that is to come before a summit, held on these days."""
    write = Writer("سيزور ظريف موسكو الأحد قبل القمة بين لافروف وظريف الثلاثاء.", source="أ", day="2021-12-22")
    contact = write.contact(
        "القمة",
        BOTH,
        write.when("الثلاثاء", "2021-12-28"),
        n=1,
        kind=ContactKind.MEETING,
        status=ContactStatus.PLANNED,
    )
    visit = write.contact(
        "سيزور",
        ("ظريف", "موسكو"),
        write.when("الأحد", "2021-12-26"),
        n=2,
        kind=ContactKind.VISIT,
        status=ContactStatus.PLANNED,
    )
    pledge = write.pledge(
        "سيزور ظريف موسكو الأحد", "ظريف", write.when("الأحد", "2021-12-26"), order=Order(before=write.span("القمة"))
    )
    came = meeting("ب", ("ظريف", "موسكو"), first, published="2022-01-05", kind=ContactKind.VISIT)
    outcomes = _follow(
        write.reading(contacts=(contact, visit), pledges=(pledge,)),
        came,
        _held(second, published="2022-01-05", source="ج"),
        meeting("أ", BOTH, second, published="2022-01-06", status=ContactStatus.HELD),
    )
    return next(each for each in outcomes if each.commitment.before)


def test_the_order_that_was_set_is_checked():
    """Both days are told: the first came first, or it did not."""
    assert InOrder.YES is _order("2021-12-26", "2021-12-28").in_order
    assert InOrder.NO is _order("2021-12-30", "2021-12-28").in_order


def _promise(what: str, **more):
    write = Writer(f"تعهدت تركيا {what} بحلول الاثنين.", source="أ", day="2018-09-17")
    due = write.when("الاثنين", "2018-10-15")
    return write.reading(pledges=(write.pledge(what, "تركيا", due, kind=PledgeKind.PROMISE, **more),))


def _done(words: str, kind: MeasureKind, status: MeasureStatus, day: str, **more):
    write = Writer(f"أعلنت تركيا {words} ذلك اليوم.", source="ب", day="2018-10-16")
    position = write.position(words, status, "تركيا", when=write.when("ذلك اليوم", day))
    return write.reading(measures=(write.measure(words, position, kind=kind, **more),))


def test_a_promise_is_kept_by_a_measure_of_its_kind_and_words():
    """Who promised is told to have done just that."""
    done = _done("سحب الأسلحة الثقيلة", MeasureKind.WITHDRAWAL, MeasureStatus.IMPLEMENTED, "2018-10-10")
    [outcome] = _follow(_promise("سحب الأسلحة الثقيلة"), done)

    assert (Verdict.KEPT, PledgeKind.PROMISE) == (outcome.verdict, outcome.commitment.kind)


def test_a_measure_of_another_kind_keeps_no_promise():
    """Aid is no withdrawal, and an agreement on it is not the thing itself."""
    aid = _done("إدخال مساعدات", MeasureKind.AID, MeasureStatus.IMPLEMENTED, "2018-10-10")
    agreed = _done("سحب الأسلحة الثقيلة", MeasureKind.WITHDRAWAL, MeasureStatus.AGREED, "2018-10-10")

    assert Verdict.NOT_SEEN is _follow(_promise("سحب الأسلحة الثقيلة"), aid)[0].verdict
    assert Verdict.NOT_SEEN is _follow(_promise("سحب الأسلحة الثقيلة"), agreed)[0].verdict


def test_fewer_than_promised_is_partly():
    """A number smaller than the one promised is a part: 2 from half of it, else 1."""

    def told(count: int):
        return _done(
            f"الإفراج عن {count} أسيرا",
            MeasureKind.RELEASE,
            MeasureStatus.IMPLEMENTED,
            "2018-10-10",
            quantity=str(count),
        )

    assert [(Verdict.PARTLY, 2), (Verdict.PARTLY, 1), (Verdict.KEPT, 3)] == [
        (outcome.verdict, outcome.fulfilment)
        for count in (60, 20, 100)
        for outcome in _follow(_promise("الإفراج عن 100 أسيرا"), told(count))
    ]


def test_a_promise_of_no_recorded_kind_is_not_followed():
    """Nothing could ever answer to it, so nothing is said of it."""
    [outcome] = _follow(_promise("بذل قصارى جهدها"), _held("2018-12-01", published="2018-12-02"))

    assert Verdict.NOT_FOLLOWED is outcome.verdict


def test_a_promise_on_a_condition_stays_open():
    """Whether the condition came about is not known."""
    write = Writer("تعهدت تركيا سحب الأسلحة إذا توقف القصف بحلول الاثنين.", source="أ", day="2018-09-17")
    pledge = write.pledge(
        "سحب الأسلحة",
        "تركيا",
        write.when("الاثنين", "2018-10-15"),
        kind=PledgeKind.PROMISE,
        condition=write.span("إذا توقف القصف"),
    )
    [outcome] = _follow(write.reading(pledges=(pledge,)), _held("2018-12-01", published="2018-12-02"))[:1]

    assert Verdict.OPEN is outcome.verdict


def _threat(source: str = "أ"):
    write = Writer("هددت تركيا بشن هجوم على منبج.", source=source, day="2018-03-01")
    return write.reading(pledges=(write.pledge("شن هجوم على منبج", "تركيا", None, kind=PledgeKind.THREAT),))


def _attack(source: str):
    write = Writer("قصف الجيش أمس منبج وقالت تركيا إنها نفذته.", source=source, day="2018-03-06")
    incident = write.incident("قصف", "تركيا", None, write.when("أمس", "2018-03-05"), place=write.place("منبج"))
    return write.reading(incidents=(incident,))


def test_a_threat_is_carried_out_only_where_two_origins_tell():
    """What is threatened is talked of as if it were done; one telling proves nothing."""
    assert Verdict.OPEN is _follow(_threat(), _attack("ب"))[0].verdict
    assert Verdict.KEPT is _follow(_threat(), _attack("ب"), _attack("ج"))[0].verdict


def _some_day(source: str, **more):
    """Return a meeting of the two that is planned for no day."""
    write = Writer(f"لقاء مرتقب بين لافروف وظريف وفق {source}.", source=source, day=more.pop("published"))
    return write.reading(
        contacts=(write.contact("لقاء", BOTH, None, kind=ContactKind.MEETING, status=ContactStatus.PLANNED),)
    )


def test_what_is_planned_for_no_day_is_done_where_two_origins_tell_and_nobody_still_plans_it():
    """The summit everybody talks of is not held because a headline speaks of it."""
    plan = _some_day("أ", published="2021-12-22")
    one = _held("2021-12-28", published="2021-12-29")
    two = _held("2021-12-28", published="2021-12-29", source="ج")
    later = _some_day("د", published="2022-01-03")

    assert Verdict.OPEN is _follow(plan, one)[0].verdict
    assert Verdict.KEPT is _follow(plan, one, two)[0].verdict
    assert {Verdict.OPEN} == {each.verdict for each in _follow(plan, one, two, later)}


def test_kinds_are_counted_apart():
    """Promises, threats and schedules never add up."""
    outcomes = _follow(_threat(), _promise("سحب الأسلحة الثقيلة"), _planned("2021-12-28"))

    assert [1, 1, 0, 1] == [sum(tally(outcomes)[kind].values()) for kind in PledgeKind]


def test_one_promise_in_the_same_words_of_two_outlets_is_one():
    """A reprint is no second promise."""
    one, two = (Writer("ستواصل تركيا تثبيت الهدنة.", source=source, day="2018-03-01") for source in ("أ", "ب"))
    readings = [
        each.reading(pledges=(each.pledge("تثبيت الهدنة", "تركيا", None, kind=PledgeKind.PROMISE),))
        for each in (one, two)
    ]
    [outcome] = _follow(*readings)

    assert 2 == len(outcome.commitment.told)


def test_the_order_of_readings_changes_nothing():
    """Outcomes are a function of the set of readings."""
    readings = [
        _planned("2021-12-28"),
        _held("2021-12-28", published="2021-12-29"),
        _threat(),
        _attack("ب"),
        _attack("ج"),
        _promise("سحب الأسلحة الثقيلة"),
        _done("سحب الأسلحة الثقيلة", MeasureKind.WITHDRAWAL, MeasureStatus.IMPLEMENTED, "2018-10-10"),
    ]
    expected = _follow(*readings)
    for seed in range(5):
        random.Random(seed).shuffle(readings)
        assert expected == _follow(*readings)
