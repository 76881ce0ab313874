"""What else the words around a contact tell: what it is about, who asked for it."""

from typing import Final

from hudna.arabic.contacts.draft import Draft
from hudna.arabic.contacts.sides import read_sides
from hudna.arabic.contacts.words import markers
from hudna.arabic.scene import Scene
from hudna.model import WORD, ContactKind, Participant, Party, Sentence, Span
from hudna.text.letters import COMMAS

MAX_ABOUT_REACH: Final = 12
MAX_TOPIC_TOKENS: Final = 14
_ENDS: Final = frozenset({"،", ",", ".", "؛", ":", "!", "؟", "»", '"', "”"})
_ON: Final = "علي"
_FROM: Final = "من"


def topics_of(scene: Scene, draft: Draft, sentence: Sentence) -> tuple[Span, ...]:
    """Return what a contact is about: the words behind "about", "to discuss", up to the next mark or day."""
    end = draft.pieces[0][1]
    for place in range(end, min(sentence.end - 1, end + MAX_ABOUT_REACH)):
        token = scene.tokens[place]
        if token.folded in markers()["about"]:
            return _topic(scene, place + 1, sentence)
        if token.folded in _ENDS - COMMAS or token.folded in markers()["contrast"] - {"في", "وفي"}:
            return ()
    return ()


def _topic(scene: Scene, first: int, sentence: Sentence) -> tuple[Span, ...]:
    if scene.words[first] == _ON:
        first += 1
    end = first
    while end < min(sentence.end, first + MAX_TOPIC_TOKENS):
        token = scene.tokens[end]
        if token.folded in _ENDS or scene.chart.dated[end]:
            break
        end += 1
    while end > first and scene.words[end - 1] in markers()["contrast"]:
        end -= 1
    words = any(token.kind is WORD for token in scene.tokens[first:end])
    return (scene.document.span(first, end),) if words else ()


def initiator_of(scene: Scene, draft: Draft, sentence: Sentence) -> Party | None:
    """Return who called, or at whose invitation or request a contact comes about; None where nobody says so."""
    end = draft.pieces[0][1]
    for place in range(draft.first, min(sentence.end - 2, end + MAX_ABOUT_REACH)):
        token = scene.tokens[place]
        if token.folded in markers()["asked"] and scene.words[place + 1] == _FROM:
            sides, _ = read_sides(scene, place + 2, sentence.end)
            return _party(sides[0].who) if sides else None
    if draft.kind is ContactKind.CALL and draft.caller is not None:
        return _party(draft.caller.who)
    return None


def _party(who: Participant) -> Party:
    return Party(who.span, who.label, who.entity, who.side, who.implied, who.candidates)
