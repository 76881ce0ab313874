"""Two people of one clause who are the sides of a call told beside it: X told Y in a phone call, X offered Y a meeting."""

from collections.abc import Sequence
from typing import Final

from hudna.arabic.contacts.phrase import Phrase
from hudna.arabic.contacts.side import Side
from hudna.arabic.contacts.sides import glued, read_sides
from hudna.arabic.contacts.words import markers
from hudna.arabic.scene import Scene
from hudna.model import Sentence
from hudna.text.letters import COMMAS

MAX_REACH: Final = 40
_LEVELS: Final = frozenset({"person", "office"})
_THAT: Final = frozenset({"ان", "بان"})
_OPENS: Final = frozenset({'"', "«", "“", ":"})
PAIR: Final = 2


def speaker_and_addressed(scene: Scene, phrase: Phrase, sentence: Sentence) -> list[Side]:
    """Return the only two people named before a noun since its clause began; none where there are more, or others."""
    first = max(sentence.first, phrase.first - MAX_REACH)
    for that in range(phrase.first - 1, first - 1, -1):
        says = scene.words[that] in _THAT and scene.tokens[that].start > scene.tokens[that - 1].end  # not: Moon Jae-in
        if says or scene.words[that] in _OPENS:
            first = that + 1
            break
    found: list[Side] = []
    place = first
    while place < phrase.first:
        word = scene.words[place]
        if word in markers()["relative"]:
            return []
        sides, end = read_sides(scene, place, phrase.first)
        if not sides or end <= place:
            place += 1
            continue
        if any(side.level not in _LEVELS for side in sides) or (found and glued(scene, place)[-1:] == "و"):
            return []
        if found and _is_named_by(scene, found[-1], place, sides):
            sides[0] = sides[0]._replace(first=found.pop().first)  # the president, X, told his counterpart, Y
        found += sides
        place = end
    if len(found) == 1 and phrase.remote and phrase.end < sentence.end and glued(scene, phrase.end) == "":
        found += read_sides(scene, phrase.end, sentence.end)[0][:1]  # congratulated by phone X
    keys = {side.who.entity or side.who.label for side in found}
    levels = {side.level for side in found}
    return found if len(found) == PAIR == len(keys) and levels <= _LEVELS else []


def _is_named_by(scene: Scene, office: Side, place: int, sides: Sequence[Side]) -> bool:
    """Return whether a comma alone parts an office from the person who starts at a token and holds it."""
    behind = office.level == "office" and office.end == place - 1 and scene.words[place - 1] in COMMAS
    return behind and len(sides) == 1 and sides[0].level == "person" and glued(scene, place) == ""
