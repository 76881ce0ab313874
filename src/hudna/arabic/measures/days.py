"""The day of a standing, as its clause gives it."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from hudna.arabic.contacts.words import Tense
from hudna.arabic.measures.chain import Link
from hudna.arabic.measures.draft import Stand
from hudna.arabic.measures.phrase import Phrase
from hudna.arabic.measures.words import GOVERNORS, markers, participles
from hudna.arabic.scene import Scene, is_recent
from hudna.model import Match, MeasureStatus, Party, Sentence, SentenceKind, Statement, TimeMention
from hudna.text.letters import COMMAS

MAX_DAY_REACH: Final = 9
MAX_STATEMENTS_BACK: Final = 12
LEAD_SENTENCES: Final = 3
MAX_RELATIVE: Final = 8
MAX_EVENT: Final = 5
_DAY: Final = frozenset({"date", "time"})
_IN_WORDS: Final = frozenset(
    {
        MeasureStatus.CALLED_FOR, MeasureStatus.PROPOSED, MeasureStatus.REJECTED, MeasureStatus.ACCEPTED,
        MeasureStatus.DENIED, MeasureStatus.UNDER_NEGOTIATION, MeasureStatus.BROKEN, MeasureStatus.IN_EFFECT,
    }
)  # fmt: skip

_AGO: Final = "قبل"
_IN: Final = frozenset({"في", "خلال"})
_MADE: Final = frozenset(
    {
        MeasureStatus.AGREED,
        MeasureStatus.SIGNED,
        MeasureStatus.DECLARED,
        MeasureStatus.ADOPTED,
        MeasureStatus.IMPLEMENTED,
    }
)
_BEGINS: Final = frozenset({"start", "take-effect"})
_AFFIRMED: Final = frozenset({MeasureStatus.IN_EFFECT, MeasureStatus.BROKEN})  # in words where somebody says so


def day_of(scene: Scene, link: Link, phrase: Phrase, sentence: Sentence) -> Match[TimeMention] | None:
    """Return the day of a standing: not that from or until which the measure is to hold, nor one of a relative clause."""
    first = min(link.place, phrase.first)
    clause = scene.clause(first, sentence)
    start, limit = clause[0], max(clause[1], min(phrase.end, sentence.end))
    if link.place > phrase.first:
        start = phrase.core
    else:
        relative = markers()["relative"]
        limit = next((at for at in range(phrase.core, limit) if scene.words[at] in relative), limit)
    end = max(phrase.end if link.place <= phrase.first else phrase.core, link.place + 1)
    date = scene.date_near(first, end, (start, limit), MAX_DAY_REACH)
    if date is not None and (date.value.earliest is None or _of_event(scene, date)):
        return None  # "earlier": no day of it is known; the attacks of Friday: not what is told of them
    if date is not None and link.row.id not in _BEGINS and is_to_come(scene, date):
        return None
    named_then = date is not None and date.end == first == phrase.first  # which set up in 2006 a truce
    if date is not None and not named_then and _of_another(scene, date, clause[0], end):
        return None
    if date is not None and link.place <= phrase.first and _starts_before(scene, phrase.core, date.first):
        return None  # agreed on a truce that begins on Friday: not agreed on Friday
    own = date is not None and date.first - 1 == link.place > phrase.first  # a truce that begins on Friday
    if date is not None and not own and date.first >= phrase.core and scene.words[date.first - 1] in markers()["span"]:
        return None
    if date is not None and scene.words[date.first] in markers()["span"] and scene.words[date.first] != _AGO:
        return None
    return date


def is_day_made(scene: Scene, phrase: Phrase, status: MeasureStatus, date: Match[TimeMention]) -> bool:
    """Return whether a day inside a phrase is that on which the measure was made: the accord of 2015, which X asks to keep."""
    if status in _MADE or not phrase.first < date.first < phrase.end or is_recent(scene, date):
        return False
    if any(word in participles() for word in scene.words[phrase.first : date.first]):
        return True
    return status in _IN_WORDS and scene.words[date.first - 1] not in _IN


def day_said(scene: Scene, stand: Stand) -> Match[TimeMention] | None:
    """Return the day on which a stand in words was taken: that of the statement it is told in, or of what they said before.

    Who goes on to speak (he added, he went on) speaks on the day that was told when he began, and whom a report opens with on its day.
    """
    if stand.when is not None or stand.status not in _IN_WORDS:
        return stand.when
    told = scene.statement_by_id.get(stand.told or "")
    if stand.status in _AFFIRMED and told is None:
        return None
    return _day_before(scene, told) or _day_of_report(scene, stand, told)


def _day_before(scene: Scene, told: Statement | None) -> Match[TimeMention] | None:
    """Return the day of a statement, or of what the same speakers said before it."""
    if told is None:
        return None
    statements = scene.document.statements
    place = scene.statement_places[told.id]
    for at in range(place, max(0, place - MAX_STATEMENTS_BACK) - 1, -1):
        each = statements[at]
        when = each.value.when
        if (
            when is not None
            and when.span is not None
            and when.earliest is not None
            and told.speakers
            and _same(each.value.speakers, told.speakers)
        ):
            date = scene.date_at(when.span)
            return date if date is None or not is_to_come(scene, date) else None
    return None


def _day_of_report(scene: Scene, stand: Stand, told: Statement | None) -> Match[TimeMention] | None:
    """Return the one recent day that a report opens with, for a stand of somebody whom its sentence names."""
    who = told.speakers if told is not None else stand.by
    other = told is not None and any(not party.implied for party in stand.by) and not _same(stand.by, who)
    if not who or other:
        return None
    body = _lead(scene)
    if not body:
        return None
    dates = [date for date in scene.dates_between(body[0].first, body[-1].end) if is_recent(scene, date)]
    if len({date.value.earliest for date in dates}) != 1 or _has_other_day(scene, stand, dates[0]):
        return None
    if told is None and scene.sentence_at(stand.pieces[0][0]).index == scene.sentence_at(dates[0].first).index:
        return None  # what is named in the very sentence of the day: the resolution, of which X spoke on Friday
    there = scene.sentence_at(dates[0].first)
    names = scene.document.names
    begins = bisect_left(names, there.first, key=lambda name: name.first)
    ends = bisect_left(names, there.end, key=lambda name: name.first)
    named = {name.value.entity or name.value.label for name in names[begins:ends]}
    return dates[0] if all((party.entity or party.label) in named for party in who) else None


def _lead(scene: Scene) -> list[Sentence]:
    """Return the first sentences of the body."""
    found: list[Sentence] = []
    for sentence in scene.document.sentences:
        if sentence.kind is SentenceKind.BODY:
            found.append(sentence)
            if len(found) == LEAD_SENTENCES:
                break
    return found


def _has_other_day(scene: Scene, stand: Stand, day: Match[TimeMention]) -> bool:
    """Return whether a stand is of another day than its report: one is named around it, or it is told as one of before."""
    first = stand.pieces[0][0]
    sentence = scene.sentence_at(first)
    if not markers()["had-been"].isdisjoint(scene.words[sentence.first : first]):
        return True
    before = scene.document.sentences[max(0, sentence.index - 1)]
    own = (date for date in scene.dates_between(sentence.first, sentence.end) if date.kind in _DAY)
    near = (date for date in scene.dates_between(before.first, before.end) if is_recent(scene, date))
    return any(date.value.earliest != day.value.earliest for date in (*own, *near))


def is_to_come(scene: Scene, date: Match[TimeMention]) -> bool:
    """Return whether a day is after that of publication: a stand that is told was taken before it, and only what begins may be set for one."""
    told, earliest = scene.document.published.latest, date.value.earliest
    return told is not None and earliest is not None and earliest > told


def _of_another(scene: Scene, date: Match[TimeMention], start: int, end: int) -> bool:
    """Return whether a day is that of something else: in a relative clause before the words, or behind "after" or "before" and a noun."""
    if date.first >= end:
        between = scene.words[end : date.first]
        return not markers()["before-or-after"].isdisjoint(between) or any(word in participles() for word in between)
    near = scene.words[max(start, date.first - MAX_RELATIVE) : date.first]
    opens = next((at for at in range(len(near) - 1, -1, -1) if near[at] in markers()["relative"]), None)
    return opens is not None and COMMAS.isdisjoint(near[opens:])


def _same(left: Sequence[Party], right: Sequence[Party]) -> bool:
    return {party.entity or party.label for party in left} == {party.entity or party.label for party in right}


def _starts_before(scene: Scene, first: int, end: int) -> bool:
    """Return whether a verb of starting stands between a measure and a day behind it."""
    return any(
        row.form == "verb" and row.id in _BEGINS and row.tense is not Tense.PERFECT
        for place in range(first, end)
        for row in GOVERNORS[scene.words[place]]
    )


def _of_event(scene: Scene, date: Match[TimeMention]) -> bool:
    """Return whether a day is that of an event told right before it: the attacks of 11 September, the failed coup in July 2016."""
    if date.first > 0 and scene.words[date.first - 1] in markers()["dated-event"]:
        return True
    if is_recent(scene, date):
        return False
    place = date.first - 1
    while place > max(0, date.first - MAX_EVENT) and (scene.words[place] in _IN or _describes(scene, place)):
        place -= 1
    return scene.words[place].removeprefix("ال") in markers()["dated-event"]


def _describes(scene: Scene, place: int) -> bool:
    """Return whether a word only says which event it was: a definite adjective, a place."""
    word = scene.words[place]
    event = word.removeprefix("ال") in markers()["dated-event"]
    name = scene.inside_names[place] or scene.chart.name_at(place) is not None
    return not event and (word.startswith("ال") or bool(name))
