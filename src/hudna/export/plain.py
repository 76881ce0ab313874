"""A chronology as CSV and as Markdown."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import Final

from hudna.export.chronology import Account, Line
from hudna.export.passages import Passage
from hudna.export.words import Words

# A spreadsheet runs a cell that begins so as a formula.
_FORMULA: Final = re.compile(r"^[=+\-@\t\r]")
_MARKDOWN: Final = re.compile(r"([\\`*_\[\]<>|#])")


def export_csv(lines: Sequence[Line], words: Words) -> Iterator[str]:
    """Yield the lines of a CSV table, one row an event, headings in the interface's language."""
    head = ("id", "day", "event", "who", "place", "status", "witnesses", "origins", "because", "evidence")
    yield _row([words("column", key) for key in head])
    for line in lines:
        days = f"{line.earliest or ''}/{line.latest or ''}" if line.earliest != line.latest else line.earliest or ""
        counts = [str(line.witness_count), str(line.origin_count)]
        evidence = " | ".join(passage.text for account in line.accounts for passage in account.passages)
        cells = [line.id, days, line.kind, line.who, line.place, line.status, *counts, line.because, evidence]
        yield _row([_harmless(" ".join(cell.split())) for cell in cells])


def export_markdown(lines: Sequence[Line], words: Words) -> Iterator[str]:
    """Yield the lines of a Markdown page, the evidence in bold."""
    yield f"# {words('page', 'chronology')}"
    yield ""
    yield f"*{words('page', 'unreviewed')}*"
    if not lines:
        yield f"\n{words('page', 'empty')}"
    for line in lines:
        yield ""
        yield f"## {line.days}: {line.kind}" + (f": {_escape(line.who)}" if line.who else "")
        yield ""
        facts = [line.status, line.outcome, _escape(line.place), line.witnesses, line.origins]
        yield " · ".join(fact for fact in facts if fact)
        if line.because:
            yield f"\n{words('page', 'why')}: {_escape(line.because)}"
        for difference in line.differences:
            yield f"\n{words('page', 'also')}: {difference.what}: {_escape(' / '.join(difference.values))}"
        for account in line.accounts:
            yield ""
            yield from _quoted(account)


def _quoted(account: Account) -> Iterator[str]:
    for passage in account.passages:
        yield f"> {_marked(passage)}"
        yield ">"
    outlet = _escape(account.outlet)
    yield f"> {f'[{outlet}](<{account.url}>)' if account.url else outlet}, {account.published}"


def _marked(passage: Passage) -> str:
    told = "".join(f"**{_escape(piece.text)}**" if piece.marked else _escape(piece.text) for piece in passage.pieces)
    return " ".join(told.split())


def _escape(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


def _harmless(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _row(cells: Sequence[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="").writerow(cells)
    return buffer.getvalue()
