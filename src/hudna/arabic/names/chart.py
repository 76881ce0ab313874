"""The names of a document, laid out for looking ahead."""

from typing import TYPE_CHECKING, Final

from hudna.arabic.names.tables import parted
from hudna.model import Document, Match, Name
from hudna.text import Memo

if TYPE_CHECKING:
    from hudna.arabic.names.parties import Party

_OFFICE: Final = "office:"
_CODED: Final = frozenset({"office", "nationality", "state"})


def _code_of(entity: str) -> str:
    """Return the key of an office, or the code of a country, in what its name stands for."""
    if entity.startswith(_OFFICE):
        return entity[len(_OFFICE) :]
    return entity.removeprefix("nationality:").removeprefix("state:").removesuffix("-adj")


_CODES: Final = Memo(_code_of)


class Chart:
    """A document's names by the token they start at, outermost first, for looking ahead."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens = document.tokens
        self.words = document.words
        self.starts: dict[int, list[Match[Name]]] = {}
        # By token, of the offices and countries whose names start there: the kind of each, and its key.
        self.codes: dict[int, list[tuple[str, str]]] = {}
        for name in document.names:
            self.starts.setdefault(name.first, []).append(name)
            kind = name.kind
            if kind in _CODED:
                code = _CODES[name.value.entity or ""]
                if code in parted() and name.end < len(self.words):
                    code = parted()[code].get(self.words[name.end], code)  # the North Korean leader
                self.codes.setdefault(name.first, []).append((kind, code))
        longest = {place: names[0] for place, names in self.starts.items()}
        self.name_at = longest.get  # the longest name that starts at a token
        self.dated = bytearray(len(self.tokens) + 1)
        for date in document.dates:
            self.dated[date.first : date.end] = b"\1" * (date.end - date.first)
        self.parties: dict[tuple[int, int], Party | None] = {}  # by token and limit, those that were asked for
        self.named: dict[int, Party] = {}  # by token, those of them that are a name alone
        self.beginnings: bytearray | None = None  # by token whether a party may start there, once it was asked for

    def names_within(self, first: int, end: int) -> list[Match[Name]]:
        """Return the names that start at the tokens from ``first`` up to ``end`` (exclusive)."""
        starts = self.starts
        return [name for place in range(first, end) if place in starts for name in starts[place]]

    def codes_within(self, first: int, end: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the keys of the offices and the codes of the countries that tokens name, in their order."""
        offices: list[str] = []
        countries: list[str] = []
        codes = self.codes
        for place in range(first, end):
            if place in codes:
                for kind, code in codes[place]:
                    (offices if kind == "office" else countries).append(code)
        return tuple(offices), tuple(countries)

    def glued(self, name: Match[Name]) -> str:
        """Return the folded clitics written before a name's first word."""
        token = self.tokens[name.first]
        cut = name.span.start - token.start
        return token.folded[:cut] if cut else ""
