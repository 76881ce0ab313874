"""A briefing: what a stretch of days holds, each line with notes to outlet, date and words."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from hudna.export.chronology import ReadingOf
from hudna.export.page import render
from hudna.export.plain import escape_markdown
from hudna.export.sentences import Sentences
from hudna.export.sheet import Quote, quote
from hudna.export.words import Language, Words
from hudna.model import Event, Judgement, Member, Reading, RecordType
from hudna.record import Line
from hudna.record.outcomes import Outcome

_SECTIONS: Final = {
    RecordType.CONTACT: "contacts",
    RecordType.MEASURE: "measures",
    RecordType.INCIDENT: "incidents",
    RecordType.CONDUCT: "conduct",
    RecordType.PLEDGE: "pledges",
    RecordType.STATEMENT: "statements",
}
_MOST_NOTES: Final = 4  # to one line; of several outlets each is named before one is named twice


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a briefing with what it is marked as, and the numbers of its notes."""

    text: str
    marks: tuple[str, ...]
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The lines of one type; ``more`` says how many others there are, "" where none."""

    heading: str
    items: tuple[Item, ...]
    more: str


@dataclass(frozen=True, slots=True)
class Brief:
    """A briefing in one language; ``notes`` are numbered from 1, ``translation`` heads the place for a person's own."""

    title: str
    days: str
    reading: str
    sections: tuple[Section, ...]
    notes: tuple[Quote, ...]
    translation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What goes into a briefing: its days, the events of them by day, what became of pledges due in them."""

    first: dt.date | None
    last: dt.date | None
    lines: Sequence[Line]
    outcomes: Sequence[Outcome]
    everything: bool
    most: int


def make_brief(contents: Contents, reading_of: ReadingOf, words: Words) -> Brief:
    """Return the briefing in words; where a section has more than ``most`` lines, those of most origins are kept."""
    writer = _Writer(Sentences(reading_of, words), reading_of, words)
    sections = []
    for type_, name in _SECTIONS.items():
        if type_ is RecordType.PLEDGE:
            found = [writer.outcome(each) for each in contents.outcomes[: contents.most]]
            count = len(contents.outcomes)
        else:
            lines = [line for line in contents.lines if line.event.type is type_]
            found, count = [writer.line(line) for line in _foremost(lines, contents.most)], len(lines)
        more = words("brief", "more", count=count - len(found)) if count > len(found) else ""
        if found:
            sections.append(Section(words("brief", name), tuple(found), more))
    return Brief(
        title=words("brief", "title"),
        days=words.days(contents.first, contents.last) if contents.first or contents.last else "",
        reading=words("brief", "everything" if contents.everything else "reviewed"),
        sections=tuple(sections),
        notes=tuple(writer.notes),
        translation=words("brief", "translation") if words.code == Language.EN else "",
    )


def _foremost(lines: Sequence[Line], most: int) -> list[Line]:
    """Return the lines of the most origins, in their own order."""
    chosen = sorted(lines, key=lambda line: (-len(line.event.origins), line.event.id))[:most]
    kept = {line.event.id for line in chosen}
    return [line for line in lines if line.event.id in kept]


class _Writer:
    """Writes the lines, and collects their notes."""

    def __init__(self, sentences: Sentences, reading_of: ReadingOf, words: Words) -> None:
        self._sentences = sentences
        self._reading_of = reading_of
        self._words = words
        self.notes: list[Quote] = []

    def line(self, line: Line) -> Item:
        return Item(self._sentences.of(line), self._marks(line.event), self._notes(line.event.members))

    def outcome(self, outcome: Outcome) -> Item:
        is_sure = outcome.commitment.sure and all(member.sure for member in outcome.seen)
        marks = () if is_sure else (self._words("brief", "unreviewed"),)
        told = outcome.commitment.told
        notes = self._notes(told[:2]) + self._notes(outcome.seen[:2])
        return Item(self._sentences.of_outcome(outcome), marks, notes)

    def _marks(self, event: Event) -> tuple[str, ...]:
        """Return what a reader must know of a line: what people found of it, or that nobody looked."""
        if event.verdict in {Judgement.VERIFIED, Judgement.DISPUTED, Judgement.UNVERIFIABLE}:
            return (self._words("brief", str(event.verdict)),)
        return () if event.sure or event.reviewed else (self._words("brief", "unreviewed"),)

    def _notes(self, members: Sequence[Member]) -> tuple[int, ...]:
        """Return the numbers of new notes, the first telling of every outlet before any second."""
        first: dict[str, Member] = {}
        for member in members:
            first.setdefault(member.outlet or member.article_id, member)
        ordered = [*first.values(), *(member for member in members if member not in first.values())]
        numbers = []
        for member in ordered[:_MOST_NOTES]:
            self.notes.append(self._quote(member, self._reading_of(member.article)))
            numbers.append(len(self.notes))
        return tuple(numbers)

    def _quote(self, member: Member, reading: Reading) -> Quote:
        """Return the words of a telling; of a statement or pledge its content too."""
        found = quote(member, reading, self._words)
        what = " ".join(member.what.split())
        if not what or what in found.text:
            return found
        return Quote(found.side, found.outlet, found.published, found.url, f"{found.text}: {what}", found.key)


def brief_markdown(brief: Brief) -> Iterator[str]:
    """Yield the lines of a briefing as Markdown, with footnotes."""
    yield f"# {brief.title}" + (f": {brief.days}" if brief.days else "")
    yield ""
    yield f"*{brief.reading}*"
    for section in brief.sections:
        yield ""
        yield f"## {section.heading}"
        yield ""
        for item in section.items:
            marks = "".join(f" **[{mark}]**" for mark in item.marks)
            notes = "".join(f"[^{number}]" for number in item.notes)
            yield f"- {escape_markdown(item.text)}{marks}{notes}"
        if section.more:
            yield ""
            yield f"*{section.more}*"
    yield ""
    for number, note in enumerate(brief.notes, start=1):
        outlet = escape_markdown(note.outlet)
        source = f"[{outlet}](<{note.url}>)" if note.url else outlet
        blank = f" {brief.translation}: ______" if brief.translation else ""
        yield f"[^{number}]: {source}, {note.published}: «{escape_markdown(note.text)}»{blank}"


def brief_page(brief: Brief, words: Words) -> Iterator[str]:
    """Yield a briefing as one self-contained web page."""
    yield render("brief.html", words, brief=brief)
