"""What an agency passes on: "the agency passed on from X his saying that"."""

from typing import Final

from hudna.arabic.names.parties import Party, find_parties
from hudna.arabic.speech.clause import Clause
from hudna.arabic.speech.cue import Cue
from hudna.arabic.speech.cues import act_words, markers
from hudna.arabic.speech.frame import Frame
from hudna.arabic.speech.papers import issuer_of
from hudna.arabic.speech.subjects import unknown_subject
from hudna.model import PartKind
from hudna.model.frozen import replace

MAX_PASSED_TOKENS: Final = 60  # from whom it is passed on to what he said
MIN_QUOTED: Final = 5  # tokens in marks that are no name
_HIS: Final = ("ه", "ها", "هم")
MAX_SAYING_TOKENS: Final = 6  # between "his saying" and the opening mark


def passed_on(frame: Frame, clause: Clause, limit: int) -> Clause | None:
    """Return the clause of "an agency passed on from X his saying that": X speaks, the agency is the way."""
    tongue = frame.words[clause.content] == "لسان"  # on the tongue of X
    speakers = tuple(find_parties(frame.chart, clause.content + tongue, limit))
    issuer = issuer_of(frame, speakers[0], limit) if len(speakers) == 1 else None
    speakers = (issuer[0] if issuer else speakers) or unknown_subject(frame, clause.content + tongue, limit)
    if not speakers or (clause.opener != "عن" and not tongue):
        return None
    stand = speakers[-1].end
    if stand + 1 < limit and frame.words[stand].endswith(_HIS) and frame.words[stand] in markers()["renewed"]:
        start, cut, opener = _past_preposition(frame, stand + 1)
        between = (clause.place + 1, stand)
        cue = replace(clause.cue, act=act_words().get(frame.words[stand], clause.cue.act))
        passed = replace(clause, cue=cue, subject=speakers, between=between, content=start, cut=cut)
        return replace(passed, opener=opener, via=clause.subject)
    for place in range(speakers[-1].end, min(limit, speakers[-1].end + MAX_PASSED_TOKENS)):
        folded = frame.words[place]
        quotation = frame.quotation_at(place)
        said = quotation is not None and quotation.end - quotation.first >= MIN_QUOTED
        if said or folded in markers()["saying"] or folded in markers()["complementizer"] or folded == ":":
            start = place if said else _past_addressee(frame, place + 1, limit)
            if start >= limit:
                return None  # the sentence ends at "his saying"
            opener = "colon" if frame.words[start - 1] == ":" or frame.quotation_at(start) else "ان"
            between = (clause.place + 1, place)
            return replace(
                clause, subject=speakers, between=between, content=start, opener=opener, via=clause.subject, cut=0
            )
    return None


def _past_preposition(frame: Frame, place: int) -> tuple[int, int, str]:
    """Return where what somebody stands for starts behind "his refusal of", what is cut from it, and what opened it."""
    if frame.words[place] in markers()["preposition"] and place + 1 < len(frame.words):
        return place + 1, 0, "object"
    glued = frame.document.parts[place][:1]
    cut = len(glued[0].folded) if glued and glued[0].kind is PartKind.PREPOSITION else 0
    return place, cut, "object"


def passed_on_from_him(frame: Frame, cue: Cue, place: int, limit: int, via: tuple[Party, ...]) -> Clause | None:
    """Return the clause of "and it passed on from him that": the speaker of the report before speaks again.

    So he does where it passed on "his saying that".
    """
    position = via[-1].end if via else place + 1
    if position + 1 >= limit:
        return None
    folded = frame.words[position]
    his = folded in markers()["saying"] and folded.endswith(_HIS)
    if not his and folded not in markers()["from-him"]:
        return None
    cue = replace(cue, feminine=folded.endswith("ها"), plural=folded.endswith("هم"))
    for opener in range(position + (not his), min(limit, position + MAX_SAYING_TOKENS)):
        folded = frame.words[opener]
        if folded in markers()["saying"] or folded in markers()["complementizer"] or folded == ":":
            start = _past_addressee(frame, opener + 1, limit)
            if start >= limit:
                return None  # the sentence ends at "his saying"
            return Clause(cue, place, (), (place + 1, opener), start, 0, "ان", None, None, None, via)
    return None


def _past_addressee(frame: Frame, start: int, limit: int) -> int:
    """Return where the content starts behind "his saying": past whom he spoke to, days, and that-words."""
    opens = {":"} | markers()["complementizer"]
    for mark in range(start, min(limit, start + MAX_SAYING_TOKENS)):
        if frame.words[mark] in opens:
            start = mark + 1
            break
        if frame.quotation_at(mark) is not None:
            return mark
    while start < limit and frame.words[start] in opens:
        start += 1
    return start
