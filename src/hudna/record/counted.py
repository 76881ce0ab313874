"""Numbers told in one article: the tolls of its incidents, and whatever else is counted before a noun."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from hudna.arabic.wording import (
    ContentWord,
    WrittenAmount,
    amounts_in,
    content_words,
    counts_people,
    fate_of,
    over_at,
    percent_end,
    refers_back,
    sort_of_people,
    tells_age,
    tells_share,
)
from hudna.model import Article, Count, Evidence, Field, Member, Reading, Span, TimeType
from hudna.record.coverage import Body
from hudna.record.names import plain_form

TOLL: Final = "toll"
SINCE: Final = "+"  # behind an outcome: a total over time or area
NUMBER: Final = "number"
PEOPLE: Final = "people"
AGE: Final = "age"
SHARE: Final = "percent"
LEAD_CHARACTERS: Final = 350
_BEHIND: Final = 12  # characters between a number and what it counts
_BEFORE: Final = 24  # characters before a number that may say that it is more
_FEW: Final = 10  # in words, of anything but people, no number that another outlet would give otherwise
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
    what = f"{count.outcome}{SINCE if count.aggregate else ''}"
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


def numbers_in(reading: Reading) -> frozenset[int]:
    """Return the numbers that an article writes, in digits or in words, headline and text, but for those of its dates."""
    article = reading.article
    dates = [date.span for date in reading.dates if date.type is not TimeType.DURATION]
    return frozenset(
        written.least
        for field in (Field.TITLE, Field.TEXT)
        for written in amounts_in(article.field(field), least=1)
        if not any(date.overlaps(Span(written.start, written.end, field)) for date in dates)
    )


def quantities_of(reading: Reading, body: Body, taken: set[tuple[str, Span]]) -> Iterator[Told]:
    """Yield the numbers that are no dates and not ``taken``, with the noun behind each; the least ones of people alone."""
    article = reading.article
    dated = (date for date in reading.dates if date.type is not TimeType.DURATION)  # how long it took is a number
    dates = [date.span for date in dated if date.span.field is Field.TEXT]
    for start, end, words in body.sentences:
        ordered = sorted((word for word in words.values()), key=lambda word: word.start)
        for written in amounts_in(article.text[start:end]):
            first, last = start + written.start, start + written.end
            inside = any(date.start < last and first < date.end for date in dates)
            if inside or _FIRST_YEAR <= written.least <= _LAST_YEAR:
                continue
            share = percent_end(article.text[last : last + _BEHIND])
            noun = next((w for w in ordered if 0 < start + w.start - last - share < _BEHIND and not w.is_number), None)
            span = Span(first, last + share if share or noun is None else start + noun.end)
            is_taken = any(article.digest == digest and span.overlaps(other) for digest, other in taken)
            if is_taken:
                continue
            if share:
                yield _quantity(article, written, Span(first, last + share), None, ordered)
                continue
            if noun is None or tells_share(article.text[last : start + noun.start]):
                continue
            if counts_people(noun.key) and refers_back(article.text[max(start, first - _BEHIND) : first]):
                continue
            if written.in_words and written.least <= _FEW and not counts_people(noun.key):
                continue
            yield _quantity(article, written, span, noun, ordered)


def _quantity(
    article: Article, written: WrittenAmount, span: Span, noun: ContentWord | None, ordered: Sequence[ContentWord]
) -> Told:
    """Return a number by the noun that it counts, or as so many in a hundred."""
    is_people = noun is not None and counts_people(noun.key)
    key = f"{article.digest}/n{span.start:07}"
    before = article.text[max(0, span.start - _BEFORE) : span.start]
    over = over_at(before)
    if over is not None:
        span = Span(span.start - len(before) + over, span.end)
    what = SHARE if noun is None else PEOPLE if is_people else AGE if _is_age(noun, ordered) else noun.key
    evidence = Evidence(article.digest, span, article.words(span))
    return Told(
        key,
        article.digest,
        NUMBER,
        what,
        written.least,
        _WITHOUT_END if over is not None or written.most is None else written.most,
        evidence,
        _plain({word.key: word for word in ordered}),
        span.start < LEAD_CHARACTERS,
        fate=_fate(noun, ordered) if noun and is_people else "",
        who=sort_of_people(noun.key) if noun and is_people else "",
    )


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
