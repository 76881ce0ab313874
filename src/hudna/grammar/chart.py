"""The results over one text, by where they begin and where they end."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any, Final

from hudna.grammar.pattern import Element, Nearby, Slot
from hudna.lexicon import raw_length
from hudna.model import Match, Token
from hudna.text import fold

AnyMatch = Match[Any]
State = tuple[int, tuple[AnyMatch | None, ...]]
MAX_MATCHES_AT: Final = 12  # of one kind from one token: keeps texts made to be ambiguous linear
_NONE: Final[list[AnyMatch]] = []
_NOWHERE: Final[dict[int, list[AnyMatch]]] = {}


class Chart:
    """Results by kind and token; ``borders`` are the tokens that no result may reach across from before.

    ``readings`` are those of a word: whole first, then without its clitics. ``kinds_from`` has the kinds that begin at a
    token, ``kinds_to`` those that end before one.
    """

    def __init__(
        self, tokens: Sequence[Token], borders: frozenset[int], readings: Callable[[str], tuple[str, ...]]
    ) -> None:
        self.tokens = tokens
        self.readings = readings
        self.borders = borders
        self.of_kind: defaultdict[str, list[AnyMatch]] = defaultdict(list)
        self.starts: defaultdict[str, dict[int, list[AnyMatch]]] = defaultdict(dict)
        self.ends: defaultdict[str, dict[int, list[AnyMatch]]] = defaultdict(dict)
        self.kinds_from: dict[int, list[str]] = {}
        self.kinds_to: dict[int, list[str]] = {}

    def add(self, match: AnyMatch) -> bool:
        """Return whether the result was new and room was left for it."""
        kind, first, end = match.kind, match.first, match.end
        starts = self.starts[kind]
        here = starts.get(first)
        if here is None:
            starts[first] = [match]
            self.kinds_from.setdefault(first, []).append(kind)
        elif len(here) >= MAX_MATCHES_AT:
            return False
        else:
            for other in here:
                if other.end == end and other.span == match.span and other.value == match.value:
                    return False
            here.append(match)
        self.of_kind[kind].append(match)
        ends = self.ends[kind]
        if end in ends:
            ends[end].append(match)
        else:
            ends[end] = [match]
            self.kinds_to.setdefault(end, []).append(kind)
        return True

    def extend_right(self, elements: Sequence[Element], position: int) -> list[State]:
        """Return where the elements, read onwards from token ``position``, may end, with what fills their slots."""
        states: list[State] = [(position, ())]
        for element in elements:
            reached: list[State] = []
            for place, items in states:
                if element.optional:
                    reached.append((place, (*items, None) if isinstance(element, Slot) else items))
                open_here = place < len(self.tokens) and place not in self.borders
                if isinstance(element, Nearby):
                    near = open_here and self.tokens[place].folded in element.words
                    if near != element.absent:
                        reached.append((place, items))
                elif open_here:
                    if isinstance(element, Slot):
                        reached += [(match.end, (*items, match)) for match in self._starting(element, place)]
                    elif self.tokens[place].folded in element.words:
                        reached.append((place + 1, items))
            if not reached:
                return reached
            states = reached
        return states

    def extend_left(self, elements: Sequence[Element], position: int, *, closed: bool = False) -> list[State]:
        """Return where the elements, read backwards from token ``position`` (exclusive), may begin.

        Nothing is read before a word whose clitics were cut off; ``closed`` says that of the word at ``position``.
        """
        states: list[State] = [(position, ())]
        shut = {position} if closed else set()
        for element in elements:
            reached: list[State] = []
            for place, items in states:
                if element.optional:
                    reached.append((place, (None, *items) if isinstance(element, Slot) else items))
                open_here = place > 0 and place not in self.borders
                if isinstance(element, Nearby):
                    near = open_here and self.tokens[place - 1].folded in element.words
                    if near != element.absent:
                        reached.append((place, items))
                elif open_here and place not in shut:
                    if isinstance(element, Slot):
                        for first, match in self._ending(element, place):
                            reached.append((first, (match, *items)))
                            if not element.prefix and self.is_cut(match):
                                shut.add(first)
                    elif self.tokens[place - 1].folded in element.words:
                        reached.append((place - 1, items))
            if not reached:
                return reached
            states = reached
        return states

    def is_cut(self, match: AnyMatch) -> bool:
        """Return whether clitics were cut off a result's first word."""
        return match.span.start != self.tokens[match.first].start

    def begin(self, slot: Slot, match: AnyMatch) -> int | None:
        """Return the first token a slot covers with this match, None where its clitic is missing."""
        if not slot.prefix:
            return match.first
        if self.is_cut(match):
            return match.first if self._cut(match) == slot.prefix else None
        before = match.first - 1
        apart = before >= 0 and match.first not in self.borders and self.tokens[before].folded == slot.prefix
        return before if apart else None

    def _starting(self, slot: Slot, place: int) -> list[AnyMatch]:
        if slot.prefix and self.tokens[place].folded == slot.prefix:
            place += 1
        found = _NONE
        for kind in slot.kinds:
            matches = self.starts.get(kind, _NOWHERE).get(place, _NONE)
            if slot.prefix:
                matches = [match for match in matches if self.begin(slot, match) is not None]
            elif matches:
                matches = [match for match in matches if not self.is_cut(match)]
            found = found + matches if found else matches
        return found

    def _ending(self, slot: Slot, place: int) -> list[tuple[int, AnyMatch]]:
        found = []
        for kind in slot.kinds:
            for match in self.ends.get(kind, _NOWHERE).get(place, _NONE):
                first = self.begin(slot, match)
                if first is not None:
                    found.append((first, match))
        return found

    def _cut(self, match: AnyMatch) -> str:
        """Return the folded clitics cut off a result's first word."""
        token = self.tokens[match.first]
        size = match.span.start - token.start
        if raw_length(token, size) == size:
            return token.folded[:size]
        return fold(token.surface[:size]).text
