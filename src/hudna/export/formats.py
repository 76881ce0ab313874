"""The formats a chronology is written in; a new one is a module and a row here."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from hudna.export.annotations import export_annotations
from hudna.export.calendar import export_calendar
from hudna.export.chronology import ReadingOf, describe
from hudna.export.geojson import export_geojson
from hudna.export.page import export_page
from hudna.export.plain import export_csv, export_markdown
from hudna.export.record import export_json, export_jsonl
from hudna.export.words import Words
from hudna.model import InputError
from hudna.record import Line

Export = Callable[[Sequence[Line], ReadingOf, Words], Iterator[str]]


def export_chronology(form: str, lines: Sequence[Line], reading_of: ReadingOf, words: Words) -> Iterator[str]:
    """Yield the text lines of a chronology in a format of ``FORMATS``.

    Raises:
        InputError: there is no such format.
    """
    if form not in FORMATS:
        raise InputError(f"no format {form}; there are {', '.join(FORMATS)}")
    return FORMATS[form](lines, reading_of, words)


def _page(lines: Sequence[Line], reading_of: ReadingOf, words: Words) -> Iterator[str]:
    yield export_page(tuple(describe(lines, reading_of, words)), words)


FORMATS: Final[Mapping[str, Export]] = {
    "annotations": lambda lines, reading_of, _: export_annotations(lines, reading_of),
    "csv": lambda lines, reading_of, words: export_csv(tuple(describe(lines, reading_of, words)), words),
    "geojson": lambda lines, reading_of, _: export_geojson(lines, reading_of),
    "html": _page,
    "ics": export_calendar,
    "json": lambda lines, _, __: export_json(line.event for line in lines),
    "jsonl": lambda lines, _, __: export_jsonl(line.event for line in lines),
    "md": lambda lines, reading_of, words: export_markdown(tuple(describe(lines, reading_of, words)), words),
}
