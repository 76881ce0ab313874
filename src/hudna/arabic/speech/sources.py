"""Sources named beside a clause: "according to X", "as X reported"."""

from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from hudna.arabic.clitics.words import word_counts
from hudna.arabic.names.parties import Party as Phrase
from hudna.arabic.names.parties import find_parties, find_party
from hudna.arabic.speech.cues import find_cue, markers
from hudna.arabic.speech.frame import Frame, places_in
from hudna.arabic.speech.papers import issuer_of
from hudna.arabic.speech.speakers import Speakers, party_of
from hudna.arabic.speech.subjects import is_addressee, unknown_subject
from hudna.model import (
    PUNCTUATION,
    WORD,
    Act,
    Manner,
    Match,
    PartKind,
    Sentence,
    Span,
    Statement,
    Token,
)
from hudna.model.frozen import replace
from hudna.text.letters import COMMAS, DASHES

RULE: Final = "according to <party>"
MAX_NAME_TOKENS: Final = 5  # in marks
MIN_PLURAL_LETTERS: Final = 4  # of a plural of people without its ending
MIN_SAID_TOKENS: Final = 3
MIN_LEAD_WORDS: Final = 2  # before a source that parts a clause
MAX_LEAD_WORDS: Final = 4  # of a clause whose verb a source parts from its preposition
MAX_NEAR_STATEMENTS: Final = 40  # of a sentence, looked at around a source
MAX_ISSUER_TOKENS: Final = 7
MAX_DATELINE_TOKENS: Final = 14
_BY_ITSELF: Final = frozenset({"وفق", "وفقا", "وفقما"})
_AS: Final = frozenset({"كما"})
_AS_HE: Final = _AS | {"حسبما", "وفقما", "بحسبما"}
_CLOSES: Final = COMMAS | {".", "!", "؟", ")", "..", "..."}
_BESIDE: Final = frozenset({"في", "لها", "له", "لوكاله", "لقناه"})
_ISSUED: Final = frozenset(
    {"عن", "نشرته", "نشرتها", "اصدرته", "اصدرتها", "اعدته", "نقلته", "اوردته", "اعلنته", "اعلنتها"}
)
_SO: Final = COMMAS | {"فان", "فانه", "فانها", "فقد", "ف"}
_WITNESSES: Final = frozenset({"persons", "source", "person", "office", "bodies"})
_TELLS_OF_SOURCE: Final = ("تحدث", "طلب", "رفض", "فضل", "مطلع", "مقرب", "اشترط")  # to whom or how a source spoke
_VERBS_OWN: Final = frozenset({"الي", "علي", "عن"})
_NAMED: Final = frozenset({"body", "outlet", "person", "state"})
_OF_IT: Final = frozenset({"عنه", "عنها", "به", "بها"})
_HIS_SAYING: Final = frozenset({"قوله", "قولها", "قولهم"})  # on the authority of X his saying that
_LINKS: Final = frozenset(
    {"لكن", "ولكن", "لكنه", "لكنها", "كما", "وكما", "كان", "وكان", "كانت", "وكانت", "فيما", "بينما"}
)

_FIRST: Final = attrgetter("first")


def read_sources(
    frame: Frame, speakers: Speakers, sentence: Sentence, found: Sequence[Match[Statement]]
) -> list[Match[Statement]]:
    """Return a sentence's statements with its source phrases: a source of a report is its ``via``, any other speaks."""
    statements = sorted(found, key=_FIRST)
    for place in places_in(frame.by_places, sentence):
        token = frame.tokens[place]
        if frame.quoted[place]:
            continue
        source = _source(frame, place, sentence)
        if source is None:
            continue
        phrases, cue_end, end = source
        near = range(max(0, len(statements) - MAX_NEAR_STATEMENTS), len(statements))
        host = next((i for i in near if _hosts(statements[i], place)), None)
        if token.folded in _AS and (host is not None or any(each.first == place + 1 for each in statements)):
            continue
        parties = speakers.refers_back(phrases)
        parties = parties or tuple(party_of(meaning) for meaning in speakers.referents.meanings(phrases))
        if host is not None:
            value = statements[host].value
            own = end < sentence.end and frame.words[end] in _HIS_SAYING
            speak, via = (parties, value.speakers) if own else (value.speakers, (*value.via, *parties))
            statements[host] = statements[host].with_value(replace(value, speakers=speak, via=via))
            continue
        before = place - 1 if token.folded in {"حد", "راي"} else place
        parts = _clause_around(frame, before, phrases[-1], end, sentence, statements[-MAX_NEAR_STATEMENTS:])
        if not parts:
            continue
        cue = frame.document.span(place, cue_end)
        glued = int(token.folded[0] in {"و", "ف"} and token.folded not in _BY_ITSELF)
        cue = Span(cue.start + glued, cue.end, cue.field)
        statement = Statement(
            id="",
            speakers=parties,
            cue=cue,
            content=tuple(_said(frame, *part) for part in parts),
            manner=Manner.INDIRECT,
            act=Act.DESCRIBE,
            sure=True,
            rule=RULE,
            evidence=(frame.document.span(place, end),),
        )
        statements.append(Match("statement", place, end, cue, statement, RULE))
        speakers.tell(parties)
    statements.sort(key=_FIRST)
    return statements


def _said(frame: Frame, first: int, end: int) -> Span:
    """Return the characters of a clause without the conjunction glued to its first word."""
    span = frame.document.span(first, end)
    parts = frame.document.parts[first]
    glued = len(parts) > 1 and parts[0].kind is PartKind.CONJUNCTION and first - 1 not in frame.opened
    return span._replace(start=span.start + 1) if glued else span


def _hosts(match: Match[Statement], place: int) -> bool:
    return match.rule != RULE and match.first < place <= match.end


def _source(frame: Frame, place: int, sentence: Sentence) -> tuple[list[Phrase], int, int] | None:
    """Return the parties of a source phrase, the token after its reporting words, and the token after it."""
    tokens = frame.tokens
    start = place + 1
    if start < sentence.end and frame.words[start] in {"ما", "عن", "لما", "بما"}:
        start += 1
        if start < sentence.end and (find_cue(tokens[start]) or frame.words[start].endswith(("ته", "ه", "ت"))):
            start += 1
    elif (start < sentence.end and frame.words[place] in _AS_HE and find_cue(tokens[start])) or frame.words[
        place
    ] == "حد":
        start += 1
    cue_end = start
    if cue_end > place + 1 and start < sentence.end and frame.words[start] in _OF_IT:
        start += 1  # by what the observatory announced of it
    while start < sentence.end and frame.chart.dated[start]:
        start += 1  # as the agency reported on Tuesday
    phrases = find_parties(frame.chart, start, sentence.end)
    issued = issuer_of(frame, phrases[0], sentence.end) if phrases else None
    if issued is not None:
        return list(issued[0]), cue_end, issued[1]
    if not phrases or phrases[0].kind == "text":
        phrases = _issuer(frame, start, sentence) or phrases
    phrases = phrases or _unknown_source(frame, start, sentence)
    if not phrases and start > place + 2 and cue_end == start:
        phrases = list(unknown_subject(frame, start, sentence.end))  # by what a neighbour told the channel
    if not phrases:
        return None
    end = phrases[-1].end
    opens = place == sentence.first and end < sentence.end and frame.words[end].startswith(_TELLS_OF_SOURCE)
    if phrases[-1].kind == "text" or (phrases[-1].kind in _WITNESSES and opens):
        end = _past_description(frame, end, sentence)
    while (
        end < sentence.end
        and frame.words[end] not in COMMAS
        and (frame.words[end] in _BESIDE or frame.chart.dated[end] or _is_told(frame, end, sentence))
    ):
        end += 1 if not _is_told(frame, end, sentence) else 0
        extra = find_party(frame.chart, end, sentence.end)
        if extra is not None:
            end = extra.end
        elif end < sentence.end and tokens[end].kind is WORD and not frame.chart.dated[end]:
            end += 1
    if frame.words[place] in _AS and end < sentence.end and frame.words[end] not in _CLOSES:
        return None  # "as he said that" is a report of its own
    return phrases, cue_end, end


def _is_told(frame: Frame, place: int, sentence: Sentence) -> bool:
    """Return whether the outlet stands here to which the source spoke: sources said to the agency."""
    party = find_party(frame.chart, place, sentence.end)
    return party is not None and frame.words[place].startswith("ل") and is_addressee(frame, party)


def _unknown_source(frame: Frame, place: int, sentence: Sentence) -> list[Phrase]:
    """Return a source no table knows: the name of an outlet in marks, or a plural of people such as "the democrats"."""
    if place + 1 >= sentence.end:
        return []
    mark = place + 1 if frame.words[place] == "ل" else place
    quotation = frame.quotation_at(mark)
    if quotation is not None and quotation.close is not None and quotation.end - quotation.first <= MAX_NAME_TOKENS:
        span = frame.document.span(quotation.first, quotation.end)
        return [Phrase(place, quotation.close + 1, span, "", "words", None, (), (), True)]
    folded = frame.words[place]
    if not folded.endswith(("ين", "ون")):
        return []
    bare = folded.removeprefix("ل").removeprefix("ال").removeprefix("ل")[:-2]
    if bare not in word_counts() or len(bare) < MIN_PLURAL_LETTERS:
        return []
    span = frame.tokens[place].span
    span = span._replace(start=span.start + 1) if folded.startswith("لل") else span
    return [Phrase(place, place + 1, span, folded, "words", None, (), (), True)]


def _past_description(frame: Frame, end: int, sentence: Sentence) -> int:
    """Return the comma behind what is told of a paper, such as who saw it, or ``end`` where none is near."""
    for place in range(end, min(end + MAX_DATELINE_TOKENS, sentence.end)):
        if frame.words[place] in COMMAS:
            return place
        if frame.tokens[place].kind is not WORD:
            break
    return end


def _issuer(frame: Frame, start: int, sentence: Sentence) -> list[Phrase]:
    """Return who issued the paper or count that is named as the source."""
    beside = find_parties(frame.chart, start + 1, sentence.end) if start + 1 < sentence.end else []
    if beside and is_addressee(frame, beside[0]):
        return beside  # a count of the observatory's
    for place in range(start, min(start + MAX_ISSUER_TOKENS, sentence.end - 1)):
        if frame.words[place] in _ISSUED:
            return find_parties(frame.chart, place + 1, sentence.end)
    return []


def _clause_around(
    frame: Frame, place: int, source: Phrase, end: int, sentence: Sentence, statements: Sequence[Match[Statement]]
) -> list[tuple[int, int]]:
    """Return the clause a source stands for: what follows it at the sentence's start, else what stands before it."""
    tokens = frame.tokens
    after = end
    while after < sentence.end and frame.words[after] in _SO:
        after += 1
    begin = max([_past_dateline(frame, sentence), *(match.end for match in statements if match.end <= place)])
    lead = [token for token in tokens[begin:place] if token.kind is WORD]
    later = min([sentence.end, *(match.first for match in statements if match.first >= after)])
    while after < later and ((frame.chart.dated[after] and frame.words[end] in COMMAS) or frame.words[after] in _SO):
        after += 1
    if lead and after == end and _governs_on(frame, source, end, later) and len(lead) <= MAX_LEAD_WORDS:
        return _parts(tokens, [(begin, place), (end, later)], 1)
    if len(lead) < MIN_SAID_TOKENS and after == end and not _begins(frame, source, end, sentence):
        return []  # nothing parts the source from what follows it: its own description
    goes_on = after < later and frame.words[end] in COMMAS | DASHES and later - after > MIN_SAID_TOKENS
    if len(lead) < (MIN_LEAD_WORDS if goes_on and frame.words[place - 1] in COMMAS else MIN_SAID_TOKENS):
        return _parts(tokens, [(after, later)], MIN_SAID_TOKENS)
    return _parts(tokens, [(begin, place), (after, later)] if goes_on else [(begin, place)], MIN_LEAD_WORDS)


def _governs_on(frame: Frame, source: Phrase, end: int, later: int) -> bool:
    """Return whether the preposition of the verb before a source stands right behind it: led, by X, to damage."""
    if end + 1 >= later or source.end != end or source.kind == "text":
        return False
    glued = frame.document.parts[end][:1]
    return frame.words[end] in _VERBS_OWN or (bool(glued) and glued[0].folded == "ب" and len(frame.words[end]) > 2)


def _begins(frame: Frame, source: Phrase, end: int, sentence: Sentence) -> bool:
    """Return whether words that can't describe a source stand right behind it: marks, or a word without the article."""
    if end >= sentence.end or source.end != end:
        return False
    quotation = frame.quotation_at(end)
    if quotation is not None and quotation.close is not None:
        return quotation.end - quotation.first > MAX_NAME_TOKENS
    token, words = frame.tokens[end], markers()
    if source.kind not in _NAMED or not source.definite or token.kind is not WORD:
        return False
    glued = frame.document.parts[end][:1]
    plain = not glued or glued[0].kind not in {PartKind.PREPOSITION, PartKind.CONJUNCTION}
    bare = not token.folded.startswith(("ال", "لل")) and frame.chart.name_at(end) is None
    return plain and bare and token.folded not in words["adjunct"] | words["preposition"] | words["relative"] | _BESIDE


def _past_dateline(frame: Frame, sentence: Sentence) -> int:
    """Return the token after a line's opening place and agency: "Dubai (CNN) --"."""
    tokens = frame.tokens
    for place in range(sentence.first + 1, min(sentence.first + MAX_DATELINE_TOKENS, sentence.end - 1)):
        if frame.words[place] == ")" and set(frame.words[place + 1]) <= {"-", "–", "—", ":"}:
            end = place + 1
            while end < sentence.end and tokens[end].kind is PUNCTUATION:
                end += 1
            return end
    return sentence.first


def _parts(tokens: Sequence[Token], parts: Sequence[tuple[int, int]], least: int) -> list[tuple[int, int]]:
    """Return the parts of a clause without marks and linking words at their ends; those too short are left out."""
    kept = []
    for first, end in parts:
        start, stop = first, end
        while stop > start and tokens[stop - 1].kind is PUNCTUATION:
            stop -= 1
        while start < stop and (tokens[start].kind is PUNCTUATION or tokens[start].folded in _LINKS):
            start += 1
        if stop - start >= least:
            kept.append((start, stop))
    return kept
