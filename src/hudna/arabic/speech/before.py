"""Words quoted before the verb that reports them: "we shall not accept it", said X."""

from typing import Final

from hudna.arabic.names.parties import Party, find_parties
from hudna.arabic.speech.clause import Clause
from hudna.arabic.speech.content import Content
from hudna.arabic.speech.cue import Cue
from hudna.arabic.speech.cues import markers
from hudna.arabic.speech.frame import Frame
from hudna.model import PUNCTUATION, WORD, Manner, Quotation, Sentence, Token
from hudna.text.letters import COMMAS, DASHES

MIN_SAID_TOKENS: Final = 3
_DOTS: Final = frozenset({"..", "...", "…"})
_SO: Final = frozenset({"هكذا", "كما"})
_REPORTS: Final = frozenset({"perfect", "imperfect"})


def read_quoted_before(frame: Frame, cue: Cue, place: int, sentence: Sentence) -> tuple[Clause, Content] | None:
    """Return the clause of a verb behind the words it reports, which stand in marks, with those words."""
    if cue.form not in _REPORTS or "colon" not in cue.frames or cue.pronoun:
        return None
    end = place
    while end > sentence.first and frame.words[end - 1] in COMMAS | DASHES | _SO:
        end -= 1
    quotation = frame.closed.get(end - 1)
    if quotation is None and frame.words[place - 1] in _DOTS and cue.form == "imperfect":
        return _read_said_before(frame, cue, place, sentence)
    if quotation is None or quotation.first < sentence.first or quotation.end - quotation.first < MIN_SAID_TOKENS:
        return None
    subject = tuple(find_parties(frame.chart, place + 1, sentence.end)) if place + 1 < sentence.end else ()
    if not subject or subject[0].span.start > frame.tokens[subject[0].first].start:
        return None
    parts: tuple[tuple[int, int], ...] = ((quotation.first, quotation.end),)
    beyond = _goes_on(frame, subject, sentence)
    if beyond is None and subject[-1].end < sentence.end and not _ends(frame.tokens[subject[-1].end]):
        return None
    if beyond is not None:
        parts = (*parts, (beyond.first, beyond.end))
    after = beyond.end if beyond is not None else subject[-1].end
    clause = Clause(cue, place, subject, (place + 1, place + 1), quotation.first, 0, "quote", None, None, None, ())
    return clause, Content(parts, Manner.DIRECT, after)


def _read_said_before(frame: Frame, cue: Cue, place: int, sentence: Sentence) -> tuple[Clause, Content] | None:
    """Return the clause of a verb that closes a sentence of a press review with who says it, and the sentence.

    "The army is leaving .. the daily explains."
    """
    subject = tuple(find_parties(frame.chart, place + 1, sentence.end))
    if not subject or subject[0].kind not in {"outlet", "person", "body", "office"}:
        return None
    if any(token.kind is WORD for token in frame.tokens[subject[-1].end : sentence.end]):
        return None
    if place - 1 - sentence.first < MIN_SAID_TOKENS or any(sentence.first <= each < place for each in frame.cues):
        return None
    clause = Clause(cue, place, subject, (place + 1, place + 1), sentence.first, 0, "quote", None, None, None, ())
    return clause, Content(((sentence.first, place - 1),), Manner.INDIRECT, sentence.end)


def _ends(token: Token) -> bool:
    """Return whether nothing that the verb could report follows its subject."""
    words = markers()
    asides = words["adjunct"] | words["preposition"] | words["manner"]
    return (token.kind is PUNCTUATION and token.folded != ":") or token.folded in asides


def _goes_on(frame: Frame, subject: tuple[Party, ...], sentence: Sentence) -> Quotation | None:
    """Return the second part of words that the verb and its subject break."""
    end = subject[-1].end
    while end < sentence.end and frame.words[end] in COMMAS | {":"}:
        end += 1
    quotation = frame.quotation_at(end) if end > subject[-1].end else None
    return quotation if quotation is not None and quotation.end - quotation.first >= MIN_SAID_TOKENS else None
