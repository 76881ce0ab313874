"""Words that open something, found by one look at each word of a document, however many look for them."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Final

from hudna.model import Document
from hudna.text import Memo

_TESTS: Final[list[Callable[[str], object]]] = []
_SHARED: Final = "triggers"


class Trigger:
    """The words that open something: those for which ``opens``, a pure function of a folded word, returns what is true.

    Triggers are made when their rooms are loaded, and live as long as the program.
    """

    __slots__ = ("_number",)

    def __init__(self, opens: Callable[[str], object]) -> None:
        self._number = len(_TESTS)
        _TESTS.append(opens)
        _NUMBERS.clear()

    def places(self, document: Document) -> Sequence[int]:
        """Return the tokens of a document that are such words, in order."""
        return _places(document)[self._number]

    def within(self, document: Document, first: int, end: int) -> Sequence[int]:
        """Return those of the places that lie from token ``first`` up to token ``end`` (exclusive)."""
        places = _places(document)[self._number]
        return places[bisect_left(places, first) : bisect_left(places, end)]


def _numbers_of(folded: str) -> tuple[int, ...]:
    return tuple([number for number, opens in enumerate(_TESTS) if opens(folded)])


_NUMBERS: Final = Memo(_numbers_of)


def _places(document: Document) -> Sequence[Sequence[int]]:
    """Return the places of every trigger's words by its number, looked for once in the tokens of a document."""
    tokens, places = document.shared.get(_SHARED, (None, ()))
    if tokens is document.tokens and len(places) == len(_TESTS):
        found: Sequence[Sequence[int]] = places
        return found
    new: list[list[int]] = [[] for _ in _TESTS]
    for place, numbers in enumerate(map(_NUMBERS.__getitem__, [token.folded for token in document.tokens])):
        for number in numbers:
            new[number].append(place)
    document.shared[_SHARED] = document.tokens, new
    return new
