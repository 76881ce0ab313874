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
_ON: Final = "علي"
_VISIT: Final = "زياره"
_ON_VISIT: Final = frozenset({"بزياره", "بجوله"})
_WHICH: Final = frozenset({"الذي", "التي"})
_HOLD: Final = frozenset({"عقد", "نظم"})
_PERSONS: Final = frozenset({"ي", "ت", "ن", "ا"})
MAX_TAKING_WORDS: Final = 2


def place_of_act(scene: Scene, first: int, end: int) -> Place | None:
    """Return the place that is attacked or taken, that words of contact would have, where somebody goes, or "in" which it is."""
    found = _taken(scene, first, end) or place_near(scene, first, end)
    if found is not None:
        return found
    visit = next((at for at in range(first, end - 1) if scene.words[at] in _ON_VISIT), None)
    going = visit is not None or _goes(scene, first, end)
    reach = end - 1 if going else min(end - 1, first + MAX_IN_REACH)
    reach = max(reach, _end_of_event(scene, first, end))
    start = first if visit is None else visit
    places = (place for at in range(start, reach) for place in _behind(scene, at, end, going=going))
    return next(places, None)


def _taken(scene: Scene, first: int, end: int) -> Place | None:
    """Return the place that is attacked, taken or freed by the act or verb that begins what is pledged."""
    for at in range(first, min(end - 1, first + MAX_TAKING_WORDS)):
        word = scene.words[at]
        noun = word.removeprefix("ب").removeprefix("ال")
        verb = word.lstrip("وف").removeprefix("س")
        if noun in markers()["taking"] or (is_of(verb, "takes") and verb[:1] in _PERSONS):
            found = read_place(scene, at + 1 + (scene.words[at + 1] == _ON), end)
            return found[0] if found is not None else None
    return None


def _end_of_event(scene: Scene, first: int, end: int) -> int:
    """Return how far an event goes that a verb of holding begins, what it is for left aside: will hold a conference on X in Y."""
    bare = scene.words[first].lstrip("وف").removeprefix("س")
    if bare[:1] not in _PERSONS or bare[1:] not in _HOLD:
        return first
    aside = (at for at in range(first + 1, end - 1) if scene.words[at][0] == "ل" or scene.words[at] in _WHICH)
    return next(aside, end - 1)


def _goes(scene: Scene, first: int, end: int) -> bool:
    """Return whether what is pledged begins with a verb or noun of going."""
    for word in scene.words[first : min(end, first + MAX_GOING_REACH)]:
        bare = word.lstrip("وف").removeprefix("س")
        noun = word.removeprefix("ب").removeprefix("ال")
        if noun in markers()["going"] or noun == _VISIT or is_of(bare, "goes-to"):
            return True
    return False


def _behind(scene: Scene, at: int, end: int, *, going: bool) -> list[Place]:
    if scene.words[at] not in (_IN | _TO if going else _IN):
        return []
    found = read_place(scene, at + 1, end)
    return [found[0]] if found is not None else []
