"""What may stand between a reporting word and what was said: set phrases, asides in commas or brackets, channels."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from hudna.arabic.speech.cue import Cue
from hudna.arabic.speech.cues import markers
from hudna.arabic.speech.frame import Frame
from hudna.lexicon import load_entries
from hudna.model import Span, Token
from hudna.text import fold

MAX_BRACKET_TOKENS: Final = 12
BEFORE_CHANNELS: Final = frozenset({"في", "وفي", "خلال", "عبر", "علي"})


@cache
def _phrases() -> Mapping[str, Mapping[str, list[list[str]]]]:
    """Return the set phrases that say when or how, by their first and second words, the longest first.

    What stands there is the words behind the first; the second is empty where there are none.
    """
    phrases = [fold(entry.form).text.split() for entry in load_entries(files(__package__) / "phrases.tsv", "phrase")]
    found: dict[str, dict[str, list[list[str]]]] = {}
    for first, *rest in sorted(phrases, key=len, reverse=True):
        found.setdefault(first, {}).setdefault(rest[0] if rest else "", []).append(rest)
    return found


@cache
def phrase_openings() -> frozenset[str]:
    """Return the words that a set phrase may start with, a conjunction glued to them or not."""
    return frozenset([glued + first for first in _phrases() for glued in ("", "و")])


def past_phrase(frame: Frame, position: int, limit: int) -> int:
    """Return the token after the set phrase that starts at a token, the token itself where none does."""
    word = frame.words[position]
    if word not in phrase_openings():
        return position
    known = _phrases().get(word.removeprefix("و"), {})
    after = position + 1
    for rest in known.get(frame.words[after], ()) if after < limit else ():
        end = after + len(rest)
        if end <= limit and rest == frame.words[after:end]:
            return end
    return after if "" in known and after <= limit else position


def past_apposition(frame: Frame, position: int, limit: int) -> int:
    """Return the token after the name of a body that an office told behind a name goes on with."""
    quotation = frame.quotation_at(position)
    if quotation is None or quotation.close is None or quotation.close + 2 >= limit:
        return position
    after = quotation.close + 1
    name = frame.chart.name_at(after)
    return name.end if name is not None and name.kind == "nationality" and name.end < limit else after


def skips_after_comma(frame: Frame, cue: Cue, position: int, limit: int) -> bool:
    """Return whether what follows a comma is an apposition or adjunct rather than the content."""
    following = position + 1
    if following >= limit:
        return True
    folded = frame.words[following]
    if folded in cue.frames and folded in markers()["preposition"]:
        return False
    if "ب" in cue.frames and folded.startswith("ب") and not frame.chart.starts.get(following):
        return False
    return not (cue.form == "participle" or frame.chart.dated[following])


def channel_at(frame: Frame, position: int) -> Span | None:
    """Return the words "in a statement", "in a speech to…" when they stand here."""
    if frame.words[position] not in BEFORE_CHANNELS or position + 1 >= len(frame.words):
        return None
    bare = frame.words[position + 1].removeprefix("ال")
    return frame.tokens[position + 1].span if bare in markers()["channel"] else None


def past_brackets(tokens: Sequence[Token], position: int, limit: int) -> int:
    """Return the token after a closing bracket, or after the opening one where none closes it nearby."""
    for place in range(position + 1, min(limit, position + MAX_BRACKET_TOKENS)):
        if tokens[place].folded == ")":
            return place + 1
    return position + 1
