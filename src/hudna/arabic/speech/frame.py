"""What all clauses of a document share."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from hudna.arabic.names.chart import Chart
from hudna.arabic.speech.cues import SAYINGS, cue_forms, homographs, markers, saying_of
from hudna.lexicon import Trigger
from hudna.model import Document, Sentence

if TYPE_CHECKING:
    from hudna.arabic.names.parties import Party
    from hudna.arabic.speech.cue import Cue

_WORDING: Final = "حد"  # in the words of
_VIEW: Final = "راي"
_ON_WHAT: Final = "علي"  # by what they announced
WE: Final = frozenset({"فاننا", "اننا", "فانني", "انني", "ونحن", "فنحن"})
_SAID: Final = frozenset({"قول", "تعبير", "وصف", "زعم"})
_IN: Final = "في"
_COMES: Final = "come-2"
_AS: Final = "كما"  # names a source where a reporting verb follows
_CUES: Final = Trigger(saying_of)
_BY: Final = Trigger(among=lambda: markers()["by"] | {_AS, _WORDING, _ON_WHAT})


def frame_of(document: Document, chart: Chart) -> "Frame":
    """Return the frame of a document, made once for a chart of its names and dates."""
    made: Frame | None = document.shared.get("frame")
    if made is None or made.chart is not chart:
        made = document.shared["frame"] = Frame(document, chart)
    return made


class Frame:
    """What all clauses of a document share: names by place, quotations, and which tokens are quoted."""

    def __init__(self, document: Document, chart: Chart) -> None:
        self.document = document
        self.tokens = document.tokens
        self.words = chart.words
        self.chart = chart
        self.cue_places = _CUES.places(document)
        self.cues: dict[int, tuple[Cue, int]] = {}
        self.nouns: dict[int, tuple[Cue, int]] = {}
        for place in self.cue_places:
            word = self.words[place]
            verb, noun = SAYINGS[word] or (None, None)
            if verb is not None and verb[0].id == _COMES and self._word(place + 1) != _IN:
                reply = cue_forms().get(word[1:])  # spelled alike: it came, and he replied
                verb = (reply, 1) if reply is not None else None
            if verb is not None and verb[0].own and self.words[place - 1] not in WE:
                verb = None  # we consider: only where a paraphrase slips into the speaker's own voice
            if verb is not None and homographs().get(word[verb[1] :]) != "never":
                self.cues[place] = verb
            if noun is not None:
                self.nouns[place] = noun
        self.by_places = [place for place in _BY.places(document) if self._names_source(place)]
        self.subjects: dict[tuple[int, int], list[Party]] = {}  # before verbs, by verb and sentence, those asked for
        self.ends: bytearray | None = None  # by token whether what was said may end there, once it was asked for
        self.date_starts = [date.first for date in document.dates]
        self.opened = {quotation.open: quotation for quotation in document.quotations if quotation.open is not None}
        self.quotation_at = self.opened.get  # the quotation whose opening mark is a token
        self.closed = {quotation.close: quotation for quotation in document.quotations if quotation.close is not None}
        self.quoted = bytearray(len(self.tokens) + 1)
        for quotation in document.quotations:
            if quotation.close is not None and quotation.end - quotation.first > 2:
                self.quoted[quotation.first : quotation.end] = b"\1" * (quotation.end - quotation.first)

    def _word(self, place: int) -> str:
        return self.words[place] if place < len(self.words) else ""

    def _names_source(self, place: int) -> bool:
        word = self.words[place]
        if word == _AS:
            return place + 1 in self.cues
        if word == _VIEW:
            return place > 0 and self._word(place - 1).removeprefix("و") == _IN
        if word == _ON_WHAT:
            return self._word(place + 1) == "ما" and place + 2 in self.cues
        return word != _WORDING or self._word(place + 1) in _SAID


def places_in(places: Sequence[int], sentence: Sentence) -> Sequence[int]:
    """Return those of the ordered token places that lie in a sentence."""
    return places[bisect_left(places, sentence.first) : bisect_left(places, sentence.end)]
