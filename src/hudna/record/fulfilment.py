"""What later tellings answer to a commitment: done, begun, cancelled, put off, not done; and by what they are known."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from hudna.arabic.pledges.aims import Aim
from hudna.model import Event, Feature, Member, PledgeKind, RecordType
from hudna.record.commitments import Commitment, told_on
from hudna.record.evidence import CONTACT_SIGNS, Sign, Telling, tellings_of
from hudna.record.matching import match
from hudna.record.names import plain_form
from hudna.record.particulars import NOTHING, Particulars, number_in
from hudna.record.sides import sides_of

EARLY_DAYS: Final = 1  # before the first day set
FAILED_DAYS: Final = 5  # behind its day, in which it is told that something did not come about
LATE_DAYS: Final = 21  # of what has no place to be known again by: the same parties meet every few weeks
LATE_DAYS_SAME_PLACE: Final = 400
OPEN_DAYS: Final = 30  # for what no day was set for
_TELLING_APART: Final = frozenset({"place", "round"})  # what parts one meeting of the same parties from another


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an event answers to a commitment, on which days; ``degree`` is 1 or 2 where it was done in part."""

    sign: Sign
    told: tuple[Member, ...]
    earliest: dt.date
    latest: dt.date
    features: tuple[Feature, ...]
    degree: int | None = None


class Answers:
    """Everything that may answer to a commitment, found by parties, round and place."""

    def __init__(self, events: Iterable[Event], particulars: Mapping[str, Particulars]) -> None:
        self._particulars = particulars
        self._by_key: dict[tuple[str, str], list[Telling]] = defaultdict(list)
        self._days: dict[str, tuple[dt.date, dt.date]] = {}
        for event in events:
            for telling in tellings_of(event):
                for key in _keys(event.type, telling):
                    self._by_key[key].append(telling)
                if event.type is RecordType.CONTACT and CONTACT_SIGNS.get(telling.status) is Sign.DONE:
                    days = (telling.earliest, telling.latest)
                    self._days |= {member.key: days for member in event.members}

    def days_of(self, key: str) -> tuple[dt.date, dt.date] | None:
        """Return the days on which the contact of a telling was held, None where nobody tells."""
        return self._days.get(key)

    def events_of(self, what: Commitment) -> set[str]:
        """Return the ids of the events that answer anything to a commitment, whether it counts or not."""
        return {event for event, _ in self._found(what)}

    def of(self, what: Commitment) -> tuple[Answer, ...]:
        """Return what answers to a commitment, the first day first."""
        answers: Iterable[Answer] = self._found(what).values()
        if what.kind is PledgeKind.THREAT or what.latest is None:
            answers = _told_twice(answers, self._last_planned(what))
        return tuple(sorted(answers, key=lambda each: (each.earliest, each.told[0].key)))

    def _found(self, what: Commitment) -> dict[tuple[str, str], Answer]:
        """Return what answers to a commitment by event and status."""
        found: dict[tuple[str, str], Answer] = {}
        own = {member.article for member in what.told}
        for aim in what.aims:
            for telling in self._candidates(what, aim):
                others = tuple(member for member in telling.members if member.article not in own)
                if others:
                    answer = _answer(what, aim, telling._replace(members=others), self._particulars)
                    if answer is not None:
                        found[telling.event.id, telling.status] = answer
        return found

    def _last_planned(self, what: Commitment) -> dt.date | None:
        """Return the last day on which a contact of the same company was told as planned."""
        days = [
            told
            for aim in what.aims
            if aim.type == RecordType.CONTACT.value
            for telling in self._candidates(what, aim)
            if telling.status == "planned" and sides_of(what.who).keys() == telling.sides.keys()
            for member in telling.members
            if (told := told_on(member))
        ]
        return max(days, default=None)

    def _candidates(self, what: Commitment, aim: Aim) -> Iterator[Telling]:
        keys = {("side", side) for side in sides_of(what.who)}
        keys |= {("round", what.round)} if what.round else set()
        keys |= {("place", plain_form(what.place))} if what.place else set()
        seen: set[tuple[str, str]] = set()
        for kind, key in sorted((kind, str(key)) for kind, key in keys):
            for telling in self._by_key.get((f"{aim.type} {kind}", key), ()):
                if (telling.event.id, telling.status) not in seen:
                    seen.add((telling.event.id, telling.status))
                    yield telling


def _told_twice(answers: Iterable[Answer], still_planned: dt.date | None) -> list[Answer]:
    """Return the answers that another origin bears out for the same days, and that nobody still plans afterwards.

    Where no day was set, or force was threatened, what is still expected is told of as if it were done.
    """
    answers = list(answers)
    return [
        each
        for each in answers
        if each.sign is not Sign.DONE
        or (
            len({member.origin for other in answers if _overlap(each, other) for member in other.told}) > 1
            and (still_planned is None or still_planned <= each.latest)
        )
    ]


def _overlap(one: Answer, other: Answer) -> bool:
    return other.sign is Sign.DONE and one.earliest <= other.latest and other.earliest <= one.latest


def _keys(type_: RecordType, telling: Telling) -> Iterator[tuple[str, str]]:
    for side in telling.sides:
        yield f"{type_.value} side", side
    if telling.event.round:
        yield f"{type_.value} round", telling.event.round
    if telling.event.place:
        yield f"{type_.value} place", plain_form(telling.event.place)


def _answer(what: Commitment, aim: Aim, telling: Telling, particulars: Mapping[str, Particulars]) -> Answer | None:
    """Return what a telling answers to a commitment, None where it is of something else or came before it."""
    if what.made is not None and telling.told < what.made:
        return None
    if what.conditional and aim.type != RecordType.CONTACT.value:
        return None  # whether its condition came about is not known
    sign, features = match(what, aim, telling)
    if sign is None or not _in_time(what, telling, sign, features):
        return None
    answer = Answer(
        sign=sign, told=telling.members, earliest=telling.earliest, latest=telling.latest, features=features
    )
    return _by_amount(what, answer, particulars) if aim.type == RecordType.MEASURE.value else answer


def _in_time(what: Commitment, telling: Telling, sign: Sign, features: tuple[Feature, ...]) -> bool:
    """Return whether a telling's days can be those of what was set, or later ones that still belong to it."""
    codes = {feature.code for feature in features}
    if what.kind is PledgeKind.THREAT and what.made is not None and telling.earliest < what.made:
        return False  # what goes on already is not what was threatened
    if sign is Sign.REPLACED:
        return _replaces(what, telling, codes)
    if sign is Sign.NOT_DONE:
        return _failed_on_its_day(what, telling, codes)
    begin = _beginning(what)
    if begin is not None and telling.latest < begin:
        return False
    if what.latest is None:
        return begin is not None and telling.earliest <= begin + dt.timedelta(days=OPEN_DAYS)
    late = (telling.earliest - what.latest).days
    if "round" in codes or late <= 0:
        return True
    return late <= (LATE_DAYS_SAME_PLACE if "place" in codes else LATE_DAYS)


def _beginning(what: Commitment) -> dt.date | None:
    """Return the first day on which a commitment can have been fulfilled: not before it was made, if it was made ahead.

    A contact is held on its day, whatever is promised may be done before it.
    """
    has_day = what.earliest is not None and any(aim.type == RecordType.CONTACT.value for aim in what.aims)
    first = what.earliest - dt.timedelta(days=EARLY_DAYS) if has_day and what.earliest else None
    if what.made is None or (what.latest is not None and what.made > what.latest):
        return first
    return max(what.made, first) if first else what.made


def _failed_on_its_day(what: Commitment, telling: Telling, codes: set[str]) -> bool:
    """Return whether something is told not to have come about on the day it was due: before, it is only not done yet."""
    if what.latest is None or telling.told < what.latest or not (telling.dated or codes & _TELLING_APART):
        return False
    return telling.earliest <= what.latest + dt.timedelta(days=FAILED_DAYS)


def _replaces(what: Commitment, telling: Telling, codes: set[str]) -> bool:
    """Return whether another plan took the place of this one: told later, for other days, before or just after it was due."""
    if what.latest is None or what.made is None or telling.told < what.made:
        return False
    if telling.told > what.latest + dt.timedelta(days=LATE_DAYS):
        return False
    if telling.status == "postponed":
        return telling.dated or bool(codes & _TELLING_APART)
    return telling.dated and telling.earliest > what.latest and bool(codes & _TELLING_APART)


def _by_amount(what: Commitment, answer: Answer, particulars: Mapping[str, Particulars]) -> Answer:
    """Return the answer as one in part, where it is begun, or fewer were told than were pledged."""
    if answer.sign is Sign.BEGUN:
        return replace(answer, degree=1)
    pledged = number_in(what.what)
    done = max(particulars.get(member.key, NOTHING).amount for member in answer.told)
    if answer.sign is not Sign.DONE or not 0 < done < pledged:
        return answer
    return replace(answer, sign=Sign.IN_PART, degree=2 if 2 * done >= pledged else 1)
