"""hudna dates: the times in a text, with their days and why."""

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from hudna.cli import options as opt
from hudna.cli.options import Bidi, Language
from hudna.cli.output import as_list, write_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.table import Table

    from hudna.dates import Time
    from hudna.export.words import Words


class DatesFormat(StrEnum):
    """How times are written."""

    TABLE = "table"
    JSONL = "jsonl"
    JSON = "json"


def add_commands(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command("dates")(dates)


def dates(
    text: Annotated[str, typer.Argument(help="The text; - for standard input.", metavar="TEXT", show_default=False)],
    *,
    on: Annotated[str | None, typer.Option("--on", help="The day the text was published, YYYY-MM-DD.")] = None,
    form: Annotated[DatesFormat, typer.Option("--format", "-f", help="How to write it.")] = DatesFormat.TABLE,
    output: opt.Output = None,
    language: opt.LanguageOption = Language.EN,
    bidi: opt.BidiOption = Bidi.AUTO,
) -> None:
    """Print the times that a text tells, with the days they mean and why."""
    import sys

    from hudna.dates import find
    from hudna.model import HudnaError

    given = sys.stdin.buffer.read().decode("utf-8", "replace") if text == "-" else text
    try:
        found = find(given, on=on)
    except ValueError:
        raise HudnaError(f"--on {on}: not a day of the form YYYY-MM-DD") from None
    if form is DatesFormat.TABLE:
        from hudna.cli.terminal import lines_of
        from hudna.export.words import load_words

        lines: Iterator[str] = iter(
            lines_of(_table(found, load_words(language.value)), bidi, to_file=output is not None)
        )
    else:
        values = (json.dumps(_values(each), ensure_ascii=False) for each in found)
        lines = values if form is DatesFormat.JSONL else as_list(values)
    write_lines(lines, output)


def _table(found: "list[Time]", words: "Words") -> "Table":
    from rich import box
    from rich.table import Table

    from hudna.model import Because

    table = Table(box=box.SIMPLE, show_edge=False, pad_edge=False)
    for key in ("day", "kind", "because", "evidence"):
        table.add_column(words("column", key), overflow="fold")
    for each in found:
        args: Any = each.because["args"]
        why = Because(str(each.because["code"]), tuple(sorted(args.items())))
        table.add_row(words.days(each.earliest, each.latest), each.value, words.because(why), each.text)
    return table


def _values(each: "Time") -> dict[str, Any]:
    days = {name: day.isoformat() if (day := getattr(each, name)) else None for name in ("earliest", "latest")}
    head = {"start": each.start, "end": each.end, "text": each.text, "type": each.type, "value": each.value}
    return {**head, **days, "grain": each.grain, "because": dict(each.because)}
