"""Whatever bytes come, intake reads them or says why not."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from intake_files import TEXT, ids, read, write_lines

from hudna.model import Article

ANYTHING = settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
MARKUP = [
    *b"<html> <p> </ <!-- <h1> <table><td> </p> \n \xff\xfe &#0; \x1f\x8b { [ ] } , <time/datetime=".split(b" "),
    *(b"<script type='application/ld+json'>", b"<?xml version='1.0' encoding='x'?>", b"<meta charset='"),
    *(b'{"@type": "NewsArticle", "headline": [', b'<meta property="og:title" content="', b'{"text": "', b'"}'),
]
PIECES = st.lists(
    st.one_of(
        st.binary(max_size=40),
        st.text(max_size=30).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.sampled_from(MARKUP),
    ),
    max_size=12,
).map(b"".join)


@ANYTHING
@given(data=PIECES)
@pytest.mark.parametrize("suffix", [".txt", ".html", ".jsonl", ".jsonl.gz", ".meta.json"])
def test_any_bytes_are_read_or_refused(tmp_path: Path, suffix: str, data: bytes):
    """No bytes raise, whatever they are named; every message is one line."""
    (tmp_path / "x.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / f"x{suffix}").write_bytes(data)

    found = read(tmp_path / f"x{suffix}", tmp_path / "x.txt")

    assert found
    for one in found:
        assert isinstance(one, Article) or (len(str(one).splitlines()) == 1 and str(one))


@ANYTHING
@given(text=st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1))
def test_any_text_comes_back_to_the_letter(tmp_path: Path, text: str):
    """A text written as UTF-8 or as JSON is the article's text, character by character."""
    (tmp_path / "a.txt").write_bytes(text.encode("utf-8-sig"))
    write_lines(tmp_path / "b.jsonl", {"text": text})

    found = read(tmp_path / "a.txt", tmp_path / "b.jsonl")

    if text.strip():
        assert [text, text] == [one.text for one in found if isinstance(one, Article)]
    else:
        assert ids(found) == []
