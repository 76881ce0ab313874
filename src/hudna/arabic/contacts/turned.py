"""What became of a contact that was to be: they were to meet, but the meeting was called off."""

from typing import Final

from hudna.arabic.contacts.draft import Draft
from hudna.arabic.contacts.words import markers, statuses, verbs
from hudna.arabic.scene import Scene
from hudna.arabic.speech.cues import markers as speech_markers
from hudna.arabic.speech.subjects import WAS
from hudna.model import ContactStatus, Sentence
from hudna.model.frozen import replace

MAX_WAS_REACH: Final = 8
MAX_TURN_REACH: Final = 6
_THAT: Final = ("ان",)  # "but that", with or without its pronoun
_DROPPED: Final = frozenset({ContactStatus.CANCELLED, ContactStatus.POSTPONED})


def with_turn(scene: Scene, draft: Draft) -> Draft:
    """Return a planned contact as put off, called off or not held, where "but" behind "was to" tells so."""
    if draft.status is not ContactStatus.PLANNED:
        return draft
    sentence = scene.document.sentences[draft.sentence]
    was = _was(scene, draft, sentence)
    turn = _turn(scene, draft, sentence) if was else None
    if turn is None:
        return draft
    status, first, end = turn
    return replace(draft, status=status, pieces=(*draft.pieces, (first, end)), sure=False)


def _was(scene: Scene, draft: Draft, sentence: Sentence) -> bool:
    """Return whether "was" stands before what was to be."""
    low = max(sentence.first, draft.first - MAX_WAS_REACH)
    return not WAS.isdisjoint(scene.words[low : draft.first])


def _turn(scene: Scene, draft: Draft, sentence: Sentence) -> tuple[ContactStatus, int, int] | None:
    """Return what "but" in the sentence, or at the head of the next one, tells of it, and its tokens."""
    sentences = scene.document.sentences
    following = sentences[sentence.index + 1] if sentence.index + 1 < len(sentences) else None
    heads = [place for place in range(draft.first + 1, sentence.end) if _is_but(scene, place)]
    if following is not None and following.kind is sentence.kind and _is_but(scene, following.first):
        heads.append(following.first)
    for head in heads:
        limit = min(head + MAX_TURN_REACH, (sentence if head < sentence.end else following or sentence).end)
        for place in range(head + 1, limit):
            status = _status(scene, place)
            if status is not None:
                return status, head, place + 1
    return None


def _is_but(scene: Scene, place: int) -> bool:
    word = scene.words[place].removeprefix("و")
    following = scene.words[place + 1] if place + 1 < len(scene.words) else ""
    return word in markers()["but"] or (word in markers()["but-that"] and following.startswith(_THAT))


def _status(scene: Scene, place: int) -> ContactStatus | None:
    """Return what a word tells of what was to be: put off, called off, "did not take place"."""
    word = scene.words[place]
    verb = verbs().get(word)
    status = verb.status if verb is not None else statuses()["before"].get(word)
    if status in _DROPPED:
        return status
    denied = scene.words[place - 1] in speech_markers()["negation"]
    return ContactStatus.NOT_HELD if denied and (verb is not None or word in markers()["comes-about"]) else None
