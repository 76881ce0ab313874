"""hudna names, hudna who: the names in articles, and who goes by a name."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from hudna.cli import options as opt
from hudna.cli.options import Bidi, Language
from hudna.cli.output import as_list, write_lines
from hudna.cli.tally import Tally

if TYPE_CHECKING:
    from rich.table import Table

    from hudna.desk import Bearer
    from hudna.export.words import Words
    from hudna.model import Reading


class NamesFormat(StrEnum):
    """How names are written."""

    TABLE = "table"
    JSONL = "jsonl"
    JSON = "json"


def add_commands(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("names")(names)
    app.command("who")(who)


def names(
    paths: opt.Paths,
    *,
    jobs: opt.Jobs = 1,
    form: Annotated[NamesFormat, typer.Option("--format", "-f", help="How to write it.")] = NamesFormat.TABLE,
    output: opt.Output = None,
    language: opt.LanguageOption = Language.EN,
    bidi: opt.BidiOption = Bidi.AUTO,
) -> None:
    """Print the people, bodies, places, nationalities and offices that articles name."""
    from hudna import desk

    tally = Tally()
    readings = tally.sort(desk.read(paths, jobs=jobs), shows_progress=output is not None)
    if form is NamesFormat.TABLE:
        from hudna.cli.terminal import lines_of
        from hudna.export.words import load_words

        words = load_words(language.value)
        lines: Iterator[str] = (
            line
            for reading in readings
            for line in lines_of(_table_of(reading, words), bidi, to_file=output is not None)
        )
    else:
        values = (json.dumps(each, ensure_ascii=False) for reading in readings for each in _values(reading))
        lines = values if form is NamesFormat.JSONL else as_list(values)
    write_lines(lines, output)
    tally.finish()


def who(
    name: Annotated[str, typer.Argument(help="A name, in Arabic or Latin letters.", show_default=False)],
    *,
    store: Annotated[
        Path | None,
        typer.Option("--store", envvar="HUDNA_STORE", dir_okay=False, help="Also the articles of this record."),
    ] = None,
    form: Annotated[NamesFormat, typer.Option("--format", "-f", help="How to write it.")] = NamesFormat.TABLE,
    output: opt.Output = None,
    language: opt.LanguageOption = Language.EN,
    bidi: opt.BidiOption = Bidi.AUTO,
) -> None:
    """Print who goes by a name: its spellings, the offices held and when, and the articles that name it."""
    from hudna import desk
    from hudna.model import InputError

    if store is not None and store.exists():
        with desk.open_store(store) as opened:
            found = desk.who(name, opened)
    else:
        found = desk.who(name)
    if not found:
        raise InputError(f"{name}: nobody goes by this name")
    if form is NamesFormat.TABLE:
        from hudna.cli.terminal import lines_of
        from hudna.export.words import load_words

        lines: Iterator[str] = iter(
            lines_of(_table_of_bearers(found, load_words(language.value)), bidi, to_file=output is not None)
        )
    else:
        values = (json.dumps(_value_of(each), ensure_ascii=False) for each in found)
        lines = values if form is NamesFormat.JSONL else as_list(values)
    write_lines(lines, output)


def _values(reading: "Reading") -> Iterator[dict[str, Any]]:
    from hudna.names import found_name

    for name in reading.names:
        found = found_name(name, reading.article.words(name.span))
        where = {} if name.span.field.value == "text" else {"in": name.span.field.value}
        head = {"article": reading.article.id, "start": found.start, "end": found.end, "text": found.text, **where}
        value = {"kind": found.kind, "label": found.label, "latin": found.latin, "entity": found.entity}
        point = {"latitude": found.latitude, "longitude": found.longitude, "precision": found.precision}
        yield {**head, **value, **(point if found.precision is not None else {})}


def _table_of(reading: "Reading", words: "Words") -> "Table":
    """Return the names of an article, each entity or label once, with how often it stands there."""
    from hudna.names import found_name

    counts = Counter((name.kind, name.label, name.entity) for name in reading.names)
    first = {(name.kind, name.label, name.entity): name for name in reversed(reading.names)}
    table = _table(words, "kind", "latin", "times", "entity", "evidence", title=reading.article.id)
    for key, times in sorted(counts.items(), key=lambda item: (item[0][0], -item[1], item[0][1])):
        found = found_name(first[key], "")
        point = "" if found.latitude is None else f"{found.latitude:.2f}, {found.longitude:.2f} {found.precision}"
        table.add_row(words("name", found.kind), found.latin, str(times), point or found.entity or "", found.label)
    return table


def _table_of_bearers(found: "Iterable[Bearer]", words: "Words") -> "Table":
    table = _table(words, "id", "latin", "offices", "articles", "evidence")
    for each in found:
        offices = [f"{term.office} {term.country} {term.start} – {term.end}".rstrip() for term in each.terms]
        articles = [str(len(each.articles)), *each.articles[:5]] if each.articles else []
        table.add_row(each.entity, each.latin, "\n".join(offices), "\n".join(articles), "\n".join(each.forms))
    return table


def _table(words: "Words", *keys: str, title: str | None = None) -> "Table":
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE, show_edge=False, pad_edge=False, title=title, title_justify="left")
    for key in keys:
        table.add_column(words("column", key), overflow="fold")
    return table


def _value_of(each: "Bearer") -> dict[str, Any]:
    terms = [
        {
            "office": term.office,
            "country": term.country,
            "from": term.start,
            "to": term.end or None,
            "source": term.source,
        }
        for term in each.terms
    ]
    why = [dict(zip(feature._fields, feature, strict=True)) for feature in each.match.features]
    head = {"entity": each.entity, "kind": each.kind, "label": each.label, "latin": each.latin}
    known = {"score": each.match.score, "because": why, "forms": list(each.forms), "offices": terms}
    return {**head, **known, "articles": list(each.articles)}
