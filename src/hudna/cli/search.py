"""hudna search: articles and records by their words."""

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from hudna.cli import options as opt
from hudna.cli.options import Bidi, Language
from hudna.cli.output import as_list, write_lines
from hudna.cli.terminal import say

if TYPE_CHECKING:
    from hudna.desk import Answer


class Searched(StrEnum):
    """What is searched."""

    ARTICLE = "article"
    CONTACT = "contact"
    MEASURE = "measure"
    INCIDENT = "incident"
    CONDUCT = "conduct"
    PLEDGE = "pledge"
    STATEMENT = "statement"


class SearchFormat(StrEnum):
    """How hits are written."""

    TABLE = "table"
    JSONL = "jsonl"
    JSON = "json"


def add_commands(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command("search")(search)


def search(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            help="Words and names, in Arabic or Latin letters; a phrase in double quotes.", metavar="WORD..."
        ),
    ] = None,
    *,
    store: opt.Store = opt.DEFAULT_STORE,
    types: Annotated[list[Searched] | None, typer.Option("--type", help="Only these; may be repeated.")] = None,
    outlets: Annotated[list[str] | None, typer.Option("--outlet", help="Only of this outlet; may be repeated.")] = None,
    first: opt.First = None,
    last: opt.Last = None,
    party: Annotated[
        str | None, typer.Option("--party", help="Only where this party is named: a name or an id.")
    ] = None,
    place: Annotated[
        str | None, typer.Option("--place", help="Only where this place is named: a name or an id.")
    ] = None,
    sure: Annotated[bool, typer.Option("--sure", help="Leave out records that are hedged or unsure.")] = False,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many hits to print.")] = 20,
    form: Annotated[SearchFormat, typer.Option("--format", "-f", help="How to write it.")] = SearchFormat.TABLE,
    output: opt.Output = None,
    language: opt.LanguageOption = Language.EN,
    bidi: opt.BidiOption = Bidi.AUTO,
) -> None:
    """Find articles and records by their words, whatever the spelling, the clitics or the letters.

    Other forms of a word are found with it, and a name by all its spellings. Hits come best first; without words, the
    latest.
    """
    from hudna import desk
    from hudna.model import RecordType

    question = desk.Question(
        words=" ".join(words or ()),
        types=[None if each is Searched.ARTICLE else RecordType(each.value) for each in types] if types else None,
        outlets=outlets,
        first=opt.day_of(first),
        last=opt.day_of(last),
        party=party,
        place=place,
        only_sure=sure,
    )
    with desk.open_store(store) as opened:
        answer = desk.search(opened, question, limit=limit)
    as_table = form is SearchFormat.TABLE
    lines = _table(answer, language, bidi, to_file=output is not None) if as_table else _data(answer)
    write_lines(as_list(lines) if form is SearchFormat.JSON else lines, output)
    if answer.count > len(answer.hits):
        say(f"{len(answer.hits)} of {answer.count} hits; more with --limit")


def _data(answer: "Answer") -> Iterator[str]:
    import json

    from hudna.export.record import to_values
    from hudna.model import Evidence

    for hit in answer.hits:
        article = hit.article
        evidence = [to_values(Evidence(article.digest, span, article.words(span))) for span in hit.spans]
        value = {
            "type": hit.type or "article",
            "article": article.digest,
            "article_id": article.id,
            "outlet": article.source,
            "published": to_values(article.published),
            "title": article.title,
            "record": hit.record,
            "words": evidence,
        }
        yield json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _table(answer: "Answer", language: Language, bidi: Bidi, *, to_file: bool) -> Iterator[str]:
    from hudna.cli.tables import table_of_hits
    from hudna.cli.terminal import lines_of
    from hudna.export.words import load_words

    return lines_of(table_of_hits(answer.hits, load_words(language.value)), bidi, to_file=to_file)
