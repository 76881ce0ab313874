"""Layers of rules run over the results that tables and numbers seed."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any, Final

from hudna.grammar.chart import AnyMatch, Chart, State
from hudna.grammar.pattern import Element, Nearby, Slot, Words
from hudna.grammar.rule import Layer, Rule, slots
from hudna.lexicon import Variant, raw_length
from hudna.model import Match, Span, Token
from hudna.text import Memo

MAX_ROUNDS: Final = 4  # of a layer whose rules build on one another
MAX_MATCH_TOKENS: Final = 32
MAX_REMEMBERED_PLACES: Final = 10_000  # by what stands before, for the rules of one kind in one layer
_FIRST: Final = itemgetter(1)
_WITHOUT_MATCH: Final = itemgetter(0, 1, 2, 3)
_new: Final = tuple.__new__  # makes a named tuple in half the time that its own way takes


class _Indexed:
    """A rule, its elements parted at the trigger; those to the left run backwards.

    ``after`` and ``before`` are the names of what must stand next to the trigger, None where anything may.
    """

    __slots__ = (
        "after",
        "alone",
        "before",
        "left",
        "needs_left",
        "opening",
        "optional",
        "right",
        "rule",
        "slot",
        "uses",
    )

    def __init__(self, rule: Rule) -> None:
        slot = rule.elements[rule.trigger]
        assert isinstance(slot, Slot)
        self.rule = rule
        self.slot = slot
        self.left: tuple[Element, ...] = tuple(reversed(rule.elements[: rule.trigger]))
        self.right: tuple[Element, ...] = rule.elements[rule.trigger + 1 :]
        self.needs_left = any(not (isinstance(element, Nearby) or element.optional) for element in self.left)
        self.uses = {kind for each in slots(rule.elements) for kind in each.kinds}
        first = rule.elements[0]
        self.opening = first if isinstance(first, Words) and self.left else None
        self.after = _neighbours(self.right)
        self.before = None if slot.prefix else _neighbours(self.left)
        self.optional = any(each.optional for each in slots(rule.elements))
        self.alone = not (self.left or self.right or slot.prefix)


class _Rules:
    """The rules that one kind triggers in one layer, by what must stand next to the trigger."""

    __slots__ = ("after", "always", "before", "glued", "known", "prefixes", "uses")

    def __init__(self, rules: Sequence[_Indexed]) -> None:
        self.uses = frozenset[str]().union(*(rule.uses for rule in rules))
        self.after: defaultdict[str, list[_Indexed]] = defaultdict(list)
        self.before: defaultdict[str, list[_Indexed]] = defaultdict(list)
        self.always: list[_Indexed] = []
        self.glued: defaultdict[str, list[_Indexed]] = defaultdict(list)  # by the clitic before the trigger
        self.known: dict[str, dict[str, list[_Indexed]]] = {}
        for rule in rules:
            if rule.slot.prefix:
                self.glued[rule.slot.prefix].append(rule)
            elif rule.after is not None:
                for name in rule.after:
                    self.after[name].append(rule)
            elif rule.before is not None:
                for name in rule.before:
                    self.before[name].append(rule)
            else:
                self.always.append(rule)

    def due(self, before: str, after: str, cut: str | None = None) -> list[_Indexed]:
        """Return the rules that what stands around a trigger does not rule out.

        ``cut`` are the clitics that were cut off its first word. Without any, the answer is remembered in ``known``.
        """
        behind, ahead = before.split(" "), after.split(" ")
        due = [*self.always, *self.glued.get(behind[0] if cut is None else cut, ())]
        for name in ahead:
            due += [
                rule for rule in self.after.get(name, ()) if rule.before is None or not rule.before.isdisjoint(behind)
            ]
        for name in behind:
            due += self.before.get(name, ())
        if cut is None:
            if len(self.known) >= MAX_REMEMBERED_PLACES:
                self.known.clear()
            self.known.setdefault(before, {})[after] = due
        return due


def _neighbours(elements: Sequence[Element]) -> frozenset[str] | None:
    """Return the words and the kinds of which one must come first, None if anything may."""
    names: set[str] = set()
    for element in elements:
        if isinstance(element, Nearby) and element.absent:
            return None
        if isinstance(element, Slot):
            names.update(element.kinds, [element.prefix] if element.prefix else [])
        else:
            names |= element.words
        if not element.optional:
            return frozenset(names)
    return None


def _words(elements: Iterable[Element]) -> set[str]:
    """Return the words that a pattern names."""
    return {
        word
        for element in elements
        for word in ((element.prefix,) if isinstance(element, Slot) else element.words)
        if word
    }


class Grammar:
    """Rules in layers, indexed by the kind that triggers them.

    ``variants`` reads a literal word that opens a pattern without its clitics, as a ``Lexicon`` does.
    """

    def __init__(self, layers: Iterable[Layer], variants: Callable[[str], Sequence[Variant]]) -> None:
        self._layers = []
        self._variants = variants
        self._names_in = Memo(self._find_names)
        self.rules: dict[str, Rule] = {}
        self.ranks: dict[str, int] = {}
        for layer in layers:
            by_kind: defaultdict[str, list[_Indexed]] = defaultdict(list)
            for rule in layer.rules:
                if rule.name in self.rules:
                    raise ValueError(f"two rules are named {rule.name!r}")
                self.rules[rule.name] = rule
                self.ranks[rule.name] = len(self.ranks)
                indexed = _Indexed(rule)
                for kind in indexed.slot.kinds:
                    by_kind[kind].append(indexed)
            index = {kind: _Rules(rules) for kind, rules in by_kind.items()}
            self._layers.append((frozenset(index), index, MAX_ROUNDS if layer.recursive else 1))
        self._words = frozenset[str]().union(*(_words(rule.elements) for rule in self.rules.values()))
        self._latent = frozenset(name for name, rule in self.rules.items() if rule.latent)

    def parse(self, tokens: Sequence[Token], seeds: Iterable[AnyMatch], borders: Collection[int]) -> list[AnyMatch]:
        """Return everything the rules make of the seeds, latent results left out, in the order it was made.

        ``tokens`` are all of a document, so that a token's index is its place; no result reaches from before a
        token of ``borders`` to it.
        """
        chart = Chart(tokens, frozenset(borders), self._words, self._names_in)
        for seed in seeds:
            chart.add(seed)
        made: list[AnyMatch] = []
        for kinds, index, rounds in self._layers:
            if chart.of_kind.keys().isdisjoint(kinds):
                continue
            new = self._run(index, chart, None)
            made += new
            for _ in range(1, rounds):
                if not new:
                    break
                new = self._run(index, chart, {match[0] for match in new})
                made += new
        return [match for match in made if match[5] not in self._latent]

    def _run(self, index: Mapping[str, _Rules], chart: Chart, fresh: set[str] | None) -> list[AnyMatch]:
        """Return what the rules of a layer make that is new; only those that use a ``fresh`` kind, if it is given."""
        made: list[AnyMatch] = []
        of_kind, names_before, names_after = chart.of_kind, chart.before, chart.after
        for kind, rules in index.items():
            if kind not in of_kind or (fresh is not None and rules.uses.isdisjoint(fresh)):
                continue
            known, glued = rules.known, rules.glued
            for trigger in tuple(of_kind[kind]):
                first, end = trigger[1], trigger[2]
                before = names_before.get(first) or chart.look_back(first)
                after = names_after.get(end) or chart.look_on(end)
                if glued and chart.is_cut(trigger):
                    due = rules.due(before, after, chart.cut(trigger))
                else:
                    try:
                        due = known[before][after]
                    except KeyError:
                        due = rules.due(before, after)
                for indexed in due:
                    if fresh is None or not indexed.uses.isdisjoint(fresh):
                        if indexed.alone:
                            match = self._make(indexed, chart, first, end, (trigger,))
                            if match is not None:
                                made.append(match)
                        else:
                            made += self._apply(indexed, trigger, chart)
        return made

    def _apply(self, indexed: _Indexed, trigger: AnyMatch, chart: Chart) -> list[AnyMatch]:
        """Return what a rule makes of a trigger and the pieces around it that is new."""
        made: list[AnyMatch] = []
        rights: list[State] = [(trigger[2], ())]
        if indexed.right:
            rights = chart.extend_right(indexed.right, trigger[2])
            if not rights:
                return made
        lefts: list[State] = [(trigger[1], ())]
        if indexed.left or indexed.slot.prefix:
            lefts = self._lefts(indexed, trigger, chart)
        for first, before in lefts:
            for end, after in rights:
                match = self._make(indexed, chart, first, end, (*before, trigger, *after))
                if match is not None:
                    made.append(match)
        return made

    def _lefts(self, indexed: _Indexed, trigger: AnyMatch, chart: Chart) -> list[State]:
        """Return where the pieces before a trigger may begin."""
        if indexed.slot.prefix:
            begin = chart.begin(indexed.slot, trigger)
            return [] if begin is None else chart.extend_left(indexed.left, begin, opening=indexed.opening)
        closed = chart.is_cut(trigger)
        if closed and indexed.needs_left:
            return []
        return chart.extend_left(indexed.left, trigger[1], closed=closed, opening=indexed.opening)

    def _find_names(self, folded: str) -> str:
        """Return the readings of a word that rules name, the whole word first, empty if it is none; spaces after each."""
        whole, *parts = [variant.folded for variant in self._variants(folded)]
        names = [whole if whole in self._words else "", *(word for word in parts if word in self._words)]
        return "".join(f"{name} " for name in names)

    def _make(
        self, indexed: _Indexed, chart: Chart, first: int, end: int, items: tuple[AnyMatch | None, ...]
    ) -> AnyMatch | None:
        """Return what a rule makes of these pieces where that is new; it is put into the chart."""
        rule = indexed.rule
        value = rule.produce(*items)
        if value is None or end - first > MAX_MATCH_TOKENS:
            return None
        children: Any = tuple([item for item in items if item is not None]) if indexed.optional else items
        begins: AnyMatch = children[0]
        start, _, field = begins[3]
        if begins[1] != first:
            token = chart.tokens[first]
            start = token.start
            words = rule.elements[0].words if isinstance(rule.elements[0], Words) else (token.folded,)
            if token.folded not in words:
                start += next(
                    (raw_length(token, cut) for word, cut in self._variants(token.folded) if word in words), 0
                )
        span = _new(Span, (start, chart.tokens[end - 1].end, field))
        match = _new(Match, (rule.kind, first, end, span, value, rule.name, children))
        return match if chart.add(match) else None


def select(matches: Iterable[AnyMatch], ranks: dict[str, int]) -> list[Match[Any]]:
    """Return the matches that stand, none overlapping, in text order.

    The one over most tokens wins; among equals the later rule (``ranks``), which is the more specific one.
    """
    taken: set[int] = set()
    chosen = []
    order = [(match[1] - match[2], -ranks.get(match[5], -1), match[1], match[3], match) for match in matches]
    for size, _, first, _, match in sorted(order, key=_WITHOUT_MATCH):
        covered = range(first, first - size)
        if taken.isdisjoint(covered):
            taken.update(covered)
            chosen.append(match)
    return sorted(chosen, key=_FIRST)
