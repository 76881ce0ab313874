"""What a store keeps of what became of commitments is what is worked out of the whole record at once."""

import datetime as dt
import random
from contextlib import suppress
from pathlib import Path

import pytest

from factories import Writer
from hudna import desk
from hudna.model import (
    ContactKind,
    ContactStatus,
    HudnaError,
    Judgement,
    MeasureStatus,
    PledgeKind,
    Reading,
    RecordType,
)
from hudna.model.records import Order
from hudna.record import find_entities, find_events
from hudna.record.asking import Due, Stretch
from hudna.record.outcomes import Outcome, Verdict, follow_up, tally
from hudna.record.summary import summary_of
from hudna.store import Store

AT = "2026-01-01T00:00:00+00:00"
MAKER = "test"
ANY = Due()
SIDES = (
    ("لافروف", "person:sergey-lavrov"),
    ("ظريف", "person:mohammad-javad-zarif"),
    ("روسيا", "state:RU"),
    ("سوريا", "state:SY"),
)
PLACES = ("جنيف", "حلب")
PROMISES = ("بإعلان وقف إطلاق النار في حلب قريبا", "بعقد اجتماع مع روسيا قريبا", "بإدخال 40 شاحنة مساعدات إلى حلب")
STRETCHES = (
    Stretch(None, dt.date(2021, 12, 31)),
    Stretch(dt.date(2022, 1, 1), dt.date(2022, 1, 31)),
    Stretch(dt.date(2022, 2, 1), None),
    Stretch(None, None),
)


def _a_day(chance: random.Random) -> str:
    return (dt.date(2021, 12, 20) + dt.timedelta(chance.randrange(0, 60, 3))).isoformat()


def _article(chance: random.Random, number: int) -> Reading:
    """Return a reading with a contact, a pledge, a position on a truce and a strike, each drawn from few possibilities."""
    one, other = chance.sample(SIDES, 2)
    place, promise = chance.choice(PLACES), chance.choice(PROMISES)
    write = Writer(
        f"{number} لقاء {one[0]} مع {other[0]} يومها في {place} الجولة. تعهد {promise}. هدنة أعلنت. قصف وقع.",
        source=chance.choice(("أ", "ب", "ج")),
        day=_a_day(chance) if chance.random() < 0.9 else None,
    )
    who = tuple(write.party(*each) for each in (one, other))
    when = write.when("يومها", _a_day(chance)) if chance.random() < 0.8 else None
    has_round = chance.random() < 0.3
    contact = write.contact(
        "لقاء",
        who,
        when,
        kind=chance.choice((ContactKind.MEETING, ContactKind.SESSION)),
        status=chance.choice((ContactStatus.HELD, ContactStatus.HELD, ContactStatus.PLANNED, ContactStatus.CANCELLED)),
        place=write.place(place) if chance.random() < 0.6 else None,
        process="astana" if has_round else None,
        round="6" if has_round else None,
    )
    due = write.when("يومها", _a_day(chance)) if chance.random() < 0.5 else None
    pledge = write.pledge(
        promise if chance.random() < 0.7 else f"لقاء {one[0]} مع {other[0]} يومها في {place} الجولة. تعهد {promise}",
        who[0],
        due,
        kind=chance.choice(list(PledgeKind)),
        condition=write.span("قريبا") if "قريبا" in promise and chance.random() < 0.2 else None,
        order=Order(after=contact.id) if chance.random() < 0.3 else None,
    )
    status = chance.choice((MeasureStatus.DECLARED, MeasureStatus.IN_EFFECT, MeasureStatus.ENDED))
    position = write.position("أعلنت", status, when=when)
    measure = write.measure("هدنة", position, place=write.place(place), parties=who)
    strike = write.incident("قصف", one[0], other[0], when, place=write.place(place))
    return write.reading(contacts=(contact,), pledges=(pledge,), measures=(measure,), incidents=(strike,))


def _whole(store: Store) -> tuple[Outcome, ...]:
    readings, decisions = list(store.readings()), store.decisions()
    return follow_up(find_events(readings, decisions, find_entities(readings, decisions)), readings)


def _kept(store: Store, due: Due = ANY) -> list[Outcome]:
    store.merge(MAKER)
    followed = store.standing().followed
    found = []
    for stretch in STRETCHES:
        several = followed.page(due, stretch, 0, 1000)
        assert len(several) == followed.count(due, stretch)
        assert several[1:3] == followed.page(due, stretch, 1, 2)
        found += several
    assert len(found) == followed.count(due)
    return sorted(found, key=lambda each: each.commitment.id)


def _decide(store: Store, chance: random.Random) -> None:
    record = desk.make_record(store)
    decider = desk.Decider(store, record, desk.Signature("me", "why"))
    followed = [event for event in record.events if event.type is not RecordType.STATEMENT]
    if not followed:
        return
    event = chance.choice(followed)
    other = chance.choice([each for each in followed if each.type is event.type])
    acts = (
        lambda: decider.merge([event, other]),
        lambda: decider.split(event, chance.sample(event.members, 1)),
        lambda: decider.correct(event, "days", _a_day(chance)),
        lambda: decider.correct(event, "place", chance.choice(PLACES), chance.choice(event.members)),
        lambda: decider.correct(event, "status", "held"),
        lambda: decider.dismiss(event, chance.choice(event.members)),
        lambda: decider.verify(event, Judgement.VERIFIED),
        lambda: desk.withdraw(store, chance.choice(store.decisions()).number, desk.Signature("me", "why")),
    )
    with suppress(HudnaError, IndexError):  # it can't be decided on in this way, or nothing was yet
        chance.choice(acts)()


@pytest.mark.parametrize("seed", range(8))
def test_bit_by_bit_is_as_at_once(tmp_path: Path, seed: int) -> None:
    """Articles and decisions in any order, followed up at any moment, leave the outcomes that all of them have."""
    chance = random.Random(seed)
    verdicts: set[Verdict] = set()
    with Store(tmp_path / "record.sqlite") as store:
        for number in range(60):
            if chance.random() < 0.7:
                reading = _article(chance, number)
                store.add(reading.article, reading, at=AT, summary=summary_of(reading))
            else:
                _decide(store, chance)
            if chance.random() < 0.2:
                store.merge(MAKER)
            if number % 20 == 19:
                whole = _whole(store)
                assert sorted(whole, key=lambda each: each.commitment.id) == _kept(store)
                verdicts |= {each.verdict for each in whole}
                followed = store.standing().followed
                assert tally(whole) == followed.tally(Due())
                for verdict in Verdict:
                    came_to = [each.commitment.id for each in whole if each.verdict is verdict]
                    assert sorted(came_to) == [each.commitment.id for each in _kept(store, Due(verdict=verdict))]
                for outcome in whole[:5]:
                    assert outcome == followed.of_event(outcome.commitment.events[-1])
    assert len(verdicts) > 3


def test_pages_are_in_the_order_of_what_is_due(tmp_path: Path) -> None:
    """What stands in one stretch of days comes those due first first, as the whole is ordered."""
    chance = random.Random(1)
    with Store(tmp_path / "record.sqlite") as store:
        for number in range(40):
            reading = _article(chance, number)
            store.add(reading.article, reading, at=AT)
        store.merge(MAKER)
        followed = store.standing().followed
        whole = [each.commitment.id for each in _whole(store)]
        for stretch in STRETCHES:
            found = [each.commitment.id for each in followed.page(Due(), stretch, 0, 1000)]
            assert found == [key for key in whole if key in set(found)]
        first, last = dt.date(2022, 1, 1), dt.date(2022, 1, 9)
        days = {each.commitment.id: each.commitment for each in _whole(store)}
        wanted = [
            key
            for key in whole
            if any(day and first <= day <= last for day in (days[key].made, days[key].latest or days[key].earliest))
        ]
        assert wanted == [each.commitment.id for each in followed.all(Due(), first, last)]
        chosen = Due(selection=desk.Selection(place=PLACES[0]), kinds=[PledgeKind.PROMISE])
        events = {event.id: event for event in desk.make_record(store).events}
        there = [
            key
            for key in whole
            if days[key].kind is PledgeKind.PROMISE
            and any(events[each].place == PLACES[0] for each in days[key].events)
        ]
        assert sorted(there) == [each.commitment.id for each in _kept(store, chosen)]
