"""Clues from resolutions of the Security Council, whose days are known by their numbers."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, Final

from hudna.arabic.speech.cues import find_cue
from hudna.arabic.undated.days import published_from, times_in
from hudna.arabic.undated.words import THAT, class_of
from hudna.calendar import Point
from hudna.model import NUMBER, Background, Because, Clue, Document, Match, Sentence

MAX_NUMBER_TOKENS: Final = 4  # from the word for a resolution to its number
MAX_DAY_TOKENS: Final = 8  # from the verb of adoption to its day
_DIGITS: Final = 4


def find_resolution_clues(document: Document, times: Sequence[Match[Any]], background: Background) -> Iterator[Clue]:
    """Yield what resolutions say of an article's day: it is not before them, and one may have been adopted yesterday."""
    tokens = document.tokens
    numbers = [token for token in tokens if token.kind is NUMBER and len(token.folded) == _DIGITS]
    if not numbers or not any(class_of(token.folded) == "council" for token in tokens):
        return
    starts = [sentence.first for sentence in document.sentences]
    for token in numbers:
        adopted = background.adopted(int(token.folded)) if token.folded.isdecimal() else None
        before = tokens[max(0, token.i - MAX_NUMBER_TOKENS) : token.i]
        if adopted is None or not any(class_of(each.folded) == "resolution" for each in before):
            continue
        args = (("adopted", adopted.isoformat()), ("resolution", token.folded))
        yield Clue(token.span, adopted, None, None, Because("resolution_adopted", args))
        sentence = document.sentences[bisect_right(starts, token.i) - 1]
        for match in _days_of_adoption(document, sentence, times):
            days = published_from(match.value, (adopted, adopted))
            if days is not None:
                words = ("day_words", document.article.words(match.span))
                yield Clue(match.span, *days, None, Because("day_of_resolution", tuple(sorted((*args, words)))))


def _days_of_adoption(document: Document, sentence: Sentence, times: Sequence[Match[Any]]) -> Iterator[Match[Point]]:
    """Yield the days in a sentence that stand behind a verb of adoption, with no saying and no "that" between."""
    for match in times_in(times, sentence.first, sentence.end):
        if not isinstance(match.value, Point):
            continue
        for place in range(match.first - 1, max(sentence.first, match.first - MAX_DAY_TOKENS) - 1, -1):
            token = document.tokens[place]
            if class_of(token.folded) == "adopts":
                yield match
                break
            if token.folded in THAT or find_cue(token):
                break
