"""What a person decides: asked for by forms, kept by the desk with who, when and why, and taken back likewise."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Form
from pydantic import BaseModel, Field
from starlette.responses import Response

from hudna import desk
from hudna.export.decisions import Decided, describe_decision
from hudna.model import Decision, Entity, Event, InputError, Judgement, Member
from hudna.web.asking import Ask, Asked
from hudna.web.filters import PageNumber, paged

router = APIRouter()
_DECISIONS_A_PAGE: Final = 50
_OPEN: Final = ".."
Words = Annotated[str, Field(max_length=2000)]
Text = Annotated[str, Form(max_length=2000)]


class Wanted(BaseModel):
    """What the form of an event says: which decision, why, and what it needs; ``seen`` is what was shown."""

    action: Words
    seen: int = Field(ge=0)
    why: Words = ""
    field: Words = ""
    value: Words = ""
    first: Words = ""
    last: Words = ""
    member: Words = ""
    verdict: Words = ""
    other: Words = ""
    parts: list[Words] = Field(default=[], max_length=200)


@dataclass(frozen=True, slots=True)
class Past:
    """A decision with its words and whether it stands."""

    decision: Decision
    decided: Decided


@router.post("/event/{key:path}/decide")
def decide(ask: Asked, key: str, wanted: Annotated[Wanted, Form()]) -> Response:
    """Keep a decision on an event and show the event as it is now."""
    event = ask.board.event(key)
    decision = ACTIONS.get(wanted.action, _no_such)(decider(ask, wanted.why, wanted.seen), ask, event, wanted)
    told = ask.open.boards.now().standing.events_of(member.key for member in event.members)
    for member in event.members:
        if member.key in told:
            return ask.go(f"event/{member.key}", done=decision.number)
    return ask.go("history", done=decision.number)


@router.post("/name/{entity:path}/decide")
def decide_name(ask: Asked, entity: str, wanted: Annotated[Wanted, Form()]) -> Response:
    """Keep a decision on who is who, and show who he is now."""
    found = find_entity(ask, entity)
    act = decider(ask, wanted.why, wanted.seen)
    if wanted.action == "merge":
        decision = act.merge_entities(found, find_entity(ask, wanted.other))
    elif wanted.action == "split":
        decision = act.split_entity(found, wanted.value, wanted.other)
    else:
        raise InputError(f"no decision {wanted.action}")
    now = ask.open.boards.now().record.entities
    there = next((each for each in (entity, wanted.other, *(ids_of(now, found))) if each in now.by_id), None)
    return ask.go("history" if there is None else f"name/{there}", done=decision.number)


@router.post("/decision/{number}/withdraw")
def withdraw(ask: Asked, number: int, seen: Annotated[int, Form()], why: Text = "", back: Text = "") -> Response:
    """Take a decision back and return to where that was asked for."""
    desk.withdraw(ask.open.store, number, desk.Signature(ask.open.by, why, seen))
    board = ask.open.boards.now()
    kind, _, key = back.partition("/")
    known = {"event": board.record.event(key) is not None, "name": key in board.record.entities.by_id}
    return ask.go(back if known.get(kind) else "history", withdrawn=number)


@router.get("/history")
def history(ask: Asked, page: PageNumber = 1, done: int | None = None, withdrawn: int | None = None) -> Response:
    """Return all decisions, the last first, those whose words are gone marked."""
    found = past(ask, desk.history(ask.open.store))[::-1]
    orphans = {decision.number for decision in desk.orphans(ask.open.store)}
    pages = paged(page, _DECISIONS_A_PAGE, len(found))
    return ask.page("history.html", past=pages.cut(found), pages=pages, orphans=orphans, done=done, withdrawn=withdrawn)


def past(ask: Ask, decisions: list[Decision]) -> list[Past]:
    """Return decisions with their words."""
    return [Past(decision, describe_decision(decision, ask.voice)) for decision in decisions]


def decider(ask: Ask, why: str, seen: int) -> desk.Decider:
    """Return what keeps decisions of who sits at the desk."""
    return desk.Decider(ask.open.store, ask.board.record, desk.Signature(ask.open.by, why, seen))


def find_entity(ask: Ask, key: str) -> Entity:
    """Return an entity of the record.

    Raises:
        NotThereError: there is none of that id.
    """
    found = ask.board.record.entities.by_id.get(key.strip())
    if found is None:
        raise desk.NotThereError(f"no entity {key}")
    return found


def ids_of(entities: desk.Entities, entity: Entity) -> list[str]:
    """Return the ids under which the forms of an entity go now."""
    return [each.id for each in entities.by_id.values() if set(each.forms) & set(entity.forms)]


def _member(event: Event, key: str) -> Member | None:
    return desk.tellings(event, [key])[0] if key else None


def _correct(act: desk.Decider, _: Ask, event: Event, wanted: Wanted) -> Decision:
    value = wanted.value.strip()
    if wanted.field == "days":
        days = (wanted.first.strip(), wanted.last.strip())
        value = "/".join(day or _OPEN for day in days) if any(days) else ""
    return act.correct(event, wanted.field, value, _member(event, wanted.member))


def _dismiss(act: desk.Decider, _: Ask, event: Event, wanted: Wanted) -> Decision:
    return act.dismiss(event, _member(event, wanted.member))


def _review(act: desk.Decider, _: Ask, event: Event, __: Wanted) -> Decision:
    return act.review(event)


def _verify(act: desk.Decider, _: Ask, event: Event, wanted: Wanted) -> Decision:
    if wanted.verdict not in set(desk.VERDICTS):
        raise InputError(f"no verdict {wanted.verdict}")
    return act.verify(event, Judgement(wanted.verdict))


def _merge(act: desk.Decider, ask: Ask, event: Event, wanted: Wanted) -> Decision:
    return act.merge([event, ask.board.event(wanted.other.strip())])


def _split(act: desk.Decider, _: Ask, event: Event, wanted: Wanted) -> Decision:
    return act.split(event, desk.tellings(event, wanted.parts))


def _no_such(_: desk.Decider, __: Ask, ___: Event, wanted: Wanted) -> Decision:
    raise InputError(f"no decision {wanted.action}")


ACTIONS: Final[dict[str, Callable[[desk.Decider, Ask, Event, Wanted], Decision]]] = {
    "correct": _correct,
    "dismiss": _dismiss,
    "review": _review,
    "verify": _verify,
    "merge": _merge,
    "split": _split,
}
