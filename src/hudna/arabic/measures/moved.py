"""Who is moved, told behind how many or which of them go: the first batch of the fighters of X, 40 of the wounded."""

from typing import Final

from hudna.arabic.contacts.side import Side
from hudna.arabic.incidents.counts import amount_at
from hudna.arabic.measures.who import fighters_at, people_at, read_sides
from hudna.arabic.measures.words import markers
from hudna.arabic.scene import Scene
from hudna.model import NUMBER, Participant

MAX_COUNT: Final = 6
MAX_ADJECTIVES: Final = 3
_OF: Final = frozenset({"من", "نحو", "حوالي", "اكثر", "قرابه"})
_HEADS: Final = frozenset({"شخص", "شخصا", "اشخاص", "فرد", "فردا"})
_GROUPS: Final = frozenset({"body", "bodies", "persons"})


def counted_people(scene: Scene, place: int, limit: int) -> tuple[list[Side], int]:
    """Return the people told behind their number or batch at a token, and the token after them; none where none are."""
    words = markers()
    amount = amount_at(scene.tokens, place, limit)
    at, counted = (place, False) if amount is None else (amount.end, True)
    while at < min(limit, place + MAX_COUNT):
        token = scene.tokens[at]
        counts = token.kind is NUMBER or token.folded in words["stage"] | words["number-of"] | words["new"]
        if not counts and token.folded not in _OF:
            break
        counted = counted or counts
        at += 1
    if not counted or at >= limit:
        return [], place
    if at + 2 < limit and scene.words[at] in _HEADS and scene.words[at + 1] == "من":
        at += 2  # a thousand people, of the fighters of X
    if scene.words[at] in _HEADS:
        return [], place  # people of whom nothing is told
    sides, end = fighters_at(scene, at, limit)
    if sides:
        return sides, end
    if scene.words[at] in words["moved"]:
        return [people_at(scene, at)], at + 1
    sides, end = read_sides(scene, at, limit, places=False)
    return (sides, end) if sides and sides[0].level in _GROUPS else ([], place)


def joined_people(scene: Scene, place: int) -> Side | None:
    """Return the people told by their word behind "and": the fighters of X and civilians."""
    folded = scene.words[place]
    if folded[0] != "و" or folded[1:] not in markers()["moved"] | markers()["joined-people"]:
        return None
    span = scene.tokens[place].span
    span = span._replace(start=span.start + 1)
    return Side(place, place + 1, "persons", Participant(span, scene.document.article.words(span)))


def captives_at(scene: Scene, place: int, limit: int) -> tuple[list[Side], int]:
    """Return the prisoners that start at a token, all of them or not, by their words: all political prisoners."""
    words = markers()
    while place < limit and (scene.words[place] in words["all-of"] or scene.words[place] == "#"):
        place += 1
    if place >= limit or scene.words[place] not in words["captive"]:
        return [], place
    end = place + 1
    while end < min(limit, place + MAX_ADJECTIVES) and scene.words[end].startswith("ال"):
        if scene.chart.dated[end] or scene.words[end] in words["relative"]:
            break
        end += 1
    span = scene.document.span(place, end)
    return [Side(place, end, "persons", Participant(span, scene.document.article.words(span)))], end
