"""Who gives somebody time: told by a verb or noun of giving before the word for it, or as what somebody now has."""

from typing import Final

from hudna.arabic.contacts.sides import glued, read_sides
from hudna.arabic.pledges.bound import Found, Reading
from hudna.arabic.pledges.subjects import agent, parties_of, subject, to_whom_of
from hudna.arabic.pledges.what import STOPS, due_near
from hudna.arabic.pledges.whose import as_party
from hudna.arabic.pledges.words import markers
from hudna.arabic.scene import Scene
from hudna.model import Party

MAX_GRACE_REACH: Final = 14
MAX_HAS_REACH: Final = 8
MAX_GIVEN_WORDS: Final = 6
MAX_HOURS_REACH: Final = 10
MAX_TIME_WORDS: Final = 2
_UNTIL: Final = "حتي"
_AND: Final = "و"


def grace(reading: Reading) -> Found | None:
    """Return who gave somebody a time of grace, told by a verb of giving before it, or as what somebody now has."""
    scene, place, sentence = reading.scene, reading.place, reading.sentence
    for start in range(place - 1, max(sentence.first, place - MAX_GRACE_REACH) - 1, -1):
        word = scene.words[start]
        if word in markers()["giver"] or (word[0] in "وف" and word[1:] in markers()["giver"]):
            giver = Reading(scene, start, sentence, reading.contacts)
            if giver.before in markers()["negation"]:
                return None
            found = subject(giver) or _given_by(giver)
            if found is None:
                return None
            behind = read_sides(scene, place + 1, sentence.end)[0] if glued(scene, place + 1) == "ل" else []
            return found[0], place, found[2] or (as_party(behind[0]) if behind else None)
        if word in markers()["has"] and place - start <= MAX_HAS_REACH:
            return _has_until(reading, start)
    return None


def until(reading: Reading, found: Found) -> Found | None:
    """Return who gives people whom no table knows until a time: the token of the time, and the words before it."""
    scene, (who, after, _) = reading.scene, found
    for at in range(after, min(after + MAX_GIVEN_WORDS, reading.limit - 1)):
        word = scene.words[at]
        if word in STOPS:
            return None
        if word == _UNTIL or scene.dates_between(at, at + MAX_TIME_WORDS):
            if at == after or glued(scene, after):
                return None
            span = scene.document.span(after, at)
            return who, at, Party(span, scene.document.article.words(span), None)
    return None


def left_out(reading: Reading) -> Found | None:
    """Return who goes on to give the one named behind a joined verb a time that follows at once: and gave X a month."""
    scene, place, sentence = reading.scene, reading.place, reading.sentence
    if reading.token.folded[0] != _AND or place == sentence.first:
        return None
    sides, after = read_sides(scene, place + 1, sentence.end)
    times = scene.dates_between(after, after + MAX_TIME_WORDS) if len(sides) == 1 else ()
    if not times or times[0].first != after or glued(scene, place + 1):
        return None
    who = reading.speakers() or agent(scene, place, sentence)
    to_whom = as_party(sides[0])
    others = len(who) == 1 and who[0].label != to_whom.label
    return (tuple(who), after, to_whom) if others else None


def hours(reading: Reading) -> Found | None:
    """Return who gives somebody hours or days to do something: gave the fighters 48 hours to leave."""
    scene, place = reading.scene, reading.place
    reach = range(place + 1, min(place + MAX_HOURS_REACH, reading.limit - 1))
    at = next((at for at in reach if scene.words[at] in markers()["hours"]), None)
    if at is None or not is_to_act(scene, at + 1):
        return None
    found = subject(reading)
    if found is None or reading.before in markers()["negation"]:
        return None
    begins = next((time.first for time in scene.dates_between(found[1], at + 1)), None)
    if begins is None:
        return None
    if found[2] is not None:
        return (found[0], begins, found[2]) if begins <= found[1] + 1 else None
    return until(reading, found)


def is_to_act(scene: Scene, place: int) -> bool:
    """Return whether an act stands at a token behind "to": to leave, to hand over."""
    word = scene.words[place]
    bare = word.removeprefix("لل") if word.startswith("لل") else word[1:]
    return word[0] == "ل" and bare in markers()["act"]


def _given_by(giver: Reading) -> Found | None:
    """Return who gives, and whom, where giving is a noun: with the giving by X to Y of a time."""
    if giver.token.folded not in markers()["giving"]:
        return None
    sides, after = read_sides(giver.scene, giver.place + 1, giver.sentence.end)
    if not sides or glued(giver.scene, giver.place + 1):
        return None
    to_whom, end = to_whom_of(giver.scene, after, giver.sentence.end)
    return parties_of(sides[:1]), end, to_whom or (as_party(sides[1]) if len(sides) > 1 else None)


def _has_until(reading: Reading, has: int) -> Found | None:
    """Return who says that others have until a day: before the diplomats lie three days."""
    scene, place = reading.scene, reading.place
    sides = read_sides(scene, has + 1, place)[0]
    who = reading.speakers() or agent(scene, has, reading.sentence)
    to_whom = as_party(sides[0]) if sides else None
    dated = (
        due_near(scene, place, min(place + MAX_HAS_REACH, reading.limit), reading.sentence, reading.limit) is not None
    )
    if dated and to_whom is not None and _is_own_decision(reading):
        return (to_whom,), place, None
    if not dated or len(who) != 1 or (to_whom is not None and to_whom.label == who[0].label):
        return None
    return tuple(who), place, to_whom


def _is_own_decision(reading: Reading) -> bool:
    """Return whether a deadline is one for a decision of those who have it: his decision, for taking a decision."""
    near = reading.scene.tokens[reading.place + 1 : reading.place + MAX_HAS_REACH]
    return any(token.folded in markers()["decide"] for token in near)
