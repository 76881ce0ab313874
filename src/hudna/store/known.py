"""Tellings as they were last summarised, with who is who and with what was misread set right; a few at a time."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, bindparam, select, update

from hudna.model import Decision, DecisionKind, Member, RecordType
from hudna.record.attach import Attached, attach
from hudna.record.corrections import read_rightly
from hudna.record.entities import Entities
from hudna.record.kept import from_kept, outline_of
from hudna.record.members import resolved
from hudna.record.sketch import Sketch, read_sketch
from hudna.record.utterances import Utterance
from hudna.record.values import names_in
from hudna.store.among import among
from hudna.store.summaries import chunks
from hudna.store.tables import articles, members, tellings

_REMEMBERED: Final = 12_000
_OF_AN_ARTICLE: Final = "/"


class Telling:
    """A telling, by its number and that of its article; in outline until its words are asked for."""

    def __init__(self, row: Any, known: "Known") -> None:
        number, article, record, kind, line, digest, source, its_id = row
        self.number: int = number
        self.article: int = article
        self.type = _TYPES[kind]
        self.key = f"{digest}{_OF_AN_ARTICLE}{record}"
        self.outlet = (source or its_id, bool(source))
        self.is_misread = known.is_misread(self.key)
        self.blocks: frozenset[int] | None = None  # in which it is compared, as soon as that was worked out
        self._line: str = line
        self._home: str = digest
        self._known = known

    @cached_property
    def sketch(self) -> Sketch:
        """What the telling is placed and listed by, as it was read."""
        return read_sketch(self._line)

    @property
    def parties(self) -> list[str]:
        """Who takes part, as it was read: their ids, in any order."""
        return sorted({self._known.entities.ids[key] for key in self.sketch.actors})

    @cached_property
    def outline(self) -> Member:
        """The telling without the words it rests on, unless it was set right."""
        return self.member if self.is_misread else self._known.resolve(outline_of(self.type, self._line, self._home))

    @cached_property
    def member(self) -> Member:
        """The whole telling."""
        return self._known.resolve(from_kept(Member, self._line, self._home))

    @cached_property
    def utterance(self) -> Utterance:
        """A statement as content words."""
        return Utterance(self.member) if self.is_misread else Utterance(self.outline, self.sketch.words)


class Known:
    """The tellings of a store by their numbers."""

    def __init__(self, connection: Connection, entities: Entities) -> None:
        self.entities = entities
        self._connection = connection
        self._misread: Mapping[str, list[Attached]] = {}
        self._found: dict[int, Telling] = {}

    def set_right(self, attached: Iterable[Attached]) -> None:
        """Take decisions on what was misread into account from here on."""
        misread: dict[str, list[Attached]] = defaultdict(list)
        for each in attached:
            if each.decision.kind is DecisionKind.MISREADING:
                for key in each.left:
                    misread[key].append(each)
        self._misread = misread
        self._found.clear()

    def tellings(self, numbers: Iterable[int]) -> list[Telling]:
        """Return tellings in the order of the numbers given."""
        numbers = list(numbers)
        wanted = [number for number in numbers if number not in self._found]
        if len(self._found) + len(wanted) > _REMEMBERED:
            kept = dict(islice(self._found.items(), len(self._found) // 2, None))  # what came in last
            self._found = kept | {number: self._found[number] for number in numbers if number in self._found}
        for some in chunks(wanted):
            self._load(among(tellings.c.number, some))
        return [self._found[number] for number in numbers]

    def statements(self, wanted: Collection[int]) -> dict[int, list[Telling]]:
        """Return the statements of articles, by the articles' numbers."""
        found: dict[int, list[int]] = {article: [] for article in wanted}
        for some in chunks(wanted):
            query = select(tellings.c.article, tellings.c.number).where(
                among(tellings.c.article, some), tellings.c.type == RecordType.STATEMENT.value
            )
            for article, number in self._connection.execute(query).all():
                found[article].append(number)
        self.tellings(number for numbers in found.values() for number in numbers)
        return {article: self.tellings(numbers) for article, numbers in found.items()}

    def is_misread(self, key: str) -> bool:
        """Return whether somebody set a telling right."""
        return key in self._misread

    def resolve(self, member: Member) -> Member:
        """Return a telling as it was kept with who is who, and set right."""
        member = resolved(member, self.entities)
        misread = self._misread.get(member.key)
        return read_rightly({member.key: member}, misread, self.entities.ids)[member.key] if misread else member

    def _load(self, wanted: ColumnElement[bool]) -> None:
        columns = tellings.c.number, tellings.c.article, tellings.c.record, tellings.c.type, members.c.value
        query = select(*columns, articles.c.digest, articles.c.source, articles.c.id).where(wanted)
        query = query.join(members, members.c.telling == tellings.c.number)
        query = query.join(articles, articles.c.number == tellings.c.article)
        for row in self._connection.execute(query).all():
            self._found[row[0]] = Telling(row, self)


_TYPES: Final = {each.value: each for each in RecordType}


@dataclass(frozen=True, slots=True)
class Bound:
    """The decisions on tellings that stand, and the numbers of the tellings they are on, by key."""

    attached: tuple[Attached, ...]
    numbers: Mapping[str, int]


def bind(connection: Connection, decisions: Iterable[Decision]) -> Bound:
    """Return decisions with the tellings that they are on now."""
    decisions = [each for each in decisions if each.withdrawn_at is None]
    wanted = {anchor.article for each in decisions for anchor in each.anchors}
    for each in decisions:
        wanted |= {key.partition(_OF_AN_ARTICLE)[0] for key in (each.left, each.right) if _OF_AN_ARTICLE in key}
    found: dict[RecordType, dict[str, Member]] = {record: {} for record in RecordType}
    numbers: dict[str, int] = {}
    for some in chunks(sorted(wanted)):
        query = (
            select(tellings.c.number, tellings.c.type, members.c.value, articles.c.digest)
            .join(members, members.c.telling == tellings.c.number)
            .join(articles, articles.c.number == tellings.c.article)
            .where(among(articles.c.digest, some))
        )
        for row in connection.execute(query):
            member = from_kept(Member, row.value, row.digest)
            found[RecordType(row.type)][member.key] = member
            numbers[member.key] = row.number
    return Bound(tuple(attach(decisions, found)), numbers)


def bind_anew(connection: Connection, bound: Bound, *, renamed: bool) -> set[int]:
    """Write which decisions each telling is under, and return the tellings for which that is not as before.

    ``renamed`` says that somebody goes by another id than before: then those whose parties were decided on are too.
    """
    marks: dict[int, list[str]] = defaultdict(list)
    named: set[int] = set()
    for each in bound.attached:
        keys = dict.fromkeys((*each.left, *each.right))
        for key in keys:
            # A decision on an event goes with the first of its tellings.
            marks[bound.numbers[key]].append(f"{each.decision.number}{'*' if key in each.left[:1] else ''}")
        if renamed and names_in(each.decision):
            named |= {bound.numbers[key] for key in keys}
    now = {number: " ".join(found) for number, found in marks.items()}
    query = select(tellings.c.number, tellings.c.decided).where(tellings.c.decided.is_not(None))
    before = {row.number: row.decided for row in connection.execute(query)}
    changed = {number for number in now.keys() | before.keys() if now.get(number) != before.get(number)}
    if changed:
        change = update(tellings).where(tellings.c.number == bindparam("telling")).values({"decided": bindparam("now")})
        connection.execute(change, [{"telling": number, "now": now.get(number)} for number in sorted(changed)])
    return changed | named
