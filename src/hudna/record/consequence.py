"""How much hangs on an event being right: what is looked at first."""

from collections.abc import Mapping
from typing import Final

from hudna.model import Event, RecordType

# A truce that is said to be broken and a toll come before a handshake; the numbers only order.
_TYPES: Final[Mapping[RecordType, int]] = {
    RecordType.INCIDENT: 60,
    RecordType.MEASURE: 40,
    RecordType.PLEDGE: 35,
    RecordType.CONTACT: 30,
    RecordType.CONDUCT: 20,
    RecordType.STATEMENT: 10,
}
_KINDS: Final[Mapping[str, int]] = {
    "chemical": 25,
    "violence_against_civilians": 20,
    "killing_unspecified": 10,
    "ceasefire": 20,
    "zone": 10,
    "release": 5,
    "ultimatum": 20,
    "threat": 15,
    "promise": 10,
    "threaten": 15,
    "accuse": 15,
    "deny": 10,
    "reject": 10,
}
_STATUSES: Final[Mapping[str, int]] = {
    "broken": 35,
    "ended": 30,
    "suspended": 30,
    "declared": 20,
    "in_effect": 20,
    "signed": 15,
    "extended": 15,
    "denied": 15,
    "not_held": 15,
    "cancelled": 10,
}
_TOLL: Final = 20
_DIFFERENCE: Final = 10


def consequence(event: Event) -> int:
    """Return how much hangs on an event: greater is more."""
    told = consequence_of(event.type, event.kind, event.status, tells_numbers=any(each.what for each in event.members))
    return told + _DIFFERENCE * bool(event.differences)


def consequence_of(record: RecordType, kind: str, status: str | None, *, tells_numbers: bool) -> int:
    """Return how much hangs on what is told of an event; ``tells_numbers`` says that some words of a telling are kept."""
    weight = _TYPES[record] + _KINDS.get(kind, 0) + _STATUSES.get(status or "", 0)
    return weight + _TOLL * (record is RecordType.INCIDENT and tells_numbers)
