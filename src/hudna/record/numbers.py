"""Numbers of one thing in several articles: tolls, and whatever else is counted before the same noun."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from hudna.arabic.wording import ContentWord, counts_people
from hudna.model import Count, Difference, DifferenceType, Evidence, Field, Member, Reading, Span, Value
from hudna.record.coverage import Body
from hudna.record.groups import Pair, group
from hudna.record.names import plain_form

TOLL: Final = "toll"
NUMBER: Final = "number"
PEOPLE: Final = "people"
_LIKE: Final = 0.25  # of the weights of both sentences, in words they share
_LEAST_LIKE: Final = 0.12  # whatever else speaks for it
_LEAD: Final = 0.2  # both stand in headline or lead, where the same happening is told
LEAD_CHARACTERS: Final = 350
_DIGITS: Final = re.compile(r"(?<![\d.,:/])\d+(?![\d:/]|[.,]\d)")
_SENTENCE_TOLD: Final = 0.45  # of the weight of a sentence's words in another article: it tells the same
_BEHIND: Final = 12  # characters between a number and what it counts
_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2100
_WITHOUT_END: Final = 10**9


class Told(NamedTuple):
    """A number in one article: what it counts, its bounds, its words, and the words of the sentence around it."""

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

    @property
    def bounds(self) -> tuple[int, int]:
        """The least and the most it may be."""
        return self.least, self.most


def count_differences(members: Sequence[Member]) -> Iterator[Difference]:
    """Yield how the members of one event differ in tolls: those of which no number is the same in two articles."""
    by_kind: dict[str, dict[str, list[tuple[Count, Member]]]] = defaultdict(lambda: defaultdict(list))
    for member in members:
        for count in member.counts:
            by_kind[f"{count.outcome}"][member.article].append((count, member))
    for kind, articles in sorted(by_kind.items()):
        if len(articles) > 1:
            least = [{_bounds(count)[0] for count, _ in told} for told in articles.values()]
            if not set.intersection(*least):  # eleven, and eleven at least, are the same number
                firsts = [told[0] for told in articles.values()]
                found = _type([_bounds(count) for count, _ in firsts])
                values = [Value(each.evidence.text, (member.key,), (each.evidence,)) for each, member in firsts]
                yield Difference(f"{TOLL}:{kind}", found, tuple(sorted(values, key=lambda each: each.value)))


def number_differences(
    readings: Iterable[Reading], bodies: Mapping[str, Body], members: Iterable[Member]
) -> Iterator[Difference]:
    """Yield how articles on one happening differ in numbers of the same thing, told in like sentences."""
    told: dict[str, Told] = {}
    for member in members:
        for number, count in enumerate(member.counts):
            if plain_form(count.evidence.text) == plain_form(count.victims):
                continue  # somebody without a number
            each = _toll(f"{member.key}/{number}", member, count, bodies[member.article])
            told[each.key] = each
    taken = {(each.evidence.article, each.evidence.span) for each in told.values()}
    for reading in readings:
        told |= {each.key: each for each in _quantities(reading, bodies[reading.article.digest], taken)}
    pairs = [
        pair
        for left, right in combinations(sorted(told), 2)
        if (pair := _pair(told[left], told[right])) and not _has_both(told[left], told[right], bodies)
    ]
    owner = {key: each.article for key, each in told.items()}
    alone: dict[str, list[Told]] = defaultdict(list)
    for keys in group(told, pairs, apart={}, owner=owner):
        found = sorted((told[key] for key in keys), key=lambda each: (each.article, each.evidence.span))
        if len(found) > 1:
            yield from _differing(found)
        elif _is_own(found[0], bodies):
            alone[found[0].what].append(found[0])
    for _, several in sorted(alone.items()):
        found = list({(each.article, each.bounds): each for each in reversed(several)}.values())[::-1]
        if len(found) > 1 and len({each.article for each in found}) == len(found) == len(bodies):
            yield from _differing(found)  # each article has one toll, and none has another's
        else:
            for each in found:
                yield _left_out(each, bodies)


def _differing(told: Sequence[Told]) -> Iterator[Difference]:
    bounds = [each.bounds for each in told]
    if len({least for least, _ in bounds}) > 1:
        yield Difference(f"{told[0].field}:{told[0].what}", _type(bounds), tuple(_values(told)))


def _has_both(one: Told, other: Told, bodies: Mapping[str, Body]) -> bool:
    """Return whether an article that gives another number has the one as well: of something else, then."""
    if one.bounds == other.bounds or one.field == TOLL or one.what == PEOPLE:
        return False  # of people the same number is counted alive and dead
    return str(one.least) in bodies[other.article].keys or str(other.least) in bodies[one.article].keys


def _is_own(told: Told, bodies: Mapping[str, Body]) -> bool:
    """Return whether a toll is written in digits and some other article does not have it."""
    is_number = told.field == TOLL and told.least > 0 and str(told.least) in told.evidence.text
    return is_number and bool(_silent(told, bodies))


def _silent(told: Told, bodies: Mapping[str, Body]) -> tuple[str, ...]:
    """Return the articles that have a number neither in digits nor in the words of its sentence."""
    return tuple(
        digest
        for digest, body in sorted(bodies.items())
        if digest != told.article and str(told.least) not in body.keys and body.share(told.around) < _SENTENCE_TOLD
    )


def _left_out(told: Told, bodies: Mapping[str, Body]) -> Difference:
    value = Value(told.evidence.text, (told.key.rpartition("/")[0],), (told.evidence,))
    return Difference(f"{TOLL}:{told.what}", DifferenceType.OMISSION, (value,), _silent(told, bodies))


def _values(told: Iterable[Told]) -> Iterator[Value]:
    by_bounds: dict[tuple[int, int], list[Told]] = defaultdict(list)
    for each in told:
        by_bounds[each.bounds].append(each)
    for _, same in sorted(by_bounds.items()):
        members = {each.key.rpartition("/")[0] for each in same if each.field == TOLL}
        yield Value(same[0].evidence.text, tuple(sorted(members)), tuple(each.evidence for each in same))


def _type(bounds: Sequence[tuple[int, int]]) -> DifferenceType:
    first, last = max(least for least, _ in bounds), min(most for _, most in bounds)
    return DifferenceType.MORE_PRECISE if first <= last else DifferenceType.CONFLICT


def _bounds(count: Count) -> tuple[int, int]:
    return count.min or 0, _WITHOUT_END if count.max is None else count.max


def _toll(key: str, member: Member, count: Count, body: Body) -> Told:
    span = count.evidence.span
    what = f"{count.outcome}{'+' if count.aggregate else ''}"
    place = plain_form(member.place or "")
    return Told(key, member.article, TOLL, what, *_bounds(count), count.evidence, *_place(span, body), place)


def _place(span: Span, body: Body) -> tuple[dict[str, float], bool]:
    """Return the words around a number without its own and other numbers, and whether it stands in the lead."""
    if span.field is Field.TITLE:
        return _plain(body.title), True
    _, __, words = body.around(span.start)
    return _plain(words), span.start < LEAD_CHARACTERS


def _plain(words: Mapping[str, ContentWord]) -> dict[str, float]:
    return {key: word.weight for key, word in words.items() if not word.is_number}


def _quantities(reading: Reading, body: Body, taken: set[tuple[str, Span]]) -> Iterator[Told]:
    """Yield the numbers in digits that are no dates, with the noun behind each."""
    article = reading.article
    dates = [date.span for date in reading.dates if date.span.field is Field.TEXT]
    for start, end, words in body.sentences:
        ordered = sorted((word for word in words.values()), key=lambda word: word.start)
        for match in _DIGITS.finditer(article.text, start, end):
            value = int(match[0])
            inside = any(date.start <= match.start() < date.end for date in dates)
            if inside or _FIRST_YEAR <= value <= _LAST_YEAR:
                continue
            noun = next((w for w in ordered if 0 < start + w.start - match.end() < _BEHIND and not w.is_number), None)
            span = Span(match.start(), match.end() if noun is None else start + noun.end)
            if noun is None or any(article.digest == digest and span.overlaps(other) for digest, other in taken):
                continue
            evidence = Evidence(article.digest, span, article.words(span))
            what = PEOPLE if counts_people(noun.key) else noun.key
            key = f"{article.digest}/n{match.start():07}"
            around = _plain(words)
            leads = span.start < LEAD_CHARACTERS
            yield Told(key, article.digest, NUMBER, what, value, value, evidence, around, leads)


def _pair(one: Told, other: Told) -> Pair | None:
    if one.article == other.article or (one.field, one.what) != (other.field, other.what):
        return None
    shared = one.around.keys() & other.around.keys()
    mass = sum(one.around.values()) + sum(other.around.values())
    score = sum(one.around[key] + other.around[key] for key in sorted(shared)) / mass if mass else 0.0
    if score < _LEAST_LIKE or (one.place and other.place and one.place != other.place):
        return None
    if one.leads and other.leads and one.field == TOLL:
        score += _LEAD
    if one.bounds == other.bounds:
        score += 1.0  # the same number first
    return Pair(round(score, 3), one.key, other.key) if score >= _LIKE else None
