"""What pages and following up need of a reading beside its tellings: what a pledge's words ask for, where something lies."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from hudna.arabic.pledges.aims import Aim, aim_of
from hudna.model import (
    Contact,
    ContactStatus,
    Measure,
    MeasureKind,
    Name,
    Party,
    Place,
    Pledge,
    PledgeKind,
    Position,
    Reading,
    Span,
)
from hudna.record.names import plain_form

PLANNED: Final = frozenset({ContactStatus.PLANNED.value, ContactStatus.POSTPONED.value})
# "Agreed to go on" is read as an accord too; that another accord is signed is not its fulfilment.
_ANY_ACCORD: Final = frozenset({MeasureKind.AGREEMENT, MeasureKind.DOCUMENT})
_STATE: Final = "state:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """What is needed of a record beside its telling.

    Of a pledge: its ``kind``, the kinds of record that its words ask for (``aims``), the entities ``named`` in its words,
    the keys of the planned contacts that its words speak of (``planned``), and the key, or the words, of what it is to
    come ``before`` or ``after``. Of pledges and planned contacts: the ``processes`` of all contacts of their article.

    Of a position on a measure: the one number in its quantity (``amount``), 0 where there is none, the measure's ``name``,
    ``agreement`` and ``process``, whether it lies in a whole state (``is_statewide``), who is said to have broken it and
    who says so, by their labels. Of an incident, whether it is a total. Of all but pledges, the ``place`` where it has a point.
    """

    kind: PledgeKind | None = None
    aims: tuple[Aim, ...] = ()
    conditional: bool = False
    named: tuple[str, ...] = ()
    planned: tuple[str, ...] = ()
    before: str | None = None
    after: str | None = None
    processes: tuple[str, ...] = ()
    amount: int = 0
    name: str = ""
    agreement: str | None = None
    process: str | None = None
    is_statewide: bool = False
    broken_by: tuple[str, ...] = ()
    said_by: tuple[str, ...] = ()
    is_total: bool = False
    place: Place | None = None


NOTHING: Final = Particulars()


def particulars_of(readings: Iterable[Reading]) -> Mapping[str, Particulars]:
    """Return the particulars of readings by the keys of the tellings they are of; ``NOTHING`` is left out."""
    return {
        f"{reading.article.digest}/{record}": found for reading in readings for record, found in particulars_in(reading)
    }


def particulars_in(reading: Reading) -> Iterator[tuple[str, Particulars]]:
    """Yield the particulars of a reading's records by the names of their tellings; ``NOTHING`` is left out."""
    yield from (each for each in _found_in(reading) if each[1] != NOTHING)


def _found_in(reading: Reading) -> Iterator[tuple[str, Particulars]]:
    processes = tuple(sorted({contact.process for contact in reading.contacts if contact.process}))
    for contact in reading.contacts:
        around = processes if contact.status.value in PLANNED else ()
        yield contact.id, Particulars(processes=around, place=_on_map(contact.place))
    for measure in reading.measures:
        for number, position in enumerate(measure.statuses, start=1):
            yield f"{measure.id}.{number}", _of_position(reading, measure, position)
    for incident in reading.incidents:
        yield incident.id, Particulars(is_total=incident.aggregate, place=_on_map(incident.place))
    for pledge in reading.pledges:
        yield pledge.id, _of_pledge(reading, pledge, processes)


def _of_position(reading: Reading, measure: Measure, position: Position) -> Particulars:
    return Particulars(
        amount=number_in(measure.quantity or ""),
        name=measure.name or "",
        agreement=measure.agreement,
        process=measure.process,
        is_statewide=measure.place is not None and (measure.place.entity or "").startswith(_STATE),
        broken_by=_labels(position.of),
        said_by=_labels(_speakers(reading, position)),
        place=_on_map(measure.place),
    )


def _speakers(reading: Reading, position: Position) -> tuple[Party, ...]:
    """Return who says so: the speakers of the statement it is told in; of a breach, else those whose charge it is."""
    for statement in reading.statements:
        if statement.id == position.attributed_to:
            return statement.speakers
    return position.by if position.status.value == "broken" else ()


def _labels(parties: Iterable[Party]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party.label for party in parties))


def _on_map(place: Place | None) -> Place | None:
    """Return a place where it has a point."""
    return place if place and place.latitude is not None and place.longitude is not None else None


def number_in(words: str) -> int:
    """Return the one number that words hold in digits, 0 where there is none or there are several."""
    found = {int(word) for word in plain_form(words).split() if word.isdecimal()}
    return found.pop() if len(found) == 1 else 0


def _of_pledge(reading: Reading, pledge: Pledge, processes: tuple[str, ...]) -> Particulars:
    order = pledge.order
    return Particulars(
        kind=pledge.kind,
        aims=tuple(_aims(reading, pledge)),
        conditional=pledge.condition is not None,
        named=tuple(sorted({name.entity for name in _names_in(reading, pledge) if name.entity})),
        planned=tuple(f"{reading.article.digest}/{each.id}" for each in _planned_contacts(reading, pledge)),
        before=_named(reading, order.before) if order else None,
        after=_named(reading, order.after) if order else None,
        processes=processes,
    )


def _planned_contacts(reading: Reading, pledge: Pledge) -> list[Contact]:
    """Return the contacts to come that a pledge's words speak of."""
    words = (pledge.what, *pledge.evidence)
    return [
        contact
        for contact in reading.contacts
        if contact.status.value in PLANNED and any(span.overlaps(other) for span in contact.evidence for other in words)
    ]


def _names_in(reading: Reading, pledge: Pledge) -> list[Name]:
    return [name for name in reading.names if pledge.what.contains(name.span)]


def _named(reading: Reading, what: str | Span | None) -> str | None:
    """Return the key of the record that an order names, or its words where no record of the article holds them."""
    if isinstance(what, str):
        return f"{reading.article.digest}/{what}"
    if what is None:
        return None
    for contact in reading.contacts:
        if any(span.overlaps(what) for span in contact.evidence):
            return f"{reading.article.digest}/{contact.id}"
    return " ".join(reading.article.words(what).split())


def _aims(reading: Reading, pledge: Pledge) -> Iterator[Aim]:
    """Yield what the words of a pledge ask for, else the kind of the measure in whose words it stands."""
    asked = aim_of(reading.article.words(pledge.what))
    if asked:
        yield asked
    if asked or pledge.kind is PledgeKind.THREAT:
        return
    for measure in reading.measures:
        if measure.kind not in _ANY_ACCORD and _holds(measure, pledge.what):
            yield Aim("measure", measure.kind.value)


def _holds(measure: Measure, what: Span) -> bool:
    return any(what.contains(span) for position in measure.statuses for span in position.evidence)
