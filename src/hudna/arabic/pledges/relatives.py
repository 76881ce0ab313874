"""Verbs in the future in relative clauses: the speech that X will give on Tuesday, the minister who will come on."""

from typing import Final

from hudna.arabic.contacts.side import Side
from hudna.arabic.contacts.sides import read_sides
from hudna.arabic.contacts.subject import ending_at
from hudna.arabic.pledges.behind import sides_behind
from hudna.arabic.pledges.dated import scheduled
from hudna.arabic.pledges.draft import Draft
from hudna.arabic.pledges.what import due_near, end_of_what, is_ahead, is_state, limit_of
from hudna.arabic.pledges.whose import as_party
from hudna.arabic.pledges.words import IN_WHICH, OWNERS, is_of
from hudna.arabic.scene import Scene
from hudna.model import Sentence
from hudna.text.letters import COMMAS

RELATIVES: Final = frozenset({"الذي", "التي", "الذين"})
_WHICH_SHE: Final = "التي"


def read_relative(scene: Scene, place: int, verb: int, sentence: Sentence) -> Draft | None:
    """Return what is set for a day in a relative clause: the speech that X will give on, the minister who will come on."""
    limit = limit_of(scene, place, sentence)
    end = end_of_what(scene, place, limit)
    date = due_near(scene, place, end, sentence, limit) if end > place else None
    if date is None or not is_ahead(scene, date):
        return None
    behind = scene.words[verb + 1] in IN_WHICH
    resumed = behind or scene.tokens[verb].surface.endswith(OWNERS)
    sides = sides_behind(scene, verb + 1 + behind, sentence) if resumed else []
    if not sides:
        feminine = scene.words[place - 1] == _WHICH_SHE
        fits = feminine == (_person(scene, place, verb) == "ت")
        sides = antecedent(scene, place - 1, sentence) if fits else []
        held = is_of(scene.words[verb].lstrip("وف").removeprefix("س"), "takes-place")
        if held and all(is_state(as_party(side)) for side in sides):
            return None  # the elections in X, which will be held: no land holds them there
    told = scene.told_in(scene.tokens[place].start, scene.tokens[place].field)
    return scheduled(scene, place, end, tuple(as_party(side) for side in sides), told, date) if sides else None


def antecedent(scene: Scene, relative: int, sentence: Sentence) -> list[Side]:
    """Return the party or capital that ends right before a relative pronoun."""
    found = ending_at(scene, relative, sentence)
    if found is not None:
        return list(found.sides)
    stop = relative - 1 if scene.words[relative - 1] in COMMAS else relative
    sides = read_sides(scene, stop - 1, relative, places=True)[0] if stop > sentence.first else []
    return sides if sides and is_state(as_party(sides[0])) else []


def _person(scene: Scene, place: int, verb: int) -> str:
    """Return the letter of the person of a verb, the mark of the future before it left aside."""
    folded = scene.words[verb]
    return folded[0] if verb > place else folded.lstrip("وف")[1:2]
