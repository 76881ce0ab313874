"""What all clauses of a document share."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import compress
from typing import Final

from hudna.arabic.names.chart import Chart
from hudna.arabic.speech.cues import SAYINGS, Cue, cue_forms, homographs, markers
from hudna.model import Document, Quotation, Sentence

_WORDING: Final = "حد"  # in the words of
_SAID: Final = (["قول"], ["تعبير"], ["وصف"], ["زعم"])
WE: Final = frozenset({"فاننا", "اننا", "فانني", "انني", "ونحن", "فنحن"})
_COMES: Final = "come-2"
_AS: Final = "كما"  # names a source where a reporting verb follows


class Frame:
    """What all clauses of a document share: names by place, quotations, and which tokens are quoted."""

    def __init__(self, document: Document, chart: Chart) -> None:
        self.document = document
        self.tokens = document.tokens
        self.chart = chart
        words = [token.folded for token in self.tokens]
        sayings = list(map(SAYINGS.__getitem__, words))
        self.cue_places = list(compress(range(len(sayings)), sayings))
        self.cues: dict[int, tuple[Cue, int]] = {}
        self.nouns: dict[int, tuple[Cue, int]] = {}
        for place in self.cue_places:
            verb, noun = sayings[place] or (None, None)
            if verb is not None and verb[0].id == _COMES and words[place + 1 : place + 2] != ["في"]:
                reply = cue_forms().get(words[place][1:])  # spelled alike: it came, and he replied
                verb = (reply, 1) if reply is not None else None
            if verb is not None and verb[0].own and words[place - 1] not in WE:
                verb = None  # we consider: only where a paraphrase slips into the speaker's own voice
            if verb is not None and homographs().get(words[place][verb[1] :]) != "never":
                self.cues[place] = verb
            if noun is not None:
                self.nouns[place] = noun
        by = markers()["by"] | {_AS, _WORDING}
        self.by_places = [
            place
            for place, word in enumerate(words)
            if word in by
            and (word != _AS or place + 1 in self.cues)
            and (word != _WORDING or words[place + 1 : place + 2] in _SAID)
        ]
        self.date_starts = [date.first for date in document.dates]
        self.opened = {quotation.open: quotation for quotation in document.quotations if quotation.open is not None}
        self.closed = {quotation.close: quotation for quotation in document.quotations if quotation.close is not None}
        self.quoted = bytearray(len(self.tokens) + 1)
        for quotation in document.quotations:
            if quotation.close is not None and quotation.end - quotation.first > 2:
                self.quoted[quotation.first : quotation.end] = b"\1" * (quotation.end - quotation.first)

    def quotation_at(self, place: int) -> Quotation | None:
        """Return the quotation whose opening mark is this token."""
        return self.opened.get(place)


def places_in(places: Sequence[int], sentence: Sentence) -> Sequence[int]:
    """Return those of the ordered token places that lie in a sentence."""
    return places[bisect_left(places, sentence.first) : bisect_left(places, sentence.end)]
