"""Days told by counting from another one, two days after his meeting, and times with one end: in the coming days."""

import datetime as dt
import re
from typing import Final

from hudna.arabic.contacts.draft import Draft
from hudna.arabic.scene import Scene
from hudna.model import ContactStatus
from hudna.model.frozen import replace

OPEN: Final = {"next_units": ContactStatus.PLANNED, "last_units": ContactStatus.HELD}
_FROM_EVENT: Final = frozenset({"offset_from_event", "offset_from_event_day"})
_BESIDE: Final = {"غداه": -1, "عشيه": 1}
_BEFORE: Final = "قبل"
_FROM: Final = "من"
_LENGTH: Final = re.compile(r"P(\d{1,2})([DW])")
_UNITS: Final = {"D": 1, "W": 7}
MAX_OPEN_REACH: Final = 10
MAX_COUNT_TOKENS: Final = 6


def days_apart(scene: Scene, place: int) -> dt.timedelta | None:
    """Return how far what stands at a token lies from what it is told beside, back two days for "two days after" it.

    None where nothing counts the days.
    """
    word = scene.words[place - 1] if place else ""
    if word.removeprefix("و") in _BESIDE:
        return dt.timedelta(days=_BESIDE[word.removeprefix("و")])
    if word != _FROM:
        return None
    for date in scene.dates_between(place - MAX_COUNT_TOKENS, place - 1):
        length = _LENGTH.fullmatch(date.value.value or "") if date.value.because.code in _FROM_EVENT else None
        if length is not None and date.end == place - 1:
            ahead = scene.words[date.first].removeprefix("و") == _BEFORE
            days = int(length[1]) * _UNITS[length[2]]
            return dt.timedelta(days=days if ahead else -days)
    return None


def with_open_time(scene: Scene, draft: Draft) -> Draft:
    """Return a contact without a day with the time told beside it that has one end: in the coming days."""
    if draft.when is not None or draft.days is not None or draft.now:
        return draft
    for first, end in draft.pieces:
        sentence = scene.sentence_at(first)
        start, stop = max(sentence.first, first - MAX_OPEN_REACH), min(sentence.end, end + MAX_OPEN_REACH)
        for date in scene.dates_between(start, stop):
            if OPEN.get(date.value.because.code) is draft.status:
                return replace(draft, when=date)
    return draft
