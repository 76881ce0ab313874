"""The stage that finds and resolves the times of a document."""

from bisect import bisect_right
from dataclasses import replace
from typing import Any, Final

from hudna.arabic.dates.clause import find_direction, find_edge
from hudna.arabic.dates.rules import GRAMMAR, RESULTS, STOP
from hudna.arabic.dates.seeds import find_seeds
from hudna.calendar import Context, Expression, Interval, Point, Range, Resolution, Shift, Vague, resolve
from hudna.grammar import select
from hudna.model import Because, Document, Match, Problem, Stage, TimeMention, TimeType


def find_dates(document: Document) -> Document:
    """Return the document with ``dates`` in the order of the text, and problems where a time can't be as said."""
    starts = [sentence.first for sentence in document.sentences]
    times = [match for match in find_times(document) if match.kind != STOP]
    mentions: list[Match[TimeMention]] = []
    problems: list[Problem] = []
    before: Interval | None = None
    told_in = 0
    for number, match in enumerate(times):
        sentence = bisect_right(starts, match.first) - 1
        if sentence - told_in > MAX_SENTENCES_BACK:
            before = None
        context = _context(document, starts[sentence], match, before)
        resolution = None
        if match.end < len(document.tokens) and document.tokens[match.end].folded == "(":
            resolution = _corrected(match, times[number + 1 : number + 2], context)
        resolution = resolution or resolve(match.value, context)
        mentions.append(_mention(match, resolution))
        problems += [Problem(code, match.span, resolution.value) for code in resolution.problems]
        if resolution.days is not None and resolution.type in {TimeType.DATE, TimeType.TIME}:
            before, told_in = resolution.days, sentence
    return replace(document, dates=tuple(mentions), problems=(*document.problems, *problems))


MAX_SENTENCES_BACK: Final = 1  # "two days later" counts from a date in its own sentence or the one before
STAGE: Final = Stage("dates", frozenset({"tokens", "sentences"}), frozenset({"dates", "problems"}), find_dates)


def find_times(document: Document) -> list[Match[Any]]:
    """Return what the rules make of a document, unresolved, none overlapping; also what is no time (``STOP``)."""
    seeds = find_seeds(document.tokens)
    if not seeds:
        return []
    found = GRAMMAR.parse(document.tokens, seeds, [sentence.first for sentence in document.sentences])
    found += [seed for seed in seeds if seed.kind in RESULTS]
    return select((match for match in found if match.kind in RESULTS), GRAMMAR.ranks)


def _context(document: Document, sentence_first: int, match: Match[Expression], before: Interval | None) -> Context:
    published = document.published.day
    edge = find_edge(document.tokens, sentence_first, match.first)
    if not _needs_direction(match.value):
        return Context(published, before=before, edge=edge)
    direction = find_direction(document.tokens, sentence_first, match.first, match.end)
    return Context(published, direction, before, edge)


def _needs_direction(expression: Expression) -> bool:
    """Return whether the clause may decide which day is meant."""
    match expression:
        case Point(date=date, days=days):
            return days is None and (date is None or date.year is None)
        case Range() | Shift() | Vague():
            return True
        case _:
            return False


def _corrected(match: Match[Expression], following: list[Match[Any]], context: Context) -> Resolution | None:
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
    return Match(resolution.type.value, match.first, match.end, match.span, mention, match.rule, match.children)
