"""hudna timeline, positions, weeks: measures, stands and incidents over time."""

import datetime as dt
from typing import Annotated

import typer

from hudna.cli import options as opt
from hudna.cli.options import Bidi, Language, SheetFormat
from hudna.cli.output import write_lines


def add_commands(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("timeline")(timeline)
    app.command("positions")(positions)
    app.command("weeks")(weeks)


def timeline(
    *,
    store: opt.Store = opt.DEFAULT_STORE,
    process: opt.Process = None,
    party: opt.Party = None,
    place: opt.Place = None,
    kind: Annotated[str | None, typer.Option("--kind", help="Only measures of this kind, such as ceasefire.")] = None,
    form: opt.SheetForm = SheetFormat.TABLE,
    output: opt.Output = None,
    language: opt.LanguageOption = Language.EN,
    bidi: opt.BidiOption = Bidi.AUTO,
) -> None:
    """Print the lives of measures: called for, agreed, in effect, reported broken, extended, ended."""
    from hudna import desk
    from hudna.cli.sheets import lines_of_sheet
    from hudna.export.timelines import timeline_sheet

    with desk.open_store(store) as opened:
        found = desk.timeline(opened, process=process, party=party, place=place, kind=kind)
        write_lines(
            lines_of_sheet(opened, found, timeline_sheet, form, language, bidi, to_file=output is not None), output
        )


def positions(
    *,
    store: opt.Store = opt.DEFAULT_STORE,
    process: opt.Process = None,
    party: opt.Party = None,
    form: opt.SheetForm = SheetFormat.TABLE,
    output: opt.Output = None,
    language: opt.LanguageOption = Language.EN,
    bidi: opt.BidiOption = Bidi.AUTO,
) -> None:
    """Print where each party stands on each measure, and since when."""
    from hudna import desk
    from hudna.cli.sheets import lines_of_sheet
    from hudna.export.timelines import position_sheet

    with desk.open_store(store) as opened:
        found = desk.stands(opened, process=process, party=party)
        write_lines(
            lines_of_sheet(opened, found, position_sheet, form, language, bidi, to_file=output is not None), output
        )


def weeks(
    *,
    store: opt.Store = opt.DEFAULT_STORE,
    place: opt.Place = None,
    first: Annotated[
        dt.datetime | None, typer.Option("--from", formats=opt.ISO, help="Weeks from this day on.")
    ] = None,
    last: Annotated[dt.datetime | None, typer.Option("--to", formats=opt.ISO, help="Weeks up to this day.")] = None,
    form: opt.SheetForm = SheetFormat.TABLE,
    output: opt.Output = None,
    language: opt.LanguageOption = Language.EN,
    bidi: opt.BidiOption = Bidi.AUTO,
) -> None:
    """Print incidents and reported breaches by place and week, with what the outlets published beside them."""
    from hudna import desk
    from hudna.cli.sheets import lines_of_sheet
    from hudna.export.timelines import week_sheet

    with desk.open_store(store) as opened:
        found = desk.weeks(opened, place=place, since=opt.day_of(first), until=opt.day_of(last))
        write_lines(lines_of_sheet(opened, found, week_sheet, form, language, bidi, to_file=output is not None), output)
