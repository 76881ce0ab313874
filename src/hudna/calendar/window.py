"""Resolution against a day of publication that is inferred: one day, or any of some days."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from hudna.calendar.context import Resolution, because_of
from hudna.model import Because, Published

MAX_DAYS: Final = 31  # over more days than that, what is counted from publication is left unresolved
INFERRED: Final = Because("published_inferred")


def days_of(published: Published) -> list[dt.date]:
    """Return the days on which an article may have been published, none where they are open or too many."""
    first, last = published.earliest, published.latest
    if first is None or last is None or (last - first).days >= MAX_DAYS:
        return []
    return [first + dt.timedelta(step) for step in range((last - first).days + 1)]


def settle(found: Sequence[Resolution], bare: Resolution, published: Published) -> Resolution:
    """Return what holds whichever day an article was published on, marked where it rests on that inference.

    ``found`` are the resolutions for each of the days, ``bare`` the one without any. Where they differ, the days from
    the first to the last of them are returned, with the value of ``bare``; ``bare`` itself where one of them is open.
    """
    if not found or all(each[:3] == bare[:3] and each[5:7] == bare[5:7] for each in found):
        return bare
    first = found[0]
    if len(found) == 1:
        return first._replace(because=_resting(first.because))
    ends = {"first": published.earliest, "last": published.latest}
    if all(each[:3] == first[:3] and each[5:7] == first[5:7] for each in found):
        return first._replace(because=because_of("same_over_publication", INFERRED, **ends))
    earliest = [each.earliest for each in found if each.earliest is not None]
    latest = [each.latest for each in found if each.latest is not None]
    if len(earliest) < len(found) or len(latest) < len(found):
        return bare
    why = because_of("over_publication", INFERRED, **ends)
    return bare._replace(earliest=min(earliest), latest=max(latest), because=why, problems=())


def _resting(why: Because) -> Because:
    """Return a reason with the inference last among those it builds on."""
    args = dict(why.args)
    args["of"] = " ".join([*args.get("of", "").split(), INFERRED.code])
    return Because(why.code, tuple(sorted(args.items())))
