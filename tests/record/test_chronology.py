"""Events by day, and those a reader asks for."""

import datetime as dt

from factories import Writer, meeting
from hudna.model import RecordType
from hudna.record import Selection, chronology, find_events

READINGS = [
    meeting("أ", ("فلاديمير بوتين", "حسن روحاني"), "2021-12-21", place="طهران"),
    meeting("ب", ("فلاديمير بوتين", "بشار الأسد"), "2020-01-07", place="دمشق"),
]


def _days(selection: Selection) -> list[str]:
    return [str(line.earliest) for line in chronology(find_events(READINGS), selection)]


def test_lines_stand_by_day() -> None:
    """The first day comes first; a statement stands on its article's day, what has none last."""
    write = Writer("قال ظريف إن الهدنة قائمة", source="ج", day="2021-01-01")
    said = write.reading(statements=(write.statement("قال", "ظريف", "الهدنة قائمة"),))
    undated = Writer("قال لافروف إن الهدنة قائمة", source="ج")
    never = undated.reading(statements=(undated.statement("قال", "لافروف", "الهدنة قائمة"),))

    lines = chronology(find_events([never, said, *READINGS]))

    assert [(str(line.earliest), line.basis.value) for line in lines] == [
        ("2020-01-07", "told"),
        ("2021-01-01", "published"),
        ("2021-12-21", "told"),
        ("None", "unknown"),
    ]


def test_selection_keeps_what_is_asked_for() -> None:
    """Days, parties, places and types select; nothing else is kept."""
    assert _days(Selection(first=dt.date(2021, 1, 1))) == ["2021-12-21"]
    assert _days(Selection(last=dt.date(2021, 1, 1))) == ["2020-01-07"]
    assert _days(Selection(party="الاسد")) == ["2020-01-07"]
    assert _days(Selection(place="طهران")) == ["2021-12-21"]
    assert _days(Selection(types={RecordType.PLEDGE})) == []
    assert _days(Selection(min_origins=2)) == []
