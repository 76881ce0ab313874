"""The reading of contacts: every telling in the order of the text, then one record for each contact."""

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Any, Final

from hudna.arabic.contacts.by_noun import as_call, each_apart, read_noun
from hudna.arabic.contacts.by_verb import read_verb
from hudna.arabic.contacts.counted_days import with_open_time
from hudna.arabic.contacts.days import days_of_asides, when_of, with_day_of_report, within_visits, without_now
from hudna.arabic.contacts.details import initiator_of, topics_of
from hudna.arabic.contacts.draft import Draft
from hudna.arabic.contacts.either_day import with_either_day
from hudna.arabic.contacts.governor import is_adjunct
from hudna.arabic.contacts.lasting import with_length, with_nth_day, within_tours
from hudna.arabic.contacts.listed import with_listed
from hudna.arabic.contacts.merge import merge
from hudna.arabic.contacts.peers import with_peers
from hudna.arabic.contacts.phrase import read_phrase
from hudna.arabic.contacts.roster import with_delegations, within_sessions
from hudna.arabic.contacts.status import hedges_between, is_ahead
from hudna.arabic.contacts.stops import TOUR, tour_stops
from hudna.arabic.contacts.turned import with_turn
from hudna.arabic.contacts.words import nouns, verbs, with_conjunction
from hudna.arabic.scene import Scene, scene_of, sentences_with
from hudna.arabic.speech.cues import markers as speech_markers
from hudna.lexicon import Trigger
from hudna.model import (
    Contact,
    ContactKind,
    ContactStatus,
    Document,
    Field,
    Manner,
    Match,
    Participant,
    Sentence,
    Span,
    Stage,
    Statement,
)
from hudna.model.frozen import replace


def find_contacts(document: Document) -> Document:
    """Return the document with its contacts in the order in which they are first told."""
    triggers = sentences_with(document, _TRIGGER)
    if not triggers:
        return document
    scene = scene_of(document)
    drafts: list[Draft] = []
    for sentence, places in triggers:
        drafts += _read_sentence(scene, sentence, places, _near(drafts, sentence))
    drafts = [replace(draft, sides=with_listed(scene, with_peers(scene, draft.sides))) for draft in drafts]
    merged = merge([_attributed(scene, with_turn(scene, without_now(scene, draft))) for draft in drafts])
    merged = within_sessions(scene, with_delegations(scene, merged))
    taken = days_of_asides(scene, merged)
    reported = [with_either_day(scene, with_day_of_report(scene, draft, taken)) for draft in merged]
    lasting = [with_nth_day(scene, with_length(scene, draft)) for draft in reported]
    dated = within_visits(within_tours(scene, lasting))
    dated = [with_open_time(scene, draft) for draft in dated]
    contacts = [_record(scene, draft) for draft in dated]
    contacts.sort(key=lambda match: (match.first, match.end))
    numbered = tuple(
        match.with_value(replace(match.value, id=f"c{number}")) for number, match in enumerate(contacts, start=1)
    )
    return replace(document, contacts=numbered)


def _openers() -> Iterator[str]:
    yield from nouns()
    yield from (form for form, verb in verbs().items() if verb.kind is not None)


MAX_NEGATION_REACH: Final = 5  # it was not planned that
_NO_END: Final = frozenset({"»", "”", "،", ",", ".", "في"})
_TRIGGER: Final = Trigger(among=_openers)
_FIRST: Final = attrgetter("first")


def _read_sentence(scene: Scene, sentence: Sentence, places: Sequence[int], told: Sequence[Draft]) -> list[Draft]:
    by_verb: list[Draft] = []
    for place in places:
        verb = verbs().get(scene.words[place])
        if verb is not None:
            by_verb += read_verb(scene, place, verb, sentence, [*told, *by_verb])
    found = list(by_verb)
    taken: set[int] = set()
    for place in places:
        if place in taken or scene.words[place] not in nouns():
            continue
        draft, absorbed = read_noun(scene, place, sentence, [*told, *found])
        taken.update(absorbed)
        if draft is not None and not draft.back:
            stops = tour_stops(scene, draft) if draft.rule == TOUR else []
            found += stops or each_apart(scene, place, draft)
            continue
        if by_verb and (draft is None or draft.back):
            _refine(scene, place, sentence, by_verb, found)
        elif draft is not None:
            found.append(draft)
    for place in places:
        verb = verbs().get(scene.words[place])
        left = verb is not None and verb.kind is not None and all(draft.first != place for draft in found)
        if verb is not None and left and any(draft.first < place and draft not in by_verb for draft in found):
            found += read_verb(scene, place, verb, sentence, [*told, *found])  # whose visit it was, is known by now
    return sorted(found, key=_FIRST)


def _near(drafts: Sequence[Draft], sentence: Sentence) -> Sequence[Draft]:
    """Return the contacts told in the sentence before or this one: no sentence looks further back."""
    first = len(drafts)
    while first and drafts[first - 1].sentence >= sentence.index - 1:
        first -= 1
    return drafts[first:]


def _refine(scene: Scene, place: int, sentence: Sentence, by_verb: Sequence[Draft], found: list[Draft]) -> None:
    """Let a noun without sides of its own say how the contact of its sentence was made: discussed, in a phone call."""
    clause = scene.clause(place, sentence)
    phrase = read_phrase(scene, place, clause[1])
    if not phrase.remote:
        return
    for draft in by_verb:
        if draft in found and draft.kind is ContactKind.TALKS and clause[0] <= draft.first < clause[1]:
            found[found.index(draft)] = as_call(draft, place)


def _attributed(scene: Scene, draft: Draft) -> Draft:
    token = scene.tokens[draft.first]
    match = scene.told_in(token.start, token.field)
    if match is not None and _frames(scene, draft, match.value):
        match = None
    hedges = draft.hedges
    if match is not None:
        hedges = (*hedges, *(hedge for hedge in match.value.hedges if hedge not in hedges))
    first, end = draft.pieces[0]
    hedges = (*hedges, *(hedge for hedge in hedges_between(scene, first, end) if hedge not in hedges))
    status = draft.status
    if status is ContactStatus.HELD and is_ahead(scene, draft.when):
        status = ContactStatus.PLANNED
    return replace(
        draft,
        status=status,
        title=token.field is Field.TITLE,
        hedges=hedges,
        sure=draft.sure and not hedges and status is draft.status and all(side.who.entity for side in draft.sides),
        attributed_to=match.value.id if match is not None else None,
    )


def _frames(scene: Scene, draft: Draft, told: Statement) -> bool:
    """Return whether a contact is the occasion on which its own participant spoke: told by the outlet, not by him."""
    if not draft.noun or told.manner is Manner.DIRECT or not is_adjunct(scene, draft.first):
        return False
    speakers = {party.entity or party.label for party in told.speakers}
    return any((side.who.entity or side.who.label) in speakers for side in draft.sides)


def _record(scene: Scene, draft: Draft) -> Match[Contact]:
    when = when_of(scene.document, draft)
    pieces = draft.pieces
    if draft.status is ContactStatus.NOT_HELD:
        (first, end), *others = pieces
        pieces = ((scene.from_negation(first, MAX_NEGATION_REACH), end), *others)
    evidence = tuple(_spans(scene, pieces))
    sentence = scene.sentence_at(draft.first)
    contact = Contact(
        id="",
        kind=draft.kind,
        status=draft.status,
        outcome=draft.outcome,
        directness=draft.directness,
        participants=tuple(_participants(draft)),
        initiator=initiator_of(scene, draft, sentence),
        when=when,
        place=draft.place,
        topics=topics_of(scene, draft, sentence),
        process=draft.process,
        round=str(draft.round) if draft.round is not None else None,
        attributed_to=draft.attributed_to,
        hedges=draft.hedges,
        sure=draft.sure,
        rule=draft.rule,
        evidence=evidence,
    )
    first, end = draft.pieces[0]
    children = (*_parts(draft), *draft.children)
    return Match("contact", first, end, evidence[0], contact, draft.rule, children)


def _parts(draft: Draft) -> Iterator[Match[Any]]:
    """Yield what a contact was made of: its sides where they stand, and its day."""
    for side in draft.sides:
        yield Match("participant", side.first, side.end, side.who.span, side.who, f"<{side.level}>")
    if draft.when is not None:
        yield draft.when


def _participants(draft: Draft) -> Iterator[Participant]:
    seen: set[str] = set()
    for side in draft.sides:
        key = side.who.entity or side.who.label
        if key not in seen:
            seen.add(key)
            yield side.who


def _spans(scene: Scene, pieces: Sequence[tuple[int, int]]) -> Iterator[Span]:
    seen: set[Span] = set()
    for first, end in pieces:
        field = scene.tokens[first].field
        last = next(each for each in range(end - 1, first - 1, -1) if scene.tokens[each].field is field)
        while last > first and scene.words[last] in _NO_END:
            last -= 1
        span = scene.document.span(first, last + 1)
        front = _conjunction(scene, first)
        span = span._replace(start=span.start + front)
        if span not in seen and span.field in Field:
            seen.add(span)
            yield span


def _conjunction(scene: Scene, place: int) -> int:
    """Return 1 where evidence would begin with a conjunction glued to a verb, a negation or a place."""
    word = scene.words[place]
    name = scene.chart.name_at(place) if word[0] == "و" else None
    stop = name is not None and name.kind in {"place", "state"} and scene.chart.glued(name) == "و"
    turned = word[0] == "و" and word[1:] in speech_markers()["negation"]
    return int(stop or turned or (word in verbs() and with_conjunction(word)))


STAGE: Final = Stage(
    "contacts",
    frozenset({"names", "dates", "statements"}),
    frozenset({"contacts"}),
    find_contacts,
)
