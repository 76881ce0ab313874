"""The day of a standing, as its clause gives it."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from hudna.arabic.contacts.words import Tense
from hudna.arabic.measures.chain import Link
from hudna.arabic.measures.draft import Stand
from hudna.arabic.measures.phrase import Phrase
from hudna.arabic.measures.words import GOVERNORS, markers
from hudna.arabic.scene import Scene
from hudna.model import Match, MeasureStatus, Party, Sentence, TimeMention

MAX_DAY_REACH: Final = 9
MAX_STATEMENTS_BACK: Final = 12
_IN_WORDS: Final = frozenset(
    {
        MeasureStatus.CALLED_FOR, MeasureStatus.PROPOSED, MeasureStatus.REJECTED, MeasureStatus.ACCEPTED,
        MeasureStatus.DENIED, MeasureStatus.UNDER_NEGOTIATION,
    }
)  # fmt: skip


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
    if date is not None and link.place <= phrase.first and _starts_before(scene, phrase.core, date.first):
        return None  # agreed on a truce that begins on Friday: not agreed on Friday
    own = date is not None and date.first - 1 == link.place > phrase.first  # a truce that begins on Friday
    if date is not None and not own and date.first >= phrase.core and scene.words[date.first - 1] in markers()["span"]:
        return None
    if date is not None and scene.words[date.first] in markers()["span"]:
        return None
    return date


def day_said(scene: Scene, stand: Stand) -> Match[TimeMention] | None:
    """Return the day on which a stand in words was taken: that of the statement it is told in, or of what they said before.

    Who goes on to speak (he added, he went on) speaks on the day that was told when he began.
    """
    if stand.when is not None or stand.told is None or stand.status not in _IN_WORDS:
        return stand.when
    told = scene.document.statements
    place = scene.statement_places[stand.told]
    speakers = told[place].value.speakers
    for each in reversed(told[max(0, place - MAX_STATEMENTS_BACK) : place + 1]):
        when = each.value.when
        if when is not None and when.span is not None and speakers and _same(each.value.speakers, speakers):
            starts = bisect_left(scene.document.dates, when.span.start, key=lambda date: date.value.span.start)
            return next((date for date in scene.document.dates[starts:] if date.value.span == when.span), None)
    return None


def _same(left: Sequence[Party], right: Sequence[Party]) -> bool:
    return {party.entity or party.label for party in left} == {party.entity or party.label for party in right}


def _starts_before(scene: Scene, first: int, end: int) -> bool:
    """Return whether a verb of starting stands between a measure and a day behind it."""
    return any(
        row.form == "verb" and row.id in {"start", "take-effect"} and row.tense is not Tense.PERFECT
        for place in range(first, end)
        for row in GOVERNORS[scene.words[place]]
    )


def _of_event(scene: Scene, date: Match[TimeMention]) -> bool:
    """Return whether a day stands in construct behind an event of its own: the attacks of 11 September."""
    return date.first > 0 and scene.words[date.first - 1] in markers()["dated-event"]
