"""Clues from rounds of talks whose days are known: they were held, they go on, they lie ahead, their first day was a Tuesday."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, Final

from hudna.arabic.speech.cues import find_cue
from hudna.arabic.undated.days import Days, held_on, published_from, times_in
from hudna.arabic.undated.words import THAT, class_of
from hudna.calendar import Point
from hudna.model import Background, Because, Clue, Contact, ContactStatus, Document, Match, Sentence, Token

_AFTER_THE_LAST_DAY: Final = 1  # what a paper prints as going on may have been written the day before
_TOLD: Final = frozenset({ContactStatus.HELD, ContactStatus.UNDER_WAY, ContactStatus.PLANNED})
_NEAR: Final = 60  # tokens of a sentence before and behind a contact's words that are looked at
_LEAD: Final = 3  # a reporting word so near before a day takes it for itself


def find_round_clues(document: Document, times: Sequence[Match[Any]], background: Background) -> Iterator[Clue]:
    """Yield what the rounds an article tells of say of its day."""
    for match in document.contacts:
        contact = match.value
        days = _days_of(contact, background)
        if days is None or contact.status not in _TOLD:
            continue
        yield from _bounds(document, contact, days)
        for day in _days_beside(document, contact, times):
            if clue := _from_day(document, contact, day, days):
                yield clue


def _days_of(contact: Contact, background: Background) -> Days | None:
    if contact.process is None or contact.round is None or not contact.round.isdecimal():
        return None
    return background.round_days(contact.process, int(contact.round))


def _bounds(document: Document, contact: Contact, days: Days) -> Iterator[Clue]:
    """Yield the bounds that a round sets: it has begun, it goes on, it has not begun.

    That it goes on must be said by a word: the verb alone (it is held) is said of rounds to come as well.
    """
    first, last = days
    span = contact.evidence[0]
    args = (("first", first.isoformat()), ("last", last.isoformat()), ("round", f"{contact.process} {contact.round}"))
    if contact.status is ContactStatus.HELD:
        yield Clue(span, first, None, None, Because("round_held", args))
    elif contact.status is ContactStatus.PLANNED:
        yield Clue(span, None, first, None, Because("round_ahead", args))
    elif any(
        class_of(token.folded) == "present" for _, sentence in _sentences(document, contact) for token in sentence
    ):
        yield Clue(span, first, last + dt.timedelta(_AFTER_THE_LAST_DAY), None, Because("round_under_way", args))


def _sentences(document: Document, contact: Contact) -> Iterator[tuple[tuple[int, int], Sequence[Token]]]:
    """Yield the first token and the end of each piece of a contact's evidence, with what stands near in its sentence."""
    for span in contact.evidence:
        if held := document.tokens_in(span):
            first, end = held[0].i, held[-1].i + 1
            sentence = document.sentences[bisect_right(document.sentences, first, key=_first) - 1]
            near = slice(max(sentence.first, first - _NEAR), min(sentence.end, end + _NEAR))
            yield (first, end), document.tokens[near]


def _first(sentence: Sentence) -> int:
    return sentence.first


def _days_beside(document: Document, contact: Contact, times: Sequence[Match[Any]]) -> Iterator[Match[Point]]:
    """Yield the days counted from today, and the weekdays, that stand in a clause with a contact's words.

    No reporting word and no "that" stands between: the day is the contact's, not that of somebody's words about it.
    Behind a reporting word it is so only where something is told to be in the contact, or at its margin or end.
    """
    for (place, end), sentence in _sentences(document, contact):
        start = sentence[0].i
        inside = any(class_of(token.folded) == "inside" for token in sentence)
        for match in times_in(times, start, start + len(sentence)):
            said = match.value
            if not isinstance(said, Point) or said.date is not None or (said.days, said.weekday) == (None, None):
                continue
            before = [token for token in sentence[: match.first - start] if not place <= token.i < end]
            if any(find_cue(token) for token in before) and not inside:
                continue
            between = sentence[match.end - start : place - start] or sentence[end - start : match.first - start]
            led = sentence[max(0, match.first - start - _LEAD) : match.first - start]
            if not any(token.folded in THAT or find_cue(token) for token in (*between, *led)):
                yield match


def _from_day(document: Document, contact: Contact, match: Match[Point], days: Days) -> Clue | None:
    """Return the day of publication that follows from the day of a round told as yesterday, today or by its weekday."""
    said = match.value
    published = published_from(said, days)
    if published is None or (said.days is None and contact.status is ContactStatus.PLANNED):
        return None
    args = (
        ("day_words", document.article.words(match.span)),
        ("held", held_on(said, days)),
        ("round", f"{contact.process} {contact.round}"),
    )
    return Clue(match.span, *published, None, Because("day_of_round", args))
