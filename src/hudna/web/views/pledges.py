"""Pledges: what is bound or set for the future, by when it is due, and what became of it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from fastapi import APIRouter
from starlette.responses import Response

from hudna import desk
from hudna.desk import Line, Outcome, Verdict
from hudna.export.sheet import Quote, quote
from hudna.model import Member, PledgeKind
from hudna.web.asking import Ask, Asked
from hudna.web.filters import Filtered, PageNumber, Words, paged, parse_day
from hudna.web.views.timeline import Shown, shown

router = APIRouter()
SOON: Final = dt.timedelta(30)
_A_PAGE: Final = 60
_MOST_SEEN: Final = 3
GROUPS: Final = ("past", "soon", "later", "undated")


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of something bound or set, in words: the verdict, how it is known, and the tellings that say so."""

    outcome: Outcome
    verdict: str
    why: str
    seen: tuple[tuple[Member, Quote], ...]
    more: int


@dataclass(frozen=True, slots=True)
class Followed:
    """The line of what is bound or set, with what became of it."""

    shown: Shown
    fate: Fate


@dataclass(frozen=True, slots=True)
class Group:
    """What is in one state on a day."""

    name: str
    followed: tuple[Followed, ...]


@router.get("/pledges")
def pledges(ask: Asked, filters: Filtered, day: Words = "", fate: Words = "", page: PageNumber = 1) -> Response:
    """Return what is bound or set by its state on a day: today, unless the address says another."""
    on = parse_day(day) or ask.today
    known = _selected(ask, filters)
    found = [each for each in known if not fate or each.verdict == fate]
    found.sort(key=lambda each: GROUPS.index(state(each.commitment, on)))
    pages = paged(page, _A_PAGE, len(found))
    followed = _followed(ask, pages.cut(found))
    groups = [(name, [each for each in followed if state(each.fate.outcome.commitment, on) == name]) for name in GROUPS]
    tally = desk.tally(known)
    return ask.page(
        "pledges.html",
        groups=[Group(name, tuple(several)) for name, several in groups if several],
        counts={name: sum(state(each.commitment, on) == name for each in found) for name in GROUPS},
        tally={kind: [(each, counts[each]) for each in Verdict if counts[each]] for kind, counts in tally.items()},
        as_of=found[0].as_of if found else None,
        pages=pages,
        filters=filters,
        kinds=PledgeKind,
        verdicts=Verdict,
        on=on,
        day=day,
        fate=fate,
    )


def state(due: Line | desk.Commitment, on: dt.date) -> str:
    """Return how the days on which something is due stand to a day: past, soon, later, or undated where none is given."""
    last = due.latest or due.earliest
    if last is None:
        return "undated"
    if last < on:
        return "past"
    return "soon" if last <= on + SOON else "later"


def fate_of(ask: Ask, outcome: Outcome) -> Fate:
    """Return what became of something in the words of the page."""
    t = ask.voice
    why = [t.because(outcome.because)]
    if outcome.fulfilment is not None:
        why.append(t("outcome_page", "scale", degree=outcome.fulfilment))
    if outcome.in_order is not None:
        why.append(t("in_order", outcome.in_order))
    seen = tuple((each, quote(each, ask.reading(each.article), t)) for each in outcome.seen[:_MOST_SEEN])
    return Fate(
        outcome, t("verdict", outcome.verdict), t("desk", "comma").join(why), seen, len(outcome.seen) - len(seen)
    )


def _selected(ask: Ask, filters: Filtered) -> list[Outcome]:
    """Return what became of what the address asks for; its kinds are those of pledges, a planned contact being one."""
    outcomes = ask.board.outcomes
    selection = replace(filters.selection, kinds=None)
    if selection != desk.Selection():
        chosen = ask.board.standing.ids(desk.Asking(selection=selection))
        outcomes = tuple(each for each in outcomes if not chosen.isdisjoint(each.commitment.events))
    return [each for each in outcomes if not filters.kind or each.commitment.kind in filters.kind]


def _followed(ask: Ask, outcomes: Iterable[Outcome]) -> list[Followed]:
    outcomes = list(outcomes)
    known = ask.board.standing.lines_of(each.commitment.id for each in outcomes)
    lines = shown(ask, [known[each.commitment.id] for each in outcomes])
    return [Followed(line, fate_of(ask, each)) for line, each in zip(lines, outcomes, strict=True)]
