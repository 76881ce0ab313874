"""A report from a selection: what happened, in words, to be read, printed or taken away in a format."""

from collections.abc import Iterator
from typing import Annotated, Final

from fastapi import APIRouter, Query
from starlette.responses import Response, StreamingResponse

from hudna import desk
from hudna.export.words import Language
from hudna.model import InputError, RecordType
from hudna.web.asking import Asked
from hudna.web.filters import Filtered
from hudna.web.taken import BRIEFS, FORMS, file_name, media_type
from hudna.web.views.timeline import choices, shown

router = APIRouter()
_SHOWN: Final = 60
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
    total = sum(of_type.values())
    counts = [(record, of_type.get(record, 0)) for record in _ORDER]
    return ask.page(
        "report.html",
        groups=[each for each in groups if each[1]],
        counts=[each for each in counts if each[1]],
        total=total,
        articles=ask.board.standing.count_articles(lines.asking),
        left=total - len(rows),
        filters=filters,
        choices=choices(ask.board),
        path="report",
    )


@router.get("/report/file")
def report_file(
    ask: Asked, filters: Filtered, form: Annotated[str, Query(alias="format", max_length=20)] = "html"
) -> Response:
    """Return a selection in a format, or the briefing on it, to be saved."""
    if form not in FORMS:
        raise InputError(f"no format {form}; there are {', '.join(FORMS)}")
    store, selection, record = ask.open.store, filters.selection, ask.board.record
    if form in BRIEFS:
        lines = desk.brief(
            store,
            BRIEFS[form],
            selection=selection,
            everything=not selection.only_sure,
            language=ask.language,
            record=record,
        )
    else:
        lines = desk.export(store, form, selection=selection, language=ask.language, record=record)
    return saved(lines, form, ask.language)


def saved(lines: Iterator[str], form: str, language: Language) -> Response:
    """Return lines as a file that the browser saves."""
    answer = StreamingResponse(_ended(lines), media_type=media_type(form))
    answer.headers["Content-Disposition"] = f'attachment; filename="{file_name(form, language)}"'
    return answer


def _ended(lines: Iterator[str]) -> Iterator[bytes]:
    for line in lines:
        yield f"{line}\n".encode("utf-8", "backslashreplace")
