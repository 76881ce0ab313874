"""hudna stories: which articles tell one happening."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hudna.cli import options as opt
from hudna.cli.options import Bidi, Language
from hudna.cli.output import as_list, write_lines
from hudna.cli.tally import Tally

if TYPE_CHECKING:
    from hudna.desk import Options
    from hudna.model import Story


class StoriesFormat(StrEnum):
    """How stories are written."""

    TABLE = "table"
    JSONL = "jsonl"
    JSON = "json"


def add_commands(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command("stories")(stories)


def stories(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            help="Files and folders of articles; without any, the articles of the store.",
            metavar="[PATH]...",
            show_default=False,
        ),
    ] = None,
    *,
    store: opt.Store = opt.DEFAULT_STORE,
    source: opt.Source = None,
    published: opt.PublishedDay = None,
    jobs: opt.Jobs = 1,
    story: Annotated[
        str | None, typer.Option("--story", help="Only the story of this id, or of an id it had before.")
    ] = None,
    form: Annotated[StoriesFormat, typer.Option("--format", "-f", help="How to write them.")] = StoriesFormat.TABLE,
    output: opt.Output = None,
    language: opt.LanguageOption = Language.EN,
    bidi: opt.BidiOption = Bidi.AUTO,
) -> None:
    """Put together the articles that tell one happening and print the stories, those of a single article too."""
    from hudna import desk

    if paths:
        found = _read(paths, desk.Options(source=source, published=published), jobs, shows_progress=output is not None)
    else:
        found = _kept(store)
    if story is not None:
        found = (desk.pick_story(found, story),)
    write_lines(_lines(found, form, language, bidi, to_file=output is not None), output)


def _read(paths: list[str], known: "Options", jobs: int, *, shows_progress: bool) -> "tuple[Story, ...]":
    from hudna import desk

    tally = Tally()
    found = desk.stories_of(tally.sort(desk.read(paths, known, jobs=jobs), shows_progress=shows_progress))
    tally.finish()
    return found


def _kept(store: Path) -> "tuple[Story, ...]":
    from hudna import desk

    with desk.open_store(store) as opened:
        return desk.stories_in(opened)


def _lines(
    found: "tuple[Story, ...]", form: StoriesFormat, language: Language, bidi: Bidi, *, to_file: bool
) -> Iterator[str]:
    if form is StoriesFormat.TABLE:
        from hudna.cli.tables import table_of_stories
        from hudna.cli.terminal import lines_of
        from hudna.export.words import load_words

        return lines_of(table_of_stories(found, load_words(language.value)), bidi, to_file=to_file)
    from hudna.export.stories import export_stories

    lines = export_stories(found)
    return lines if form is StoriesFormat.JSONL else as_list(lines)
