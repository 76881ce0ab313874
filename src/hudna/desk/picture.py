"""What the picture of a selection shows: the lives of its truces, its incidents by week, and who published how much."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from hudna.desk.board import Board
from hudna.desk.overview import coverage
from hudna.model import MeasureKind, RecordType
from hudna.record import Selection
from hudna.record.asking import Asking
from hudna.record.lives import Life, Step, life_of, tied

_TRUCES: Final = (MeasureKind.CEASEFIRE.value, MeasureKind.ZONE.value)
_LIVES: Final = 12
_STEPS: Final = 24  # of one life: more can't be told apart
_MOST_EVENTS: Final = 600  # beyond that it takes too long to see which are of one truce


@dataclass(frozen=True, slots=True)
class Picture:
    """The lives of truces with a day, by their first day; single incidents and totals by week (its Monday).

    ``left_out`` is the number of lives that are not shown, those of which least is told, and ``more`` that of the steps of
    lives shown that are not, those on which least hangs. ``unseen`` is the number of events on truces that were not looked
    at, the last by day. ``articles`` is how many articles each outlet published in each week, whatever they tell.
    """

    lives: tuple[Life, ...]
    left_out: int
    more: int
    unseen: int
    incidents: Mapping[dt.date, int]
    totals: Mapping[dt.date, int]
    articles: Mapping[dt.date, Counter[str]]


def picture(board: Board, selection: Selection) -> Picture:
    """Return the picture of a selection, whatever types and kinds of record it asks for."""
    chosen = replace(selection, types=None, kinds=None, statuses=None)
    truces = Asking(selection=replace(chosen, types=(RecordType.MEASURE,), kinds=_TRUCES))
    lives, left_out, more = _lives(board, truces)
    weeks = board.standing.by_week(Asking(selection=replace(chosen, types=(RecordType.INCIDENT,))))
    single = {monday: count for monday, count, _ in weeks}
    totals = {monday: count for monday, _, count in weeks}
    articles: dict[dt.date, Counter[str]] = defaultdict(Counter)
    for each in coverage(board):
        for monday, count in each.weeks.items():
            articles[monday][each.outlet] += count
    unseen = max(0, board.standing.count(truces) - _MOST_EVENTS)
    return Picture(lives, left_out, more, unseen, single, totals, articles)


def day_of_step(step: Step) -> dt.date | None:
    """Return the first day a step is told of, else that of its first telling."""
    return step.earliest or step.latest or step.told


def _lives(board: Board, asking: Asking) -> tuple[tuple[Life, ...], int, int]:
    """Return the lives of which most is told, and the numbers of other lives and of their own steps that are left out."""
    ties = board.standing.ties(asking, _MOST_EVENTS)
    dated = {tie.event for tie in ties if tie.told or tie.is_dated}
    groups = [keys for keys in tied(ties) if not dated.isdisjoint(keys)]
    foremost = sorted(groups, key=lambda keys: (-len(keys), keys[0]))[:_LIVES]
    steps = [board.standing.weightiest(keys, _STEPS) if len(keys) > _STEPS else keys for keys in foremost]
    lines = board.standing.lines_of(key for keys in steps for key in keys)
    particulars = board.standing.particulars(lines)
    lives = [life_of([lines[key].event for key in keys], particulars) for keys in steps]
    lives = [life for life in lives if any(map(day_of_step, life.steps))]
    lives.sort(key=lambda life: (min(filter(None, map(day_of_step, life.steps))), life.id))
    more = sum(map(len, foremost)) - sum(map(len, steps))
    return tuple(lives), len(groups) - len(lives), more
