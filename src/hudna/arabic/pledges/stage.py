"""The reading of pledges: schedules of planned contacts, words of binding, one's own acts to come, days set."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from hudna.arabic.contacts.side import country_of
from hudna.arabic.pledges.coming import days_to_come, read_coming
from hudna.arabic.pledges.draft import Draft
from hudna.arabic.pledges.due import with_due
from hudna.arabic.pledges.events import is_background_vote, with_holders
from hudna.arabic.pledges.future import read_future
from hudna.arabic.pledges.meetings import with_those_who_meet
from hudna.arabic.pledges.schedules import read_schedules
from hudna.arabic.pledges.sets import read_set
from hudna.arabic.pledges.spoken import read_binder
from hudna.arabic.pledges.what import end_with_reason
from hudna.arabic.pledges.words import OWNERS, TRIGGERS, markers, trigger_of
from hudna.arabic.scene import Scene, scene_of
from hudna.lexicon import Trigger
from hudna.model import (
    Contact,
    Document,
    Field,
    Match,
    Order,
    Party,
    Pledge,
    PledgeKind,
    Sentence,
    SentenceKind,
    Span,
    Stage,
    TimeMention,
)
from hudna.model.frozen import replace
from hudna.text import fold_word

_TRIGGER: Final = Trigger(trigger_of)
_SCHEDULES: Final = frozenset({PledgeKind.SCHEDULE})
MAX_CONDITION_GAP: Final = 3
MIN_COMMON_SHARE: Final = 0.6
HEADLINE_SHARE: Final = 0.34  # a headline says the same in fewer and other words
MIN_COMMON_WORDS: Final = 2
_OWNERS: Final = (*OWNERS, "نا")
MIN_WORD_LETTERS: Final = 3
MAX_COMPARED: Final = 50  # pledges before; an article that holds more tells none again from so far


def find_pledges(document: Document) -> Document:
    """Return the document with its pledges in the order of the text; what is set by a schedule is no promise beside it."""
    found = list(read_schedules(document))
    scheduled = {field: bytearray(len(folded.raw)) for field, folded in document.folded.items()} if found else {}
    for match in found:
        for span in (*match.children[0].value.evidence, match.value.what):
            scheduled[span.field][span.start : span.end] = b"\1" * (span.end - span.start)
    places = _TRIGGER.places(document)
    coming = days_to_come(document)
    if places or coming:
        scene = scene_of(document)
        read = _with_coming(scene, list(_read(scene, places, document.contacts)), coming)
        drafts = [
            with_holders(scene, draft, None)
            for draft in read
            if not (scheduled and any(_part(scheduled, draft.what)))
            and not _is_play(scene, draft)
            and not is_background_vote(scene, draft)
        ]
        found += [draft.match() for draft in _told_once(scene, drafts)]
    found.sort(key=lambda match: (match.span.field != "title", match.first))
    ids = {match.children[0].value.id: f"p{number}" for number, match in enumerate(found, start=1) if match.children}
    numbered = tuple(
        match.with_value(replace(match.value, id=f"p{number}", order=_by_pledge(match, ids)))
        for number, match in enumerate(found, start=1)
    )
    return replace(document, pledges=numbered)


def _read(scene: Scene, places: Sequence[int], contacts: Sequence[Match[Contact]]) -> Iterator[Draft]:
    """Yield what the triggers tell; words that a pledge has taken open no other."""
    taken = -1
    for place, sentence in _with_sentences(scene, places):
        if place < taken:
            continue
        draft = _read_at(scene, place, sentence, contacts)
        if draft is not None:
            yield with_due(scene, with_those_who_meet(scene, draft, contacts))
            taken = _end_with_condition(scene, draft)


def _end_with_condition(scene: Scene, draft: Draft) -> int:
    """Return the token after a pledge and after the condition right behind it: what that tells is no pledge."""
    end, condition = draft.end, draft.condition
    if condition is None or not 0 < end < len(scene.tokens) or condition.start < scene.tokens[end - 1].end:
        return end
    if not _near(scene, draft):
        return end
    last = scene.sentence_at(draft.first).end  # behind the headline, places begin anew
    return bisect_left(scene.tokens, condition.end, lo=end, hi=max(end, last), key=lambda token: token.start)


def _near(scene: Scene, draft: Draft) -> bool:
    """Return whether the condition of a pledge begins right behind it, in the same field."""
    condition = draft.condition
    behind = scene.tokens[draft.end : draft.end + MAX_CONDITION_GAP]
    return (
        any(token.field is condition.field and token.start == condition.start for token in behind)
        if condition
        else False
    )


def _with_coming(scene: Scene, read: Sequence[Draft], dates: Sequence[Match[TimeMention]]) -> list[Draft]:
    """Return what was read, and what the present tense sets for a day where nothing else was read of its words."""
    found = [*read]
    for draft in read_coming(scene, dates):
        if not any(draft.first < other.end and other.first < draft.end for other in found):
            found.append(draft)
    return sorted(found, key=lambda draft: draft.first)


def _with_sentences(scene: Scene, places: Sequence[int]) -> Iterator[tuple[int, Sentence]]:
    sentences = iter(scene.document.sentences)
    sentence = next(sentences)
    for place in places:
        while place >= sentence.end:
            sentence = next(sentences)
        if sentence.kind is not SentenceKind.LITTER:
            yield place, sentence


def _read_at(scene: Scene, place: int, sentence: Sentence, contacts: Sequence[Match[Contact]]) -> Draft | None:
    trigger = TRIGGERS[scene.words[place]]
    assert trigger is not None
    if trigger.binders:
        draft = read_binder(scene, place, trigger.binders, sentence, contacts)
        if draft is not None:
            return draft
    if trigger.future:
        return read_future(scene, place, sentence)
    return read_set(scene, place, sentence, contacts) if trigger.set else None


def _is_play(scene: Scene, draft: Draft) -> bool:
    """Return whether what is set is a match or a show; who threatens one plays none."""
    return draft.kind is not PledgeKind.THREAT and not markers()["play"].isdisjoint(
        scene.words[draft.first : draft.end]
    )


def _part(marks: Mapping[Field, bytearray], span: Span) -> bytearray:
    return marks[span.field][span.start : span.end]


def _told_once(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts without those that tell an earlier one again; what the body tells goes before the headline."""
    found: list[Draft] = []
    words: list[frozenset[str]] = []
    for draft in sorted(drafts, key=lambda draft: draft.what.field == "title"):
        own = _words(scene, draft)
        near = list(zip(found[-MAX_COMPARED:], words[-MAX_COMPARED:], strict=True))
        again = draft.what.field == "title" and any(_of_headline(draft, other) for other, _ in near)
        if not again and not any(_same(draft, own, other, theirs) for other, theirs in near):
            found.append(draft)
            words.append(own)
    return found


def _words(scene: Scene, draft: Draft) -> frozenset[str]:
    """Return the words of what is pledged, without article, person and the pronouns by which owners differ."""
    span = draft.what
    end = end_with_reason(scene, draft.end, scene.sentence_at(draft.first).end)
    if end > draft.end and scene.tokens[end - 1].field is span.field and scene.tokens[end - 1].end > span.end:
        span = span.until(scene.document.span(draft.end, end))
    text = fold_word(scene.document.article.words(span))
    words = [_bare(word) for word in text.split() if len(word) >= MIN_WORD_LETTERS]
    if words and draft.trigger is None:
        words[0] = words[0].removeprefix("س")[1:]
    return frozenset(words)


@lru_cache(maxsize=20_000)
def _bare(word: str) -> str:
    word = word.strip('"«».,،').removeprefix("ال")
    for owner in _OWNERS:
        if len(word) - len(owner) >= MIN_WORD_LETTERS and word.endswith(owner):
            return word[: -len(owner)]
    return word


def _same(one: Draft, words: frozenset[str], other: Draft, theirs: frozenset[str]) -> bool:
    if (one.kind in _SCHEDULES) != (other.kind in _SCHEDULES):
        return False
    if _are_others(one, other):
        return False
    if one.kind is other.kind and one.noun and other.noun:
        return {party.label for party in one.who} == {party.label for party in other.who}
    small = min(len(words), len(theirs))
    headline = (one.what.field == "title") != (other.what.field == "title")
    least = HEADLINE_SHARE if headline and len(words & theirs) >= MIN_COMMON_WORDS else MIN_COMMON_SHARE
    return small > 0 and len(words & theirs) >= least * small


def _are_others(one: Draft, other: Draft) -> bool:
    """Return whether two pledges of the body are those of others, all of them known: each expels its diplomats."""
    if one.what.field is not other.what.field or not (_all_known(one) and _all_known(other)):
        return False
    return {_who(party) for party in one.who}.isdisjoint(_who(party) for party in other.who)


def _all_known(draft: Draft) -> bool:
    return bool(draft.who) and all(_is_known(party) for party in draft.who)


def _is_known(party: Party) -> bool:
    return country_of(party.entity) is not None


def _of_headline(draft: Draft, other: Draft) -> bool:
    """Return whether the body binds the one of a headline in the same way: it is told there in full."""
    ones, others = ({_who(party) for party in each.who} for each in (draft, other))
    return draft.kind is other.kind and not ones.isdisjoint(others)


def _who(party: Party) -> str:
    """Return whom a party stands for: of one who holds office, and of a state, the land."""
    return country_of(party.entity) or party.entity or party.label


def _by_pledge(match: Match[Pledge], ids: dict[str, str]) -> Order | None:
    """Return an order that names the other's schedule where it has one."""
    order = match.value.order
    if order is None:
        return None
    before = ids.get(order.before, order.before) if isinstance(order.before, str) else order.before
    after = ids.get(order.after, order.after) if isinstance(order.after, str) else order.after
    return Order(before=before, after=after)


STAGE: Final = Stage(
    "pledges",
    frozenset({"names", "dates", "statements", "contacts", "measures", "parts"}),
    frozenset({"pledges"}),
    find_pledges,
)
