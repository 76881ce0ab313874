"""What a bare word takes up: the town, the area for the place named last before it."""

from typing import Final

from hudna.arabic.incidents.draft import Draft
from hudna.arabic.incidents.heads import bare
from hudna.arabic.incidents.parties import Force
from hudna.arabic.incidents.things import thing_at
from hudna.arabic.incidents.where import name_before
from hudna.arabic.incidents.words import markers
from hudna.arabic.names.tables import capitals
from hudna.arabic.scene import Scene, place_of
from hudna.model import IncidentKind, Match, Name, Sentence
from hudna.model.frozen import replace
from hudna.text import fold_word
from hudna.text.letters import COMMAS

MAX_BACK: Final = 60
MAX_ANTECEDENT: Final = 9
MAX_LYING: Final = 7
_TAKEN: Final = IncidentKind.TERRITORY_TAKEN  # what was taken is where
ON_IT: Final = frozenset({"عليها", "عليه", "عليهما"})
_TOWNS: Final = frozenset({"المدينه", "البلده", "القريه"})
_TOWN_HEADS: Final = frozenset({"مدينه", "مدينتي", "بلده", "بلدتي", "قريه", "قريتي", "العاصمه"})
_ROUND_IT: Final = frozenset({"الي", "نحو", "علي", "حول", "قرب"})


def with_place_meant(scene: Scene, draft: Draft) -> Draft:
    """Return a telling whose target is only "the town" with the place that it takes up, the last one named before."""
    target = draft.target
    if target is None or fold_word(target.label) not in markers()["the-place"]:
        return draft
    town = fold_word(target.label) in _TOWNS
    place = draft.pieces[0][1] - 1
    for first in range(place, max(-1, place - MAX_BACK), -1):
        name = scene.chart.name_at(first)
        if name is None or name.kind != "place" or name.first != first or scene.words[first - 1] in markers()["bound"]:
            continue  # of a town to whose rulers somebody is loyal
        if draft.actor is not None and draft.actor.span.start <= name.value.span.start < draft.actor.span.end:
            continue
        where = place_of(name if town else _lying_there(scene, name))
        if town and (where.precision == "area" or not _is_town(scene, name)):
            continue
        own = draft.place is not None and draft.place.precision != "area" and draft.kind is not _TAKEN
        told = draft.place if own else where
        return replace(draft, target=replace(target, label=where.label, implied=True), place=told)
    return draft


def _lying_there(scene: Scene, name: Match[Name]) -> Match[Name]:
    """Return the area of which another place only tells where it lies: East Ghouta in the countryside of the capital."""
    for first in range(name.first - 2, max(-1, name.first - MAX_LYING), -1):
        other = scene.chart.name_at(first)
        if other is None or other.kind != "place":
            continue
        between = scene.words[other.end : name.first]
        lies = bool(between) and between[0] in markers()["in"] and COMMAS.isdisjoint(between)
        lies = lies and place_of(other).precision == "area"
        return _lying_there(scene, other) if lies else name
    return name


def _is_town(scene: Scene, name: Match[Name]) -> bool:
    """Return whether a place may be "the town": no quarter, hill or base, and no capital for the government in it."""
    if scene.chart.glued(name) == "و" and name.first:
        joined = name_before(scene, name)
        if joined is not None and joined.kind == "place":
            return _is_town(scene, joined)
    before = scene.words[name.first - 1] if name.first else ""
    head = bare(before)
    if before.startswith(("شمال", "جنوب", "شرق", "غرب")) or head == "حيي":
        return False
    if head in markers()["head-of-place"] and before not in _TOWN_HEADS:
        return False
    if name.value.entity is None or name.value.entity.removeprefix("place:") not in capitals():
        return True
    return bool(scene.chart.glued(name)) or before in _TOWN_HEADS | _ROUND_IT or before in markers()["in"]


def antecedent(scene: Scene, place: int, sentence: Sentence) -> Force | None:
    """Return the place that "which X took" tells of, named before the verb."""
    for first in range(place - 1, max(sentence.first, place - MAX_ANTECEDENT) - 1, -1):
        name = scene.chart.name_at(first)
        if name is not None and name.kind == "place" and name.first == first:
            return thing_at(scene, first, place)
    return None
