"""Lives of measures, stands of parties, incidents by place and week."""

import random

from factories import Writer, meeting
from hudna.model import MeasureStatus, Reading
from hudna.model.records import Breach
from hudna.record import find_events
from hudna.record.lives import find_lives, find_stands
from hudna.record.particulars import particulars_of
from hudna.record.weeks import count_weeks


def _by_digest(readings: list[Reading]) -> dict[str, Reading]:
    return {reading.article.digest: reading for reading in readings}


def _truce(status: MeasureStatus, day: str, *, party: str = "الحكومة", place: str = "دوما", **more) -> Reading:
    write = Writer(f"قالت {party} كلمتها في هدنة {place} ذلك اليوم والفصائل تسمع.", source=f"صحيفة {day}", day=day)
    of = tuple(write.party(each) for each in more.pop("of", ()))
    stand = write.position("قالت", status, party, when=write.when("ذلك اليوم", day), of=of)
    return write.reading(measures=(write.measure("هدنة", stand, place=write.place(place)),))


def _lives(*readings: Reading):
    return find_lives(find_events(readings), particulars_of(readings))


def test_positions_on_one_truce_are_one_life_in_the_order_of_days() -> None:
    """Declared, in effect and reported broken are different days of one measure."""
    [life] = _lives(
        _truce(MeasureStatus.BROKEN, "2018-03-05", of=("الفصائل",)),
        _truce(MeasureStatus.DECLARED, "2018-03-01"),
        _truce(MeasureStatus.IN_EFFECT, "2018-03-02"),
    )

    assert ["declared", "in_effect", "broken"] == [step.status for step in life.steps]
    assert (("الفصائل",), ("الحكومة",)) == (life.steps[-1].broken_by, life.steps[-1].said_by)


def test_a_truce_elsewhere_or_weeks_later_is_another() -> None:
    """Place and time part measures of one kind."""
    assert 2 == len(_lives(*(_truce(MeasureStatus.DECLARED, "2018-03-01", place=each) for each in ("دوما", "حرستا"))))
    assert 2 == len(_lives(*(_truce(MeasureStatus.DECLARED, day) for day in ("2018-03-01", "2018-04-01"))))


def test_a_party_stands_where_it_stood_last() -> None:
    """The earlier stands are kept beside the last one, and since when it holds."""
    lives = _lives(
        _truce(MeasureStatus.REJECTED, "2018-03-01", party="المعارضة"),
        _truce(MeasureStatus.ACCEPTED, "2018-03-03", party="المعارضة"),
        _truce(MeasureStatus.DECLARED, "2018-03-02"),
    )
    told = {(each.party.label, each.status, str(each.since), each.before) for each in find_stands(lives)}

    assert {
        ("المعارضة", "accepted", "2018-03-03", ("rejected",)),
        ("الحكومة", "declared", "2018-03-02", ()),
    } == told


def _blow(day: str, source: str, *, aggregate: bool = False, breach: bool = False, cue: str = "قصف") -> Reading:
    write = Writer(f"{cue} الجيش الفصائل في دوما ذلك اليوم بحسب ناشطين من {source} في {day}.", source=source, day=day)
    incident = write.incident(
        cue,
        "الجيش",
        "الفصائل",
        write.when("ذلك اليوم", day),
        place=write.place("دوما"),
        aggregate=aggregate,
        breach_of=Breach(what="الهدنة", said_by=write.party("ناشطين")) if breach else None,
    )
    return write.reading(incidents=(incident,))


def _weeks(*readings: Reading):
    return count_weeks(find_events(readings), _by_digest(list(readings)))


def test_incidents_and_totals_are_counted_apart() -> None:
    """A total over time is never added to single incidents."""
    [week] = _weeks(_blow("2018-03-06", "أ"), _blow("2018-03-08", "ب", aggregate=True))

    assert (1, 1) == (len(week.incidents), len(week.aggregates))
    assert "2018-03-05" == week.monday.isoformat()


def test_breaches_are_counted_by_who_reports_them() -> None:
    """Whose word it is stands with the number."""
    [week] = _weeks(_blow("2018-03-06", "أ", breach=True), _blow("2018-03-08", "ب"))

    assert (("ناشطين", 1),) == week.breaches


def test_an_outlet_that_comes_in_later_makes_no_rise() -> None:
    """The second week has more incidents; those told by an outlet that was there from the start are as many."""
    first, second = _weeks(
        _blow("2018-03-06", "أ"),
        _blow("2018-03-13", "أ"),
        _blow("2018-03-15", "ب"),
    )

    assert [1, 2] == [len(first.incidents), len(second.incidents)]
    assert [1, 1] == [first.steady, second.steady]
    assert (("أ", 1), ("ب", 1)) == second.coverage


def test_the_order_of_readings_changes_nothing() -> None:
    """Lives and weeks are functions of the set of readings."""
    readings = [
        _truce(MeasureStatus.DECLARED, "2018-03-01"),
        _truce(MeasureStatus.IN_EFFECT, "2018-03-02"),
        _blow("2018-03-06", "أ"),
        _blow("2018-03-13", "ب"),
        meeting("ج", ("لافروف", "ظريف"), "2018-03-02", published="2018-03-03"),
    ]
    lives, weeks = _lives(*readings), _weeks(*readings)
    for seed in range(5):
        random.Random(seed).shuffle(readings)
        assert lives == _lives(*readings)
        assert weeks == _weeks(*readings)
