"""Layers of rules run over the results that tables and numbers seed."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from hudna.grammar.chart import AnyMatch, Chart, State
from hudna.grammar.pattern import Element, Nearby, Slot, Words
from hudna.grammar.rule import Layer, Rule, slots
from hudna.lexicon import Variant, raw_length
from hudna.model import Match, Span, Token

MAX_ROUNDS: Final = 4  # of a layer whose rules build on one another
MAX_MATCH_TOKENS: Final = 32
MAX_REMEMBERED_WORDS: Final = 50_000
_new: Final = tuple.__new__  # makes a named tuple in half the time that its own way takes


class _Indexed:
    """A rule, its elements parted at the trigger; those to the left run backwards."""

    __slots__ = ("left", "needs_left", "opening", "right", "rule", "slot", "uses")

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


class _Rules:
    """The rules that one kind triggers in one layer, by what must stand next to the trigger."""

    __slots__ = ("after_kind", "after_word", "always", "before_kind", "before_word", "glued", "prefixes", "uses")

    def __init__(self, rules: Sequence[_Indexed]) -> None:
        self.uses = frozenset[str]().union(*(rule.uses for rule in rules))
        self.after_word: defaultdict[str, list[_Indexed]] = defaultdict(list)
        self.after_kind: defaultdict[str, list[_Indexed]] = defaultdict(list)
        self.before_word: defaultdict[str, list[_Indexed]] = defaultdict(list)
        self.before_kind: defaultdict[str, list[_Indexed]] = defaultdict(list)
        self.always: list[_Indexed] = []
        self.glued = [rule for rule in rules if rule.slot.prefix]
        self.prefixes = frozenset(rule.slot.prefix for rule in self.glued)
        for rule in rules:
            after, before = _neighbours(rule.right), _neighbours(rule.left)
            if rule.slot.prefix:
                continue
            if after is not None:
                _enter(rule, after, self.after_word, self.after_kind)
            elif before is not None:
                _enter(rule, before, self.before_word, self.before_kind)
            else:
                self.always.append(rule)

    def due(self, chart: Chart, trigger: AnyMatch) -> list[_Indexed]:
        """Return the rules that what stands around the trigger does not rule out."""
        due, tokens, first, end = self.always, chart.tokens, trigger.first, trigger.end
        if self.glued:
            cut = trigger.span.start != tokens[first].start
            if cut or (first and tokens[first - 1].folded in self.prefixes):
                due = due + self.glued
        if self.after_word and end < len(tokens):
            word = tokens[end].folded
            if word in self.after_word:
                due = due + self.after_word[word]
        if self.after_kind and end in chart.kinds_from:
            for kind in chart.kinds_from[end]:
                if kind in self.after_kind:
                    due = due + self.after_kind[kind]
        if self.before_word and first:
            for word in chart.readings(tokens[first - 1].folded):
                if word in self.before_word:
                    due = due + self.before_word[word]
        if self.before_kind and first in chart.kinds_to:
            for kind in chart.kinds_to[first]:
                if kind in self.before_kind:
                    due = due + self.before_kind[kind]
        return due


Names = tuple[dict[str, None], dict[str, None]]


def _enter(
    rule: _Indexed, names: Names, by_word: Mapping[str, list[_Indexed]], by_kind: Mapping[str, list[_Indexed]]
) -> None:
    words, kinds = names
    for word in words:
        by_word[word].append(rule)
    for kind in kinds:
        by_kind[kind].append(rule)


def _neighbours(elements: Sequence[Element]) -> Names | None:
    """Return the words and the kinds of which one must come first, None if anything may."""
    words: dict[str, None] = {}
    kinds: dict[str, None] = {}
    for element in elements:
        if isinstance(element, Nearby) and element.absent:
            return None
        if isinstance(element, Slot):
            kinds |= dict.fromkeys(element.kinds)
            words |= {element.prefix: None} if element.prefix else {}
        else:
            words |= dict.fromkeys(sorted(element.words))
        if not element.optional:
            return words, kinds
    return None


class Grammar:
    """Rules in layers, indexed by the kind that triggers them.

    ``variants`` reads a literal word that opens a pattern without its clitics, as a ``Lexicon`` does.
    """

    def __init__(self, layers: Iterable[Layer], variants: Callable[[str], Sequence[Variant]]) -> None:
        self._layers = []
        self._variants = variants
        self._readings = lru_cache(MAX_REMEMBERED_WORDS)(self._read_word)
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
            self._layers.append((index, MAX_ROUNDS if layer.recursive else 1))

    def parse(self, tokens: Sequence[Token], seeds: Iterable[AnyMatch], borders: Collection[int]) -> list[AnyMatch]:
        """Return everything the rules make of the seeds, latent results left out, in the order it was made.

        ``tokens`` are all of a document, so that a token's index is its place; no result reaches from before a
        token of ``borders`` to it.
        """
        chart = Chart(tokens, frozenset(borders), self._readings)
        for seed in seeds:
            chart.add(seed)
        made: list[AnyMatch] = []
        for index, rounds in self._layers:
            if index.keys().isdisjoint(chart.of_kind):
                continue
            fresh: set[str] | None = None
            for _ in range(rounds):
                new = self._run(index, chart, fresh)
                if not new:
                    break
                made += new
                fresh = {match.kind for match in new}
        return [match for match in made if not self.rules[match.rule].latent]

    def _run(self, index: Mapping[str, _Rules], chart: Chart, fresh: set[str] | None) -> list[AnyMatch]:
        """Return what the rules of a layer make that is new; only those that use a ``fresh`` kind, if it is given."""
        made: list[AnyMatch] = []
        for kind, rules in index.items():
            if kind not in chart.of_kind or (fresh is not None and rules.uses.isdisjoint(fresh)):
                continue
            for trigger in tuple(chart.of_kind[kind]):
                for indexed in rules.due(chart, trigger):
                    if fresh is None or not indexed.uses.isdisjoint(fresh):
                        self._apply(indexed, trigger, chart, made)
        return made

    def _apply(self, indexed: _Indexed, trigger: AnyMatch, chart: Chart, made: list[AnyMatch]) -> None:
        """Add to ``made`` what a rule makes of a trigger and the pieces around it."""
        rights: list[State] = [(trigger.end, ())]
        if indexed.right:
            rights = chart.extend_right(indexed.right, trigger.end)
            if not rights:
                return
        lefts = self._lefts(indexed, trigger, chart) if indexed.left or indexed.slot.prefix else [(trigger.first, ())]
        for first, before in lefts:
            for end, after in rights:
                match = self._make(indexed.rule, chart, first, end, (*before, trigger, *after))
                if match is not None and chart.add(match):
                    made.append(match)

    def _lefts(self, indexed: _Indexed, trigger: AnyMatch, chart: Chart) -> list[State]:
        """Return where the pieces before a trigger may begin."""
        begin = chart.begin(indexed.slot, trigger)
        if begin is None:
            return []
        closed = not indexed.slot.prefix and chart.is_cut(trigger)
        if closed and indexed.needs_left:
            return []
        lefts = chart.extend_left(indexed.left, begin, closed=closed)
        if not lefts and indexed.opening and not closed:
            return self._opened(indexed, begin, chart)
        return lefts

    def _opened(self, indexed: _Indexed, begin: int, chart: Chart) -> list[State]:
        """Return the left sides whose first word carries a clitic."""
        assert indexed.opening is not None
        found = []
        words = indexed.opening.words
        for place, items in chart.extend_left(indexed.left[:-1], begin):
            if place > 0 and place not in chart.borders:
                readings = self._readings(chart.tokens[place - 1].folded)
                if not words.isdisjoint(readings):
                    found.append((place - 1, items))
        return found

    def _read_word(self, folded: str) -> tuple[str, ...]:
        return tuple(variant.folded for variant in self._variants(folded))

    def _make(
        self, rule: Rule, chart: Chart, first: int, end: int, items: tuple[AnyMatch | None, ...]
    ) -> AnyMatch | None:
        if end - first > MAX_MATCH_TOKENS:
            return None
        value = rule.produce(*items)
        if value is None:
            return None
        children = tuple([item for item in items if item is not None])
        token = chart.tokens[first]
        start = token.start
        if children[0].first == first:
            start = children[0].span.start
        elif isinstance(rule.elements[0], Words) and token.folded not in rule.elements[0].words:
            words = rule.elements[0].words
            start += next((raw_length(token, cut) for word, cut in self._variants(token.folded) if word in words), 0)
        span = Span(start, chart.tokens[end - 1].end, token.field)
        return _new(Match, (rule.kind, first, end, span, value, rule.name, children))


def select(matches: Iterable[AnyMatch], ranks: dict[str, int]) -> list[Match[Any]]:
    """Return the matches that stand, none overlapping, in text order.

    The one over most tokens wins; among equals the later rule (``ranks``), which is the more specific one.
    """
    taken: set[int] = set()
    chosen = []
    for match in sorted(
        matches, key=lambda match: (match.first - match.end, -ranks.get(match.rule, -1), match.first, match.span)
    ):
        covered = range(match.first, match.end)
        if taken.isdisjoint(covered):
            taken.update(covered)
            chosen.append(match)
    return sorted(chosen, key=lambda match: match.first)
