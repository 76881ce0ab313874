"""What a new reading of an article changes: records gained, lost, and told otherwise."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Final

from hudna.model import Anchor, Reading, RecordType
from hudna.record.findable import Record, records_of, words_of_record

# What a reader numbers anew with every reading, or says of itself.
_NO_CHANGE: Final = frozenset({"id", "rule", "attributed_to", "denies", "restates"})


class ChangeKind(StrEnum):
    """What became of a record."""

    GAINED = "gained"
    LOST = "lost"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """A record that one of two readings has alone, or that they tell differently: by its ids, and the fields."""

    kind: ChangeKind
    type: RecordType
    before: str | None
    after: str | None
    fields: tuple[str, ...] = ()


def changes_between(before: Reading, after: Reading) -> list[Change]:
    """Return what changed from one reading of an article to another; records are the same by the words they rest on."""
    old, new = list(_anchored(before)), list(_anchored(after))
    scored = [
        (-anchor.shared_with(other), anchor.record != other.record, place, other_place)
        for place, (anchor, _) in enumerate(old)
        for other_place, (other, _) in enumerate(new)
        if anchor.shared_with(other)
    ]
    pairs: dict[int, int] = {}
    for _, __, place, other_place in sorted(scored):
        if place not in pairs and other_place not in pairs.values():
            pairs[place] = other_place
    found = []
    for place, (anchor, record) in enumerate(old):
        if place not in pairs:
            found.append(Change(ChangeKind.LOST, anchor.type, anchor.record, None))
            continue
        other, now = new[pairs[place]]
        told = tuple(_differing(record, now))
        if told:
            found.append(Change(ChangeKind.CHANGED, anchor.type, anchor.record, other.record, told))
    kept = set(pairs.values())
    gained = [anchor for place, (anchor, _) in enumerate(new) if place not in kept]
    return found + [Change(ChangeKind.GAINED, anchor.type, None, anchor.record) for anchor in gained]


def _anchored(reading: Reading) -> Iterator[tuple[Anchor, Record]]:
    for record, each in records_of(reading):
        spans = each.evidence or tuple(words_of_record(each))
        yield Anchor(reading.article.digest, each.id, record, spans), each


def _differing(one: Record, other: Record) -> Iterator[str]:
    for field in fields(one):
        if field.name not in _NO_CHANGE and getattr(one, field.name) != getattr(other, field.name):
            yield field.name
