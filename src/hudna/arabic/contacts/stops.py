"""The visits that a tour is made of, where its stops are named: a tour that covers X, Y and Z, on which he will visit X and Y."""

from typing import Final

from hudna.arabic.contacts.draft import Draft
from hudna.arabic.contacts.journey import host_of
from hudna.arabic.contacts.side import with_role
from hudna.arabic.contacts.sides import glued
from hudna.arabic.contacts.where import read_place
from hudna.arabic.contacts.words import Tense, markers, verbs
from hudna.arabic.scene import Scene
from hudna.model import ContactStatus, Place, Role
from hudna.model.frozen import replace
from hudna.text.letters import COMMAS

TOUR: Final = "<side> <tour>"
STOP: Final = "<tour> <place>"
MAX_COVERS_REACH: Final = 12
MAX_STOPS: Final = 12
_PERFECT_ENDS: Final = ("ت", "ته", "تها")
_BY: Final = frozenset({"الي", "كل", "كلا", "من", "ايضا", "كذلك", "دول", "عواصم"})
_ENDS: Final = frozenset({".", "؛", ":", "ان", "بان"})


def covers(scene: Scene, place: int) -> int:
    """Return the token of the words that tell the stops of a tour behind it, -1 where none stand near."""
    words = markers()
    for at in range(place, min(len(scene.tokens) - 1, place + MAX_COVERS_REACH)):
        word = scene.words[at]
        if word in _ENDS:
            return -1
        verb = verbs().get(word)
        visits = verb is not None and "place" in verb.frames and scene.words[at + 1] in words["during-it"]
        if word in words["covers"] or visits:
            return at
    return -1


def tour_stops(scene: Scene, tour: Draft) -> list[Draft]:
    """Return the visits that a tour is made of, each to one of the places named behind "covers" or "visits on it"."""
    at = covers(scene, tour.pieces[0][1])
    if at < 0 or not tour.sides:
        return []
    verb = verbs().get(scene.words[at])
    over = verb.tense is Tense.PERFECT if verb is not None else scene.words[at].endswith(_PERFECT_ENDS)
    guests = with_role(tour.sides[:1], Role.GUEST)
    status = ContactStatus.HELD if over else ContactStatus.PLANNED
    return [
        replace(
            tour,
            status=status,
            sides=(*guests, *host_of(where, guests, first)),
            pieces=((first, end), (at, at + 1)),
            rule=STOP,
            sure=False,
            place=where,
            when=None,
        )
        for where, first, end in _places(scene, at + 1)
    ]


def _places(scene: Scene, place: int) -> list[tuple[Place, int, int]]:
    """Return the places listed at a token, each with its first token and the one after it."""
    limit = len(scene.tokens)
    found: list[tuple[Place, int, int]] = []
    while place < limit and len(found) < MAX_STOPS:
        token = scene.tokens[place]
        read = read_place(scene, place, limit)
        if read is not None and (not found or glued(scene, place) == "و" or scene.words[place - 1] in COMMAS):
            found.append((read[0], place, read[1]))
            place = read[1]
        elif token.folded in COMMAS or (not found and token.folded in _BY | markers()["during-it"]):
            place += 1
        else:
            break
    return found
