"""An incident while it is being read: one telling, before the tellings of one incident are put together."""

from typing import Final, NamedTuple

from hudna.model import (
    Accusation,
    Breach,
    IncidentKind,
    Match,
    Party,
    Place,
    Span,
    Statement,
    TimeMention,
    Toll,
    TollOutcome,
)
from hudna.model.frozen import dataclass

MAX_PIECE_TOKENS: Final = 25


class Loss(NamedTuple):
    """People lost, as told over tokens ``first`` to ``end``; ``whom`` is what they are called, ``actor`` who did it."""

    first: int
    end: int
    outcome: TollOutcome
    least: int | None
    most: int | None
    words: Span
    victims: str | None
    side: str | None
    whom: Party | None
    actor: Party | None
    rule: str
    verbal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One telling of an incident; ``pieces`` are the tokens that say it.

    ``exact`` is whether its words tell the means; ``back`` that they only refer to an incident told before,
    ``definite`` that they may: the raid; ``ongoing`` that it is told as going on.
    ``also`` tells that a word says it came on top of what was told before; ``hit`` tells that a pronoun stands for the target; ``means``
    that it is only told as the means of something; ``since`` that its day only begins a stretch; ``asserted`` that a verb says it happened;
    ``downed`` that missiles were brought down, or what was left of them fell; ``answered`` that another deed is told to answer it.
    """

    kind: IncidentKind
    pieces: tuple[tuple[int, int], ...]
    sentence: int
    rule: str
    actor: Party | None = None
    target: Party | None = None
    place: Place | None = None
    when: Match[TimeMention] | None = None
    since: bool = False
    tolls: tuple[Toll, ...] = ()
    losses: tuple[Loss, ...] = ()
    exact: bool = False
    back: bool = False
    definite: bool = False
    asserted: bool = False
    many: bool = False
    ongoing: bool = False
    aggregate: bool = False
    count: int | None = None
    told: Match[Statement] | None = None
    reported_by: tuple[Party, ...] = ()
    accusations: tuple[Accusation, ...] = ()
    claimed_by: tuple[Party, ...] = ()
    deniers: tuple[Party, ...] = ()
    no_comment: tuple[Party, ...] = ()
    unverified_by: Party | None = None
    breach_of: Breach | None = None
    hedges: tuple[Span, ...] = ()
    sure: bool = True
    title: bool = False
    hit: bool = False
    means: bool = False
    also: bool = False
    downed: bool = False
    answered: bool = False

    @property
    def first(self) -> int:
        """The first token of its first piece."""
        return self.pieces[0][0]
