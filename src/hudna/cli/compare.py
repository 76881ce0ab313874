"""hudna compare: what outlets tell of one thing, side by side."""

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from hudna.cli import options as opt
from hudna.cli.options import Bidi, Language
from hudna.cli.output import write_lines

if TYPE_CHECKING:
    from hudna.store import Store


class CompareFormat(StrEnum):
    """How a comparison is written."""

    TABLE = "table"
    HTML = "html"
    JSON = "json"


def add_commands(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command("compare")(compare)


def compare(
    keys: Annotated[
        list[str],
        typer.Argument(
            help="The id of a story or event, or the ids of two or more articles.", metavar="KEY", show_default=False
        ),
    ],
    *,
    store: opt.Store = opt.DEFAULT_STORE,
    form: Annotated[CompareFormat, typer.Option("--format", "-f", help="How to write it.")] = CompareFormat.TABLE,
    output: opt.Output = None,
    language: opt.LanguageOption = Language.EN,
    bidi: opt.BidiOption = Bidi.AUTO,
) -> None:
    """Print where articles differ that tell one thing: who says which, in which words, and who leaves it out."""
    from hudna import desk

    with desk.open_store(store) as opened:
        if form is CompareFormat.TABLE:
            lines = _table(opened, keys, language, bidi, to_file=output is not None)
        else:
            lines = desk.export_comparison(opened, keys, form.value, language=language.value)
        write_lines(lines, output)


def _table(store: "Store", keys: list[str], language: Language, bidi: Bidi, *, to_file: bool) -> Iterator[str]:
    from hudna import desk
    from hudna.cli.comparing import sheet_of_comparison
    from hudna.cli.terminal import lines_of
    from hudna.export.comparison import describe_comparison
    from hudna.export.words import load_words

    words = load_words(language.value)
    comparison = desk.compare_articles(store, keys)
    sheet = describe_comparison(comparison, desk.reading_of(store), words)
    return lines_of(sheet_of_comparison(sheet, words), bidi, to_file=to_file)
