"""What a paper says: "it came in a statement of X that …"."""

from typing import Final

from hudna.arabic.names.parties import Party, find_parties, find_party, head_at
from hudna.arabic.speech.clause import Clause
from hudna.arabic.speech.cue import Cue
from hudna.arabic.speech.cues import markers
from hudna.arabic.speech.frame import Frame
from hudna.arabic.speech.openers import strong_opener
from hudna.model import WORD, Sentence
from hudna.text.letters import COMMAS

MAX_PAPER_TOKENS: Final = 24  # from the paper to the that-word
MAX_OWNER_TOKENS: Final = 20  # from remarks to the verb that says what is in them
_IN_IT: Final = frozenset({"فيه", "فيها", "خلاله", "خلالها"})
MAX_DAY_TOKENS: Final = 6  # of days and marks before what came in it
COMES: Final = frozenset({"come", "come-2"})  # it came in a statement that
_STATEMENTS: Final = frozenset({"بيان", "رسالة"})
_ISSUED: Final = frozenset({"صادر", "صادره", "صدر", "صدرت"})
_ISSUES: Final = frozenset({"body", "state", "office", "person", "pair", "side", "bodies", "persons"})
_BY: Final = frozenset({"عن", "من", "ل"})


def read_paper(frame: Frame, cue: Cue, place: int, sentence: Sentence) -> Clause | None:
    """Return the clause of "it came in": whoever issued the paper speaks, or the paper where nobody is named."""
    tokens = frame.tokens
    if place + 1 < sentence.end and frame.words[place + 1] in {"فيه", "فيها"}:
        return _came_in_it(frame, cue, place, sentence)
    paper = place + 2
    if paper >= sentence.end or frame.words[place + 1] != "في" or not _is_paper(frame, paper):
        return None
    limit = min(sentence.end, paper + MAX_PAPER_TOKENS)
    speakers: tuple[Party, ...] = ()
    for position in range(paper + 1, limit):
        opener = strong_opener(frame, cue, position, limit, aside=True)
        if opener is not None:
            named = find_party(frame.chart, paper, position)
            subject = speakers or ((named,) if named is not None else ())
            channel = tokens[paper].span
            return Clause(cue, place, subject, (place + 1, position), opener[0], 0, opener[1], None, None, channel, ())
        if not speakers and _issued_by(frame, paper, position):
            speakers = tuple(find_parties(frame.chart, position, limit))
        if frame.words[position] == "." or position in frame.cues:
            return None
    return None


def issuer_of(frame: Frame, paper: Party, limit: int) -> tuple[tuple[Party, ...], int] | None:
    """Return who issued the statement that a phrase calls, and the token behind him; None for any other phrase."""
    tokens, end = frame.tokens, paper.end
    head = head_at(tokens[paper.first]) if paper.kind == "text" else None
    if head is None or head[0].form not in _STATEMENTS:
        return None
    inner = find_parties(frame.chart, paper.first + 1, limit) if end > paper.first + 1 else []
    if not inner and end + 2 < limit and frame.words[end] in _ISSUED and frame.words[end + 1] == "عن":
        inner = find_parties(frame.chart, end + 2, limit)
    elif not inner and end + 1 < limit and frame.words[end] in _BY:
        inner = find_parties(frame.chart, end + 1, limit)
    elif not inner and end < limit and frame.words[end].startswith("ل"):
        inner = find_parties(frame.chart, end, limit)
    if not inner or inner[0].kind not in _ISSUES:
        return None
    return tuple(inner), inner[-1].end


def issued_before(frame: Frame, cue: Cue, place: int) -> bool:
    """Return whether an indefinite paper that somebody puts out stands right before a verb: a tweet that says."""
    return cue.form == "imperfect" and place > 0 and frame.words[place - 1] in markers()["issued"]


def owner_of_remarks(frame: Frame, place: int, sentence: Sentence) -> list[Party]:
    """Return whose remarks, speech or tweet a verb with "in it" takes up: the remarks of X, in which he threatened."""
    if place + 1 >= sentence.end or frame.words[place + 1] not in _IN_IT:
        return []
    for start in range(place - 1, max(sentence.first, place - MAX_OWNER_TOKENS) - 1, -1):
        word = frame.words[start]
        bare = word.removeprefix("ال")
        if bare in markers()["channel"] or bare in markers()["issued"]:
            after = start + 2 if frame.words[start + 1] == "من" else start + 1
            owners = find_parties(frame.chart, after, place)
            return owners if owners and owners[0].kind in _ISSUES else []
        if start in frame.cues and word != bare:
            return []
    return []


def _came_in_it(frame: Frame, cue: Cue, place: int, sentence: Sentence) -> Clause | None:
    """Return the clause of "in which it came that", which whoever issued the paper says."""
    for position in range(place + 2, min(sentence.end, place + MAX_DAY_TOKENS)):
        opener = strong_opener(frame, cue, position, sentence.end, aside=True)
        if opener is not None:
            return Clause(cue, place, (), (place + 1, position), opener[0], 0, opener[1], None, None, None, ())
        if not frame.chart.dated[position] and frame.words[position] not in COMMAS:
            return None
    return None


def _is_paper(frame: Frame, place: int) -> bool:
    token = frame.tokens[place]
    head = head_at(token)
    return token.folded.removeprefix("ال") in markers()["channel"] or (
        head is not None and head[0]["class"] in {"text", "outlet"}
    )


def _issued_by(frame: Frame, paper: int, position: int) -> bool:
    """Return whether whoever stands at a token issued the paper: in construct with it, or behind "by" or "of"."""
    token, before = frame.tokens[position], frame.tokens[position - 1]
    if token.kind is not WORD:
        return False
    if position == paper + 1:
        return not frame.words[paper].startswith("ال")
    return before.folded in _BY or token.folded.startswith("ل")
