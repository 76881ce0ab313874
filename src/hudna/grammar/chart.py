"""The results over one text, by where they begin and where they end."""

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
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
_NAMELESS: Final = " "


class Chart:
    """Results by kind and token; ``borders`` are the tokens that no result may reach across from before.

    ``after`` has the names of what goes on from a token, where it was asked for or a result begins there: the word, if
    it is one of ``words``, and then the kinds of the results, a space after each. ``before`` has the same of what ends
    before a token: what ``names_in`` has for the word, itself first and then without its clitics, and then the kinds.
    Strings, because they are looked up more often than they grow.
    """

    __slots__ = ("_ends", "_starts", "after", "before", "borders", "names_in", "of_kind", "tokens", "words")

    def __init__(
        self, tokens: Sequence[Token], borders: frozenset[int], words: Container[str], names_in: Mapping[str, str]
    ) -> None:
        self.tokens = tokens
        self.words = words
        self.names_in = names_in
        self.borders = borders
        self.of_kind: defaultdict[str, list[AnyMatch]] = defaultdict(list)
        self.after: dict[int, str] = {}
        self.before: dict[int, str] = {}
        self._starts: defaultdict[str, dict[int, list[AnyMatch]]] = defaultdict(dict)
        self._ends: defaultdict[str, dict[int, list[AnyMatch]]] = defaultdict(dict)

    def add(self, match: AnyMatch) -> bool:
        """Return whether the result was new and room was left for it."""
        kind, first, end, span, value, _, _ = match
        starts = self._starts[kind]
        here = starts.get(first)
        if here is None:
            starts[first] = [match]
            self.after[first] = f"{self.after.get(first) or self.look_on(first)}{kind} "
        elif len(here) >= MAX_MATCHES_AT:
            return False
        else:
            for _, _, other_end, other_span, other, _, _ in here:
                if other_end == end and other_span == span and other == value:
                    return False
            here.append(match)
        self.of_kind[kind].append(match)
        ends = self._ends[kind]
        there = ends.get(end)
        if there is None:
            ends[end] = [match]
            self.before[end] = f"{self.before.get(end) or self.look_back(end)}{kind} "
        else:
            there.append(match)
        return True

    def look_on(self, place: int) -> str:
        """Return the names of what goes on from a token where no result begins."""
        word = self.tokens[place].folded if place < len(self.tokens) else ""
        names = self.after[place] = f"{word} " if word in self.words else _NAMELESS
        return names

    def look_back(self, place: int) -> str:
        """Return the names of what ends before a token where no result does."""
        names = self.before[place] = self.names_in[self.tokens[place - 1].folded] if place else _NAMELESS
        return names

    def extend_right(self, elements: Sequence[Element], position: int) -> list[State]:
        """Return where the elements, read onwards from token ``position``, may end, with what fills their slots."""
        states: list[State] = [(position, ())]
        tokens, borders, last = self.tokens, self.borders, len(self.tokens)
        for element in elements:
            reached: list[State] = []
            for place, items in states:
                open_here = place < last and place not in borders
                if isinstance(element, Slot):
                    if element.optional:
                        reached.append((place, (*items, None)))
                    if open_here:
                        for match in self._starting(element, place):
                            reached.append((match[2], (*items, match)))
                elif isinstance(element, Nearby):
                    if (open_here and tokens[place].folded in element.words) != element.absent:
                        reached.append((place, items))
                else:
                    if element.optional:
                        reached.append((place, items))
                    if open_here and tokens[place].folded in element.words:
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
        tokens, borders = self.tokens, self.borders
        for element in elements:
            reached: list[State] = []
            for place, items in states:
                open_here = place > 0 and place not in borders
                if isinstance(element, Slot):
                    if element.optional:
                        reached.append((place, (None, *items)))
                    if open_here and place not in shut:
                        for first, match in self._ending(element, place):
                            reached.append((first, (match, *items)))
                            if not element.prefix and self.is_cut(match):
                                shut.add(first)
                elif isinstance(element, Nearby):
                    if (open_here and tokens[place - 1].folded in element.words) != element.absent:
                        reached.append((place, items))
                else:
                    if element.optional:
                        reached.append((place, items))
                    if open_here and place not in shut and tokens[place - 1].folded in element.words:
                        reached.append((place - 1, items))
            if not reached:
                return reached
            states = reached
        return states

    def is_cut(self, match: AnyMatch) -> bool:
        """Return whether clitics were cut off a result's first word."""
        return match[3][0] != self.tokens[match[1]][1]

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
            matches = self._starts.get(kind, _NOWHERE).get(place)
            if matches is None:
                continue
            if slot.prefix:
                matches = [match for match in matches if self.begin(slot, match) is not None]
            else:
                matches = [match for match in matches if not self.is_cut(match)]
            found = found + matches if found else matches
        return found

    def _ending(self, slot: Slot, place: int) -> list[tuple[int, AnyMatch]]:
        found = []
        for kind in slot.kinds:
            for match in self._ends.get(kind, _NOWHERE).get(place, _NONE):
                first = self.begin(slot, match) if slot.prefix else match[1]
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
