"""The day of a contact as records hold it: a planned one takes no weekday that is over."""

import datetime as dt
from dataclasses import replace
from typing import Final

from hudna.arabic.contacts.draft import Draft
from hudna.arabic.contacts.governor import is_adjunct
from hudna.arabic.contacts.words import markers
from hudna.arabic.scene import Scene
from hudna.model import Because, ContactKind, ContactStatus, Document, Field, Match, SentenceKind, TimeMention, When
from hudna.text.letters import COMMAS

_AHEAD: Final = frozenset({ContactStatus.PLANNED, ContactStatus.POSSIBLE, ContactStatus.CALLED_FOR})
_AT_THE_LATEST: Final = frozenset({"اقصاه", "اقصاها", "بحلول"})
_TAKEN_PLACE: Final = frozenset({ContactStatus.HELD, ContactStatus.UNDER_WAY})
MAX_SETTING_REACH: Final = 25
LEAD_SENTENCES: Final = 2
STORY_SENTENCES: Final = 7
_WEEK: Final = dt.timedelta(days=7)
_LAST_WEEKDAY: Final = "weekday_before_publication"
_NEXT_WEEKDAY: Final = "weekday_after_publication"


def of_another_clause(scene: Scene, end: int, date: Match[TimeMention]) -> bool:
    """Return whether a day stands in a relative clause that says more of somebody behind a contact's words.

    So does one that "while" parts from them.
    """
    between = scene.tokens[end : date.first] if date.first >= end else scene.tokens[date.end : end]
    if any(token.folded in markers()["while"] for token in between):
        return True
    inside = range(end + 1, date.first)
    opens = [place for place in inside if scene.tokens[place].folded in markers()["relative"]]
    return bool(opens) and not any(scene.tokens[place].folded in COMMAS for place in range(opens[-1], date.first))


def with_day_of_report(scene: Scene, draft: Draft) -> Draft:
    """Return a contact that took place with the day its report tells, where its own words tell none.

    What was said or done during a contact was said on its day; what a report opens with took place on the day it opens with.
    """
    if draft.when is not None or draft.now or draft.status not in _TAKEN_PLACE or draft.hedges:
        return draft
    for first, end in draft.pieces:
        sentence = scene.sentence_at(first)
        if is_adjunct(scene, first) or scene.tokens[first - 1].folded in markers()["within"]:
            date = _recent(
                scene, max(sentence.first, first - MAX_SETTING_REACH), min(sentence.end, end + MAX_SETTING_REACH)
            )
            if date is not None:
                return replace(draft, when=date)
    lasts = draft.status is ContactStatus.UNDER_WAY and draft.kind is not ContactKind.VISIT
    if draft.attributed_to is None and not lasts and not _looks_back(scene, draft):
        lead = _lead(scene, draft)
        date = _recent(scene, *lead) if lead is not None else None
        if date is not None:
            return replace(draft, when=date)
    return draft


def _lead(scene: Scene, draft: Draft) -> tuple[int, int] | None:
    """Return the tokens of the sentences a report opens with, where the contact is what it reports.

    They or the title tell it, or else one of the next sentences tells it of people whom they name.
    """
    body = [sentence for sentence in scene.document.sentences if sentence.kind is SentenceKind.BODY][:STORY_SENTENCES]
    if not body:
        return None
    first, end = body[0].first, body[:LEAD_SENTENCES][-1].end
    told_there = draft.first < end or scene.tokens[draft.first].field is Field.TITLE
    if told_there or (draft.first < body[-1].end and _named_in(scene, draft, end)):
        return first, end
    return None


def _named_in(scene: Scene, draft: Draft, end: int) -> bool:
    """Return whether the sides of a contact are all named before a token, title included."""
    named = {name.value.entity or name.value.label for name in scene.document.names if name.first < end}
    return len(draft.sides) > 1 and all(
        side.who.implied or (side.who.entity or side.who.label) in named for side in draft.sides
    )


def _looks_back(scene: Scene, draft: Draft) -> bool:
    """Return whether the sentence tells what had been before: X had met Y."""
    sentence = scene.sentence_at(draft.first)
    words = {token.folded for token in scene.tokens[sentence.first : draft.pieces[0][1]]}
    return not markers()["before-that"].isdisjoint(words)


def _recent(scene: Scene, first: int, end: int) -> Match[TimeMention] | None:
    """Return the first day between two tokens that is a single one of the week before publication."""
    published = scene.document.published.latest
    if published is None:
        return None
    for date in scene.dates_between(first, end):
        value = date.value
        day = value.earliest
        if (
            date.kind in {"date", "time"}
            and day is not None
            and day == value.latest
            and dt.timedelta(0) <= published - day < _WEEK
        ):
            return date
    return None


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
