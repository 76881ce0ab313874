"""Options that several commands share, in the same words everywhere."""

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

DEFAULT_STORE: Final = Path("hudna.sqlite")
ISO: Final = ["%Y-%m-%d"]


class Bidi(StrEnum):
    """Whether right-to-left text is put into the order of display for the terminal."""

    AUTO = "auto"
    ON = "on"
    OFF = "off"


class Language(StrEnum):
    """The language of labels and reasons; the articles' own words stay as they are."""

    AR = "ar"
    EN = "en"


class EventType(StrEnum):
    """The types of event."""

    CONTACT = "contact"
    MEASURE = "measure"
    INCIDENT = "incident"
    CONDUCT = "conduct"
    PLEDGE = "pledge"
    STATEMENT = "statement"


class SheetFormat(StrEnum):
    """How a sheet is written."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    HTML = "html"


Paths = Annotated[
    list[str],
    typer.Argument(
        help="Files and folders: .txt .md .html .htm .jsonl .jsonl.gz; - for standard input.",
        metavar="PATH",
        show_default=False,
    ),
]
Source = Annotated[str | None, typer.Option("--source", help="The outlet, where the files don't say it.")]
PublishedDay = Annotated[str | None, typer.Option("--published", help="The day of publication, YYYY-MM-DD, likewise.")]
Url = Annotated[str | None, typer.Option("--url", help="The address, likewise.")]
Title = Annotated[str | None, typer.Option("--title", help="The headline, likewise.")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes that read at the same time.")]
Store = Annotated[
    Path, typer.Option("--store", envvar="HUDNA_STORE", dir_okay=False, help="The file that keeps the record.")
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="Write to this file instead of standard output.", dir_okay=False)
]
BidiOption = Annotated[
    Bidi, typer.Option("--bidi", help="Order right-to-left text for terminals that don't; needs hudna[bidi].")
]
LanguageOption = Annotated[Language, typer.Option("--language", "-l", help="Language of labels and reasons.")]
First = Annotated[
    dt.datetime | None, typer.Option("--from", formats=ISO, help="Leave out what was over before this day.")
]
Last = Annotated[dt.datetime | None, typer.Option("--to", formats=ISO, help="Leave out what began after this day.")]
Types = Annotated[list[EventType] | None, typer.Option("--type", help="Only these; may be repeated.")]
Process = Annotated[str | None, typer.Option("--process", help="Only of this process: its id.")]
Party = Annotated[str | None, typer.Option("--party", help="Only with this party: a name or an id.")]
Place = Annotated[str | None, typer.Option("--place", help="Only at this place.")]
SheetForm = Annotated[SheetFormat, typer.Option("--format", "-f", help="How to write it.")]


def day_of(moment: dt.datetime | None) -> dt.date | None:
    """Return the day that an option was given, None where it was not."""
    return moment.date() if moment else None
