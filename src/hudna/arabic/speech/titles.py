"""Headlines that speak: a party, a colon or two points, and what it says."""

from collections.abc import Sequence
from typing import Final

from hudna.arabic.clitics.words import word_counts
from hudna.arabic.names.parties import Party as Phrase
from hudna.arabic.names.parties import find_parties, find_party
from hudna.arabic.speech.cues import markers
from hudna.arabic.speech.frame import Frame
from hudna.arabic.speech.openers import is_glued
from hudna.arabic.speech.speakers import LATTER, Speakers, party_of
from hudna.arabic.speech.subjects import is_addressee, is_capital, unknown_hearer
from hudna.model import WORD, Act, Manner, Match, PartKind, Sentence, Statement, Token

_OPENERS: Final = frozenset({":", "..", "..."})
_GOES_ON: Final = frozenset({"..", "..."})
_ABOUT: Final = frozenset({"عن", "حول", "بشان", "بخصوص", "تعليقا", "ردا", "بعد", "حيال"})
_JUDGED: Final = frozenset({"المبكر", "الضروري", "المستحيل", "الصعب", "الخطا", "المهم", "حقنا", "حق", "غير", "الافضل"})
_NO: Final = frozenset({"لا", "لم", "لن"})
_UNNAMED: Final = frozenset({"person", "body", "text"})
MIN_SAID_WORDS: Final = 2
MAX_BESIDE_TOKENS: Final = 6  # between the speaker and the colon: to whom, and about what
RULE: Final = "<party> : <words>"


def read_headline(frame: Frame, speakers: Speakers, sentence: Sentence) -> list[Match[Statement]]:
    """Return the statements a headline of the form ``party: words`` makes, in its first part or behind two points."""
    starts = [sentence.first]
    for place in range(sentence.first, sentence.end - 1):
        if frame.words[place] in _GOES_ON and _speaker(frame, place + 1, sentence.end)[1]:
            starts.append(place + 1)
    ends = [start - 1 for start in starts[1:]] + [sentence.end]
    read = (_read(frame, speakers, first, end) for first, end in zip(starts, ends, strict=True))
    return [match for match in read if match is not None]


def _hearer(frame: Frame, place: int, colon: int) -> Phrase | None:
    """Return whom a headline's words are said to: X to Y: words."""
    if place >= colon or not frame.words[place].startswith("ل"):
        return None
    party = find_party(frame.chart, place, colon)
    return party if party is not None and is_addressee(frame, party) else None


def _speaker(frame: Frame, first: int, end: int) -> tuple[list[Phrase], int]:
    """Return who opens a headline's part and the colon behind him, 0 where none stands."""
    if first + 1 < end and frame.words[first].removeprefix("و") in LATTER:
        return [], first + 1 if frame.words[first + 1] == ":" else 0
    phrases = find_parties(frame.chart, first, end)
    place = _past_beside(frame, phrases[-1].end, end) if phrases else end
    return phrases, place if place < end and frame.words[place] in _OPENERS else 0


def _past_beside(frame: Frame, place: int, end: int) -> int:
    """Return the token behind whom a headline's words are said to, and what they are said about."""
    if place + 2 < end and frame.words[place] == "ل" and (quotation := frame.quotation_at(place + 1)) is not None:
        place = quotation.end + 1 if quotation.close is not None else place
    if place < end and frame.words[place].startswith("ل"):
        hearer = find_party(frame.chart, place, end) or unknown_hearer(frame, place, end)
        place = hearer.end if hearer is not None and is_addressee(frame, hearer) else place
    if place < end and frame.words[place] in _ABOUT:
        for colon in range(place + 2, min(end, place + MAX_BESIDE_TOKENS)):
            if frame.words[colon] == ":":
                return colon
            if colon in frame.cues:
                break
    return place


def _read(frame: Frame, speakers: Speakers, first: int, end: int) -> Match[Statement] | None:
    """Return the statement of a headline's part that opens with who speaks, None for any other."""
    tokens = frame.tokens
    phrases, colon = _speaker(frame, first, end)
    if not colon or any(phrase.kind == "place" and not is_capital(phrase) for phrase in phrases):
        return None
    if phrases and not _can_speak(phrases[0]):
        return None
    start, stop = colon + 1, end
    quotation = frame.quotation_at(start) if start < stop else None
    if quotation is not None and quotation.close is not None and quotation.close + 1 >= stop:
        start, stop = quotation.first, quotation.end
    land = bool(phrases) and phrases[0].kind in {"state", "place"} and phrases[-1].end == colon
    aims = (
        start < stop and frame.words[colon] in _GOES_ON and is_glued(frame, start, "ل")
    )  # Tehran .. to strengthen the ties
    parted_land = land and frame.words[colon] in _GOES_ON
    own = start < stop and (_own_voice(tokens[start : start + 2]) or (land and _will(frame, start)))
    own = own and not (parted_land and frame.words[start] in _NO and not frame.words[start + 1].startswith("ن"))
    people = bool(phrases) and (len(phrases) > 1 or phrases[0].kind in {"person", "office"})
    parted = people and frame.words[colon] in _GOES_ON  # which part a headline's topic from the rest, too
    if (land or parted) and quotation is None and not aims and not own:
        return None  # a headline may open with where something happened, or with whom it is about
    if start + 1 < stop and frame.words[start].startswith("ال") and frame.words[start + 1] in markers()["relative"]:
        return None  # a portrait: X, the man who
    least = MIN_SAID_WORDS if phrases else 1
    if sum(token.kind is WORD for token in tokens[start:stop]) < least:
        return None
    who = tuple(party_of(meaning) for meaning in speakers.referents.meanings(phrases)) or speakers.latter(first)
    if not who:
        return None
    speakers.tell(who)
    hearer = _hearer(frame, phrases[-1].end, colon) if phrases else None
    statement = Statement(
        id="",
        speakers=who,
        addressee=party_of(speakers.referents.meaning(hearer)) if hearer is not None else None,
        cue=tokens[colon].span,
        content=(frame.document.span(start, stop),),
        manner=Manner.DIRECT if quotation is not None else Manner.INDIRECT,
        act=Act.DESCRIBE,
        sure=frame.words[colon] == ":" and bool(phrases),
        rule=RULE,
        evidence=(frame.document.span(first, colon + 1),),
    )
    return Match("statement", colon, stop, tokens[colon].span, statement, RULE)


def _can_speak(phrase: Phrase) -> bool:
    """Return whether a headline's first party is somebody who speaks: no adjective, no nameless man or paper."""
    if phrase.kind == "nationality":
        return False
    return phrase.name is not None or phrase.definite or phrase.kind not in _UNNAMED


def _will(frame: Frame, place: int) -> bool:
    """Return whether a verb tells what a city or state, a feminine, is to do: Moscow: will assess."""
    if not frame.words[place].startswith("ست"):
        return False
    return any(part.kind is PartKind.FUTURE for part in frame.document.parts[place])


def _own_voice(first: Sequence[Token]) -> bool:
    """Return whether a headline's first words speak for the party: we did, we shall, must, it is too early."""
    folded = first[0].folded
    if folded in markers()["own-voice"] or folded.startswith("سن") or (folded.endswith("نا") and len(folded) > 3):
        return True
    if folded == "من" and len(first) > 1 and first[1].folded in _JUDGED:
        return True
    return folded.startswith("ن") and word_counts().get("ي" + folded[1:], 0) > word_counts().get(folded, 0)
