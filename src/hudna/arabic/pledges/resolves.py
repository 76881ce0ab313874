"""Whether a time makes a pledge of what somebody decides alone, or intends."""

from collections.abc import Sequence
from typing import Final

from hudna.arabic.pledges.subjects import MIN_SIDES
from hudna.arabic.pledges.what import is_ahead
from hudna.arabic.pledges.words import Binder
from hudna.arabic.scene import Scene
from hudna.model import Match, Party, TimeMention
from hudna.text.letters import COMMAS

_WITHIN: Final = frozenset({"خلال", "غضون"})


def needs_day(binder: Binder, who: Sequence[Party]) -> bool:
    """Return whether only a time makes a pledge of it: what one alone decides, what anybody intends."""
    return binder.frame == "intend" or (binder.frame == "resolve" and len(who) < MIN_SIDES)


def is_set(scene: Scene, first: int, end: int, date: Match[TimeMention] | None, *, aside: bool) -> bool:
    """Return whether a time is set: a day ahead, or a stretch within which it is done.

    Today ``aside``, behind a comma, is the day of the telling of what is decided.
    """
    if date is not None:
        today = date.value.earliest == scene.document.published.earliest
        return is_ahead(scene, date) and (aside or not (today and scene.words[date.first - 1] in COMMAS))
    inside = (time for time in scene.dates_between(first, end) if time.kind == "duration")
    return any(scene.words[time.first - 1] in _WITHIN for time in inside)
