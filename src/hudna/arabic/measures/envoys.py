"""Whose envoys are expelled: twenty-three diplomats of a nation, the ambassador of a state, staff of its mission."""

from collections.abc import Sequence
from typing import Final

from hudna.arabic.contacts.side import Side, country_of
from hudna.arabic.contacts.sides import nationality_sides, read_sides
from hudna.arabic.incidents.counts import amount_at
from hudna.arabic.measures.words import GOVERNORS, markers
from hudna.arabic.scene import Scene
from hudna.model import WORD, Participant, Sentence

MAX_MISSION: Final = 5
MIN_STATES: Final = 2
_ALIKE: Final = frozenset({"طرد", "سحب"})
_FROM: Final = "من"


def is_noun(scene: Scene, place: int, sentence: Sentence) -> bool:
    """Return whether a word spelled like both is "expelling" rather than "he expelled": behind a preposition, a decision to."""
    if scene.words[place] not in _ALIKE or place <= sentence.first:
        return False
    before, words = scene.words[place - 1], markers()
    if before in words["preposition"] | words["past"] | words["purpose"] | words["adjunct"]:
        return True
    return bool(GOVERNORS[before]) or before in words["course-of"]


def past_count(scene: Scene, place: int, limit: int) -> int:
    """Return the token behind how many there are of them: more than twenty, dozens, a number of."""
    amount = amount_at(scene.tokens, place, limit)
    if amount is not None and amount.end < limit:
        return amount.end + (scene.words[amount.end] == _FROM)
    if place + 1 < limit and scene.words[place + 1] == _FROM and scene.words[place] in markers()["number-of"]:
        return place + 2
    return place


def land_left(scene: Scene, place: int, limit: int, people: Sequence[Side]) -> list[Side]:
    """Return the one state behind "from" that envoys of another have to leave: it is the one that expels them."""
    if place + 1 >= limit or scene.words[place] != _FROM:
        return []
    sides, _ = read_sides(scene, place + 1, limit, places=True)
    if len(sides) != 1 or sides[0].country is None or sides[0].level not in {"state", "place"}:
        return []
    nations = {side.country or country_of(side.who.entity) for side in people}
    return sides if nations and None not in nations and sides[0].country not in nations else []


def envoys_at(scene: Scene, place: int, limit: int) -> tuple[list[Side], int]:
    """Return whose the envoys at a token are, and the token behind them; the envoys by their word where nobody says it.

    The state is told by an adjective, by the mission they belong to, or, of several states, by "from": of one state alone
    that is the country they have to leave.
    """
    end = place + 1
    name = scene.chart.name_at(end) if end < limit else None
    if name is not None and not scene.chart.glued(name) and name.kind in {"nationality", "state"}:
        return (nationality_sides([name]) if name.kind == "nationality" else read_sides(scene, end, limit)[0]), name.end
    if end < limit and scene.words[end] == _FROM:
        sides, after = read_sides(scene, end + 1, limit)
        states = [side for side in sides if side.level == "state"]
        if len(states) >= MIN_STATES:
            return states, after
    for at in range(end, min(limit - 1, end + MAX_MISSION)):
        if scene.tokens[at].kind is not WORD:
            break
        name = scene.chart.name_at(at + 1)
        if scene.words[at] in markers()["mission-of"] and name is not None and name.kind in {"nationality", "state"}:
            found = nationality_sides([name]) if name.kind == "nationality" else read_sides(scene, at + 1, limit)[0]
            return found, name.end
    span = scene.document.span(place, end)
    return [Side(place, end, "persons", Participant(span, scene.document.article.words(span)))], end
