"""Nouns that report: "the call of X for …", "the charge of X that …"."""

from typing import Final

from hudna.arabic.names.parties import Party, find_parties, find_party
from hudna.arabic.speech.asides import past_phrase
from hudna.arabic.speech.clause import Clause
from hudna.arabic.speech.cues import Cue, markers
from hudna.arabic.speech.frame import Frame
from hudna.arabic.speech.openers import is_glued
from hudna.arabic.speech.subjects import is_capital
from hudna.model import PartKind, Sentence, TokenKind
from hudna.text.letters import COMMAS

MAX_MAKER_TOKENS: Final = 8  # of whoever makes a charge
_SPEAKS: Final = frozenset({"person", "state", "body", "office", "persons", "bodies", "pair", "side"})
_BARE_OBJECT: Final = frozenset({"state", "person"})


def read_noun(frame: Frame, cue: Cue, place: int, sentence: Sentence) -> Clause | None:
    """Return the clause of a noun of saying: its speaker in construct with it, and what opens the content."""
    first = place + 2 if place + 1 < sentence.end and frame.tokens[place + 1].folded == "من" else place + 1
    speakers = tuple(find_parties(frame.chart, first, _before_whom(frame, cue, first, sentence.end)))
    if not speakers or not all(_speaks(frame, party) for party in speakers):
        return None
    position = _past_days(frame, speakers[-1].end, sentence.end)
    if position >= sentence.end:
        return None
    opened = _opener(frame, cue, position, sentence.end, speakers[-1])
    if opened is None:
        return None
    content, cut, opener = opened
    person = find_party(frame.chart, position, sentence.end) if opener == "ل" and cue.id == "accuse" else None
    if person is not None and person.end < sentence.end and is_glued(frame, person.end, "ب"):
        content, cut, opener = person.end, 1, "ب"  # the charge of X to Y of having
    return Clause(cue, place, speakers, (place + 1, position), content, cut, opener, person, None, None, ())


def _before_whom(frame: Frame, cue: Cue, first: int, limit: int) -> int:
    """Return the token of whom a charge or criticism is made to, where its maker's phrase ends; else ``limit``."""
    if "ل" not in cue.frames:
        return limit
    near = range(first + 1, min(limit, first + MAX_MAKER_TOKENS))
    return next((place for place in near if _is_whom(frame, place)), limit)


def _is_whom(frame: Frame, place: int) -> bool:
    name = frame.chart.name_at(place)
    return name is not None and name.kind in {"state", "person"} and frame.chart.glued(name) == "ل"


def _speaks(frame: Frame, party: Party) -> bool:
    """Return whether a phrase can stand in construct with a noun of saying as its speaker."""
    token = frame.tokens[party.first]
    glued = frame.document.article.words(token.span)[: party.span.start - token.start]
    return (party.kind in _SPEAKS or is_capital(party)) and party.definite and glued in {"", "و"}


def _past_days(frame: Frame, position: int, limit: int) -> int:
    """Return the token after days and marks behind the speaker."""
    tokens = frame.tokens
    while position < limit:
        beyond = past_phrase(frame, position, limit)
        if beyond == position and not (frame.chart.dated[position] or tokens[position].folded in COMMAS):
            break
        position = max(beyond, position + 1)
    return position


def _opener(frame: Frame, cue: Cue, position: int, limit: int, speaker: Party) -> tuple[int, int, str] | None:
    """Return where the content starts, what is cut from its first word, and what opened it."""
    token = frame.tokens[position]
    if token.folded in markers()["complementizer"]:
        return (position + 1, 0, "ان") if "ان" in cue.frames and position + 1 < limit else None
    if token.folded in cue.frames and token.folded in markers()["preposition"]:
        return (position + 1, 0, token.folded) if position + 1 < limit else None
    parts = frame.document.parts[position]
    if parts and parts[0].kind is PartKind.PREPOSITION:
        letter = parts[0].folded
        return (position, 1, letter) if letter in cue.frames else None
    if (
        "object" not in cue.frames
        or token.kind is not TokenKind.WORD
        or (parts[:1] and parts[0].kind is PartKind.CONJUNCTION)
    ):
        return None
    plain = token.folded not in markers()["adjunct"] | markers()["relative"] | {"في", "من", "عن", "علي", "الي", "ضد"}
    bare = not token.folded.startswith("ال") or (speaker.kind in _BARE_OBJECT and position == speaker.end)
    return (position, 0, "object") if plain and bare and position == speaker.end else None
