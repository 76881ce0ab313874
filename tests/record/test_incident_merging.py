"""Incidents told without a day and by other names are one where their numbers, places or words leave no doubt."""

from dataclasses import replace
from typing import Any

import pytest

from factories import Writer
from hudna.model import Event, IncidentKind, Reading, RecordType, Toll, TollOutcome
from hudna.record import find_events


def _told(source: str, text: str, cue: str, *, day: str = "2018-03-16", **more: Any) -> Reading:
    write = Writer(text, source=source, day=day)
    toll, place, when = more.pop("toll", None), more.pop("place", None), more.pop("when", None)
    tolls = ()
    if toll is not None:
        words, number = toll
        tolls = (Toll(outcome=TollOutcome.KILLED, words=write.span(words), min=number, max=number),)
    incident = write.incident(
        cue,
        more.pop("actor", None),
        more.pop("target", None),
        when and write.when(*when),
        place=place and write.place(place),
        tolls=tolls,
        **more,
    )
    return write.reading(incidents=(incident,))


def _incidents(*readings: Reading) -> list[Event]:
    return [event for event in find_events(readings) if event.type is RecordType.INCIDENT]


def _raid(source: str, **more: Any) -> Reading:
    values = {"toll": ("16 شخصا", 16), "place": "عفرين", "kind": IncidentKind.AIR_STRIKE}
    return _told(source, "قتل 16 شخصا في غارة على مستشفى عفرين.", "غارة", **values | more)


def _report(**more: Any) -> Reading:
    values = {"toll": ("ستة عشر مدنيا", 16), "place": "عفرين", "kind": IncidentKind.KILLING_UNSPECIFIED}
    text = "قال الأهالي إن ستة عشر مدنيا سقطوا في عفرين أمس حين ضربت الطائرات المستشفى وخمسة في منبج."
    return _told("صحيفة ب", text, "سقطوا", **values | more)


def test_same_toll_in_one_place_needs_no_day() -> None:
    """A number of dead in one place within days is one incident, however closely its kind is told."""
    [event] = _incidents(_raid("أ"), _report())

    assert {member.kind for member in event.members} == {"air_strike", "killing_unspecified"}
    assert [feature.code for feature in event.merges[0].features] == ["kind", "days", "place", "toll"]


@pytest.mark.parametrize(
    "more",
    [
        {"place": "منبج"},
        {"toll": ("خمسة", 5)},
        {"day": "2018-04-16"},
        {"kind": IncidentKind.ABDUCTION_OR_ARREST},
        {"when": ("أمس", "2018-03-10")},
    ],
    ids=["elsewhere", "another toll", "a month later", "another kind", "another day"],
)
def test_what_speaks_against_it_keeps_them_apart(more: dict[str, Any]) -> None:
    """Another place, number, month or kind is another incident."""
    assert len(_incidents(_raid("أ"), _report(**more))) == 2


def test_one_or_two_dead_tell_nothing() -> None:
    """The toll of many incidents makes no two of them one."""
    one = _raid("أ", toll=("16 شخصا", 2), place=None)
    other = _report(toll=("ستة عشر مدنيا", 2), place=None)

    assert len(_incidents(one, other)) == 2


def test_a_sentence_of_one_source_is_one_incident() -> None:
    """Two papers that print the same words, without a day, tell one incident; other words leave it open."""
    cue = "استهدفت تعزيزات المتمردين في مواقع متفرقة"
    first = _told("أ", f"وقالت المصادر إن المقاتلات {cue} شمالا.", cue, target="المتمردين")
    again = _told("ب", f"وذكرت أن الطائرات {cue} أمس.", cue, target="المتمردين", day="2018-03-17")
    other = _told("ج", "واستهدفت الطائرات تعزيزات المتمردين مجددا.", "استهدفت", target="المتمردين", day="2018-03-17")

    assert sorted(len(event.members) for event in _incidents(first, again, other)) == [1, 2]


def test_a_shared_day_place_and_doer_are_enough() -> None:
    """Of a day and a place, two tellings with the same doer are one; with none in common they may be two."""
    text = "قصفت القوات التركية بلدة عفرين يوم الجمعة واستهدفت المدفعية التلة."
    when, place = ("يوم الجمعة", "2018-03-16"), "عفرين"
    one = _told("أ", text, "قصفت", when=when, place=place, actor="القوات التركية")
    other = _told("ب", text, "قصفت القوات", when=when, place=place, actor="القوات التركية", target="بلدة عفرين")
    apart = _told("ج", text, "استهدفت", when=when, place=place, actor="المدفعية", target="التلة")

    assert sorted(len(event.members) for event in _incidents(one, other, apart)) == [1, 2]


def test_what_says_less_is_no_difference() -> None:
    """Killed, and killed in a raid; sixteen, and sixteen at least: neither telling is against the other."""
    at_least = _report()
    [told] = at_least.incidents
    [toll] = told.tolls
    at_least = replace(at_least, incidents=(replace(told, tolls=(replace(toll, max=None),)),))

    [event] = _incidents(_raid("أ"), at_least)

    assert event.differences == ()


def test_what_goes_on_ends_with_each_article() -> None:
    """A siege since February is told by each article up to its own day: that is no difference."""
    text = "ومنذ 18 فبراير تحاصر القوات التركية مدينة عفرين حصارا خانقا."
    more = {"place": "عفرين", "actor": "القوات التركية", "kind": IncidentKind.OBSTRUCTION}
    readings = [
        _told(source, text, "تحاصر القوات التركية مدينة عفرين", day=day, when=("18 فبراير", "2018-02-18", day), **more)
        for source, day in (("أ", "2018-03-12"), ("ب", "2018-03-15"))
    ]

    [event] = _incidents(*readings)

    assert event.differences == ()
