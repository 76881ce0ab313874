"""Where events took place, as far as articles name places that are known."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from hudna.desk.board import Board
from hudna.model import Place, RecordType
from hudna.record import Selection
from hudna.record.asking import Asking

if TYPE_CHECKING:
    from hudna.store.spread import Placed

_MOST_EVENTS: Final = 600  # beyond that a map tells nothing, and takes too long
_PLACED: Final = (RecordType.INCIDENT, RecordType.CONTACT, RecordType.MEASURE)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with the events that lie there: how many of each type, and the last of them, by its id and days."""

    place: Place
    counts: Counter[RecordType]
    last: str
    earliest: dt.date | None
    latest: dt.date | None


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
    several = [_spot([each for _, each in told], told[0][0]) for told in found.values()]
    ordered = sorted(several, key=lambda spot: (-spot.counts.total(), spot.place.label))
    unplaced = sum(each.place is None for each in placed)
    return Spots(tuple(ordered), len(placed), unplaced, board.standing.count(asking))


def _spot(placed: Sequence["Placed"], place: Place) -> Spot:
    last = max(placed, key=lambda each: each.latest or each.earliest or "")
    earliest, latest = (None if each is None else dt.date.fromisoformat(each) for each in (last.earliest, last.latest))
    return Spot(place, Counter(each.type for each in placed), last.id, earliest, latest)
