"""A chronology as CSV and as Markdown."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import Final

from hudna.export.chronology import Account, Row
from hudna.export.passages import Passage
from hudna.export.words import Words

# A spreadsheet runs a cell that begins so as a formula.
_FORMULA: Final = re.compile(r"^[=+\-@\t\r]")
_MARKDOWN: Final = re.compile(r"([\\`*_\[\]<>|#])")


def export_csv(rows: Sequence[Row], words: Words) -> Iterator[str]:
    """Yield the lines of a CSV table, one row an event, headings in the interface's language."""
    head = ("id", "day", "event", "who", "place", "status", "witnesses", "origins", "because", "evidence", "added_by")
    yield csv_row([words("column", key) for key in head])
    for row in rows:
        days = f"{row.earliest or ''}/{row.latest or ''}" if row.earliest != row.latest else row.earliest or ""
        counts = [str(row.witness_count), str(row.origin_count)]
        evidence = " | ".join(passage.text for account in row.accounts for passage in account.passages)
        cells = [row.id, days, row.kind, row.who, row.place, row.status, *counts, row.because, evidence, row.added_by]
        yield csv_row(cells)


def export_markdown(rows: Sequence[Row], words: Words) -> Iterator[str]:
    """Yield the lines of a Markdown page, the evidence in bold."""
    yield f"# {words('page', 'chronology')}"
    yield ""
    yield f"*{words('page', 'unreviewed')}*"
    if not rows:
        yield f"\n{words('page', 'empty')}"
    for row in rows:
        yield ""
        yield f"## {row.days}: {row.kind}" + (f": {escape_markdown(row.who)}" if row.who else "")
        yield ""
        facts = [row.status, row.outcome, escape_markdown(row.place), row.witnesses, row.origins]
        facts.append(escape_markdown(row.added_by))
        yield " · ".join(fact for fact in facts if fact)
        if row.because:
            yield f"\n{words('page', 'why')}: {escape_markdown(row.because)}"
        for difference in row.differences:
            yield f"\n{words('page', 'also')}: {difference.what}: {escape_markdown(' / '.join(difference.values))}"
        for account in row.accounts:
            yield ""
            yield from _quoted(account)


def _quoted(account: Account) -> Iterator[str]:
    for passage in account.passages:
        yield f"> {_marked(passage)}"
        yield ">"
    outlet = escape_markdown(account.outlet)
    yield f"> {f'[{outlet}](<{account.url}>)' if account.url else outlet}, {account.published}"


def _marked(passage: Passage) -> str:
    told = "".join(
        f"**{escape_markdown(piece.text)}**" if piece.marked else escape_markdown(piece.text)
        for piece in passage.pieces
    )
    return " ".join(told.split())


def escape_markdown(text: str) -> str:
    """Return text with what has a meaning in Markdown escaped."""
    return _MARKDOWN.sub(r"\\\1", text)


def csv_row(cells: Sequence[str]) -> str:
    """Return a line of CSV; spaces are single, and a cell that a spreadsheet would run as a formula is quoted."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="").writerow([_harmless(cell) for cell in cells])
    return buffer.getvalue()


def _harmless(cell: str) -> str:
    line = " ".join(cell.split())
    return f"'{line}" if _FORMULA.match(cell) or _FORMULA.match(line) else line
