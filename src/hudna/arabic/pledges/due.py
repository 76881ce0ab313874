"""When what is pledged is due: beside a day, a length within which it is to happen, the day it is to begin on, a deadline that has passed."""

import datetime as dt
import re
from typing import Final

from hudna.arabic.pledges.draft import Draft
from hudna.arabic.pledges.what import is_from, is_over
from hudna.arabic.pledges.words import markers
from hudna.arabic.scene import Scene
from hudna.model import Match, PledgeKind, TimeMention
from hudna.model.frozen import replace

MAX_BEHIND: Final = 6
_NOW: Final = "PRESENT_REF"
_LENGTH: Final = re.compile(r"PT?(\d+)([HDW])")
_HOURS: Final = {"H": 1, "D": 24, "W": 7 * 24}
_SOON: Final = frozenset({"قريبا", "لاحقا"})
_UNTIL: Final = frozenset({"حتي", "بحلول", "لغايه", "قبل"})


def with_due(scene: Scene, draft: Draft) -> Draft:
    """Return what is pledged with the time it is due, where the rule that found it has given no day or not the whole of it."""
    if draft.date is None:
        date = _length_ahead(scene, draft) or _deadline(scene, draft) or _grace(scene, draft)
        return draft if date is None else replace(draft, date=date)
    if scene.words[draft.date.first] in _SOON:
        return replace(draft, date=None)  # soon: no day is told
    if draft.kind is PledgeKind.PROMISE and draft.date.value.latest is not None and is_from(scene, draft.date):
        return replace(draft, date=draft.date.with_value(replace(draft.date.value, latest=None)))  # from Saturday on
    return draft


def _length_ahead(scene: Scene, draft: Draft) -> Match[TimeMention] | None:
    """Return the length counted from now that is told for what is pledged: within two weeks, in the coming days."""
    sentence = scene.sentence_at(draft.first)
    told = scene.dates_between(sentence.first, draft.first)
    if any(date.kind in {"date", "time"} and is_over(scene, date) for date in told):
        return None  # within 72 hours, as he said last month
    for date in scene.dates_between(draft.first, min(draft.end + 1, sentence.end)):
        if date.kind == "duration" and date.value.earliest is not None and not is_over(scene, date):
            return date if _is_own(scene, draft, date) else None
    return None


def _deadline(scene: Scene, draft: Draft) -> Match[TimeMention] | None:
    """Return the day up to which something was due, also where it has passed: until Tuesday."""
    sentence = scene.sentence_at(draft.first)
    last = draft.end + (MAX_BEHIND if draft.kind is PledgeKind.ULTIMATUM else 0)
    for date in scene.dates_between(draft.first, min(last, sentence.end)):
        by = scene.words[date.first - 1] in _UNTIL and date.value.latest is not None
        if date.kind in {"date", "time"} and by and date.value.value != _NOW:
            return date if _is_own(scene, draft, date) else None
    return None


def _grace(scene: Scene, draft: Draft) -> Match[TimeMention] | None:
    """Return the days that somebody is given from now on: a respite of 72 hours."""
    told = scene.document.published.day
    if draft.kind is not PledgeKind.ULTIMATUM or told is None:
        return None
    for date in scene.dates_between(draft.first, min(draft.first + MAX_BEHIND, scene.sentence_at(draft.first).end)):
        length = _LENGTH.fullmatch(date.value.value or "") if date.kind == "duration" else None
        if length is not None and date.value.earliest is None and date.value.latest is None:
            last = told + dt.timedelta(hours=int(length[1]) * _HOURS[length[2]])
            return date.with_value(replace(date.value, earliest=told, latest=last))
    return None


def _is_own(scene: Scene, draft: Draft, date: Match[TimeMention]) -> bool:
    """Return whether a time is that of what is pledged, and not of a clause that says more of something in it."""
    return markers()["of-another"].isdisjoint(scene.words[draft.first + 1 : date.first])
