"""A table with a fault is refused, with the path and the line of the fault."""

from pathlib import Path

import pytest

from hudna.lexicon import load_entries, read_rows
from hudna.model import TableError

HEADER = "id\tform\tclass\tsource\n"
GOOD = "halab\tحلب\tcity\thand\n"
REFUSED = {
    "a cell too few": ("halab\tحلب\tcity\n", 2, "3 cells where the header has 4"),
    "a cell too many": ("halab\tحلب\tcity\thand\t\n", 2, "5 cells where the header has 4"),
    "an empty line": (GOOD + "\n" + "homs\tحمص\tcity\thand\n", 3, "1 cells"),
    "a space before": ("halab\t حلب\tcity\thand\n", 2, "stray space"),
    "a space behind": ("halab\tحلب \tcity\thand\n", 2, "stray space"),
    "two spaces inside": ("kanz\tخان  يونس\tcity\thand\n", 2, "stray space"),
    "a no-break space": ("kanz\tخان\u00a0يونس\tcity\thand\n", 2, "invisible"),
    "a presentation form": ("halab\tﺣﻠﺐ\tcity\thand\n", 2, "presentation form"),
    "a ligature": ("salam\tسﻻم\tcity\thand\n", 2, "presentation form"),
    "a tatweel": ("halab\tحـلب\tcity\thand\n", 2, "tatweel"),
    "a direction mark": ("halab\tحلب\u200f\tcity\thand\n", 2, "invisible"),
    "a zero-width non-joiner": ("halab\tحل\u200cب\tcity\thand\n", 2, "invisible"),
    "a byte order mark inside": ("halab\tحلب\ufeff\tcity\thand\n", 2, "invisible"),
    "an uncomposed letter": ("idlib\tا\u0655دلب\tcity\thand\n", 2, "uncomposed"),
    "an empty id": ("\tحلب\tcity\thand\n", 2, "empty"),
    "an empty form": ("halab\t\tcity\thand\n", 2, "empty"),
    "an empty source": ("halab\tحلب\tcity\t\n", 2, "empty"),
    "an unknown class": (GOOD + "homs\tحمص\tplanet\thand\n", 3, "unknown class 'planet'"),
    "a row twice": (GOOD + GOOD, 3, "already"),
    "a row twice once it is folded": ("idlib\tإدلب\tcity\thand\nidlib\tادلب\tcity\thand\n", 3, "already"),
    "a row twice but for its signs": (GOOD + "halab\tحَلَب\tcity\thand\n", 3, "already"),
}


def _table(folder: Path, text: str) -> Path:
    path = folder / "places.tsv"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_its_line(tmp_path: Path, name: str) -> None:
    """The error opens with ``path:line`` and says what is wrong."""
    rows, line, what = REFUSED[name]
    path = _table(tmp_path, HEADER + rows)

    with pytest.raises(TableError) as refused:
        load_entries(path, "place", classes={"city"})

    assert str(refused.value).startswith(f"{path}:{line}: ")
    assert what in str(refused.value)


def test_missing_column_is_named(tmp_path: Path) -> None:
    """A header without a needed column is refused before any row is read."""
    path = _table(tmp_path, "id\tform\nhalab\tحلب\n")

    with pytest.raises(TableError, match=r"places\.tsv:1: the header lacks source"):
        load_entries(path, "place")


def test_repeated_column(tmp_path: Path) -> None:
    """Two columns of one name would hide one of them."""
    path = _table(tmp_path, "id\tform\tform\tsource\n")

    with pytest.raises(TableError, match=r":1: the header lacks distinct columns"):
        load_entries(path, "place")


def test_comments_count_as_lines(tmp_path: Path) -> None:
    """Lines before the header are skipped, and the number is still that of the file."""
    path = _table(tmp_path, "# what this is\n# and whence\n" + HEADER + GOOD + "homs\tحمص\n")

    with pytest.raises(TableError, match=r"places\.tsv:5: "):
        load_entries(path, "place")


def test_one_form_of_two_ids(tmp_path: Path) -> None:
    """Two places of one name are two rows."""
    path = _table(tmp_path, HEADER + "ly\tطرابلس\tcity\thand\nlb\tطرابلس\tcity\thand\n")

    assert [entry.id for entry in load_entries(path, "place")] == ["ly", "lb"]


def test_entries_keep_their_row(tmp_path: Path) -> None:
    """An entry has every column, knows its line, and answers emptily for a column its table lacks."""
    path = _table(tmp_path, HEADER + GOOD)

    (entry,) = load_entries(path, "place")

    assert (entry.id, entry.form, entry.kind, entry["class"], entry.source) == ("halab", "حلب", "place", "city", "hand")
    assert entry.line == f"{path}:2"
    assert entry["no such column"] == ""


def test_rows_are_read_as_they_stand(tmp_path: Path) -> None:
    """Reading rows checks the cells, not their meaning."""
    path = _table(tmp_path, "form\tcount\nحلب\t\n")

    assert list(read_rows(path, ("form",))) == [(f"{path}:2", {"form": "حلب", "count": ""})]


@pytest.mark.parametrize("text", ["", "# only a comment\n", HEADER])
def test_table_without_rows(tmp_path: Path, text: str) -> None:
    """No rows are no fault."""
    assert load_entries(_table(tmp_path, text), "place") == []
