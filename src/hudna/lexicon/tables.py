"""Tables: TSV files with a header, one row one sense, refused with ``path:line`` when a row is wrong."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from importlib.resources.abc import Traversable
from typing import Final

from hudna.lexicon.entry import Entry
from hudna.model import TableError
from hudna.text import fold_word, fold_words
from hudna.text.letters import PRESENTATION_FORMS

_STRAY_SPACES: Final = ("  ", "\t ", " \t", "\n ", " \n")
_FORBIDDEN: Final = re.compile(
    "[\u0640\u00a0\u200c\u200e\u200f\ufeff" + "".join(f"{chr(a)}-{chr(b)}" for a, b in PRESENTATION_FORMS) + "]"
)


def read_rows(table: Traversable, columns: Collection[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each row of a TSV table as ``(path:line, {column: cell})``.

    Comment lines start with ``#`` and stand before the header.

    Raises:
        TableError: a column is missing, a row has too many or too few cells, a cell has stray spaces,
            an uncomposed character, a presentation form, a tatweel or an invisible character.
    """
    text = table.read_text(encoding="utf-8")
    path = str(table)
    doubtful = not _clean(text)
    header: list[str] | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if header is None:
            if line.startswith("#"):
                continue
            header = line.split("\t")
            missing = [column for column in columns if column not in header]
            if missing or len(set(header)) != len(header):
                raise TableError(f"{path}:{number}: the header lacks {', '.join(missing) or 'distinct columns'}")
            continue
        cells = line.split("\t")
        where = f"{path}:{number}"
        if len(cells) != len(header):
            raise TableError(f"{where}: {len(cells)} cells where the header has {len(header)}")
        if doubtful:
            for cell in cells:
                _check_cell(cell, where)
        yield where, dict(zip(header, cells))  # noqa: B905 (as many, as was just seen; asking once more takes time)


def read_column(table: Traversable, column: str) -> list[str]:
    """Return the cells of one column of a table that is read and checked elsewhere."""
    lines = (line for line in table.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    place = next(lines).split("\t").index(column)
    return [line.split("\t")[place] for line in lines]


def load_entries(table: Traversable, kind: str, *, classes: Collection[str] = ()) -> list[Entry]:
    """Return the entries of a table with the columns ``id``, ``form`` and ``source``.

    ``classes`` is the closed list for the column ``class``, where the table has one.

    Raises:
        TableError: as for ``read_rows``; also an empty id, form or source, an unknown class, a repeated row.
    """
    entries: list[Entry] = []
    seen: dict[tuple[str, str], str] = {}
    rows = list(read_rows(table, ("id", "form", "source")))
    folded_forms = fold_words([row["form"] for _, row in rows])
    for (where, row), folded in zip(rows, folded_forms, strict=True):
        key, form, source = row["id"], row["form"], row["source"]
        if not (key and form and source):
            raise TableError(f"{where}: id, form or source is empty")
        if classes and row.get("class") not in classes:
            raise TableError(f"{where}: unknown class {row.get('class')!r}")
        first = seen.setdefault((key, folded), where)
        if first is not where:
            raise TableError(f"{where}: {form!r} stands for {key} in {first} already")
        entries.append(Entry(key, form, kind, row, source, where))
    return entries


def load_word_classes(table: Traversable, *, column: str = "id") -> dict[str, frozenset[str]]:
    """Return the folded forms of a table by the class that a column names.

    Raises:
        TableError: as ``load_entries``.
    """
    found: dict[str, set[str]] = {}
    for entry in load_entries(table, "marker"):
        found.setdefault(entry.id if column == "id" else entry[column], set()).add(fold_word(entry.form))
    return {name: frozenset(words) for name, words in found.items()}


def _clean(text: str) -> bool:
    """Return whether a whole table holds nothing that ``_check_cell`` refuses; cell by cell would take ten times as long."""
    return (
        not any(space in text for space in _STRAY_SPACES)
        and text == text.strip(" ")
        and _FORBIDDEN.search(text) is None
        and unicodedata.is_normalized("NFC", text)
    )


def _check_cell(cell: str, where: str) -> None:
    if cell != " ".join(cell.split(" ")).strip() or "  " in cell:
        raise TableError(f"{where}: stray space in {cell!r}")
    if _FORBIDDEN.search(cell):
        raise TableError(f"{where}: presentation form, tatweel or invisible character in {cell!r}")
    if cell != unicodedata.normalize("NFC", cell):
        raise TableError(f"{where}: uncomposed character in {cell!r}")
