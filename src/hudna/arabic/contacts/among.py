"""Those who meet among themselves: the ministers of a union, a council that sits, those whom a meeting is told to have joined."""

from collections.abc import Sequence
from typing import Final

from hudna.arabic.contacts.phrase import Phrase
from hudna.arabic.contacts.side import Side
from hudna.arabic.contacts.sides import is_group, read_sides
from hudna.arabic.contacts.words import markers, verbs
from hudna.arabic.names.beginnings import QUANTIFIERS
from hudna.arabic.names.tables import labels
from hudna.arabic.scene import Scene, state_of
from hudna.text import fold_word
from hudna.text.letters import COMMAS

SITTING: Final = frozenset({"state_organ", "organisation", "alliance", "parliament", "committee", "party", "court"})
PAIR: Final = 2
MAX_GATHER_REACH: Final = 16
MAX_SAT_REACH: Final = 4
MAX_VOTE_REACH: Final = 12
_OWN_GOVERNMENT: Final = "حكومته"
_CHAMBERS: Final = frozenset({"مجلس", "لجنه", "برلمان", "كنيست", "كونغرس"})
_IN: Final = frozenset({"في", "داخل"})


def is_council(side: Side) -> bool:
    """Return whether a side is a body that sits: a council, a parliament, a committee."""
    row = labels().get(side.who.entity or "")
    head = fold_word(side.who.label).split()[0].removeprefix("ال")
    council = row["class"] in SITTING if row is not None else head in markers()["council"]
    return side.level == "body" and council


def is_voted_on(scene: Scene, place: int) -> bool:
    """Return whether a resolution or its draft stands a few words behind a vote or who casts it; a law is none."""
    return not markers()["voted-on"].isdisjoint(scene.words[place : place + MAX_VOTE_REACH])


def are_several(scene: Scene, side: Side) -> bool:
    """Return whether one phrase stands for both sides: the two, the parties, Russian and Turkish officials."""
    nations = [name for name in scene.chart.names_within(side.first, side.end) if name.kind == "nationality"]
    apart = side.level == "persons" and len({state_of(name) for name in nations} - {None}) > 1
    return side.level in {"pair", "bodies"} or apart


def is_nobody(scene: Scene, side: Side) -> bool:
    """Return whether a side names nobody: the various delegations, all parties."""
    first = scene.words[side.first]
    return (
        side.end - side.first == PAIR
        and first in QUANTIFIERS
        and scene.words[side.first + 1] in markers()["whoever"]
        and side.who.entity is None
    )


def is_gathered(scene: Scene, side: Side) -> bool:
    """Return whether a side is a group, or somebody's own government, with whom he speaks at their meeting."""
    own = scene.words[side.first][-len(_OWN_GOVERNMENT) :] == _OWN_GOVERNMENT
    return (is_group(scene, side) or own) and not side.who.implied


def is_top(scene: Scene, phrase: Phrase, genitive: Sequence[Side]) -> bool:
    """Return whether "the summit of" the government, a party or the like is its top, and no meeting."""
    if phrase.noun.id != "summit" or phrase.noun.definite or len(genitive) != 1:
        return False
    return scene.words[genitive[0].first] in markers()["has-top"]


def of_many_states(scene: Scene, side: Side) -> bool:
    """Return whether a side is a group from several states that meets among itself: the Arab foreign ministers."""
    words = scene.words[side.first : side.end]
    return not markers()["many-states"].isdisjoint(words) and is_group(scene, side)


def gathered_behind(scene: Scene, place: int, limit: int) -> list[Side]:
    """Return whom "and joined" tells of, a few words behind a meeting: a meeting was held in X, and joined Y and Z."""
    for at in range(place, min(limit - 1, place + MAX_GATHER_REACH)):
        word = scene.words[at]
        verb = verbs().get(word) if word[0] == "و" else None
        if verb is not None and "gather" in verb.frames and not verb.on:
            sides, _ = read_sides(scene, at + 1, limit)
            return sides if len(sides) > 1 else []
    return []


def sat_in(scene: Scene, phrase: Phrase, limit: int) -> list[Side]:
    """Return the council in which a sitting or meeting takes place: the meeting that was held in the council."""
    for at in range(phrase.end, min(limit - 1, phrase.end + MAX_SAT_REACH)):
        word = scene.words[at]
        start = at + 1 if word in _IN else at
        name = scene.chart.name_at(start)
        inside = name is not None and name.kind == "body" and (word in _IN or scene.chart.glued(name) == "ب")
        if inside:
            sides, _ = read_sides(scene, start, limit)
            head = fold_word(sides[0].who.label).split()[0].removeprefix("ال") if len(sides) == 1 else ""
            return sides if head in _CHAMBERS else []
        if word in COMMAS:
            return []
    return []
