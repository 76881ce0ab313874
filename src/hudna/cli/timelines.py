"""hudna timeline, positions, weeks: measures, stands and incidents over time."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from hudna.cli import options as opt
from hudna.cli.options import Bidi, Language
from hudna.cli.output import write_lines
from hudna.cli.pledges import SheetFormat

if TYPE_CHECKING:
    from hudna.export.sheet import Sheet
    from hudna.store import Store

_ISO = ["%Y-%m-%d"]
_Process = Annotated[str | None, typer.Option("--process", help="Only of this process: its id.")]
_Party = Annotated[str | None, typer.Option("--party", help="Only with this party: a name or an id.")]
_Place = Annotated[str | None, typer.Option("--place", help="Only at this place.")]
_Form = Annotated[SheetFormat, typer.Option("--format", "-f", help="How to write it.")]


def add_commands(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("timeline")(timeline)
    app.command("positions")(positions)
    app.command("weeks")(weeks)


def timeline(
    *,
    store: opt.Store = opt.DEFAULT_STORE,
    process: _Process = None,
    party: _Party = None,
    place: _Place = None,
    kind: Annotated[str | None, typer.Option("--kind", help="Only measures of this kind, such as ceasefire.")] = None,
    form: _Form = SheetFormat.TABLE,
    output: opt.Output = None,
    language: opt.LanguageOption = Language.EN,
    bidi: opt.BidiOption = Bidi.AUTO,
) -> None:
    """Print the lives of measures: called for, agreed, in effect, reported broken, extended, ended."""
    from hudna import desk
    from hudna.export.timelines import timeline_sheet

    with desk.open_store(store) as opened:
        found = desk.timeline(opened, process=process, party=party, place=place, kind=kind)
        write_lines(_lines(opened, found, timeline_sheet, form, language, bidi, to_file=output is not None), output)


def positions(
    *,
    store: opt.Store = opt.DEFAULT_STORE,
    process: _Process = None,
    party: _Party = None,
    form: _Form = SheetFormat.TABLE,
    output: opt.Output = None,
    language: opt.LanguageOption = Language.EN,
    bidi: opt.BidiOption = Bidi.AUTO,
) -> None:
    """Print where each party stands on each measure, and since when."""
    from hudna import desk
    from hudna.export.timelines import position_sheet

    with desk.open_store(store) as opened:
        found = desk.stands(opened, process=process, party=party)
        write_lines(_lines(opened, found, position_sheet, form, language, bidi, to_file=output is not None), output)


def weeks(
    *,
    store: opt.Store = opt.DEFAULT_STORE,
    place: _Place = None,
    first: Annotated[dt.datetime | None, typer.Option("--from", formats=_ISO, help="Weeks from this day on.")] = None,
    last: Annotated[dt.datetime | None, typer.Option("--to", formats=_ISO, help="Weeks up to this day.")] = None,
    form: _Form = SheetFormat.TABLE,
    output: opt.Output = None,
    language: opt.LanguageOption = Language.EN,
    bidi: opt.BidiOption = Bidi.AUTO,
) -> None:
    """Print incidents and reported breaches by place and week, with what the outlets published beside them."""
    from hudna import desk
    from hudna.export.timelines import week_sheet

    with desk.open_store(store) as opened:
        found = desk.weeks(
            opened, place=place, since=first.date() if first else None, until=last.date() if last else None
        )
        write_lines(_lines(opened, found, week_sheet, form, language, bidi, to_file=output is not None), output)


def _lines(
    store: "Store",
    found: Sequence[object],
    sheet: "Callable[..., Sheet]",
    form: SheetFormat,
    language: Language,
    bidi: Bidi,
    *,
    to_file: bool,
) -> Iterator[str]:
    from hudna import desk
    from hudna.cli.sheets import lines_of_sheet
    from hudna.export.record import export_jsonl
    from hudna.export.words import load_words

    if form is SheetFormat.JSONL:
        return export_jsonl(found)
    words = load_words(language.value)
    return lines_of_sheet(sheet(found, desk.reading_of(store), words), form.value, words, bidi, to_file=to_file)
