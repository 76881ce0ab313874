"""What one article tells and another leaves out: a voice, a statement of somebody both quote, an act."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from hudna.arabic.wording import content_words
from hudna.model import Difference, DifferenceType, Entity, Event, Evidence, Member, RecordType, Value
from hudna.record.coverage import Body
from hudna.record.differences import in_order, words_for
from hudna.record.likeness import day_of
from hudna.record.utterances import Utterance

_TOLD: Final = 0.6  # of the weight of its words, in neighbouring sentences: told in whatever words
_ACT_TOLD: Final = 0.5
_BACKGROUND_DAYS: Final = 4  # what lies so long before the article is background
_ACTS: Final = (RecordType.CONTACT, RecordType.MEASURE, RecordType.INCIDENT)


def left_out(
    events: Iterable[Event], bodies: Mapping[str, Body], entities: Mapping[str, Entity]
) -> Iterator[Difference]:
    """Yield what only some of the articles tell: voices first, then statements and acts, in the order of the text."""
    events = list(events)
    statements = [event for event in events if event.type is RecordType.STATEMENT]
    missing = {event.id: _silent(event, bodies, _TOLD) for event in statements}
    voices = _Voices(statements, bodies, entities)
    parts: list[Difference] = []
    reported: list[Evidence] = []
    for speaker, told in voices.heard():
        silent = tuple(sorted(set(bodies) - voices.articles(speaker)))
        silent = tuple(each for each in silent if any(each in missing[event.id] for event in told))
        if silent:
            found = voices.difference(speaker, told, silent)
            reported += [evidence for value in found.values for evidence in value.evidence]
            yield found
    for event in statements:
        silent = tuple(each for each in missing[event.id] if voices.is_heard(event, each))
        if silent and not _is_echo(event):
            found = _part(event, silent)
            reported += [evidence for value in found.values for evidence in value.evidence]
            parts.append(found)
    for event in events:
        if event.type in _ACTS and _is_of_these_days(event) and not _is_within(event, reported):
            silent = tuple(sorted(_silent(event, bodies, _ACT_TOLD)))
            if silent:
                parts.append(_part(event, silent))
    yield from sorted(parts, key=lambda each: [(e.article, e.span) for v in each.values for e in v.evidence])


class _Voices:
    """Who speaks in which article; speakers whose labels hold one another's words are taken for one."""

    def __init__(self, statements: Sequence[Event], bodies: Mapping[str, Body], entities: Mapping[str, Entity]) -> None:
        self._said: dict[str, list[Event]] = defaultdict(list)
        self._articles: dict[str, set[str]] = defaultdict(set)
        self._words: dict[str, frozenset[str]] = {}
        self._labels: dict[str, str] = {}
        self._bodies = bodies
        for event in statements:
            for member in event.members:
                for actor in member.actors:
                    self._labels[actor.entity] = actor.label
                    self._articles[actor.entity].add(member.article)
                    forms = entities[actor.entity].forms if actor.entity in entities else (actor.label,)
                    self._words[actor.entity] = frozenset(w.key for form in forms for w in content_words(form))
            for actor in event.members[0].actors:
                self._said[actor.entity].append(event)

    def heard(self) -> Iterator[tuple[str, list[Event]]]:
        """Yield each speaker with what he says, in the order of their names."""
        yield from sorted(self._said.items())

    def articles(self, speaker: str) -> set[str]:
        """Return the articles in which the speaker, or somebody who may be he, is heard."""
        words = self._words[speaker]
        found = set(self._articles[speaker])
        for other, theirs in self._words.items():
            if words and theirs and (words <= theirs or theirs <= words):
                found |= self._articles[other]
        return found

    def is_heard(self, event: Event, article: str) -> bool:
        """Return whether a speaker of the event is heard in an article."""
        speakers = {actor.entity for member in event.members for actor in member.actors}
        return any(article in self.articles(speaker) for speaker in speakers)

    def difference(self, speaker: str, told: Sequence[Event], silent: tuple[str, ...]) -> Difference:
        """Return what is left out with a speaker: all he says, where he says it."""
        members = [member for event in told for member in event.members if member.article not in silent]
        evidence = [each for member in members for each in (*words_for(member, "what"), *_names(member))]
        keys = tuple(sorted({member.key for member in members}))
        value = Value(self._labels[speaker], keys, in_order(evidence))
        return Difference("voice", DifferenceType.OMISSION, (value,), silent)


def _names(member: Member) -> tuple[Evidence, ...]:
    return tuple(each.evidence for each in member.said if each.field.startswith("actor:"))


def _part(event: Event, silent: tuple[str, ...]) -> Difference:
    evidence = [each for member in event.members for each in words_for(member, "what")]
    if event.type is not RecordType.STATEMENT:
        evidence += [each for member in event.members for each in member.evidence]
    keys = tuple(sorted(member.key for member in event.members))
    first = event.members[0]
    text = " ".join((first.what if event.type is RecordType.STATEMENT else first.evidence[0].text).split())
    return Difference(f"part:{event.type}", DifferenceType.OMISSION, (Value(text, keys, in_order(evidence)),), silent)


def _silent(event: Event, bodies: Mapping[str, Body], told: float) -> set[str]:
    """Return the articles that have neither the event nor its words."""
    telling = {member.article for member in event.members}
    weights = _weights(event, bodies)
    return {digest for digest, body in bodies.items() if digest not in telling and max(w_share(body, weights)) < told}


def w_share(body: Body, weights: Sequence[Mapping[str, float]]) -> list[float]:
    """Return the shares of each telling's words that an article has."""
    return [body.share(each) for each in weights] or [1.0]


def _weights(event: Event, bodies: Mapping[str, Body]) -> list[Mapping[str, float]]:
    if event.type is RecordType.STATEMENT:
        return [Utterance(member).weights for member in event.members]
    found = []
    for member in event.members:
        keys: dict[str, float] = {}
        for evidence in member.evidence:
            keys |= {word.key: word.weight for word in content_words(evidence.text)}
        for actor in member.actors:
            keys |= {word.key: word.weight for word in content_words(actor.label)}
        keys |= {word.key: word.weight for word in content_words(member.place or "")}
        found.append(keys)
    return [each for each in found if each]


def _is_echo(event: Event) -> bool:
    """Return whether a statement has no words of its own: `he denied it`."""
    return all(len(Utterance(member).weights) < 3 for member in event.members)


def _is_of_these_days(event: Event) -> bool:
    """Return whether an act is told as part of the happening: dated near its article, or a position of now."""
    for member in event.members:
        printed = member.published.latest or member.published.earliest
        if member.latest is not None and printed is not None:
            if (printed - day_of(member.latest)) > dt.timedelta(_BACKGROUND_DAYS):
                continue
            return True
        if event.type is RecordType.MEASURE or (event.type is RecordType.INCIDENT and member.counts):
            return True
    return False


def _is_within(event: Event, reported: Iterable[Evidence]) -> bool:
    """Return whether all the words of an act stand in what is reported as left out already."""
    return all(
        any(each.article == other.article and other.span.contains(each.span) for other in reported)
        for member in event.members
        for each in member.evidence[:1]
    )
