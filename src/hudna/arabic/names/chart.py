"""The names of a document, laid out for looking ahead."""

from operator import attrgetter
from typing import TYPE_CHECKING, Final

from hudna.model import Document, Match, Name

if TYPE_CHECKING:
    from hudna.arabic.names.parties import Party

_FOLDED: Final = attrgetter("folded")


class Chart:
    """A document's names by the token they start at, outermost first, for looking ahead."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens = document.tokens
        self.words: list[str] = list(map(_FOLDED, document.tokens))
        self.starts: dict[int, list[Match[Name]]] = {}
        for name in document.names:
            self.starts.setdefault(name.first, []).append(name)
        longest = {place: names[0] for place, names in self.starts.items()}
        self.name_at = longest.get  # the longest name that starts at a token
        self.dated = bytearray(len(self.tokens) + 1)
        for date in document.dates:
            self.dated[date.first : date.end] = b"\1" * (date.end - date.first)
        self.parties: dict[tuple[int, int], Party | None] = {}  # by token and limit, those that were asked for
        self.beginnings: bytearray | None = None  # by token whether a party may start there, once it was asked for

    def names_within(self, first: int, end: int) -> list[Match[Name]]:
        """Return the names that start at the tokens from ``first`` up to ``end`` (exclusive)."""
        starts = self.starts
        return [name for place in range(first, end) if place in starts for name in starts[place]]

    def glued(self, name: Match[Name]) -> str:
        """Return the folded clitics written before a name's first word."""
        token = self.tokens[name.first]
        cut = name.span.start - token.start
        return token.folded[:cut] if cut else ""
