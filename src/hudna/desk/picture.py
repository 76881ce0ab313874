"""What the picture of a selection shows: the lives of its truces, its incidents by week, and who published how much."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from hudna.desk.board import Board
from hudna.desk.overview import coverage
from hudna.model import Event, MeasureKind, Reading, RecordType
from hudna.record import Selection
from hudna.record.asking import Asking
from hudna.record.lives import Life, Step, find_lives
from hudna.record.weeks import count_weeks

_TRUCES: Final = (MeasureKind.CEASEFIRE.value, MeasureKind.ZONE.value)
_LIVES: Final = 12
_MOST_EVENTS: Final = 4000  # beyond that a picture tells nothing, and takes too long


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
    incidents = _events(board, replace(chosen, types=(RecordType.INCIDENT,)))
    lives = [life for life in find_lives(measures, _readings(board, measures)) if any(map(day_of_step, life.steps))]
    foremost = sorted(lives, key=lambda life: (-len(life.steps), life.id))[:_LIVES]
    single: Counter[dt.date] = Counter()
    totals: Counter[dt.date] = Counter()
    for week in count_weeks(incidents, _readings(board, incidents)):
        single[week.monday] += len(week.incidents)
        totals[week.monday] += len(week.aggregates)
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


def _readings(board: Board, events: Iterable[Event]) -> dict[str, Reading]:
    digests = dict.fromkeys(member.article for event in events for member in event.members)
    return {digest: board.reading_of(digest) for digest in digests}
