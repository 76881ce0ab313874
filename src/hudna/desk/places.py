"""Where events took place, as far as articles name places that are known."""

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from hudna.desk.board import Board
from hudna.model import Place, RecordType
from hudna.record import Line, Selection
from hudna.record.asking import Asking

if TYPE_CHECKING:
    from hudna.store.spread import Placed

_MOST_EVENTS: Final = 800  # beyond that a map tells nothing, and takes too long
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


def spots(board: Board, selection: Selection) -> Spots:
    """Return where the incidents, contacts and measures of a selection took place, by the first telling that says so."""
    types = [each for each in _PLACED if selection.types is None or each in selection.types]
    asking = Asking(selection=replace(selection, types=types))
    placed = board.standing.placed(asking, _MOST_EVENTS)
    found: dict[tuple[str, float | None, float | None], list[tuple[Place, Placed]]] = defaultdict(list)
    for each in placed:
        if each.place is not None:
            found[each.place.entity or each.place.label, each.place.latitude, each.place.longitude].append(
                (each.place, each)
            )
    last = [max((each for _, each in told), key=lambda each: each.day or "").id for told in found.values()]
    lines = board.standing.lines_of(last)
    several = [
        Spot(told[0][0], Counter(each.type for _, each in told), lines[key])
        for key, told in zip(last, found.values(), strict=True)
    ]
    ordered = sorted(several, key=lambda spot: (-spot.counts.total(), spot.place.label))
    unplaced = sum(each.place is None for each in placed)
    return Spots(tuple(ordered), len(placed), unplaced, board.standing.count(asking))
