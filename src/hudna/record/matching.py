"""Whether a telling is of what was set: a contact by its round or its company, a measure or blow by whose and where."""

from collections.abc import Iterable
from typing import Final

from hudna.arabic.pledges.aims import Aim
from hudna.model import Feature, Member, PledgeKind, RecordType
from hudna.record.commitments import Commitment
from hudna.record.evidence import CONTACT_SIGNS, Sign, Telling
from hudna.record.names import plain_form
from hudna.record.sides import Sides, shared_sides, side_of, sides_of

CLOSE_DAYS: Final = 2  # of a meeting that no day was set for
ENOUGH: Final = 2  # of parties, place and words, of a measure
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
_STALLED: Final = "stalled"
_GIVEN_UP: Final = frozenset({"suspended", "rejected", "ended"})
FORCE: Final = frozenset(
    {"air_strike", "shelling", "ground_attack", "small_arms", "bombing", "missile_or_drone", "clash", "territory_taken"}
)

Found = tuple[Sign | None, tuple[Feature, ...]]
_NOTHING: Final[Found] = (None, ())


def match(what: Commitment, aim: Aim, telling: Telling) -> Found:
    """Return what a telling says of a commitment and by what it is known; no sign where it is of something else."""
    if aim.type == RecordType.CONTACT.value:
        return _contact(what, aim, telling)
    if aim.type == RecordType.MEASURE.value:
        return _measure(what, aim, telling)
    return _incident(what, telling)


def _contact(what: Commitment, aim: Aim, telling: Telling) -> Found:
    """Return what a contact answers: it is the one planned by its round, or by its parties, and by nothing against it."""
    event = telling.event
    sign = CONTACT_SIGNS.get(telling.status)
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


def _same_company(what: Commitment, telling: Telling, ours: Sides) -> bool:
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


def _measure(what: Commitment, aim: Aim, telling: Telling) -> Found:
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
    return (sign, tuple(features)) if known >= ENOUGH and needed <= found else _NOTHING


def statuses_that_answer(aim: Aim) -> frozenset[str]:
    """Return the statuses of a measure that say anything of what would fulfil a pledge."""
    if aim.status:
        return frozenset({aim.status})
    return frozenset({*_DONE_STATUSES.get(aim.kind, _CARRIED_OUT), *_BEGUN, *_GIVEN_UP, _STALLED})


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
    return Sign.NOT_DONE if status == _STALLED else None


def _incident(what: Commitment, telling: Telling) -> Found:
    """Return whether a threat of force was carried out: by those who threatened, where or on those whom their words name."""
    event = telling.event
    actors = telling.members[0].actors
    doer, struck = (actors[0], actors[1:2]) if actors else (None, ())
    if what.kind is not PledgeKind.THREAT or event.kind not in FORCE or doer is None:
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
