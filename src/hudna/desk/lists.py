"""A team's own lists of places and people: checked, and put where every reading finds them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hudna.lexicon.lists import list_name, lists_folder, read_list, write_list
from hudna.model import InputError

if TYPE_CHECKING:
    from hudna.arabic.lists import Checked

Check = Callable[[Iterable[tuple[str, Mapping[str, str]]], str], "Checked"]


@dataclass(frozen=True, slots=True)
class ImportedList:
    """What became of a list: its folder, None where rows were refused and nothing was kept.

    ``rows`` counts the rows of the sheet; ``notes`` and ``refused`` are lines that begin with ``path:line``.
    """

    folder: Path | None
    rows: int
    notes: tuple[str, ...]
    refused: tuple[str, ...]


def import_places(path: Path) -> ImportedList:
    """Return what became of a list of places by P-codes; it replaces the list of the same file name.

    Raises:
        HudnaError: the file can't be read as a table, or the folder of lists can't be written.
    """
    from hudna.arabic.lists import check_places
    from hudna.arabic.lists.places import COLUMNS, NEEDED

    return _import("places", path, check_places, COLUMNS, NEEDED)


def import_people(path: Path) -> ImportedList:
    """Return what became of a list of people with their offices; it replaces the list of the same file name.

    Raises:
        HudnaError: the file can't be read as a table, or the folder of lists can't be written.
    """
    from hudna.arabic.lists import check_people
    from hudna.arabic.lists.people import COLUMNS, NEEDED

    return _import("people", path, check_people, COLUMNS, NEEDED)


def _import(
    kind: str, path: Path, check: Check, columns: Mapping[str, tuple[str, ...]], needed: tuple[str, ...]
) -> ImportedList:
    name = list_name(kind, path)
    own = f"{(lists_folder() or Path()) / name}/"
    checked = check(read_list(path, columns, needed), own)
    if not checked.rows:
        raise InputError(f"{path}: no rows")
    folder = None if checked.refused else write_list(name, checked.tables)
    return ImportedList(folder, checked.rows, tuple(checked.notes), tuple(checked.refused))
