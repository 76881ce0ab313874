"""hudna import: a whole record, and a team's own lists of places and people."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hudna.cli import options as opt
from hudna.cli.output import write_lines
from hudna.cli.terminal import say
from hudna.model import InputError

if TYPE_CHECKING:
    from hudna.desk import ImportedList

_Sheet = Annotated[
    Path,
    typer.Argument(help="A table as CSV in UTF-8.", metavar="FILE", show_default=False, dir_okay=False, exists=True),
]


def add_commands(app: typer.Typer) -> None:
    """Add the commands of this module."""
    group = typer.Typer(
        name="import",
        help="Add a whole record, or a team's own list of places or people.",
        no_args_is_help=True,
        rich_markup_mode=None,
    )
    for command in (record, places, people):
        group.command(command.__name__)(command)
    app.add_typer(group)


def record(
    path: Annotated[Path, typer.Argument(help="A file by `hudna export record`.", dir_okay=False, exists=True)],
    *,
    store: opt.Store = opt.DEFAULT_STORE,
) -> None:
    """Add a whole record, with its readings and decisions; what is there already stays as it is."""
    from hudna import desk

    with desk.open_store(store, create=True) as opened, path.open(encoding="utf-8") as lines:
        count = opened.take(lines)
    say(f"{store}: {count} new rows")


def places(path: _Sheet) -> None:
    """Add a list of places with P-codes to what every reading knows: name, latin, pcode, level, latitude, longitude, parent.

    A list replaces the one of the same file name. What the rows meet in the tables is printed. One bad row, and
    nothing is added.
    """
    from hudna import desk

    _tell(path, desk.import_places(path))


def people(path: _Sheet) -> None:
    """Add a list of people to what every reading knows: name, latin, spellings, country, office, of, from, to, source, id.

    A list replaces the one of the same file name. What the rows meet in the tables is printed. One bad row, and
    nothing is added.
    """
    from hudna import desk

    _tell(path, desk.import_people(path))


def _tell(path: Path, imported: "ImportedList") -> None:
    if imported.folder is None:
        for line in imported.refused:
            say(line)
        raise InputError(f"{path}: {len(imported.refused)} bad rows; nothing was added")
    write_lines(iter(imported.notes), None)
    say(f"{imported.folder}: {imported.rows} rows read, {len(imported.notes)} notes")
