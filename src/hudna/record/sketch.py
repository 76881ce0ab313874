"""What of a telling is placed and listed, without going through all it says: most tellings are an event by themselves."""

from typing import Final, NamedTuple

from hudna.model import Event, Member, RecordType
from hudna.record.chronology import days_of_line, line_of
from hudna.record.consequence import consequence, consequence_of
from hudna.record.events import marks_of, weeks_of
from hudna.record.fuse import days_alone
from hudna.record.kept import read_values, write_values
from hudna.record.utterances import stretches_of, words_of

_END_OF_SKETCH: Final = "\n"  # which no JSON on one line holds


class Listed(NamedTuple):
    """What lists narrow and order an event by; the days are ISO."""

    kind: str
    status: str | None
    process: str | None
    place: str | None
    earliest: str | None
    latest: str | None
    sure: bool
    weight: int


class Sketch(NamedTuple):
    """What a telling is compared by first, and what lists have of it when it is an event by itself.

    ``first`` to ``last`` are the stretches of days it may share with others (weeks, or those of statements), none where
    the last comes before the first; ``actors`` are the keys of who takes part; ``marks`` are the blocks it is in whoever
    that is; ``words`` are a statement's own (``hudna.record.utterances.words_of``).
    """

    first: int
    last: int
    round: str | None
    actors: tuple[str, ...]
    marks: tuple[tuple[str, ...], ...]
    listed: Listed
    words: str


def sketch_of(record: RecordType, telling: Member) -> Sketch:
    """Return the sketch of a telling with keys for entities."""
    is_statement = record is RecordType.STATEMENT
    stretches = stretches_of(telling) if is_statement else weeks_of(record, telling)
    first, last = (stretches[0], stretches[-1]) if stretches else (0, -1)
    actors = tuple(actor.entity for actor in telling.actors)
    marks = tuple(marks_of(record, telling))
    words = words_of(telling) if is_statement else ""
    return Sketch(first, last, telling.round, actors, marks, _listed_alone(record, telling), words)


def listed_of(event: Event) -> Listed:
    """Return what lists have of an event."""
    line = line_of(event)
    first = None if line.earliest is None else line.earliest.isoformat()
    last = None if line.latest is None else line.latest.isoformat()
    return Listed(event.kind, event.status, event.process, event.place, first, last, event.sure, consequence(event))


def _listed_alone(record: RecordType, telling: Member) -> Listed:
    """Return what lists have of a telling that is an event by itself."""
    earliest, latest, _ = days_of_line(record, *days_alone(telling), telling.published)
    first = None if earliest is None else earliest.isoformat()
    last = None if latest is None else latest.isoformat()
    weight = consequence_of(record, telling.kind, telling.status, tells_numbers=bool(telling.what))
    return Listed(telling.kind, telling.status, telling.process, telling.place, first, last, telling.sure, weight)


def sketched(sketch: Sketch, line: str) -> str:
    """Return the line of a telling with its sketch before it."""
    return f"{write_values(sketch)}{_END_OF_SKETCH}{line}"


def read_sketch(line: str) -> Sketch:
    """Return the sketch that stands before a telling's line."""
    first, last, series_round, actors, marks, listed, words = read_values(line[: line.index(_END_OF_SKETCH)])
    return Sketch(first, last, series_round, tuple(actors), tuple(map(tuple, marks)), Listed(*listed), words)
