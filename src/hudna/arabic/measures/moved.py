"""Who is moved, told behind how many or which of them go: the first batch of the fighters of X, 40 of the wounded."""

from typing import Final

from hudna.arabic.contacts.side import Side
from hudna.arabic.measures.who import fighters_at, people_at, read_sides
from hudna.arabic.measures.words import markers
from hudna.arabic.scene import Scene
from hudna.model import TokenKind

MAX_COUNT: Final = 6
_OF: Final = frozenset({"من", "نحو", "حوالي", "اكثر", "قرابه"})
_GROUPS: Final = frozenset({"body", "bodies", "persons"})


def counted_people(scene: Scene, place: int, limit: int) -> tuple[list[Side], int]:
    """Return the people told behind their number or batch at a token, and the token after them; none where none are."""
    words = markers()
    at, counted = place, False
    while at < min(limit, place + MAX_COUNT):
        token = scene.tokens[at]
        counts = token.kind is TokenKind.NUMBER or token.folded in words["stage"] | words["number-of"] | words["new"]
        if not counts and token.folded not in _OF:
            break
        counted = counted or counts
        at += 1
    if not counted or at >= limit:
        return [], place
    sides, end = fighters_at(scene, at, limit)
    if sides:
        return sides, end
    if scene.tokens[at].folded in words["moved"]:
        return [people_at(scene, at)], at + 1
    sides, end = read_sides(scene, at, limit, places=False)
    return (sides, end) if sides and sides[0].level in _GROUPS else ([], place)
