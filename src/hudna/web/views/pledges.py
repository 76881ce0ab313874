"""Pledges: what is bound or set for the future, by when it is due, and what became of it."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from fastapi import APIRouter
from starlette.responses import Response

from hudna.desk import Due, Outcome, Stretch, Verdict
from hudna.export.sheet import Quote, quote
from hudna.model import Member, PledgeKind
from hudna.web.asking import Ask, Asked
from hudna.web.filters import Filtered, PageNumber, Pages, Words, day_off, paged, parse_day
from hudna.web.views.timeline import Shown, shown

router = APIRouter()
SOON: Final = dt.timedelta(30)
_A_PAGE: Final = 30
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
    known = _wanted(filters)
    found = replace(known, verdict=Verdict(fate) if fate in set(Verdict) else None)
    followed = ask.board.followed
    counts = {name: followed.count(found, stretch) for name, stretch in _stretches(on).items()}
    pages = paged(page, _A_PAGE, sum(counts.values()))
    tally = followed.tally(known)
    return ask.page(
        "pledges.html",
        groups=list(_groups(ask, found, on, counts, pages)),
        counts=counts,
        tally={kind: [(each, told[each]) for each in Verdict if told[each]] for kind, told in tally.items()},
        as_of=followed.as_of if pages.total else None,
        pages=pages,
        filters=filters,
        kinds=PledgeKind,
        verdicts=Verdict,
        on=on,
        day=day,
        fate=fate,
    )


def _wanted(filters: Filtered) -> Due:
    """Return what the address asks for; its kinds are those of pledges, a planned contact being one."""
    kinds = [PledgeKind(each) for each in filters.kind if each in set(PledgeKind)]
    return Due(selection=replace(filters.selection, kinds=None), kinds=kinds if filters.kind else None)


def _stretches(on: dt.date) -> dict[str, Stretch]:
    """Return the days on which what is in each state on a day is due."""
    soon = day_off(on, SOON.days)
    return {
        "past": Stretch(None, day_off(on, -1)),
        "soon": Stretch(on, soon),
        "later": Stretch(day_off(soon, 1), None),
        "undated": Stretch(None, None),
    }


def _groups(ask: Ask, due: Due, on: dt.date, counts: Mapping[str, int], pages: Pages) -> Iterator[Group]:
    """Yield the groups of a page, as far as they stand on it."""
    start, room = pages.first_item - 1, pages.size
    for name, stretch in _stretches(on).items():
        if start < counts[name] and room > 0:
            found = ask.board.followed.page(due, stretch, max(0, start), room)
            room -= len(found)
            yield Group(name, tuple(_followed(ask, found)))
        start = max(0, start - counts[name])


def fate_of(ask: Ask, outcome: Outcome) -> Fate:
    """Return what became of something in the words of the page."""
    t = ask.voice
    why = [t.because(outcome.because)]
    if outcome.fulfilment is not None:
        why.append(t("outcome_page", "scale", degree=outcome.fulfilment))
    if outcome.in_order is not None:
        why.append(t("in_order", outcome.in_order))
    few = outcome.seen[:_MOST_SEEN]
    readings = ask.board.readings_alone(each.article for each in few)
    seen = tuple((each, quote(each, readings(each.article), t)) for each in few)
    return Fate(
        outcome, t("verdict", outcome.verdict), t("desk", "comma").join(why), seen, len(outcome.seen) - len(seen)
    )


def _followed(ask: Ask, outcomes: Iterable[Outcome]) -> list[Followed]:
    outcomes = list(outcomes)
    known = ask.board.standing.lines_of(each.commitment.id for each in outcomes)
    outcomes = [each for each in outcomes if each.commitment.id in known]  # else something is being changed just now
    lines = shown(ask, [known[each.commitment.id] for each in outcomes])
    return [Followed(line, fate_of(ask, each)) for line, each in zip(lines, outcomes, strict=True)]
