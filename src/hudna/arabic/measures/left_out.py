"""The subject that a verb leaves out because the clause before has named it: X denied it and expelled; they did not agree."""

from typing import Final

from hudna.arabic.contacts.words import Tense
from hudna.arabic.incidents.verb_forms import is_verb_form
from hudna.arabic.measures.chain import Link
from hudna.arabic.measures.who import parties_of, read_sides, reports, those_who_met
from hudna.arabic.measures.words import GOVERNORS
from hudna.arabic.scene import Scene
from hudna.arabic.speech.cues import CUES
from hudna.arabic.speech.subjects import subject_before
from hudna.model import Party, Sentence
from hudna.model.frozen import replace

MIN_VERB: Final = 4
MAX_VERB: Final = 7
MAX_BACK: Final = 24
_PRESENT: Final = frozenset({"ي", "ت"})
_TURNS: Final = frozenset({"لكن", "بينما", "فيما", "ان", "الذي", "التي"})
_ENDS: Final = frozenset({".", "؛", ":", "؟", "!"})
_DOERS: Final = frozenset({"state", "body", "bodies", "person", "office", "place"})


def subject_left_out(scene: Scene, link: Link, sentence: Sentence) -> tuple[Party, ...]:
    """Return who a verb without a subject is told of: the subject it is joined to by "and", or those who met, in the plural."""
    if is_plural(scene, link):
        return those_who_met(scene, link.place, sentence)
    return _joined_to(scene, link, sentence) if link.row.conjunction == "و" else ()


def is_plural(scene: Scene, link: Link) -> bool:
    """Return whether a verb stands in the plural, so that a subject it leaves out is several."""
    word: str = scene.words[link.place]
    return word.endswith(("وا", "ون"))


def _joined_to(scene: Scene, link: Link, sentence: Sentence) -> tuple[Party, ...]:
    """Return the subject right behind the nearest verb of the same gender before a verb: X denied it and expelled."""
    if link.row.tense is Tense.IMPERFECT:
        return _before_like(scene, link, sentence)
    if link.row.tense is not Tense.PERFECT:
        return ()
    feminine = scene.words[link.place].endswith("ت")
    for place in range(link.place - 1, max(sentence.first, link.place - MAX_BACK), -1):
        if scene.words[place] in _ENDS:
            return ()
        word = scene.words[place - 1]
        if not _is_perfect(scene, place - 1):
            continue
        sides, _ = read_sides(scene, place, link.place)
        if not sides or word.endswith("ت") != feminine or sides[0].level not in _DOERS:
            return ()
        who = parties_of(sides)
        return () if any(reports(party) for party in who) else tuple(replace(party, implied=True) for party in who)
    return ()


def _before_like(scene: Scene, link: Link, sentence: Sentence) -> tuple[Party, ...]:
    """Return the subject before the first of several verbs of the present joined by "and": X lays mines and hinders aid."""
    mark = scene.words[link.place].removeprefix("و")[:1]
    if mark not in _PRESENT:
        return ()
    for place in range(link.place - 1, max(sentence.first + 1, link.place - MAX_BACK), -1):
        word = scene.words[place]
        if word in _ENDS or word in _TURNS:
            return ()
        if word[:1] != mark or scene.chart.name_at(place) is not None or not MIN_VERB <= len(word) <= MAX_VERB:
            continue
        phrases = subject_before(scene.frame, place, sentence)
        sides, end = read_sides(scene, phrases[0].first, place) if phrases else ([], place)
        if len(sides) != 1 or end != place or sides[0].level not in _DOERS:
            continue
        who = parties_of(sides)
        return () if any(reports(party) for party in who) else tuple(replace(party, implied=True) for party in who)
    return ()


def _is_perfect(scene: Scene, place: int) -> bool:
    """Return whether a word is a verb of the past, as far as the tables or its form tell."""
    word = scene.words[place]
    if any(row.form == "verb" and row.tense is Tense.PERFECT for row in GOVERNORS[word]):
        return True
    cue = CUES[word]
    if cue is not None:
        return cue[0].form == "perfect"
    return is_verb_form(word) and scene.chart.name_at(place) is None
