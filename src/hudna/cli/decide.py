"""hudna decide, withdraw, history: what people say over what was read."""

import getpass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hudna.cli import options as opt
from hudna.cli.options import Bidi, Language
from hudna.cli.output import as_list, write_lines
from hudna.cli.terminal import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from hudna.desk import Decider, Record
    from hudna.model import Decision, Entity, Event

By = Annotated[
    str,
    typer.Option("--by", envvar="HUDNA_BY", help="Who decides.", default_factory=getpass.getuser, show_default="you"),
]
Why = Annotated[str, typer.Option("--why", "-w", help="The reason; it is kept.", show_default=False)]
EventKey = Annotated[str, typer.Argument(help="The id of an event.", metavar="EVENT", show_default=False)]
Article = Annotated[
    str | None,
    typer.Option("--in", metavar="ARTICLE", help="Only what this article tells, by its id or digest: it was misread."),
]


class Verdict(StrEnum):
    """What is known of a happening."""

    VERIFIED = "verified"
    DISPUTED = "disputed"
    UNVERIFIABLE = "unverifiable"


class HistoryFormat(StrEnum):
    """How decisions are written."""

    TABLE = "table"
    JSONL = "jsonl"
    JSON = "json"


def add_commands(app: typer.Typer) -> None:
    """Add the commands of this module."""
    decide = typer.Typer(
        name="decide",
        help="Set right what was read: merge, split, correct, dismiss, verify; each with who, when and why.",
        no_args_is_help=True,
        rich_markup_mode=None,
    )
    for command in (same, apart, correct, wrong, right, verdict):
        decide.command(command.__name__)(command)
    app.add_typer(decide)
    app.command("withdraw")(withdraw)
    app.command("history")(history)


def same(
    keys: Annotated[list[str], typer.Argument(help="Events, or two people, bodies or places.", metavar="ID...")],
    *,
    why: Why,
    by: By,
    store: opt.Store = opt.DEFAULT_STORE,
) -> None:
    """Say that events are one happening, or that two entities are one: `same con-1a con-2b`."""
    from hudna.model import Event, InputError

    def act(decider: "Decider", record: "Record") -> "Decision":
        things = [_thing(record, key) for key in keys]
        events = [thing for thing in things if isinstance(thing, Event)]
        entities = [thing for thing in things if not isinstance(thing, Event)]
        if events and not entities:
            return decider.merge(events)
        if len(entities) == 2 and not events:
            return decider.merge_entities(*entities)
        raise InputError("give two or more events, or two entities")

    _act(store, by, why, act)


def apart(
    key: Annotated[str, typer.Argument(help="An event, or an entity.", metavar="ID", show_default=False)],
    parts: Annotated[
        list[str],
        typer.Argument(help="The articles that tell of something else; of an entity, two forms.", metavar="PART..."),
    ],
    *,
    why: Why,
    by: By,
    store: opt.Store = opt.DEFAULT_STORE,
) -> None:
    """Say that some articles of an event tell of another one, or that two forms of an entity name two."""
    from hudna import desk
    from hudna.model import Event, InputError

    def act(decider: "Decider", record: "Record") -> "Decision":
        thing = _thing(record, key)
        if isinstance(thing, Event):
            return decider.split(thing, desk.tellings(thing, parts))
        if len(parts) != 2:
            raise InputError("give two forms, or a form and the entity's id")
        return decider.split_entity(thing, *parts)

    _act(store, by, why, act)


def correct(
    key: EventKey,
    field: Annotated[
        str,
        typer.Argument(
            help="kind, status, outcome, days, place, process, round, actors; what, with --in.",
            metavar="FIELD",
            show_default=False,
        ),
    ],
    value: Annotated[
        str,
        typer.Argument(
            help="The right value, '' for none; days as 2017-07-04 or 2017-07-04/2017-07-06; actors with ; between.",
            metavar="VALUE",
            show_default=False,
        ),
    ],
    *,
    why: Why,
    by: By,
    article: Article = None,
    store: opt.Store = opt.DEFAULT_STORE,
) -> None:
    """Set a value of an event; the one that was read is kept beside it."""
    from hudna import desk

    def act(decider: "Decider", record: "Record") -> "Decision":
        event = _event(record, key)
        member = desk.tellings(event, [article])[0] if article else None
        return decider.correct(event, field, value, member)

    _act(store, by, why, act)


def wrong(key: EventKey, *, why: Why, by: By, article: Article = None, store: opt.Store = opt.DEFAULT_STORE) -> None:
    """Say that no article tells of such an event: it leaves the record, and is kept in the history."""
    from hudna import desk

    def act(decider: "Decider", record: "Record") -> "Decision":
        event = _event(record, key)
        return decider.dismiss(event, desk.tellings(event, [article])[0] if article else None)

    _act(store, by, why, act)


def right(key: EventKey, *, why: Why, by: By, store: opt.Store = opt.DEFAULT_STORE) -> None:
    """Say that an event is what its articles tell: it counts as reviewed."""
    _act(store, by, why, lambda decider, record: decider.review(_event(record, key)))


def verdict(
    key: EventKey,
    found: Annotated[Verdict, typer.Argument(help="What is known of the happening itself.", show_default=False)],
    *,
    why: Why,
    by: By,
    store: opt.Store = opt.DEFAULT_STORE,
) -> None:
    """Say what is known of a happening, whatever the articles tell."""
    from hudna.model import Judgement

    _act(store, by, why, lambda decider, record: decider.verify(_event(record, key), Judgement(found.value)))


def withdraw(
    number: Annotated[int, typer.Argument(help="The number of a decision.", metavar="NUMBER", show_default=False)],
    *,
    why: Why,
    by: By,
    store: opt.Store = opt.DEFAULT_STORE,
) -> None:
    """Take back a decision; it stays in the history."""
    from hudna import desk

    with desk.open_store(store) as opened:
        desk.withdraw(opened, number, desk.Signature(by, why))
    say(f"{store}: decision {number} withdrawn")


def history(
    key: Annotated[str | None, typer.Argument(help="An event or entity; all without.", metavar="ID")] = None,
    *,
    orphans: Annotated[bool, typer.Option("--orphans", help="Only decisions whose records are gone.")] = False,
    store: opt.Store = opt.DEFAULT_STORE,
    form: Annotated[HistoryFormat, typer.Option("--format", "-f", help="How to write it.")] = HistoryFormat.TABLE,
    output: opt.Output = None,
    language: opt.LanguageOption = Language.EN,
    bidi: opt.BidiOption = Bidi.AUTO,
) -> None:
    """Print what people decided: who, when, why, and what was withdrawn."""
    from hudna import desk
    from hudna.cli.tables import table_of_decisions
    from hudna.cli.terminal import lines_of
    from hudna.export.record import export_jsonl
    from hudna.export.words import load_words

    with desk.open_store(store) as opened:
        if orphans:
            found = desk.orphans(opened)
        else:
            found = desk.history(opened, None if key is None else _thing(desk.make_record(opened), key))
    if form is HistoryFormat.TABLE:
        lines = lines_of(table_of_decisions(found, load_words(language.value)), bidi, to_file=output is not None)
    else:
        lines = export_jsonl(found)
    write_lines(as_list(lines) if form is HistoryFormat.JSON else lines, output)


def _act(store: Path, by: str, why: str, act: "Callable[[Decider, Record], Decision]") -> None:
    """Decide on what the record shows now, and say under which number that is kept."""
    from hudna import desk

    with desk.open_store(store) as opened:
        record = desk.make_record(opened)
        decision = act(desk.Decider(opened, record, desk.Signature(by, why)), record)
    say(f"{store}: decision {decision.number}")


def _thing(record: "Record", key: str) -> "Event | Entity":
    """Return the event or entity that goes by a key.

    Raises:
        InputError: none does.
    """
    from hudna.model import InputError

    found = record.event(key) or record.entities.by_id.get(key)
    if found is None:
        raise InputError(f"no event and no entity goes by {key}")
    return found


def _event(record: "Record", key: str) -> "Event":
    from hudna.model import InputError

    found = record.event(key)
    if found is None:
        raise InputError(f"no event {key}")
    return found
