"""One event: its tellings side by side, where they differ, whom they go back to, and why they were taken for one."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Final

from fastapi import APIRouter, Query
from starlette.responses import Response

from hudna import desk
from hudna.export.chronology import Account, Row
from hudna.model import Event, Feature, Member, RecordType
from hudna.web.asking import Ask, Asked
from hudna.web.facts import Fact, Said, facts_of
from hudna.web.filters import day_off, parse_day
from hudna.web.views.decide import past
from hudna.web.views.pledges import Fate, fate_of
from hudna.web.views.timeline import shown

router = APIRouter()
_NEAR: Final = 14
_FAR: Final = 10_000
_LIKE: Final = 12


@dataclass(frozen=True, slots=True)
class Telling:
    """What one article tells of the event: its passages and every value with its words."""

    member: Member
    account: Account
    facts: dict[str, tuple[Said, ...]]


@dataclass(frozen=True, slots=True)
class Origin:
    """Somebody the tellings go back to, and the tellings that do."""

    label: str
    tellings: tuple[Telling, ...]


@router.get("/event/{key:path}")
def event(
    ask: Asked,
    key: str,
    correct: Annotated[str, Query(max_length=40)] = "",
    done: int | None = None,
    withdrawn: int | None = None,
) -> Response:
    """Return the page of an event, by its id or that of one of its tellings; ``correct`` names a field to be set."""
    found = ask.board.event(key)
    [first] = shown(ask, [ask.board.line(found.id)])
    tellings = _tellings(ask, found, first.row)
    fields = list(dict.fromkeys(field for telling in tellings for field in telling.facts))
    reasons = {member.key: number for number, member in enumerate(found.members, start=1)}
    return ask.page(
        "event.html",
        event=found,
        row=first.row,
        tellings=tellings,
        fields=fields,
        became=_became(ask, found),
        origins=_origins(ask, found, tellings),
        numbers=reasons,
        compared=partial(_compared, ask),
        correct=correct if correct in desk.fields_of(found.type) else "",
        now=_values(found),
        misread="",
        fields_of=desk.fields_of,
        choices_of=desk.choices_of,
        verdicts=desk.VERDICTS,
        like=shown(ask, _like(ask, found)),
        past=past(ask, desk.history(ask.open.store, found)),
        done=done,
        withdrawn=withdrawn,
    )


def _became(ask: Ask, event: Event) -> Fate | None:
    """Return what became of what an event binds or sets; None where it does neither."""
    if event.type not in {RecordType.PLEDGE, RecordType.CONTACT}:
        return None
    outcome = ask.board.followed.of_event(event.id)
    return None if outcome is None else fate_of(ask, outcome)


def _values(event: Event) -> dict[str, str]:
    """Return the values of an event as decisions write them."""
    told = {field: getattr(event, field, None) or "" for field in ("kind", "status", "outcome", "place", "process")}
    return {**told, "round": event.round or "", "actors": "; ".join(actor.label for actor in event.actors)}


def _like(ask: Ask, event: Event) -> list[desk.Line]:
    """Return the lines of one type near an event that share somebody with it, or have no days: what it may be one with."""
    line = ask.board.line(event.id)
    day = line.earliest or line.latest
    if day is None:
        return []
    near = (
        each
        for actor in event.actors
        for each in ask.board.lines_of_entity(actor.entity, _near(event.type, day))
        if each.event.id != event.id and _apart(line, each) <= _NEAR
    )
    found = {each.event.id: each for each in near}
    return sorted(found.values(), key=lambda each: (_apart(line, each), each.event.id))[:_LIKE]


def _near(record: RecordType, day: dt.date) -> desk.Selection:
    """Return the selection of what is of one type and lies around a day."""
    return desk.Selection(types=(record,), first=day_off(day, -_NEAR), last=day_off(day, _NEAR))


def _apart(one: desk.Line, other: desk.Line) -> int:
    """Return how many days lie between two lines, a great many where one has none."""
    first, second = (each.earliest or each.latest for each in (one, other))
    return abs((first - second).days) if first and second else _FAR


def _compared(ask: Ask, feature: Feature) -> list[str]:
    """Return the two things compared in words, one where they are the same."""
    sides = [side for side in dict.fromkeys((feature.left, feature.right)) if side]
    if feature.code == "kind":
        return [ask.voice("kind", side) for side in sides]
    if feature.code == "days":
        return [ask.voice.days(*map(parse_day, (side.split("/") * 2)[:2])) for side in sides]
    return sides


def _tellings(ask: Ask, event: Event, row: Row) -> tuple[Telling, ...]:
    return tuple(
        Telling(member, account, _by_field(facts_of(ask.reading(member.article), member.record, ask.voice)))
        for member, account in zip(event.members, row.accounts, strict=True)
    )


def _by_field(facts: Iterable[Fact]) -> dict[str, tuple[Said, ...]]:
    found: dict[str, tuple[Said, ...]] = {}
    for fact in facts:
        found[fact.field] = tuple(dict.fromkeys((*found.get(fact.field, ()), *fact.said)))
    return found


def _origins(ask: Ask, event: Event, tellings: Sequence[Telling]) -> tuple[Origin, ...]:
    """Return whom the tellings go back to, by name where one is known."""
    found = []
    articles = {member.article for member in event.members}
    for source in event.sources:
        theirs = tuple(telling for telling in tellings if telling.member.key in source.members)
        is_article = source.id in articles  # that nobody is named for
        label = theirs[0].account.outlet if is_article else desk.label_of(ask.board, source)
        found.append(Origin(label, theirs))
    return tuple(sorted(found, key=lambda each: (-len(each.tellings), each.label)))
