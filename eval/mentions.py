"""Names and time expressions: spans to the character, and what they mean."""

import datetime as dt
from collections.abc import Iterable, Sequence

from eval.facts import Days, Mention, Sheet
from eval.figures import Found, Row, Tally
from eval.matching import Rank, pair
from eval.spans import Words
from hudna.model import Span


def score_names(gold: Sheet, predicted: Sheet, _words: Words) -> Tally:
    """Return the counts of names with exact span and kind.

    ``micro`` and the kinds count the outermost names of either side, ``nested`` all of them.
    """
    tally = Tally()
    golds, found = _outside(gold.names, gold.litter), _outside(predicted.names, gold.litter)
    left, right = _keys(outermost(golds)), _keys(outermost(found))
    tally.found["micro"] = Found(len(left & right), len(right), len(left))
    for kind in sorted({kind for _, kind in left | right}):
        ours, theirs = ({key for key in keys if key[1] == kind} for keys in (left, right))
        tally.found[kind] = Found(len(ours & theirs), len(theirs), len(ours))
    every_left, every_right = _keys(golds), _keys(found)
    tally.found["nested"] = Found(len(every_left & every_right), len(every_right), len(every_left))
    spans_left, spans_right = {span for span, _ in left}, {span for span, _ in right}
    tally.found["span_only"] = Found(len(spans_left & spans_right), len(spans_right), len(spans_left))
    tally.rows += [Row("missed", (span,), kind) for span, kind in sorted(left - right)]
    tally.rows += [Row("spurious", (span,), kind) for span, kind in sorted(right - left)]
    return tally


def score_dates(gold: Sheet, predicted: Sheet, _words: Words) -> Tally:
    """Return the counts of time expressions: ``right`` shares characters and means the same days.

    ``exact`` asks for the same span, ``overlap`` for shared characters only. ``value_closed`` is ``value`` where an end
    that a word before the time opened counts as right if the gold closes it and the other end is the same.
    """
    tally = Tally()
    golds, found = _outside(gold.dates, gold.litter), _outside(predicted.dates, gold.litter)
    sizes = len(found), len(golds)

    def overlap(one: Mention, other: Mention) -> Rank | None:
        if not one.span.overlaps(other.span):
            return None
        common = min(one.span.end, other.span.end) - max(one.span.start, other.span.start)
        return (one.span == other.span, one.days == other.days, common)

    pairs = pair(golds, found, overlap)
    exact = len({each.span for each in golds} & {each.span for each in found})
    right = [golds[one].days == found[other].days for one, other in pairs]
    tally.found["right"] = Found(sum(right), *sizes)
    tally.found["overlap"] = Found(len(pairs), *sizes)
    tally.found["exact"] = Found(exact, *sizes)
    tally.add("value", *right)
    tally.add("value_closed", *(_same_closed(golds[one].days, found[other]) for one, other in pairs))
    tally.add("type", *(golds[one].kind == found[other].kind for one, other in pairs if golds[one].kind))
    lefts, rights = {one for one, _ in pairs}, {other for _, other in pairs}
    tally.rows += [Row("missed", (each.span,), _days(each)) for i, each in enumerate(golds) if i not in lefts]
    tally.rows += [Row("spurious", (each.span,), _days(each)) for i, each in enumerate(found) if i not in rights]
    for (one, other), ok in zip(pairs, right, strict=True):
        if not ok:
            tally.rows.append(
                Row("wrong value", (golds[one].span,), f"{_days(found[other])} instead of {_days(golds[one])}")
            )
    return tally


def _same_closed(gold: Days | None, found: Mention) -> bool:
    days = found.days
    if gold == days or gold is None or days is None:
        return gold == days
    match found.opened:
        case "since":
            return days.latest is None and gold.earliest == days.earliest
        case "until":
            return days.earliest is None and gold.latest == days.latest
        case "before":
            return days.earliest is None and days.latest in {gold.latest, _day_before(gold.earliest)}
        case "after":
            return days.latest is None and days.earliest in {gold.earliest, gold.latest}
        case _:
            return False


def _day_before(day: str | None) -> str | None:
    return (dt.date.fromisoformat(day[:10]) - dt.timedelta(1)).isoformat() if day else None


def outermost(mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions that stand in no longer one; of equal spans the first."""
    found: list[Mention] = []
    for each in sorted(mentions, key=lambda mention: (mention.span.field, mention.span.start, -mention.span.end)):
        if not found or not found[-1].span.contains(each.span):
            found.append(each)
    return found


def _outside(mentions: Iterable[Mention], litter: Sequence[Span]) -> list[Mention]:
    return [each for each in mentions if not any(each.span.overlaps(span) for span in litter)]


def _keys(mentions: Iterable[Mention]) -> set[tuple[Span, str]]:
    return {(each.span, each.kind) for each in mentions}


def _days(each: Mention) -> str:
    return f"{each.kind} " + ("" if each.days is None else f"{each.days.earliest}..{each.days.latest}")
