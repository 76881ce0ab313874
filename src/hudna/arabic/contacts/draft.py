"""A contact while it is being read: one telling, before the tellings of one contact are put together."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any, Final

from hudna.arabic.contacts.side import Side
from hudna.model import ContactKind, ContactStatus, Directness, Match, Outcome, Place, Span, TimeMention, When
from hudna.model.frozen import dataclass, replace

MAX_DAY_REACH: Final = 10
MAX_PIECE_TOKENS: Final = 25
MAX_GAP_TOKENS: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One telling of a contact; ``pieces`` are the tokens that say it, the trigger's first.

    ``noun`` is the noun's row where a noun tells it; ``hosted`` are the
    sentences that tell other contacts held within it; ``back`` tells that its words only refer to a contact told before ("during the meeting").
    ``caller`` is who made a call. ``title`` tells that only the title tells it so far, which leaves out who says so; ``headline`` tells that its time is the present of headlines, which is none, ``vague`` that no word tells its status; ``now`` that it goes on on the day of
    publication, since a verb in the present says so without a day. ``ends`` tells that its day is its last. ``days`` are all its days where it is told how long it lasts, ``known`` those up to when it was made known.
    """

    kind: ContactKind
    status: ContactStatus
    sides: tuple[Side, ...]
    pieces: tuple[tuple[int, int], ...]
    rule: str
    sure: bool
    sentence: int
    directness: Directness = Directness.UNSAID
    outcome: Outcome = Outcome.UNSAID
    when: Match[TimeMention] | None = None
    place: Place | None = None
    process: str | None = None
    round: int | None = None
    hedges: tuple[Span, ...] = ()
    attributed_to: str | None = None
    back: bool = False
    noun: str = ""
    hosted: tuple[int, ...] = ()
    caller: Side | None = None
    title: bool = False
    headline: bool = False
    vague: bool = False
    now: bool = False
    days: tuple[dt.date, dt.date] | None = None
    known: When | None = None
    ends: bool = False
    children: tuple[Match[Any], ...] = ()

    def with_sides(self, sides: tuple[Side, ...]) -> "Draft":
        """Return the same telling of a contact between others."""
        return replace(self, sides=sides)

    @property
    def first(self) -> int:
        """The trigger's token."""
        return self.pieces[0][0]


def pieces_of(
    trigger: tuple[int, int], sides: Iterable[Side], more: Sequence[tuple[int, int]] = ()
) -> tuple[tuple[int, int], ...]:
    """Return the trigger's tokens and those of the sides beside it, near ones joined, none longer than the limit."""
    ranges = sorted({trigger, *more, *((side.first, side.end) for side in sides if side.end > side.first)})
    joined: list[tuple[int, int]] = []
    for first, end in ranges:
        if joined and first - joined[-1][1] <= MAX_GAP_TOKENS and end - joined[-1][0] <= MAX_PIECE_TOKENS:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((first, min(end, first + MAX_PIECE_TOKENS)))
    own = next((each for each in joined if each[0] <= trigger[0] < each[1]), trigger)
    return (own, *(each for each in joined if each != own))
