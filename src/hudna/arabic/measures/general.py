"""Sides that an article names by no name: all parties, the warring sides, the parties to the conflict in X."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from hudna.arabic.contacts.side import Side
from hudna.arabic.measures.words import GOVERNORS, markers
from hudna.arabic.scene import Scene
from hudna.model import WORD, Participant

MAX_WORDS: Final = 3


def general_side(scene: Scene, place: int, limit: int) -> Side | None:
    """Return the sides without a name that start at a token, by their words; None where none do."""
    words = markers()
    cut = _heads().get(scene.words[place])
    if cut is None:
        return None
    head = place
    if scene.words[place][cut:] in words["all-of"]:
        head += 1
        if head >= limit or scene.words[head] not in words["sides"]:
            return None
    end = head + 1
    while end < min(limit, head + 1 + MAX_WORDS) and _belongs(scene, end):
        end += 1
    if end == head + 1 == place + 1 and not scene.words[place][cut:].startswith("ال"):
        return None
    span = scene.document.span(place, end)
    span = span._replace(start=span.start + cut)
    return Side(place, end, "bodies", Participant(span, scene.document.article.words(span)))


@cache
def _heads() -> Mapping[str, int]:
    """Return the words such sides begin with, joined particles included, with how many letters those have."""
    words = markers()["all-of"] | markers()["sides"]
    return {front + word: len(front) for front in ("", "و", "ل", "ب", "ول") for word in words}


def _belongs(scene: Scene, place: int) -> bool:
    token = scene.tokens[place]
    definite = token.folded.startswith("ال") and token.kind is WORD
    return definite and not GOVERNORS[token.folded] and not scene.chart.dated[place]
