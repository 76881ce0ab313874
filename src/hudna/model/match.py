"""A result over tokens, with how it came to be."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from hudna.model.span import Span

Value = TypeVar("Value", covariant=True)


@dataclass(frozen=True, slots=True)
class Match(Generic[Value]):
    """Tokens ``first`` to ``end`` (exclusive) read as ``value`` by a rule from smaller matches.

    ``kind`` is the category rules refer to in angle brackets; ``rule`` names the rule, or the table row
    (``table:id``) for a match that a lexicon made.
    """

    kind: str
    first: int
    end: int
    span: Span
    value: Value
    rule: str
    children: tuple["Match[Any]", ...] = ()
