"""What can be found of a reading: the article and each of its records, in words, parties and places."""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from hudna.model import (
    Conduct,
    Contact,
    Incident,
    Measure,
    Name,
    NameKind,
    Participant,
    Party,
    Place,
    Pledge,
    Reading,
    RecordType,
    Search,
    Span,
    Statement,
)
from hudna.record.entities import mentions_of

Record = Contact | Measure | Incident | Conduct | Pledge | Statement
_NOT_SEARCHED: Final = frozenset({"cue"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Findable:
    """An article, or one of its records, as keys and marks with spaces between; ``type`` is None for an article.

    The days are those of publication for an article and for a record without days of its own.
    """

    article: str
    record: str | None
    type: RecordType | None
    outlet: str | None
    earliest: dt.date | None
    latest: dt.date | None
    sure: bool
    title: str
    words: str
    parties: str
    places: str


def findables_of(reading: Reading, search: Search) -> list[Findable]:
    """Return what can be found of a reading, the article first."""
    article = reading.article
    mentions = mentions_of(reading)
    known = _Marks(search)
    found = [
        Findable(
            article=article.digest,
            record=None,
            type=None,
            outlet=article.source,
            earliest=article.published.earliest,
            latest=article.published.latest,
            sure=True,
            title=known.keys(article.title or ""),
            words=known.keys(article.text),
            parties=known.parties(mentions),
            places=known.parties(each for each in mentions if isinstance(each, Name) and each.kind is NameKind.PLACE),
        )
    ]
    found += (_record(reading, record, each, known) for record, each in records_of(reading))
    return found


def records_of(reading: Reading) -> Iterator[tuple[RecordType, Record]]:
    """Yield the records of a reading by type."""
    lists: tuple[tuple[RecordType, Iterable[Record]], ...] = (
        (RecordType.CONTACT, reading.contacts),
        (RecordType.MEASURE, reading.measures),
        (RecordType.INCIDENT, reading.incidents),
        (RecordType.CONDUCT, reading.conduct),
        (RecordType.PLEDGE, reading.pledges),
        (RecordType.STATEMENT, reading.statements),
    )
    for record, each in lists:
        for one in each:
            yield record, one


def words_of_record(record: Record) -> list[Span]:
    """Return the spans whose words belong to a record, in the order of the text."""
    return sorted({span for span in _spans(record) if span.end > span.start})


class _Marks:
    """Keys and marks of one reading's words."""

    def __init__(self, search: Search) -> None:
        self._search = search

    def keys(self, text: str) -> str:
        """Return the keys of a text."""
        return " ".join([term.key for term in self._search.find_terms(text)])

    def parties(self, mentions: Iterable[Party | Participant | Name | Place]) -> str:
        """Return the marks and keys of names, each name once."""
        found: dict[str, None] = {}
        for label, entity in dict.fromkeys((each.label, each.entity) for each in mentions):
            if entity:
                found[entity] = None
            found |= dict.fromkeys(self._search.marks_of_name(label))
            found[self.keys(label)] = None
        return " ".join(found)


def _record(reading: Reading, record: RecordType, each: Record, marks: _Marks) -> Findable:
    article = reading.article
    when = _when(each)
    days = (when.earliest, when.latest) if when is not None else (None, None)
    if days == (None, None):
        days = article.published.earliest, article.published.latest
    place = getattr(each, "place", None)
    return Findable(
        article=article.digest,
        record=each.id,
        type=record,
        outlet=article.source,
        earliest=days[0],
        latest=days[1],
        sure=each.sure,
        title="",
        words=marks.keys("\n".join(article.words(span) for span in words_of_record(each))),
        parties=marks.parties(_values(each, Party) + _values(each, Participant)),
        places=marks.parties([place] if place else []),
    )


def _when(record: Record) -> Any:
    for field in ("when", "due", "since"):
        found = getattr(record, field, None)
        if found is not None:
            return found
    if isinstance(record, Measure):
        return next((each.when for each in record.statuses if each.when is not None), None)
    return None


def _spans(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _spans(each)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in _fields(type(value)):
            yield from _spans(getattr(value, field))


def _values(value: Any, kind: type) -> list[Any]:
    """Return all values of a class inside a record, in the order of its fields."""
    if isinstance(value, kind):
        return [value]
    if isinstance(value, tuple) and not isinstance(value, Span):
        return [each for one in value for each in _values(one, kind)]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return [each for field in _fields(type(value)) for each in _values(getattr(value, field), kind)]
    return []


@cache
def _fields(cls: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(cls) if field.name not in _NOT_SEARCHED)
