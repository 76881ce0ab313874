"""Promises and threats that are given: cut a promise, gave guarantees, took it upon himself, swore to, alarmed them with."""

from typing import Final

from hudna.arabic.pledges.bound import Found, Reading
from hudna.arabic.pledges.links import is_act
from hudna.arabic.pledges.subjects import subject
from hudna.arabic.pledges.what import STOPS, is_over
from hudna.arabic.pledges.whose import may_strike
from hudna.arabic.pledges.words import NEVER, markers
from hudna.arabic.scene import Scene

MAX_GIVEN_REACH: Final = 8
MAX_SELF_REACH: Final = 8
MAX_SWORN_REACH: Final = 8
_THAT: Final = frozenset({"ان", "بان"})
_THAT_NOT: Final = frozenset({"الا", "بالا"})
_ON: Final = "علي"
_SELF: Final = frozenset({"نفسه", "نفسها", "انفسهم", "عاتقه", "عاتقها", "عاتقهم", "عاتقهما", "عاتقنا"})
_BURDEN: Final = frozenset({"مهمه", "مسووليه"})  # took upon itself the task of
_PERSONS: Final = "يتن"
MIN_VERB_LETTERS: Final = 4
MAX_POSTPONED_REACH: Final = 14
MAX_DAY_WORDS: Final = 2
_DAYS: Final = frozenset({"date", "time"})
_TO: Final = frozenset({"الي", "حتي"})


def given(reading: Reading) -> Found | None:
    """Return who gave a promise, guarantees, a threat that stands in the accusative behind its verb and subject."""
    scene, place, sentence = reading.scene, reading.place, reading.sentence
    for start in range(place - 1, max(sentence.first - 1, place - MAX_GIVEN_REACH), -1):
        word = scene.words[start]
        if word in STOPS:
            return None
        if _gives(word):
            if start > sentence.first and scene.words[start - 1] in markers()["negation"]:
                return None
            found = subject(Reading(scene, start, sentence, reading.contacts))
            return (found[0], place + 1, found[2]) if found is not None else None
    return None


def _gives(word: str) -> bool:
    gives = markers()["gives-word"]
    return word in gives or (word[0] in "وف" and word[1:] in gives)


def oneself(reading: Reading) -> Found | None:
    """Return who binds himself, takes upon his shoulders: the reflexive stands behind the verb and its subject."""
    scene, place = reading.scene, reading.place
    reach = range(place + 1, min(place + MAX_SELF_REACH, reading.limit - 1))
    own = next((at for at in reach if scene.words[at] in _SELF), None)
    found = subject(reading) if own is not None else None
    if own is None or found is None:
        return None
    begins = own + 1 + (scene.words[own + 1] in _BURDEN)
    word = scene.words[begins]
    by_act = word[0] == "ب" and word[1:].removeprefix("ال") in markers()["act"]
    bound = is_act(scene, begins) or by_act or word in _THAT | _THAT_NOT
    return (found[0], begins, None) if bound else None


def vow(reading: Reading) -> Found | None:
    """Return who swears to do something: on an act, or that he will; what somebody swears to be true is no promise."""
    scene, place = reading.scene, reading.place
    first = _sworn(scene, place + 1, min(place + MAX_SWORN_REACH, reading.limit - 1))
    found = subject(reading) if first is not None else None
    return (found[0], first, found[2]) if found is not None and first is not None else None


def _sworn(scene: Scene, start: int, end: int) -> int | None:
    """Return the token at which what is sworn begins: "on" before an act, "that" before a verb in the imperfect."""
    for at in range(start, end):
        word, behind = scene.words[at], scene.words[at + 1]
        if word in STOPS or word in markers()["oath"]:
            return None
        fights = behind.removeprefix("ال") in markers()["struggle"]
        if (word == _ON and (fights or is_act(scene, at + 1))) or word in _THAT_NOT:
            return at
        if word in _THAT and behind[0] in _PERSONS and len(behind) >= MIN_VERB_LETTERS:
            return at
        if word in markers()["that"] and (behind == NEVER or (behind[0] == "س" and behind[1:2] in _PERSONS)):
            return at
    return None


def bears(reading: Reading) -> Found | None:
    """Return who undertakes an act at his cost: vouched for paying; of a person it tells what he has done."""
    found = subject(reading)
    if found is None or any(reading.scene.is_person(party) for party in found[0]):
        return None
    at = found[1]
    word = reading.scene.words[at] if at < reading.limit else ""
    return found if word[:1] == "ب" and word[1:].removeprefix("ال") in markers()["act"] else None


def alarm(reading: Reading) -> Found | None:
    """Return who gives others warning of what he will do to them, or of what they are to do."""
    found = subject(reading)
    if found is None or not all(may_strike(reading.scene, party) for party in found[0]):
        return None
    reach = range(found[1], min(found[1] + MAX_SWORN_REACH, reading.limit - 1))
    return found if any(_warned_of(reading.scene, at) for at in reach) else None


def _warned_of(scene: Scene, place: int) -> bool:
    word = scene.words[place]
    bare = word[1:].removeprefix("ال") if word[0] == "ب" else ""
    return bare in markers()["hostile"] or bare in markers()["demanded"]


def postpones(reading: Reading) -> Found | None:
    """Return who puts something off to a day to come: the court put off the hearing to the twentieth."""
    scene = reading.scene
    reach = range(reading.place + 1, min(reading.place + MAX_POSTPONED_REACH, reading.limit - 1))
    to = next((at for at in reach if scene.words[at] in _TO and _is_day_to_come(scene, at)), None)
    if to is None:
        return None
    found = subject(reading)
    return (found[0], found[1], None) if found is not None and found[1] < to else None


def _is_day_to_come(scene: Scene, to: int) -> bool:
    """Return whether a day that is not over stands right behind "to"."""
    days = scene.dates_between(to, to + MAX_DAY_WORDS)
    return any(day.kind in _DAYS and day.value.latest is not None and not is_over(scene, day) for day in days)
