"""A word of binding in its sentence, and who is bound where the word itself carries a pronoun or takes an object."""

from collections.abc import Sequence
from typing import Final

from hudna.arabic.contacts.sides import glued, read_sides
from hudna.arabic.contacts.subject import agent_before, ending_at
from hudna.arabic.contacts.words import TA_MARBUTA
from hudna.arabic.names.parties import find_party
from hudna.arabic.pledges.what import due_near, end_of_what, is_state, limit_of
from hudna.arabic.pledges.whose import Own, as_party, is_masculine
from hudna.arabic.pledges.words import Binder, markers
from hudna.arabic.scene import Scene
from hudna.arabic.speech.subjects import subject_before
from hudna.model import Contact, Match, Party, Sentence, Statement
from hudna.text.letters import COMMAS

MAX_ANNOUNCED_REACH: Final = 12
_AGAIN: Final = frozenset({"مجددا", "مره", "اخري", "التاكيد", "علي", "عن"})
_BEHIND: Final = frozenset({"بعد", "مع", "عن", "رغم", "عقب", "منذ", "اثر"})
_DONE_TO: Final = frozenset({"تم", "جري", "وتم", "وجري"})  # he was threatened
_AND: Final = "و"
_DUAL: Final = ("دا", "تا")
MIN_TWO: Final = 2
_HERS: Final = "ها"
_THEIRS: Final = ("هم", "هما")
_GROUPS: Final = frozenset({"persons", "bodies", "body"})
MAX_CONFIRMED_REACH: Final = 2  # tokens that may stand before the noun in what is confirmed
_ON: Final = frozenset({"علي", "عن"})
_OF: Final = frozenset({"الي", "علي", "من", "ضروره", "بضروره", "اهميه", "باهميه", "عن"})  # what somebody asks of others
Found = tuple[tuple[Party, ...], int, Party | None]


class Reading:
    """A binding word at a token, with the statement that tells it and where its words may end."""

    def __init__(self, scene: Scene, place: int, sentence: Sentence, contacts: Sequence[Match[Contact]]) -> None:
        self.scene = scene
        self.contacts = contacts
        self.place = place
        self.sentence = sentence
        self.token = scene.tokens[place]
        self.before = scene.words[place - 1] if place > sentence.first else ""
        self.after = scene.words[place + 1] if place + 1 < sentence.end else ""
        self.limit = limit_of(scene, place, sentence)
        self.told: Match[Statement] | None = scene.told_in(self.token.start, self.token.field)

    def speakers(self) -> tuple[Party, ...]:
        """Return who speaks here: in the statement that tells the word, or in the last report of the sentence."""
        if self.told is not None:
            return self.told.value.speakers
        return tuple(self.scene.speaker_before(self.place + 1, self.sentence, reach=0)[1])


def _confirming(reading: Reading) -> tuple[Party, ...]:
    """Return who confirms, voices or renews what is his: X confirms its, has voiced both their, confirmed X on its."""
    scene, sentence = reading.scene, reading.sentence
    verb = reading.place - 1 - (reading.before in _ON)
    if verb <= sentence.first:
        return ()
    announcing = _announcing(reading)
    if announcing is not None:
        return _behind(scene, announcing, reading.place)[0]
    if _is_confirming(scene.words[verb]):
        phrases = subject_before(scene.frame, verb, sentence)
        sides = read_sides(scene, phrases[0].first, verb)[0] if phrases else []
        found = None if sides else ending_at(scene, verb, sentence)
        return tuple(as_party(side) for side in (sides if found is None else found.sides))
    found = ending_at(scene, verb + 1, sentence) if reading.before in _ON else None
    if found is None or found.sides[0].first <= sentence.first:
        return ()
    confirms = _is_confirming(scene.words[found.sides[0].first - 1])
    return (as_party(found.sides[-1]),) if confirms else ()


def _announcing(reading: Reading) -> int | None:
    """Return the verb of confirming whose subject, with at most a day behind it, stands between it and the noun."""
    scene = reading.scene
    reach = range(reading.place - 2, max(reading.sentence.first, reading.place - MAX_ANNOUNCED_REACH) - 1, -1)
    verb = next((at for at in reach if _is_confirming(scene.words[at])), None)
    if verb is None:
        return None
    who, end = _behind(scene, verb, reading.place)
    between = range(end, reading.place - (reading.before in _ON))
    passed = all(scene.words[at] in COMMAS | _AGAIN or bool(scene.chart.dated[at]) for at in between)
    return verb if who and passed else None


def _behind(scene: Scene, verb: int, limit: int) -> tuple[tuple[Party, ...], int]:
    """Return the subject right behind a verb, a body or group without a name too, and the token after it."""
    sides, end = read_sides(scene, verb + 1, limit)
    if sides:
        return (() if glued(scene, verb + 1) else tuple(as_party(side) for side in sides)), end
    party = find_party(scene.chart, verb + 1, limit) if not glued(scene, verb + 1) else None
    if party is None or party.kind not in _GROUPS:
        return (), verb + 1
    end = party.end + (party.end < limit and scene.tokens[party.end].surface.endswith(TA_MARBUTA))
    span = party.span.until(scene.tokens[end - 1].span)
    return (Party(span, scene.document.article.words(span), None),), end


def _is_confirming(word: str) -> bool:
    return word.removeprefix("و") in markers()["confirms"]


def _owner(reading: Reading) -> tuple[Party, ...]:
    """Return who did what the clause before tells, where a noun behind "after", "with", "of" may be his: with his pledge."""
    scene, place, word = reading.scene, reading.place, reading.token.folded
    if reading.before not in _BEHIND or not reading.after.startswith("ب") or word.endswith(_THEIRS):
        return ()
    agent = agent_before(scene, place, reading.sentence, ())
    who = tuple(as_party(side) for side in agent.sides) if agent is not None else ()
    hers = word.endswith(_HERS)
    fits = len(who) == 1 and hers != (scene.is_person(who[0]) or not _is_she(who[0]))
    return who if fits else ()


def _is_she(party: Party) -> bool:
    """Return whether a state or body takes the feminine."""
    return is_state(party) or party.label.split(" ")[0].endswith(TA_MARBUTA)


def resolved(reading: Reading) -> Found | None:
    """Return whose resolve it is that he announces or confirms, with a day; what others tell of somebody's resolve binds him not.

    Without a day it is an intention, which binds nobody either, as with "means to".
    """
    scene, first = reading.scene, reading.place + 1
    end = end_of_what(scene, first, reading.limit)
    if due_near(scene, first, end, reading.sentence, reading.limit) is None:
        return None
    who = _confirming(reading) if reading.token.folded[0] != _AND else ()
    if not who and reading.told is not None and reading.told.value.content[0].start == reading.token.start:
        who = tuple(Own(reading.scene, reading.told).speakers)
    return (who, reading.place + 1, None) if who else None


def owned(reading: Reading) -> Found | None:
    """Return whose commitment or threat a noun with a pronoun tells: the speaker who confirms it, or who renews it."""
    if reading.before in _DONE_TO:
        return None
    who = _confirming(reading)
    if reading.before in _OF and not who:
        return None
    if who:
        pass  # X confirms its commitment, in words that somebody else reports
    elif reading.told is not None:
        begins = reading.scene.tokens[max(0, reading.place - MAX_CONFIRMED_REACH)].start
        if reading.told.value.content[0].start >= begins:
            who = tuple(reading.told.value.speakers)
    if not who:
        who = _owner(reading)
    if not who:
        ending = ending_at(reading.scene, reading.place, reading.sentence)
        if ending is not None and reading.place > reading.sentence.first:
            who = (as_party(ending.sides[-1]),)
    dual = reading.token.folded.endswith("هما")
    return (who, reading.place + 1, None) if who and (len(who) > 1 or not dual) else None


def is_of_more(reading: Reading, binder: Binder, speakers: Sequence[Party]) -> bool:
    """Return whether a verb in the dual is told of one, or a participle of "she" of one who is "he": somebody else did it."""
    two = binder.frame == "subject" and reading.token.folded.endswith(_DUAL)
    return len(speakers) < MIN_TWO and (two or is_of_her(reading, speakers))


def is_of_her(reading: Reading, speakers: Sequence[Party]) -> bool:
    """Return whether a participle of "she" would be told of a body that is "he"."""
    she = reading.token.surface.endswith(TA_MARBUTA) and len(speakers) == 1
    return she and is_masculine(speakers[0])
