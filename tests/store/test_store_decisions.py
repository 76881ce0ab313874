"""Decisions are kept whole, never changed, and nobody decides over somebody he has not seen."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hudna.model import Anchor, ConflictError, Decision, DecisionKind, Judgement, RecordType, Span, StoreError
from hudna.store import Store
from strategies import values

SPLIT = Decision(
    kind=DecisionKind.SAME_EVENT,
    left="a/c1",
    right="b/c1",
    left_anchors=(Anchor("a", "c1", RecordType.CONTACT, (Span(3, 9),)),),
    right_anchors=(Anchor("b", "c1", RecordType.CONTACT, (Span(0, 4),)),),
    judgement=Judgement.NEGATIVE,
    reasons=("يومان",),
    by="me",
    at="2024-01-01T00:00:00Z",
)
RENAMED = replace(
    SPLIT,
    kind=DecisionKind.MISREADING,
    left="a/c4",
    left_anchors=(Anchor("a", "c4", RecordType.CONTACT, (Span(5, 7),)),),
    right="",
    right_anchors=(),
    judgement=Judgement.POSITIVE,
    field="place",
    value="حلب",
)


@pytest.fixture
def store(tmp_path: Path):
    with Store(tmp_path / "record.sqlite") as opened:
        yield opened


def test_decisions_are_withdrawn_not_deleted(store: Store) -> None:
    """A decision keeps who, when and why, and is there after it was withdrawn, with who withdrew it and why."""
    number = store.decide(SPLIT)
    with sqlite3.connect(store.path) as connection:
        before = connection.execute("SELECT * FROM decisions").fetchall()
    store.withdraw(number, by="you", at="2025", reasons=["one day"])

    withdrawn = replace(SPLIT, number=1, withdrawn_at="2025", withdrawn_by="you", withdrawn_reasons=("one day",))
    assert store.decisions() == [withdrawn]
    with sqlite3.connect(store.path) as connection:
        assert connection.execute("SELECT * FROM decisions").fetchall()[:1] == before
    for missing in (number, 99):
        with pytest.raises(StoreError, match="no decision"):
            store.withdraw(missing, by="you", at="2026")


@given(kept=st.lists(values(Decision), max_size=4))
@settings(max_examples=50)
def test_any_decision_comes_back(tmp_path_factory: pytest.TempPathFactory, kept: list[Decision]) -> None:
    """Whatever was decided comes back as it was, numbered in the order of deciding."""
    with Store(tmp_path_factory.mktemp("store") / "record.sqlite") as store:
        for decision in kept:
            store.decide(decision)

        unwithdrawn = {"withdrawn_at": None, "withdrawn_by": None, "withdrawn_reasons": ()}
        assert store.decisions() == [
            replace(decision, **unwithdrawn, number=number) for number, decision in enumerate(kept, start=1)
        ]


def test_later_of_two_windows_is_told(store: Store) -> None:
    """Who decides on what somebody else has decided on since it was shown is told so, and nothing is written."""
    seen = store.last_decision()
    store.decide(replace(SPLIT, by="first"), seen=seen)

    with pytest.raises(ConflictError, match="first has decided on the same"):
        store.decide(RENAMED, seen=seen)
    assert [decision.by for decision in store.decisions()] == ["first"]
    assert 2 == store.decide(RENAMED, seen=store.last_decision())


def test_withdrawal_is_seen_too(store: Store) -> None:
    """What was withdrawn in the one window counts as decided in the other, and the other way round."""
    number = store.decide(SPLIT)
    seen = store.last_decision()
    store.withdraw(number, by="first", at="2025")

    with pytest.raises(ConflictError, match="first has decided on the same"):
        store.decide(RENAMED, seen=seen)
    again = store.decide(SPLIT)
    seen = store.last_decision()
    store.decide(RENAMED)
    with pytest.raises(ConflictError):
        store.withdraw(again, by="me", at="2026", seen=seen)


def test_decisions_on_other_things_do_not_meet(store: Store) -> None:
    """Two windows on two events, or two parts of one article, both get their way."""
    other = Anchor("a", "c2", RecordType.CONTACT, (Span(9, 12),))
    seen = store.last_decision()
    store.decide(SPLIT, seen=seen)

    assert 2 == store.decide(replace(RENAMED, left="a/c2", left_anchors=(other,)), seen=seen)


def test_stamp_changes_with_every_decision(store: Store) -> None:
    """A page that remembers the record can tell whether it still holds."""
    stamps = [store.stamp()]
    number = store.decide(SPLIT)
    stamps.append(store.stamp())
    store.withdraw(number, by="me", at="2025")

    assert 3 == len({*stamps, store.stamp()})


def test_texts_of_any_kind_are_kept(store: Store) -> None:
    """A value is kept to the letter."""
    for text in ("", "'; DROP TABLE decisions; --", "حلب\u200f\n\0"):
        number = store.decide(replace(RENAMED, value=text))

        assert text == store.decisions()[number - 1].value
