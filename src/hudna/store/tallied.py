"""Which counts of lists are kept beside the record, so that nobody has to count."""

from dataclasses import replace
from typing import Final, NamedTuple

from sqlalchemy import Connection, select

from hudna.model import RecordType
from hudna.record.asking import Asking
from hudna.record.chronology import Selection
from hudna.record.entities import Entities
from hudna.store.tables import tallies

_FIELDS: Final = {
    "event": Asking(),
    "sure": Asking(selection=Selection(only_sure=True)),
    "open": Asking(is_open=True),
    "differing": Asking(is_open=True, differs=True),
}


class Tally(NamedTuple):
    """The events of each type that have a value of a field; of some types alone where they are given."""

    field: str
    value: str
    types: frozenset[RecordType]


def tally_of(asking: Asking, entities: Entities) -> Tally | None:
    """Return the tally in which all that is asked for is counted, None where none has it."""
    types = frozenset(RecordType if asking.selection.types is None else asking.selection.types)
    rest = replace(asking, by_weight=False, selection=replace(asking.selection, types=None))
    who = rest.entity or rest.selection.party or ""
    if who in entities.by_id and rest in (Asking(entity=who), Asking(selection=Selection(party=who))):
        return Tally("part", who, types)
    return next((Tally(field, "", types) for field, wanted in _FIELDS.items() if rest == wanted), None)


def count_tallied(connection: Connection, tally: Tally) -> dict[RecordType, int]:
    """Return the number of events of each type that occurs, in the order of types."""
    query = select(tallies.c.type, tallies.c.count).where(
        tallies.c.field == tally.field,
        tallies.c.type.in_([each.value for each in tally.types]),
        tallies.c.value == tally.value,
    )
    counted = {row[0]: row[1] for row in connection.execute(query)}
    return {record: counted[record.value] for record in RecordType if record.value in counted}
