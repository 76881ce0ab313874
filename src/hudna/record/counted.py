"""Numbers told in one article: the tolls of its incidents, and whatever else is counted before a noun."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from hudna.arabic.wording import (
    ContentWord,
    content_words,
    counts_people,
    fate_of,
    over_at,
    refers_back,
    small_number,
    sort_of_people,
    tells_age,
    tells_share,
)
from hudna.model import Article, Count, Evidence, Field, Member, Reading, Span, TimeType
from hudna.record.coverage import Body
from hudna.record.names import plain_form

TOLL: Final = "toll"
NUMBER: Final = "number"
PEOPLE: Final = "people"
AGE: Final = "age"
LEAD_CHARACTERS: Final = 350
_DIGITS: Final = re.compile(r"(?<![\d.,:/])\d+(?![\d:/]|[.,]\d)")
_BEHIND: Final = 12  # characters between a number and what it counts
_BEFORE: Final = 24  # characters before a number that may say that it is more
_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2100
_WITHOUT_END: Final = 10**9
_WORDS_BEFORE: Final = 5  # of content, that say what befell those who are counted
_WORDS_BEHIND: Final = 2


class Told(NamedTuple):
    """A number in one article: what it counts, its bounds, its words, and the words of the sentence around it.

    ``place`` is that of the incident whose toll it is; ``fate`` says of other numbers of people whether those are dead or
    hurt; ``who`` is what sort of people are counted, empty where it may be any.
    """

    key: str
    article: str
    field: str
    what: str
    least: int
    most: int
    evidence: Evidence
    around: Mapping[str, float]
    leads: bool
    place: str = ""
    fate: str = ""
    who: str = ""

    @property
    def bounds(self) -> tuple[int, int]:
        """The least and the most it may be."""
        return self.least, self.most


def bounds_of(count: Count) -> tuple[int, int]:
    """Return the least and the most that a count may be."""
    return count.min or 0, _WITHOUT_END if count.max is None else count.max


def toll_of(key: str, member: Member, count: Count, body: Body) -> Told:
    """Return the number of a toll of an incident."""
    span = count.evidence.span
    what = f"{count.outcome}{'+' if count.aggregate else ''}"
    place = plain_form(member.place or "")
    who = next((sort_of_people(word.key) for word in content_words(count.victims) if not word.is_number), "")
    around, leads = _place(span, body)
    return Told(key, member.article, TOLL, what, *bounds_of(count), count.evidence, around, leads, place, who=who)


def _place(span: Span, body: Body) -> tuple[dict[str, float], bool]:
    """Return the words around a number without its own and other numbers, and whether it stands in the lead."""
    if span.field is Field.TITLE:
        return _plain(body.title), True
    _, __, words = body.around(span.start)
    return _plain(words), span.start < LEAD_CHARACTERS


def _plain(words: Mapping[str, ContentWord]) -> dict[str, float]:
    return {key: word.weight for key, word in words.items() if not word.is_number}


def quantities_of(reading: Reading, body: Body, taken: set[tuple[str, Span]]) -> Iterator[Told]:
    """Yield the numbers that are no dates and not ``taken``, with the noun behind each: in digits, of people in words too."""
    article = reading.article
    dated = (date for date in reading.dates if date.type is not TimeType.DURATION)  # how long it took is a number
    dates = [date.span for date in dated if date.span.field is Field.TEXT]
    for start, end, words in body.sentences:
        ordered = sorted((word for word in words.values()), key=lambda word: word.start)
        for first, last, value in _numbers(article, start, end, ordered):
            inside = any(date.start <= first < date.end for date in dates)
            if inside or _FIRST_YEAR <= value <= _LAST_YEAR:
                continue
            noun = next((w for w in ordered if 0 < start + w.start - last < _BEHIND and not w.is_number), None)
            span = Span(first, last if noun is None else start + noun.end)
            is_taken = any(article.digest == digest and span.overlaps(other) for digest, other in taken)
            if noun is None or is_taken or tells_share(article.text[last : start + noun.start]):
                continue
            if counts_people(noun.key) and refers_back(article.text[max(start, first - _BEHIND) : first]):
                continue
            if small_number(article.text[first:last]) and not counts_people(noun.key):
                continue
            yield _quantity(article, value, span, noun, ordered)


def _quantity(article: Article, value: int, span: Span, noun: ContentWord, ordered: Sequence[ContentWord]) -> Told:
    is_people = counts_people(noun.key)
    key = f"{article.digest}/n{span.start:07}"
    before = article.text[max(0, span.start - _BEFORE) : span.start]
    over = over_at(before)
    if over is not None:
        span = Span(span.start - len(before) + over, span.end)
    evidence = Evidence(article.digest, span, article.words(span))
    return Told(
        key,
        article.digest,
        NUMBER,
        PEOPLE if is_people else AGE if _is_age(noun, ordered) else noun.key,
        value,
        value if over is None else _WITHOUT_END,
        evidence,
        _plain({word.key: word for word in ordered}),
        span.start < LEAD_CHARACTERS,
        fate=_fate(noun, ordered) if is_people else "",
        who=sort_of_people(noun.key) if is_people else "",
    )


def _numbers(article: Article, start: int, end: int, ordered: Sequence[ContentWord]) -> Iterator[tuple[int, int, int]]:
    """Yield where the numbers of a sentence stand, and what they are."""
    for match in _DIGITS.finditer(article.text, start, end):
        yield *match.span(), int(match[0])
    for word in ordered:
        value = small_number(article.text[start + word.start : start + word.end])
        if value is not None:
            yield start + word.start, start + word.end, value


def _is_age(noun: ContentWord, ordered: Sequence[ContentWord]) -> bool:
    """Return whether years are somebody's: the words beside them say so."""
    at = ordered.index(noun)
    return any(tells_age(word.key) for word in ordered[max(0, at - _WORDS_BEHIND) : at + _WORDS_BEHIND])


def _fate(noun: ContentWord, ordered: Sequence[ContentWord]) -> str:
    """Return what befell those whom a noun counts: what it says itself, else the nearest word around it."""
    words = [word for word in ordered if not word.is_number]
    at = words.index(noun)
    before = reversed(words[max(0, at - _WORDS_BEFORE) : at])
    behind = words[at + 1 : at + 1 + _WORDS_BEHIND]
    return next((fate for word in (noun, *before, *behind) if (fate := fate_of(word.key))), "")
