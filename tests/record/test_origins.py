"""Whom tellings go back to: common sources and reprints count once, with the reason."""

from dataclasses import replace

import pytest

from factories import Writer
from hudna.model import Event, IncidentKind, OriginReason, Reading, RecordType, Standing
from hudna.record import find_events

BODY, DIRECTOR, OTHER = (
    ("المرصد السوري لحقوق الإنسان", "body:sohr"),
    ("رامي عبد الرحمن", "person:rami-abdulrahman"),
    ("سكان محليون", None),
)


def _shelling(source: str, reporter: tuple[str, str | None], *, more: str = "") -> Reading:
    write = Writer(
        f"قصفت القوات مواقع المقاتلين في دوما أمس حسب {reporter[0]}. {more}", source=source, day="2018-04-07"
    )
    incident = write.incident(
        "قصفت",
        "القوات",
        "المقاتلين",
        write.when("أمس", "2018-04-06"),
        kind=IncidentKind.SHELLING,
        place=write.place("دوما"),
        reported_by=(write.party(*reporter),),
    )
    return write.reading(incidents=(incident,))


def _incident(*readings: Reading) -> Event:
    [event] = [event for event in find_events(readings) if event.type is RecordType.INCIDENT]
    return event


@pytest.mark.parametrize(
    ("first", "second", "origins", "reason"),
    [
        (BODY, BODY, ("body:sohr",), OriginReason.SAME_OBSERVATORY),
        (BODY, DIRECTOR, ("body:sohr",), OriginReason.SAME_DIRECTOR_AND_BODY),
        (OTHER, OTHER, ("سكان محليون",), OriginReason.SAME_SOURCE),
    ],
)
def test_common_source_counts_once(first, second, origins, reason) -> None:
    """Two outlets that cite one observatory, or its director and it, have one origin, and the reason is kept."""
    event = _incident(_shelling("أ", first), _shelling("ب", second))

    assert (2, origins) == (len(event.witnesses), event.origins)
    assert [reason] == [source.reason for source in event.sources]
    assert {member.key for member in event.members} == set(event.sources[0].members)


def test_other_sources_count_apart() -> None:
    """An observatory and the inhabitants are two; neither needs a reason."""
    event = _incident(_shelling("أ", BODY), _shelling("ب", OTHER))

    assert 2 == len(event.origins)
    assert [None, None] == [source.reason for source in event.sources]


def test_reprint_counts_once() -> None:
    """Two outlets without a source that print one text have one origin; two that write their own have two."""
    text = "وشوهدت أعمدة الدخان ترتفع فوق الأحياء الشرقية بينما هرعت سيارات الإسعاف لنقل الجرحى نحو المشافي القريبة"
    other = "وفرت عشرات العائلات صوب البلدات المجاورة مع اشتداد المعارك عند الأطراف الجنوبية للغوطة ليلا"

    def unsourced(source: str, more: str) -> Reading:
        reading = _shelling(source, OTHER, more=more)
        return replace(reading, incidents=(replace(reading.incidents[0], reported_by=()),))

    reprinted = _incident(unsourced("أ", text), unsourced("ب", text))
    own = _incident(unsourced("أ", text), unsourced("ب", other))

    assert [OriginReason.REPRINT] == [source.reason for source in reprinted.sources]
    assert 2 == len(own.origins)


def test_origin_that_is_a_party_is_marked() -> None:
    """Who tells of his own act admits it; who tells what befell him is marked as well."""
    event = _incident(_shelling("أ", ("القوات", None)), _shelling("ب", ("المقاتلين", None)))
    standings = {source.id: source.standing for source in event.sources}

    assert {"القوات": Standing.ADMITS, "المقاتلين": Standing.SUFFERS} == standings


def test_order_changes_no_origin() -> None:
    """Origins are a function of the set of readings."""
    readings = [_shelling("أ", BODY), _shelling("ب", DIRECTOR), _shelling("ج", OTHER)]

    assert _incident(*readings).sources == _incident(*reversed(readings)).sources
