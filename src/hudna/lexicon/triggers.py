"""Words that open something, found by one look at each word of a document, however many look for them."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Final

from hudna.lexicon.lexicon import Variant
from hudna.model import Document
from hudna.text import Memo

Test = Callable[[str], object]
Words = Callable[[], Iterable[str]]
Readings = Callable[[str], Sequence[Variant]]
_SHARED: Final = "triggers"


class Trigger:
    """The words that open something: those for which ``opens``, a pure function of a folded word, returns what is true.

    ``among`` returns the words that may, so that a new word is looked for among those of all triggers at once and few
    functions are called; with ``readings``, a word may open something when one of its readings is such a word. All
    that may do open it where there is no ``opens``.

    Triggers are made when their rooms are loaded, and live as long as the program.
    """

    __slots__ = ("_number", "among", "opens", "readings")

    def __init__(
        self, opens: Test | None = None, *, among: Words | None = None, readings: Readings | None = None
    ) -> None:
        self.opens = opens
        self.among = among
        self.readings = readings
        self._number = len(_ALL)
        _ALL.append(self)
        _NUMBERS.clear()
        _index.cache_clear()

    def places(self, document: Document) -> Sequence[int]:
        """Return the tokens of a document that are such words, in order."""
        return _places(document)[self._number]

    def within(self, document: Document, first: int, end: int) -> Sequence[int]:
        """Return those of the places that lie from token ``first`` up to token ``end`` (exclusive)."""
        places = _places(document)[self._number]
        return places[bisect_left(places, first) : bisect_left(places, end)]


class _Index:
    """All triggers by the words that they look for."""

    __slots__ = ("asked", "whole", "within")

    def __init__(self) -> None:
        self.asked = [(number, each.opens) for number, each in enumerate(_ALL) if each.among is None and each.opens]
        self.whole: dict[str, tuple[int, ...]] = {}
        self.within: dict[Readings, dict[str, tuple[int, ...]]] = {}
        for number, each in enumerate(_ALL):
            table = self.whole if each.readings is None else self.within.setdefault(each.readings, {})
            words: dict[str, tuple[int, ...]] = dict.fromkeys(each.among() if each.among is not None else (), (number,))
            for word in words.keys() & table.keys():
                words[word] = (*table[word], number)
            table.update(words)

    def numbers_of(self, folded: str) -> tuple[int, ...]:
        """Return the numbers of the triggers that a word is one of."""
        found = [number for number, opens in self.asked if opens(folded)]
        may = self.whole.get(folded, ())
        for readings, table in self.within.items():
            for word, _ in readings(folded):
                if word in table:
                    may = may + table[word]
        if may:
            for number in dict.fromkeys(may):
                opens = _ALL[number].opens
                if opens is None or opens(folded):
                    found.append(number)
        return tuple(found)


def look_up(document: Document) -> None:
    """Look for every trigger's words in a document; a stage that asks for them later finds them there."""
    _places(document)


def _numbers_of(folded: str) -> tuple[int, ...]:
    return _index().numbers_of(folded)


@cache
def _index() -> _Index:
    return _Index()


_ALL: Final[list[Trigger]] = []
_NUMBERS: Final = Memo(_numbers_of)


def _places(document: Document) -> Sequence[Sequence[int]]:
    """Return the places of every trigger's words by its number, looked for once in the tokens of a document."""
    tokens, places = document.shared.get(_SHARED, (None, ()))
    if tokens is document.tokens and len(places) == len(_ALL):
        found: Sequence[Sequence[int]] = places
        return found
    new: list[list[int]] = [[] for _ in _ALL]
    for place, numbers in enumerate(map(_NUMBERS.__getitem__, document.words)):
        if numbers:
            for number in numbers:
                new[number].append(place)
    document.shared[_SHARED] = document.tokens, new
    return new
