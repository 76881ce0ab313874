"""The first or highest of his rank to do something: X was the first official to visit Y, who is to be the first president who meets Z."""

from typing import Final

from hudna.arabic.contacts import status as st
from hudna.arabic.contacts.side import PERSON_LEVEL
from hudna.arabic.contacts.subject import Subject, ending_at
from hudna.arabic.contacts.words import Tense, Verb, markers, verbs
from hudna.arabic.scene import Scene
from hudna.arabic.speech.cues import cue_forms
from hudna.model import ContactStatus, Sentence
from hudna.text.letters import COMMAS

MAX_RANK: Final = 8
MAX_LINK: Final = 6
_FIRST: Final = frozenset({"اول", "اعلي", "اكبر", "ارفع", "ثاني", "ثالث", "اخر"})
_BE: Final = frozenset(
    {
        "كان",
        "وكان",
        "كانت",
        "وكانت",
        "اصبح",
        "واصبح",
        "اصبحت",
        "واصبحت",
        "ليصبح",
        "لتصبح",
        "بات",
        "وهو",
        "وهي",
        "هو",
        "هي",
        "بذلك",
    }
)
_TO_BE: Final = frozenset(
    f"{front}{verb}" for verb in ("يكون", "تكون", "يصبح", "تصبح") for front in ("", "ل", "س", "وس")
)


def first_to(scene: Scene, place: int, verb: Verb, sentence: Sentence) -> tuple[Subject, st.Standing] | None:
    """Return who is told to be the first to do what a verb in the present says, and whether he did; None where nobody is."""
    if verb.tense is not Tense.IMPERFECT or verb.kind is None or verb.several:
        return None
    first = _rank_before(scene, place, sentence)
    if first <= sentence.first:
        return None
    end, links = first, markers()["relative"]
    while end > max(sentence.first, first - MAX_LINK):
        word = scene.words[end - 1]
        if not (word in _BE or word in _TO_BE or word in COMMAS or word in links or scene.chart.dated[end - 1]):
            break
        end -= 1
    named = ending_at(scene, end, sentence) if end > sentence.first else None
    if named is None or any(side.level not in PERSON_LEVEL for side in named.sides):
        return None
    before = scene.words[max(sentence.first, named.sides[0].first - 1) : first]
    status = ContactStatus.HELD if _TO_BE.isdisjoint(before) else ContactStatus.PLANNED
    return Subject(named.sides, "before"), st.Standing(status, (), sure=False)


def _rank_before(scene: Scene, place: int, sentence: Sentence) -> int:
    """Return the word for the first or highest that opens the phrase right before a verb, -1 where none does."""
    for at in range(place - 1, max(sentence.first, place - MAX_RANK) - 1, -1):
        word = scene.words[at]
        if word in _FIRST:
            return at if at + 1 < place else -1
        if word in COMMAS or word in verbs() or word in cue_forms() or word in markers()["relative"]:
            return -1
    return -1
