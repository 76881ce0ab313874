"""Contacts told for one time or another: in late May or in June; and on two days joined by "and"."""

import datetime as dt
from typing import Final

from hudna.arabic.contacts.draft import Draft
from hudna.arabic.scene import Scene
from hudna.model import ContactKind, Match, TimeMention
from hudna.model.frozen import replace

MAX_JOINED_REACH: Final = 3
MAX_APART: Final = dt.timedelta(days=92)
_OR: Final = frozenset({"او", "وربما"})
_LONG: Final = frozenset({ContactKind.VISIT, ContactKind.SESSION, ContactKind.TALKS})


def with_either_day(scene: Scene, draft: Draft) -> Draft:
    """Return a contact with all the days of both times where another one is joined to its own by "or" or "and"."""
    if draft.when is None or draft.days is not None:
        return draft
    other = _joined(scene, draft, draft.when)
    if other is None:
        return draft
    first, last = draft.when.value.earliest, other.value.latest
    if first is None or last is None or not dt.timedelta(0) < last - first <= MAX_APART:
        return draft
    return replace(draft, days=(first, last))


def _joined(scene: Scene, draft: Draft, date: Match[TimeMention]) -> Match[TimeMention] | None:
    """Return the time that "or" joins to a contact's, or for what may last "and" the day after."""
    words = scene.words[date.end : date.end + MAX_JOINED_REACH]
    for other in scene.dates_between(date.end, date.end + MAX_JOINED_REACH + 1):
        if other.kind not in {"date", "time"} or other.value.earliest is None:
            return None
        if words and words[0] in _OR:
            return other
        one, two = date.value, other.value
        next_day = one.latest is not None and two.earliest == one.latest + dt.timedelta(days=1) == two.latest
        joined = other.first - date.end <= 1 and scene.words[date.end].startswith("و")
        return other if joined and next_day and draft.kind in _LONG else None
    return None
