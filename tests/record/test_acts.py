"""Measures, incidents and conduct of many articles: each stand an event of its own, each blow counted once."""

from factories import Writer
from hudna.model import MeasureStatus, Reading, RecordType, Toll, TollOutcome
from hudna.record import find_events


def _shelling(source: str, toll: str, *, place: str = "دوما", observatory: str | None = None) -> Reading:
    write = Writer(f"قصف الجيش الفصائل في {place} أمس فسقط {toll} بحسب {observatory or source}.", source=source)
    told = Toll(outcome=TollOutcome.KILLED, min=5, max=5, words=write.span(toll))
    reported_by = (write.party(observatory),) if observatory else ()
    incident = write.incident(
        "قصف",
        "الجيش",
        "الفصائل",
        write.when("أمس", "2018-03-01"),
        place=write.place(place),
        tolls=(told,),
        reported_by=reported_by,
    )
    return write.reading(incidents=(incident,))


def test_each_position_on_a_measure_is_an_event() -> None:
    """Who announced and who denied stand beside each other, each with its own words."""
    write = Writer("أعلنت موسكو الهدنة أمس ونفت المعارضة الهدنة.", source="أ")
    yes = write.position("أعلنت", MeasureStatus.DECLARED, "موسكو", when=write.when("أمس", "2018-03-01"))
    no = write.position("نفت", MeasureStatus.DENIED, "المعارضة")

    events = find_events([write.reading(measures=(write.measure("الهدنة", yes, no),))])

    assert {RecordType.MEASURE} == {event.type for event in events}
    told = {(event.status, event.actors[0].label, event.members[0].evidence[0].text) for event in events}
    assert {("declared", "موسكو", "أعلنت"), ("denied", "المعارضة", "نفت")} == told
    assert {"m1.1", "m1.2"} == {event.members[0].record for event in events}


def test_one_stand_told_by_two_outlets_is_one_event() -> None:
    """The same side's acceptance on one day is one; the other side's refusal is another."""
    readings = []
    for source, status in (("أ", MeasureStatus.ACCEPTED), ("ب", MeasureStatus.ACCEPTED), ("ج", MeasureStatus.REJECTED)):
        write = Writer("قالت الحكومة والمعارضة كلمتها في الهدنة أمس.", source=source)
        stand = write.position("قالت", status, "الحكومة", "المعارضة", when=write.when("أمس", "2018-03-01"))
        readings.append(write.reading(measures=(write.measure("الهدنة", stand, place=write.place("الهدنة")),)))

    events = find_events(readings)

    assert [("accepted", 2), ("rejected", 1)] == sorted((event.status, len(event.members)) for event in events)


def test_one_blow_told_by_two_outlets_is_one_event_of_one_source() -> None:
    """Two outlets that cite one observatory are two witnesses and one origin."""
    [event] = find_events([_shelling(source, "خمسة قتلى", observatory="المرصد") for source in ("أ", "ب")])

    assert (2, 1) == (len(event.witnesses), len(event.origins))
    assert "خمسة قتلى" == event.members[0].what


def test_blows_in_two_places_are_two_events() -> None:
    """Place parts incidents of one day and the same sides."""
    assert 2 == len(find_events([_shelling("أ", "خمسة قتلى"), _shelling("ب", "ستة قتلى", place="حرستا")]))
