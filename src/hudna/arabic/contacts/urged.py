"""Whom somebody calls on to talk: X urged Y to come back to the talks with Z, urged Y and Z to take up the talks."""

from collections.abc import Sequence
from typing import Final

from hudna.arabic.contacts.phrase import Phrase
from hudna.arabic.contacts.side import Side
from hudna.arabic.contacts.sides import glued, read_sides
from hudna.arabic.contacts.words import markers
from hudna.arabic.scene import Scene
from hudna.model import Sentence

MAX_RETURN_REACH: Final = 5
MAX_NAMED: Final = 16
MAX_URGED: Final = 24
_ON: Final = "علي"
_CLOSES: Final = frozenset({".", ":", "؛", "ان", "بان"})
_LEADS: Final = frozenset({"الي", "علي", "ب"})


def urged_sides(scene: Scene, phrase: Phrase, sentence: Sentence) -> list[Side]:
    """Return those who stand right before "to come back to" a noun, called on by somebody else; none otherwise."""
    end = _return_before(scene, phrase, sentence)
    if end <= sentence.first:
        return []
    for start in range(max(sentence.first + 1, end - MAX_NAMED), end):
        sides, stop = read_sides(scene, start, end)
        if sides and stop == end and glued(scene, start) == "":
            return sides if _is_called_on(scene, start, sides, sentence) else []
    return _urged_to_more(scene, end, sentence)


def _urged_to_more(scene: Scene, end: int, sentence: Sentence) -> list[Side]:
    """Return those called on to do something else as well: X called on Y to stop the raids and come back to, Y must."""
    words = markers()["calls-on"]
    for place in range(end - 1, max(sentence.first - 1, end - MAX_URGED), -1):
        word = scene.words[place].removeprefix("و")
        if word in markers()["must"]:
            on = place + 1 < end and scene.words[place + 1] == _ON
            return read_sides(scene, place + 2, end)[0] if on else []
        if word in words:
            first, stop = read_sides(scene, place + 1, end)
            second, stop = read_sides(scene, stop, end) if first else ([], stop)
            return second if second and scene.words[stop] in _LEADS else []
        if word in _CLOSES:
            return []
    return []


def _return_before(scene: Scene, phrase: Phrase, sentence: Sentence) -> int:
    """Return the end of what stands before the words for taking up talks, 0 where none stand before the noun."""
    words = markers()["taking-up"]
    for place in range(phrase.first - 1, max(sentence.first, phrase.first - MAX_RETURN_REACH) - 1, -1):
        if scene.words[place].removeprefix("و") in words:
            return place - 1 if scene.words[place - 1] in _LEADS else place
    return 0


def _is_called_on(scene: Scene, start: int, sides: Sequence[Side], sentence: Sentence) -> bool:
    """Return whether a word for calling on somebody stands before these, with somebody else as its subject."""
    words = markers()["calls-on"]
    calls = scene.words[start - 1]
    if calls in markers()["calling-on"]:
        return True  # and he said, calling on Y to
    if calls == _ON and start > sentence.first + 1:
        return scene.words[start - 2].removeprefix("و") in markers()["must"]  # it is on Y to
    for place in range(start - 1, max(sentence.first - 1, start - MAX_NAMED), -1):
        if scene.words[place].removeprefix("و") in words:
            return place + 1 < start or _left_out(scene, place, sides, sentence)
    return False


def _left_out(scene: Scene, place: int, sides: Sequence[Side], sentence: Sentence) -> bool:
    """Return whether a verb of calling leaves out its subject, who spoke before: and urged Y to."""
    _, speakers = scene.speaker_before(place + 1, sentence)
    labels = {side.who.label for side in sides}
    return scene.words[place].startswith("و") and bool(speakers) and speakers[0].label not in labels
