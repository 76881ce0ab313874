"""Text from articles on its way to a page: cut to size, links that may be followed, words marked by layer."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from hudna.model import Conduct, Contact, Field, Incident, Measure, Pledge, Reading, Span, Statement

Record = Contact | Measure | Incident | Conduct | Pledge | Statement
_WEB: Final = frozenset({"http", "https"})
LAYERS: Final = ("incident", "measure", "contact", "pledge", "conduct", "statement", "date", "name", "problem")
USUAL_LAYERS: Final = ("incident", "measure", "contact", "pledge", "conduct", "statement")
SAID: Final = "said"  # what a statement says, told with the layer of statements; a stretch of other layers hides it


def shortened(text: str | None, length: int = 160) -> str:
    """Return a text on one line, cut at a word."""
    line = " ".join((text or "")[: 4 * length].split())
    if len(line) <= length:
        return line
    cut = line.rfind(" ", length // 2, length)
    return line[: length if cut < 0 else cut] + " …"


def clipped(text: str, length: int = 1500) -> str:
    """Return a text to the letter, without what is beyond measure."""
    return text if len(text) <= length else f"{text[:length]}…"


def harmless_link(url: str | None) -> str | None:
    """Return an address that may stand in a link, None for any that is not of the web."""
    if not url:
        return None
    try:
        return url if urlsplit(url).scheme in _WEB else None
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of characters with the same marks: ``layer`` is the foremost, ``records`` the ids of those it belongs to."""

    start: int
    text: str
    layer: str
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A span that belongs to a record, in a layer."""

    span: Span
    layer: str
    record: str


def marks_of(reading: Reading) -> Iterator[Marked]:
    """Yield everything that can be marked in an article's text and headline."""
    for name in reading.names:
        yield Marked(name.span, "name", "")
    for date in reading.dates:
        yield Marked(date.span, "date", "")
    for problem in reading.problems:
        if problem.span is not None:
            yield Marked(problem.span, "problem", "")
    for statement in reading.statements:
        for span in statement.content:
            yield Marked(span, SAID, statement.id)
    for layer, records in records_by_layer(reading):
        for record in records:
            for span in record.evidence:
                yield Marked(span, layer, record.id)
    for measure in reading.measures:
        for number, position in enumerate(measure.statuses, start=1):
            for span in position.evidence:
                yield Marked(span, "measure", f"{measure.id}.{number}")
    for pledge in reading.pledges:
        yield Marked(pledge.what, "pledge", pledge.id)


def records_by_layer(reading: Reading) -> tuple[tuple[str, tuple[Record, ...]], ...]:
    """Return the records of a reading by the layer they are marked in."""
    return (
        ("contact", reading.contacts),
        ("measure", reading.measures),
        ("incident", reading.incidents),
        ("conduct", reading.conduct),
        ("pledge", reading.pledges),
        ("statement", reading.statements),
    )


def stretches(text: str, field: Field, marks: Iterable[Marked], start: int, end: int) -> list[Stretch]:
    """Return characters ``start`` to ``end`` of a field cut wherever a mark begins or ends."""
    opens: dict[int, list[Marked]] = defaultdict(list)
    closes: dict[int, list[Marked]] = defaultdict(list)
    for mark in marks:
        first, last = max(mark.span.start, start), min(mark.span.end, end)
        if mark.span.field == field and first < last:
            opens[first].append(mark)
            closes[last].append(mark)
    found: list[Stretch] = []
    holding: list[Marked] = []
    place = start
    for border in sorted({*opens, *closes, end}):
        if border > place:
            piece = text[place:border]
            # Space between two records is no link: it would have no name.
            found.append(Stretch(place, piece, "" if piece.isspace() else _foremost(holding), _records(holding)))
        for mark in closes.get(border, ()):
            holding.remove(mark)
        holding += opens.get(border, ())
        place = border
    return found


def chosen(marks: Iterable[Marked], layers: Collection[str]) -> Iterator[Marked]:
    """Yield the marks of the layers that are switched on."""
    for mark in marks:
        if mark.layer in layers or (mark.layer == SAID and "statement" in layers):
            yield mark


def _foremost(marks: Collection[Marked]) -> str:
    layers = {mark.layer for mark in marks}
    return next((layer for layer in (*LAYERS, SAID) if layer in layers), "")


def _records(marks: Iterable[Marked]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mark.record for mark in marks if mark.record))
