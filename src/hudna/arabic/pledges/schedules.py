"""Schedules: a planned contact that is set for a time, or before or after another."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from hudna.arabic.contacts.words import nouns
from hudna.arabic.pledges.links import TO_DO
from hudna.arabic.pledges.words import OWNERS, markers
from hudna.arabic.scene import scene_of
from hudna.model import (
    Contact,
    ContactStatus,
    Document,
    Field,
    Match,
    Order,
    Party,
    Pledge,
    PledgeKind,
    Role,
    Sentence,
    Span,
)

MAX_WHAT_TOKENS: Final = 30
MAX_COMPARED: Final = 50
MIN_SIDES: Final = 2  # what one does alone on a day may be several things
MAX_ORDER_REACH: Final = 30
MAX_EXPECTED_REACH: Final = 4
MAX_AGREED_REACH: Final = 20
RULE: Final = "<planned contact> <day>"
ORDER_RULE: Final = "<planned contact> <order>"
_MAY: Final = "قد"
_PRESENT: Final = frozenset({"ي", "ت"})
_BESIDE: Final = frozenset({"هامش", "مستوي", "راس"})  # on the margins of, at the level of
_SET: Final = frozenset({ContactStatus.PLANNED, ContactStatus.POSTPONED})
_CLOSES: Final = frozenset({"،", ",", "؛", "»", "”"})
_DURING: Final = frozenset({"خلال", "اثناء"})
_STOPS: Final = frozenset({".", ":", "!", "؟"})


def read_schedules(document: Document) -> Iterator[Match[Pledge]]:
    """Yield a schedule for every planned contact with a day that is not over, or with an order; of one told twice, once."""
    told: list[Pledge] = []
    for match in _planned(document):
        pledge = match.value
        if not any(_is_told(pledge, other) for other in told[-MAX_COMPARED:]):
            told.append(pledge)
            yield match


def _is_told(pledge: Pledge, other: Pledge) -> bool:
    """Return whether a schedule tells another's meeting again: those who meet, and the day, are the same, or its words are part of it."""
    if pledge.due is None or other.due is None:
        return False
    if (pledge.due.earliest, pledge.due.latest) != (other.due.earliest, other.due.latest):
        return False
    if other.what.contains(pledge.what):
        return True
    ones, others = ({party.entity or party.label for party in each.who} for each in (pledge, other))
    return len(ones) >= MIN_SIDES and ones == others


def _planned(document: Document) -> Iterator[Match[Pledge]]:
    for match in document.contacts:
        contact = match.value
        if contact.status not in _SET or contact.hedges:
            continue
        evidence = next((span for span in contact.evidence if span.field is Field.TEXT), contact.evidence[0])
        place = match.first if evidence is contact.evidence[0] else _token_at(document, evidence)
        sentence = _sentence(document, place)
        if _is_expected(document, place, match.end, sentence) or _is_background(document, place, contact):
            continue
        order = _order(document, match, sentence)
        if not _is_due(document, contact) and order is None:
            continue
        what = _what(document, evidence, sentence)
        pledge = Pledge(
            id="",
            kind=PledgeKind.SCHEDULE,
            who=_holders(document, contact),
            what=what,
            due=contact.when,
            order=order,
            condition=_condition(document, match, sentence),
            place=contact.place,
            attributed_to=contact.attributed_to,
            hedges=contact.hedges,
            sure=False,
            rule=RULE if contact.when is not None else ORDER_RULE,
            evidence=(what,),
        )
        yield Match("pledge", match.first, match.end, what, pledge, pledge.rule, (match,))


def _is_expected(document: Document, place: int, end: int, sentence: Sentence) -> bool:
    """Return whether a contact is told as expected: that binds nobody."""
    near = document.tokens[max(sentence.first, place - MAX_EXPECTED_REACH) : min(max(end, place) + 1, sentence.end)]
    around = document.tokens[max(sentence.first, place - 2) : min(end + 1, sentence.end)]
    may = any(one.folded == _MAY and (one.i < place or other.folded[0] in _PRESENT) for one, other in pairwise(around))
    return may or any(token.folded in markers()["expected"] for token in near)


def _is_background(document: Document, place: int, contact: Contact) -> bool:
    """Return whether something is told to have been said during a meeting, or on a day to have been agreed to."""
    tokens = document.tokens
    before = tokens[place - 1].folded if place else ""
    if before in _DURING and tokens[place].surface.endswith(OWNERS):
        return True
    span = contact.when.span if contact.when is not None else None
    if span is not None and span.field is tokens[place].field and _is_of_agreement(document, place, span):
        return True
    return (
        before == TO_DO and span is not None and span.field is tokens[place].field and span.end <= tokens[place].start
    )


def _is_of_agreement(document: Document, place: int, day: Span) -> bool:
    """Return whether a day stands between who agrees and "to": X agreed on Thursday to a meeting, which tells no day of it."""
    for token in document.tokens[place : place + MAX_AGREED_REACH]:
        if token.start >= day.end:
            behind = document.tokens[token.i + 1].folded if token.i + 1 < len(document.tokens) else ""
            return token.folded == TO_DO and behind not in _BESIDE
    return False


def _holders(document: Document, contact: Contact) -> tuple[Party, ...]:
    """Return who takes part; where the article does not say, who announces it."""
    if contact.participants or contact.attributed_to is None:
        people = [who for who in contact.participants if not (who.implied and who.role is Role.HOST)]
        return tuple(Party(p.span, p.label, p.entity, p.side, p.implied, p.candidates) for p in people)
    told = scene_of(document).statement_by_id[contact.attributed_to]
    return tuple(party for party in told.speakers if party.entity is not None)


def _sentence(document: Document, place: int) -> Sentence:
    return document.sentences[bisect_right(document.sentences, place, key=lambda sentence: sentence.first) - 1]


def _is_due(document: Document, contact: Contact) -> bool:
    """Return whether a contact has a day that is not over; a stretch that stays open has to begin no earlier than today."""
    if contact.when is None:
        return False
    published = document.published.earliest
    last = contact.when.latest or contact.when.earliest
    return last is not None and (published is None or last >= published)


def _token_at(document: Document, span: Span) -> int:
    """Return the token that a span begins in."""
    return next(token.i for token in document.tokens if token.field is span.field and token.end > span.start)


def _what(document: Document, evidence: Span, sentence: Sentence) -> Span:
    """Return the words of the contact and what follows them in their clause, its day included."""
    tokens = document.tokens
    first = next(place for place in range(sentence.first, sentence.end) if tokens[place].end > evidence.start)
    end = first
    while end < min(sentence.end, first + MAX_WHAT_TOKENS):
        token = tokens[end]
        inside = token.start < evidence.end
        if not inside and (token.folded in _STOPS or token.folded in _CLOSES or token.folded in markers()["stop"]):
            break
        end += 1
    return Span(evidence.start, max(evidence.end, tokens[max(end - 1, first)].end), evidence.field)


def _order(document: Document, match: Match[Contact], sentence: Sentence) -> Order | None:
    """Return what the contact comes before or after, where its sentence says so behind it."""
    words = markers()
    for place in range(match.end - 1, min(sentence.end - 1, match.end + MAX_ORDER_REACH)):
        token = document.tokens[place]
        if token.folded in _STOPS:
            return None
        following = document.tokens[place + 1]
        if following.folded not in nouns() or not nouns()[following.folded].definite:
            continue
        if token.folded in words["after"] | words["follow"]:
            return Order(after=_other(document, match, place + 1, sentence))
        if token.folded in words["before"] | words["precede"]:
            return Order(before=_other(document, match, place + 1, sentence))
    return None


def _other(document: Document, match: Match[Contact], place: int, sentence: Sentence) -> str | Span:
    """Return the id of the other contact where the article tells of just one planned one of that noun, else its words."""
    noun = nouns()[document.tokens[place].folded].id
    found = [
        other.value.id
        for other in document.contacts
        if other is not match
        and other.value.status is ContactStatus.PLANNED
        and any(
            nouns()[token.folded].id == noun
            for token in document.tokens[other.first : other.end]
            if token.folded in nouns()
        )
    ]
    end = min(place + 3, sentence.end)
    while end > place + 1 and not document.tokens[end - 1].folded.startswith("ال"):
        end -= 1
    return found[0] if len(found) == 1 else document.span(place, end)


def _condition(document: Document, match: Match[Contact], sentence: Sentence) -> Span | None:
    for place in range(match.end, sentence.end - 1):
        if document.tokens[place].folded in markers()["condition"]:
            return _condition_at(document, place, sentence)
    return None


def _condition_at(document: Document, place: int, sentence: Sentence) -> Span:
    """Return the words of a condition, up to the next mark."""
    end = place + 1
    while end < min(sentence.end, place + MAX_WHAT_TOKENS) and document.tokens[end].folded not in _STOPS | {
        "،",
        ",",
        "؛",
    }:
        end += 1
    return document.span(place, end)
