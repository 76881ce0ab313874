"""Who is heard in which article."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from hudna.arabic.wording import body_spoken_for, content_words, is_nobody, is_said_in_passing
from hudna.model import Entity, Event, Field, Member
from hudna.record.coverage import Body
from hudna.record.entities import OWN_PREFIX
from hudna.record.utterances import Utterance

_LOOKED_BACK: Final = 20  # characters before a statement that may hold what it hangs on


class Voices:
    """The speakers of statements; two whose names hold one another's words may be one."""

    def __init__(self, statements: Sequence[Event], entities: Mapping[str, Entity], bodies: Mapping[str, Body]) -> None:
        self._said: dict[str, list[Utterance]] = defaultdict(list)
        self._labels: dict[str, str] = {}
        self._articles: dict[str, set[str]] = defaultdict(set)
        self._names: dict[str, tuple[frozenset[str], ...]] = {}
        for event in statements:
            for member in event.members:
                speaks_up = not is_headline(member) and not _is_in_passing(member, bodies[member.article])
                for actor in member.actors:
                    if speaks_up and not is_nobody(actor.label):
                        self._said[actor.entity].append(Utterance(member))
                    self._labels.setdefault(actor.entity, actor.label)
                    self._articles[actor.entity].add(member.article)
                    forms = entities[actor.entity].forms if actor.entity in entities else ()
                    names = {_words(form) for form in (*forms, actor.label, body_spoken_for(actor.label))}
                    self._names[actor.entity] = tuple(sorted(filter(None, names), key=sorted))

    @property
    def speakers(self) -> tuple[str, ...]:
        """All who say something of their own, sorted: not those of whom a headline alone or a relative clause tells."""
        return tuple(sorted(self._said))

    def label(self, speaker: str) -> str:
        """Return how a speaker is called."""
        return self._labels[speaker]

    def said(self, speaker: str) -> tuple[Utterance, ...]:
        """Return what a speaker says, in all articles."""
        return tuple(sorted(self._said[speaker], key=lambda each: each.member.key))

    def articles(self, speaker: str) -> frozenset[str]:
        """Return the articles in which the speaker is heard, or somebody who may be he."""
        found = set(self._articles[speaker])
        for other, theirs in self._names.items():
            if other != speaker and any(_may_be_one(ours, name) for ours in self._names[speaker] for name in theirs):
                found |= self._articles[other]
        return frozenset(found)

    def are_one(self, one: str, other: str) -> bool:
        """Return whether two speakers only speak together, or go by names of which one may be the other's."""
        ours, theirs = ([each.member.key for each in self.said(speaker)] for speaker in (one, other))
        if ours == theirs:
            return True
        if not (one.startswith(OWN_PREFIX) or other.startswith(OWN_PREFIX)):
            return False  # the tables know both: a state is not its army
        return any(_may_be_one(a, b) for a in self._names[one] for b in self._names[other])

    def is_heard(self, event: Event, article: str) -> bool:
        """Return whether a speaker of the statement is heard in an article."""
        speakers = {actor.entity for member in event.members for actor in member.actors}
        return any(article in self.articles(speaker) for speaker in sorted(speakers))


def is_headline(member: Member) -> bool:
    """Return whether only a headline has a statement."""
    return all(each.evidence.span.field is Field.TITLE for each in member.said)


def _is_in_passing(member: Member, body: Body) -> bool:
    first = min((each.span for each in member.evidence if each.span.field is Field.TEXT), default=None)
    return first is not None and is_said_in_passing(body.article.text[max(0, first.start - _LOOKED_BACK) : first.start])


def _words(name: str) -> frozenset[str]:
    return frozenset(word.key for word in content_words(name))


def _may_be_one(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return ours <= theirs or theirs <= ours
