"""With what and on what something was done: with rockets, with three drones, gunmen on motorcycles."""

from typing import Final

from hudna.arabic.incidents.counts import amount_at
from hudna.arabic.incidents.words import any_of, markers
from hudna.arabic.scene import Scene

MAX_RIDE: Final = 4
_ON: Final = "علي"


def means_at(scene: Scene, place: int, limit: int) -> list[str]:
    """Return the words of what "with" at a token tells something was done with, also behind a number; none where it tells no weapon."""
    if scene.words[place][0] != "ب":
        return []
    behind = [scene.words[place + 1]] if place + 1 < limit else []
    if scene.words[place] in any_of("bomb", "rocket", "gun", "shell", "chemical"):
        return [scene.words[place], *behind]
    amount = amount_at(scene.tokens, place, limit)
    if amount is None or amount.end >= limit or amount.end == place:
        return []
    counted = scene.words[amount.end : min(limit, amount.end + 2)]
    armed = any_of("bomb", "rocket", "gun", "shell", "drone")
    return counted if any(word in armed for word in counted) else []


def past_mount(scene: Scene, place: int, limit: int) -> int:
    """Return the token behind what those who attack ride on: on motorcycles, aboard lorries and boats."""
    if place + 1 >= limit or scene.words[place] != _ON or scene.words[place + 1] not in any_of("mount", "aboard"):
        return place
    end = place + 2 + (scene.words[place + 1] in markers()["aboard"])  # aboard, and then of what
    while end < min(limit, place + MAX_RIDE + 1) and scene.words[end] in markers()["mount-quality"]:
        end += 1
    return min(end, limit)
