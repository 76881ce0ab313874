"""Paths to articles: every file by its kind, in the order given, one at a time."""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO, Final

from hudna.intake.fields import shown
from hudna.intake.known import Known
from hudna.intake.lines import read_lines
from hudna.intake.options import Options
from hudna.intake.paths import LINE_SUFFIXES, PAGE_SUFFIXES, STANDARD_INPUT, Found, find_files, refusal_of
from hudna.intake.plain import read_plain
from hudna.intake.published import NOT_UNDERSTOOD, parse_published
from hudna.intake.refusal import Refusal, RefusalCode
from hudna.intake.sidecar import read_sidecar
from hudna.model import Article, PublishedBasis

MAX_FILE_BYTES: Final = 48_000_000  # 12 million characters of four bytes each
MAX_PAGE_BYTES: Final = 8_000_000
_PEEK_BYTES: Final = 4096
_NO_OPTIONS: Final = Options()


def find_articles(
    paths: Iterable[str | os.PathLike[str]], options: Options = _NO_OPTIONS, *, stdin: BinaryIO | None = None
) -> Iterator[Article | Refusal]:
    """Yield the articles of files and folders in the order given, and a refusal for everything that is none.

    A refusal that is a warning follows its article or stands before its file's; whatever is wrong with one file or
    line, the rest is read. ``-`` is ``stdin`` (the process's own by default): JSON lines when it begins with ``{`` or
    is gzipped, a page when it begins with ``<``, plain text else. One file, or one line, is held in memory at a time.
    """
    given = Known(source=options.source, url=options.url, title=options.title)
    if options.published is not None:
        published = parse_published(options.published, PublishedBasis.GIVEN)
        given = replace(given, published=published)
        if published is NOT_UNDERSTOOD:
            yield Refusal("--published", None, RefusalCode.PUBLISHED_NOT_UNDERSTOOD, shown(options.published))
    for found in find_files(paths):
        if isinstance(found, Refusal):
            yield found
        elif found.path == STANDARD_INPUT:
            yield from _read_stdin(stdin or sys.stdin.buffer, given, options)
        else:
            beside, warnings = read_sidecar(found)
            yield from warnings
            yield from _read_file(found, beside.over(given), options)


def _read_file(found: Found, known: Known, options: Options) -> Iterator[Article | Refusal]:
    try:
        with Path(found.path).open("rb") as file:
            yield from _read_stream(file, found, known, options)
    except OSError as error:
        yield refusal_of(found.path, error)


def _read_stream(stream: BinaryIO, found: Found, known: Known, options: Options) -> Iterator[Article | Refusal]:
    if found.suffix in LINE_SUFFIXES:
        yield from read_lines(stream, known, found.path, gzipped=found.suffix.endswith(".gz"))
        return
    is_page = found.suffix in PAGE_SUFFIXES
    limit = MAX_PAGE_BYTES if is_page else MAX_FILE_BYTES
    data = stream.read(limit + 1)
    if len(data) > limit:
        yield Refusal(found.path, None, RefusalCode.TOO_LARGE, f"at most {limit} bytes")
        return
    if found.path != STANDARD_INPUT and known.id is None:
        known = replace(known, id=found.stem)
    if is_page:
        from hudna.intake.pages import read_page  # loads a parser, which other files can do without

        yield read_page(data, known, found.path, options)
    else:
        yield read_plain(data, known, found.path)


def _read_stdin(stream: BinaryIO, given: Known, options: Options) -> Iterator[Article | Refusal]:
    buffered = stream if isinstance(stream, BufferedReader) else BufferedReader(stream)  # type: ignore[type-var]
    try:
        yield from _read_stream(buffered, Found(STANDARD_INPUT, _kind(buffered.peek(_PEEK_BYTES))), given, options)
    except OSError as error:
        yield refusal_of(STANDARD_INPUT, error)


def _kind(start: bytes) -> str:
    """Return the suffix a stream would have as a file."""
    if start.startswith(b"\x1f\x8b"):
        return ".jsonl.gz"
    first = start.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    return {b"{": ".jsonl", b"<": ".html"}.get(first, ".txt")
