"""The use cases; the command line and the pages call nothing else."""

import datetime as dt
import gc
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hudna
from hudna.intake import Options, Refusal, find_articles
from hudna.model import Article, Entity, Event, Field, InputError, Match, NameKind, NameMatch, Reading
from hudna.reading import Pipeline
from hudna.reading.parallel import read_in_order
from hudna.record import Entities, Line, Selection, chronology, compare_names, find_entities, find_events
from hudna.record.names import POSSIBLE

if TYPE_CHECKING:
    from hudna.arabic.offices import Term
    from hudna.store import Added, Store

__all__ = [
    "AddedArticle",
    "Bearer",
    "Explanation",
    "Line",
    "Options",
    "Record",
    "Refusal",
    "Selection",
    "add",
    "explain",
    "export",
    "make_record",
    "open_store",
    "pipeline",
    "read",
    "reading_of",
    "show",
    "who",
]

_NO_OPTIONS = Options()
_COLLECT_SELDOM = (50_000, 20, 100)  # a reading is a tree of values without circles; measured a third faster
_EVERYTHING = Selection()
_READINGS_REMEMBERED = 256
AnyPath = str | PathLike[str]


@cache
def pipeline() -> Pipeline:
    """Return the reader of this program, its tables loaded."""
    # The tables live as long as the program: to look through them again and again, while they are loaded and later,
    # costs a quarter of the time.
    collects = gc.isenabled()
    gc.disable()
    try:
        from hudna.arabic.pack import PACK
        from hudna.processes import BACKGROUND, STAGE

        reader = Pipeline(replace(PACK, stages=(*PACK.stages, STAGE)), version=hudna.__version__, background=BACKGROUND)
        reader.read(Article(id="", text=""))  # loads the tables
    finally:
        if collects:
            gc.enable()
    gc.freeze()
    gc.set_threshold(*_COLLECT_SELDOM)
    return reader


def _find(paths: Iterable[AnyPath], options: Options) -> Iterator[Article | Refusal]:
    """Yield what is found under the paths, pages read with the pack's words for dates and agencies."""
    from hudna.arabic.press import agency_names, date_labels

    return find_articles(paths, replace(options, date_labels=date_labels(), agencies=agency_names()))


def read(paths: Iterable[AnyPath], options: Options = _NO_OPTIONS, *, jobs: int = 1) -> Iterator[Reading | Refusal]:
    """Yield a reading for every article found under the paths and a refusal for what is none, in order of input.

    The same articles give the same readings, whatever the number of ``jobs`` (processes). Derivations are left out;
    ``explain`` has them. A refusal that is a warning (``is_warning``) concerns an article that was read all the same.

    Raises:
        HudnaError: a reading process died.
    """
    found = _find(paths, options)
    if jobs > 1:
        return read_in_order(found, read_article, jobs)
    return (each if isinstance(each, Refusal) else read_article(each) for each in found)


def read_article(article: Article) -> Reading:
    """Return the reading of one article, without derivations."""
    return replace(pipeline().read(article), derivations=())


@dataclass(frozen=True, slots=True)
class Explanation:
    """The matches that hold a character of an article, the largest first, with all they were made from."""

    article: Article
    matches: tuple[Match[Any], ...]


def explain(path: AnyPath, offset: int, options: Options = _NO_OPTIONS, *, article: str | None = None) -> Explanation:
    """Return how everything that holds the character at ``offset`` of the text came to be.

    ``article`` is the id of the article meant, where the path holds several; else the first is taken.

    Raises:
        InputError: the path holds no article, none of that id, or none that long.
    """
    refusals = []
    for found in _find([path], options):
        if isinstance(found, Refusal):
            refusals.append(found)
            continue
        if article is not None and found.id != article:
            continue
        if not 0 <= offset < len(found.text):
            raise InputError(f"{path}: offset {offset} lies outside the text of {len(found.text)} characters")
        reading = pipeline().read(found)
        holding = [match for match in reading.derivations if _holds(match, offset)]
        return Explanation(reading.article, tuple(sorted(holding, key=lambda match: match.span.start - match.span.end)))
    meant = "no article" if article is None else f"no article {article}"
    raise InputError(str(refusals[0]) if refusals else f"{path}: {meant}")


def _holds(match: Match[Any], offset: int) -> bool:
    start, end, field = match.span
    return field is Field.TEXT and start <= offset < end


def open_store(path: AnyPath, *, create: bool = False) -> "Store":
    """Return the store in a file, made if it is not there and ``create`` says so; close it, or use it in ``with``.

    Raises:
        StoreError: it is missing, no store, of a newer version, or locked.
    """
    from hudna.store import Store

    return Store(Path(path), create=create)


@dataclass(frozen=True, slots=True)
class AddedArticle:
    """An article and what came of adding it."""

    article: Article
    added: "Added"


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def add(
    store: "Store",
    paths: Iterable[AnyPath],
    options: Options = _NO_OPTIONS,
    *,
    jobs: int = 1,
    now: Callable[[], dt.datetime] = _now,
) -> Iterator[AddedArticle | Refusal]:
    """Read articles into the store, one transaction each, and yield what came of each in order of input.

    What this reader has read before is not read again. Nothing is added but while the iterator is used.

    Raises:
        StoreError: the store can't be written; everything yielded before is in it.
    """
    from hudna.store import Added

    reader = pipeline().reader
    received: dict[str, Article] = {}

    def pending() -> Iterator[Article | Refusal | AddedArticle]:
        for each in _find(paths, options):
            if isinstance(each, Refusal):
                yield each
            elif each.digest in received or store.has(each.digest, reader):
                yield AddedArticle(each, Added.KNOWN)
            else:
                received[each.digest] = each
                yield each

    results: Iterator[Reading | Refusal | AddedArticle]
    if jobs > 1:
        results = read_in_order(pending(), read_article, jobs)
    else:
        results = (read_article(each) if isinstance(each, Article) else each for each in pending())
    for result in results:
        if isinstance(result, Reading):
            article = received.pop(result.article.digest)
            yield AddedArticle(article, store.add(article, result, at=now().isoformat(timespec="seconds")))
        else:
            yield result


@dataclass(frozen=True, slots=True)
class Record:
    """What a store's latest readings and its decisions come to."""

    entities: Entities
    events: tuple[Event, ...]

    def chronology(self, selection: Selection = _EVERYTHING) -> tuple[Line, ...]:
        """Return the selected events by day."""
        return chronology(self.events, selection)


def make_record(store: "Store") -> Record:
    """Return the record of a store."""
    readings = list(store.readings())
    decisions = [decision for _, decision in store.decisions()]
    entities = find_entities(readings, decisions)
    return Record(entities, find_events(readings, decisions, entities))


def reading_of(store: "Store") -> Callable[[str], Reading]:
    """Return what gives the latest reading of an article by its digest; the last few are remembered.

    Raises:
        InputError: by the function, where the article is not in the store.
    """

    @lru_cache(maxsize=_READINGS_REMEMBERED)
    def find_reading(digest: str) -> Reading:
        found = store.reading(digest)
        if found is None:
            raise InputError(f"{store.path}: no article {digest}")
        return found

    return find_reading


def show(store: "Store", key: str) -> Reading | Event | Entity:
    """Return the reading of an article (by its id or the first digits of its digest), an event or an entity by id.

    Raises:
        InputError: nothing goes by that key.
        StoreError: several articles do.
    """
    reading = store.reading(key)
    if reading is not None:
        return reading
    record = make_record(store)
    for event in record.events:
        if event.id == key or any(member.key == key for member in event.members):
            return event
    if key in record.entities.by_id:
        return record.entities.by_id[key]
    raise InputError(f"{store.path}: nothing goes by {key}")


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who goes by a name: an entity of the tables or of a store, with its forms, offices and the articles naming it."""

    entity: str
    kind: str
    label: str
    latin: str
    forms: tuple[str, ...]
    match: NameMatch
    terms: "tuple[Term, ...]"
    articles: tuple[str, ...] = ()


def who(name: str, store: "Store | None" = None) -> list[Bearer]:
    """Return who goes by a name, the likeliest first: of the tables, and of a store where one is given."""
    from hudna.arabic.names.lookup import latin_label, look_up

    found = {each.entity: Bearer(*each) for each in look_up(name)}
    if store is None:
        return list(found.values())
    readings = list(store.readings())
    entities = find_entities(readings, [decision for _, decision in store.decisions()])
    for entity in entities.by_id.values():
        if entity.kind is NameKind.PERSON and entity.id not in found:
            match = max((compare_names(name, form) for form in entity.forms), key=lambda each: each.score)
            if match.score >= POSSIBLE:
                latin = latin_label(entity.id, entity.label)
                found[entity.id] = Bearer(entity.id, entity.kind, entity.label, latin, entity.forms, match, ())
    named: dict[str, list[str]] = {}
    for reading in readings:
        for key in dict.fromkeys(entities.of(each).id for each in reading.names):
            named.setdefault(key, []).append(reading.article.id)
    bearers = [
        replace(each, articles=tuple(named.get(key, ())), forms=_all_forms(each, entities))
        for key, each in found.items()
    ]
    return sorted(bearers, key=lambda each: (not each.articles, -each.match.score, each.entity))


def _all_forms(bearer: Bearer, entities: Entities) -> tuple[str, ...]:
    """Return the forms of the tables, then those that only the articles write."""
    written = entities.by_id[bearer.entity].forms if bearer.entity in entities.by_id else ()
    return tuple(dict.fromkeys((*bearer.forms, *written)))


def export(store: "Store", form: str, *, selection: Selection = _EVERYTHING, language: str = "en") -> Iterator[str]:
    """Yield the text lines of the chronology in one of ``hudna.export.formats.FORMATS``, labels in a language.

    Raises:
        InputError: there is no such format.
    """
    from hudna.export.formats import export_chronology
    from hudna.export.words import load_words

    lines = make_record(store).chronology(selection)
    return export_chronology(form, lines, reading_of(store), load_words(language))
