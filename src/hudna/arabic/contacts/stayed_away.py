"""Contacts told by who stayed away from them: X boycotted the conference, the delegation of X was absent from the round."""

from typing import Final

from hudna.arabic.contacts.draft import MAX_DAY_REACH, Draft, pieces_of
from hudna.arabic.contacts.phrase import Phrase
from hudna.arabic.contacts.sides import read_sides
from hudna.arabic.contacts.words import markers
from hudna.arabic.scene import Scene
from hudna.model import Attendance, ContactKind, ContactStatus, Sentence
from hudna.model.frozen import replace

MAX_REACH: Final = 12
_LED_TO: Final = frozenset({"عن", "في", "جلسات", "اعمال", "حضور", "المشاركه"})
_SITTINGS: Final = frozenset({"conference", "round", "summit", "meeting", "sitting", "talks"})
_ROUNDS: Final = frozenset({"conference", "round", "sitting"})


def read_stayed_away(scene: Scene, phrase: Phrase, sentence: Sentence) -> Draft | None:
    """Return the contact that somebody named right before its noun stays away from; None where nobody does."""
    if phrase.noun.id not in _SITTINGS or phrase.noun.front:
        return None
    if phrase.noun.definite and phrase.process is None and phrase.round is None and phrase.place is None:
        return None  # the meeting told of before
    end = phrase.first
    while end > sentence.first and scene.words[end - 1] in _LED_TO:
        end -= 1
    for place in range(end - 2, max(sentence.first, end - MAX_REACH) - 1, -1):
        if scene.words[place].removeprefix("و") not in markers()["stays-away"]:
            continue
        sides, after = read_sides(scene, place + 1, end, places=True)
        if not sides or after != end:
            return None
        date = scene.date_near(place, phrase.end, scene.clause(place, sentence), MAX_DAY_REACH)
        absent = tuple(side._replace(who=replace(side.who, attendance=Attendance.ABSENT)) for side in sides)
        session = phrase.noun.id in _ROUNDS or phrase.process is not None or phrase.round is not None
        return Draft(
            kind=ContactKind.SESSION if session else phrase.noun.kind,
            status=ContactStatus.NOT_HELD,
            sides=absent,
            pieces=pieces_of((phrase.first, phrase.end), absent, [(place, place + 1)]),
            rule=f"<side> <stays-away> <{phrase.noun.id}>",
            sure=False,
            sentence=sentence.index,
            when=date,
            place=phrase.place,
            process=phrase.process,
            round=phrase.round if session else None,
            noun=phrase.noun.id,
        )
    return None
