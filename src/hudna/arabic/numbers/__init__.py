"""Numbers and ordinals, in words and digits."""

from hudna.arabic.numbers.digits import digit_seeds
from hudna.arabic.numbers.rules import NUMBERS
from hudna.arabic.numbers.tables import Ordinal, Scale, number_entries, number_value

__all__ = ["NUMBERS", "Ordinal", "Scale", "digit_seeds", "number_entries", "number_value"]
