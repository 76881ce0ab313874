"""Headlines that speak: a party, a colon or two points, and what it says."""

from typing import Final

from hudna.arabic.clitics.words import word_counts
from hudna.arabic.names.parties import find_parties
from hudna.arabic.speech.cues import markers
from hudna.arabic.speech.frame import Frame
from hudna.arabic.speech.speakers import Speakers, party_of
from hudna.arabic.speech.subjects import is_capital
from hudna.model import Act, Manner, Match, Sentence, Statement, Token, TokenKind

_OPENERS: Final = frozenset({":", "..", "..."})
MIN_SAID_WORDS: Final = 2
RULE: Final = "<party> : <words>"


def read_headline(frame: Frame, speakers: Speakers, sentence: Sentence) -> Match[Statement] | None:
    """Return the statement a headline of the form ``party: words`` makes, None for any other headline."""
    tokens = frame.tokens
    phrases = find_parties(frame.chart, sentence.first, sentence.end)
    if not phrases or phrases[0].kind == "nationality":
        return None
    if phrases[0].name is None and not phrases[0].definite and phrases[0].kind in {"person", "body", "text"}:
        return None
    if any(phrase.kind == "place" and not is_capital(phrase) for phrase in phrases):
        return None
    place = phrases[-1].end
    if place >= sentence.end or tokens[place].folded not in _OPENERS:
        return None
    first, end = place + 1, sentence.end
    quotation = frame.quotation_at(first) if first < end else None
    if quotation is not None and quotation.close is not None and quotation.close + 1 >= end:
        first, end = quotation.first, quotation.end
    if phrases[0].kind in {"state", "place"} and quotation is None and not _own_voice(tokens[first]):
        return None  # a headline may open with where something happened
    if sum(token.kind is TokenKind.WORD for token in tokens[first:end]) < MIN_SAID_WORDS:
        return None
    who = tuple(party_of(meaning) for meaning in speakers.referents.meanings(phrases))
    speakers.tell(who)
    cue = tokens[place].span
    statement = Statement(
        id="",
        speakers=who,
        cue=cue,
        content=(frame.document.span(first, end),),
        manner=Manner.DIRECT if quotation is not None else Manner.INDIRECT,
        act=Act.DESCRIBE,
        sure=tokens[place].folded == ":",
        rule=RULE,
        evidence=(frame.document.span(phrases[0].first, place + 1),),
    )
    return Match("statement", place, end, cue, statement, RULE)


def _own_voice(token: Token) -> bool:
    """Return whether a headline's first word speaks for the party: we did, we shall, must, will not."""
    folded = token.folded
    if folded in markers()["own-voice"] or folded.startswith("سن") or (folded.endswith("نا") and len(folded) > 3):
        return True
    return folded.startswith("ن") and word_counts().get("ي" + folded[1:], 0) > word_counts().get(folded, 0)
