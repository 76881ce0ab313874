"""Times in Arabic text, for other programs.

>>> from hudna import dates
>>> [time] = dates.find("...", on="2018-06-01")
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from hudna.arabic.dates import find_dates
from hudna.model import Article, Because, Published, PublishedBasis, TimeMention, digest_of
from hudna.model.time import UNKNOWN_DAY
from hudna.text import segment

__all__ = ["Time", "find"]


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression at ``text[start:end]``; ``earliest`` and ``latest`` are the days it may mean (inclusive).

    ``type`` is date, time, duration or set; ``value`` its TIMEX3 value; ``grain`` the smallest unit said;
    ``because`` the reason as ``{"code": ..., "args": {...}}``. A day is None where it is open or can't be had.
    """

    start: int
    end: int
    text: str
    type: str
    value: str
    earliest: dt.date | None
    latest: dt.date | None
    grain: str
    because: Mapping[str, object]


def find(text: str, on: dt.date | str | None = None) -> list[Time]:
    """Return the times of a text in its order; ``on`` is the day it was published, as a date or in ISO form.

    Without ``on``, what is counted from the day of writing stays unresolved.

    Raises:
        ValueError: ``on`` is no ISO date.
    """
    day = dt.date.fromisoformat(on) if isinstance(on, str) else on
    published = UNKNOWN_DAY if day is None else Published(day, day, PublishedBasis.GIVEN, Because("given"))
    document = find_dates(segment(Article("text", text, published=published, digest=digest_of(text))))
    return [_time(match.value, text) for match in document.dates]


def _time(mention: TimeMention, text: str) -> Time:
    start, end, _ = mention.span
    why = {"code": mention.because.code, "args": dict(mention.because.args)}
    words = text[start:end]
    return Time(start, end, words, mention.type, mention.value, mention.earliest, mention.latest, mention.grain, why)
