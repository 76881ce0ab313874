"""hudna pledges: what became of promises, threats and plans."""

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from hudna.cli import options as opt
from hudna.cli.options import Bidi, Language, SheetFormat
from hudna.cli.output import write_lines

if TYPE_CHECKING:
    from hudna.record.outcomes import Outcome
    from hudna.store import Store


class PledgeType(StrEnum):
    """The kinds of pledge, a planned contact being a schedule."""

    PROMISE = "promise"
    THREAT = "threat"
    ULTIMATUM = "ultimatum"
    SCHEDULE = "schedule"


def add_commands(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command("pledges")(pledges)


def pledges(
    *,
    store: opt.Store = opt.DEFAULT_STORE,
    as_of: Annotated[
        dt.datetime | None,
        typer.Option(
            "--as-of", formats=opt.ISO, help="Leave out what was published after this day, or nobody knows when."
        ),
    ] = None,
    process: Annotated[
        str | None, typer.Option("--process", help="Only what is told with this process: its id.")
    ] = None,
    party: Annotated[str | None, typer.Option("--party", help="Only of this party: a name or an id.")] = None,
    kinds: Annotated[list[PledgeType] | None, typer.Option("--kind", help="Only these; may be repeated.")] = None,
    form: opt.SheetForm = SheetFormat.TABLE,
    output: opt.Output = None,
    language: opt.LanguageOption = Language.EN,
    bidi: opt.BidiOption = Bidi.AUTO,
) -> None:
    """Print what became of promises, threats and plans, each with the words of both sides."""
    from hudna import desk
    from hudna.model import PledgeKind

    with desk.open_store(store) as opened:
        outcomes = desk.follow(
            opened,
            as_of=opt.day_of(as_of),
            process=process,
            party=party,
            kinds=[PledgeKind(each.value) for each in kinds] if kinds else None,
        )
        write_lines(_lines(opened, outcomes, form, language, bidi, to_file=output is not None), output)


def _lines(
    store: "Store", outcomes: "tuple[Outcome, ...]", form: SheetFormat, language: Language, bidi: Bidi, *, to_file: bool
) -> Iterator[str]:
    from hudna import desk
    from hudna.cli.sheets import lines_of_sheet
    from hudna.export.outcomes import outcome_sheet
    from hudna.export.record import export_jsonl
    from hudna.export.words import load_words

    if form is SheetFormat.JSONL:
        return export_jsonl(outcomes)
    words = load_words(language.value)
    return lines_of_sheet(
        outcome_sheet(outcomes, desk.reading_of(store), words), form.value, words, bidi, to_file=to_file
    )
