"""Numbers in digits."""

from typing import Final

from hudna.model import Match, Token

MAX_DIGITS: Final = 12  # longer runs of digits are codes, not numbers; they are never converted


def digit_seeds(token: Token) -> list[Match[int]]:
    """Return the integer a number token is written as, commas between thousands allowed; none for any other."""
    digits = token.folded
    if len(digits) > MAX_DIGITS:
        return []
    if not digits.isdecimal():
        first, *rest = digits.split(",")
        if not rest or len(first) > 3 or any(len(part) != 3 for part in rest):
            return []
        digits = digits.replace(",", "")
        if not digits.isdecimal():
            return []
    return [Match("integer", token.i, token.i + 1, token.span, int(digits), "digits")]
