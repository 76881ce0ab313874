"""Whether a day near a noun of contact is that of something else: of another clause, of what was stressed there, of what came before."""

from typing import Final

from hudna.arabic.contacts.counted_days import days_apart
from hudna.arabic.contacts.days import of_another_clause, of_journey_made
from hudna.arabic.contacts.draft import MAX_DAY_REACH
from hudna.arabic.contacts.governor import is_adjunct
from hudna.arabic.contacts.phrase import Phrase
from hudna.arabic.contacts.words import markers, nouns, statuses
from hudna.arabic.scene import Scene
from hudna.model import ContactKind, Match, TimeMention
from hudna.text.letters import COMMAS

_ON: Final = "علي"
_THAT: Final = frozenset({"ان", "بان"})


def is_day_of_another(scene: Scene, phrase: Phrase, date: Match[TimeMention], first: int, *, to_come: bool) -> bool:
    """Return whether a day near a noun is that of another clause, or of what is told before the noun in its own."""
    place = phrase.first
    if of_another_clause(scene, phrase.end, date):
        return True
    if date.end <= place and scene.words[place - 1] in markers()["after"]:
        return True  # on Friday, after a visit to
    if days_apart(scene, place) is not None:
        return True  # on Friday, two days after a visit to
    if _is_of_contact_within(scene, phrase.end, date):
        return True  # an invitation to visit X, during a call on Wednesday
    if is_adjunct(scene, place) and (_is_stressed(scene, phrase.end, date) or _is_said(scene, phrase.end, date)):
        return True  # stressed during his talks with X the need for visits in May, said at it that he will go in May
    if _of_contact_before(scene, date, place, first):
        return True  # a meeting in May, like the one with
    return to_come and of_journey_made(scene, date, place, first)  # he came on Friday to meet


def _is_of_contact_within(scene: Scene, end: int, date: Match[TimeMention]) -> bool:
    """Return whether another contact, in which something is told to happen, stands between a contact and a day behind it."""
    inner = ((at, nouns().get(scene.words[at])) for at in range(end, date.first))
    beside = markers()["setting"]  # on the margins of another meeting it had the same day
    return any(
        noun is not None
        and noun.kind is not ContactKind.VISIT
        and is_adjunct(scene, at)
        and scene.words[at - 1] not in beside
        for at, noun in inner
    )


def _is_stressed(scene: Scene, end: int, date: Match[TimeMention]) -> bool:
    """Return whether "on" leads from a contact to a day behind it, that of what was stressed or agreed on there."""
    markers_of_place = markers()["setting"]
    return any(
        scene.words[at] == _ON and scene.words[at + 1] not in markers_of_place for at in range(end, date.first - 1)
    )


def _is_said(scene: Scene, end: int, date: Match[TimeMention]) -> bool:
    """Return whether "that" opens between a contact and a day what somebody said at it, not what is set for it."""
    for at in range(end, date.first):
        word = scene.words[at]
        if word in markers()["that-he"] or (word in _THAT and scene.words[at - 1] not in statuses()["before"]):
            return True
    return False


def _of_contact_before(scene: Scene, date: Match[TimeMention], place: int, first: int) -> bool:
    """Return whether a day before a noun is that of another contact, from which a comma parts it."""
    if (
        date.end > place
        or is_adjunct(scene, place)
        or not any(word in COMMAS for word in scene.words[date.end : place])
    ):
        return False
    return any(word in nouns() for word in scene.words[max(first, date.first - MAX_DAY_REACH) : date.first])
