"""hudna brief: what a stretch of days holds, in sentences with notes."""

from enum import StrEnum
from typing import Annotated

import typer

from hudna.cli import options as opt
from hudna.cli.options import Language
from hudna.cli.output import write_lines


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
    first: opt.First = None,
    last: opt.Last = None,
    types: opt.Types = None,
    process: opt.Process = None,
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
            selection=desk.Selection(
                first=opt.day_of(first),
                last=opt.day_of(last),
                types=[RecordType(each.value) for each in types] if types else None,
            ),
            process=process,
            everything=everything,
            most=most,
            language=language.value,
        )
        write_lines(lines, output)
