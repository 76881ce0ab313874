"""The day of a contact as records hold it: a planned one takes no weekday that is over."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from hudna.arabic.contacts.counted_days import OPEN, days_apart
from hudna.arabic.contacts.draft import MAX_DAY_REACH, Draft
from hudna.arabic.contacts.governor import is_adjunct
from hudna.arabic.contacts.words import Tense, markers, nouns, verbs
from hudna.arabic.scene import Scene
from hudna.arabic.speech.cues import cue_forms, find_cue
from hudna.model import (
    Because,
    ContactKind,
    ContactStatus,
    Document,
    Field,
    Match,
    Sentence,
    SentenceKind,
    Statement,
    TimeMention,
    When,
)
from hudna.text.letters import COMMAS

_AHEAD: Final = frozenset({ContactStatus.PLANNED, ContactStatus.POSSIBLE, ContactStatus.CALLED_FOR})
_THAT: Final = frozenset({"ان", "بان", "انه", "انها", "بانه", "بانها"})
_AT_THE_LATEST: Final = frozenset({"اقصاه", "اقصاها"})
_TAKEN_PLACE: Final = frozenset({ContactStatus.HELD, ContactStatus.UNDER_WAY, ContactStatus.DENIED})
_ON_VISITS: Final = frozenset({ContactKind.MEETING, ContactKind.TALKS})
_ON_DAYS: Final = frozenset({ContactStatus.HELD, ContactStatus.UNDER_WAY, ContactStatus.PLANNED})
REACH_BACK: Final = 3
MAX_SETTING_REACH: Final = 25
LEAD_SENTENCES: Final = 2
ABSTRACT_SENTENCES: Final = 3  # an outlet's own summary often tells no day, the agency's first sentence behind it does
STORY_SENTENCES: Final = 25
MAX_VISITS_BACK: Final = 50  # contacts; who tells of more in between names the days anew
MAX_LATER_REACH: Final = 6
MAX_CAME_BACK: Final = 4
_WEEK: Final = dt.timedelta(days=7)
_MONTH: Final = dt.timedelta(days=31)
_YEAR: Final = dt.timedelta(days=360)
_TO_DO: Final = frozenset({"ان", "ما"})
_TIME: Final = "الوقت"
_OF_CONTACTS: Final = frozenset({"event", "light", "gather"})
_INTO: Final = "الي"
_NOT_SAID: Final = "not_said_when"
_LAST_WEEKDAY: Final = "weekday_before_publication"
_PAST_DAY: Final = "nearest_past"
_NEXT_DAY: Final = "nearest_future"
_NOW: Final = "PRESENT_REF"
_TO: Final = frozenset({"الي", "حتي"})
_UNTIL: Final = frozenset({"حتي", "لغايه", "لحد", "الي"})
_NEXT_WEEKDAY: Final = "weekday_after_publication"
_NAMED_BEFORE: Final = "<place> التي"


def of_another_clause(scene: Scene, end: int, date: Match[TimeMention]) -> bool:
    """Return whether a day stands in a relative clause that says more of somebody behind a contact's words.

    So does one that "while" parts from them.
    """
    between = scene.tokens[end : date.first] if date.first >= end else scene.tokens[date.end : end]
    if date.end < end and any(token.folded in COMMAS for token in between):
        near = scene.tokens[max(0, date.first - REACH_BACK) : date.first]
        if any(token.folded in markers()["relative"] for token in near):
            return True
    if any(token.folded in markers()["while"] for token in between):
        return True
    if date.first >= end and (
        _is_told_that(said := [token.folded for token in between]) or _is_of_what_else(said, date)
    ):
        return True
    inside = range(end + 1, date.first)
    if any(scene.words[at] in verbs() and scene.words[at - 1] in markers()["invitation"] for at in inside):
        return True  # at the invitation that X made in May
    opens = [at for at in inside if scene.words[at] in markers()["relative"]]
    opens += [at for at in range(end, date.first) if _is_joined_clause(scene, at)]
    if not opens or any(scene.words[place] in COMMAS for place in range(opens[-1], date.first)):
        return False
    name = scene.chart.name_at(date.end + 1) if scene.words[date.end : date.end + 1] == [_INTO] else None
    told = (verbs().get(scene.words[at]) for at in range(opens[-1], date.first))
    goes_on = name is not None and name.kind in {"place", "state"}  # X, who heads the team, arrives on Friday in Y
    return not goes_on or any(verb is not None and verb.kind is not None for verb in told)


def _is_joined_clause(scene: Scene, place: int) -> bool:
    """Return whether "and who" opens a clause at a token that tells of somebody, not of the contact itself: and which ends on Monday."""
    word = scene.words[place]
    if not word.startswith("و") or word[1:] not in markers()["relative"]:
        return False
    verb = verbs().get("".join(scene.words[place + 1 : place + 2]))
    return verb is None or not verb.frames & _OF_CONTACTS


def of_journey_made(scene: Scene, date: Match[TimeMention], place: int, first: int) -> bool:
    """Return whether a day that is over is that of a journey already made, for what somebody does then: he came on Friday to meet."""
    today, day = scene.document.published.day, date.value.latest
    if date.end > place or today is None or day is None or day >= today:
        return False
    told = (verbs().get(scene.words[at]) for at in range(max(first, date.first - MAX_DAY_REACH), date.first))
    return any(verb is not None and verb.kind is ContactKind.VISIT and verb.tense is Tense.PERFECT for verb in told)


def _is_of_what_else(words: Sequence[str], date: Match[TimeMention]) -> bool:
    """Return whether something else happens in these words, and its day stands behind them.

    What somebody does before or after it (he came to X before he goes to Y on Sunday) or at the time at which it is told;
    a deed into which it looks (came to look into a raid that took place ten days ago), or the months of a topic.
    """
    apart, purpose = markers()["apart-in-time"], False
    for place, word in enumerate(words):
        before = words[place - 1] if place else ""
        if (word in _TO_DO and before in apart) or (word in markers()["relative"] and before == _TIME):
            return True
        if purpose and word in markers()["befell"]:
            return True
        purpose = purpose or word in markers()["purpose"]
    first, last = date.value.earliest, date.value.latest
    return purpose and first is not None and last is not None and last - first > _WEEK and last - first < _YEAR


def _is_told_that(words: Sequence[str]) -> bool:
    """Return whether somebody says something of his own in these words: after the summit, X said that he will come."""
    cues = [place for place, word in enumerate(words) if word.removeprefix("و") in cue_forms()]
    return bool(cues) and any(word in _THAT or word in markers()["that-he"] for word in words[cues[0] :])


def without_now(scene: Scene, draft: Draft) -> Draft:
    """Return a contact that is still ahead without "until now" for its day: its place is not known until now."""
    if draft.when is None or draft.status not in _AHEAD or not _is_until_now(scene, draft.when):
        return draft
    return replace(draft, when=None)


def _is_until_now(scene: Scene, date: Match[TimeMention]) -> bool:
    """Return whether a time is only up to now or up to today, on which nothing is set to take place."""
    if date.value.value == _NOW:
        return scene.words[max(0, date.first - 1)].removeprefix("و") in _UNTIL
    today, last = scene.document.published.day, date.value.latest
    return date.value.earliest is None and today is not None and last is not None and last <= today


def days_of_asides(scene: Scene, drafts: Sequence[Draft]) -> Collection[int]:
    """Return the tokens of the days on which somebody met another, told in passing: the president, who met X on Friday."""
    return {draft.when.first for draft in drafts if draft.when is not None and _is_aside(scene, draft)}


def _is_aside(scene: Scene, draft: Draft) -> bool:
    """Return whether a verb without a pronoun tells a contact in a relative clause: who met X; not: whom X met."""
    first, end = draft.pieces[0]
    for place in range(max(1, first), end):
        if scene.words[place - 1] in markers()["relative"]:
            verb = verbs().get(scene.words[place])
            return verb is not None and not verb.on
    return False


def with_day_of_report(scene: Scene, draft: Draft, taken: Collection[int] = frozenset()) -> Draft:
    """Return a contact that took place with the day its report tells, where its own words tell none.

    What was said or done during a contact was said on its day; what a report opens with took place on the day it opens with.
    """
    counted = _counted(scene, draft) if draft.when is None and draft.status in _ON_DAYS else None
    if counted is not None:
        return counted
    lasts = draft.status is ContactStatus.UNDER_WAY and draft.kind is not ContactKind.VISIT
    if lasts and draft.when is not None and draft.when.value.value == _NOW:
        since, today = _day_told(scene, draft), scene.document.published.day
        return draft if since is None or today is None else replace(draft, days=(since, today))
    if (
        draft.when is not None
        or (draft.now and not draft.noun)
        or draft.status not in _TAKEN_PLACE
        or (draft.hedges and draft.status is not ContactStatus.DENIED)
    ):
        return draft
    for first, end in draft.pieces:
        sentence = scene.sentence_at(first)
        if _is_within(scene, first, end) and not _is_last_one(scene, first, end):
            date = _of_setting(scene, first, end, sentence, taken)
            if date is None and sentence.index and _goes_on_saying(scene, sentence):
                before = scene.document.sentences[sentence.index - 1]
                date = _recent(scene, before.first, before.end)  # and he said during the meeting, on the same day
            if date is None and scene.words[sentence.first] in markers()["came"]:
                date = _of_what_came(scene, sentence)
            if date is not None:
                return replace(draft, when=date)
    since = _day_told(scene, draft) if lasts else None
    today = scene.document.published.day
    if since is not None and today is not None:
        return replace(draft, days=(since, today))  # what is told as going on, has gone on from then until now
    if draft.attributed_to is None and not lasts and not _looks_back(scene, draft):
        lead = _lead(scene, draft)
        date = _recent(scene, *lead, taken) if lead is not None else None
        if date is not None and any(_is_last_one(scene, first, end) for first, end in draft.pieces):
            return replace(draft, known=When(None, date.value.latest, date.value.span, date.value.because))
        if date is not None:
            return replace(draft, when=date)
    return replace(draft, known=_made_known(scene, draft)) if draft.status is ContactStatus.HELD else draft


def _made_known(scene: Scene, draft: Draft) -> When | None:
    """Return the days up to that on which somebody is told to make a contact known: he announced on Sunday that they met."""
    told = scene.statement_by_id.get(draft.attributed_to or "")
    day = _single_day(told.when) if told is not None else None
    published = scene.document.published.day
    if told is None or told.when is None or day is None or published is None or day > published:
        return None
    return When(None, day, told.when.span, told.when.because)


def _single_day(when: When | None) -> dt.date | None:
    """Return the day of a statement, None where it has none or several."""
    if when is None or when.earliest is None or when.earliest != when.latest:
        return None
    return when.earliest.date() if isinstance(when.earliest, dt.datetime) else when.earliest


def _is_within(scene: Scene, first: int, end: int) -> bool:
    """Return whether the noun of a telling stands behind "during" or "after", right before it or behind its first side."""
    for place in range(first, end):
        tells = place == first or scene.words[place] in nouns()
        if tells and is_adjunct(scene, place):
            return True
    return False


def _is_last_one(scene: Scene, first: int, end: int) -> bool:
    """Return whether a contact is called the last or the previous one, which was before what the report tells."""
    return not markers()["last-one"].isdisjoint(scene.words[first : end + 1])


def _of_setting(
    scene: Scene, first: int, end: int, sentence: Sentence, taken: Collection[int]
) -> Match[TimeMention] | None:
    """Return the recent day told in the sentence of a contact that something is told to happen in or after."""
    start, stop = max(sentence.first, first - MAX_SETTING_REACH), min(sentence.end, end + MAX_SETTING_REACH)
    date = _recent(scene, start, stop, taken)
    return None if date is not None and date.first >= end and of_another_clause(scene, end, date) else date


def _counted(scene: Scene, draft: Draft) -> Draft | None:
    """Return a contact with the day that is counted from that of its sentence; None where none is."""
    apart = days_apart(scene, draft.first)
    if apart is None:
        return None
    sentence = scene.sentence_at(draft.first)
    base = _recent(scene, sentence.first, sentence.end)
    day = base.value.earliest if base is not None else None
    today = scene.document.published.day
    if day is None and scene.words[sentence.first] in markers()["comes"]:
        day = today
    if day is None or today is None:
        return None
    day += apart
    over = (
        draft.status is ContactStatus.PLANNED and day < today
    )  # was ahead then, and nobody says whether it came about
    return draft if over else replace(draft, when=base, days=(day, day))


def _of_what_came(scene: Scene, sentence: Sentence) -> Match[TimeMention] | None:
    """Return the day of what is told right before "this came at his meeting with"."""
    for back in range(1, min(sentence.index, MAX_CAME_BACK) + 1):
        before = scene.document.sentences[sentence.index - back]
        date = _recent(scene, before.first, before.end) if before.kind is sentence.kind else None
        if date is not None:
            return date
    return None


def _day_told(scene: Scene, draft: Draft) -> dt.date | None:
    """Return the day of the week before publication on which somebody tells of a contact, the outlet in what it opens with."""
    published = scene.document.published.day
    told = scene.statement_by_id.get(draft.attributed_to or "")
    if published is None:
        return None
    if told is not None and told.when is not None:
        day = _single_day(told.when)
        return day if day is not None and dt.timedelta(0) <= published - day < _WEEK else None
    body = [each for each in scene.document.sentences if each.kind is SentenceKind.BODY][:LEAD_SENTENCES]
    reported = bool(body) and (
        draft.first < body[-1].end or (told is not None and _speaks_in(scene, told, body[-1].end))
    )
    date = _recent(scene, body[0].first, body[-1].end) if reported else None
    return date.value.earliest if date is not None else None


def _speaks_in(scene: Scene, told: Statement, end: int) -> bool:
    """Return whether the only speaker of a statement is named in what a report opens with."""
    names = {name.value.label for name in scene.document.names if name.first < end}
    return len(told.speakers) == 1 and told.speakers[0].label in names


def _goes_on_saying(scene: Scene, sentence: Sentence) -> bool:
    """Return whether a sentence goes on with what somebody said: and he said."""
    token = scene.tokens[sentence.first]
    cue = find_cue(token)
    return cue is not None and cue[1] > 0 and cue[0].form != "participle"


def within_visits(drafts: Sequence[Draft]) -> list[Draft]:
    """Return contacts, those without days whom a traveller meets in the sentence of his visit or the next with its days."""
    found: list[Draft] = []
    for draft in drafts:
        visit = _visit_before(found, draft) if draft.when is None and draft.days is None else None
        ahead = visit is not None and draft.status is ContactStatus.PLANNED is not visit.status
        found.append(draft if visit is None or ahead else replace(draft, when=visit.when, days=visit.days))
    return found


def _visit_before(told: Sequence[Draft], draft: Draft) -> Draft | None:
    if draft.kind not in _ON_VISITS or draft.status not in _ON_DAYS:
        return None
    sides = {side.who.entity or side.who.label for side in draft.sides}
    for visit in reversed(told[-MAX_VISITS_BACK:]):
        if draft.sentence - visit.sentence > 1 and not _same_place(visit, draft):
            continue
        fits = visit.kind is ContactKind.VISIT and (visit.when is not None or visit.days is not None)
        if fits and visit.first < draft.first and visit.status in _ON_DAYS:
            guest = visit.sides[0].who.entity or visit.sides[0].who.label
            return visit if guest in sides and len(sides) > 1 else None
    return None


def _same_place(one: Draft, other: Draft) -> bool:
    """Return whether two contacts are told to take place in one city or state."""
    if one.place is None or other.place is None:
        return False
    return (one.place.entity or one.place.label) == (other.place.entity or other.place.label)


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
        return first, body[:ABSTRACT_SENTENCES][-1].end
    return None


def _named_in(scene: Scene, draft: Draft, end: int) -> bool:
    """Return whether the sides of a contact are all named before a token, title included."""
    named = {name.value.entity or name.value.label for name in scene.document.names if name.first < end}
    sides = draft.sides[:1] if _is_sitting(draft) else draft.sides
    return (len(sides) > 1 or _is_sitting(draft)) and all(
        side.who.implied or (side.who.entity or side.who.label) in named for side in sides
    )


def _is_sitting(draft: Draft) -> bool:
    """Return whether a contact is the sitting of one body, whoever else is told to have spoken in it."""
    return draft.kind is ContactKind.SESSION and bool(draft.sides) and draft.sides[0].level == "body"


def _looks_back(scene: Scene, draft: Draft) -> bool:
    """Return whether the sentence tells what had been before: X had met Y, came from Z, which he had visited."""
    if draft.rule.startswith(_NAMED_BEFORE):
        return True
    sentence = scene.sentence_at(draft.first)
    words = set(scene.words[sentence.first : draft.pieces[0][1]])
    return not markers()["before-that"].isdisjoint(words)


def _recent(scene: Scene, first: int, end: int, taken: Collection[int] = frozenset()) -> Match[TimeMention] | None:
    """Return the first day between two tokens that is a single one of the week before publication, none of those taken."""
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
            and date.first not in taken
            and not _is_of_what_follows(scene, date.first)
        ):
            return date
    return None


def _is_of_what_follows(scene: Scene, place: int) -> bool:
    """Return whether a day is that of something else: what somebody does later, before he goes on to X on Sunday; what he did."""
    for at in range(place - 1, max(0, place - MAX_LATER_REACH), -1):
        word = scene.words[at]
        if word in COMMAS:
            return False
        if _is_joined_clause(scene, at):
            return True  # and who called on Tuesday for
        if word in _TO_DO:
            return scene.words[at - 1].removeprefix("و") in markers()["ahead-of"]
    return False


def when_of(document: Document, draft: Draft) -> When | None:
    """Return the days of a contact: its own, or the day of publication for what goes on in the present."""
    if draft.days is not None and draft.when is not None:
        return When(*draft.days, draft.when.value.span, draft.when.value.because)
    if draft.days is not None:
        return When(*draft.days, None, Because("day_of_publication"))
    if draft.when is None:
        day = document.published.day if draft.now else None
        return When(day, day, None, Because("day_of_publication")) if day is not None else draft.known
    value = draft.when.value
    because, first, last = value.because, value.earliest, value.latest
    today = document.published.day
    going_on = draft.status is ContactStatus.UNDER_WAY and draft.kind is ContactKind.VISIT
    if going_on and today is not None and first is not None and first == last and first < today:
        return When(first, today, value.span, because)  # began on Tuesday and goes on
    if first is None and because.code == _NOT_SAID:
        return None  # lately, earlier
    if because.code in OPEN and today is not None:
        return When(first, last, value.span, because)
    if last is None:
        lasting = draft.status is ContactStatus.UNDER_WAY and first is not None and today is not None
        return When(first, today, value.span, because) if lasting else None  # later, soon: no days
    if draft.status in _AHEAD and today is not None and last > today:
        limit = document.tokens[max(0, draft.when.first - 1)].folded in _AT_THE_LATEST
        if limit or (first is not None and first < today):
            return When(today, last, value.span, because)  # what is still ahead lies in what is left of the time
    stretch = first is not None and last - first < _MONTH
    if (
        draft.status is ContactStatus.HELD
        and today is not None
        and first is not None
        and stretch
        and first <= today < last
    ):
        return When(first, today, value.span, because)  # took place in what is over of the week or month
    put_off = draft.status is ContactStatus.POSTPONED and document.tokens[draft.when.first - 1].folded in _TO
    if (put_off or draft.status in _AHEAD) and because.code == _LAST_WEEKDAY and first is not None and last is not None:
        return When(first + _WEEK, last + _WEEK, value.span, Because(_NEXT_WEEKDAY, because.args))
    over = last is not None and today is not None and last < today
    if draft.status in _AHEAD and because.code == _PAST_DAY and over and first is not None and last is not None:
        return When(_next_year(first), _next_year(last), value.span, Because(_NEXT_DAY, because.args))
    return When(first, last, value.span, because)


def _next_year(day: dt.date) -> dt.date:
    """Return the same day a year later, the last of February for its 29th."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if leap else day.day)
