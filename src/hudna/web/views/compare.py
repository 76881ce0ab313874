"""Articles side by side: what they tell together, what each leaves out, and where they can't all be right."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from hudna import desk
from hudna.export.comparison import describe_comparison
from hudna.web.asking import Asked
from hudna.web.views.report import saved

router = APIRouter()


@router.get("/compare")
def compare(ask: Asked, of: Annotated[list[str], Query(min_length=1, max_length=12)]) -> Response:
    """Return the comparison of articles by their digests, or of those that tell an event."""
    comparison = desk.compare_articles(ask.open.store, of, record=ask.board.record, story_of=ask.board.story)
    sheet = describe_comparison(comparison, ask.board.reading_of, ask.voice)
    return ask.page("compare.html", comparison=comparison, sheet=sheet, of=of)


@router.get("/compare/file")
def compare_file(
    ask: Asked,
    of: Annotated[list[str], Query(min_length=1, max_length=12)],
    form: Annotated[str, Query(alias="format", max_length=20)] = "html",
) -> Response:
    """Return the comparison as a file, to be saved."""
    return saved(
        desk.export_comparison(
            ask.open.store,
            of,
            form,
            language=ask.language,
            record=ask.board.record,
            story_of=ask.board.story,
        ),
        form,
        ask.language,
    )
