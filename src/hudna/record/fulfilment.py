"""What later tellings answer to a commitment: done, begun, cancelled, put off, not done; and by what they are known."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, NamedTuple

from hudna.arabic.pledges.aims import Aim
from hudna.model import Event, Feature, Member, PledgeKind, Reading, RecordType
from hudna.record.commitments import Commitment, told_on
from hudna.record.likeness import window
from hudna.record.names import plain_form
from hudna.record.sides import Sides, shared_sides, side_of, sides_of

EARLY_DAYS: Final = 1  # before the first day set
WIDEST_DAYS: Final = 10  # a telling of wider days proves nothing about a day
CLOSE_DAYS: Final = 2
FAILED_DAYS: Final = 5
LATE_DAYS: Final = 21  # of what has no place to be known again by: the same parties meet every few weeks
LATE_DAYS_SAME_PLACE: Final = 400
OPEN_DAYS: Final = 30  # for what no day was set for
_ENOUGH: Final = 2.0


class Sign(StrEnum):
    """What a telling says of a commitment."""

    DONE = "done"
    BEGUN = "begun"
    IN_PART = "in_part"
    CANCELLED = "cancelled"
    REPLACED = "replaced"
    NOT_DONE = "not_done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an event answers to a commitment, on which days; ``degree`` is 1 or 2 where it was done in part."""

    sign: Sign
    told: tuple[Member, ...]
    earliest: dt.date
    latest: dt.date
    features: tuple[Feature, ...]
    degree: int | None = None


class _Telling(NamedTuple):
    """An event's members of one status, as evidence."""

    event: Event
    status: str
    members: tuple[Member, ...]
    sides: Sides
    earliest: dt.date
    latest: dt.date
    told: dt.date


_CONTACT_SIGNS: Final = {
    "held": Sign.DONE,
    "under_way": Sign.DONE,
    "cancelled": Sign.CANCELLED,
    "postponed": Sign.REPLACED,
    "planned": Sign.REPLACED,
    "not_held": Sign.NOT_DONE,
    "denied": Sign.NOT_DONE,
}
_CONTACT_KINDS: Final = {
    "meeting": {"meeting", "session", "talks"},
    "session": {"session", "talks", "meeting"},
    "talks": {"talks", "session", "meeting", "call"},
    "visit": {"visit", "meeting"},
    "call": {"call"},
    "message": {"message"},
}
_DONE_STATUSES: Final = {
    "ceasefire": {"in_effect", "declared", "extended", "implemented"},
    "agreement": {"signed", "adopted", "implemented"},
    "resolution": {"adopted"},
    "sanctions": {"in_effect", "adopted", "declared", "implemented"},
    "document": {"signed", "adopted"},
    "zone": {"in_effect", "implemented"},
    "mechanism": {"in_effect", "implemented"},
}
_CARRIED_OUT: Final = frozenset({"implemented"})
_BEGUN: Final = frozenset({"in_effect"})
_GIVEN_UP: Final = frozenset({"suspended", "rejected", "ended"})
_TO_COME: Final = frozenset({"planned", "postponed", "cancelled"})
_NOT_DONE_STATUSES: Final = frozenset({"cancelled", "postponed", "not_held", "denied", "stalled", "suspended"})
_FORCE: Final = frozenset(
    {"air_strike", "shelling", "ground_attack", "small_arms", "bombing", "missile_or_drone", "clash", "territory_taken"}
)


class Answers:
    """Everything that may answer to a commitment, found by parties, round and place."""

    def __init__(self, events: Iterable[Event], readings: Mapping[str, Reading]) -> None:
        self._readings = readings
        self._by_key: dict[tuple[str, str], list[_Telling]] = defaultdict(list)
        self._days: dict[str, tuple[dt.date, dt.date]] = {}
        for event in events:
            for telling in _tellings(event):
                for key in _keys(event.type, telling):
                    self._by_key[key].append(telling)
                if event.type is RecordType.CONTACT and _CONTACT_SIGNS.get(telling.status) is Sign.DONE:
                    days = (telling.earliest, telling.latest)
                    self._days |= {member.key: days for member in event.members}

    def days_of(self, key: str) -> tuple[dt.date, dt.date] | None:
        """Return the days on which the contact of a telling was held, None where nobody tells."""
        return self._days.get(key)

    def of(self, what: Commitment) -> tuple[Answer, ...]:
        """Return what answers to a commitment, the first day first."""
        found: dict[tuple[str, str], Answer] = {}
        own = {member.article for member in what.told}
        for aim in what.aims:
            for telling in self._candidates(what, aim):
                others = tuple(member for member in telling.members if member.article not in own)
                if others:
                    answer = _answer(what, aim, telling._replace(members=others), self._readings)
                    if answer is not None:
                        found[telling.event.id, telling.status] = answer
        answers: Iterable[Answer] = found.values()
        if what.kind is PledgeKind.THREAT or what.latest is None:
            answers = _told_twice(answers)
        return tuple(sorted(answers, key=lambda each: (each.earliest, each.told[0].key)))

    def _candidates(self, what: Commitment, aim: Aim) -> Iterator[_Telling]:
        keys = {("side", side) for side in sides_of(what.who)}
        keys |= {("round", what.round)} if what.round else set()
        keys |= {("place", plain_form(what.place))} if what.place else set()
        seen: set[tuple[str, str]] = set()
        for kind, key in sorted((kind, str(key)) for kind, key in keys):
            for telling in self._by_key.get((f"{aim.type} {kind}", key), ()):
                if (telling.event.id, telling.status) not in seen:
                    seen.add((telling.event.id, telling.status))
                    yield telling


def _tellings(event: Event) -> Iterator[_Telling]:
    """Yield the members of an event by what they tell became of it.

    What is told as done proves nothing without days that are close; all else is at least as old as its article.
    """
    by_status: dict[str, list[Member]] = defaultdict(list)
    for member in event.members:
        by_status[member.status or ""].append(member)
    for status, members in sorted(by_status.items()):
        telling = _telling(event, status, members)
        if telling is not None:
            yield telling


def _telling(event: Event, status: str, members: Sequence[Member]) -> _Telling | None:
    dated = [(days, member) for member in members if (days := _close_days(member)) and _is_over(member, days, status)]
    if dated:
        first, last = max(days[0] for days, _ in dated), min(days[1] for days, _ in dated)
        first, last = (first, last) if first <= last else dated[0][0]
        told = [day for _, member in dated if (day := told_on(member))]
        kept = tuple(member for _, member in dated)
        return _Telling(event, status, kept, sides_of(event.actors), first, last, min(told, default=first))
    published = [day for member in members if (day := told_on(member))]
    if not published or status not in _NOT_DONE_STATUSES:
        return None
    first = min(published)
    return _Telling(event, status, tuple(members), sides_of(event.actors), first, first, first)


def _is_over(member: Member, days: tuple[dt.date, dt.date], status: str) -> bool:
    """Return whether a telling is no older than what it tells: what is told before its day is a plan, however worded."""
    told = told_on(member)
    return status in _TO_COME or told is None or days[0] <= told


def _close_days(member: Member) -> tuple[dt.date, dt.date] | None:
    days = window(member)
    return days if days and (days[1] - days[0]).days <= WIDEST_DAYS else None


def _told_twice(answers: Iterable[Answer]) -> list[Answer]:
    """Return the answers that another origin bears out for the same days.

    Where no day was set, or force was threatened, what is still expected is told of as if it were done.
    """
    answers = list(answers)
    return [
        each
        for each in answers
        if each.sign is not Sign.DONE
        or len({member.origin for other in answers if _overlap(each, other) for member in other.told}) > 1
    ]


def _overlap(one: Answer, other: Answer) -> bool:
    return other.sign is Sign.DONE and one.earliest <= other.latest and other.earliest <= one.latest


def _keys(type_: RecordType, telling: _Telling) -> Iterator[tuple[str, str]]:
    for side in telling.sides:
        yield f"{type_.value} side", side
    if telling.event.round:
        yield f"{type_.value} round", telling.event.round
    if telling.event.place:
        yield f"{type_.value} place", plain_form(telling.event.place)


def _answer(what: Commitment, aim: Aim, telling: _Telling, readings: Mapping[str, Reading]) -> Answer | None:
    """Return what a telling answers to a commitment, None where it is of something else or came before it."""
    if what.made is not None and telling.told < what.made:
        return None
    if what.conditional and aim.type != RecordType.CONTACT.value:
        return None  # whether its condition came about is not known
    if aim.type == RecordType.CONTACT.value:
        sign, features = _contact(what, aim, telling)
    elif aim.type == RecordType.MEASURE.value:
        sign, features = _measure(what, aim, telling)
    else:
        sign, features = _incident(what, telling)
    if sign is None or not _in_time(what, telling, sign, features):
        return None
    answer = Answer(
        sign=sign, told=telling.members, earliest=telling.earliest, latest=telling.latest, features=features
    )
    return _by_amount(what, answer, readings) if aim.type == RecordType.MEASURE.value else answer


_Found = tuple[Sign | None, tuple[Feature, ...]]
_NOTHING: Final[_Found] = (None, ())


def _contact(what: Commitment, aim: Aim, telling: _Telling) -> _Found:
    """Return what a contact answers: it is the one planned by its round, or by its parties, and by nothing against it."""
    event = telling.event
    sign = _CONTACT_SIGNS.get(telling.status)
    if sign is None or event.kind not in _CONTACT_KINDS.get(aim.kind, {aim.kind}):
        return _NOTHING
    if (what.round and event.round and what.round != event.round) or _differ(what.process, event.process):
        return _NOTHING
    if _differ(what.place, event.place) and not what.round:
        return _NOTHING
    if aim.kind == "visit" and event.kind != "visit" and not (what.place and event.place):
        return _NOTHING  # who visits meets, but not whoever meets visits
    features = [Feature("kind", aim.kind, event.kind, 1.0)]
    same_round = bool(what.round and what.round == event.round and what.process and event.process)
    if same_round:
        features.append(Feature("round", what.round or "", event.round or "", 1.0))
    ours = sides_of(what.who)
    shared = shared_sides(ours, telling.sides)
    if shared:
        score = len(shared) / len(ours)
        features.append(Feature("actors", " ".join(sorted(ours)), " ".join(sorted(telling.sides)), round(score, 3)))
    if what.place and event.place and not _differ(what.place, event.place):
        features.append(Feature("place", what.place, event.place, 1.0))
    if same_round or (len(ours) >= 2 and len(shared) == len(ours) and _same_company(what, telling, ours)):
        return sign, tuple(features)
    return _NOTHING


def _same_company(what: Commitment, telling: _Telling, ours: Sides) -> bool:
    """Return whether a contact is of those planned alone, where its place does not tell it from their others.

    What no day was set for must name the people that the plan names, and its day.
    """
    place = telling.event.place
    if what.latest is None:
        close = (telling.latest - telling.earliest).days <= CLOSE_DAYS
        named = all(telling.sides.get(side) for side, people in ours.items() if people)
        if not (close and named):
            return False
    return bool(what.place and place and not _differ(what.place, place)) or telling.sides.keys() <= ours.keys()


def _measure(what: Commitment, aim: Aim, telling: _Telling) -> _Found:
    """Return what a position on a measure answers: of the kind that was pledged, by whoever pledged it or of the same place."""
    event = telling.event
    if event.kind != aim.kind or _differ(what.place, event.place):
        return _NOTHING
    sign = _sign_of_measure(aim, telling.status)
    if sign is None:
        return _NOTHING
    features = [Feature("kind", aim.kind, event.kind, 1.0)]
    shared = shared_sides(sides_of(what.who), telling.sides)
    if shared:
        features.append(Feature("actors", " ".join(sorted(sides_of(what.who))), " ".join(shared), 1.0))
    place = event.place
    if place and (_has_word(what.what, place) or (what.place and not _differ(what.place, place))):
        features.append(Feature("place", what.place or what.what, place, 1.0))
    words = _shared_words(what.what, telling.members)
    if len(words) >= 2:
        features.append(Feature("words", what.what, " ".join(words), min(1.0, len(words) / 4)))
    found = {feature.code for feature in features}
    needed = {"actors"} if sign in {Sign.CANCELLED, Sign.NOT_DONE} else set()
    known = len(found & {"actors", "place", "words"})
    return (sign, tuple(features)) if known >= _ENOUGH and needed <= found else _NOTHING


def _sign_of_measure(aim: Aim, status: str) -> Sign | None:
    done = {aim.status} if aim.status else _DONE_STATUSES.get(aim.kind, _CARRIED_OUT)
    if status in done:
        return Sign.DONE
    if aim.status:
        return None
    if status in _BEGUN:
        return Sign.BEGUN
    if status in _GIVEN_UP:
        return Sign.CANCELLED
    return Sign.NOT_DONE if status == "stalled" else None


def _incident(what: Commitment, telling: _Telling) -> _Found:
    """Return whether a threat of force was carried out: by those who threatened, where or on those whom their words name."""
    event = telling.event
    actors = telling.members[0].actors
    doer, struck = (actors[0], actors[1:2]) if actors else (None, ())
    if what.kind is not PledgeKind.THREAT or event.kind not in _FORCE or doer is None:
        return _NOTHING
    ours = sides_of(what.who)
    if side_of(doer.entity) not in ours:
        return _NOTHING
    features = [Feature("actors", " ".join(sorted(ours)), side_of(doer.entity), 1.0)]
    if event.place and _has_word(what.what, event.place):
        return Sign.DONE, (*features, Feature("place", what.what, event.place, 1.0))
    if struck and struck[0].entity in what.named:
        return Sign.DONE, (*features, Feature("target", what.what, struck[0].label, 1.0))
    return _NOTHING


def _in_time(what: Commitment, telling: _Telling, sign: Sign, features: tuple[Feature, ...]) -> bool:
    """Return whether a telling's days can be those of what was set, or later ones that still belong to it."""
    codes = {feature.code for feature in features}
    if what.kind is PledgeKind.THREAT and what.made is not None and telling.earliest < what.made:
        return False  # what goes on already is not what was threatened
    if sign is Sign.REPLACED:
        return _replaces(what, telling, codes)
    if sign is Sign.NOT_DONE:
        return _failed_on_its_day(what, telling)
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


def _failed_on_its_day(what: Commitment, telling: _Telling) -> bool:
    """Return whether something is told not to have come about on the day it was due: before, it is only not done yet."""
    if what.latest is None or telling.told < what.latest:
        return False
    return telling.earliest <= what.latest + dt.timedelta(days=FAILED_DAYS)


def _replaces(what: Commitment, telling: _Telling, codes: set[str]) -> bool:
    """Return whether another plan took the place of this one: told later, for other days, before or just after it was due."""
    if what.latest is None or what.made is None or telling.told < what.made:
        return False
    if telling.told > what.latest + dt.timedelta(days=LATE_DAYS):
        return False
    if telling.status == "postponed":
        return True
    return telling.earliest > what.latest and bool({"place", "round"} & codes)


def _by_amount(what: Commitment, answer: Answer, readings: Mapping[str, Reading]) -> Answer:
    """Return the answer as one in part, where it is begun, or fewer were told than were pledged."""
    if answer.sign is Sign.BEGUN:
        return replace(answer, degree=1)
    pledged, done = _number(what.what), 0
    for member in answer.told:
        done = max(done, *(_number(_quantity(readings[member.article], member.record)),))
    if answer.sign is not Sign.DONE or not 0 < done < pledged:
        return answer
    return replace(answer, sign=Sign.IN_PART, degree=2 if 2 * done >= pledged else 1)


def _quantity(reading: Reading, record: str) -> str:
    """Return how much of a measure is told, in its words; empty where nothing is."""
    measure_id = record.partition(".")[0]
    return next((each.quantity or "" for each in reading.measures if each.id == measure_id), "")


def _number(words: str) -> int:
    """Return the one number that words hold in digits, 0 where there is none or there are several."""
    found = {int(word) for word in plain_form(words).split() if word.isdecimal()}
    return found.pop() if len(found) == 1 else 0


def _differ(left: str | None, right: str | None) -> bool:
    return bool(left and right and plain_form(left) != plain_form(right))


def _has_word(words: str, name: str) -> bool:
    """Return whether the longest word of a name stands among words, whatever is written on to its front."""
    sought = max(plain_form(name).split(), key=len, default="")
    return len(sought) >= 3 and any(word.endswith(sought) for word in plain_form(words).split())


def _shared_words(words: str, members: Iterable[Member]) -> list[str]:
    """Return the words of a pledge that the evidence of an event has too."""
    told = {word for member in members for each in member.evidence for word in plain_form(each.text).split()}
    told |= {word for member in members for word in plain_form(member.what).split()}
    long = {word for word in told if len(word) > 3}
    return sorted({word for word in plain_form(words).split() if len(word) > 3 and word in long})
