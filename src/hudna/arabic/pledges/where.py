"""Where what is pledged is to happen: in X, and of who goes somewhere, the place he goes to or leaves."""

from typing import Final

from hudna.arabic.contacts.where import place_near, read_place
from hudna.arabic.pledges.words import is_of, markers
from hudna.arabic.scene import Scene
from hudna.model import Place

MAX_IN_REACH: Final = 5  # further on stands where something else is: the attack in X that is to be answered
MAX_GOING_REACH: Final = 3  # tokens in which the verb or noun of going stands
_IN: Final = frozenset({"في", "وفي", "داخل"})
_TO: Final = frozenset({"الي", "من", "نحو"})


def place_of_act(scene: Scene, first: int, end: int) -> Place | None:
    """Return the place that words of contact would have, else where somebody goes, else the place "in" which it is."""
    found = place_near(scene, first, end)
    if found is not None:
        return found
    going = _goes(scene, first, end)
    reach = end - 1 if going else min(end - 1, first + MAX_IN_REACH)
    places = (place for at in range(first, reach) for place in _behind(scene, at, end, going=going))
    return next(places, None)


def _goes(scene: Scene, first: int, end: int) -> bool:
    """Return whether what is pledged begins with a verb or noun of going."""
    for word in scene.words[first : min(end, first + MAX_GOING_REACH)]:
        bare = word.lstrip("وف").removeprefix("س")
        noun = word.removeprefix("ب").removeprefix("ال")
        if noun in markers()["going"] or noun == "زياره" or is_of(bare, "goes-to"):
            return True
    return False


def _behind(scene: Scene, at: int, end: int, *, going: bool) -> list[Place]:
    if scene.words[at] not in (_IN | _TO if going else _IN):
        return []
    found = read_place(scene, at + 1, end)
    return [found[0]] if found is not None else []
