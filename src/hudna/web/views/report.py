"""A report from a selection: what happened, in words, to be read, printed or taken away in a format."""

from collections.abc import Iterator
from typing import Annotated, Final

from fastapi import APIRouter, Query
from starlette.responses import Response, StreamingResponse

from hudna import desk
from hudna.export.formats import FORMATS
from hudna.export.words import Language
from hudna.model import InputError, RecordType
from hudna.web.asking import Asked
from hudna.web.filters import Filtered
from hudna.web.views.timeline import choices, shown

router = APIRouter()
_SHOWN: Final = 120
_TYPES: Final = {
    "csv": "text/csv; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "jsonl": "application/x-ndjson",
    "md": "text/markdown; charset=utf-8",
}
_ORDER: Final = (
    RecordType.MEASURE,
    RecordType.INCIDENT,
    RecordType.CONTACT,
    RecordType.PLEDGE,
    RecordType.STATEMENT,
    RecordType.CONDUCT,
)


@router.get("/report")
def report(ask: Asked, filters: Filtered) -> Response:
    """Return the brief of a selection, by what happened, and the formats it can be taken away in."""
    lines = ask.board.record.chronology(filters.selection)
    rows = shown(ask, lines[:_SHOWN])
    groups = [(record, [each for each in rows if each.line.event.type is record]) for record in _ORDER]
    of_type = ask.board.standing.count_by_type(lines.asking)
    counts = [(record, of_type.get(record, 0)) for record in _ORDER]
    return ask.page(
        "report.html",
        groups=[each for each in groups if each[1]],
        counts=[each for each in counts if each[1]],
        total=len(lines),
        articles=ask.board.standing.count_articles(lines.asking),
        left=len(lines) - len(rows),
        filters=filters,
        choices=choices(ask.board),
        formats=[each for each in _TYPES if each in FORMATS],
        languages=Language,
        path="report",
    )


@router.get("/report/file")
def report_file(
    ask: Asked, filters: Filtered, form: Annotated[str, Query(alias="format", max_length=10)] = "html"
) -> Response:
    """Return a selection in a format, to be saved."""
    if form not in _TYPES or form not in FORMATS:
        raise InputError(f"no format {form}; there are {', '.join(_TYPES)}")
    lines = desk.export(ask.open.store, form, selection=filters.selection, language=ask.language)
    answer = StreamingResponse(_ended(lines), media_type=_TYPES[form])
    answer.headers["Content-Disposition"] = f'attachment; filename="hudna-{ask.language}.{form}"'
    return answer


def _ended(lines: Iterator[str]) -> Iterator[bytes]:
    for line in lines:
        yield f"{line}\n".encode("utf-8", "backslashreplace")
