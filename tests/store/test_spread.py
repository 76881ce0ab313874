"""Where and when events lie, as counted in the store, is what is made of all readings at once."""

from collections import Counter
from importlib.resources import files
from pathlib import Path

from hudna import desk
from hudna.export.geojson import place_of
from hudna.model import RecordType
from hudna.record.asking import Asking
from hudna.record.weeks import count_weeks


def test_weeks_and_places_are_those_of_the_readings(tmp_path: Path) -> None:
    """Incidents by week, totals apart, and the points of events, as the functions over whole readings have them."""
    with desk.open_store(tmp_path / "record.sqlite", create=True) as store:
        list(desk.add(store, [files("hudna.samples") / "astana.jsonl"]))
        board = desk.Boards(store).now()
        readings = {reading.article.digest: reading for reading in store.readings()}
        events = {event.id: event for event in desk.make_record(store).events}

        single: Counter[object] = Counter()
        totals: Counter[object] = Counter()
        for week in count_weeks(events.values(), readings):
            single[week.monday] += len(week.incidents)
            totals[week.monday] += len(week.aggregates)
        assert {monday: (count, totals[monday]) for monday, count in single.items()} == {
            monday: (count, total) for monday, count, total in board.standing.by_week(Asking())
        }

        types = (RecordType.INCIDENT, RecordType.CONTACT, RecordType.MEASURE)
        found = board.standing.placed(Asking(selection=desk.Selection(types=types)), 10_000)
        assert any(each.place for each in found)
        for each in found:
            expected = place_of(events[each.id], readings.__getitem__)
            assert each.place == (expected and expected[0])
