"""A team's own lists: tables of the packaged form in a folder of the user's, a folder below it for each list.

A reading depends on them as on the packaged tables, so they are part of the reader's digest.
"""

import csv
import os
import re
import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from hudna.model import InputError

FOLDER_VARIABLE: Final = "HUDNA_LISTS"
_DELIMITERS: Final = (",", ";", "\t")
_NO_NAME: Final = re.compile(r"\W+")


def lists_folder() -> Path | None:
    """Return the folder of the lists: what ``HUDNA_LISTS`` says, None where it is empty; else the user's data folder."""
    said = os.environ.get(FOLDER_VARIABLE)
    if said is not None:
        return Path(said).absolute() if said else None
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "hudna" / "lists"


def list_tables(name: str = "*.tsv") -> list[Path]:
    """Return the tables of a name in all lists, in the order of the lists' names."""
    folder = lists_folder()
    if folder is None or not folder.is_dir():
        return []
    return sorted(path for path in folder.glob(f"*/{name}") if not path.parent.name.startswith("."))


def list_name(kind: str, path: Path) -> str:
    """Return the name of the list that a file becomes: its kind and the file's own name."""
    return f"{kind}-{_NO_NAME.sub('-', path.stem).strip('-') or 'list'}"


def write_list(name: str, tables: Mapping[str, Sequence[Mapping[str, str]]]) -> Path:
    """Put a list with these tables in the place of the one of this name, whole or not at all; return its folder.

    Raises:
        InputError: there is no folder for lists, or it can't be written.
    """
    folder = lists_folder()
    if folder is None:
        raise InputError(f"{FOLDER_VARIABLE} is empty: there is no folder for lists")
    new = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        new = Path(tempfile.mkdtemp(prefix=".new-", dir=folder))
        for table, rows in tables.items():
            lines = ["\t".join(columns) for columns in (list(rows[0]), *(row.values() for row in rows))] if rows else []
            if lines:
                (new / table).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
        new.chmod(0o755)
        if (folder / name).exists():
            former = Path(tempfile.mkdtemp(prefix=".old-", dir=folder))
            (folder / name).rename(former / name)
            new.rename(folder / name)
            shutil.rmtree(former)
        else:
            new.rename(folder / name)
    except OSError as error:
        if new is not None:
            shutil.rmtree(new, ignore_errors=True)
        raise InputError(f"{error.filename or folder}: {error.strerror}") from error
    return folder / name


def read_list(
    path: Path, columns: Mapping[str, Collection[str]], needed: Collection[str]
) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each row of a CSV file as ``(path:line, {column: cell})``, cells stripped, empty rows left out.

    ``columns`` lists the headings that each column goes by; other headings are passed over. The delimiter is the comma,
    the semicolon or the tabulator, whichever makes the header.

    Raises:
        InputError: the file can't be read or decoded, the header lacks a column or has one twice, a row has too many
            or too few cells.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise InputError(f"{path}:{line}: not UTF-8; save the sheet as CSV in UTF-8") from error
    header = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=header.count)
    rows = csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True)
    try:
        heading = _columns(next(rows, []), columns, needed, path)
        for cells in rows:
            where = f"{path}:{rows.line_num}"
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(heading):
                raise InputError(f"{where}: {len(cells)} cells where the header has {len(heading)}")
            row = dict.fromkeys(columns, "")
            yield where, row | {name: cell.strip() for name, cell in zip(heading, cells, strict=True) if name}
    except csv.Error as error:
        raise InputError(f"{path}:{rows.line_num}: {error}") from error


def _columns(
    cells: Sequence[str], columns: Mapping[str, Collection[str]], needed: Collection[str], path: Path
) -> list[str]:
    """Return the column that each heading stands for, empty for one that is passed over."""
    heading = [
        next((name for name, spellings in columns.items() if cell.strip().casefold() in spellings), "")
        for cell in cells
    ]
    missing = [" or ".join(sorted(columns[name])) for name in needed if name not in heading]
    if missing:
        raise InputError(f"{path}:1: the header lacks {', '.join(missing)}")
    twice = sorted({name for name in heading if name and heading.count(name) > 1})
    if twice:
        raise InputError(f"{path}:1: two columns are {', '.join(twice)}")
    return heading
