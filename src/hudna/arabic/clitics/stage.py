"""The stage that fills the parts of every word of a document."""

from collections.abc import Container
from functools import cache
from typing import Final

from hudna.arabic.clitics.protected import name_words
from hudna.arabic.clitics.split import Parts, split_front, split_word
from hudna.model import WORD, Document, NameKind, Stage, Token
from hudna.model.frozen import replace
from hudna.text import fold
from hudna.text.letters import TEH_MARBUTA

MAX_REMEMBERED_WORDS: Final = 100_000
_NAMES: Final = frozenset({NameKind.PERSON, NameKind.PLACE})


class Splitter:
    """Splits documents; the parts of a written word are remembered, ``MAX_REMEMBERED_WORDS`` at most."""

    def __init__(self, protected: Container[str]) -> None:
        """``protected`` are the folded words of names, never cut themselves."""
        self._protected = protected
        self._remembered: dict[str, Parts] = {}

    def split(self, token: Token) -> Parts:
        """Return the parts of a word; joined, they are its folded spelling. What is no word has none."""
        parts = self._remembered.get(token.surface)
        if parts is None:
            parts = ()
            if token.kind is WORD:
                parts = split_word(token.folded, self._protected, closed=TEH_MARBUTA in token.surface)
            if len(self._remembered) >= MAX_REMEMBERED_WORDS:
                self._remembered.clear()
            self._remembered[token.surface] = parts
        return parts

    def split_document(self, document: Document) -> Document:
        """Return the document with the parts of its words; people and places it has found stay whole."""
        return replace(document, parts=_PartsOf(document, self))

    def split_named(self, token: Token, size: int) -> Parts:
        """Return the parts of a word in which a name begins after ``size`` folded letters."""
        return split_front(token.folded, size, self._protected) if token.kind is WORD else ()


class _PartsOf(dict[int, Parts]):
    """The parts of a document's words by token, each split when it is first asked for: a reading asks for one in ten."""

    def __init__(self, document: Document, splitter: Splitter) -> None:
        super().__init__()
        self._document = document
        self._splitter = splitter
        self._sizes: dict[int, int] | None = None

    def __missing__(self, place: int) -> Parts:
        """Split a word."""
        token = self._document.tokens[place]
        if self._sizes is None:
            self._sizes = _named(self._document)
        size = self._sizes.get(place)
        parts = self[place] = self._splitter.split(token) if size is None else self._splitter.split_named(token, size)
        return parts


def _named(document: Document) -> dict[int, int]:
    """Return the tokens of people and places, with the folded letters that stand before the name."""
    sizes: dict[int, int] = {}
    for match in document.names:
        if match.value.kind in _NAMES:
            sizes.update(dict.fromkeys(range(match.first, match.end), 0))
            first = document.tokens[match.first]
            if match.span.start > first.start:
                sizes[match.first] = len(fold(first.surface[: match.span.start - first.start]).text)
    return sizes


@cache
def _splitter() -> Splitter:
    return Splitter(name_words())


def split_clitics(document: Document, *, protected: Container[str] | None = None) -> Document:
    """Return the document with the parts of its words.

    The people and places of ``document.names`` are not cut, nor are the folded words ``protected``: those of the tables
    of names unless told. Whoever protects words of their own for many documents keeps a ``Splitter``.
    """
    return (_splitter() if protected is None else Splitter(protected)).split_document(document)


STAGE: Final = Stage("clitics", frozenset({"tokens"}), frozenset({"parts"}), split_clitics)
