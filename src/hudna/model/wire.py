"""The public JSON form of a reading, as the format page promises it.

A reading is printed straight to text: each class gets one writer, worked out once from its fields (``shape``). Only
what the format writes unlike the dataclass (spans, times, problems, the article) is written out here.
"""

import datetime as dt
import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

from hudna.model.article import Article
from hudna.model.reading import FORMAT_VERSION, Reader, Reading
from hudna.model.records import Order, Party, Problem
from hudna.model.shape import ARTICLE_KEYS, LISTS, Member, has_span, item_of, members_of
from hudna.model.span import TEXT, Field, Span
from hudna.model.time import Because, Published, When
from hudna.model.unwire import decode, from_line, published_from_line

__all__ = ["decode", "encode", "from_line", "published_from_line", "published_to_line", "to_line"]

Write = Callable[[Any, Article], str]
_NO_ARTICLE: Final = Article("", "")
_quote: Final[Callable[[str], str]] = json.encoder.encode_basestring


def encode(reading: Reading) -> dict[str, Any]:
    """Return a reading as JSON values, keys in the order of the format page; derivations are left out."""
    value: dict[str, Any] = json.loads(to_line(reading))
    return value


def to_line(reading: Reading) -> str:
    """Return a reading as one line of JSON without its line break; it can always be written as UTF-8.

    Characters stand as they are, unless the article holds half a surrogate pair: then all are escaped.
    """
    article = reading.article
    described = [f'"{key}":{_quote_or_null(getattr(article, key))}' for key in ARTICLE_KEYS]
    described += (
        f'"credits":{_writer_of_items(Party)(reading.credits, article)}',
        f'"published":{_writer(Published)(article.published, article)}',
    )
    parts = [
        f'"format_version":{FORMAT_VERSION}',
        f'"reader":{_writer(Reader)(reading.reader, article)}',
        f'"article":{{{",".join(described)}}}',
        f'"text":{_quote(article.text)}',
        f'"litter":{_writer_of_items(Span)(reading.litter, article)}',
    ]
    parts += [f'"{key}":{write(getattr(reading, key), article)}' for key, write in _list_writers()]
    line = f"{{{','.join(parts)}}}"
    try:
        line.encode("utf-16-le")  # quicker than UTF-8 where most is Arabic, and refuses the same
    except UnicodeEncodeError:
        return json.dumps(json.loads(line), separators=(",", ":"))
    return line


def published_to_line(published: Published) -> str:
    """Return a publication day as one line of JSON, as it stands in a reading."""
    return _writer(Published)(published, _NO_ARTICLE)


@cache
def _writer(cls: type) -> Write:
    """Return what prints an object of a class: one format string made from its fields.

    Made, not looped over, because printing is a seventh of reading otherwise (measured: half the time of a loop over
    a table). The string holds nothing but the field names of our own classes.
    """
    special = _SPECIAL.get(cls)
    if special is not None:
        return special
    known: dict[str, Any] = {"quote": _quote, "day": _write_day, "offsets": _write_offsets}
    pieces = ["{offsets(value.span, article)}"] if has_span(cls) else []
    for member in members_of(cls):
        printed = _expression(member, known)
        if member.printed_when_none:
            printed = f"'null' if value.{member.key} is None else {printed}" if member.nullable else printed
            pieces.append(f'{"," if pieces else ""}"{member.key}":{{{printed}}}')
        else:
            pieces.append(f"""{{'' if value.{member.key} is None else ',"{member.key}":' + {printed}}}""")
    write: Write = eval(f'lambda value, article: f"""{{{{{"".join(pieces)}}}}}"""', known)  # noqa: S307 (see above)
    return write


def _expression(member: Member, known: dict[str, Any]) -> str:
    """Return what prints a field that is not None; the writers it calls are put into ``known`` by name."""
    value, item = f"value.{member.key}", item_of(member.type)
    if item is not None:
        known[f"write_{member.key}"] = _writer_of_items(item)
        return f"(write_{member.key}({value}, article) if {value} else '[]')"
    cls: Any = member.type
    if issubclass(member.type, str):  # closed lists too: their values are strings
        return f"quote({value})"
    if issubclass(member.type, bool):
        return f"('true' if {value} else 'false')"
    if issubclass(member.type, int | float):
        return f"repr({value})"
    if issubclass(member.type, dt.date):
        return f"day({value})"
    known[f"write_{member.key}"] = _writer(cls)
    return f"write_{member.key}({value}, article)"


@cache
def _writer_of_items(hint: type) -> Write:
    cls: Any = hint
    if issubclass(hint, str):
        return lambda values, _: f"[{','.join([_quote(value) for value in values])}]"
    write = _writer(cls)
    return lambda values, article: f"[{','.join([write(value, article) for value in values])}]"


@cache
def _list_writers() -> tuple[tuple[str, Write], ...]:
    items = {member.key: item_of(member.type) for member in members_of(Reading)}
    return tuple((key, _writer_of_items(items[key])) for key in LISTS)


def _quote_or_null(value: str | None) -> str:
    return "null" if value is None else _quote(value)


def _write_day(day: dt.date | None) -> str:
    return "null" if day is None else f'"{day.isoformat()}"'


def _write_offsets(span: Span, article: Article) -> str:
    start, end, field = span
    if field == TEXT:
        return f'"start":{start},"end":{end},"text":{_quote(article.text[start:end])}'
    return f'"start":{start},"end":{end},"text":{_quote(article.words(span))}{_where(field)}'


def _where(field: Field) -> str:
    return "" if field == TEXT else f',"in":"{field}"'


def _write_span(span: Span, article: Article) -> str:
    return f"{{{_write_offsets(span, article)}}}"


def _write_order(order: Order, article: Article) -> str:
    found = []
    for key, value in (("before", order.before), ("after", order.after)):
        if isinstance(value, str):
            found.append(f'"{key}":{_quote(value)}')
        elif value is not None:
            found.append(f'"{key}":{_write_span(value, article)}')
    return f"{{{','.join(found)}}}"


def _write_because(because: Because, _: Article) -> str:
    args = ",".join([f"{_quote(key)}:{_quote(value)}" for key, value in because.args])
    return f'{{"code":{_quote(because.code)},"args":{{{args}}}}}'


def _write_when(when: When, article: Article) -> str:
    words = None if when.span is None else article.words(when.span)
    found = (
        f'{{"earliest":{_write_day(when.earliest)},"latest":{_write_day(when.latest)},"text":{_quote_or_null(words)}'
        f',"because":{_write_because(when.because, article)}'
    )
    if when.span is None:
        return found + "}"
    start, end, field = when.span
    return f'{found},"start":{start},"end":{end}{_where(field)}}}'


def _write_problem(problem: Problem, _: Article) -> str:
    found = f'{{"code":{_quote(problem.code)},"detail":{_quote(problem.detail)}'
    if problem.span is None:
        return f'{found},"start":null,"end":null}}'
    start, end, field = problem.span
    return f'{found},"start":{start},"end":{end}{_where(field)}}}'


_SPECIAL: Final[Mapping[type, Write]] = {
    Span: _write_span,
    Because: _write_because,
    When: _write_when,
    Order: _write_order,
    Problem: _write_problem,
}
