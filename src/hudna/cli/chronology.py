"""hudna chronology: what happened, by day."""

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


def add_commands(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command("chronology")(chronology)


def chronology(
    *,
    store: opt.Store = opt.DEFAULT_STORE,
    first: opt.First = None,
    last: opt.Last = None,
    types: opt.Types = None,
    party: opt.Party = None,
    place: opt.Place = None,
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
        first=opt.day_of(first),
        last=opt.day_of(last),
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
