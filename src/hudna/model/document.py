"""An article under analysis: characters folded, words, sentences, quotations."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import field
from enum import StrEnum
from operator import attrgetter
from typing import Any, Final

from hudna.model.article import Article
from hudna.model.frozen import dataclass
from hudna.model.match import Match
from hudna.model.records import Conduct, Contact, Incident, Measure, Name, Party, Pledge, Problem, Statement
from hudna.model.span import Field, Span
from hudna.model.time import UNKNOWN_DAY, Published, TimeMention
from hudna.model.token import Token


@dataclass(frozen=True, slots=True)
class Folded:
    """A text folded for comparison; ``to_raw[i]`` is the raw offset of folded character i (and of the end, last).

    ``to_raw`` never decreases; it has ``len(text) + 1`` places.
    """

    raw: str
    text: str
    to_raw: Sequence[int]

    def raw_start(self, folded_start: int) -> int:
        """Return the raw offset at which the folded character stands."""
        return self.to_raw[folded_start]

    def raw_end(self, folded_end: int) -> int:
        """Return the raw offset just after folded character ``folded_end - 1``, marks on it included."""
        return self.to_raw[folded_end]


class PartKind(StrEnum):
    """The pieces of a word: what is written together and means apart."""

    CONJUNCTION = "conjunction"
    PREPOSITION = "preposition"
    FUTURE = "future"
    ARTICLE = "article"
    STEM = "stem"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a word, in its folded spelling."""

    kind: PartKind
    folded: str


class SentenceKind(StrEnum):
    """What a run of tokens is for."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    LITTER = "litter"


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens ``first`` to ``end`` (exclusive) of a document; ``paragraph`` counts the lines of a field."""

    index: int
    first: int
    end: int
    kind: SentenceKind
    paragraph: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words inside quotation marks: the marks' tokens ``open`` and ``close`` (None when a mark is missing).

    ``first`` and ``end`` are the tokens inside.
    """

    open: int | None
    close: int | None
    first: int
    end: int


_WORDS: Final = "words"
_FOLDED: Final = attrgetter("folded")


@dataclass(frozen=True, slots=True)
class Document:
    """An article with everything the stages have found so far; a stage returns a new one.

    ``tokens`` run through the title first, then the text; ``folded`` holds both fields. ``parts[i]`` are the pieces of
    token ``i`` in order, none where it is no word or nothing has split it; few are asked for, and only those are split.
    ``shared`` keeps what one stage derives from the layers and the next needs again; it is no part of what was found.
    """

    article: Article
    folded: Mapping[Field, Folded]
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    published: Published = UNKNOWN_DAY
    litter: tuple[Span, ...] = ()
    credits: tuple[Party, ...] = ()
    author: str | None = None
    parts: Mapping[int, tuple[Part, ...]] = field(default_factory=lambda: defaultdict(tuple))
    names: tuple[Match[Name], ...] = ()
    dates: tuple[Match[TimeMention], ...] = ()
    statements: tuple[Match[Statement], ...] = ()
    contacts: tuple[Match[Contact], ...] = ()
    measures: tuple[Match[Measure], ...] = ()
    incidents: tuple[Match[Incident], ...] = ()
    conduct: tuple[Match[Conduct], ...] = ()
    pledges: tuple[Match[Pledge], ...] = ()
    problems: tuple[Problem, ...] = ()
    shared: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def words(self) -> list[str]:
        """The folded words of the tokens, listed once while the tokens stay the same; nobody changes the list."""
        tokens, words = self.shared.get(_WORDS, (None, None))
        if words is None or tokens is not self.tokens:
            words = list(map(_FOLDED, self.tokens))
            self.shared[_WORDS] = self.tokens, words
        found: list[str] = words
        return found

    def span(self, first: int, end: int) -> Span:
        """Return the characters from token ``first`` up to token ``end`` (exclusive) of one field."""
        token = self.tokens[first]
        return tuple.__new__(
            Span, (token.start, self.tokens[end - 1].end, token.field)
        )  # half the time that its own way takes

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """Return the tokens that share a character with a span, found by halving."""
        text = bisect_left(self.tokens, True, key=lambda token: token.field is Field.TEXT)
        low, high = (text, len(self.tokens)) if span.field is Field.TEXT else (0, text)
        first = bisect_left(self.tokens, span.start + 1, low, high, key=lambda token: token.end)
        end = bisect_left(self.tokens, span.end, first, high, key=lambda token: token.start)
        return self.tokens[first:end]
