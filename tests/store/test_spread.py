"""Where and when events lie, as counted in the store, is what is made of all readings at once."""

from collections import Counter
from importlib.resources import files
from pathlib import Path

from hudna import desk
from hudna.export.geojson import place_of
from hudna.model import RecordType
from hudna.record.asking import Asking
from hudna.record.lives import find_lives, tied
from hudna.record.particulars import particulars_of
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


def test_ties_are_those_of_whole_measures(tmp_path: Path) -> None:
    """What hangs together by the lines of a store is what hangs together as measures of all readings."""
    with desk.open_store(tmp_path / "record.sqlite", create=True) as store:
        list(desk.add(store, [files("hudna.samples") / "astana.jsonl"]))
        board = desk.Boards(store).now()
        lives = find_lives(desk.make_record(store).events, particulars_of(store.readings()))
        asking = Asking(selection=desk.Selection(types=(RecordType.MEASURE,)))
        found = tied(board.standing.ties(asking, 10_000))
        assert any(len(keys) > 1 for keys in found)
        assert sorted(found) == sorted(tuple(sorted({step.event for step in life.steps})) for life in lives)


def test_of_much_the_weightiest_comes_first(tmp_path: Path) -> None:
    """Events are chosen by their columns as they would be by going through them."""
    with desk.open_store(tmp_path / "record.sqlite", create=True) as store:
        list(desk.add(store, [files("hudna.samples") / "astana.jsonl"]))
        board = desk.Boards(store).now()
        digests = [head.digest for head in board.heads[:3]]
        told = {digest: board.lines_of_article(digest) for digest in digests}
        assert {digest: len(lines) for digest, lines in told.items()} == board.standing.count_told(digests)
        weights = {line.event.id: desk.consequence(line.event) for lines in told.values() for line in lines}
        assert sorted(weights.values())[-4:] == sorted(weights[key] for key in board.standing.weightiest(weights, 4))
        foremost = board.standing.foremost_told(digests, tuple(RecordType), 4)
        assert sorted(weights.values(), reverse=True)[:4] == [desk.consequence(line.event) for line in foremost]


def test_words_are_found_in_any_form(tmp_path: Path) -> None:
    """With an article, a preposition or another ending; every word has to be there, and a part of one is none."""
    with desk.open_store(tmp_path / "record.sqlite", create=True) as store:
        list(desk.add(store, [files("hudna.samples") / "astana.jsonl"]))
        board = desk.Boards(store).now()

        def count(words: str) -> int:
            return len(board.asked(Asking(selection=desk.Selection(words=words))))

        assert 0 < count("هدنة") == count("الهدنة") == count("بالهدنة")
        assert count("الهدنة سوريا") < count("الهدنة")
        assert 0 == count("هدن")
