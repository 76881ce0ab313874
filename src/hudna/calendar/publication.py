"""The day of publication out of what an article tells of it: never narrower than what its clues agree on."""

import datetime as dt
from collections.abc import Sequence
from typing import Final, NamedTuple

from hudna.model import Because, Clue, Published, PublishedBasis

UNCLEAR: Final = "published_unclear"  # the problem of clues that contradict each other
_WEEK: Final = 7


class Inference(NamedTuple):
    """The days on which an article may have been published, None where nothing is known of them.

    ``against`` are the clues left aside because others contradict them.
    """

    published: Published | None
    against: tuple[Clue, ...]


def infer_published(clues: Sequence[Clue]) -> Inference:
    """Return the days that all clues allow which no other clue contradicts.

    The reason is ``inferred``, built on the clues that bound the days.
    """
    against = _contradicted(clues)
    aside = set(against)
    bounds = [clue for clue in clues if clue not in aside]
    first = max((clue for clue in bounds if clue.earliest), key=lambda clue: clue.earliest or dt.date.min, default=None)
    last = min((clue for clue in bounds if clue.latest), key=lambda clue: clue.latest or dt.date.max, default=None)
    if first is None and last is None:
        return Inference(None, tuple(against))
    earliest = first.earliest if first else None
    latest = last.latest if last else None
    why = [first, last]
    named = [clue for clue in bounds if clue.weekday is not None]
    if earliest and latest and named:
        days = [day for day in _days(earliest, latest) if day.isoweekday() == named[0].weekday]
        if not days:
            against.append(named[0])
        elif (days[0], days[-1]) != (earliest, latest):
            why.append(named[0])
            earliest, latest = days[0], days[-1]
    return Inference(
        Published(earliest, latest, PublishedBasis.INFERRED, _because([clue for clue in why if clue])), tuple(against)
    )


def _contradicted(clues: Sequence[Clue]) -> list[Clue]:
    """Return the clues with which another clue has no day in common, as far as their ends and weekdays say."""
    first = max((clue.earliest for clue in clues if clue.earliest), default=dt.date.min)
    last = min((clue.latest for clue in clues if clue.latest), default=dt.date.max)
    several = len({clue.weekday for clue in clues if clue.weekday is not None}) > 1
    return [
        clue
        for clue in clues
        if (clue.earliest is not None and clue.earliest > last)
        or (clue.latest is not None and clue.latest < first)
        or (several and clue.weekday is not None)
    ]


def _days(earliest: dt.date, latest: dt.date) -> list[dt.date]:
    """Return the first and the last week of some days: every weekday's first and last day is among them."""
    size = (latest - earliest).days
    offsets = {*range(min(size + 1, _WEEK)), *range(max(0, size - _WEEK + 1), size + 1)}
    return [earliest + dt.timedelta(offset) for offset in sorted(offsets)]


def _because(clues: Sequence[Clue]) -> Because:
    """Return the reason built on the clues' own, each told once, with their arguments."""
    codes = dict.fromkeys(clue.because.code for clue in clues)
    args = {name: value for clue in reversed(clues) for name, value in clue.because.args}
    return Because("inferred", tuple(sorted({**args, "of": " ".join(codes)}.items())))
