"""Readings made by hand: an article is written, and its records point to words in it."""

import datetime as dt
from dataclasses import replace
from typing import Any

from hudna.model import (
    Article,
    Because,
    Contact,
    ContactKind,
    ContactStatus,
    Document,
    Incident,
    IncidentKind,
    Match,
    Measure,
    MeasureKind,
    MeasureStatus,
    Name,
    NameKind,
    Participant,
    Party,
    Place,
    Pledge,
    PledgeKind,
    Position,
    Published,
    PublishedBasis,
    Reader,
    Reading,
    Span,
    Stage,
    Statement,
    When,
    digest_of,
)
from hudna.model.records import Act, Manner


def _name_every_word(document: Document) -> Document:
    names = [
        Match("person", token.i, token.i + 1, token.span, Name(token.span, NameKind.PERSON, token.surface), "test")
        for token in document.tokens
    ]
    return replace(document, names=tuple(names))


NAMES = Stage("names", frozenset({"tokens"}), frozenset({"names"}), _name_every_word)
READER = Reader("0.1.0", "test")


def make_article(text: str, **known: Any) -> Article:
    """Return an article with a digest; ``day`` is its publication day."""
    day = known.pop("day", None)
    if day is not None:
        day = dt.date.fromisoformat(day)
        known["published"] = Published(day, day, PublishedBasis.GIVEN, Because("given"))
    digest = digest_of(known.get("source"), known.get("url"), known.get("title"), text)
    return Article(**{"id": digest[:12], "text": text, "digest": digest} | known)


def make_reading(article: Article, **records: Any) -> Reading:
    """Return a reading of an article by the test reader."""
    return Reading(reader=READER, article=article, **records)


class Writer:
    """Makes records of one article, by their words."""

    def __init__(self, text: str, **known: Any) -> None:
        self.article = make_article(text, **known)

    def span(self, words: str, start: int = 0) -> Span:
        """Return where words first stand in the text, from an offset on."""
        offset = self.article.text.index(words, start)
        return Span(offset, offset + len(words))

    def party(self, words: str, entity: str | None = None, *, label: str | None = None, **more: Any) -> Party:
        return Party(self.span(words), label or words, entity, **more)

    def name(self, words: str, kind: NameKind = NameKind.PERSON, entity: str | None = None) -> Name:
        return Name(self.span(words), kind, words, entity)

    def when(self, words: str, earliest: str | None, latest: str | None = None) -> When:
        first = dt.date.fromisoformat(earliest) if earliest else None
        last = dt.date.fromisoformat(latest) if latest else first
        return When(first, last, self.span(words), Because("written"))

    def place(self, words: str) -> Place:
        return Place(self.span(words), words)

    def contact(self, cue: str, who: tuple[str | Party, ...], when: When | None = None, **more: Any) -> Contact:
        """Return a contact of the parties in words; ``n`` numbers it."""
        parties = [self.party(each) if isinstance(each, str) else each for each in who]
        participants = tuple(Participant(each.span, each.label, each.entity, each.side) for each in parties)
        values = {
            "id": f"c{more.pop('n', 1)}",
            "kind": ContactKind.CALL,
            "status": ContactStatus.HELD,
            "sure": True,
            "rule": "test",
            "evidence": (self.span(cue),),
        }
        return Contact(**values | {"participants": participants, "when": when} | more)

    def statement(self, cue: str, who: str | Party, content: str, **more: Any) -> Statement:
        values = {
            "id": f"s{more.pop('n', 1)}",
            "manner": Manner.INDIRECT,
            "act": Act.DESCRIBE,
            "sure": True,
            "rule": "test",
            "evidence": (self.span(cue),),
        }
        speakers = (self.party(who) if isinstance(who, str) else who,)
        return Statement(
            **values | {"speakers": speakers, "cue": self.span(cue), "content": (self.span(content),)} | more
        )

    def pledge(self, what: str, who: str | Party, due: When | None = None, **more: Any) -> Pledge:
        values = {
            "id": f"p{more.pop('n', 1)}",
            "kind": PledgeKind.SCHEDULE,
            "sure": True,
            "rule": "test",
            "evidence": (self.span(what),),
        }
        parties = (self.party(who) if isinstance(who, str) else who,)
        return Pledge(**values | {"who": parties, "what": self.span(what), "due": due} | more)

    def position(self, cue: str, status: MeasureStatus, *by: str, when: When | None = None, **more: Any) -> Position:
        """Return a position on a measure, of parties in words."""
        parties = tuple(self.party(each) for each in by)
        return Position(status=status, by=parties, when=when, evidence=(self.span(cue),), **more)

    def measure(self, words: str, *statuses: Position, **more: Any) -> Measure:
        values = {"id": f"m{more.pop('n', 1)}", "kind": MeasureKind.CEASEFIRE, "sure": True, "rule": "test"}
        return Measure(**values | {"statuses": statuses, "evidence": (self.span(words),)} | more)

    def incident(self, cue: str, actor: str | None, target: str | None, when: When | None, **more: Any) -> Incident:
        """Return an incident between parties in words."""
        values = {"id": f"i{more.pop('n', 1)}", "kind": IncidentKind.SHELLING, "sure": True, "rule": "test"}
        parties = {"actor": actor and self.party(actor), "target": target and self.party(target)}
        return Incident(**values | parties | {"when": when, "evidence": (self.span(cue),)} | more)

    def reading(self, **records: Any) -> Reading:
        return make_reading(self.article, **records)


def call_in_two_outlets() -> tuple[Reading, Reading]:
    """Return two outlets' readings of one call of 4 July 2017, its people spelled apart."""
    one = Writer("طهران - تحادث شمخاني هاتفيا مع نيكولاي باتروشيف صباح الثلاثاء.", source="وكالة أ", day="2017-07-05")
    two = Writer("اتصل نيكولاي باتروشف أمس بعلي شمخاني وبحثا الأزمة.", source="صحيفة ب", day="2017-07-05")
    first = one.contact("تحادث", ("شمخاني", "نيكولاي باتروشيف"), one.when("صباح الثلاثاء", "2017-07-04"))
    second = two.contact("اتصل", ("نيكولاي باتروشف", "علي شمخاني"), two.when("أمس", "2017-07-04"))
    names = tuple(one.name(each) for each in ("شمخاني", "نيكولاي باتروشيف"))
    more = tuple(two.name(each) for each in ("نيكولاي باتروشف", "علي شمخاني"))
    return one.reading(contacts=(first,), names=names), two.reading(contacts=(second,), names=more)


def meeting(
    source: str, who: tuple[str, ...], day: str, *, published: str = "2021-12-22", last: str | None = None, **more: Any
) -> Reading:
    """Return an outlet's reading of one contact of people, told in a sentence of its own."""
    agency = more.pop("agency", None)
    place = more.pop("place", None)
    text = f"لقاء في {place or 'مكان'} بين {' و '.join(who)} ذلك اليوم حسب {agency or source}."
    write = Writer(text, source=source, day=published)
    values = {"kind": ContactKind.MEETING} | more
    if place:
        values["place"] = write.place(place)
    contact = write.contact("لقاء", who, write.when("ذلك اليوم", day, last), **values)
    credit = (write.party(agency),) if agency else ()
    return write.reading(contacts=(contact,), names=tuple(write.name(each) for each in who), credits=credit)
