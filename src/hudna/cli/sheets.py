"""Sheets for the terminal: the rows, and under each the first words it rests on."""

from typing import TYPE_CHECKING

from rich.console import Group
from rich.text import Text

from hudna.cli.tables import table_with
from hudna.cli.terminal import lines_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rich.console import RenderableType

    from hudna.cli.options import Bidi, Language, SheetFormat
    from hudna.export.sheet import Quote, Sheet, SheetRow
    from hudna.export.words import Words
    from hudna.store import Store

_QUOTES_SHOWN = 2
_WIDEST = 24


def lines_of_sheet(
    store: "Store",
    found: "Sequence[object]",
    sheet_of: "Callable[..., Sheet]",
    form: "SheetFormat",
    language: "Language",
    bidi: "Bidi",
    *,
    to_file: bool,
) -> "Iterator[str]":
    """Return the lines of what a store tells: its records to the letter as ``jsonl``, else the sheet made of them."""
    from hudna import desk
    from hudna.cli.options import SheetFormat
    from hudna.export.record import export_jsonl
    from hudna.export.sheet import sheet_csv, sheet_page
    from hudna.export.words import load_words

    if form is SheetFormat.JSONL:
        return export_jsonl(found)
    words = load_words(language.value)
    sheet = sheet_of(found, desk.reading_of(store), words)
    if form is SheetFormat.TABLE:
        return lines_of(table_of_sheet(sheet, words), bidi, to_file=to_file)
    return sheet_csv(sheet, words) if form is SheetFormat.CSV else sheet_page(sheet, words)


def table_of_sheet(sheet: "Sheet", words: "Words") -> "RenderableType":
    """Return a sheet with its notes; the words of the articles stand in the last column alone."""
    notes = [Text(note, style="dim") for note in (*sheet.notes, words("page", "unreviewed"))]
    if not sheet.rows:
        return Group(Text(words("page", "no_records")), *notes)
    table = table_with((*sheet.columns[: sheet.labels], words("column", "evidence")), widest=_WIDEST)
    for row in sheet.rows:
        table.add_row(*row.cells[: sheet.labels], _told(row, sheet.labels))
    return Group(Text(sheet.title, style="bold"), table, *notes)


def _told(row: "SheetRow", labels: int) -> Text:
    """Return what the articles say: the cells in their words, then the words themselves."""
    text = Text(": ".join(cell for cell in row.cells[labels:] if cell), style="bold")
    for each in _first_of_each_side(row.quotes):
        text.append(f"\n{each.outlet}, {each.published}: {each.text}", style="not bold")
    return text


def _first_of_each_side(quotes: "tuple[Quote, ...]") -> "list[Quote]":
    """Return the first words of each side they are brought forward for, at most so many."""
    return list({each.side: each for each in reversed(quotes)}.values())[::-1][:_QUOTES_SHOWN]
