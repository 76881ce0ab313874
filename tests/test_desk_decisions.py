"""Deciding at the desk: what is bound to what, and what a new reading leaves behind."""

from dataclasses import replace
from pathlib import Path

import pytest

from factories import call_in_two_outlets, meeting
from hudna import desk
from hudna.model import ConflictError, InputError, Reader, RecordType
from hudna.store import Store

PUTIN, ROUHANI = "فلاديمير بوتين", "حسن روحاني"
ME = desk.Signature("me", "why")


@pytest.fixture
def store(tmp_path: Path):
    with Store(tmp_path / "record.sqlite") as opened:
        for reading in call_in_two_outlets():
            opened.add(reading.article, reading, at="2024")
        yield opened


def _decider(store: Store, signature: desk.Signature = ME) -> tuple[desk.Decider, desk.Record]:
    record = desk.make_record(store)
    return desk.Decider(store, record, signature), record


def _call(record: desk.Record):
    [event] = [event for event in record.events if event.type is RecordType.CONTACT]
    return event


def test_decision_is_bound_to_every_telling(store: Store) -> None:
    """A decision on an event knows the words of all its articles."""
    decider, record = _decider(store)
    event = _call(record)

    decision = decider.review(event)

    assert [member.key for member in event.members] == [anchor.key for anchor in decision.anchors]
    assert [decision] == store.decisions() == desk.history(store) == desk.history(store, event)
    assert _call(desk.make_record(store)).reviewed


def test_second_window_is_told_and_loses_nothing(store: Store) -> None:
    """Two windows on one event: the later is told, and after looking again decides."""
    first, record = _decider(store)
    second, _ = _decider(store, desk.Signature("you", "why"))
    first.correct(_call(record), "place", "موسكو")

    with pytest.raises(ConflictError, match="me has decided on the same meanwhile"):
        second.correct(_call(record), "place", "طهران")
    again, shown = _decider(store, desk.Signature("you", "why"))
    again.correct(_call(shown), "place", "طهران")
    assert "طهران" == _call(desk.make_record(store)).place


def test_decision_whose_words_are_gone_is_an_orphan(store: Store) -> None:
    """A new reading that has no such record orphans the decisions on it, and they stay listed until withdrawn."""
    decider, record = _decider(store)
    decision = decider.correct(_call(record), "place", "موسكو", _call(record).members[0])
    assert [] == desk.orphans(store)
    reading = store.reading(_call(record).members[0].article)
    store.add(reading.article, replace(reading, reader=Reader("2", "2"), contacts=()), at="2025")

    assert [decision] == desk.orphans(store)
    desk.withdraw(store, decision.number, ME)
    assert [] == desk.orphans(store)


def test_entities_are_decided_by_their_names(store: Store) -> None:
    """Ids made from a record change with it, so a decision names a form."""
    decider, record = _decider(store)
    one, other = (record.entities.by_id[actor.entity] for actor in _call(record).actors[:2])
    decision = decider.merge_entities(one, other)

    assert {decision.left, decision.right} <= {*one.forms, *other.forms}
    assert len(record.entities.by_id) == len(desk.make_record(store).entities.by_id) + 1
    assert [decision] == desk.history(store, one)


def test_forms_of_an_entity_come_apart(store: Store) -> None:
    """Two forms that were taken for one name are two again; what the tables know can't be parted."""
    decider, record = _decider(store)
    entity = next(each for each in record.entities.by_id.values() if len(each.forms) > 1)
    decider.split_entity(entity, *entity.forms[:2])

    assert len(desk.make_record(store).entities.by_id) > len(record.entities.by_id)
    with pytest.raises(InputError, match="can't be parted"):
        decider.split_entity(entity, entity.forms[0], "زيد")


def test_nobody_decides_without_a_name(store: Store) -> None:
    """Who and why are part of every decision."""
    for by, why in (("", "why"), ("me", " ")):
        with pytest.raises(InputError, match="who decides and why"):
            _decider(store, desk.Signature(by, why))


def test_events_of_two_types_are_no_event(store: Store) -> None:
    """Only events of one type can be one."""
    other = meeting("ج", (PUTIN, ROUHANI), "2021-12-21")
    store.add(other.article, other, at="2024")
    decider, record = _decider(store)
    contacts = [event for event in record.events if event.type is RecordType.CONTACT]
    decider.merge(contacts)

    assert 1 == len([each for each in desk.make_record(store).events if each.type is RecordType.CONTACT])
    with pytest.raises(InputError, match="two events of one type"):
        decider.merge(contacts[:1])


def test_keeper_follows_the_store(store: Store) -> None:
    """A record kept while people decide and articles come in is the record made from nothing."""
    keeper = desk.RecordKeeper(store)
    assert keeper.now() == desk.make_record(store)
    decider, record = _decider(store)
    decision = decider.correct(_call(record), "place", "موسكو")
    assert keeper.now() == desk.make_record(store)
    one, other = (record.entities.by_id[actor.entity] for actor in _call(record).actors[:2])
    decider.merge_entities(one, other)
    assert keeper.now() == desk.make_record(store)
    later = meeting("ج", (PUTIN, ROUHANI), "2021-12-21")
    store.add(later.article, later, at="2024")
    desk.withdraw(store, decision.number, ME)

    assert keeper.now() == desk.make_record(store)
    assert [] == [event for event in keeper.now().events if event.corrections]
