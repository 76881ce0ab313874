"""A table whose every row leads to its words: what pledges, positions and counts are printed as, in any format."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from hudna.export.page import render
from hudna.export.plain import csv_row
from hudna.export.words import Words
from hudna.model import Field, Member, Reading

_WEB = frozenset({"http", "https"})


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of one telling with its outlet and day; ``side`` says in words what they are brought forward for."""

    side: str
    outlet: str
    published: str
    url: str | None
    text: str
    key: str


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row: an id, a cell for each column, and the words it rests on."""

    id: str
    cells: tuple[str, ...]
    quotes: tuple[Quote, ...] = ()
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table in the words of one language; ``notes`` stand beside it and say how it is to be read.

    The first ``labels`` columns are the interface's words, the others the articles'.
    """

    title: str
    notes: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    labels: int


def quote(member: Member, reading: Reading, words: Words, side: str = "") -> Quote:
    """Return the words of a telling, as one line."""
    article = reading.article
    published = article.published
    dated = published.earliest is not None or published.latest is not None
    told = [" ".join(each.text.split()) for each in member.evidence]
    in_title = all(each.span.field is Field.TITLE for each in member.evidence)
    title_only = f" ({words('page', 'title_only')})" if in_title else ""
    return Quote(
        side=side,
        outlet=member.outlet or words("page", "unknown_outlet"),
        published=words.days(published.earliest, published.latest) if dated else words("page", "undated"),
        url=article.url if article.url and urlsplit(article.url).scheme in _WEB else None,
        text=" … ".join(dict.fromkeys(told)) + title_only,
        key=member.key,
    )


def sheet_page(sheet: Sheet, words: Words) -> Iterator[str]:
    """Yield the sheet as one self-contained web page: styles inside, no script, nothing fetched from elsewhere."""
    yield render("sheet.html", words, sheet=sheet)


def sheet_csv(sheet: Sheet, words: Words) -> Iterator[str]:
    """Yield the lines of the sheet as CSV, the words in the last column; no cell can be run as a formula."""
    yield csv_row((words("column", "id"), *sheet.columns, words("column", "evidence")))
    for row in sheet.rows:
        yield csv_row((row.id, *row.cells, " | ".join(each.text for each in row.quotes)))
