"""Articles as JSON lines: every field, and every way a line or its compression can be wrong."""

import datetime as dt
import gzip
import json
import os
import tracemalloc
from pathlib import Path

import pytest
from intake_files import LINE, TEXT, codes, ids, read, write_lines

from hudna.intake import Refusal, RefusalCode
from hudna.intake.lines import MAX_LINE_BYTES
from hudna.model import Article, Genre, PublishedBasis


def test_json_line_fields(tmp_path: Path):
    """Every field of the format arrives, the printed day unshifted."""
    line = LINE | {"url": "https://x.example/1", "author": "سمير", "language": "ar", "genre": "official"}

    [article] = read(write_lines(tmp_path / "a.jsonl", line), source="another", published="2001-01-01")

    assert isinstance(article, Article)
    assert ("a-1", "صوت الساحل", "https://x.example/1", "هدنة") == (
        article.id,
        article.source,
        article.url,
        article.title,
    )
    assert ("سمير", "ar", Genre.OFFICIAL, TEXT) == (article.author, article.language, article.genre, article.text)
    assert article.published.day == dt.date(2017, 7, 5)


def test_bad_lines_cost_only_themselves(tmp_path: Path):
    """Each bad line is named by number and reason; the others are read."""
    lines = [
        json.dumps(LINE).encode(),
        b"{not json",
        b"[1]",
        b'{"id": "x"}',
        b'{"text": ""}',
        b'{"text": 5}',
        b'{"text": "\xd9\x86\xd8\xb5", "title": 5}',
        b'{"text": "x", "genre": "song"}',
        '{"text": "نص"}'.encode("windows-1256"),
        b'{"text": "\\ud800"}',
        b"[" * 100_000,
        b'{"text": "x", "n": ' + b"9" * 5000 + b"}",
        b"",
        b'{"id": "last", "text": "x", "mood": "good", "published": "soon"}',
    ]
    (tmp_path / "a.jsonl").write_bytes(b"\xef\xbb\xbf" + b"\r\n".join(lines))

    found = read(tmp_path / "a.jsonl")

    assert ids(found) == ["a-1", "last"]
    assert [
        (2, "not_json"),
        (3, "not_an_object"),
        (4, "no_text"),
        (5, "no_text"),
        (6, "wrong_type"),
        (7, "wrong_type"),
        (8, "unknown_genre"),
        (9, "undecodable"),
        (10, "not_unicode"),
        (11, "not_json"),
        (12, "not_json"),
        (14, "unknown_field"),
        (14, "published_not_understood"),
    ] == [(line, code) for _, line, code in codes(found)]
    assert [False] * 11 + [True] * 2 == [one.is_warning for one in found if isinstance(one, Refusal)]
    last = next(one for one in found if isinstance(one, Article) and one.id == "last")
    assert (PublishedBasis.UNKNOWN, "published_not_understood") == (last.published.basis, last.published.because.code)


def test_messages_are_one_line_naming_file_and_line(tmp_path: Path):
    """A message names the file, the line and what was found, and never breaks."""
    path = write_lines(tmp_path / "a.jsonl", LINE | {"mo\nod": 1})

    _, warning = read(path)

    assert f'{path}:1: a field that is not known was passed over ("mo\\nod")' == str(warning)


def test_a_line_too_long_is_not_held(tmp_path: Path):
    """A 50 MB line is refused by number in flat memory; the lines around it are read."""
    with (tmp_path / "a.jsonl").open("wb") as file:
        file.write(b'{"id": "first", "text": "x"}\n{"text": "')
        for _ in range(50):
            file.write(b"a" * 1_000_000)
        file.write(b'"}\n{"id": "after", "text": "x"}')
    tracemalloc.start()

    found = read(tmp_path / "a.jsonl")

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert ids(found) == ["first", "after"]
    assert codes(found) == [("a.jsonl", 2, RefusalCode.LINE_TOO_LONG)]
    assert peak < 2 * MAX_LINE_BYTES


def test_gzipped_lines(tmp_path: Path):
    """Members one after another are one file."""
    line = json.dumps(LINE).encode()
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(line + b"\n") + gzip.compress(line) + b"\0" * 512)

    assert ids(read(tmp_path / "a.jsonl.gz")) == ["a-1", "a-1"]


@pytest.mark.parametrize("damage", ["cut", "flipped", "no gzip"])
def test_damaged_gzip_gives_what_is_before_the_damage(tmp_path: Path, damage: str):
    """The lines before the damage are read, and the line where it stands is named."""
    noise = os.urandom(200_000).hex()
    rows = [json.dumps({"id": f"a-{number}", "text": noise[number * 1000 :][:1000]}) for number in range(200)]
    packed = bytearray(gzip.compress("\n".join(rows).encode()))
    if damage == "cut":
        packed = packed[: len(packed) // 2]
    elif damage == "flipped":
        packed[len(packed) // 2 : len(packed) // 2 + 50] = b"\xff" * 50
    else:
        packed = bytearray(b"plain")
    (tmp_path / "a.jsonl.gz").write_bytes(packed)

    found = read(tmp_path / "a.jsonl.gz")

    kept = len(ids(found))
    assert (kept > 50) == (damage != "no gzip")
    name, line, code = codes(found)[-1]
    assert ("a.jsonl.gz", RefusalCode.TRUNCATED) == (name, code)
    assert line is not None
    assert line > kept - 1
