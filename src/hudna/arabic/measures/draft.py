"""A measure while it is being read: one telling, before the tellings of one measure are put together."""

from typing import Final

from hudna.arabic.measures.phrase import Phrase
from hudna.model import Match, MeasureKind, MeasureStatus, Party, Place, Span, TimeMention
from hudna.model.frozen import dataclass

MAX_PIECE_TOKENS: Final = 25

Pieces = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """One status as told: tokens ``pieces`` say it, ``told`` is the statement's id.

    ``nation`` tells that whoever it is of speaks for his country: we signed it, his country is ready to.
    """

    status: MeasureStatus
    by: tuple[Party, ...]
    of: tuple[Party, ...] = ()
    told: str | None
    when: Match[TimeMention] | None
    condition: Span | None = None
    nation: bool = False
    pieces: Pieces
    hedges: tuple[Span, ...] = ()
    sure: bool
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One telling of a measure, its noun first in ``pieces``.

    ``back`` tells that its words only refer to a measure told before (the agreement); ``new`` that they make it another;
    ``setting`` is a place named in its clause that need not be its own; ``headline`` that only the headline has told it so far;
    ``pact`` is the agreement known by its name.
    """

    kind: MeasureKind
    noun: str
    phrase: Phrase
    name: str | None
    parties: tuple[Party, ...]
    guarantors: tuple[Party, ...]
    mediators: tuple[Party, ...]
    place: Place | None
    setting: Place | None
    covers: tuple[Span, ...]
    excludes: tuple[Span, ...]
    length: str | None
    recurs: str | None
    quantity: str | None
    stands: tuple[Stand, ...]
    pieces: Pieces
    sentence: int
    back: bool
    new: bool
    headline: bool
    pact: str | None = None

    @property
    def first(self) -> int:
        """The noun's token."""
        return self.pieces[0][0]


def piece(first: int, end: int) -> tuple[int, int]:
    """Return a range of tokens, cut to the longest piece of evidence."""
    return first, min(end, first + MAX_PIECE_TOKENS)
