"""Positions on a measure are one where who takes it and its name, place or day agree, or the words are the same."""

from typing import Any

import pytest

from factories import Writer
from hudna.model import MeasureStatus, Position, Reading, RecordType
from hudna.record import find_events

COUNCIL = "مجلس الأمن"


def _told(source: str, *, by: str = COUNCIL, entity: str | None = "body:un-security-council", **more: Any) -> Reading:
    place = more.pop("place", None)
    status = more.pop("status", MeasureStatus.ADOPTED)
    write = Writer(
        f"{source}: أقر {by} هدنة في سوريا ثم بحثها في دوما.", source=source, day=more.pop("day", "2018-02-25")
    )
    position = Position(status=status, by=(write.party(by, entity),), evidence=(write.span("أقر"),))
    measure = write.measure("هدنة", position, place=place and write.place(place))
    return write.reading(measures=(measure,))


def _measures(*readings: Reading) -> list[int]:
    return sorted(len(each.members) for each in find_events(readings) if each.type is RecordType.MEASURE)


def test_same_body_and_place_need_no_day() -> None:
    """A truce that one council adopted for one country is one, told in the same days without any."""
    assert _measures(_told("أ", place="سوريا"), _told("ب", place="سوريا", day="2018-02-26")) == [2]


@pytest.mark.parametrize(
    "more",
    [
        {"place": "دوما"},
        {"status": MeasureStatus.CALLED_FOR},
        {"day": "2018-03-26"},
        {"by": "محكمة", "entity": None},
    ],
    ids=["elsewhere", "another status", "a month later", "somebody else"],
)
def test_what_speaks_against_it_keeps_positions_apart(more: dict[str, Any]) -> None:
    """Another place, status, month or body is another position."""
    assert _measures(_told("أ", place="سوريا"), _told("ب", **{"place": "سوريا"} | more)) == [1, 1]


def test_a_common_noun_is_nobody() -> None:
    """Two courts that decide something on one day are two."""
    tellings = [_told(source, by="محكمة", entity=None) for source in ("أ", "ب")]

    assert _measures(*tellings) == [1, 1]
