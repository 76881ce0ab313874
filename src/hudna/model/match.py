"""A result over tokens, with how it came to be."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from hudna.model.span import Span

ValueT_co = TypeVar("ValueT_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Match(Generic[ValueT_co]):
    """Tokens ``first`` to ``end`` (exclusive) read as ``value`` by a rule from smaller matches.

    ``kind`` is the category rules refer to in angle brackets; ``rule`` names the rule, or the table row
    (``table:id``) for a match that a lexicon made.
    """

    kind: str
    first: int
    end: int
    span: Span
    value: ValueT_co
    rule: str
    children: tuple["Match[Any]", ...] = ()
