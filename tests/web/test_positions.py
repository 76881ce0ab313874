"""The table of positions says what the whole record does, whatever it loads."""

from collections import defaultdict
from importlib.resources import files
from pathlib import Path

from hudna import desk
from hudna.model import RecordType


def test_stands_are_those_of_all_measures(tmp_path: Path) -> None:
    """Each party's stands with their first event, how many there are, and their last day."""
    with desk.open_store(tmp_path / "record.sqlite", create=True) as store:
        list(desk.add(store, [files("hudna.samples") / "astana.jsonl"]))
        found = desk.positions(desk.Boards(store).now(), desk.Selection(), parties=1000, events=2)
        told: dict[tuple[str, str, str], list[desk.Line]] = defaultdict(list)
        for line in desk.make_record(store).chronology(desk.Selection(types=(RecordType.MEASURE,))):
            for entity in {actor.entity for actor in line.event.actors}:
                told[entity, line.event.kind, line.event.status or ""].append(line)

    stands = {
        (party, kind, stand.status): stand for (party, kind), several in found.stands.items() for stand in several
    }
    assert stands.keys() == told.keys()
    for key, stand in stands.items():
        lines = told[key]
        assert stand.events == tuple(line.event.id for line in lines[:2])
        assert stand.count == len(lines)
        assert stand.last == max(str(line.latest or line.earliest or "") for line in lines)
