"""One event: its tellings side by side, where they differ, whom they go back to, and why they were taken for one."""

from collections.abc import Iterable
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
_LIKE: Final = 12
_TELLINGS: Final = 12  # side by side; of an origin, so many by name
_MERGES: Final = 40


@dataclass(frozen=True, slots=True)
class Telling:
    """What one article tells of the event: its passages and every value with its words."""

    member: Member
    account: Account
    facts: dict[str, tuple[Said, ...]]


@dataclass(frozen=True, slots=True)
class Origin:
    """Somebody the tellings go back to, the first of the tellings that do, and how many more there are."""

    label: str
    members: tuple[Member, ...]
    left: int


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
    [first] = shown(ask, [ask.board.line(found.id)], _TELLINGS)
    tellings = _tellings(ask, found, first.row)
    fields = list(dict.fromkeys(field for telling in tellings for field in telling.facts))
    reasons = {member.key: number for number, member in enumerate(found.members, start=1)}
    return ask.page(
        "event.html",
        event=found,
        row=first.row,
        tellings=tellings,
        left=len(found.members) - len(tellings),
        fields=fields,
        became=_became(ask, found),
        origins=_origins(ask, found),
        merges=found.merges[:_MERGES],
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
    limits = desk.Selection(types=(event.type,), first=day_off(day, -_NEAR), last=day_off(day, _NEAR))
    return ask.board.lines_near(line, desk.Asking(selection=limits), _NEAR, _LIKE)


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
        for member, account in zip(event.members, row.accounts, strict=False)
    )


def _by_field(facts: Iterable[Fact]) -> dict[str, tuple[Said, ...]]:
    found: dict[str, tuple[Said, ...]] = {}
    for fact in facts:
        found[fact.field] = tuple(dict.fromkeys((*found.get(fact.field, ()), *fact.said)))
    return found


def _origins(ask: Ask, event: Event) -> tuple[Origin, ...]:
    """Return whom the tellings go back to, by name where one is known."""
    found = []
    by_key = {member.key: member for member in event.members}
    articles = {member.article for member in event.members}
    for source in event.sources:
        theirs = [by_key[key] for key in by_key if key in set(source.members)]
        is_article = source.id in articles  # that nobody is named for
        label = _outlet(ask, theirs[0]) if is_article else desk.label_of(ask.board, source)
        found.append((-len(theirs), Origin(label, tuple(theirs[:_TELLINGS]), len(theirs) - _TELLINGS)))
    return tuple(origin for _, origin in sorted(found, key=lambda each: (each[0], each[1].label)))


def _outlet(ask: Ask, member: Member) -> str:
    return member.outlet or ask.voice("page", "unknown_outlet")
