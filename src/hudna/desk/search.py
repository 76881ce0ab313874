"""Search over articles and records: whatever the spelling, the form of a word, or the letters it is asked in."""

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hudna.desk.reader import searching
from hudna.model import Article, Field, InputError, Party, Reading, RecordType, Search, Span, Term
from hudna.record.entities import mentions_of
from hudna.record.findable import findables_of, records_of, words_of_record

if TYPE_CHECKING:
    from hudna.store import Found, Store

PAGE: Final = 20
_FILLED_AT_ONCE: Final = 200
_PIECE: Final = re.compile(r'"([^"]*)"|(\S+)')
_MIN_LATIN: Final = 3
_AROUND: Final = 60  # characters beside a record in which a run of words that reaches into it may begin or end


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked: words (in double quotes in this order), and what to keep; None keeps any.

    ``types`` are types of records, and None for articles. ``party`` and ``place`` are names, in any spelling, or ids.
    """

    words: str = ""
    types: Collection[RecordType | None] | None = None
    outlets: Collection[str] | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    party: str | None = None
    place: str | None = None
    only_sure: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """An article, or a record of it, with the words that were asked for: spans of its title and text."""

    article: Article
    record: str | None
    type: RecordType | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The hits asked for, the best first, and how many there are in all."""

    hits: tuple[Hit, ...]
    count: int


@dataclass(frozen=True, slots=True)
class _Wanted:
    """One thing that must be there: keys one behind the other, or any of the marks of a name."""

    keys: tuple[str, ...]
    marks: tuple[str, ...]

    def match(self, columns: str = "") -> str:
        """Return it in the language of FTS5."""
        found = [f"{columns}{_quoted(' '.join(self.keys))}"] if self.keys else []
        found += [f"{columns or '{parties places} : '}{_quoted(mark)}" for mark in self.marks]
        return f"({' OR '.join(found)})"


def search(
    store: "Store",
    question: Question,
    *,
    limit: int = PAGE,
    offset: int = 0,
) -> Answer:
    """Return what answers a question.

    Raises:
        InputError: the question's words hold neither a word nor a number.
    """
    from hudna.store import Sought

    language = searching()
    if store.is_writable:
        fill_search(store)
    wanted = _wanted(question.words, language)
    if question.words.strip() and not wanted:
        raise InputError(f"nothing to look for in {question.words}")
    matches = [each.match() for each in wanted]
    for name, columns in ((question.party, "parties : "), (question.place, "places : ")):
        if name:
            matches.append(_named(name, columns, language))
    sought = Sought(
        match=" AND ".join(matches),
        types=question.types,
        outlets=question.outlets,
        first=question.first,
        last=question.last,
        only_sure=question.only_sure,
    )
    found = store.search(sought, limit=limit, offset=offset)
    readings = store.readings_of(each.article for each in found)
    hits = tuple(_hit(each, readings[each.article], wanted, language) for each in found)
    return Answer(hits, store.count_found(sought))


def fill_search(store: "Store") -> None:
    """Make findable what was added without it: by an earlier version, or from another record."""
    while digests := store.unfindable(_FILLED_AT_ONCE):
        for digest in digests:
            reading = store.reading(digest)
            if reading is not None:
                store.make_findable(digest, findables_of(reading, searching()))


def _wanted(words: str, language: Search) -> list[_Wanted]:
    """Return what a question's words ask for: phrases in quotes, names, and single words."""
    found: list[_Wanted] = []
    loose: list[str] = []
    for phrase, word in _PIECE.findall(words):
        if word:
            loose.append(word)
            continue
        keys = tuple(term.key for term in language.find_terms(phrase))
        found += [_Wanted(keys, ())] if keys else []
    place = 0
    for start, end, marks in (*language.find_names(loose), (len(loose), len(loose), ())):
        found += _plain(loose[place:start], language)
        if marks:
            keys = tuple(term.key for word in loose[start:end] for term in language.find_terms(word))
            found.append(_Wanted(keys, marks))
        place = end
    return found


def _plain(words: Iterable[str], language: Search) -> Iterator[_Wanted]:
    for word in words:
        if word.isascii() and word.isalpha() and len(word) < _MIN_LATIN:
            continue  # of a name in Latin letters: de, al
        keys = tuple(term.key for term in language.find_terms(word))
        if keys:
            yield _Wanted(keys, ())


def _named(name: str, columns: str, language: Search) -> str:
    if ":" in name:
        return f"{columns}{_quoted(name)}"
    wanted = _wanted(name, language)
    if not wanted:
        raise InputError(f"nothing to look for in {name}")
    return f"({' AND '.join(each.match(columns) for each in wanted)})"


def _quoted(words: str) -> str:
    return '"' + words.replace('"', " ") + '"'


def _hit(found: "Found", reading: Reading, wanted: list[_Wanted], language: Search) -> Hit:
    if found.record is None:
        spans = sorted(_hits_in(reading, wanted, language, (Field.TITLE, Field.TEXT)))
    else:
        record = next(each for _, each in records_of(reading) if each.id == found.record)
        inside = words_of_record(record)
        spans = sorted(_hits_in(reading, wanted, language, inside))
        spans = [span for span in spans if any(each.overlaps(span) for each in inside)] or inside
    return Hit(reading.article, found.record, found.type, tuple(spans))


def _hits_in(reading: Reading, wanted: list[_Wanted], language: Search, where: Iterable[Field | Span]) -> set[Span]:
    """Return the words of an article that answer: keys in their order, in fields or around spans, and names by their marks."""
    spans: set[Span] = set()
    for place in where:
        field = place if isinstance(place, Field) else place.field
        text = reading.article.field(field)
        start, end = (0, len(text)) if isinstance(place, Field) else _around(text, place)
        terms = [Term(each.start + start, each.end + start, each.key) for each in language.find_terms(text[start:end])]
        for each in wanted:
            spans.update(_runs(terms, each.keys, field))
    marks = {mark for each in wanted for mark in each.marks}
    if marks:
        for mention in mentions_of(reading):
            named = {mention.entity, *language.marks_of_name(mention.label)}
            if not marks.isdisjoint(named) and not (isinstance(mention, Party) and mention.implied):
                spans.add(mention.span)
    return spans


def _around(text: str, span: Span) -> tuple[int, int]:
    """Return where a passage with some words before and behind it starts and ends, at the borders of words."""
    start, end = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _runs(terms: list[Term], keys: tuple[str, ...], field: Field) -> Iterator[Span]:
    size = len(keys)
    for place, term in enumerate(terms):
        if keys and term.key == keys[0] and tuple(each.key for each in terms[place : place + size]) == keys:
            yield Span(term.start, terms[place + size - 1].end, field)
