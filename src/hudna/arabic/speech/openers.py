"""What opens the words said: a that-word, a colon, a mark of quotation."""

from functools import cache
from typing import Final

from hudna.arabic.names.parties import head_at
from hudna.arabic.speech.cue import Cue
from hudna.arabic.speech.cues import markers
from hudna.arabic.speech.frame import Frame
from hudna.model import WORD, Act, Field, PartKind, Quotation, Sentence
from hudna.text.letters import DASHES

MAX_NAME_TOKENS: Final = 5  # in marks
MAX_OUTLET_TOKENS: Final = 12  # of an outlet's name in marks, its points counted
MAX_CALLED_TOKENS: Final = 7  # behind "called" with what is called something
_AS_THAT: Final = frozenset({"بانه", "بانها", "بانهم", "بان"})
_BUT: Final = frozenset({"الا", "غير", "بيد"})
_ASKS: Final = frozenset({"هل", "لماذا", "كيف", "متي"})
_POINTS: Final = frozenset({"..", "..."})
_OPENS: Final = frozenset({'"', "«", "“", "„", "”"})


def is_glued(frame: Frame, place: int, preposition: str) -> bool:
    """Return whether a word begins with a preposition rather than with a letter of its own."""
    if not frame.words[place].startswith(preposition):
        return False
    parts = frame.document.parts[place]
    return bool(parts) and parts[0].kind is PartKind.PREPOSITION and parts[0].folded == preposition


@cache
def opening_words() -> frozenset[str]:
    """Return the words and marks at which the content may start behind a strong opener."""
    return markers()["complementizer"] | _ASKS | _POINTS | _OPENS | {":"}


def strong_opener(frame: Frame, cue: Cue, position: int, limit: int, *, aside: bool) -> tuple[int, str] | None:
    """Return where the content starts after a that-word, a colon or an opening mark; None if none stands here."""
    tokens = frame.tokens
    folded = frame.words[position]
    if folded not in opening_words():
        return None
    if folded in markers()["complementizer"] and "ان" in cue.frames and position + 1 < limit:
        but = position > 0 and frame.words[position - 1] in _BUT  # "but he", which opens a clause of its own
        return (position + 1, "ان") if not but and not _ends_name(frame, position) else None
    if folded in _ASKS and cue.act is Act.ASK and position + 1 < limit:
        return position, "ان"
    if folded in _POINTS and tokens[position].field is Field.TITLE and position + 1 < limit:
        return position + 1, "colon"
    if folded == ":" and position + 1 < limit:
        return position + 1, "colon"
    if folded in _OPENS and frame.quotation_at(position) is not None and not _names_outlet(frame, position):
        quotation = frame.quotation_at(position)
        assert quotation is not None
        if _calls_name(frame, quotation) or entitled(frame, quotation):
            return None
        spoken = cue.form == "participle" and not aside and quotation.end - quotation.first > 1
        if quotation.end - quotation.first > 3 or ("object" in cue.frames and not aside) or spoken:
            return position, "quote"
    return None


def tells_that(frame: Frame, place: int) -> bool:
    """Return whether a verb behind a relative word takes a that-word: who claims that."""
    cue = frame.cues.get(place)
    if cue is None or cue[1] or cue[0].form == "participle" or "ان" not in cue[0].frames:
        return False
    words = markers()
    near = frame.words[place + 1 : place + 3]
    if near[:1] and near[0] in words["preposition"]:
        del near[0]
    return frame.words[place - 1] in words["relative"] and near[:1] != [] and near[0] in words["complementizer"]


def quotes_preposition(frame: Frame, cue: Cue, position: int, limit: int) -> bool:
    """Return whether marks hold the verb's own preposition with what was said: voiced "of his anger"."""
    if frame.quotation_at(position) is None or position + 2 >= limit:
        return False
    folded = frame.words[position + 1]
    return folded in cue.frames and folded in markers()["preposition"]


def calls(frame: Frame, place: int, sentence: Sentence) -> bool:
    """Return whether a thing is called something behind a verb: called the attack a crime."""
    for other in range(place + 2, min(sentence.end, place + MAX_CALLED_TOKENS)):
        token = frame.tokens[other]
        if token.folded in _AS_THAT or (is_glued(frame, other, "ب") and other > place + 1):
            return True
        if token.kind is not WORD:
            return False
    return False


def entitled(frame: Frame, quotation: Quotation) -> bool:
    """Return whether marks hold what a book or a party is called: in memoirs entitled "…", of the party "…"."""
    mark = quotation.open
    if not mark or quotation.end - quotation.first > MAX_OUTLET_TOKENS:
        return False
    folded = frame.words[mark - 1]
    return folded in markers()["titled"] or folded.removeprefix("و") in markers()["titled"]


def _calls_name(frame: Frame, quotation: Quotation) -> bool:
    """Return whether marks behind the adjective of a body hold its short name: the American agency "CIA"."""
    close, mark = quotation.close, quotation.open
    if close is None or mark is None or close - mark > MAX_NAME_TOKENS or close + 1 >= len(frame.tokens):
        return False
    before = frame.chart.name_at(mark - 1)
    goes_on = frame.tokens[close + 1].kind is WORD
    return goes_on and before is not None and before.kind == "nationality"


def _ends_name(frame: Frame, position: int) -> bool:
    """Return whether a that-word is the last syllable of a name written with a hyphen."""
    before = frame.tokens[position - 1] if position else None
    return before is not None and before.folded in DASHES and before.end == frame.tokens[position].start


def _names_outlet(frame: Frame, position: int) -> bool:
    """Return whether an opening mark holds the name of the agency, paper or channel before it."""
    head = head_at(frame.tokens[position - 1]) if position else None
    quotation = frame.quotation_at(position)
    definite = frame.words[position - 1].startswith(("ال", "لل")) if position else False
    longest = MAX_NAME_TOKENS if definite else MAX_OUTLET_TOKENS
    if quotation is not None and quotation.close is not None and quotation.end - quotation.first > longest:
        return False  # too long for a name: what was said to the daily
    return head is not None and head[0]["class"] == "outlet"
