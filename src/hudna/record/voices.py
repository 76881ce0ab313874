"""Who is heard in which article."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

from hudna.arabic.wording import (
    body_behind,
    body_spoken_for,
    content_words,
    is_credit,
    is_head,
    is_nobody,
    is_said_in_passing,
    is_state_media,
    nationality_keys,
    speaker_keys,
)
from hudna.model import Actor, Entity, Event, Field, Member, Mode, NameKind
from hudna.record.background import is_long_before
from hudna.record.counted import LEAD_CHARACTERS
from hudna.record.coverage import Body
from hudna.record.entities import OWN_PREFIX
from hudna.record.sides import side_of
from hudna.record.utterances import Utterance
from hudna.text.letters import ARABIC_COMMA

_APPOSITION: Final = 120  # characters from an office to what is said, with the name between
_PERSON: Final = "person:"
_INDIRECT: Final = "indirect"
_MAKING_KNOWN: Final = frozenset({"announce", "describe"})
_NAMED: Final = frozenset({"person", "state", "place", "nationality"})  # who speaks for himself
_STATES: Final = frozenset({"state", "place", "nationality"})
_STATE: Final = "state:"
_BEFORE: Final = 40  # characters before a name that may say whose it is
_LOOKED_BACK: Final = 20  # characters before a statement that may hold what it hangs on

Choir = tuple[str, ...]  # the ids of speakers who count as one voice


class Voices:
    """The speakers of statements; two whose names hold one another's words may be one."""

    def __init__(self, statements: Sequence[Event], entities: Mapping[str, Entity], bodies: Mapping[str, Body]) -> None:
        self._said: dict[str, list[Utterance]] = defaultdict(list)
        self._labels: dict[str, str] = {}
        self._articles: dict[str, set[str]] = defaultdict(set)
        self._people = frozenset(key for key in entities if _is_person(key, entities))
        self._bodies = bodies
        self._names: dict[str, set[frozenset[str]]] = {}
        self._beside: dict[str, set[frozenset[str]]] = defaultdict(set)
        for event in statements:
            for member in event.members:
                aside = is_headline(member) or is_aside(member, bodies[member.article])
                self._beside[member.article] |= _beside(member, bodies[member.article])
                for actor in member.actors:
                    if not (aside or is_nobody(actor.label) or _is_credit(actor, member, bodies[member.article])):
                        self._said[actor.entity].append(Utterance(member))
                    self._labels.setdefault(actor.entity, actor.label)
                    self._articles[actor.entity].add(member.article)
                    forms = entities[actor.entity].forms if actor.entity in entities else ()
                    names = {_words(form) for form in (*forms, actor.label, body_spoken_for(actor.label))}
                    body = body_behind(None if actor.entity.startswith(OWN_PREFIX) else actor.entity, actor.label)
                    if body is not None and not actor.entity.startswith(_PERSON):
                        names.add(frozenset({body}))
                    self._names[actor.entity] = names - {frozenset()} | self._names.get(actor.entity, set())
        self._name_by_apposition(statements, entities, bodies)
        self._name_in_full()

    def _name_by_apposition(
        self, statements: Sequence[Event], entities: Mapping[str, Entity], bodies: Mapping[str, Body]
    ) -> None:
        """Give those known by an office alone the name of the person that stands behind it where they speak."""
        people = [names for key, names in sorted(self._names.items()) if _is_person(key, entities)]
        for event in statements:
            for member in event.members:
                for actor in member.actors:
                    if _is_person(actor.entity, entities):
                        continue
                    behind = _behind(member, actor.entity, bodies[member.article])
                    for names in people:
                        if any(name <= behind for name in names):
                            self._names[actor.entity] = self._names[actor.entity] | names

    def _name_in_full(self) -> None:
        """Give a name cut short (the ministry, its spokesman) that of the one in the same article whom it is short for."""
        known = dict(self._names)
        for speaker, names in known.items():
            if not speaker.startswith(OWN_PREFIX):
                continue
            fuller = {
                theirs
                for other, longer in known.items()
                if other != speaker and self._articles[other] >= self._articles[speaker]
                for theirs in longer
                if any(name < theirs for name in names)
            }
            if len(fuller) == 1:
                self._names[speaker] = fuller

    @cached_property
    def choirs(self) -> tuple[Choir, ...]:
        """Those who say something of their own: not those of whom a headline alone or a clause about a noun tells.

        Together are who only speak with one another, or go by names of which one may be the other's.
        """
        found: list[list[str]] = []
        for speaker in sorted(self._said):
            ours = next((choir for choir in found if all(self._are_one(speaker, other) for other in choir)), None)
            if ours is None:
                found.append([speaker])
            else:
                ours.append(speaker)
        return tuple(map(tuple, found))

    def label(self, choir: Choir) -> str:
        """Return how the speakers of a choir are called."""
        return f"{ARABIC_COMMA} ".join(sorted(self._labels[speaker] for speaker in choir))

    def said(self, choir: Choir) -> tuple[Utterance, ...]:
        """Return what a choir says, in all articles."""
        found = {each.member.key: each for speaker in choir for each in self._said[speaker]}
        return tuple(each for _, each in sorted(found.items()))

    def _articles_of(self, speaker: str) -> frozenset[str]:
        """Return the articles in which the speaker is heard, or somebody who may be he."""
        found = set(self._articles.get(speaker, ()))
        for other, theirs in self._names.items():
            if other != speaker and any(
                _may_be_one(ours, name) for ours in self._names.get(speaker, ()) for name in theirs
            ):
                found |= {article for article in self._articles[other] if self._may_speak_there(speaker, article)}
        return frozenset(found)

    def _may_speak_there(self, speaker: str, article: str) -> bool:
        """Return whether an article has somewhere of which nation a speaker is: its "government" is else another's."""
        nations = nationality_keys(self._labels[speaker])
        return not nations or bool(nations & self._bodies[article].keys)

    def hearing(self, choir: Choir) -> frozenset[str]:
        """Return the articles in which a choir is heard, if only by the office or the body of one who speaks."""
        return frozenset().union(*map(self._hearing, choir))

    def _hearing(self, speaker: str) -> frozenset[str]:
        beside = {article for article, words in self._beside.items() if self._is_told_beside(speaker, words)}
        return self._articles_of(speaker) | beside | self._state_media_like(speaker) | self._state_through(speaker)

    def _state_through(self, speaker: str) -> frozenset[str]:
        """Return the articles in which a state is heard through its capital, its ministers or its ministries."""
        state = side_of(speaker)
        if speaker.partition(":")[0] not in _STATES or not state.startswith(_STATE):
            return frozenset()
        return frozenset().union(*(self._articles[other] for other in self._names if side_of(other) == state))

    def announces(self, choir: Choir) -> bool:
        """Return whether a body is only told, in the lead, to make known what the article is about."""
        if self.is_person(choir):
            return False
        return all(makes_known(each.member) for each in self.said(choir))

    def is_person(self, choir: Choir) -> bool:
        """Return whether somebody of a choir is a person whom the tables or the articles know by name."""
        return any(speaker in self._people for speaker in choir)

    def share_beside(self, choir: Choir, article: str) -> float:
        """Return how much of the words of a name stands beside those who speak in an article, from 0 to 1."""
        return self._share_of_name(choir, frozenset().union(*self._beside[article]))

    def share_named(self, choir: Choir, article: str) -> float:
        """Return how much of the words of a name stands in an article, from 0 to 1."""
        return self._share_of_name(choir, self._bodies[article].keys)

    def _share_of_name(self, choir: Choir, keys: frozenset[str]) -> float:
        names = [speaker_keys(self._labels[speaker]) for speaker in choir]
        names = [frozenset(key for key in name if not is_head(key)) or name for name in names if name]
        return max((len(name & keys) / len(name) for name in names), default=0.0)

    def _state_media_like(self, speaker: str) -> frozenset[str]:
        """Return the articles that cite a state's media without a name, or for media without a name those with any."""
        if not self._is_state_media(speaker):
            return frozenset()
        like = (other for other in self._names if OWN_PREFIX in {speaker[: len(OWN_PREFIX)], other[: len(OWN_PREFIX)]})
        return frozenset().union(*(self._articles[other] for other in like if self._is_state_media(other)))

    def _is_state_media(self, speaker: str) -> bool:
        return is_state_media(None if speaker.startswith(OWN_PREFIX) else speaker, self._labels[speaker])

    def _is_told_beside(self, speaker: str, beside: set[frozenset[str]]) -> bool:
        """Return whether a body or an office stands in the words beside one who speaks: "the ministry's spokesman, …"."""
        if speaker.partition(":")[0] in _NAMED:
            return False
        keys = speaker_keys(self._labels[speaker])
        return not all(map(is_head, keys)) and any(keys <= words for words in beside)

    def _are_one(self, one: str, other: str) -> bool:
        """Return whether two speakers only speak together, or go by names of which one may be the other's."""
        ours, theirs = ([each.member.key for each in self.said((speaker,))] for speaker in (one, other))
        if ours == theirs:
            return True
        if not (one.startswith(OWN_PREFIX) or other.startswith(OWN_PREFIX)):
            return False  # the tables know both: a state is not its army
        return any(_may_be_one(a, b) for a in self._names[one] for b in self._names[other]) and all(
            self._may_speak_there(speaker, article)
            for speaker, there in ((one, other), (other, one))
            for article in self._articles[there]
        )

    def is_heard(self, event: Event, article: str) -> bool:
        """Return whether a speaker of the statement is heard in an article, if only by another name of one voice with his."""
        return self._hears({actor.entity for member in event.members for actor in member.actors}, article)

    def hears(self, member: Member, article: str) -> bool:
        """Return whether a speaker of a telling is heard in an article, likewise."""
        return self._hears({actor.entity for actor in member.actors}, article)

    def _hears(self, speakers: set[str], article: str) -> bool:
        named = speakers.union(*(choir for choir in self.choirs if not speakers.isdisjoint(choir)))
        return article in self.hearing(tuple(sorted(named)))


def makes_known(member: Member) -> bool:
    """Return whether somebody is told, in headline or lead and in the outlet's words, to make known what it is about."""
    return member.manner == _INDIRECT and member.kind in _MAKING_KNOWN and is_lead(member)


def is_lead(member: Member) -> bool:
    """Return whether a statement stands in headline or lead."""
    return all(each.span.field is Field.TITLE or each.span.start < LEAD_CHARACTERS for each in member.evidence)


def is_headline(member: Member) -> bool:
    """Return whether only a headline has a statement."""
    return all(each.evidence.span.field is Field.TITLE for each in member.said)


def _is_person(key: str, entities: Mapping[str, Entity]) -> bool:
    return key in entities and entities[key].kind is NameKind.PERSON


def _behind(member: Member, speaker: str, body: Body) -> frozenset[str]:
    """Return the words between a speaker and what he says, right behind him."""
    ends = [each.evidence.span for each in member.said if each.field == f"actor:{speaker}"]
    said = [each.evidence.span for each in member.said if each.field == "what"]
    found: frozenset[str] = frozenset()
    for span in ends:
        nexts = [each.start for each in said if each.field is span.field and each.start >= span.end]
        if nexts and min(nexts) - span.end <= _APPOSITION:
            found |= _words(body.article.text[span.end : min(nexts)])
    return found


def _beside(member: Member, body: Body) -> set[frozenset[str]]:
    """Return the words around each speaker's name, from shortly before it to what is said, without other sentences."""
    said = [each.evidence.span for each in member.said if each.field == "what"]
    found = set()
    for each in member.said:
        span = each.evidence.span
        if each.field.startswith("actor:") and span.field is Field.TEXT:
            first, last, _ = body.around(span.start)
            ends = [what.start for what in said if what.field is span.field and what.start >= span.end]
            text = body.article.text
            end = min([*ends, span.end + _APPOSITION, max(last, span.end)])
            found.add(speaker_keys(text[max(first, span.start - _BEFORE) : end]))
    return found


def _is_credit(actor: Actor, member: Member, body: Body) -> bool:
    """Return whether a statement only says which agency or paper the article has something from."""
    entity = None if actor.entity.startswith(OWN_PREFIX) else actor.entity
    starts = [each.evidence.span for each in member.said if each.field == f"actor:{actor.entity}"]
    return any(
        is_credit(body.article.field(span.field)[max(0, span.start - _LOOKED_BACK) : span.start], entity, actor.label)
        for span in starts
    )


def is_aside(member: Member, body: Body) -> bool:
    """Return whether a statement is none of the happening: thought and not said, said long before, a clause about a noun."""
    printed = member.published.latest or member.published.earliest
    if member.latest is not None and printed is not None and is_long_before(member.latest, printed):
        return True
    return member.status == Mode.ATTITUDE or is_in_passing(member, body)


def is_in_passing(member: Member, body: Body) -> bool:
    """Return whether a telling is a clause about a noun."""
    first = min((each.span for each in member.evidence if each.span.field is Field.TEXT), default=None)
    return first is not None and is_said_in_passing(body.article.text[max(0, first.start - _LOOKED_BACK) : first.start])


def _words(name: str) -> frozenset[str]:
    return frozenset(word.key for word in content_words(name))


def _may_be_one(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return ours <= theirs or theirs <= ours
