"""Options that several commands share, in the same words everywhere."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

DEFAULT_STORE: Final = Path("hudna.sqlite")


class Bidi(StrEnum):
    """Whether right-to-left text is put into the order of display for the terminal."""

    AUTO = "auto"
    ON = "on"
    OFF = "off"


class Language(StrEnum):
    """The language of labels and reasons; the articles' own words stay as they are."""

    AR = "ar"
    EN = "en"


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
