"""What one article tells and another leaves out: a voice, a statement of somebody both quote, an act."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from hudna.arabic.wording import content_words
from hudna.model import (
    Difference,
    DifferenceType,
    Entity,
    Event,
    Evidence,
    Field,
    IncidentKind,
    Member,
    RecordType,
    Span,
    Value,
)
from hudna.record.background import Background, is_long_before, is_of_weeks
from hudna.record.counted import LEAD_CHARACTERS
from hudna.record.coverage import Body, Topic
from hudna.record.differences import in_order, words_for
from hudna.record.leading import leading_incidents, may_be_one
from hudna.record.told import Told
from hudna.record.unheard import odds, traits
from hudna.record.voices import Choir, Voices, is_aside, is_in_passing, makes_known

_ACT_TOLD: Final = 0.37  # of the weight of its words, in neighbouring sentences of the other article
_ACT_SAID: Final = 0.42  # the same of the words of the act alone
_SOME: Final = 0.3  # the same of what a lead tells beside its first incident
_ODDS: Final = -1.0  # of a voice left out, as a logarithm: what speaks against one for certain goes first
_FEWEST_WORDS: Final = 3  # of all that a voice says
_MAY_BE_ONE: Final = (RecordType.MEASURE, RecordType.INCIDENT)
_ACTS: Final = (RecordType.CONTACT, RecordType.MEASURE, RecordType.INCIDENT)
_DENIALS: Final = frozenset({"deny", "reject"})
# What is done as the news goes on: an arrest or a deployment that belongs to other days is told with them.
_OF_THE_DAY: Final = frozenset({IncidentKind.ABDUCTION_OR_ARREST, IncidentKind.MOVEMENT})
_STANDING: Final = frozenset(
    {"agreed", "accepted", "in_effect", "proposed", "drafted", "under_negotiation", "called_for", "implemented"}
)  # what goes on without a day is background


def left_out(
    events: Iterable[Event],
    bodies: Mapping[str, Body],
    entities: Mapping[str, Entity],
    background: Background,
    otherwise: Sequence[Difference] = (),
) -> Iterator[Difference]:
    """Yield what only some of the articles tell: voices first, then statements and acts in the order of the text.

    ``otherwise`` are the differences in what several articles tell: who tells it otherwise does not leave it out.
    """
    events = list(events)
    statements = [event for event in events if event.type is RecordType.STATEMENT]
    told = Told(statements, bodies)
    voices = Voices(statements, entities, bodies)
    found = [
        *_voices(voices, told, sorted(bodies)),
        *_more_said(_of_the_happening(statements, bodies, told), voices, told, otherwise),
    ]
    first = leading_incidents(
        member for event in events if event.type is RecordType.INCIDENT for member in event.members
    )
    acts: dict[tuple[RecordType, str], list[Member]] = defaultdict(list)
    for event in events:
        for member in event.members if event.type in _MAY_BE_ONE else ():
            acts[event.type, member.article].append(member)
    reported = [evidence for each in found for value in each.values for evidence in value.evidence]
    for event in events:
        if event.type not in _ACTS or _is_within(event, reported):
            continue
        if _is_the_happening(event, bodies, first) or _leads_too(event, bodies, first):
            continue
        if _is_of_these_days(event, background) and not all(
            is_in_passing(each, bodies[each.article]) for each in event.members
        ):
            silent = tuple(
                digest
                for digest in sorted(bodies)
                if not _tells(bodies[digest], event, told.topic)
                and not _has_it(event, acts.get((event.type, digest), ()))
            )
            if silent:
                found.append(_part(event, silent))
    yield from sorted(found, key=_place)


def _place(difference: Difference) -> tuple[bool, list[tuple[str, Span]]]:
    evidence = [each for value in difference.values for each in value.evidence]
    return difference.field != "voice", [(each.article, each.span) for each in evidence]


def _voices(voices: Voices, told: Told, articles: Sequence[str]) -> Iterator[Difference]:
    """Yield the voices that articles leave out."""
    for choir in voices.choirs:
        silent = tuple(digest for digest in articles if _is_unheard(choir, digest, voices, told))
        if silent:
            yield _voice(choir, silent, voices)


def _more_said(
    statements: Iterable[Event], voices: Voices, told: Told, otherwise: Sequence[Difference]
) -> Iterator[Difference]:
    """Yield what else is said by those whom both articles quote, all that one speaker says together."""
    parts: dict[tuple[tuple[str, ...], tuple[str, ...], str], list[Event]] = defaultdict(list)
    denied = {(actor, member.article) for event in statements for member in event.members for actor in _denying(member)}
    for event in statements:
        silent = tuple(
            each
            for each in told.silent(event)
            if voices.is_heard(event, each) and not any(_is_told_otherwise(event, each, other) for other in otherwise)
        )
        if any((actor, each) in denied for member in event.members for actor in _denying(member) for each in silent):
            continue  # both tell that it was denied
        if silent:
            first = event.members[0]
            parts[silent, tuple(sorted(actor.entity for actor in first.actors)), first.article].append(event)
    for (silent, *_), events in parts.items():
        new_to = tuple(each for each in silent if any(told.is_new(event, each) for event in events))
        if new_to:
            yield Difference("part:statement", DifferenceType.OMISSION, tuple(_in_text(map(_value, events))), new_to)


def _is_told_otherwise(event: Event, digest: str, difference: Difference) -> bool:
    """Return whether the words of a statement hold a value of a difference of which an article tells another."""
    said = [each for member in event.members for each in words_for(member, "what")]
    has = [any(each.article == digest for each in value.evidence) for value in difference.values]
    holds = [
        any(
            each.article == other.article and each.span.contains(other.span)
            for each in said
            for other in value.evidence
        )
        for value in difference.values
    ]
    return any(has) and any(ours and not theirs for ours, theirs in zip(holds, has, strict=True))


def _of_the_happening(statements: Iterable[Event], bodies: Mapping[str, Body], told: Told) -> list[Event]:
    """Return the statements that one article at least has as news, beside what its lead makes known to all of them."""
    return [event for event in statements if any(_is_said_of_it(each, bodies, told) for each in event.members)]


def _is_said_of_it(member: Member, bodies: Mapping[str, Body], told: Told) -> bool:
    return not is_aside(member, bodies[member.article]) and not (makes_known(member) and told.is_known(member))


def _denying(member: Member) -> tuple[str, ...]:
    """Return those who deny something in a statement."""
    return tuple(actor.entity for actor in member.actors) if member.kind in _DENIALS else ()


def _in_text(values: Iterable[Value]) -> list[Value]:
    return sorted(values, key=lambda value: [(each.article, each.span) for each in value.evidence])


def _is_unheard(choir: Choir, digest: str, voices: Voices, told: Told) -> bool:
    """Return whether an article likely has neither a choir nor, under another name, what it says."""
    said = voices.said(choir)
    if digest in voices.hearing(choir) or not any(each.member.article != digest for each in said):
        return False
    if len(set().union(*(each.weights for each in said))) < _FEWEST_WORDS:
        return False
    if voices.announces(choir) and told.share(said, digest) >= told.NEWS:
        return False
    return odds(traits(choir, digest, voices, told)) >= _ODDS


def _voice(choir: Choir, silent: tuple[str, ...], voices: Voices) -> Difference:
    """Return what is left out with a voice: all it says, where it says it."""
    members = [each.member for each in voices.said(choir) if each.member.article not in silent]
    evidence = [each for member in members for each in words_for(member, "what")]
    evidence += _names_in(members)
    keys = tuple(sorted({member.key for member in members}))
    value = Value(voices.label(choir), keys, in_order(evidence))
    return Difference("voice", DifferenceType.OMISSION, (value,), silent)


def _names_in(members: Iterable[Member]) -> list[Evidence]:
    """Return the words that name who speaks; of a statement that has none for him, those that carry it."""
    found: list[Evidence] = []
    for member in members:
        found += [each.evidence for each in member.said if each.field.startswith("actor:")] or member.evidence
    return found


def _part(event: Event, silent: tuple[str, ...]) -> Difference:
    return Difference(f"part:{event.type}", DifferenceType.OMISSION, (_value(event),), silent)


def _value(event: Event) -> Value:
    """Return a statement or an act in its words."""
    evidence = [each for member in event.members for each in words_for(member, "what")]
    first = event.members[0]
    if event.type is RecordType.STATEMENT:
        evidence += _names_in(event.members)
        text = first.what
    else:
        evidence += [each for member in event.members for each in member.evidence]
        text = first.evidence[0].text
    keys = tuple(sorted(member.key for member in event.members))
    return Value(" ".join(text.split()), keys, in_order(evidence))


def _tells(body: Body, event: Event, topic: Topic) -> bool:
    """Return whether an article has an act, or its words."""
    if any(member.article == body.article.digest for member in event.members):
        return True
    return any(_tells_so(body, member, topic) for member in event.members)


def _tells_so(body: Body, member: Member, topic: Topic) -> bool:
    acts = _weights(each.text for each in member.evidence)
    parties = _weights((*(actor.label for actor in member.actors), member.place or ""))
    return body.share(topic.weigh(acts)) >= _ACT_SAID or body.share(topic.weigh(acts | parties)) >= _ACT_TOLD


def _has_it(event: Event, acts: Iterable[Member]) -> bool:
    """Return whether acts of an article may be that of an event, which goes unsaid by its words: of like kind, in no other place.

    Whether somebody asks for a truce, or a draft provides for one, is a position on the truce that both tell of. Incidents
    are one that have a toll in common, or of which the one has no day and neither has a toll.
    """
    return any(_may_be(event.type, member, other) for member in event.members for other in acts)


def _may_be(record: RecordType, member: Member, other: Member) -> bool:
    if not may_be_one(record, member, other):
        return False
    ours, theirs = ({(count.outcome, count.min) for count in each.counts if count.min} for each in (member, other))
    is_like = member.latest is None and member.kind == other.kind and not (ours or theirs)
    return record is RecordType.MEASURE or is_like or not ours.isdisjoint(theirs)


def _weights(texts: Iterable[str]) -> dict[str, float]:
    return {word.key: word.weight for text in texts for word in content_words(text)}


def _is_the_happening(event: Event, bodies: Mapping[str, Body], first: Mapping[str, Member]) -> bool:
    """Return whether an incident is what all the articles tell: it leads its own, and gives no number of its own."""
    if event.type is not RecordType.INCIDENT:
        return False
    for member in event.members:
        leads = any(each.span.field is Field.TITLE or each.span.start < LEAD_CHARACTERS for each in member.evidence)
        numbers = {str(count.min) for count in member.counts if count.min and str(count.min) in count.evidence.text}
        others = [body.keys for digest, body in bodies.items() if digest != member.article]
        others_have = first.get(member.article) is member or all(_has_some(bodies[digest], member) for digest in bodies)
        if leads and others_have and all(number in keys for number in numbers for keys in others):
            return True
    return False


def _has_some(body: Body, member: Member) -> bool:
    """Return whether an article has some of the words of an incident."""
    return body.share(_weights(each.text for each in member.evidence)) >= _SOME


def _leads_too(event: Event, bodies: Mapping[str, Body], first: Mapping[str, Member]) -> bool:
    """Return whether its article begins with an incident, and each other article with one that may be it."""
    ours = next((member for member in event.members if first.get(member.article) is member), None)
    if ours is None:
        return False
    others = [first.get(digest) for digest in bodies if digest != ours.article]
    return all(other is not None and may_be_one(event.type, ours, other) for other in others)


def _is_of_these_days(event: Event, background: Background) -> bool:
    """Return whether an act is told as part of the happening, by any of those that tell it."""
    return any(_is_news(event.type, member, background) for member in event.members)


def _is_news(record: RecordType, member: Member, background: Background) -> bool:
    if all(each.span.field is Field.TITLE for each in member.evidence):
        return False
    printed = member.published.latest or member.published.earliest
    if member.latest is None or member.earliest is None or printed is None:
        is_done = record is RecordType.MEASURE and member.status not in _STANDING and bool(member.actors)
        is_of_the_day = member.kind in _OF_THE_DAY and bool(member.actors or member.counts)
        return (is_done or is_of_the_day) and not all(background.is_of_old(e, begun=True) for e in member.evidence)
    if is_long_before(member.latest, printed) or is_of_weeks(member):
        return False
    somewhere = member.place is not None and (bool(member.actors) or member.kind == IncidentKind.CLASH)
    return record is not RecordType.INCIDENT or bool(member.counts) or somewhere


def _is_within(event: Event, reported: Sequence[Evidence]) -> bool:
    """Return whether the words of an act stand in what is reported as left out already."""
    return any(
        each.article == other.article and other.span.contains(each.span)
        for member in event.members
        for each in member.evidence
        for other in reported
    )
