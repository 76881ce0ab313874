"""Files, folders, sidecars and standard input, and everything that can be wrong with them."""

import datetime as dt
import gzip
import json
import os
from pathlib import Path

import pytest
from intake_files import LINE, TEXT, codes, ids, read, write_lines

from hudna.intake import RefusalCode, find_articles
from hudna.model import UNKNOWN_DAY, Article, PublishedBasis, digest_of


def test_plain_text_is_kept_to_the_letter(tmp_path: Path):
    """Newlines, spaces at the end and marks stay; a byte order mark is no text."""
    text = f"  {TEXT}\r\r\n\u200fآخر\u00a0سطر &nbsp; \t"
    (tmp_path / "one.txt").write_bytes(b"\xef\xbb\xbf" + text.encode())

    [article] = read(tmp_path / "one.txt", source="صوت الساحل", published="2017-07-05", url="https://x.example/1")

    assert isinstance(article, Article)
    assert (text, "one", "صوت الساحل", None) == (article.text, article.id, article.source, article.title)
    assert (dt.date(2017, 7, 5), PublishedBasis.GIVEN) == (article.published.day, article.published.basis)
    assert digest_of("صوت الساحل", "https://x.example/1", None, text) == article.digest


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "windows-1256", "iso-8859-6"])
def test_plain_text_of_every_encoding(tmp_path: Path, encoding: str):
    """The same article comes out of every encoding."""
    (tmp_path / "one.txt").write_bytes(TEXT.encode(encoding))

    [article] = read(tmp_path / "one.txt")

    assert isinstance(article, Article)
    assert article.text == TEXT


def test_folders_are_walked_in_sorted_order(tmp_path: Path):
    """Files of other kinds, hidden ones and sidecars are passed over."""
    for name in ("b/2.txt", "b/1.md", "a.txt", "c.TXT", "d.pdf", ".hidden.txt", "a.meta.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("{}" if name.endswith("json") else TEXT, encoding="utf-8")
    write_lines(tmp_path / "d.jsonl", {"text": TEXT}, LINE)

    found = read(tmp_path)

    assert ["a", "1", "2", "c", f"art-{digest_of(None, None, None, TEXT)[:12]}", "a-1"] == ids(found)
    assert len(found) == 6


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path):
    """A folder that holds itself is read once."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")

    assert ids(read(tmp_path)) == ["a"]


def test_a_file_too_large_is_refused(tmp_path: Path):
    """A plain file of 50 MB is refused, and so is a page beyond its own limit."""
    (tmp_path / "a.txt").write_bytes(b"a" * 50_000_000)
    (tmp_path / "b.html").write_bytes(b"<p>" + b"a" * 9_000_000)

    assert [("a.txt", None, RefusalCode.TOO_LARGE), ("b.html", None, RefusalCode.TOO_LARGE)] == codes(read(tmp_path))


def test_other_bad_files(tmp_path: Path):
    """Each is refused by name; what can be read is read."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_bytes(b" \n\t\r\n")
    (tmp_path / "d.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 20)
    (tmp_path / "e.txt").write_bytes(TEXT.encode()[1:])
    (tmp_path / "f.jsonl").write_bytes(b"\n\n")
    (tmp_path / "g.jsonl.gz").write_bytes(b"")
    (tmp_path / "h.html").write_text("<html><nav><a href=x>أخبار</a> <a>رياضة</a></nav></html>", encoding="utf-8")
    (tmp_path / "i.html").write_bytes(b"")
    (tmp_path / "j.pdf").write_bytes(b"%PDF")

    found = read(tmp_path, tmp_path / "j.pdf", tmp_path / "gone", tmp_path / "a.txt", "nul\0inside")

    assert ids(found) == ["a", "a"]
    assert [
        ("b.txt", "empty"),
        ("c.txt", "empty"),
        ("d.txt", "binary"),
        ("e.txt", "undecodable"),
        ("f.jsonl", "empty"),
        ("g.jsonl.gz", "empty"),
        ("h.html", "no_article"),
        ("i.html", "empty"),
        ("j.pdf", "unknown_kind"),
        ("gone", "missing"),
        ("nul\0inside", "missing"),
    ] == [(name, code) for name, _, code in codes(found)]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_forbidden_files_and_folders(tmp_path: Path):
    """A folder or file without permission is named; its neighbours are read."""
    (tmp_path / "closed").mkdir(mode=0)
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "c.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").chmod(0)

    found = read(tmp_path, tmp_path / "closed" / "x.txt")

    assert ids(found) == ["c"]
    no = RefusalCode.NO_PERMISSION
    assert [("b.txt", None, no), ("closed", None, no), ("x.txt", None, no)] == codes(found)


def test_permission_errors_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Whatever the system refuses to open is named, and the rest is read."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "closed").mkdir()
    opened, listed = Path.open, os.scandir

    def open_most(path: Path, *rest: str):
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, *rest)

    def list_most(path: str):
        if path.endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "open", open_most)
    monkeypatch.setattr(os, "scandir", list_most)

    found = read(tmp_path)

    assert ids(found) == ["b"]
    assert [("a.txt", None, "no_permission"), ("closed", None, "no_permission")] == codes(found)


def test_standard_input_is_told_by_its_first_character():
    """JSON lines, a page or plain text; its id comes from its digest."""
    page = f"<html><body><article><h1>هدنة</h1><p>{TEXT}</p></article></body></html>"

    assert ids(read("-", stdin=json.dumps(LINE).encode())) == ["a-1"]
    assert ids(read("-", stdin=gzip.compress(json.dumps(LINE).encode()))) == ["a-1"]
    assert ids(read("-", stdin=TEXT.encode())) == [f"art-{digest_of(None, None, None, TEXT)[:12]}"]
    [article] = read("-", stdin=page.encode())
    assert isinstance(article, Article)
    assert article.title == "هدنة"
    assert codes(read("-", stdin=b"")) == [("-", None, RefusalCode.EMPTY)]


def test_a_sidecar_says_what_its_file_can_not(tmp_path: Path):
    """It comes before the options; beside JSON lines it fills gaps only."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.meta.json").write_text(
        '{"id": "x", "source": "المرفأ", "published": "2017-07-05"}', encoding="utf-8"
    )
    write_lines(tmp_path / "b.jsonl", LINE, {"id": "b-2", "text": TEXT})
    (tmp_path / "b.jsonl.meta.json").write_text('{"id": "y", "source": "المرفأ"}', encoding="utf-8")

    found = read(tmp_path, source="other", title="عنوان")

    articles = [one for one in found if isinstance(one, Article)]
    assert ["x", "a-1", "b-2"] == ids(found)
    assert ["المرفأ", "صوت الساحل", "المرفأ"] == [article.source for article in articles]
    assert ["عنوان", "هدنة", "عنوان"] == [article.title for article in articles]
    assert articles[0].published.day == dt.date(2017, 7, 5)
    assert codes(found) == [("b.jsonl.meta.json", None, RefusalCode.UNKNOWN_FIELD)]


@pytest.mark.parametrize("content", [b"{", b"[]", b"\xff\xfe", b'{"source": 5}', b'{"genre": "song"}'])
def test_a_bad_sidecar_costs_only_itself(tmp_path: Path, content: bytes):
    """The article is read without it, with a warning that names it."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.txt.meta.json").write_bytes(content)

    found = read(tmp_path)

    assert ids(found) == ["a"]
    assert codes(found) == [("a.txt.meta.json", None, RefusalCode.SIDECAR_NOT_UNDERSTOOD)]


def test_an_option_that_is_no_day_is_told_once(tmp_path: Path):
    """The articles are read with their day unknown and the reason."""
    write_lines(tmp_path / "a.jsonl", {"text": TEXT}, {"text": TEXT + "!"})

    warning, *articles = read(tmp_path / "a.jsonl", published="last week")

    assert codes([warning]) == [("--published", None, RefusalCode.PUBLISHED_NOT_UNDERSTOOD)]
    assert ["published_not_understood"] * 2 == [
        one.published.because.code for one in articles if isinstance(one, Article)
    ]
    assert UNKNOWN_DAY.because.code == "no_day_given"


def test_articles_come_one_at_a_time(tmp_path: Path):
    """Nothing after an article is opened before it is asked for."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    stream = find_articles([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
    next(stream)
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")

    assert ids(list(stream)) == ["b"]
