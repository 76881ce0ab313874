"""What is said anew: "renewed the affirmation of its support"."""

from typing import Final

from hudna.arabic.speech.clause import Clause
from hudna.arabic.speech.cues import noun_at
from hudna.arabic.speech.frame import Frame
from hudna.arabic.speech.openers import is_glued
from hudna.model import Token
from hudna.model.frozen import replace

MAX_HEARER_TOKENS: Final = 4  # between the noun of saying and what is said: its demand to the units of …
_OWNERS: Final = ("ها", "هم", "ه")


def past_renewed(frame: Frame, clause: Clause, limit: int) -> Clause:
    """Return the clause with its content behind a noun of saying and the noun's preposition, where they open it."""
    first = clause.content
    frames = _noun(frame.tokens[first])
    for place in range(first + 1, min(limit, first + MAX_HEARER_TOKENS)) if frames else ():
        token = frame.tokens[place]
        if token.folded in frames - {"object"} and place + 1 < limit:
            return replace(clause, content=place + 1, cut=0)
        letter = next((letter for letter in ("ب", "ل") if letter in frames and is_glued(frame, place, letter)), "")
        if letter and not (letter == "ل" and "ب" in frames):
            return replace(clause, content=place, cut=1)
    return clause


def _noun(token: Token) -> frozenset[str]:
    """Return what may stand behind a noun of saying, empty for any other word."""
    folded = token.folded.removeprefix("ال")
    for owner in ("", *_OWNERS):
        word = folded.removesuffix(owner)
        noun = noun_at(word) or (noun_at(word[:-1] + "ه") if owner and word.endswith("ت") else None)
        if noun is not None and noun.id in _SAYS:
            return noun.frames
    return frozenset()


_SAYS: Final = frozenset({"affirm", "call", "demand", "stress", "warn", "declare", "express", "express-2"})
