"""The day of an event that a distance is counted from: two days before the summit, where the text dates the summit."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Final

from hudna.arabic.clitics import variants
from hudna.arabic.dates.clause import PLACED
from hudna.calendar import Resolution
from hudna.model import WORD, Match, TimeType, Token
from hudna.text import fold_word

MAX_TOKENS_APART: Final = 4  # how far after an event's noun its date may stand
_MIN_NOUN: Final = 3
_ARTICLE: Final = "ال"
_COUNTED_FROM: Final = frozenset({"من", fold_word("على")})


def find_event_day(
    tokens: Sequence[Token], shift: Match[Any], times: Sequence[Match[Any]], resolutions: Sequence[Resolution]
) -> dt.date | None:
    """Return the day of the event named after a distance; None where no day, or more than one, is told of it."""
    noun = shift.end + (1 if tokens[shift.end].folded in _COUNTED_FROM else 2)
    if noun >= len(tokens) or tokens[noun].kind is not WORD:
        return None
    days = {
        time.first: resolution.days.earliest
        for time, resolution in zip(times, resolutions, strict=True)
        if resolution.days is not None
        and resolution.type in {TimeType.DATE, TimeType.TIME}
        and resolution.days.earliest == resolution.days.latest
    }
    if not days:
        return None
    own = _day_after(tokens, noun, days)
    if own is not None:
        return own
    name = _bare(tokens[noun].folded)
    if len(name) < _MIN_NOUN:
        return None
    told = {
        day
        for place in {place for first in days for place in range(max(0, first - MAX_TOKENS_APART), first)}
        if name in tokens[place].folded
        and any(_bare(variant.folded) == name for variant in variants(tokens[place].folded))
        and (day := _day_after(tokens, place, days)) is not None
    }
    return told.pop() if len(told) == 1 else None


def _day_after(tokens: Sequence[Token], noun: int, days: Mapping[int, dt.date]) -> dt.date | None:
    """Return the day of the date right after a noun, or after words that lead to it: the summit set for Sunday."""
    placed = False
    for place in range(noun + 1, min(noun + 1 + MAX_TOKENS_APART, len(tokens))):
        if place in days and (place == noun + 1 or placed):
            return days[place]
        if tokens[place].kind is not WORD:
            return None
        placed = placed or tokens[place].folded in PLACED or tokens[place].folded.startswith(_ARTICLE)
    return None


def _bare(folded: str) -> str:
    return folded.removeprefix(_ARTICLE)
