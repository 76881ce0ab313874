"""Days of the week before publication: what a report tells of, rather than what it looks back on."""

import datetime as dt
from typing import Final

from hudna.arabic.scene.scene import Scene
from hudna.model import Match, TimeMention

_WEEK: Final = dt.timedelta(days=7)
_NOW: Final = "PRESENT_REF"


def is_recent(scene: Scene, date: Match[TimeMention]) -> bool:
    """Return whether a time is a single day of the week before publication, told by more than "now"."""
    published, value = scene.document.published.latest, date.value
    if published is None or value.earliest is None or value.earliest != value.latest:
        return False
    if date.kind not in {"date", "time"} or value.value == _NOW:
        return False
    return dt.timedelta(0) <= published - value.earliest < _WEEK
