"""One line of a briefing from the fields of an event: in English a sentence, in Arabic a noun phrase.

In Arabic the act is a noun with its parties behind prepositions, so that no verb has to agree with anybody's gender.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from hudna.export.chronology import ReadingOf
from hudna.export.english import english_name
from hudna.export.words import Language, Words
from hudna.model import (
    Actor,
    Event,
    Incident,
    Member,
    Participant,
    Party,
    Place,
    Position,
    Reading,
    RecordType,
    Statement,
    Toll,
)
from hudna.model.records import Role
from hudna.record import Line
from hudna.record.chronology import DayBasis
from hudna.record.outcomes import Outcome, Verdict
from hudna.text.letters import ARABIC_COMMA

AND: Final = {"ar": " \N{ARABIC LETTER WAW}", "en": " and "}

MOST_NAMES: Final = 3


class Sentences:
    """Makes the lines of a briefing in one language; ``reading_of`` gives a reading by its article's digest."""

    def __init__(self, reading_of: ReadingOf, words: Words) -> None:
        self._reading_of = reading_of
        self._words = words
        self._make: Final[dict[RecordType, Callable[[Line], str]]] = {
            RecordType.CONTACT: self._contact,
            RecordType.MEASURE: self._measure,
            RecordType.INCIDENT: self._incident,
            RecordType.CONDUCT: self._conduct,
            RecordType.STATEMENT: self._statement,
        }

    def of(self, line: Line) -> str:
        """Return the line of an event; of a pledge, the line of its outcome is ``of_outcome``."""
        return _sentence(self._make[line.event.type](line))

    def of_outcome(self, outcome: Outcome) -> str:
        """Return the line of a pledge or appointment: whose, of what kind, due when, and what became of it."""
        what = outcome.commitment
        kind = self._words("kind", what.kind)
        aim = next((self._words("kind", each.kind) for each in what.aims if each.kind != "force"), "")
        told = f"{kind} ({aim})" if aim else kind
        meets = len(what.who) > 1 and any(each.type == RecordType.CONTACT.value for each in what.aims)
        told += self._part("between" if meets else "by", who=self.names(what.who))
        told += self._part("in", place=what.place or "") + self._part("content", what=what.what)
        if what.earliest or what.latest:
            told += self._part("due", days=self._words.days(what.earliest, what.latest))
        if outcome.as_of and outcome.verdict not in {Verdict.OPEN, Verdict.NOT_FOLLOWED}:
            fate = self._words("verdict", outcome.verdict)
            told += self._part("fate", day=self._words.day(outcome.as_of), fate=fate)
        return _sentence(told)

    def names(self, actors: Iterable[Actor | Party | Participant]) -> str:
        """Return names as the language lists them: English ones where tables know them, else the articles' own."""
        labels = list(dict.fromkeys(self._name(each) for each in actors))
        joint = AND[self._words.code]
        if len(labels) < 2:
            return "".join(labels)
        comma = joint if self._words.code == Language.AR else ", "
        return f"{comma.join(labels[:-1])}{joint}{labels[-1]}"

    def _name(self, actor: Actor | Party | Participant) -> str:
        if self._words.code == Language.AR:
            return actor.label
        return english_name(actor.entity, actor.label)

    def _place(self, event: Event) -> str:
        """Return the place of an event, in English by the entity that a telling's place has."""
        if not event.place or self._words.code == Language.AR:
            return event.place or ""
        for member in event.members:
            found = _place_of(self._reading_of(member.article), event.place)
            if found:
                return english_name(found.entity, event.place)
        return event.place

    def _part(self, key: str, **values: str) -> str:
        """Return a part of a sentence, nothing where one of its values is missing."""
        return self._words("brief", key, **values) if all(values.values()) else ""

    def _days(self, line: Line) -> str:
        if line.basis is not DayBasis.TOLD:
            return ""
        return self._part("on", days=self._words.days(line.earliest, line.latest))

    def _contact(self, line: Line) -> str:
        event = line.event
        noun = self._words("brief_noun", event.kind)
        guests = [each for each in self._participants(event) if each.role is Role.GUEST]
        if len(event.actors) > 1 and event.kind != "visit":
            noun += self._part("between", who=self.names(event.actors))
        elif guests or event.actors:
            noun += self._part("with", who=self.names(guests or event.actors))
        noun += self._part("in", place=self._place(event)) + self._part("round", round=event.round or "")
        told = self._words("brief_contact", event.status or "held", noun=noun)
        outcome = event.outcome if event.outcome != "unsaid" else None
        return (
            told + self._days(line) + self._part("outcome", outcome=self._words("outcome", outcome) if outcome else "")
        )

    def _participants(self, event: Event) -> list[Participant]:
        return [
            participant
            for member in event.members
            for contact in self._reading_of(member.article).contacts
            if contact.id == member.record
            for participant in contact.participants
        ]

    def _measure(self, line: Line) -> str:
        event = line.event
        name = next((member.what for member in event.members if member.what), "")
        noun = name if name and self._words.code == Language.AR else self._words("brief_noun", event.kind)
        noun += self._part("in", place=self._place(event))
        key = f"{event.status} {event.kind}"
        known = self._words.catalogue["brief_measure"]
        told = self._words("brief_measure", key if key in known else event.status or "agreed", noun=noun)
        found = [position for member in event.members if (position := self._position(member))]
        told += self._part("by", who=self.names(party for position in found for party in position.by))
        broken = [party for position in found if position.status.value == "broken" for party in position.of]
        return told + self._part("of_sides", who=self.names(broken)) + self._days(line)

    def _position(self, member: Member) -> Position | None:
        measure_id, _, number = member.record.partition(".")
        for measure in self._reading_of(member.article).measures:
            if measure.id == measure_id and number.isdecimal() and int(number) <= len(measure.statuses):
                return measure.statuses[int(number) - 1]
        return None

    def _incident(self, line: Line) -> str:
        event = line.event
        told = [(member, each) for member in event.members for each in self._incidents(member)]
        incident = told[0][1] if told else None
        kind = self._words("kind", event.kind)
        if incident is None:
            return kind + self._part("in", place=self._place(event)) + self._days(line)
        kind += self._part("at", who=self.names([incident.target] if incident.target else []))
        if incident.target is None or incident.target.label != event.place:
            kind += self._part("in", place=self._place(event))
        kind += self._days(line)
        kind += self._part("by", who=self.names([incident.actor] if incident.actor else []))
        kind += "".join(self._toll(toll) for toll in incident.tolls)
        reporters = [party for _, each in told for party in each.reported_by]
        outlets = (
            ", ".join(event.witnesses) if self._words.code == Language.EN else f"{ARABIC_COMMA} ".join(event.witnesses)
        )
        kind += self._part("so_says", who=self.names(reporters) or outlets)
        breaches = [each.breach_of.said_by for _, each in told if each.breach_of and each.breach_of.said_by]
        kind += self._part("breach", who=self.names(breaches))
        return self._words("brief", "total", told=kind) if any(each.aggregate for _, each in told) else kind

    def _incidents(self, member: Member) -> list[Incident]:
        return [each for each in self._reading_of(member.article).incidents if each.id == member.record]

    def _toll(self, toll: Toll) -> str:
        outcome = self._words("toll", toll.outcome)
        if toll.min is None and toll.max is None:
            return self._words("brief", "toll_words", outcome=outcome)
        is_open = toll.max is None
        count = toll.min if toll.min == toll.max or is_open else f"{toll.min}-{toll.max}"
        return self._words("brief", "toll_open" if is_open else "toll", count=count, outcome=outcome)

    def _conduct(self, line: Line) -> str:
        event = line.event
        told = self._words("kind", event.kind)
        actors = event.members[0].actors
        told += self._part("by", who=self.names(actors[:1]))
        return told + self._part("towards", who=self.names(actors[1:])) + self._days(line)

    def _statement(self, line: Line) -> str:
        event = line.event
        member = event.members[0]
        found = [each for each in self._reading_of(member.article).statements if each.id == member.record]
        about = [party for statement in found for party in statement.about]
        told = self._words(
            "brief",
            "act",
            who=self.names(event.actors) or self._words("brief", "nobody"),
            act=self._words("brief_act", event.kind),
            about=self._part("about", who=self.names(about)),
        )
        topics = [topic for statement in found for topic in self._topics(statement, member)]
        told += self._part("topics", what=", ".join(dict.fromkeys(topics)))
        return told + self._part("content", what=" ".join(member.what.split())) + self._days(line)

    def _topics(self, statement: Statement, member: Member) -> Iterator[str]:
        """Yield what a statement is on: the kinds of the measures it tells of, then the first names that tables know."""
        reading = self._reading_of(member.article)
        for measure in reading.measures:
            if statement.id in {measure.attributed_to, *(each.attributed_to for each in measure.statuses)}:
                yield self._words("kind", measure.kind).lower()
        parties = {each.entity for each in (*statement.speakers, *statement.about)}
        named = [
            name
            for name in reading.names
            if name.entity
            and name.entity not in parties
            and any(span.contains(name.span) for span in statement.content)
        ]
        english = {english_name(name.entity, name.label): name.label for name in named}
        yield from [told for told, label in english.items() if told != label][:MOST_NAMES]


def _place_of(reading: Reading, label: str) -> Place | None:
    """Return a place of a reading that goes by a label and that a table knows."""
    places = [each.place for each in reading.contacts]
    places += [each.place for each in reading.measures]
    places += [each.place for each in reading.incidents]
    return next((each for each in places if each and each.label == label and each.entity), None)


def _sentence(told: str) -> str:
    """Return a line as a sentence: its first letter large where the script has such, a full stop behind it."""
    told = " ".join(told.split())
    return f"{told[:1].upper()}{told[1:]}".rstrip(".") + "."
