"""The two whom one phrase means: the two Koreas, the two presidents, the two sides named before."""

from bisect import bisect_left
from typing import Final

from hudna.arabic.contacts.side import Side
from hudna.arabic.contacts.words import markers
from hudna.arabic.names.groups import pair_of_states
from hudna.arabic.names.parties import Party as Phrase
from hudna.arabic.names.parties import find_party
from hudna.arabic.names.tables import labels
from hudna.arabic.scene import Scene, state_of
from hudna.model import Match, Name, Participant, Party, Span
from hudna.model.frozen import replace

PAIR: Final = 2
SENTENCES_BACK: Final = 2  # further back, "the two sides" are others for a reader
_STATES: Final = ("بلد", "دول")
_BY_DUAL: Final = "the two sides named before"


def two_states(scene: Scene, place: int, limit: int) -> tuple[list[Side], int] | None:
    """Return the two states that one word names, with the adjectives that only tell them apart."""
    keys = pair_of_states(scene.words[place])
    if keys is None:
        return None
    end = place + 1
    while end < limit and scene.words[end].lstrip("و") in markers()["apart"]:
        end += 1
    span = scene.tokens[place].span
    named = (Participant(span, labels()[key].form, key) for key in keys)
    return [Side(place, end, "state", who) for who in named], end


def two_people(scene: Scene, place: int, limit: int) -> tuple[list[Side], int] | None:
    """Return the two people that "the two presidents" means by what was said before; None where that is not clear."""
    word = scene.words[place]
    if word.removeprefix("و").removeprefix("ب") not in markers()["two-people"]:
        return None
    phrase = find_party(scene.chart, place, limit)
    if phrase is None or phrase.end - place > 1 or _of_nation(scene, phrase.end):
        return None
    meanings = scene.referents.meanings([phrase])
    if len(meanings) != PAIR or not all(
        each.implied and _is_human(scene, each.entity, each.label) for each in meanings
    ):
        return None
    sides = [
        Side(place, phrase.end, "person", Participant(each.span, each.label, each.entity, None, True))
        for each in meanings
    ]
    return sides, phrase.end


def _of_nation(scene: Scene, place: int) -> bool:
    """Return whether an adjective at a token says which two are meant: the two Korean presidents, not those named."""
    name = scene.chart.name_at(place) if place < len(scene.tokens) else None
    return name is not None and name.kind == "nationality" and not scene.chart.glued(name)


def _is_human(scene: Scene, entity: str | None, label: str) -> bool:
    """Return whether a member of a pair is a person or somebody by his office, not a firm or a body."""
    return entity.startswith("person:") if entity is not None else scene.is_person(Party(Span(0, 0), label))


def two_sides(scene: Scene, phrase: Phrase) -> list[Side]:
    """Return whom "the two sides" or "the two states" means: two named together shortly before; none where nobody is.

    A word that names two states by itself counts where it stands nearer.
    """
    place = phrase.first
    first = scene.document.sentences[max(0, scene.sentence_at(place).index - SENTENCES_BACK)].first
    word = scene.words[place]
    if any(stem in word for stem in _STATES):
        names = scene.states_before(place, PAIR)
        named = names[0].first if names else -1
        sides = [_state_side(name, place, phrase.end) for name in names]
    else:
        named, sides = _meant(scene, phrase, first)
    for at in range(place - 1, max(first, named), -1):
        found = two_states(scene, at, place)
        if found is not None:
            who = [replace(side.who, implied=True) for side in found[0]]
            return [Side(place, phrase.end, "state", each, None) for each in who]
    return sides


def _state_side(name: Match[Name], place: int, end: int) -> Side:
    key = state_of(name)
    label = name.value.label if name.kind == "state" else labels()[key or ""].form
    return Side(place, end, "state", Participant(name.value.span, label, key, None, True))


def _meant(scene: Scene, phrase: Phrase, first: int) -> tuple[int, list[Side]]:
    """Return the two whom a phrase takes up from a token on, and where the first of them is named."""
    meanings = scene.referents.meanings([phrase])
    if len(meanings) != PAIR:
        return -1, []
    mentions = [_last_mention(scene, each.label, first, phrase.first) for each in meanings]
    if min(mentions) < 0 and any(each.rule != _BY_DUAL for each in meanings):
        return -1, []
    who = [Participant(each.span, each.label, each.entity, None, each.implied or None) for each in meanings]
    return min(mentions), [Side(phrase.first, phrase.end, "pair", each) for each in who]


def _last_mention(scene: Scene, label: str, first: int, end: int) -> int:
    """Return the token of the last name with a label between two tokens, -1 where there is none."""
    names = scene.document.names
    number = bisect_left(names, end, key=lambda name: name.first) - 1
    while number >= 0 and names[number].first >= first:
        if names[number].value.label == label:
            return names[number].first
        number -= 1
    return -1
