"""The stories that a store keeps are those that are put together of all readings and decisions at once."""

import os
import random
import signal
import sqlite3
import struct
from contextlib import closing
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from factories import Writer
from hudna.model import Decision, DecisionKind, Judgement, NameKind, Published, PublishedBasis, Reader, Reading, Story
from hudna.record import candidates, find_stories, rarity
from hudna.record.summary import summary_of
from hudna.store import Store, beside, kinship

AT = "2026-01-01T00:00:00+00:00"
PLACES = ("جنيف", "حلب", "عدن", "طرابلس")
SUBJECTS = (
    "غارة سوق خضار قتلى طائرة حربية إسعاف مدنيون ركام",
    "محادثات جولة وفد حكومة مسقط وساطة مبعوث اتفاق هدنة",
    "قافلة مساعدات شاحنة طحين معبر دواء إغاثة أممية حصار",
    "تبادل أسرى جثامين صليب أحمر قوائم مطار محتجزون إفراج",
)
PADDING = "قال مصدر إن الأمر جرى يوم أمس في المدينة وأضاف أن التفاصيل ستعلن لاحقا من دون تحديد موعد نهائي لذلك"


def _a_day(chance: random.Random) -> str | None:
    return f"2021-03-{chance.randrange(1, 20):02}" if chance.random() < 0.85 else None


def _article(chance: random.Random, number: int) -> Reading:
    """Return a reading that tells of one of a few subjects in words that others tell it in, too."""
    words, place = chance.choice(SUBJECTS).split(), chance.choice(PLACES)
    title = " ".join([*chance.sample(words, 5), place])
    body = [*chance.sample(words, 7), place, *chance.sample(PADDING.split(), 8), str(number)]
    write = Writer(" ".join(body), source=chance.choice("أبجد"), day=_a_day(chance), title=title)
    return write.reading(names=(write.name(place, NameKind.PLACE),))


def _kept(store: Store) -> list[Story]:
    store.merge("test")
    told = store.standing().told
    found = list(told.all())
    assert len(found) == told.count()
    assert found[::-1][1:4] == told.page("", 1, 3, alone=True)
    assert [each for each in found[::-1] if len(each.digests) > 1] == told.page("", 0, 1000, alone=False)
    for story in found[:3]:
        assert story == told.of(story.id)
        assert story == told.of_article(story.digests[-1])
    return found


def _read_again(store: Store, chance: random.Random, number: int) -> None:
    """Read an article again, with another day if it had none, and with or without the names it has."""
    reading = chance.choice(list(store.readings()))
    article = reading.article
    if article.published.basis is PublishedBasis.UNKNOWN:
        given = Writer("", day="2021-03-07").reading().article.published
        article = replace(article, published=Published(given.earliest, given.latest, given.basis, given.because))
    names = reading.names if chance.random() < 0.5 else ()
    again = replace(reading, article=article, names=names, reader=Reader("2", str(number)))
    store.add(article, again, at=AT, summary=summary_of(again))


def _decide(store: Store, chance: random.Random) -> None:
    if (decisions := store.decisions()) and chance.random() < 0.3:
        standing = [each for each in decisions if each.withdrawn_at is None]
        if standing:
            store.withdraw(chance.choice(standing).number or 0, by="me", at=AT)
        return
    one, other = chance.sample([each.digest for each in store.articles()], 2)
    judgement = chance.choice((Judgement.POSITIVE, Judgement.NEGATIVE))
    decision = Decision(kind=DecisionKind.SAME_STORY, left=one, right=other, judgement=judgement, by="me", at=AT)
    store.decide(decision)


@pytest.fixture
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the bounds be met by few articles."""
    monkeypatch.setattr(rarity, "SAMPLE", 2)
    monkeypatch.setattr(kinship, "SAMPLE", 2)
    monkeypatch.setattr(rarity, "_REMEMBERED_DAYS", 4)
    monkeypatch.setattr(candidates, "_MAX_HOLDERS", 6)
    monkeypatch.setattr(candidates, "_MAX_KEPT", 3)
    monkeypatch.setattr(kinship, "_AT_ONCE", 7)
    monkeypatch.setattr(kinship, "_MOST_REMEMBERED", 9)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.usefixtures("_few")
def test_bit_by_bit_is_as_at_once(tmp_path: Path, seed: int) -> None:
    """Articles in any order, some read again with another day, decisions and withdrawals: the very same stories."""
    chance = random.Random(seed)
    several = 0
    with Store(tmp_path / "record.sqlite") as store:
        for step in range(70):
            turn = chance.random()
            if turn < 0.8 or store.count() < 2:
                reading = _article(chance, step)
                store.add(reading.article, reading, at=AT, summary=summary_of(reading))
            elif turn < 0.9:
                _read_again(store, chance, step)
            else:
                _decide(store, chance)
            if chance.random() < 0.4:
                found = _kept(store)
                assert list(find_stories(store.readings(), store.decisions())) == found
                several = max(several, *(len(story.digests) for story in found))
        assert list(find_stories(store.readings(), store.decisions())) == _kept(store)
    assert 1 < several


def test_told_beside_is_as_told_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process of its own tells the very stories that are told in the same one, decisions among them."""
    monkeypatch.setattr(beside, "_LEAST", 3)
    chance = random.Random(7)
    readings = [_article(chance, number) for number in range(24)]
    found = []
    for jobs in (1, 2):
        with Store(tmp_path / f"{jobs}.sqlite") as store:
            for reading in readings:
                store.add(reading.article, reading, at=AT, summary=summary_of(reading))
            _decide(store, random.Random(3))
            store.merge("test", jobs=jobs)
        with closing(sqlite3.connect(store.path)) as connection:
            tables = ("profiles", "untold", "kin", "stories")
            found.append([connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in tables])
            found[-1].append(connection.execute("SELECT value FROM merged WHERE name = 'same_story'").fetchall())
    assert found[0] == found[1]


def _dies(*_: object) -> None:
    os._exit(1)


def _dies_while_it_answers(_: object, __: object, answer: Connection) -> None:
    os.write(answer.fileno(), struct.pack("!i", 1_000_000) + b"the first bytes of so many")
    os._exit(1)


def _is_killed(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("tell", [_dies, _dies_while_it_answers, _is_killed])
def test_a_process_that_comes_to_nothing_is_made_good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tell) -> None:
    """Where the process of its own dies, the stories are told all the same."""
    monkeypatch.setattr(beside, "_LEAST", 3)
    monkeypatch.setattr(beside, "_tell", tell)
    chance = random.Random(8)
    with Store(tmp_path / "record.sqlite") as store:
        for number in range(6):
            reading = _article(chance, number)
            store.add(reading.article, reading, at=AT, summary=summary_of(reading))
        store.merge("test", jobs=2)
        assert list(find_stories(store.readings())) == list(store.standing().told.all())
