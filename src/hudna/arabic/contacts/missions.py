"""Those who travel without a name: the inspectors told of before, a mission of the organisation."""

from typing import Final

from hudna.arabic.contacts.side import Side
from hudna.arabic.contacts.words import markers
from hudna.arabic.scene import Scene
from hudna.model import Participant

_FROM: Final = "من"
_OWNED: Final = frozenset({"تابع", "تابعه", "تابعا"})
_THE: Final = "ال"
_OF_THE: Final = "لل"


def find_travellers(scene: Scene, place: int) -> Side | None:
    """Return a mission with whose it is, or the envoys, inspectors or the like with the article that stand at a token."""
    token = scene.tokens[place]
    cut = int(token.folded[0] == "و")
    mission = _sent_by(scene, place, cut)
    if mission is not None:
        return mission
    if token.folded[cut:] not in markers()["traveller"] or not token.folded[cut:].startswith(_THE):
        return None
    span = token.span._replace(start=token.start + cut)
    return Side(place, place + 1, "persons", Participant(span, scene.document.article.words(span)))


def _sent_by(scene: Scene, place: int, cut: int) -> Side | None:
    """Return the delegation at a token, ``cut`` letters into it, with the two words that say whose it is."""
    word, end = scene.words[place][cut:], place + 3
    if word not in markers()["mission"] or end > len(scene.words):
        return None
    how, whose = scene.words[place + 1], scene.words[place + 2]
    named = (how == _FROM and whose.startswith(_THE)) or (how in _OWNED and whose.startswith(_OF_THE))
    if not named:
        return None
    span = scene.document.span(place, end)
    span = span._replace(start=span.start + cut)
    return Side(place, end, "body", Participant(span, scene.document.article.words(span)))
