"""The day of a contact as records hold it: a planned one takes no weekday that is over."""

import datetime as dt
from typing import Final

from hudna.arabic.contacts.draft import Draft
from hudna.arabic.contacts.words import markers
from hudna.arabic.scene import Scene
from hudna.model import Because, ContactStatus, Document, Match, TimeMention, When
from hudna.text.letters import COMMAS

_AHEAD: Final = frozenset({ContactStatus.PLANNED, ContactStatus.POSSIBLE, ContactStatus.CALLED_FOR})
_AT_THE_LATEST: Final = frozenset({"اقصاه", "اقصاها", "بحلول"})
_WEEK: Final = dt.timedelta(days=7)
_LAST_WEEKDAY: Final = "weekday_before_publication"
_NEXT_WEEKDAY: Final = "weekday_after_publication"


def of_another_clause(scene: Scene, end: int, date: Match[TimeMention]) -> bool:
    """Return whether a day stands in a relative clause that says more of somebody behind a contact's words."""
    inside = range(end + 1, date.first)
    opens = [place for place in inside if scene.tokens[place].folded in markers()["relative"]]
    return bool(opens) and not any(scene.tokens[place].folded in COMMAS for place in range(opens[-1], date.first))


def when_of(document: Document, draft: Draft) -> When | None:
    """Return the days of a contact: its own, or the day of publication for what goes on in the present."""
    if draft.when is None:
        day = document.published.day if draft.now else None
        return When(day, day, None, Because("day_of_publication")) if day is not None else None
    value = draft.when.value
    because, first, last = value.because, value.earliest, value.latest
    today = document.published.day
    if draft.status in _AHEAD and today is not None and last is not None and last > today:
        limit = document.tokens[max(0, draft.when.first - 1)].folded in _AT_THE_LATEST
        if limit or (first is not None and first < today):
            return When(today, last, value.span, because)  # what is still ahead lies in what is left of the time
    if draft.status in _AHEAD and because.code == _LAST_WEEKDAY and first is not None and last is not None:
        return When(first + _WEEK, last + _WEEK, value.span, Because(_NEXT_WEEKDAY, because.args))
    return When(first, last, value.span, because)
