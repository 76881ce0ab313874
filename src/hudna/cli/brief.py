"""hudna brief: what a stretch of days holds, in sentences with notes."""

import datetime as dt
from enum import StrEnum
from typing import Annotated

import typer

from hudna.cli import options as opt
from hudna.cli.chronology import EventType
from hudna.cli.options import Language
from hudna.cli.output import write_lines

_ISO = ["%Y-%m-%d"]


class BriefFormat(StrEnum):
    """How a briefing is written."""

    MD = "md"
    HTML = "html"


def add_commands(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command("brief")(brief)


def brief(
    *,
    store: opt.Store = opt.DEFAULT_STORE,
    first: Annotated[
        dt.datetime | None, typer.Option("--from", formats=_ISO, help="Leave out what was over before this day.")
    ] = None,
    last: Annotated[
        dt.datetime | None, typer.Option("--to", formats=_ISO, help="Leave out what began after this day.")
    ] = None,
    types: Annotated[list[EventType] | None, typer.Option("--type", help="Only these; may be repeated.")] = None,
    process: Annotated[str | None, typer.Option("--process", help="Only of this process: its id.")] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="What is neither sure nor verified too, marked as unreviewed.")
    ] = False,
    most: Annotated[
        int, typer.Option("--most", min=1, help="Lines of a section; those of most origins are kept.")
    ] = 30,
    form: Annotated[BriefFormat, typer.Option("--format", "-f", help="How to write it.")] = BriefFormat.MD,
    output: opt.Output = None,
    language: opt.LanguageOption = Language.EN,
) -> None:
    """Print a briefing: sentences built from the record, each with notes to outlet, date and words."""
    from hudna import desk
    from hudna.model import RecordType

    with desk.open_store(store) as opened:
        lines = desk.brief(
            opened,
            form.value,
            first=first.date() if first else None,
            last=last.date() if last else None,
            types=[RecordType(each.value) for each in types] if types else None,
            process=process,
            everything=everything,
            most=most,
            language=language.value,
        )
        write_lines(lines, output)
