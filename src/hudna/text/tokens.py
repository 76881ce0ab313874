"""Words, numbers and marks of a text, with their paragraph."""

import re
from typing import Final

from hudna.model import Folded, Token, TokenKind
from hudna.model.span import Field
from hudna.text import letters as ch

_ARABIC: Final = (
    f"{ch.HAMZA}-{ch.YEH}\u0620\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff\u0750-\u077f\u08a0-\u08c9"
)
PATTERN: Final = re.compile(
    rf"(?P<word>[{_ARABIC}]+)"
    r"|(?P<number>[0-9]+(?:[.,:/-][0-9]+)*)"
    r"|(?P<latin>[^\W\d_]+)"
    r"|(?P<newline>\n)"
    r"|(?P<punctuation>\.{2,}|[^\w\s]|\d)"
)
_KINDS: Final[dict[str | None, TokenKind]] = {kind.value: kind for kind in TokenKind}


def find_tokens(folded: Folded, field: Field, first_index: int = 0) -> tuple[list[Token], list[int]]:
    """Return the tokens of a folded field and, for each, the number of the line it stands on (from 0).

    Token indexes count from ``first_index``. An underscore parts words, as in hashtags; a mark is one character,
    but for a run of full stops.
    """
    raw, to_raw = folded.raw, folded.to_raw
    tokens: list[Token] = []
    lines: list[int] = []
    line = 0
    i = first_index
    add, add_line, kinds = tokens.append, lines.append, _KINDS
    for match in PATTERN.finditer(folded.text):
        kind = kinds.get(match.lastgroup)
        if kind is None:
            line += 1
            continue
        start, end = match.span()
        start, end = to_raw[start], to_raw[end]
        add(Token(i, start, end, field, raw[start:end], match[0], kind))
        add_line(line)
        i += 1
    return tokens, lines
