"""What the rules start from: the rows of the tables found in the text, and the numbers."""

from collections.abc import Sequence
from typing import Any, Final

from hudna.arabic.clitics import name_variants
from hudna.arabic.dates.digits import number_seeds
from hudna.arabic.dates.words import Month, date_entries, date_value
from hudna.arabic.numbers import number_entries, number_value
from hudna.lexicon import Lexicon
from hudna.model import Match, Token, TokenKind
from hudna.text.letters import ALEF_MADDA

_NUMBERS: Final = number_entries()
_DATES: Final = date_entries()
_LEXICON: Final = Lexicon([*_NUMBERS, *_DATES], name_variants)
_VALUES: Final[dict[str, tuple[str, Any]]] = {
    **{entry.line: number_value(entry) for entry in _NUMBERS},
    **{entry.line: date_value(entry) for entry in _DATES},
}
_FATHER: Final = "اب"  # how August and father look alike once folded


def find_seeds(tokens: Sequence[Token]) -> list[Match[Any]]:
    """Return the words and numbers of a text that a time may be made of."""
    seeds: list[Match[Any]] = []
    for match in _LEXICON.find(tokens):
        kind, value = _VALUES[match.value.line]
        if kind == "month" and not _is_month(match, tokens, value):
            continue
        seeds.append(Match(kind, match.first, match.end, match.span, value, match.rule))
    for token in tokens:
        if token.kind is TokenKind.NUMBER:
            seeds += number_seeds(token)
    return seeds


def _is_month(match: Match[Any], tokens: Sequence[Token], month: Month) -> bool:
    """Return whether what may be August is written with its madda or stands by a number or another month's mark."""
    token = tokens[match.first]
    if month.number != 8 or not token.folded.endswith(_FATHER) or ALEF_MADDA in token.surface:
        return True
    before = tokens[match.first - 1] if match.first else None
    return before is not None and (before.kind is TokenKind.NUMBER or before.folded in {"شهر", "/", "من"})
