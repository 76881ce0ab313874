"""Shared characters and shared words of spans."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import Final

from hudna.model import Field, Span

_WORD: Final = re.compile(r"(?:\w[\u064b-\u065f\u0670]*)+")  # letters with their vowel signs

Place = tuple[Field, int]


def characters(spans: Iterable[Span]) -> frozenset[Place]:
    """Return every character that the spans cover, each once."""
    return frozenset((span.field, offset) for span in spans for offset in range(span.start, span.end))


def shared(one: frozenset[Place], other: frozenset[Place]) -> float:
    """Return what two sets have in common over all they hold, 0 where both are empty."""
    union = len(one | other)
    return len(one & other) / union if union else 0.0


class Words:
    """The words of an article's fields, numbered, and which of them a span touches."""

    def __init__(self, text: str, title: str | None = None) -> None:
        self._ends: dict[Field, list[int]] = {}
        self._starts: dict[Field, list[int]] = {}
        for field, raw in ((Field.TEXT, text), (Field.TITLE, title or "")):
            found = [match.span() for match in _WORD.finditer(raw)]
            self._starts[field] = [start for start, _ in found]
            self._ends[field] = [end for _, end in found]

    def touched(self, spans: Iterable[Span]) -> frozenset[Place]:
        """Return the words of which the spans cover at least one character."""
        found: set[Place] = set()
        for span in spans:
            starts, ends = self._starts[span.field], self._ends[span.field]
            index = bisect_left(ends, span.start + 1)
            while index < len(starts) and starts[index] < span.end:
                found.add((span.field, index))
                index += 1
        return frozenset(found)
