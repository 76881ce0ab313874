"""hudna read: articles in, readings out; no store is touched."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from hudna.cli import options as opt
from hudna.cli.options import Bidi, Language
from hudna.cli.output import as_list, write_lines
from hudna.cli.tally import Tally

if TYPE_CHECKING:
    from hudna.model import Reading


class ReadFormat(StrEnum):
    """How readings are written."""

    TABLE = "table"
    JSONL = "jsonl"
    JSON = "json"


def add_commands(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command("read")(read)


def read(
    paths: opt.Paths,
    *,
    source: opt.Source = None,
    published: opt.PublishedDay = None,
    url: opt.Url = None,
    title: opt.Title = None,
    jobs: opt.Jobs = 1,
    form: Annotated[ReadFormat, typer.Option("--format", "-f", help="How to write it.")] = ReadFormat.TABLE,
    output: opt.Output = None,
    language: opt.LanguageOption = Language.EN,
    bidi: opt.BidiOption = Bidi.AUTO,
) -> None:
    """Read articles and print what they say; nothing is kept."""
    from hudna import desk

    known = desk.Options(source=source, published=published, url=url, title=title)
    tally = Tally()
    readings = tally.sort(desk.read(paths, known, jobs=jobs), shows_progress=output is not None)
    write_lines(_lines(readings, form, language, bidi, to_file=output is not None), output)
    tally.finish()


def _lines(
    readings: "Iterable[Reading]", form: ReadFormat, language: Language, bidi: Bidi, *, to_file: bool
) -> Iterator[str]:
    if form is ReadFormat.TABLE:
        from hudna.cli.tables import table_of_reading
        from hudna.cli.terminal import lines_of
        from hudna.export.words import load_words

        words = load_words(language.value)
        for reading in readings:
            yield from lines_of(table_of_reading(reading, words), bidi, to_file=to_file)
        return
    from hudna.model.wire import to_line

    lines = (to_line(reading) for reading in readings)
    yield from lines if form is ReadFormat.JSONL else as_list(lines)
