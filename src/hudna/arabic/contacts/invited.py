"""Who is asked to come: X got an invitation from Y to visit Z, X accepted an invitation to visit Z."""

from collections.abc import Sequence
from typing import Final

from hudna.arabic.contacts.phrase import Phrase
from hudna.arabic.contacts.side import Side, with_role
from hudna.arabic.contacts.sides import glued, read_sides
from hudna.arabic.contacts.subject import ending_at, subject_ahead
from hudna.arabic.contacts.words import markers
from hudna.arabic.scene import Scene
from hudna.model import ContactStatus, Role, Sentence
from hudna.text.letters import COMMAS

_TO: Final = "الي"
_FOR: Final = "ل"
MAX_INVITATION_REACH: Final = 14
MAX_TAKER_REACH: Final = 10
MAX_CALLER_TOKENS: Final = 14


def taker_of_invitation(
    scene: Scene, phrase: Phrase, sentence: Sentence
) -> tuple[Sequence[Side], ContactStatus] | None:
    """Return who got or accepted the invitation that stands before a noun, and what that makes of the contact.

    None where no invitation stands there, or nobody is named as getting it.
    """
    words = markers()
    reach = range(phrase.first - 1, max(sentence.first, phrase.first - MAX_INVITATION_REACH), -1)
    invitation = next((at for at in reach if scene.words[at] in words["invitation"]), -1)
    if invitation < 0:
        return None
    start = invitation + 1
    while start < phrase.first and scene.words[start] in markers()["adjective"]:
        start += 1
    asked, end = read_sides(scene, start + (scene.words[start] == _TO), phrase.first)
    given = glued(scene, start) == _FOR or scene.words[start] == _TO
    if asked and given and all(word in COMMAS for word in scene.words[end : phrase.first]):
        return asked, ContactStatus.CALLED_FOR  # an invitation to X to visit
    for verb in range(invitation - 1, max(sentence.first - 1, invitation - MAX_TAKER_REACH), -1):
        word = scene.words[verb]
        takes = next((name for name in ("accepts", "is-invited") if {word, word[1:]} & words[name]), "")
        if not takes:
            continue
        named, end = read_sides(scene, verb + 1, invitation)
        if not named or end != invitation or glued(scene, verb + 1):
            direct = verb + 1 == invitation and verb > sentence.first
            ahead = subject_ahead(scene, verb, sentence) or ending_at(scene, verb, sentence) if direct else None
            named = list(ahead.sides) if ahead is not None else []
        status = ContactStatus.PLANNED if takes == "accepts" else ContactStatus.CALLED_FOR
        return (named, status) if named else None
    return None


def convener_of(scene: Scene, phrase: Phrase, sentence: Sentence) -> list[Side]:
    """Return who calls for a sitting: Russia called for an urgent meeting of the council."""
    words = markers()["calls-on"] | markers()["asks-for"]
    for verb in range(phrase.first - 1, max(sentence.first - 1, phrase.first - MAX_CALLER_TOKENS), -1):
        if {scene.words[verb], scene.words[verb].removeprefix("و")} & words:
            sides, _ = read_sides(scene, verb + 1, phrase.first, places=True)
            return with_role(sides, Role.CONVENER)
    return []
