"""Tables: TSV files with a header, one row one sense, refused with ``path:line`` when a row is wrong."""

import unicodedata
from collections.abc import Collection, Iterator
from importlib.resources.abc import Traversable
from typing import Final

from hudna.lexicon.entry import Entry
from hudna.model import TableError
from hudna.text import fold_word
from hudna.text.letters import PRESENTATION_FORMS

_NOT_IN_TABLES: Final = frozenset(
    chr(point) for first, last in PRESENTATION_FORMS for point in range(first, last + 1)
) | {"\u0640", "\u00a0", "\u200c", "\u200f", "\u200e", "\ufeff"}


def read_rows(table: Traversable, columns: Collection[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each row of a TSV table as ``(path:line, {column: cell})``.

    Comment lines start with ``#`` and stand before the header.

    Raises:
        TableError: a column is missing, a row has too many or too few cells, a cell has stray spaces,
            an uncomposed character, a presentation form, a tatweel or an invisible character.
    """
    header: list[str] | None = None
    for number, line in enumerate(table.read_text(encoding="utf-8").splitlines(), start=1):
        where = f"{table}:{number}"
        if header is None:
            if line.startswith("#"):
                continue
            header = line.split("\t")
            missing = [column for column in columns if column not in header]
            if missing or len(set(header)) != len(header):
                raise TableError(f"{where}: the header lacks {', '.join(missing) or 'distinct columns'}")
            continue
        cells = line.split("\t")
        if len(cells) != len(header):
            raise TableError(f"{where}: {len(cells)} cells where the header has {len(header)}")
        for cell in cells:
            _check_cell(cell, where)
        yield where, dict(zip(header, cells, strict=True))


def load_entries(table: Traversable, kind: str, *, classes: Collection[str] = ()) -> list[Entry]:
    """Return the entries of a table with the columns ``id``, ``form`` and ``source``.

    ``classes`` is the closed list for the column ``class``, where the table has one.

    Raises:
        TableError: as for ``read_rows``; also an empty id, form or source, an unknown class, a repeated row.
    """
    entries: list[Entry] = []
    seen: dict[tuple[str, str], str] = {}
    for where, row in read_rows(table, ("id", "form", "source")):
        for column in ("id", "form", "source"):
            if not row[column]:
                raise TableError(f"{where}: {column} is empty")
        if classes and row.get("class") not in classes:
            raise TableError(f"{where}: unknown class {row.get('class')!r}")
        key = (row["id"], fold_word(row["form"]))
        if key in seen:
            raise TableError(f"{where}: {row['form']!r} stands for {row['id']} in {seen[key]} already")
        seen[key] = where
        features = {column: cell for column, cell in row.items() if column not in {"id", "form", "source"}}
        entries.append(Entry(row["id"], row["form"], kind, features, row["source"], where))
    return entries


def _check_cell(cell: str, where: str) -> None:
    if cell != " ".join(cell.split(" ")).strip() or "  " in cell:
        raise TableError(f"{where}: stray space in {cell!r}")
    if not _NOT_IN_TABLES.isdisjoint(cell):
        raise TableError(f"{where}: presentation form, tatweel or invisible character in {cell!r}")
    if cell != unicodedata.normalize("NFC", cell):
        raise TableError(f"{where}: uncomposed character in {cell!r}")
