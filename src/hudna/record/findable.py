"""What can be found of a reading: the article and each of its records, in words, parties and places."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Any, Final

from hudna.model import (
    Article,
    Conduct,
    Contact,
    Field,
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
from hudna.record.inside import values_in

Record = Contact | Measure | Incident | Conduct | Pledge | Statement
_NAMES_REMEMBERED: Final = 50_000
_START_OF_TERM: Final = attrgetter("start")
_END_OF_TERM: Final = attrgetter("end")


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
    known = _Marks(article, search)
    found = [
        Findable(
            article=article.digest,
            record=None,
            type=None,
            outlet=article.source,
            earliest=article.published.earliest,
            latest=article.published.latest,
            sure=True,
            title=known.keys_of(Field.TITLE),
            words=known.keys_of(Field.TEXT),
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
    return sorted({span for span in values_in(record, Span) if span.end > span.start})


class _Marks:
    """Keys and marks of one article's words."""

    def __init__(self, article: Article, search: Search) -> None:
        self._article = article
        self._search = search
        self._terms = {field: list(search.find_terms(article.field(field))) for field in Field}

    def keys_of(self, field: Field) -> str:
        """Return the keys of a field."""
        return " ".join([term.key for term in self._terms[field]])

    def keys_in(self, spans: Iterable[Span]) -> str:
        """Return the keys of the words in spans."""
        return " ".join([key for span in spans for key in self._keys_in(span)])

    def parties(self, mentions: Iterable[Party | Participant | Name | Place]) -> str:
        """Return the marks and keys of names, each name once."""
        found: dict[str, None] = {}
        for label, entity in dict.fromkeys([(each.label, each.entity) for each in mentions]):
            if entity:
                found[entity] = None
            found |= _marks_of(self._search, label)
        return " ".join(found)

    def _keys_in(self, span: Span) -> list[str]:
        terms = self._terms[span.field]
        first = bisect_right(terms, span.start, key=_END_OF_TERM)
        last = bisect_left(terms, span.end, lo=first, key=_START_OF_TERM)
        if first < last and (terms[first].start < span.start or terms[last - 1].end > span.end):
            return [term.key for term in self._search.find_terms(self._article.words(span))]  # it cuts a word
        return [term.key for term in terms[first:last]]


@lru_cache(_NAMES_REMEMBERED)
def _marks_of(search: Search, label: str) -> dict[str, None]:
    """Return the marks and keys of a name in their order."""
    keys = " ".join([term.key for term in search.find_terms(label)])
    return dict.fromkeys((*search.marks_of_name(label), keys))


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
        words=marks.keys_in(words_of_record(each)),
        parties=marks.parties([*values_in(each, Party), *values_in(each, Participant)]),
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
