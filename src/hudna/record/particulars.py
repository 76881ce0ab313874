"""What following up needs of a reading beside its tellings: what a pledge's words ask for, how much is done, which rounds."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from hudna.arabic.pledges.aims import Aim, aim_of
from hudna.model import Contact, ContactStatus, Measure, MeasureKind, Name, Pledge, PledgeKind, Reading, Span
from hudna.record.names import plain_form

PLANNED: Final = frozenset({ContactStatus.PLANNED.value, ContactStatus.POSTPONED.value})
# "Agreed to go on" is read as an accord too; that another accord is signed is not its fulfilment.
_ANY_ACCORD: Final = frozenset({MeasureKind.AGREEMENT, MeasureKind.DOCUMENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """What following up needs of a record beside its telling.

    Of a pledge: its ``kind``, the kinds of record that its words ask for (``aims``), the entities ``named`` in its words,
    the keys of the planned contacts that its words speak of (``planned``), and the key, or the words, of what it is to
    come ``before`` or ``after``. Of a measure: the one number in its quantity (``amount``), 0 where there is none. Of
    pledges and planned contacts: the ``processes`` of all contacts of their article.
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


NOTHING: Final = Particulars()


def particulars_of(readings: Iterable[Reading]) -> Mapping[str, Particulars]:
    """Return the particulars of readings by the keys of the tellings they are of; ``NOTHING`` is left out."""
    return {
        f"{reading.article.digest}/{record}": found for reading in readings for record, found in particulars_in(reading)
    }


def particulars_in(reading: Reading) -> Iterator[tuple[str, Particulars]]:
    """Yield the particulars of a reading's records by the names of their tellings."""
    processes = tuple(sorted({contact.process for contact in reading.contacts if contact.process}))
    for contact in reading.contacts:
        if processes and contact.status.value in PLANNED:
            yield contact.id, Particulars(processes=processes)
    for measure in reading.measures:
        amount = number_in(measure.quantity or "")
        if amount:
            for number in range(1, len(measure.statuses) + 1):
                yield f"{measure.id}.{number}", Particulars(amount=amount)
    for pledge in reading.pledges:
        yield pledge.id, _of_pledge(reading, pledge, processes)


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
