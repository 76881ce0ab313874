"""Every table of the language pack loads, and what one table names in another is there."""

from pathlib import Path

import pytest

import hudna
from hudna.lexicon import read_rows

PACK = Path(hudna.__file__).parent / "arabic"
TABLES = sorted(PACK.rglob("*.tsv"))

# Who a person or an adjective may belong to though it is no state.
UNIONS = {"eu", "un"}
# table, column, table it names rows of, their column; an empty cell names nothing
REFERENCES = [
    ("offices/holders.tsv", "country", "places/states.tsv", "id"),
    ("offices/holders.tsv", "office", "offices/offices.tsv", "id"),
    ("offices/holders.tsv", "person", "people/people.tsv", "id"),
    ("people/people.tsv", "country", "places/states.tsv", "id"),
    ("places/nationalities.tsv", "country", "places/states.tsv", "id"),
    ("places/places.tsv", "country", "places/states.tsv", "id"),
    ("places/states.tsv", "capital", "places/places.tsv", "id"),
    ("places/supplement.tsv", "country", "places/states.tsv", "id"),
]


@pytest.mark.parametrize("table", TABLES, ids=lambda path: str(path.relative_to(PACK)))
def test_table_loads(table):
    """The loader takes every row: no stray space, presentation form or missing cell."""
    assert sum(1 for _ in read_rows(table, ())) >= 0


@pytest.mark.parametrize(("table", "column", "target", "key"), REFERENCES)
def test_references_lead_somewhere(table, column, target, key):
    """An id that stands in another table's column is the id of a row there."""
    known = {row[key].casefold() for _, row in read_rows(PACK / target, (key,))} | UNIONS
    lost = [
        f"{where}: {row[column]!r} is no {key} in {target}"
        for where, row in read_rows(PACK / table, (column,))
        if row[column] and row[column].casefold() not in known
    ]

    assert lost == []


def test_sources_name_every_table():
    """SOURCES.md has a line for each table."""
    page = (Path(__file__).parent.parent / "SOURCES.md").read_text(encoding="utf-8")

    assert [] == [name for table in TABLES if f"`{(name := table.relative_to(PACK).as_posix())}`" not in page]
