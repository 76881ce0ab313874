"""The stage that finds and resolves the times of a document."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from hudna.arabic.dates.agreement import agree
from hudna.arabic.dates.clause import find_edge, find_event, find_look, is_within
from hudna.arabic.dates.happenings import find_event_day
from hudna.arabic.dates.rules import GRAMMAR, RESULTS, STOP
from hudna.arabic.dates.seeds import find_seeds
from hudna.calendar import (
    Context,
    Dated,
    Direction,
    Expression,
    Interval,
    Length,
    PartialDate,
    Point,
    Range,
    Recent,
    Resolution,
    Shift,
    Shifted,
    Vague,
    resolve,
)
from hudna.calendar.window import days_of, settle
from hudna.grammar import select
from hudna.model import (
    UNKNOWN_DAY,
    Because,
    Document,
    Match,
    Problem,
    PublishedBasis,
    Stage,
    TimeMention,
    TimeType,
    Token,
)
from hudna.model.frozen import replace

MAX_SENTENCES_BACK: Final = 2  # "two days later" counts from a date in its own sentence or the two before
MAX_SENTENCES_CLOCK: Final = 4  # a time of day without a day, or "a month after that", goes back so far
MAX_TOKENS_YEAR: Final = 12  # a date without a year takes that of the date so near before it
_YEAR_BEFORE: Final = "year_of_date_before"
_AND: Final = "و"
_WEEK: Final = 7
MAX_DAYS_SPOKEN: Final = 3  # what an article quotes was said no longer ago
_FROM_EVENT: Final = frozenset({Shifted.BEFORE_EVENT, Shifted.AFTER_EVENT})
_NOT_SAID: Final = frozenset({Direction.NONE, Direction.PRESENT, Direction.FOLLOWING})
_TOLD_TYPES: Final = frozenset({TimeType.DATE, TimeType.TIME})


class _Told(NamedTuple):
    """The date resolved last: its days, its sentence, where it ends, the year it names itself."""

    days: Interval
    sentence: int
    end: int
    year: int | None


class _Before(NamedTuple):
    """What was told before a time: the last date and the last single day."""

    date: _Told | None = None
    day: _Told | None = None


def find_dates(document: Document) -> Document:
    """Return the document with ``dates`` in the order of the text, and problems where a time can't be as said."""
    times = [match for match in find_times(document) if match[0] != STOP]
    if not times:
        return document
    mentions: list[Match[TimeMention]] = []
    problems: list[Problem] = []
    for match, resolution in zip(times, _resolutions(document, times), strict=True):
        mentions.append(_mention(match, resolution))
        problems += [Problem(code, match.span, resolution.value) for code in resolution.problems]
    return replace(document, dates=tuple(mentions), problems=(*document.problems, *problems))


def _resolutions(document: Document, times: Sequence[Match[Any]]) -> list[Resolution]:
    """Return what each time means: against the day of publication, or against each day it may be by inference."""
    published = document.published
    if published.basis is not PublishedBasis.INFERRED:
        return _resolve_all(document, times)
    days = [replace(published, earliest=day, latest=day) for day in days_of(published)]
    bare, *over = [_resolve_all(replace(document, published=each), times) for each in (UNKNOWN_DAY, *days)]
    return [settle([found[number] for found in over], resolution, published) for number, resolution in enumerate(bare)]


def _resolve_all(document: Document, times: Sequence[Match[Any]]) -> list[Resolution]:
    """Return what each time means; those counted from an event last, when every day of the text is known."""
    tokens, published = document.tokens, document.published.day
    starts = [sentence.first for sentence in document.sentences]
    resolutions: list[Resolution] = []
    contexts: list[Context] = []
    before = _Before()
    quoted = _find_quoted(document) if document.quotations else None
    for number, match in enumerate(times):
        sentence = bisect_right(starts, match.first) - 1
        context = _context(tokens, published, starts[sentence], match, _reference(match.value, before, sentence))
        resolution = None
        if match.end < len(tokens) and tokens[match.end].folded == "(":
            resolution = _corrected(match, times[number + 1 : number + 2], context)
        if resolution is None and quoted is not None and _is_spoken(tokens, quoted, match):
            context = _as_spoken(quoted, context, times, resolutions)
        told = before.date if before.date and _is_near(before.date, match, sentence, context) else None
        if resolution is None and number and _goes_on(tokens, times[number - 1], match):
            following = match.value._replace(direction=Direction.FOLLOWING)
            resolution = resolve(following, context._replace(before=resolutions[-1].days))
        resolution = resolution or _resolve(match, context, tokens, told)
        resolutions.append(resolution)
        contexts.append(context)
        before = _after(before, match, resolution, sentence)
    agree(times, contexts, resolutions)
    for number, match in enumerate(times):
        if isinstance(match.value, Shift) and match.value.how in _FROM_EVENT:
            day = find_event_day(tokens, match, times, resolutions)
            resolutions[number] = resolve(match.value, Context(published, event=day))
    return resolutions


STAGE: Final = Stage(
    "dates", frozenset({"tokens", "sentences", "quotations"}), frozenset({"dates", "problems"}), find_dates
)


def find_times(document: Document) -> list[Match[Any]]:
    """Return what the rules make of a document, unresolved, none overlapping; also what is no time (``STOP``)."""
    seeds = find_seeds(document)
    if not seeds:
        return []
    found = GRAMMAR.parse(document.tokens, seeds, [sentence.first for sentence in document.sentences])
    return select([match for match in (*found, *seeds) if match[0] in RESULTS], GRAMMAR.ranks)


def _after(before: _Before, match: Match[Expression], resolution: Resolution, sentence: int) -> _Before:
    """Return what was told before the next time."""
    days = resolution.days
    if days is None or resolution.type not in _TOLD_TYPES:
        return before
    year = days.earliest.year if resolution.because.code == _YEAR_BEFORE else _year_said(match.value)
    told = _Told(days, sentence, match.end, year)
    return _Before(told, told if days.earliest == days.latest else before.day)


def _is_near(told: _Told, match: Match[Expression], sentence: int, context: Context) -> bool:
    """Return whether a date may go on with the year of the one before it: close to it, or telling on in a new sentence."""
    if told.sentence == sentence:
        return match.first - told.end <= MAX_TOKENS_YEAR
    return context.told and sentence - told.sentence <= MAX_SENTENCES_BACK


def _goes_on(tokens: Sequence[Token], before: Match[Expression], match: Match[Expression]) -> bool:
    """Return whether a bare weekday is said to follow the one named before it: Monday and Tuesday."""
    first, second = before.value, match.value
    if not isinstance(first, Point) or not isinstance(second, Point) or second.direction is not Direction.NONE:
        return False
    if None in {first.weekday, second.weekday} or {first.date, first.days, second.date, second.days} != {None}:
        return False
    joined = tokens[match.first].folded if before.end == match.first else tokens[match.first - 1].folded
    near = match.first - before.end <= 1 and joined.startswith(_AND) and (before.end == match.first or joined == _AND)
    return near and (second.weekday or 0) == (first.weekday or 0) % _WEEK + 1


def _find_quoted(document: Document) -> bytearray:
    """Return by token whether it stands inside quotation marks."""
    quoted = bytearray(len(document.tokens))
    for quotation in document.quotations:
        quoted[quotation.first : quotation.end] = b"\1" * (quotation.end - quotation.first)
    return quoted


def _is_spoken(tokens: Sequence[Token], quoted: bytearray, match: Match[Expression]) -> bool:
    """Return whether a day is counted from that of speaking: yesterday, in a quotation and not in brackets there.

    A weekday beside it settles the day; words in brackets are the outlet's own.
    """
    said = match.value
    if not isinstance(said, Point) or said.days is None or said.weekday is not None:
        return False
    bracketed = match.first > 0 and tokens[match.first - 1].folded == "("
    return not bracketed and bool(quoted[match.first])


def _as_spoken(
    quoted: bytearray, context: Context, times: Sequence[Match[Any]], resolutions: Sequence[Resolution]
) -> Context:
    """Return the context of what is counted from today inside quotation marks: the day it was spoken on.

    That is taken to be the one day that the article told of outside them, if it is not long ago.
    """
    told: dt.date | None = None
    for time, resolution in zip(times, resolutions, strict=False):
        days = resolution.days
        if days is None or resolution.type not in _TOLD_TYPES or days.earliest != days.latest or quoted[time.first]:
            continue
        if told not in {None, days.earliest}:
            return context
        told = days.earliest
    published = context.published
    if published is None or told is None:
        return context
    return context._replace(published=told) if 0 < (published - told).days <= MAX_DAYS_SPOKEN else context


def _reference(expression: Expression, before: _Before, sentence: int) -> Interval | None:
    """Return the date told before that an expression may count from; a time of day counts from a single day."""
    bare = False
    if isinstance(expression, Point):
        bare = expression[:4] == (None, None, None, None)
        if not bare and expression.direction is not Direction.FOLLOWING:
            return None
    counted = isinstance(expression, Shift) and expression.how in {Shifted.LATER, Shifted.EARLIER}
    told = before.day if bare else before.date
    reach = MAX_SENTENCES_CLOCK if bare or counted else MAX_SENTENCES_BACK
    return told.days if told is not None and sentence - told.sentence <= reach else None


def _context(
    tokens: Sequence[Token],
    published: dt.date | None,
    sentence_first: int,
    match: Match[Expression],
    before: Interval | None,
) -> Context:
    _, first, end, _, said, _, _ = match
    edge = find_edge(tokens, sentence_first, first)
    if not _needs_direction(said, published) or (isinstance(said, Length) and not is_within(tokens, first)):
        return Context(published, Direction.NONE, before, edge)
    look = find_look(tokens, sentence_first, first, end)
    return Context(published, look.direction, before, edge, told=look.told, act=look.act)


def _needs_direction(expression: Expression, published: dt.date | None) -> bool:
    """Return whether the clause may decide which day is meant."""
    match expression:
        case Point():
            if expression.direction not in _NOT_SAID or expression.days is not None:
                return False
            date, weekday = expression.date, expression.weekday
            if date is not None:
                return date.year is None
            return weekday is not None and (published is None or weekday != published.isoweekday())
        case Vague():
            return expression.reference == "FUTURE_REF"
        case Shift():
            return expression.how is Shifted.AFTER
        case Range() | Dated() | Length():
            return True
        case _:
            return False


def _resolve(match: Match[Expression], context: Context, tokens: Sequence[Token], told: _Told | None) -> Resolution:
    """Return what a time means where the words before it decide: an event of that day, a year told in the sentence."""
    said = match.value
    if isinstance(said, Length) and context.direction is Direction.FUTURE and is_within(tokens, match.first):
        return resolve(Recent(said, Direction.FUTURE), context)
    date = said.date if isinstance(said, Point) else None
    if not isinstance(said, Point) or date is None or date.year is not None or date.month is None:
        return resolve(said, context)
    if said.years is not None or said.direction is not Direction.NONE:
        return resolve(said, context)
    if date.day is not None and (event := find_event(tokens, match.first, date.month, date.day)):
        name, year = event
        if context.published is None or year <= context.published.year:
            return _in_year(said, date, year, context, Because("named_event", (("event", name),)))
    if told is not None and told.year is not None and _follows(said, date, told, context):
        why = Because(_YEAR_BEFORE, (("date", told.days.earliest.isoformat()),))
        return _in_year(said, date, told.year, context, why)
    return resolve(said, context)


def _follows(said: Point, date: PartialDate, told: _Told, context: Context) -> bool:
    """Return whether a date goes on with the year of the one told before it: it lies after that one, and is past."""
    if said.weekday is not None or context.direction is Direction.FUTURE:
        return False
    days = PartialDate(told.year, date.month, date.day).interval
    past = context.published is None or (days is not None and days.latest <= context.published)
    return days is not None and past and days.earliest >= told.days.earliest


def _in_year(said: Point, date: PartialDate, year: int, context: Context, why: Because) -> Resolution:
    return resolve(said._replace(date=PartialDate(year, date.month, date.day)), context)._replace(because=why)


def _year_said(expression: Expression) -> int | None:
    """Return the year a date names itself."""
    last = expression.last if isinstance(expression, Range) else expression
    return last.date.year if isinstance(last, Point) and last.date is not None and last.date.month is not None else None


def _corrected(match: Match[Expression], following: Sequence[Match[Any]], context: Context) -> Resolution | None:
    """Return what "today (yesterday)" means: an outlet setting right the day of the agency it prints.

    The bracketed word is the outlet's own and holds for both.
    """
    if not following or following[0].first != match.end + 1:
        return None
    said, own = match.value, following[0].value
    if not isinstance(said, Point) or not isinstance(own, Point) or None in {said.days, own.days}:
        return None
    resolution = resolve(said._replace(days=own.days), context._replace(edge=None))
    why = Because("corrected_in_brackets", (("own", str(own.days)), ("said", str(said.days))))
    return resolution._replace(because=why)


def _mention(match: Match[Expression], resolution: Resolution) -> Match[TimeMention]:
    mention = TimeMention(
        match.span,
        resolution.type,
        resolution.value,
        resolution.earliest,
        resolution.latest,
        str(resolution.grain),
        resolution.because,
    )
    _, first, end, span, _, rule, children = match
    return Match(str(resolution.type), first, end, span, mention, rule, children)
