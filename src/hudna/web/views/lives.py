"""The picture above the timeline: the lives of truces, and under them incidents and articles week by week."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from fastapi import APIRouter
from starlette.responses import Response

from hudna import desk
from hudna.desk import Life, Step
from hudna.web.asking import Ask, Asked
from hudna.web.filters import Filtered

router = APIRouter()
WIDTH: Final = 860
_MARGIN: Final = 12
_WEEK: Final = dt.timedelta(7)
_BARS: Final = 104
_TICKS: Final = 8
_ROOM: Final = 48
_HOLDS: Final = frozenset({"in_effect", "declared", "extended", "implemented"})
_ENDS: Final = frozenset({"ended", "suspended"})
# The sign for a status; all others are steps on the way.
_SIGNS: Final = {
    "declared": "declared",
    "in_effect": "effect",
    "implemented": "effect",
    "extended": "extended",
    "broken": "broken",
    "ended": "ended",
    "suspended": "ended",
}


@dataclass(frozen=True, slots=True)
class Scale:
    """Days along the width of the picture, the first at the side where the language begins to be read."""

    first: dt.date
    last: dt.date
    is_rtl: bool

    def x(self, day: dt.date) -> float:
        """Return where a day stands."""
        days = max(1, (self.last - self.first).days)
        share = (min(max(day, self.first), self.last) - self.first).days / days
        return round(_MARGIN + (WIDTH - 2 * _MARGIN) * (1 - share if self.is_rtl else share), 1)


@dataclass(frozen=True, slots=True)
class Sign:
    """A step of a life in the picture: where, as what, and in words; ``is_told`` where only the day of telling is known."""

    step: Step
    x: float
    sign: str
    words: str
    is_told: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A life in the picture: its signs by day, and the stretch of days in which it is told to hold."""

    life: Life
    signs: tuple[Sign, ...]
    holds: tuple[float, float] | None
    is_ended: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """A week, or several: where it stands, how high incidents and articles reach (0 to 1), and what it stands for."""

    x: float
    width: float
    incidents: float
    articles: float
    words: str


@router.get("/lives")
def lives(ask: Asked, filters: Filtered) -> Response:
    """Return the picture of a selection, with the same in words under it."""
    found = desk.picture(ask.board, filters.selection)
    scale = _scale(ask, found)
    return ask.page(
        "parts/lives.html" if ask.is_fragment else "lives.html",
        picture=found,
        rows=[_row(ask, life, scale) for life in found.lives] if scale else [],
        bars=_bars(ask, found, scale) if scale else [],
        ticks=_ticks(ask, scale) if scale else [],
        width=WIDTH,
        filters=filters,
    )


def _scale(ask: Ask, found: desk.Picture) -> Scale | None:
    """Return the days of lives and incidents, a week more on both sides; None where there are neither."""
    days = [day for life in found.lives for step in life.steps if (day := desk.day_of_step(step))]
    days += [*found.incidents, *found.totals]
    if not days:
        return None
    return Scale(min(days) - _WEEK, max(days) + _WEEK, ask.voice.direction == "rtl")


def _ticks(ask: Ask, scale: Scale) -> list[tuple[float, str]]:
    """Return the first days of months with their places, as far as there is room for their words."""
    days = [(scale.x(day), ask.voice.day(day)) for day in _months(scale)]
    return [(x, words) for x, words in days if _ROOM <= x <= WIDTH - _ROOM]


def _months(scale: Scale) -> list[dt.date]:
    """Return the first days of months, not too many of them."""
    months = (scale.last.year - scale.first.year) * 12 + scale.last.month - scale.first.month
    every = max(1, -(-months // _TICKS))
    found = []
    for number in range(1, months + 1, every):
        month = scale.first.month - 1 + number
        found.append(dt.date(scale.first.year + month // 12, month % 12 + 1, 1))
    return [day for day in found if day <= scale.last]


def _row(ask: Ask, life: Life, scale: Scale) -> Row:
    dated = [(day, step) for step in life.steps if (day := desk.day_of_step(step))]
    signs = tuple(
        Sign(step, scale.x(day), _SIGNS.get(step.status, "step"), _said(ask, life, step), step.earliest is None)
        for day, step in sorted(dated, key=lambda each: each[0])
    )
    began = min((day for day, step in dated if step.status in _HOLDS and step.earliest), default=None)
    ended = min((day for day, step in dated if step.status in _ENDS and began and day >= began), default=None)
    last = max((day for day, _ in dated), default=None)
    until = ended or last
    holds = (scale.x(began), scale.x(max(began, until))) if began and until else None
    return Row(life, signs, holds and (min(holds), max(holds)), ended is not None)


def _said(ask: Ask, life: Life, step: Step) -> str:
    """Return a step in words: what, on which days, by whom, and who says so."""
    t = ask.voice
    parts = [t.status(step.status, life.kind)]
    if step.earliest or step.latest:
        parts.append(t.days(step.earliest, step.latest))
    elif step.told:
        parts.append(t("timeline", "told", day=t.day(step.told)))
    if step.broken_by:
        parts.append(t("livespage", "broken_by", who=t("desk", "comma").join(step.broken_by)))
    elif step.by and step.status != "broken":
        parts.append(t("desk", "comma").join(actor.label for actor in step.by[:4]))
    said_by = step.said_by or (tuple(actor.label for actor in step.by) if step.status == "broken" else ())
    if said_by:
        parts.append(t("timeline", "said_by", who=t("desk", "comma").join(said_by[:4])))
    return " · ".join(parts)


def _bars(ask: Ask, found: desk.Picture, scale: Scale) -> list[Bar]:
    """Return incidents and articles by week, or by as many weeks as there is room for."""
    t = ask.voice
    weeks = [each for each in {*found.incidents, *found.articles} if scale.first <= each + _WEEK and each <= scale.last]
    if not weeks:
        return []
    first = min(weeks)
    stretch = _WEEK * max(1, -(-((max(weeks) - first) // _WEEK + 1) // _BARS))
    told: dict[dt.date, list[dt.date]] = defaultdict(list)
    for monday in sorted(weeks):
        told[first + (monday - first) // stretch * stretch].append(monday)
    bars = []
    for start, mondays in told.items():
        incidents = sum(found.incidents.get(monday, 0) for monday in mondays)
        totals = sum(found.totals.get(monday, 0) for monday in mondays)
        outlets: Counter[str] = sum((Counter(found.articles.get(monday, {})) for monday in mondays), Counter())
        by_outlet = [f"{name or t('page', 'unknown_outlet')} {t.number(count)}" for name, count in outlets.items()]
        words = [t.days(start, start + stretch - dt.timedelta(1)), t.count("incident", incidents)]
        words += [t.count("total", totals)] if totals else []
        words += [t.count("article", outlets.total()), t("desk", "comma").join(by_outlet[:8])]
        ends = sorted((scale.x(start), scale.x(start + stretch)))
        width = max(1.0, round(ends[1] - ends[0] - 1, 1))
        bars.append(Bar(ends[0], width, incidents, outlets.total(), " · ".join(each for each in words if each)))
    return _to_scale(bars)


def _to_scale(bars: Sequence[Bar]) -> list[Bar]:
    """Return bars with shares of the highest in place of numbers."""
    most, most_articles = (
        max((getattr(each, name) for each in bars), default=0) or 1 for name in ("incidents", "articles")
    )
    return [replace(each, incidents=each.incidents / most, articles=each.articles / most_articles) for each in bars]
