"""Articles side by side: what they tell together, what each leaves out, and where they can't all be right."""

from typing import Annotated, Final

from fastapi import APIRouter, Query
from starlette.responses import Response

from hudna import desk
from hudna.export.comparison import describe_comparison
from hudna.model import InputError
from hudna.web.asking import Asked
from hudna.web.views.report import saved

router = APIRouter()
_ARTICLES: Final = 4  # of a story or an event; more can be had as a file
_CHOSEN: Final = 6  # of those that the reader chose


@router.get("/compare")
def compare(ask: Asked, of: Annotated[list[str], Query(min_length=1, max_length=12)]) -> Response:
    """Return the comparison of articles by their digests, or of those that tell an event."""
    store, board = ask.open.store, ask.board
    digests = desk.articles_to_compare(store, of, record=board.record, story_of=board.story)
    if len(digests) < 2:
        raise InputError(f"only one article tells {', '.join(of)}")
    few = digests[: _CHOSEN if len(of) > 1 else _ARTICLES]
    comparison = desk.compare_digests(store, few, board.reading_of)
    sheet = describe_comparison(comparison, board.reading_of, ask.voice)
    return ask.page("compare.html", comparison=comparison, sheet=sheet, of=of, left=len(digests) - len(few))


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
