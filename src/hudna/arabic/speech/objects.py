"""The party behind a reporting verb as what it is about, its subject being left out or standing before it."""

from collections.abc import Sequence
from typing import Final

from hudna.arabic.names.parties import Party, find_party
from hudna.arabic.speech.agreement import is_feminine
from hudna.arabic.speech.cue import Cue
from hudna.arabic.speech.cues import markers
from hudna.arabic.speech.frame import Frame
from hudna.arabic.speech.openers import is_glued
from hudna.arabic.speech.subjects import (
    MAX_UNKNOWN_TOKENS,
    goes_on_from_was,
    subject_after_that,
    subject_before,
    subject_of_was,
    with_construct,
)
from hudna.model import WORD, PartKind, Sentence
from hudna.text.letters import COMMAS

_PAPERS_DO: Final = frozenset({"affirm", "clarify", "reveal", "show", "cite", "expect"})
_PICTURES: Final = frozenset({"مقطع", "فيديو", "صور", "لقطات"})
_CHARGED: Final = frozenset({"state", "body", "person", "place", "bodies"})
_TAKES_OBJECT: Final = frozenset({"object", "person"})
_URGES: Final = frozenset({"urge", "urge-2", "appeal"})  # nobody does who urges nobody
_CALLS: Final = _URGES | {"call", "demand", "warn", "threaten", "menace", "promise"}
_FINITE: Final = frozenset({"perfect", "imperfect"})
_SEVERAL: Final = frozenset({"body", "bodies", "persons", "nationality", "pair"})


def has_object(frame: Frame, cue: Cue, place: int, sentence: Sentence, subject: tuple[Party, ...], limit: int) -> bool:
    """Return whether the party behind a verb is what it is about, its subject being left out or standing before."""
    if cue.plural or _disagrees(frame, cue, subject[0]):
        return True
    if cue.pronoun:
        return False  # the pronoun is whom it is about
    if subject_of_was(frame, place, sentence) or goes_on_from_was(frame, place, sentence):
        return True  # X had warned Y
    if _is_object(frame, cue, subject, limit) or _is_blamed(frame, cue, subject, limit):
        return True
    if _is_called_on(frame, cue, place, sentence, subject, limit):
        return True
    return bool(cue.frames & _TAKES_OBJECT) and is_nominal(frame, place, sentence)


def in_quotation(frame: Frame, party: Party) -> bool:
    """Return whether a party stands inside marks that hold more than its name: what was said begins with it."""
    quotation = frame.quotation_at(party.first)
    return quotation is not None and party.end < quotation.end


def is_accusative(frame: Frame, party: Party) -> bool:
    """Return whether a plural of people has the ending of an object: he warned the citizens."""
    return party.kind in {"persons", "bodies", "nationality"} and frame.words[party.first].endswith("ين")


def is_charged(frame: Frame, cue: Cue, position: int, limit: int) -> bool:
    """Return whether unknown words are whom a verb is about, its charge following behind "of"."""
    if "ب" not in cue.frames:
        return False
    for place in range(position + 1, min(limit, position + MAX_UNKNOWN_TOKENS)):
        if frame.tokens[place].kind is not WORD:
            return False
        if is_glued(frame, place, "ب"):
            return True
    return False


def is_nominal(frame: Frame, place: int, sentence: Sentence) -> bool:
    """Return whether the subject stands before the verb, as in headlines and behind "had" or a relative."""
    if frame.cues[place][1] or place == sentence.first:
        return False  # a conjunction parts the verb from what stands before it
    if subject_after_that(frame, place, sentence):
        return True
    phrases = subject_before(frame, place, sentence)
    if not phrases or frame.words[place - 1] not in COMMAS:
        return bool(phrases)
    # A comma parts them too, unless "that" has opened a clause with this subject.
    return frame.words[phrases[0].first - 1] in markers()["complementizer"]


def _is_object(frame: Frame, cue: Cue, subject: Sequence[Party], limit: int) -> bool:
    """Return whether the party after the word is the one spoken of: a bare indefinite noun after a dropped subject."""
    first = subject[0]
    if first.kind == "text" and cue.id in _PAPERS_DO and first.head.removeprefix("و") not in _PICTURES:
        return False
    if with_construct(frame, cue, first, limit).end > first.end:
        return False
    whom = find_party(frame.chart, subject[-1].end, limit) if "person" in cue.frames else None
    if whom is not None and whom.definite and whom.kind in _CHARGED:
        return False  # western states charge Moscow with
    return (
        "object" in cue.frames
        and first.kind in {"body", "bodies", "text", "place"}
        and not first.definite
        and first.name is None
        and first.end < limit
    )


def _is_blamed(frame: Frame, cue: Cue, subject: Sequence[Party], limit: int) -> bool:
    """Return whether the party after the word is held responsible by somebody named before."""
    end = subject[-1].end
    if cue.id in {"accuse", "describe"} and end < limit:  # who does it is left out, since nobody else is named
        parts = frame.document.parts[end]
        of_what = bool(parts) and parts[0].kind is PartKind.PREPOSITION and parts[0].folded == "ب"
        return of_what or frame.words[end] in {"بان", "بانه", "بانها", "بانهم"}
    return cue.id == "blame" and end < limit and frame.words[end].removeprefix("ال") == "مسووليه"


def _is_called_on(frame: Frame, cue: Cue, place: int, sentence: Sentence, subject: Sequence[Party], limit: int) -> bool:
    """Return whether those behind a verb joined to another are called on by its subject: X condemned it and called on Y to.

    Behind a comma a state or a person may as well be the next to speak: X condemned it, and Y called for a meeting.
    """
    party, end = subject[0], subject[-1].end
    if cue.id not in _CALLS or not frame.cues[place][1] or end >= limit:
        return False
    if not (party.definite or party.name) or not (frame.words[end] in cue.frames or _opens(frame, cue, end)):
        return False
    if cue.id in _URGES and cue.feminine and place > sentence.first:
        return True  # in the masculine it is spelled like a noun
    at = next((at for at in range(place - 1, sentence.first - 1, -1) if _is_finite(frame, at)), None)
    if at is None or frame.cues[at][0].plural or frame.cues[at][0].feminine != cue.feminine:
        return False
    if set(frame.words[party.first : party.end]) <= set(frame.words[sentence.first : place]):
        return False  # named again: a branch of the fund said, and the fund called for
    return cue.id in _URGES or frame.words[place - 1] not in COMMAS or party.kind in _SEVERAL


def _opens(frame: Frame, cue: Cue, place: int) -> bool:
    """Return whether a preposition of a verb's own is glued to the word behind whom it is about."""
    return any(is_glued(frame, place, each) for each in cue.frames & {"ب", "ل"})


def _is_finite(frame: Frame, place: int) -> bool:
    return place in frame.cues and frame.cues[place][0].form in _FINITE


def _disagrees(frame: Frame, cue: Cue, party: Party) -> bool:
    """Return whether the noun behind a verb is of the other gender, so that it can't be its subject."""
    feminine = is_feminine(frame, party)
    if cue.feminine:
        return feminine is False and bool(cue.frames & _TAKES_OBJECT)
    if feminine and party.kind == "state":
        return True
    if party.kind == "place":
        return True  # cities are feminine
    if party.kind == "bodies" and "person" in cue.frames:
        return True  # so are several states
    head = frame.document.article.words(party.span).split()[0]
    return head.endswith(("ة", "ات")) and party.kind in {"body", "bodies", "outlet", "state"}
