"""hudna add, show, export, reread: articles into the record, one thing out of it, all of it out, all read again."""

import json
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from hudna.cli import options as opt
from hudna.cli.options import Bidi, Language
from hudna.cli.output import as_list, write_lines
from hudna.cli.tally import Tally
from hudna.cli.terminal import say

if TYPE_CHECKING:
    from hudna.model import Entity, Event, Reading
    from hudna.store import Store


class ShowFormat(StrEnum):
    """How one thing is written."""

    TABLE = "table"
    JSON = "json"


class ExportFormat(StrEnum):
    """How the record is written."""

    JSONL = "jsonl"
    JSON = "json"


class What(StrEnum):
    """What of the record is exported."""

    EVENTS = "events"
    ENTITIES = "entities"
    READINGS = "readings"
    RECORD = "record"


def add_commands(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("add")(add)
    app.command("show")(show)
    app.command("export")(export)
    app.command("reread")(reread)


def add(
    paths: opt.Paths,
    *,
    store: opt.Store = opt.DEFAULT_STORE,
    source: opt.Source = None,
    published: opt.PublishedDay = None,
    url: opt.Url = None,
    title: opt.Title = None,
    jobs: opt.Jobs = 1,
) -> None:
    """Read articles into the record; an article that is there already changes nothing."""
    from hudna import desk

    known = desk.Options(source=source, published=published, url=url, title=title)
    tally = Tally()
    with desk.open_store(store, create=True) as opened:
        added = desk.add(opened, paths, known, jobs=jobs)
        counts = Counter(each.added.value for each in tally.sort(added, shows_progress=True))
        if counts.keys() - {"known"}:
            desk.put_together(opened, jobs=jobs)
    if counts:
        told = [f"{count} {name.replace('_', ' ')}" for name, count in sorted(counts.items())]
        say(f"{store}: {', '.join(told)}")
    tally.finish()


def show(
    key: Annotated[str, typer.Argument(help="The id of an article, event or entity.", show_default=False)],
    *,
    store: opt.Store = opt.DEFAULT_STORE,
    form: Annotated[ShowFormat, typer.Option("--format", "-f", help="How to write it.")] = ShowFormat.TABLE,
    output: opt.Output = None,
    language: opt.LanguageOption = Language.EN,
    bidi: opt.BidiOption = Bidi.AUTO,
) -> None:
    """Print what was read in an article, an event with its accounts, or an entity with its spellings and events."""
    from hudna import desk

    with desk.open_store(store) as opened:
        thing = desk.show(opened, key)
        if form is ShowFormat.JSON:
            lines = iter([_json(thing)])
        else:
            lines = _shown(thing, opened, language, bidi, to_file=output is not None)
        write_lines(lines, output)


def export(
    what: Annotated[What, typer.Argument(help="What to export.")] = What.EVENTS,
    *,
    store: opt.Store = opt.DEFAULT_STORE,
    form: Annotated[ExportFormat, typer.Option("--format", "-f", help="How to write it.")] = ExportFormat.JSONL,
    output: opt.Output = None,
) -> None:
    """Print the record as data for other programs; `record` is all of it, for `hudna import record`."""
    from hudna import desk

    with desk.open_store(store) as opened:
        lines = _exported(opened, what)
        write_lines(lines if form is ExportFormat.JSONL else as_list(lines), output)


def reread(
    *,
    store: opt.Store = opt.DEFAULT_STORE,
    jobs: opt.Jobs = 1,
    form: Annotated[ExportFormat, typer.Option("--format", "-f", help="How to write it.")] = ExportFormat.JSONL,
    output: opt.Output = None,
) -> None:
    """Read all articles again with this version and print what changed; no earlier reading and no decision is lost."""
    from hudna import desk
    from hudna.export.record import to_values

    counts: Counter[str] = Counter()

    def changed() -> Iterator[str]:
        for each in desk.reread(opened, jobs=jobs):
            counts["read again"] += 1
            for change in each.changes:
                counts[change.kind.value] += 1
                value = {"article": each.article.digest, "article_id": each.article.id, **to_values(change)}
                yield json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    with desk.open_store(store) as opened:
        write_lines(changed() if form is ExportFormat.JSONL else as_list(changed()), output)
        counts["orphaned decisions"] = len(desk.orphans(opened))
    say(f"{store}: {', '.join(f'{count} {name}' for name, count in counts.items())}")


def _exported(store: "Store", what: What) -> Iterator[str]:
    from hudna import desk

    if what is What.RECORD:
        yield from store.lines()
        return
    if what is What.READINGS:
        yield from (_json(reading) for reading in store.readings())
        return
    record = desk.make_record(store)
    things: list[Event | Entity] = list(record.events)
    if what is What.ENTITIES:
        things = [record.entities.by_id[key] for key in sorted(record.entities.by_id)]
    yield from (_json(thing) for thing in things)


def _json(thing: "Reading | Event | Entity") -> str:
    from hudna.export.record import export_jsonl
    from hudna.model import Reading
    from hudna.model.wire import to_line

    return to_line(thing) if isinstance(thing, Reading) else next(export_jsonl([thing]))


def _shown(
    thing: "Reading | Event | Entity", store: "Store", language: Language, bidi: Bidi, *, to_file: bool
) -> Iterator[str]:
    from hudna import desk
    from hudna.cli import tables
    from hudna.cli.terminal import lines_of
    from hudna.export.chronology import describe
    from hudna.export.words import load_words
    from hudna.model import Event, Reading
    from hudna.record import chronology

    words = load_words(language.value)
    if isinstance(thing, Reading):
        shown = tables.table_of_reading(thing, words)
    elif isinstance(thing, Event):
        (row,) = describe(chronology([thing]), desk.reading_of(store), words)
        shown = tables.sheet_of_event(row, words)
    else:
        selected = desk.make_record(store).chronology(desk.Selection(party=thing.id))
        rows = list(describe(selected, desk.reading_of(store), words))
        shown = tables.sheet_of_entity(thing, rows, words)
    return lines_of(shown, bidi, to_file=to_file)
