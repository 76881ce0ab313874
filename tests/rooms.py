"""The rooms of the language pack that have cases: how each reads a text, and the rules its cases must fire.

A room is added by one line in ``ROOMS``: the folder's name and a ``Room``. ``read`` returns what it found in a
case's text in order, with the values that cases may expect, and the codes of the problems it reported.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from hudna.arabic.dates import find_dates
from hudna.arabic.dates.rules import GRAMMAR as DATE_GRAMMAR
from hudna.arabic.dates.stage import find_times
from hudna.grammar import Case
from hudna.model import Article, Because, Document, Match, Published, PublishedBasis
from hudna.model.time import UNKNOWN_DAY
from hudna.text import segment


@dataclass(frozen=True)
class Found:
    """A result at ``start`` to ``end`` of a case's text; ``rules`` are all rules in its derivation."""

    start: int
    end: int
    values: Mapping[str, Any]
    rules: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Outcome:
    """What a room made of a case; ``fired`` are rules that left no result of their own (they took words away)."""

    found: list[Found]
    problems: list[str] = field(default_factory=list)
    fired: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Room:
    """How a room reads a case, and the names of its rules (empty for a room without a grammar)."""

    read: Callable[[Case], Outcome]
    rules: Collection[str] = ()


def document_of(case: Case) -> Document:
    """Return a case's text segmented, published on the case's day."""
    day = case.now
    published = Published(day, day, PublishedBasis.GIVEN, Because("given")) if day else UNKNOWN_DAY
    return segment(Article("case", case.text, published=published))


def rules_of(match: Match[Any]) -> frozenset[str]:
    """Return the rules in a derivation."""
    return frozenset({match.rule}).union(*(rules_of(child) for child in match.children))


def read_dates(case: Case) -> Outcome:
    segmented = document_of(case)
    document = find_dates(segmented)
    found = []
    for match in document.dates:
        time = match.value
        values = {
            "type": time.type.value,
            "value": time.value,
            "earliest": time.earliest.isoformat() if time.earliest else "",
            "latest": time.latest.isoformat() if time.latest else "",
            "grain": time.grain,
            "because": time.because.code,
            "rule": match.rule,
        }
        found.append(Found(time.span.start, time.span.end, values, rules_of(match)))
    problems = [problem.code for problem in document.problems if not problem.code.startswith("quotation")]
    fired = frozenset[str]().union(*(rules_of(match) for match in find_times(segmented)))
    return Outcome(found, problems, fired)


ROOMS: dict[str, Room] = {
    "dates": Room(read_dates, DATE_GRAMMAR.rules),
}
