"""Differences in words: what differs, how, and each value."""

from collections.abc import Mapping
from typing import Final

from hudna.export.words import Words
from hudna.model import Difference, Event

_OF_ENTITIES: Final = frozenset({"answer", "count", "label"})
_SECTIONS: Final[Mapping[str, str]] = {
    "kind": "kind",
    "outcome": "outcome",
    "answer": "answer",
    "status": "status",
}


def what_differs(difference: Difference, labels: Mapping[str, str], words: Words) -> str:
    """Return the field of a difference in words; ``labels`` are those of entities by id."""
    field, _, detail = difference.field.partition(":")
    what = words("differing", field)
    if field in _OF_ENTITIES and detail in labels:
        return f"{what} ({labels[detail]})"
    if field == "part":
        return f"{what} ({words('event', detail)})"
    return f"{what} ({words('toll', detail.rstrip('+'))})" if field == "toll" else what


def how_it_differs(difference: Difference, words: Words) -> str:
    """Return the type of a difference in words."""
    return words("difference", difference.type)


def say_value(difference: Difference, value: str, kind: str, words: Words) -> str:
    """Return a value of a difference in words; ``kind`` is that of the event it stands in."""
    field = difference.field.partition(":")[0]
    text = " ".join(value.split())
    if field == "status":
        return words.status(text, kind)
    return words(_SECTIONS[field], text) if field in _SECTIONS else text


def labels_of(event: Event) -> dict[str, str]:
    """Return the labels of the entities that act in an event, or answer what it tells."""
    found = {answer.entity: answer.label for member in event.members for answer in member.answers}
    return found | {actor.entity: actor.label for actor in event.actors}
