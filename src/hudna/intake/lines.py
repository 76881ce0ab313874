"""Articles as JSON lines, gzipped or not: read in pieces, one bad line costs only itself."""

import zlib
from collections.abc import Iterator
from typing import BinaryIO, Final

from hudna.intake.fields import json_type, parse_fields, parse_object
from hudna.intake.known import Known, article_of
from hudna.intake.paths import refusal_of
from hudna.intake.refusal import Refusal, RefusalCode
from hudna.model import Article

MAX_LINE_BYTES: Final = 20_000_000
_PIECE_BYTES: Final = 1 << 18
_PACKED_BYTES: Final = 1 << 13  # what is unpacked at a time is lost when damage shows in it
_GZIP: Final = zlib.MAX_WBITS | 16
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"


class DamagedError(Exception):
    """Compressed data end early or make no sense from here on."""


def read_lines(stream: BinaryIO, known: Known, path: str, *, gzipped: bool = False) -> Iterator[Article | Refusal]:
    """Yield the article of every line, or why it is none; blank lines are passed over.

    What ``known`` says fills the gaps of each line.
    """
    number = 0
    empty = True
    pieces = _unzipped(stream) if gzipped else iter(lambda: stream.read(_PIECE_BYTES), b"")
    try:
        for number, line in enumerate(split_lines(pieces), start=1):
            if line is None:
                empty = False
                yield Refusal(path, number, RefusalCode.LINE_TOO_LONG, f"at most {MAX_LINE_BYTES} bytes")
            elif content := line.removeprefix(_BYTE_ORDER_MARK if number == 1 else b"").strip():
                empty = False
                yield from _read_line(content, known, path, number)
    except DamagedError as error:
        yield Refusal(path, number + 1, RefusalCode.TRUNCATED, str(error))
        return
    except OSError as error:
        yield refusal_of(path, error, number + 1)
        return
    if empty:
        yield Refusal(path, None, RefusalCode.EMPTY)


def split_lines(pieces: Iterator[bytes]) -> Iterator[bytes | None]:
    """Yield the lines of a stream without their newline, None for one longer than ``MAX_LINE_BYTES``."""
    held: list[bytes] = []
    size = 0
    for piece in pieces:
        *whole, rest = piece.split(b"\n")
        for part in whole:
            yield b"".join((*held, part)) if size + len(part) <= MAX_LINE_BYTES else None
            held, size = [], 0
        size += len(rest)
        if size > MAX_LINE_BYTES:
            held = []  # the line is not kept, only counted on
        else:
            held.append(rest)
    if size:
        yield b"".join(held) if size <= MAX_LINE_BYTES else None


def _unzipped(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the contents of gzip members piece by piece, all there is before the damage.

    Raises:
        DamagedError: the data are no gzip, broken, or end within a member.
    """
    unzip = zlib.decompressobj(_GZIP)
    begun = False
    for packed in iter(lambda: stream.read(_PACKED_BYTES), b""):
        data = packed
        while data:
            if unzip.eof:
                data = data.lstrip(b"\0")  # members may be padded
                if not data:
                    break
                unzip = zlib.decompressobj(_GZIP)
            begun = True
            try:
                piece = unzip.decompress(data, _PIECE_BYTES)
            except zlib.error as error:
                raise DamagedError(str(error)) from error
            if piece:
                yield piece
            data = unzip.unused_data if unzip.eof else unzip.unconsumed_tail
    if begun and not unzip.eof:
        raise DamagedError("the end is missing")


def _read_line(content: bytes, known: Known, path: str, number: int) -> Iterator[Article | Refusal]:
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        yield Refusal(path, number, RefusalCode.UNDECODABLE, f"JSON lines are UTF-8; byte {error.start + 1} is not")
        return
    values = parse_object(text, path, number)
    if isinstance(values, Refusal):
        yield values
        return
    body = values.get("text")
    if body is not None and not isinstance(body, str):
        yield Refusal(path, number, RefusalCode.WRONG_TYPE, f"text is {json_type(body)}")
        return
    if not body or not body.strip():
        yield Refusal(path, number, RefusalCode.NO_TEXT)
        return
    fields = parse_fields(values, path, number, besides=("text",))
    if isinstance(fields, Refusal):
        yield fields
        return
    said, warnings = fields
    yield article_of(body, said.over(known), path, number)
    yield from warnings
