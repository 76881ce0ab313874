"""Where events took place, as far as articles name places that are known."""

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from hudna.desk.board import Board
from hudna.model import Place, RecordType
from hudna.record import Line, Selection
from hudna.record.asking import Asking

_MOST_EVENTS: Final = 1500  # beyond that a map tells nothing, and takes too long
_PLACED: Final = (RecordType.INCIDENT, RecordType.CONTACT, RecordType.MEASURE)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with the lines that stand there: how many of each type, and the last of them."""

    place: Place
    counts: Counter[RecordType]
    last: Line


@dataclass(frozen=True, slots=True)
class Spots:
    """The places of a selection, those with most events first; how many events were looked at, and have no place."""

    spots: tuple[Spot, ...]
    events: int
    unplaced: int
    total: int


def _day(line: Line) -> dt.date:
    return line.latest or line.earliest or dt.date.min


def spots(board: Board, selection: Selection) -> Spots:
    """Return where the incidents, contacts and measures of a selection took place, by the first telling that says so."""
    from hudna.export.geojson import place_of

    types = [each for each in _PLACED if selection.types is None or each in selection.types]
    lines = board.asked(Asking(selection=replace(selection, types=types)))
    found: dict[tuple[str, float | None, float | None], list[tuple[Place, Line]]] = defaultdict(list)
    looked_at = unplaced = 0
    for line in islice(lines, _MOST_EVENTS):
        looked_at += 1
        placed = place_of(line.event, board.reading_of)
        if placed is None:
            unplaced += 1
        else:
            place = placed[0]
            found[place.entity or place.label, place.latitude, place.longitude].append((place, line))
    several = [
        Spot(told[0][0], Counter(line.event.type for _, line in told), max((line for _, line in told), key=_day))
        for told in found.values()
    ]
    ordered = sorted(several, key=lambda spot: (-spot.counts.total(), spot.place.label))
    return Spots(tuple(ordered), looked_at, unplaced, len(lines))
