"""Numbers of one thing in several articles: tolls, and whatever else is counted before the same noun."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from hudna.arabic.wording import tells_amount
from hudna.model import Count, Difference, DifferenceType, Field, Member, Reading, Span, Value
from hudna.record.background import Background
from hudna.record.counted import NUMBER, PEOPLE, SHARE, SINCE, TOLL, Told, bounds_of, numbers_in, quantities_of, toll_of
from hudna.record.coverage import Body, Topic
from hudna.record.groups import Pair, group
from hudna.record.leading import leading_incidents
from hudna.record.names import is_known_place, is_place_in_state, place_form, plain_form

_LIKE: Final = 0.23  # of the weights of both sentences, in words they share
_LEAST_LIKE: Final = 0.12  # whatever else speaks for it
_LEAD: Final = 0.2  # both stand in headline or lead, where the same happening is told
_ONLY: Final = 0.12  # each counts it but once
_DUAL: Final = 2  # told by the noun's own ending
_FAR_APART: Final = 10  # times the other
_FAR_APART_COUNTED: Final = 5  # the same of people counted outside an incident, who are counted for more reasons
_MANY: Final = 10  # people: so many are rarely killed or wounded twice in nearly the same number
_NEARLY: Final = 1.25  # times the other
_FATES: Final = {"killed": "dead", "wounded": "hurt"}  # of a toll, as they are told elsewhere
_SENTENCE_TOLD: Final = 0.45  # of the weight of a sentence's words in another article: it tells the same

_Written = Mapping[str, frozenset[int]]  # the numbers that each article has, whatever they count
_Number = tuple[str, str, str, int]  # an article, what is counted, the fate of people, and how many


def count_differences(members: Sequence[Member]) -> Iterator[Difference]:
    """Yield how the members of one event differ in tolls: those of which no number is the same in two articles."""
    by_kind: dict[str, dict[str, list[tuple[Count, Member]]]] = defaultdict(lambda: defaultdict(list))
    for member in members:
        for count in member.counts:
            by_kind[f"{count.outcome}"][member.article].append((count, member))
    for kind, articles in sorted(by_kind.items()):
        if len(articles) > 1:
            least = [{bounds_of(count)[0] for count, _ in told} for told in articles.values()]
            if not set.intersection(*least):  # eleven, and eleven at least, are the same number
                firsts = [told[0] for told in articles.values()]
                found = _type([bounds_of(count) for count, _ in firsts])
                values = [Value(each.evidence.text, (member.key,), (each.evidence,)) for each, member in firsts]
                yield Difference(f"{TOLL}:{kind}", found, tuple(sorted(values, key=lambda each: each.value)))


def number_differences(
    readings: Iterable[Reading], bodies: Mapping[str, Body], members: Iterable[Member], background: Background
) -> Iterator[Difference]:
    """Yield how articles on one happening differ in numbers of the same thing, told in like sentences."""
    told: dict[str, Told] = {}
    members = list(members)
    begin = {member.key for member in leading_incidents(members).values()}
    for member in members:
        for number, count in enumerate(member.counts):
            if _is_somebody(count):
                continue
            each = toll_of(f"{member.key}/{number}", member, count, bodies[member.article])
            told[each.key] = each._replace(leads=each.leads or member.key in begin)
    exact = {(each.article, each.what) for each in told.values() if each.least > 0}
    told = {key: each for key, each in told.items() if each.least > 0 or (each.article, each.what) not in exact}
    tolls = {_number(each, each.article) for each in told.values()}  # what is told again is one number
    taken = {(each.evidence.article, each.evidence.span) for each in told.values()}
    written: dict[str, frozenset[int]] = {}
    for reading in readings:
        digest = reading.article.digest
        written[digest] = numbers_in(reading) | {each.least for each in told.values() if each.article == digest}
        quantities = quantities_of(reading, bodies[digest], taken)
        told |= {each.key: each for each in quantities if _number(each, each.article) not in tolls}
    of_old = {key for key, each in told.items() if background.is_of_old(each.evidence)}
    topic = Topic(bodies.values())
    single = _single(told.values())
    counted = frozenset(_number(each, each.article) for each in told.values())
    pairs = [
        pair
        for left, right in combinations(sorted(told), 2)
        if (pair := _pair(told[left], told[right], single))
        and (_is_total(told[left]) or _is_total(told[right]) or (left in of_old) == (right in of_old))
        and not _has_both(told[left], told[right], written)
        and not _are_both_told(told[left], told[right], counted)
    ]
    firsts = list(_leading(told.values(), written))
    yield from firsts
    owner = {key: each.article for key, each in told.items()}
    alone: dict[str, list[Told]] = defaultdict(list)
    for keys in group(told, pairs, apart={}, owner=owner):
        found = sorted((told[key] for key in keys), key=lambda each: (each.article, each.evidence.span))
        if len(found) > 1:
            yield from (each for each in _differing(found) if not _is_told_in(each, firsts))
        elif (
            _is_own(found[0], written, bodies, topic)
            and found[0].key not in of_old
            and not _is_told_in_words(found[0], firsts)
        ):
            alone[found[0].what].append(found[0])
    for _, several in sorted(alone.items()):
        found = list({(each.article, each.bounds): each for each in reversed(several)}.values())[::-1]
        if len({each.article for each in found}) == len(found) and _may_count_the_same(found):
            # Each article has one toll, and none has another's.
            yield from (each for each in _differing(found) if not _is_told_in(each, firsts))
        else:
            for each in found:
                yield _left_out(each, written, bodies, topic)


def _is_somebody(count: Count) -> bool:
    """Return whether a toll is of somebody without a number."""
    one = count.min == count.max == 1 and not any(map(str.isdigit, count.evidence.text))
    if count.min is None and not tells_amount(count.evidence.text):
        return True  # "they were killed" is neither a number nor a vague one
    return one or (plain_form(count.evidence.text) == plain_form(count.victims) and (count.min or 0) < _DUAL)


def _leading(told: Iterable[Told], written: _Written) -> Iterator[Difference]:
    """Yield how the tolls differ that headline or lead give first."""
    by_outcome: dict[str, dict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for each in sorted(told, key=lambda each: (each.article, *_in_text(each.evidence.span))):
        if each.field == TOLL:
            by_outcome[each.what][each.article].append(each)
    for _, articles in sorted(by_outcome.items()):
        first = [found[0] for _, found in sorted(articles.items()) if found[0].leads]
        pairs = [pair for pair in combinations(first, 2) if _are_other_tolls(*pair, written)]
        for tolls in _together(pairs):
            found = {each.article: each.bounds for each in tolls}
            yield from _differing(
                [each for article, bounds in found.items() for each in articles[article] if each.bounds == bounds]
            )


def _together(pairs: Iterable[tuple[Told, Told]]) -> list[list[Told]]:
    """Return what pairs put together, each once."""
    found: list[dict[str, Told]] = []
    for pair in pairs:
        joined = {told.key: told for told in pair}
        apart = []
        for each in found:
            if each.keys().isdisjoint(told.key for told in pair):
                apart.append(each)
            else:
                joined |= each
        found = [*apart, joined]
    return [list(each.values()) for each in found]


def _in_text(span: Span) -> tuple[bool, Span]:
    return span.field is Field.TEXT, span


def _are_other_tolls(one: Told, other: Told, written: _Written) -> bool:
    """Return whether two tolls are the articles' own for one happening: one has not the other's, but below its headline.

    An article that tells how a toll rose has the number of who wrote before it; theirs differ all the same.
    """
    if one.least == other.least or not _may_count_one(one, other):
        return False
    return any(
        mine.evidence.span.field is Field.TITLE or theirs.least not in written[mine.article]
        for mine, theirs in ((one, other), (other, one))
    )


def _is_told_in(difference: Difference, others: Iterable[Difference]) -> bool:
    """Return whether another difference of the field has a value of this one."""
    words = {each for value in difference.values for each in value.evidence}
    return any(
        difference.field == other.field and any(words.intersection(value.evidence) for value in other.values)
        for other in others
    )


def _is_told_in_words(told: Told, others: Iterable[Difference]) -> bool:
    """Return whether the number of a toll stands in the words of a difference, for the same article."""
    return any(
        each.article == told.article and str(told.least) in each.text
        for other in others
        if other.field == f"{told.field}:{told.what}"
        for value in other.values
        for each in value.evidence
    )


def _differing(told: Sequence[Told]) -> Iterator[Difference]:
    bounds = [each.bounds for each in told]
    first = next((each for each in told if each.field == TOLL), told[0])  # an incident's toll says what befell them
    of_number = first.field == NUMBER  # of a toll, eleven and eleven at least are the same
    if len(set(bounds) if of_number else {least for least, _ in bounds}) > 1:
        yield Difference(f"{first.field}:{first.what}", _type(bounds), tuple(_values(told)))


def _has_both(one: Told, other: Told, written: _Written) -> bool:
    """Return whether an article that gives another number has the one as well: of something else, then."""
    if one.least == other.least or one.field == TOLL or one.what in {PEOPLE, SHARE}:
        return False  # of people the same number is counted alive and dead
    return one.least in written[other.article] or other.least in written[one.article]


def _are_both_told(one: Told, other: Told, counted: frozenset[_Number]) -> bool:
    """Return whether an article gives both of two numbers for people of the same fate: here the one, there the other."""
    if one.least == other.least:
        return False
    return _number(other, one.article) in counted or _number(one, other.article) in counted


def _is_own(told: Told, written: _Written, bodies: Mapping[str, Body], topic: Topic) -> bool:
    """Return whether a toll is a number of people, in digits or in words, and some other article does not have it."""
    is_number = told.field == TOLL and (told.least > 1 or str(told.least) in told.evidence.text)
    return is_number and told.least > 0 and bool(_silent(told, written, bodies, topic))


def _silent(told: Told, written: _Written, bodies: Mapping[str, Body], topic: Topic) -> tuple[str, ...]:
    """Return the articles that have a number neither in digits nor in the words of its sentence."""
    return tuple(
        digest
        for digest, body in sorted(bodies.items())
        if digest != told.article
        and told.least not in written[digest]
        and body.share(topic.weigh(told.around)) < _SENTENCE_TOLD
    )


def _left_out(told: Told, written: _Written, bodies: Mapping[str, Body], topic: Topic) -> Difference:
    value = Value(told.evidence.text, (told.key.rpartition("/")[0],), (told.evidence,))
    return Difference(f"{TOLL}:{told.what}", DifferenceType.OMISSION, (value,), _silent(told, written, bodies, topic))


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


def _sort(told: Told) -> tuple[str, str]:
    """Return what a number counts: of people, the dead apart from the hurt, whether an incident's toll or told elsewhere."""
    if told.field == TOLL and told.what in _FATES:
        return PEOPLE, _FATES[told.what]
    return told.what, told.fate


def _is_total(told: Told) -> bool:
    """Return whether a toll is one since some day, which makes it no older than its article."""
    return told.what.endswith(SINCE)


def _are_of_one_sort(one: Told, other: Told) -> bool:
    """Return whether two numbers count the same: a toll since some day, and one of so many or nearly, are of one happening."""
    if _sort(one) == _sort(other):
        return True
    return _are_nearly_one(one, other) and one.what.removesuffix(SINCE) == other.what.removesuffix(SINCE)


def _number(told: Told, article: str) -> _Number:
    """Return a number as an article may give it: how many of what."""
    return article, *_sort(told), told.least


def _may_count_the_same(told: Sequence[Told]) -> bool:
    """Return whether several tolls are there, of which each two may be of one incident."""
    return len(told) > 1 and all(_may_count_one(one, other) for one, other in combinations(told, 2))


def _may_count_one(one: Told, other: Told) -> bool:
    """Return whether two tolls may be of one incident: in one place, of one sort of people, and not ten times another."""
    other_sorts = bool(one.who and other.who) and _are_others(one, other)
    return not (_are_elsewhere(one, other) or other_sorts or _are_far_apart(one, other, _FAR_APART))


def _are_others(one: Told, other: Told) -> bool:
    """Return whether other sorts of people are counted: attackers here, and soldiers there."""
    return one.who != other.who


def _are_far_apart(one: Told, other: Told, times: int) -> bool:
    """Return whether one number is so many times the other that they count two things: a day's dead, and a war's."""
    least, most = sorted((one.least, other.least))
    return least > 0 and most >= times * least


def _are_nearly_one(one: Told, other: Told) -> bool:
    """Return whether two tolls are so many people, and so nearly as many, that they count the same in whatever words."""
    least, most = sorted((one.least, other.least))
    return one.field == other.field == TOLL and _MANY <= least < most <= _NEARLY * least


def _are_elsewhere(one: Told, other: Told) -> bool:
    """Return whether two incidents are in two places of the tables, of which neither is told as a part of the other.

    A place that no table knows may lie in the other: a village, and its country.
    """
    if not (one.place and other.place) or set(one.place.split()) & set(other.place.split()):
        return False
    forms = {place_form(one.place), place_form(other.place)}
    return len(forms) > 1 and all(map(is_known_place, forms)) and not is_place_in_state(forms)


def _single(told: Iterable[Told]) -> frozenset[tuple[str, str]]:
    """Return the articles with what each counts but once."""
    numbers: dict[tuple[str, str], set[int]] = defaultdict(set)
    for each in told:
        if each.field == NUMBER and each.what != PEOPLE:
            numbers[each.article, each.what].add(each.least)
    return frozenset(key for key, found in numbers.items() if len(found) == 1)


def _pair(one: Told, other: Told, single: frozenset[tuple[str, str]]) -> Pair | None:
    if one.article == other.article or not _are_of_one_sort(one, other) or _are_others(one, other):
        return None
    if _are_far_apart(one, other, _FAR_APART_COUNTED if one.what == PEOPLE else _FAR_APART):
        return None
    if _are_elsewhere(one, other):
        return None
    shared = one.around.keys() & other.around.keys()
    mass = sum(one.around.values()) + sum(other.around.values())
    score = sum(one.around[key] + other.around[key] for key in sorted(shared)) / mass if mass else 0.0
    if _are_nearly_one(one, other):
        return Pair(round(max(score, _LIKE), 3), one.key, other.key)
    if score < _LEAST_LIKE:
        return None
    if one.leads and other.leads and (one.field == TOLL or one.fate):
        score += _LEAD
    if {(one.article, one.what), (other.article, other.what)} <= single:
        score += _ONLY
    if one.bounds == other.bounds:
        score += 1.0  # the same number first
    return Pair(round(score, 3), one.key, other.key) if score >= _LIKE else None
