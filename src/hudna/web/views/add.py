"""Adding by hand: an article pasted or uploaded, and read at once."""

from typing import Annotated, Final

from fastapi import APIRouter, File, Form, UploadFile
from starlette.responses import Response

from hudna import desk
from hudna.model import Genre
from hudna.web.asking import Ask, Asked

router = APIRouter()
_MOST_CHARACTERS: Final = 2_000_000
Line = Annotated[str, Form(max_length=2000)]


@router.get("/add")
def add(ask: Asked) -> Response:
    """Return the forms."""
    return ask.page("add.html", results=None, genres=Genre)


@router.post("/add")
def add_text(
    ask: Asked,
    text: Annotated[str, Form(max_length=_MOST_CHARACTERS)] = "",
    title: Line = "",
    source: Line = "",
    url: Line = "",
    published: Line = "",
    genre: Annotated[Genre, Form()] = Genre.NEWS,
) -> Response:
    """Read a pasted article and show it."""
    # A browser ends lines with two characters; an article pasted from a page has one.
    plain = text.replace("\r\n", "\n")
    known = {"title": title, "source": source, "url": url, "published": published}
    return _shown(ask, desk.add_text(ask.open.store, plain, **known, genre=genre.value))


@router.post("/upload")
def upload(
    ask: Asked, file: Annotated[UploadFile, File()], source: Line = "", url: Line = "", published: Line = ""
) -> Response:
    """Read an uploaded file and show what came of it."""
    options = desk.Options(source=source or None, url=url or None, published=published or None)
    return _shown(ask, desk.add_file(ask.open.store, file.filename or "file.txt", file.file.read(), options))


def _shown(ask: Ask, results: list[desk.AddedArticle | desk.Refusal]) -> Response:
    """Return the article, where one was read without a word; else what came of each."""
    added = [each for each in results if isinstance(each, desk.AddedArticle)]
    refused = [each for each in results if isinstance(each, desk.Refusal)]
    if len(added) == 1 and not refused:
        return ask.go(f"article/{added[0].article.digest}", added=added[0].added.value)
    status = 200 if added else 422
    return ask.page("add.html", status=status, results=results, added=added, refused=refused, genres=Genre)
