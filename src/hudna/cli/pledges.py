"""hudna pledges: what became of promises, threats and plans."""

import datetime as dt
from enum import StrEnum
from typing import Annotated

import typer

from hudna.cli import options as opt
from hudna.cli.options import Bidi, Language, SheetFormat
from hudna.cli.output import write_lines


class PledgeType(StrEnum):
    """The kinds of pledge, a planned contact being a schedule."""

    PROMISE = "promise"
    THREAT = "threat"
    ULTIMATUM = "ultimatum"
    SCHEDULE = "schedule"


def add_commands(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command("pledges")(pledges)


def pledges(
    *,
    store: opt.Store = opt.DEFAULT_STORE,
    as_of: Annotated[
        dt.datetime | None,
        typer.Option(
            "--as-of", formats=opt.ISO, help="Leave out what was published after this day, or nobody knows when."
        ),
    ] = None,
    process: Annotated[
        str | None, typer.Option("--process", help="Only what is told with this process: its id.")
    ] = None,
    party: Annotated[str | None, typer.Option("--party", help="Only of this party: a name or an id.")] = None,
    kinds: Annotated[list[PledgeType] | None, typer.Option("--kind", help="Only these; may be repeated.")] = None,
    form: opt.SheetForm = SheetFormat.TABLE,
    output: opt.Output = None,
    language: opt.LanguageOption = Language.EN,
    bidi: opt.BidiOption = Bidi.AUTO,
) -> None:
    """Print what became of promises, threats and plans, each with the words of both sides."""
    from hudna import desk
    from hudna.cli.sheets import lines_of_sheet
    from hudna.export.outcomes import outcome_sheet
    from hudna.model import PledgeKind

    with desk.open_store(store) as opened:
        outcomes = desk.follow(
            opened,
            as_of=opt.day_of(as_of),
            process=process,
            party=party,
            kinds=[PledgeKind(each.value) for each in kinds] if kinds else None,
        )
        write_lines(
            lines_of_sheet(opened, outcomes, outcome_sheet, form, language, bidi, to_file=output is not None), output
        )
