"""What a store has put together bit by bit is what is made of all its readings and decisions at once."""

import random
import sqlite3
from contextlib import closing, suppress
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from hudna import desk
from hudna.model import Event, HudnaError, Judgement, Reader, Reading, RecordType, digest_of
from hudna.record import find_entities, find_events
from hudna.record.asking import Asking
from hudna.record.chronology import line_of
from hudna.record.consequence import consequence
from hudna.record.summary import summary_of
from hudna.store import Store

AT = "2026-01-01T00:00:00+00:00"
MAKER = "test"
DAYS_ON = "2022-01-30"


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    """Return the packaged articles as read, most of them reprinted by two other outlets with a sentence less."""
    found = []
    sample = files("hudna.samples") / "astana.jsonl"
    for place, read in enumerate(each for each in desk.read([sample]) if isinstance(each, Reading)):
        found.append(read)
        for outlet in ("الصحيفة", "الموقع")[: place % 3]:
            article = read.article
            text = article.text.rpartition(".")[0].rpartition(".")[0] or article.text
            copy = replace(
                article, id=f"{article.id} {outlet}", source=outlet, text=text, digest=digest_of(outlet, text)
            )
            found.append(desk.read_article(copy))
    return found


def _whole(store: Store) -> list[Event]:
    readings, decisions = list(store.readings()), store.decisions()
    return list(find_events(readings, decisions, find_entities(readings, decisions)))


def _put_together(store: Store) -> list[Event]:
    store.merge(MAKER)
    found = store.standing().all(Asking())
    return sorted((line.event for line in found), key=lambda event: (event.type, event.id))


def _listed(events: list[Event]) -> list[tuple]:
    """Return what lists are to have of events."""
    found = []
    for event in events:
        line, parties = line_of(event), sorted({actor.entity for actor in event.actors})
        days = [day and day.isoformat() for day in (line.earliest, line.latest)]
        is_open = not event.reviewed and bool(not event.sure or event.differences)
        counts = len(event.origins), consequence(event)
        columns = event.id, event.type.value, event.kind, event.status, event.process, event.place, *days
        found.append((*columns, event.sure, is_open, *counts, ";".join(parties), ";".join(event.witnesses)))
    return sorted(found)


def _columns(path: Path) -> list[tuple]:
    """Return what lists have of the events of a store."""
    query = """
        SELECT id, type, kind, status, process, place, earliest, latest, sure, open, origins, weight,
            (SELECT group_concat(entity, ';') FROM (SELECT entity FROM parties WHERE event = number ORDER BY entity)),
            (SELECT group_concat(outlet, ';') FROM (SELECT outlet FROM witnesses WHERE event = number ORDER BY outlet))
        FROM events"""
    with closing(sqlite3.connect(path)) as connection:
        return sorted((*row[:12], row[12] or "", row[13]) for row in connection.execute(query))


def _add(store: Store, reading: Reading, chance: random.Random) -> None:
    summary = summary_of(reading) if chance.random() < 0.7 else None
    store.add(reading.article, reading, at=AT, summary=summary)


def _read_again(store: Store, reading: Reading, chance: random.Random, number: int) -> None:
    """Read an article again with another reader, which passes some of it over."""
    kept = {
        name: tuple(
            each
            for each in getattr(reading, name)
            if chance.random() < 0.8 and not (hasattr(each, "rule") and desk.added_by(each.rule))
        )
        for name in ("contacts", "statements", "names", "incidents")
    }
    store.add(reading.article, replace(reading, reader=Reader("2", str(number)), **kept), at=AT)


def _decide(store: Store, chance: random.Random) -> None:
    """Decide something at random on what is there."""
    record = desk.make_record(store)
    decider = desk.Decider(store, record, desk.Signature("me", "why"))
    events = [event for event in record.events if event.type is not RecordType.CONDUCT]
    if not events:
        return
    event = chance.choice([each for each in events if len(each.members) > 1] or events)
    other = chance.choice([each for each in events if each.type is event.type])
    one, two = chance.choices(list(record.entities.by_id.values()), k=2)
    acts = (
        lambda: decider.merge([event, other]),
        lambda: decider.split(event, chance.sample(event.members, 1)),
        lambda: decider.correct(event, "days", DAYS_ON),
        lambda: decider.correct(event, "actors", f"{one.label};{two.id}"),
        lambda: decider.correct(event, "place", "جنيف", chance.choice(event.members)),
        lambda: decider.correct(event, "days", DAYS_ON, chance.choice(event.members)),
        lambda: decider.dismiss(event, chance.choice(event.members)),
        lambda: decider.review(event),
        lambda: decider.verify(event, Judgement.DISPUTED),
        lambda: decider.merge_entities(one, two),
        lambda: _write(decider, store, chance),
        lambda: desk.withdraw(store, chance.choice(store.decisions()).number, desk.Signature("me", "why")),
    )
    with suppress(HudnaError, IndexError):  # it can't be decided on in this way, or nothing was yet
        chance.choice(acts)()


def _write(decider: desk.Decider, store: Store, chance: random.Random) -> None:
    article = chance.choice(list(store.articles()))
    values = {"kind": "meeting", "status": "held", "actors": "حسن روحاني;فلاديمير بوتين", "days": DAYS_ON}
    decider.add(article, RecordType.CONTACT, values, [desk.sentences_of(article)[-1]])


@pytest.mark.parametrize("seed", range(6))
def test_bit_by_bit_is_as_at_once(readings: list[Reading], tmp_path: Path, seed: int) -> None:
    """Readings, readings anew, decisions and withdrawals in any order leave the very record that all of them make."""
    chance = random.Random(seed)
    waiting = chance.sample(readings, 16)
    with Store(tmp_path / "record.sqlite") as store:
        for step in range(40):
            turn = chance.random()
            if waiting and turn < 0.5:
                _add(store, waiting.pop(), chance)
            elif turn < 0.6 and store.count():
                _read_again(store, chance.choice(list(store.readings())), chance, step)
            else:
                _decide(store, chance)
            if chance.random() < 0.3:
                store.merge(MAKER)
        assert _whole(store) == _put_together(store)
        assert _listed(_whole(store)) == _columns(store.path)
        _check_counts(store)
        kinds = {decision.kind for decision in store.decisions()}
    assert len(kinds) > 2


def test_order_changes_nothing(readings: list[Reading], tmp_path: Path) -> None:
    """Two stores that got the same articles in other orders, put together at other moments, say the same."""
    found = []
    for seed in range(2):
        chance = random.Random(seed)
        with Store(tmp_path / f"{seed}.sqlite") as store:
            for reading in chance.sample(readings, len(readings)):
                _add(store, reading, chance)
                if chance.random() < 0.2:
                    store.merge(MAKER)
            found.append(_put_together(store))
    assert found[0] == found[1]
    assert any(len(event.members) > 1 for event in found[0])


def test_nothing_is_done_again_where_nothing_changed(readings: list[Reading], tmp_path: Path, monkeypatch) -> None:
    """What is put together stays, row for row; one more article leaves alone the events that it does not tell."""
    with Store(tmp_path / "record.sqlite") as store:
        for reading in readings[:-1]:
            store.add(reading.article, reading, at=AT)
        before = {event.id: event for event in _put_together(store)}
        numbers = _numbers(store)
        store.merge(MAKER)
        assert numbers == _numbers(store)
        store.add(readings[-1].article, readings[-1], at=AT)
        after = {event.id: event for event in _put_together(store)}
        kept = {key for key in before.keys() & after.keys() if numbers[key] == _numbers(store)[key]}
        assert len(kept) > len(before) / 2
        assert _whole(store) == list(after.values())


def test_another_program_puts_it_together_anew(readings: list[Reading], tmp_path: Path) -> None:
    """What a program with other tables has put together counts for nothing."""
    with Store(tmp_path / "record.sqlite") as store:
        for reading in readings[:4]:
            store.add(reading.article, reading, at=AT, summary=summary_of(reading))
        found = _put_together(store)
        assert store.merged_stamp(MAKER) == store.stamp()
        assert store.merged_stamp("other") is None
        store.merge("other")
        assert found == sorted((line.event for line in store.standing().all(Asking())), key=lambda e: (e.type, e.id))
        assert store.merged_stamp(MAKER) is None


def _check_counts(store: Store) -> None:
    """See that what is counted beforehand is what lists have."""
    standing = store.standing()
    sure = desk.Selection(only_sure=True)
    contacts = desk.Selection(types=[RecordType.CONTACT])
    askings = [Asking(), Asking(selection=sure), Asking(is_open=True), Asking(is_open=True, differs=True)]
    for entity in list(standing.entities.by_id)[:6]:
        askings += [Asking(entity=entity), Asking(entity=entity, selection=contacts)]
    for asking in askings:
        types = [line.event.type for line in standing.all(asking)]
        assert standing.count(asking) == len(types), asking
        assert standing.count_by_type(asking) == {each: types.count(each) for each in RecordType if each in types}


def _numbers(store: Store) -> dict[str, int]:
    with store._engine.connect() as connection:
        return dict(connection.exec_driver_sql("SELECT id, number FROM events").fetchall())


SELECTIONS = (
    desk.Selection(),
    desk.Selection(types=[RecordType.STATEMENT], kinds=["announce", "describe"]),
    desk.Selection(statuses=["held", "planned"]),
    desk.Selection(party="روسيا"),
    desk.Selection(party="state:RU"),
    desk.Selection(party="!"),
    desk.Selection(place="استانا"),
    desk.Selection(place="!"),
    desk.Selection(process="astana", only_sure=True),
    desk.Selection(words="وقف", types=[each for each in RecordType if each is not RecordType.MEASURE]),
    desk.Selection(words="الهدنة", types=[RecordType.STATEMENT]),
    desk.Selection(words="!"),
    desk.Selection(min_origins=2),
    desk.Selection(types=[RecordType.STATEMENT, RecordType.PLEDGE], only_sure=True),
)


def test_lists_are_those_of_the_whole_record(readings: list[Reading], tmp_path: Path) -> None:
    """What a list is narrowed to in the store is what the chronology of the whole record keeps, in its order."""
    with Store(tmp_path / "record.sqlite") as store:
        for reading in readings:
            store.add(reading.article, reading, at=AT)
        _decide_actors(store)
        whole = desk.make_record(store)
        board = desk.Boards(store).now()
        days = sorted({line.latest for line in whole.chronology() if line.latest})
        outlets = sorted({witness for event in whole.events for witness in event.witnesses})
        more = [desk.Selection(first=days[len(days) // 3], last=days[-len(days) // 3]), desk.Selection(last=days[3])]
        more += [desk.Selection(outlet=outlet) for outlet in outlets[:3]]
        for selection in (*SELECTIONS, *more):
            expected = list(whole.chronology(selection))
            found = board.record.chronology(selection)
            assert expected == list(found), selection
            assert len(expected) == len(found)
            assert expected[3:9] == found[3:9]
            assert len({member.article for line in expected for member in line.event.members}) == (
                board.standing.count_articles(found.asking)
            )


def _decide_actors(store: Store) -> None:
    record = desk.make_record(store)
    decider = desk.Decider(store, record, desk.Signature("me", "why"))
    event = next(event for event in record.events if event.type is RecordType.CONTACT)
    known = next(key for key in record.entities.by_id if ":" in key)
    decider.correct(event, "actors", f"روسيا الجديدة;{known}")


def test_queue_is_ordered_by_what_hangs_on_it(readings: list[Reading], tmp_path: Path) -> None:
    """What is not sure or differs and nobody has reviewed, the weightiest first, then the last day first."""
    with Store(tmp_path / "record.sqlite") as store:
        for reading in readings:
            store.add(reading.article, reading, at=AT)
        board = desk.Boards(store).now()
        lines = [line for line in board.lines if not line.event.sure or line.event.differences]
        lines.sort(key=lambda line: line.event.id)
        lines.sort(
            key=lambda line: (line.latest or line.earliest).toordinal() if line.earliest or line.latest else 0,
            reverse=True,
        )
        lines.sort(key=lambda line: -desk.consequence(line.event))
        assert lines == list(desk.review_queue(board))
        assert [line for line in lines if line.event.differences] == list(desk.review_queue(board, differing=True))
