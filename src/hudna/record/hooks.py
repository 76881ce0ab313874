"""By what commitments and what may answer to them find each other, so that nobody need compare all with all.

Whatever ``Answers`` takes for an answer to a commitment shares a name with it here, within its days; not the other way round.
"""

import datetime as dt
from collections.abc import Iterator
from itertools import combinations
from typing import Final, NamedTuple

from hudna.model import Event, PledgeKind, RecordType
from hudna.record.commitments import Commitment
from hudna.record.evidence import CONTACT_SIGNS, Telling, tellings_of
from hudna.record.fulfilment import LATE_DAYS_SAME_PLACE, OPEN_DAYS
from hudna.record.matching import FORCE, statuses_that_answer
from hudna.record.names import plain_form
from hudna.record.sides import side_of, sides_of

_ALWAYS: Final = dt.date.max.toordinal()
_EVER: Final = dt.date.min.toordinal()


class Offer(NamedTuple):
    """A name under which an event may answer; when it was told, and the first of that day and its own (ordinals)."""

    name: str
    told: int
    first: int


class Wish(NamedTuple):
    """A name under which a commitment may be answered, by what is told from a day on, and begins until another (ordinals).

    ``is_plan`` is of plans of the same company, which answer nothing but say that it is still expected.
    """

    name: str
    made: int
    until: int
    is_plan: bool = False


def offers_of(event: Event) -> Iterator[Offer]:
    """Yield under which names an event may answer to commitments."""
    for telling in tellings_of(event):
        told = telling.told.toordinal()
        first = min(told, telling.earliest.toordinal())
        for name in dict.fromkeys(_names(event, telling)):
            yield Offer(name, told, first)


def wishes_of(what: Commitment) -> Iterator[Wish]:
    """Yield under which names something may answer to a commitment."""
    made = what.made.toordinal() if what.made else _EVER
    until = _until(what)
    sides = sorted(sides_of(what.who))
    for aim in dict.fromkeys(what.aims):
        if aim.type == RecordType.CONTACT.value:
            if len(sides) > 1 and until:
                yield Wish(_pair(*sides[:2]), made, until)
            if what.round and what.process:
                yield Wish(_round(what.process, what.round), made, _ALWAYS)
            if _needs_two_origins(what):
                yield Wish(_company(sides), _EVER, _ALWAYS, is_plan=True)
        elif until and not what.conditional:
            names = _wished(what, aim.type, sides)
            if aim.type == RecordType.MEASURE.value:
                names = [f"{aim.kind} {status} {each}" for status in statuses_that_answer(aim) for each in names]
            elif what.kind is not PledgeKind.THREAT:
                names = []
            yield from (Wish(f"{aim.type} {name}", made, until) for name in names)


def _wished(what: Commitment, kind: str, sides: list[str]) -> list[str]:
    if kind != RecordType.MEASURE.value:
        return sides
    place = [f"@{plain_form(what.place)}"] if what.place else []
    return [*sides, *place, *([f"#{what.round}"] if what.round else [])]


def _names(event: Event, telling: Telling) -> Iterator[str]:
    sides = sorted(telling.sides)
    if event.type is RecordType.CONTACT:
        if telling.status == "planned":
            yield _company(sides)
        if telling.status in CONTACT_SIGNS:
            yield from (_pair(*pair) for pair in combinations(sides, 2))
            if event.round and event.process:
                yield _round(event.process, event.round)
    elif event.type is RecordType.MEASURE:
        of_place = [f"@{plain_form(event.place)}"] if event.place else []
        of_round = [f"#{event.round}"] if event.round else []
        for each in (*sides, *of_place, *of_round):
            yield f"{event.type.value} {event.kind} {telling.status} {each}"
    elif event.kind in FORCE:
        doers = (member.actors[0].entity for member in telling.members if member.actors)
        yield from (f"{event.type.value} {side_of(doer)}" for doer in doers)


def _until(what: Commitment) -> int | None:
    """Return the last day on which an answer can begin, or be told; None where no day says that anything is one."""
    if what.latest is not None:
        return what.latest.toordinal() + LATE_DAYS_SAME_PLACE
    known = [day for day in (what.made, what.earliest) if day]
    return max(known).toordinal() + OPEN_DAYS if known else None


def _needs_two_origins(what: Commitment) -> bool:
    return what.kind is PledgeKind.THREAT or what.latest is None


def _pair(one: str, other: str) -> str:
    return f"contact {one} {other}"


def _round(process: str, number: str) -> str:
    return f"contact # {plain_form(process)} {number}"


def _company(sides: list[str]) -> str:
    return f"contact = {' '.join(sides)}"
