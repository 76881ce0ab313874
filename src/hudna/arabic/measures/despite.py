"""Force told of in spite of a truce: the raids of X go on despite the truce."""

from typing import Final

from hudna.arabic.contacts.side import Side
from hudna.arabic.measures.who import read_sides
from hudna.arabic.measures.words import GOVERNORS, markers
from hudna.arabic.scene import Scene
from hudna.model import Sentence

MAX_BACK: Final = 24
MAX_DOER: Final = 5
_IN_FORCE: Final = frozenset({"take-effect", "start", "hold", "declare", "extend"})  # despite the start of the truce
_OF: Final = frozenset({"من"})
_LEVELS: Final = frozenset({"body", "bodies", "state", "persons"})


def attacked_despite(scene: Scene, first: int, sentence: Sentence) -> tuple[int, list[Side]] | None:
    """Return the word of force told in spite of the measure at a token, with who uses it; None where none is told so."""
    words = markers()
    place = first - 1
    while place > sentence.first and (scene.words[place] in _OF or scene.words[place] not in words["despite"]):
        if scene.words[place] not in _OF and not _leads(scene, place):
            return None
        place -= 1
    if place <= sentence.first or scene.words[place] not in words["despite"]:
        return None
    for at in range(place - 1, max(sentence.first, place - MAX_BACK) - 1, -1):
        if scene.words[at] in words["attack"]:
            return at, _doers(scene, at, place, sentence)
    return None


def _leads(scene: Scene, place: int) -> bool:
    """Return whether a word before a truce only leads to it: the council's resolution on."""
    word = scene.words[place]
    in_force = any(row.id in _IN_FORCE and row.form == "noun" for row in GOVERNORS[word])
    return in_force or word in markers()["link"] | markers()["decision"]


def _doers(scene: Scene, at: int, end: int, sentence: Sentence) -> list[Side]:
    """Return who uses force: named behind its word, else the subject before it."""
    words = markers()
    for place in range(at + 1, min(at + 1 + MAX_DOER, end)):
        folded = scene.words[place]
        if folded in {"علي", "ضد", "في"}:
            break
        direct = place == at + 1 or folded.startswith("لل") or scene.words[place - 1] in words["carried-out"]
        sides = read_sides(scene, place, end, places=False)[0] if direct else []
        if sides and sides[0].level in _LEVELS:
            return sides[:1]
    best: list[Side] = []
    for place in range(at - 1, max(sentence.first, at - MAX_DOER) - 1, -1):
        sides, after = read_sides(scene, place, at, places=False)
        if best and (not sides or sides[0].end < best[0].end):
            break  # the whole name has been read
        aside = scene.words[place - 1] in {"علي", "ضد", "في", "من"} if place > sentence.first else False
        if sides and after <= at and sides[0].level in _LEVELS:
            best = [] if aside else sides[:1]
    return best
