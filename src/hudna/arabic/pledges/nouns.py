"""Whose pledge or threat a noun tells: a pledge by X, his country's, Russian guarantees, clear threats from."""

from typing import Final

from hudna.arabic.contacts.sides import glued, read_sides
from hudna.arabic.names.tables import labels
from hudna.arabic.pledges.bound import Found, Reading
from hudna.arabic.pledges.subjects import is_only_place, parties_of, to_whom_of
from hudna.arabic.pledges.whose import Own
from hudna.arabic.pledges.words import markers
from hudna.arabic.scene import Scene, state_of
from hudna.model import WORD, PartKind, Party

MAX_QUALIFIED_REACH: Final = 4
_COMMITMENT: Final = "التزام"  # its own first letters are those of the article
_FROM: Final = "من"
_LACKING: Final = frozenset({"غياب", "لغياب", "عدم", "لعدم", "انعدام", "بانتظار", "انتظار", "دون", "بدون"})
_THAT: Final = frozenset({"بان", "بالا", "ان", "الا"})


def noun(reading: Reading) -> Found | None:
    """Return whose pledge or threat a noun tells: in construct with it, or behind "from"."""
    scene, place, sentence = reading.scene, reading.place, reading.sentence
    bare = reading.token.folded.removeprefix("و")
    if reading.before in _LACKING:
        return None  # in the absence of a commitment by
    if bare.startswith("ال") and not bare.startswith(_COMMITMENT):
        return None
    origin = _origin(reading)
    start = place + 1 if origin is None else origin + 1
    of_land = _of_land(scene, place + 1) if origin is None else None
    if of_land is not None:
        return (of_land,), place + 2, None
    mine = _of_his_country(reading, start)
    if mine is not None:
        return (mine,), start + 1, None
    sides, after = read_sides(scene, start, sentence.end, places=True)
    if not sides or glued(scene, start) or any(is_only_place(side) for side in sides):
        return None
    to_whom, after = to_whom_of(scene, after, sentence.end)
    return parties_of(sides), after, to_whom


def _of_his_country(reading: Reading, place: int) -> Party | None:
    """Return the speaker's state where "his country" stands behind a noun: the pledge of his country not to."""
    scene = reading.scene
    if place >= reading.sentence.end or scene.words[place] not in markers()["country"]:
        return None
    if reading.told is not None:
        return Own(scene, reading.told).state
    return None


def _of_land(scene: Scene, place: int) -> Party | None:
    """Return the state whose adjective stands right behind a noun, before its words: Russian guarantees of."""
    name = scene.chart.name_at(place)
    if name is None or name.kind != "nationality" or name.end != place + 1 or place + 1 >= len(scene.tokens):
        return None
    key, behind = state_of(name), scene.words[place + 1]
    if key is None or key not in labels() or scene.words[place].startswith("ال"):
        return None
    return Party(name.value.span, labels()[key].form, key) if behind[0] == "ب" or behind in _THAT else None


def _origin(reading: Reading) -> int | None:
    """Return the "from" behind a noun and what qualifies it: clear threats from X."""
    scene = reading.scene
    for place in range(reading.place + 1, min(reading.place + MAX_QUALIFIED_REACH, reading.limit - 1)):
        if scene.words[place] == _FROM:
            return place
        if scene.tokens[place].kind is not WORD or scene.chart.name_at(place) is not None:
            return None
        if any(part.kind is PartKind.PREPOSITION for part in scene.document.parts[place]):
            return None
    return None
