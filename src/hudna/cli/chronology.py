"""hudna chronology: what happened, by day."""

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from hudna.cli import options as opt
from hudna.cli.options import Bidi, Language
from hudna.cli.output import write_lines

if TYPE_CHECKING:
    from hudna.desk import Selection
    from hudna.store import Store

_ISO = ["%Y-%m-%d"]


class ChronologyFormat(StrEnum):
    """How a chronology is written."""

    TABLE = "table"
    JSONL = "jsonl"
    JSON = "json"
    CSV = "csv"
    HTML = "html"
    MD = "md"
    GEOJSON = "geojson"
    ICS = "ics"
    ANNOTATIONS = "annotations"


class EventType(StrEnum):
    """The types of event."""

    CONTACT = "contact"
    MEASURE = "measure"
    INCIDENT = "incident"
    CONDUCT = "conduct"
    PLEDGE = "pledge"
    STATEMENT = "statement"


def add_commands(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command("chronology")(chronology)


def chronology(
    *,
    store: opt.Store = opt.DEFAULT_STORE,
    first: Annotated[
        dt.datetime | None, typer.Option("--from", formats=_ISO, help="Leave out what was over before this day.")
    ] = None,
    last: Annotated[
        dt.datetime | None, typer.Option("--to", formats=_ISO, help="Leave out what began after this day.")
    ] = None,
    types: Annotated[list[EventType] | None, typer.Option("--type", help="Only these; may be repeated.")] = None,
    party: Annotated[str | None, typer.Option("--party", help="Only with this party: a name or an id.")] = None,
    place: Annotated[str | None, typer.Option("--place", help="Only at this place.")] = None,
    sure: Annotated[bool, typer.Option("--sure", help="Leave out what is hedged or unsure.")] = False,
    origins: Annotated[int, typer.Option("--origins", min=1, help="At least so many independent origins.")] = 1,
    form: Annotated[ChronologyFormat, typer.Option("--format", "-f", help="How to write it.")] = ChronologyFormat.TABLE,
    output: opt.Output = None,
    language: opt.LanguageOption = Language.EN,
    bidi: opt.BidiOption = Bidi.AUTO,
) -> None:
    """Print what happened by day, each line with the words it comes from."""
    from hudna import desk
    from hudna.model import RecordType

    selection = desk.Selection(
        first=first.date() if first else None,
        last=last.date() if last else None,
        types=[RecordType(each.value) for each in types] if types else None,
        party=party,
        place=place,
        only_sure=sure,
        min_origins=origins,
    )
    with desk.open_store(store) as opened:
        if form is ChronologyFormat.TABLE:
            lines = _table(opened, selection, language, bidi, to_file=output is not None)
        else:
            lines = desk.export(opened, form.value, selection=selection, language=language.value)
        write_lines(lines, output)


def _table(store: "Store", selection: "Selection", language: Language, bidi: Bidi, *, to_file: bool) -> Iterator[str]:
    from hudna import desk
    from hudna.cli.tables import table_of_chronology
    from hudna.cli.terminal import lines_of
    from hudna.export.chronology import describe
    from hudna.export.words import load_words

    words = load_words(language.value)
    lines = desk.make_record(store).chronology(selection)
    rows = list(describe(lines, desk.reading_of(store), words))
    return lines_of(table_of_chronology(rows, words), bidi, to_file=to_file)
