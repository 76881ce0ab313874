"""What the picture of a selection shows: the lives of its truces, its incidents by week, and who published how much."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from hudna.desk.board import Board
from hudna.desk.overview import coverage
from hudna.model import Event, MeasureKind, RecordType
from hudna.record import Selection
from hudna.record.asking import Asking
from hudna.record.lives import Life, Step, find_lives

_TRUCES: Final = (MeasureKind.CEASEFIRE.value, MeasureKind.ZONE.value)
_LIVES: Final = 12
_MOST_EVENTS: Final = 1000  # beyond that a picture tells nothing, and takes too long


@dataclass(frozen=True, slots=True)
class Picture:
    """The lives of truces with a day, by their first day; single incidents and totals by week (its Monday).

    ``left_out`` is the number of lives that are not shown, those of which least is told. ``articles`` is how many
    articles each outlet published in each week, whatever they tell.
    """

    lives: tuple[Life, ...]
    left_out: int
    incidents: Mapping[dt.date, int]
    totals: Mapping[dt.date, int]
    articles: Mapping[dt.date, Counter[str]]


def picture(board: Board, selection: Selection) -> Picture:
    """Return the picture of a selection, whatever types and kinds of record it asks for."""
    chosen = replace(selection, types=None, kinds=None, statuses=None)
    measures = _events(board, replace(chosen, types=(RecordType.MEASURE,), kinds=_TRUCES))
    particulars = board.standing.particulars(event.id for event in measures)
    lives = [life for life in find_lives(measures, particulars) if any(map(day_of_step, life.steps))]
    foremost = sorted(lives, key=lambda life: (-len(life.steps), life.id))[:_LIVES]
    weeks = board.standing.by_week(Asking(selection=replace(chosen, types=(RecordType.INCIDENT,))))
    single = {monday: count for monday, count, _ in weeks}
    totals = {monday: count for monday, _, count in weeks}
    articles: dict[dt.date, Counter[str]] = defaultdict(Counter)
    for each in coverage(board):
        for monday, count in each.weeks.items():
            articles[monday][each.outlet] += count
    shown = tuple(sorted(foremost, key=lambda life: (min(filter(None, map(day_of_step, life.steps))), life.id)))
    return Picture(shown, len(lives) - len(shown), single, totals, articles)


def day_of_step(step: Step) -> dt.date | None:
    """Return the first day a step is told of, else that of its first telling."""
    return step.earliest or step.latest or step.told


def _events(board: Board, selection: Selection) -> list[Event]:
    return [line.event for line in islice(board.asked(Asking(selection=selection)), _MOST_EVENTS)]
