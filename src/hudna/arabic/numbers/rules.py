"""Numbers in several words: five and twenty, three thousand, two thousand and seventeen, the twenty-fifth."""

from typing import Final

from hudna.arabic.numbers.tables import Ordinal, Scale
from hudna.grammar import Layer
from hudna.model import Match

NUMBERS: Final = Layer("numbers", [])
_MAX: Final = 10**12


@NUMBERS.rule("integer", "<integer> و<integer>")
def _sum(first: Match[int], second: Match[int]) -> int | None:
    """Return units before tens, or a larger power of ten before what is smaller than it."""
    low, high = first.value, second.value
    if 1 <= low <= 9 and 20 <= high <= 90 and high % 10 == 0:
        return low + high
    power = next((power for power in (10**9, 10**6, 1000, 100) if low >= power and low % power == 0), 0)
    return low + high if 0 < high < power else None


@NUMBERS.rule("integer", "<integer> <scale>", trigger="scale")
def _product(count: Match[int], scale: Match[Scale]) -> int | None:
    value = count.value * scale.value.value
    return value if count.value > 1 and value < _MAX and count.value < scale.value.value else None


@NUMBERS.rule("ordinal", "<ordinal> و<integer>")
def _ordinal_sum(unit: Match[Ordinal], tens: Match[int]) -> Ordinal | None:
    if 1 <= unit.value.value <= 9 and 20 <= tens.value <= 90 and tens.value % 10 == 0:
        return Ordinal(unit.value.value + tens.value, unit.value.feminine)
    return None
