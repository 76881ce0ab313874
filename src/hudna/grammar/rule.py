"""Rules, in layers: the results of a layer are whole before the next begins."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from hudna.grammar.pattern import Element, Slot, parse_pattern

Produce = Callable[..., Hashable | None]
Function = TypeVar("Function", bound=Produce)


@dataclass(frozen=True, slots=True)
class Rule:
    """Reads what ``pattern`` matches as a result of ``kind``.

    ``produce`` gets the match in each slot in order (None for an empty optional slot) and returns a hashable
    value, or None where the words do not mean this. A ``latent`` rule's result counts only inside a larger one.
    ``trigger`` is the slot that is looked for first, the rarest.
    """

    name: str
    kind: str
    pattern: str
    produce: Produce
    elements: tuple[Element, ...]
    trigger: int
    latent: bool = False


@dataclass(frozen=True, slots=True)
class Layer:
    """Rules that build on the layers before, and, unless it runs ``once``, on one another in any order.

    Run once, a rule still finds what a rule with an earlier trigger kind has made.
    """

    name: str
    rules: list[Rule]
    once: bool = False

    def rule(
        self, kind: str, pattern: str, *, trigger: str | None = None, latent: bool = False
    ) -> Callable[[Function], Function]:
        """Return a decorator that adds a rule named by its pattern; ``trigger`` is a slot's kind.

        Raises:
            ValueError: the pattern is wrong, or has no such slot that must be filled.
        """

        def add(produce: Function) -> Function:
            elements = parse_pattern(pattern)
            place = _trigger_place(elements, trigger, pattern)
            self.rules.append(Rule(f"{kind}: {pattern}", kind, pattern, produce, elements, place, latent))
            return produce

        return add

    @property
    def recursive(self) -> bool:
        """Whether a rule of this layer builds on results of this layer, so that it must run again."""
        if self.once:
            return False
        made = {rule.kind for rule in self.rules}
        return any(made.intersection(slot.kinds) for rule in self.rules for slot in slots(rule.elements))


# Kinds that stand often in any text, the most frequent last: a rule is not looked for at these if it has another slot.
COMMON_KINDS: Final = ("unit", "ordinal", "integer")


def slots(elements: Iterable[Element]) -> list[Slot]:
    """Return the slots among the elements."""
    return [element for element in elements if isinstance(element, Slot)]


def _trigger_place(elements: tuple[Element, ...], trigger: str | None, pattern: str) -> int:
    places = [place for place, element in enumerate(elements) if isinstance(element, Slot) and not element.optional]
    if trigger is not None:
        places = [place for place in places if trigger in slots([elements[place]])[0].kinds]
        if not places:
            raise ValueError(f"no slot {trigger!r} to start from in the pattern {pattern!r}")
    return min(places, key=lambda place: _frequency(elements[place]))


def _frequency(element: Any) -> int:
    return max(COMMON_KINDS.index(kind) + 1 if kind in COMMON_KINDS else 0 for kind in element.kinds)
