"""The day in a dateline: ``place, day month (agency)``, ``place-agency day/month/year``.

A dateline is nothing but places, agencies, signs and a date, up to a sign or the end of the line; a line of a full date
alone, above the story, is one too.
"""

import datetime as dt
from typing import Any, Final, NamedTuple

from hudna.arabic.dates.stage import find_times
from hudna.arabic.press.credits import SIGNS, Credit, find_agency
from hudna.arabic.press.lines import Line
from hudna.arabic.press.tables import names
from hudna.calendar import PartialDate, Point
from hudna.model import NUMBER, Article, Because, Document, Match, Problem, Published, PublishedBasis, Span
from hudna.text import fold_word, segment

MAX_TOKENS: Final = 24
MAX_START: Final = 14  # a number that comes later is the story's
MAX_DAYS_OFF: Final = 1  # the dateline of an agency is at most so far from the day its paper came out
_BETWEEN: Final = frozenset({fold_word(word) for word in ("في", "يوم", "بتاريخ")})


class Dateline(NamedTuple):
    """The date of a dateline at ``span``, with its weekday if it has one.

    ``alone`` if nothing follows it on its line; ``credits`` are the agencies it names.
    """

    date: PartialDate
    weekday: int | None
    span: Span
    credits: tuple[Credit, ...]
    alone: bool


def find_dated(document: Document, line: Line) -> Dateline | None:
    """Return the dateline with which a line begins, None where it begins without one or without a date in it."""
    tokens = document.tokens
    head = tokens[line.first : min(line.end, line.first + MAX_START)]
    if NUMBER not in {token.kind for token in head}:
        return None
    last = min(line.end, line.first + MAX_TOKENS)
    times = _times(document, line.first, last)
    places = {match.first: match for match in names().find(tokens[line.first : last]) if match.kind in _PLACES}
    found: list[Match[Any]] = []
    named: list[Credit] = []
    place, placed = line.first, False
    while place < last:
        if place in times:
            found.append(times[place])
            place = times[place].end
        elif place in places and not placed:  # a name may be a city's and an agency's
            place, placed = places[place].end, True
        elif credit := find_agency(document, place, last):
            named.append(credit)
            place = credit.end
        elif place in places:
            place = places[place].end
        elif tokens[place].folded in SIGNS | _BETWEEN:
            place += 1
        else:
            break
    if len(found) != 1 or (place < line.end and tokens[place - 1].folded not in SIGNS and not named):
        return None
    said, alone = found[0].value, place == line.end
    if not (placed or named or (alone and said.date.year is not None)):
        return None
    return Dateline(said.date, said.weekday, found[0].span, tuple(named), alone)


_PLACES: Final = frozenset({"place", "state"})


def _times(document: Document, first: int, end: int) -> dict[int, Match[Any]]:
    """Return the days of a month that some tokens hold, by their first token, counted in the document."""
    text = document.article.text
    start = document.tokens[first].start
    laid = segment(Article("", text[start : document.tokens[end - 1].end]))
    found = {}
    for match in find_times(laid):
        said = match.value
        if isinstance(said, Point) and said.date is not None and None not in said.date[1:] and said.days is None:
            span = document.span(first + match.first, first + match.end)
            found[first + match.first] = match._replace(first=first + match.first, end=first + match.end, span=span)
    return found | _numbers(document, first, end)


def _numbers(document: Document, first: int, end: int) -> dict[int, Match[Any]]:
    """Return a day and a month as one agency prints them, apart and before its name in brackets: ``4 - 7 (KUNA)``."""
    tokens = document.tokens
    for place in range(first, end - 3):
        day, dash, month, opened = tokens[place : place + 4]
        numbers = day.folded.isdecimal() and month.folded.isdecimal() and max(len(day.folded), len(month.folded)) <= 2
        if numbers and dash.folded == "-" and opened.folded == "(":
            date = PartialDate(None, int(month.folded), int(day.folded))
            if date.possible:
                span = document.span(place, place + 3)
                return {place: Match("date", place, place + 3, span, Point(date), "<day> - <month> (")}
    return {}


def date_by(document: Document, dateline: Dateline, published: Published) -> tuple[Published, Problem | None]:
    """Return the day of publication by a dateline, ``published`` itself where the dateline decides nothing.

    It decides where the day is not known, and where the day that is known is the day before or after it: a feed tells
    the time at which it was fed, in the zone of its machine. Days further apart are a problem, and the known one stays.
    """
    day = _day(dateline, published.day)
    if day is None or (dateline.weekday is not None and dateline.weekday != day.isoweekday()):
        return published, None
    words = document.article.words(dateline.span)
    if published.basis is PublishedBasis.UNKNOWN:
        return Published(day, day, PublishedBasis.TEXT, Because("day_dateline", (("words", words),))), None
    if published.day is None or published.day == day:
        return published, None
    if abs((published.day - day).days) > MAX_DAYS_OFF:
        return published, Problem("dateline_mismatch", dateline.span, day.isoformat())
    args = (("published", published.day.isoformat()), ("words", words))
    return Published(day, day, PublishedBasis.TEXT, Because("dateline_over_published", args)), None


def _day(dateline: Dateline, published: dt.date | None) -> dt.date | None:
    """Return the day of a dateline, without a year the one nearest to the day of publication."""
    said = dateline.date
    if said.year is not None:
        return said.interval.earliest if said.interval else None
    if published is None:
        return None
    days = [PartialDate(published.year + step, said.month, said.day).interval for step in (-1, 0, 1)]
    return min((each.earliest for each in days if each), key=lambda day: abs(day - published), default=None)
