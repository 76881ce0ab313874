"""A whole record goes out and comes in without loss, once, or not at all."""

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from factories import call_in_two_outlets, make_article, make_reading
from hudna.model import Decision, DecisionKind, InputError, Reader, Reading
from hudna.store import Store
from strategies import readings, values

AT = "2024-01-01T00:00:00Z"
TABLES = ("articles", "later_days", "readings", "decisions", "anchors")
NOTE = Decision(kind=DecisionKind.REVIEW, left="a/c1", by="me", at=AT, reasons=("صحيح",))


def rows_of(path: Path, *tables: str) -> dict[str, list[tuple]]:
    with sqlite3.connect(path) as connection:
        return {
            table: connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2, 3").fetchall()
            for table in tables or TABLES
        }


def _fill(store: Store, found: list[Reading], decisions: list[Decision]) -> None:
    for number, reading in enumerate(found):
        article = replace(reading.article, digest=reading.article.digest or f"digest {number}")
        try:
            store.add(article, replace(reading, article=article), at=AT)
        except UnicodeError:
            continue
    for decision in decisions:
        number = store.decide(replace(decision, field=None))
        if decision.withdrawn_at is not None:
            store.withdraw(number, by="you", at=decision.withdrawn_at)


@given(found=st.lists(readings(), max_size=3), decisions=st.lists(values(Decision), max_size=3))
@settings(max_examples=25, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
def test_any_record_comes_back_whole(tmp_path_factory: pytest.TempPathFactory, found, decisions) -> None:
    """Every row of every kept table is in the copy, to the letter; a second import adds nothing."""
    folder = tmp_path_factory.mktemp("transfer")
    with Store(folder / "one") as one, Store(folder / "two") as two:
        _fill(one, found, decisions)
        lines = list(one.lines())
        two.take(lines)

        assert rows_of(one.path) == rows_of(two.path)
        assert lines == list(two.lines())
        assert 0 == two.take(lines)
        assert lines == list(two.lines())


def test_two_records_become_one(tmp_path: Path) -> None:
    """What both have is there once; decisions get new numbers, and their withdrawals and words go with them."""
    first, second = call_in_two_outlets()
    with Store(tmp_path / "one") as one, Store(tmp_path / "two") as two:
        for store, reading, why in ((one, first, "one"), (two, second, "two")):
            store.add(reading.article, reading, at=AT)
            store.decide(NOTE)
            store.decide(replace(NOTE, reasons=(why,)))
            store.withdraw(2, by="you", at="2025")
        two.take(one.lines())

        assert {first.article.digest, second.article.digest} == {article.digest for article in two.articles()}
        kept = two.decisions()
        assert [("صحيح",), ("two",), ("one",)] == [decision.reasons for decision in kept]
        assert [None, "2025", "2025"] == [decision.withdrawn_at for decision in kept]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda lines: lines[1:],
        lambda lines: [],
        lambda lines: [*lines, "{broken"],
        lambda lines: [*lines, '{"row": "secret"}'],
        lambda lines: [*lines, '{"row": "article", "number": 1}'],
        lambda lines: [json.dumps({"hudna_record": 99}), *lines[1:]],
        lambda lines: [line.replace('"review"', '"riddle"') for line in lines],
        lambda lines: [line.replace('"genre":"news"', '"genre":"rumour"') for line in lines],
        lambda lines: [line for line in lines if '"row":"article"' not in line],
        lambda lines: [line.replace('\\"format_version\\":1', '\\"format_version\\":99') for line in lines],
    ],
)
def test_what_is_no_record_leaves_no_trace(tmp_path: Path, spoil) -> None:
    """A line that is wrong is told by its number, and nothing at all is taken."""
    reading = make_reading(make_article("هدنة"))
    with Store(tmp_path / "one") as one, Store(tmp_path / "two") as two:
        one.add(reading.article, reading, at=AT)
        one.decide(NOTE)
        spoiled = spoil(list(one.lines()))

        with pytest.raises(InputError, match=r"^line \d+: not of a record|not a record"):
            two.take(spoiled)
        assert {table: [] for table in TABLES} == rows_of(two.path)


def test_readings_of_several_readers_go_along(tmp_path: Path) -> None:
    """Not only the latest reading is part of the record."""
    reading = make_reading(make_article("هدنة"))
    with Store(tmp_path / "one") as one, Store(tmp_path / "two") as two:
        for version in ("1", "2"):
            one.add(reading.article, replace(reading, reader=Reader(version, "x")), at=AT)
        two.take(one.lines())

        assert 2 == len(rows_of(two.path, "readings")["readings"])
