"""The day of a contact as records hold it: a planned one takes no weekday that is over."""

import datetime as dt
from typing import Final

from hudna.arabic.contacts.draft import Draft
from hudna.model import Because, ContactStatus, Document, When

_AHEAD: Final = frozenset({ContactStatus.PLANNED, ContactStatus.POSSIBLE, ContactStatus.CALLED_FOR})
_WEEK: Final = dt.timedelta(days=7)
_LAST_WEEKDAY: Final = "weekday_before_publication"
_NEXT_WEEKDAY: Final = "weekday_after_publication"


def when_of(document: Document, draft: Draft) -> When | None:
    """Return the days of a contact: its own, or the day of publication for what goes on in the present."""
    if draft.when is None:
        day = document.published.day if draft.now else None
        return When(day, day, None, Because("day_of_publication")) if day is not None else None
    value = draft.when.value
    because, first, last = value.because, value.earliest, value.latest
    if draft.status in _AHEAD and because.code == _LAST_WEEKDAY and first is not None and last is not None:
        return When(first + _WEEK, last + _WEEK, value.span, Because(_NEXT_WEEKDAY, because.args))
    return When(first, last, value.span, because)
