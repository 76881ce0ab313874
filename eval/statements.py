"""Statements: found, by the right speakers, to the word."""

from typing import Final

from eval.facts import Sheet, Statement
from eval.figures import Found, Row, Share, Tally
from eval.labels import same, same_set
from eval.matching import Rank, pair
from eval.spans import Words, characters, shared

MIN_OVERLAP: Final = 0.5


def match_statements(gold: Sheet, predicted: Sheet) -> list[tuple[int, int]]:
    """Return the pairs whose contents overlap enough, by greatest overlap.

    Among equal overlaps the pair with the same cue goes first, then the one with the right speakers.
    """
    left = {each.id: characters(each.content) for each in gold.statements}
    right = {each.id: characters(each.content) for each in predicted.statements}

    def rank(one: Statement, other: Statement) -> Rank | None:
        overlap = shared(left[one.id], right[other.id])
        if overlap < MIN_OVERLAP:
            return None
        return (overlap, _cue_right(one, other), same_set(one.speakers, other.speakers))

    return pair(gold.statements, predicted.statements, rank)


def score_statements(gold: Sheet, predicted: Sheet, words: Words) -> Tally:
    """Return the counts of one article's statements."""
    tally = Tally()
    pairs = match_statements(gold, predicted)
    found = [(gold.statements[left], predicted.statements[right]) for left, right in pairs]
    by_right = [same_set(one.speakers, other.speakers) for one, other in found]
    sizes = len(predicted.statements), len(gold.statements)
    tally.found["right"] = Found(sum(by_right), *sizes)
    tally.found["found"] = Found(len(found), *sizes)
    tally.add("speakers", *by_right)
    implied = [any(who.implied for who in one.speakers) for one, _ in found]
    tally.add("speakers_implied", *(right for right, is_implied in zip(by_right, implied, strict=True) if is_implied))
    tally.add("content_exact", *(words.touched(one.content) == words.touched(other.content) for one, other in found))
    for name in ("cue", "manner", "mode", "act", "polarity", "about", "via", "addressee", "days"):
        tally.add(name)
    for one, other in found:
        _add_fields(tally, one, other)
    _add_sure(tally, predicted, [right for (_, right), ok in zip(pairs, by_right, strict=True) if ok])
    tally.rows += _rows(gold, predicted, pairs, by_right)
    return tally


def _cue_right(one: Statement, other: Statement) -> bool:
    return one.cue is not None and other.cue is not None and one.cue.overlaps(other.cue)


def _add_fields(tally: Tally, one: Statement, other: Statement) -> None:
    if one.cue is not None:
        tally.add("cue", _cue_right(one, other))
    for name in ("manner", "mode", "act", "polarity"):
        if getattr(one, name) is not None:
            tally.add(name, getattr(one, name) == getattr(other, name))
    if one.about:
        tally.add("about", same_set(one.about, other.about))
    if one.via:
        tally.add("via", same_set(one.via, other.via))
    if one.addressee is not None:
        tally.add("addressee", same(one.addressee, other.addressee))
    if one.days is not None:
        tally.add("days", one.days == other.days)


def _add_sure(tally: Tally, predicted: Sheet, right: list[int]) -> None:
    sure = [index for index, each in enumerate(predicted.statements) if each.sure]
    tally.shares["sure_share"] = Share(len(sure), len(predicted.statements))
    tally.shares["sure_precision"] = Share(len(set(sure) & set(right)), len(sure))


def _rows(gold: Sheet, predicted: Sheet, pairs: list[tuple[int, int]], by_right: list[bool]) -> list[Row]:
    lefts, rights = {left for left, _ in pairs}, {right for _, right in pairs}
    rows = [
        Row("missed", each.content, _names(each)) for index, each in enumerate(gold.statements) if index not in lefts
    ]
    rows += [
        Row("spurious", each.content, _names(each))
        for index, each in enumerate(predicted.statements)
        if index not in rights
    ]
    for (left, right), ok in zip(pairs, by_right, strict=True):
        if not ok:
            one, other = gold.statements[left], predicted.statements[right]
            rows.append(Row("wrong speaker", one.content, f"{_names(other)} instead of {_names(one)}"))
    return rows


def _names(each: Statement) -> str:
    return ", ".join(who.names[0] for who in each.speakers) or "nobody"
