"""Places as contacts name them: a city, a state, the capital of a state."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from hudna.arabic.contacts.side import Side
from hudna.arabic.contacts.words import markers, nouns, verbs
from hudna.arabic.names.tables import labels
from hudna.arabic.scene import Scene, make_place, place_of
from hudna.arabic.scene.words import markers as scene_markers
from hudna.model import WORD, Match, Name, Place
from hudna.text.letters import COMMAS

MAX_BUILDING_TOKENS: Final = 7
MAX_WHERE_REACH: Final = 4
_INSIDE: Final = frozenset({"في", "وفي", "داخل"})
HOUSES: Final = frozenset({"body:white-house", "body:elysee", "body:kremlin"})


def read_place(
    scene: Scene, place: int, limit: int, *, capital: bool = False, houses: bool = False
) -> tuple[Place, int] | None:
    """Return the place named at a token, with the token after it: a city, a state, the capital of a state.

    ``capital`` says that the word for it stands before the token, ``houses`` that a house such as the White House is one.
    """
    words = markers()
    start = place - 1 if capital else place
    while (
        place < limit
        and scene.chart.name_at(place) is None
        and (
            scene.words[place] in words["capital"]
            or scene.words[place] in words["settlement"]
            or scene.words[place] in {"مدينه", "مقر"}
            or scene.words[place] == "#"
        )
    ):
        place += 1
    name = scene.chart.name_at(place) if place < limit else None
    if name is None or (scene.chart.glued(name) and place > start):
        return None
    if name.kind == "nationality" and place > start and scene.words[place - 1] not in words["settlement"]:
        after = scene.chart.name_at(name.end) if name.end < limit else None
        if after is not None and after.kind == "place" and not scene.chart.glued(after):
            return place_of(after), after.end
        state = labels().get("state:" + (name.value.entity or "").removeprefix("nationality:").removesuffix("-adj"))
        city = labels().get(f"place:{state['capital']}") if state is not None else None
        if city is None:
            return None
        span = scene.tokens[start].span.until(name.span)
        return make_place(span, city.form, f"place:{city.id}"), name.end
    if name.kind == "body" and houses and is_house(name) and name.end <= limit:
        return place_of(name), name.end
    if name.kind not in {"place", "state"} or name.end > limit:
        return None
    end = name.end
    after = scene.chart.name_at(end) if end < limit else None
    return place_of(name), after.end if after is not None and after.kind == "nationality" else end


def is_house(name: Match[Name]) -> bool:
    """Return whether a body is called by the house it sits in, so that one can meet there: the White House."""
    return name.value.entity in HOUSES


def seat_of(name: Match[Name]) -> Place | None:
    """Return the capital that a house such as the White House stands in; None for other bodies."""
    row = labels().get(name.value.entity or "") if is_house(name) else None
    state = labels().get(f"state:{row['country'].lower()}") if row is not None else None
    city = labels().get(f"place:{state['capital']}") if state is not None else None
    return make_place(name.value.span, city.form, f"place:{city.id}") if city is not None else None


def place_near(scene: Scene, first: int, end: int, sides: Sequence[Side] = ()) -> Place | None:
    """Return the first place named behind "in" from a token up to another, in its clause, before any topic.

    "The situation in X" is a topic: what stands before "in" has to be a name, a day or a word of contact.
    """
    words = markers()
    own = _words_of_contact()
    ends = {side.end - 1 for side in sides}
    starts = scene.chart.starts
    named = ends | {i for start in range(first, end) for name in starts.get(start, ()) for i in range(start, name.end)}
    about = False  # behind a topic only a day leads back to where it was
    inside = -1  # the token after the last word for a building or part of a city
    for place in range(first, end - 1):
        word = scene.words[place]
        if word in scene_markers()["stop"]:
            return None
        about = about or word in words["topic"]
        if word in _INSIDE:
            before = scene.tokens[place - 1]
            known = place - 1 in named or before.kind is not WORD or place == inside
            if not scene.chart.dated[place - 1] and (about or (not known and before.folded not in own)):
                if about:
                    continue
                return None
            found = read_place(scene, place + 1, end, houses=True)
            if found is not None:
                return found[0]
            inside = _past_building(scene, place + 1, end)
            if inside > place + 1:
                continue
    return None


def place_before(scene: Scene, verb: int, first: int) -> Place | None:
    """Return the place right before "where" and a verb: he spoke from Moscow, where X met Y."""
    where = next((at for at in range(verb - 1, max(first, verb - MAX_WHERE_REACH), -1) if _is_where(scene, at)), -1)
    end = where - 1 if where > first and scene.words[where - 1] in COMMAS else where
    for start in range(end - 1, max(first, end - MAX_BUILDING_TOKENS) - 1, -1):
        for name in scene.chart.starts.get(start, ()):
            if name.end == end and name.kind in {"place", "state"}:
                return place_of(name)
    return None


def _is_where(scene: Scene, place: int) -> bool:
    return scene.words[place] == "حيث"


def _past_building(scene: Scene, place: int, end: int) -> int:
    """Return the token after a building or its like and what says which, or the token given."""
    if scene.words[place] not in markers()["building"]:
        return place
    after = place + 1
    while after < min(end, place + MAX_BUILDING_TOKENS) and scene.words[after] != "في":
        after += 1
    return after


@cache
def _words_of_contact() -> frozenset[str]:
    """Return the words behind which "in" tells where a contact took place."""
    modifiers = (markers()[name] for name in ("adjective", "between", "number", "adverb", "remote"))
    return frozenset(nouns().keys() | verbs().keys()).union(*modifiers)
