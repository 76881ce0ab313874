"""The results over one text, by where they begin and where they end."""

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from typing import Any, Final

from hudna.grammar.pattern import Element, Slot, Words
from hudna.lexicon import raw_length
from hudna.model import Match, Token
from hudna.text import fold

AnyMatch = Match[Any]
State = tuple[int, tuple[AnyMatch | None, ...]]
MAX_MATCHES_AT: Final = 12  # of one kind from one token: keeps texts made to be ambiguous linear
_NAMELESS: Final = " "
_AtToken = dict[int, dict[str, list[AnyMatch]]]


class Chart:
    """Results by token and kind; ``borders`` are the tokens that no result may reach across from before.

    ``after`` has the names of what goes on from a token, where it was asked for: the word, if it is one of ``words``,
    and then the kinds of the results, a space after each. ``before`` has the same of what ends before a token: what
    ``names_in`` has for the word, itself first and then without its clitics, and then the kinds. Strings, because they
    are looked up more often than they grow.
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
        self._starts: _AtToken = {}
        self._ends: _AtToken = {}

    def add(self, match: AnyMatch) -> bool:
        """Return whether the result was new and room was left for it."""
        kind, first, end = match[0], match[1], match[2]
        starting = self._starts.get(first)
        if starting is None:
            self._starts[first] = {kind: [match]}
            self.after.pop(first, None)
        elif kind not in starting:
            starting[kind] = [match]
            self.after.pop(first, None)
        else:
            here = starting[kind]
            if len(here) >= MAX_MATCHES_AT or match[2:5] in [other[2:5] for other in here]:
                return False
            here.append(match)
        self.of_kind[kind].append(match)
        ending = self._ends.get(end)
        if ending is None:
            self._ends[end] = {kind: [match]}
            self.before.pop(end, None)
        elif kind not in ending:
            ending[kind] = [match]
            self.before.pop(end, None)
        else:
            ending[kind].append(match)
        return True

    def look_on(self, place: int) -> str:
        """Return the names of what goes on from a token, and keep them."""
        word = self.tokens[place].folded if place < len(self.tokens) else ""
        names = f"{word} " if word in self.words else _NAMELESS
        for kind in self._starts.get(place, ()):
            names += f"{kind} "
        self.after[place] = names
        return names

    def look_back(self, place: int) -> str:
        """Return the names of what ends before a token, and keep them."""
        names = self.names_in[self.tokens[place - 1].folded] if place else _NAMELESS
        for kind in self._ends.get(place, ()):
            names += f"{kind} "
        self.before[place] = names
        return names

    def extend_right(self, elements: Sequence[Element], position: int) -> list[State]:
        """Return where the elements, read onwards from token ``position``, may end, with what fills their slots."""
        states: list[State] = [(position, ())]
        tokens, borders, last = self.tokens, self.borders, len(self.tokens)
        for element in elements:
            reached: list[State] = []
            for state in states:
                place, items = state
                open_here = place < last and place not in borders
                if isinstance(element, Words):
                    if element.optional:
                        reached.append(state)
                    if open_here and tokens[place].folded in element.words:
                        reached.append((place + 1, items))
                elif isinstance(element, Slot):
                    if element.optional:
                        reached.append((place, (*items, None)))
                    if open_here:
                        for match in self._starting(element, place):
                            reached.append((match[2], (*items, match)))
                elif (open_here and tokens[place].folded in element.words) != element.absent:
                    reached.append(state)
            if not reached:
                return reached
            states = reached
        return states

    def extend_left(
        self, elements: Sequence[Element], position: int, *, closed: bool = False, opening: Words | None = None
    ) -> list[State]:
        """Return where the elements, read backwards from token ``position`` (exclusive), may begin.

        Nothing is read before a word whose clitics were cut off; ``closed`` says that of the word at ``position``. The
        words ``opening``, the last of the elements, may carry clitics where they stand nowhere without.
        """
        states: list[State] = [(position, ())]
        shut = {position} if closed else set()
        tokens, borders = self.tokens, self.borders
        for element in elements:
            reached: list[State] = []
            for state in states:
                place, items = state
                open_here = place > 0 and place not in borders
                if isinstance(element, Words):
                    if element.optional:
                        reached.append(state)
                    if open_here and tokens[place - 1].folded in element.words and place not in shut:
                        reached.append((place - 1, items))
                elif isinstance(element, Slot):
                    if element.optional:
                        reached.append((place, (None, *items)))
                    if open_here and place in self._ends and place not in shut:
                        for first, match in self._ending(element, place):
                            reached.append((first, (match, *items)))
                            if not element.prefix and self.is_cut(match):
                                shut.add(first)
                elif (open_here and tokens[place - 1].folded in element.words) != element.absent:
                    reached.append(state)
            if not reached:
                return self._opened(states, opening) if element is opening and not closed else reached
            states = reached
        return states

    def _opened(self, states: Sequence[State], opening: Words) -> list[State]:
        """Return where a pattern begins whose first word carries a clitic."""
        found = []
        for place, items in states:
            if place > 0 and place not in self.borders:
                names = self.names_in[self.tokens[place - 1].folded]
                if names != _NAMELESS and not opening.words.isdisjoint(names.split(" ")):
                    found.append((place - 1, items))
        return found

    def is_cut(self, match: AnyMatch) -> bool:
        """Return whether clitics were cut off a result's first word."""
        return match.span.start != self.tokens[match.first].start

    def begin(self, slot: Slot, match: AnyMatch) -> int | None:
        """Return the first token a slot covers with this match, None where its clitic is missing."""
        if not slot.prefix:
            return match.first
        if self.is_cut(match):
            return match.first if self.cut(match) == slot.prefix else None
        before = match.first - 1
        apart = before >= 0 and match.first not in self.borders and self.tokens[before].folded == slot.prefix
        return before if apart else None

    def _starting(self, slot: Slot, place: int) -> list[AnyMatch]:
        if slot.prefix and self.tokens[place].folded == slot.prefix:
            place += 1
        starting = self._starts.get(place)
        found: list[AnyMatch] = []
        if starting is None:
            return found
        begin = None if slot.prefix else self.tokens[place].start
        for kind in slot.kinds:
            for match in starting.get(kind, ()):
                if match[3][0] == begin if begin is not None else self.begin(slot, match) is not None:
                    found.append(match)
        return found

    def _ending(self, slot: Slot, place: int) -> list[tuple[int, AnyMatch]]:
        found = []
        ending = self._ends[place]
        for kind in slot.kinds:
            for match in ending.get(kind, ()):
                first = self.begin(slot, match) if slot.prefix else match[1]
                if first is not None:
                    found.append((first, match))
        return found

    def cut(self, match: AnyMatch) -> str:
        """Return the folded clitics cut off a result's first word."""
        token = self.tokens[match.first]
        size = match.span.start - token.start
        if raw_length(token, size) == size:
            return token.folded[:size]
        return fold(token.surface[:size]).text
