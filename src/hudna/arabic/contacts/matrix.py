"""The subject of the verb that a verbal noun of contact depends on: X means to hold, Y agreed to hold, Z, who plans to hold."""

from typing import Final

from hudna.arabic.contacts.side import Side
from hudna.arabic.contacts.sides import glued, read_sides
from hudna.arabic.contacts.words import markers
from hudna.arabic.scene import Scene
from hudna.arabic.speech.subjects import subject_before
from hudna.model import Sentence
from hudna.text.letters import COMMAS

MAX_SUBJECT_TOKENS: Final = 16
MAX_BETWEEN: Final = 5
_LEADS_ON: Final = frozenset({"علي", "الي", "في", "عن", "ان", "فقط", "رسميا", "ايضا"})


def matrix_subject(scene: Scene, place: int, sentence: Sentence) -> list[Side]:
    """Return who means, agrees, asks or begins to do what stands at a token; none where nobody is named as doing so."""
    end = _before_links(scene, place, sentence)
    if end <= sentence.first:
        return []
    if _is_matrix(scene, end - 1):
        phrases = subject_before(scene.frame, end - 1, sentence)
        return read_sides(scene, phrases[0].first, end - 1)[0] if phrases else []
    for start in range(max(sentence.first + 1, end - MAX_SUBJECT_TOKENS), end):
        if not _is_matrix(scene, start - 1):
            continue
        sides, stop = read_sides(scene, start, end, places=True)
        if sides and stop == end and glued(scene, start) == "":
            return sides
    return []


def _before_links(scene: Scene, place: int, sentence: Sentence) -> int:
    """Return the end of what stands before the prepositions, days and commas that lead on to a token."""
    end = place
    while end > max(sentence.first, place - MAX_BETWEEN):
        word = scene.words[end - 1]
        if word not in _LEADS_ON and word not in COMMAS and not scene.chart.dated[end - 1]:
            break
        end -= 1
    return end


def _is_matrix(scene: Scene, place: int) -> bool:
    word, words = scene.words[place], markers()
    forms = {word, word[1:]} if word[0] in "وف" else {word}
    return not words["matrix"].isdisjoint(forms) or not words["assent"].isdisjoint(forms)
