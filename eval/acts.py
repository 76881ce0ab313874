"""Contacts, measures, incidents and pledges: found, and right in their fields."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from eval.criteria import match_acts, same_target
from eval.facts import Act, Position, Sheet, Who
from eval.figures import Found, Row, Share, Tally
from eval.labels import count_same, distinct, readings_of, same, same_set
from eval.matching import Rank, pair
from eval.spans import Words, characters, shared
from eval.statements import MIN_OVERLAP, match_statements

SHARES: Final[Mapping[str, tuple[str, ...]]] = {
    "contacts": (
        "participants_exact", "participants_half", "status", "days", "days_given", "days_invented", "place",
        "attribution",
    ),
    "measures": ("status", "status_by", "status_extra", "days", "days_given", "days_invented", "place", "attribution"),
    "incidents": ("target", "sources", "tolls", "aggregate", "days", "days_given", "days_invented", "place", "attribution"),
    "pledges": ("what", "days", "days_given", "days_invented", "place", "attribution"),
}  # fmt: skip
"""Layer -> the shares that are reported for the records that are right."""


class Attribution(NamedTuple):
    """What is needed to say whether a record is told in the right statement."""

    matched: Mapping[str, str]
    gold_speakers: Mapping[str, tuple[Who, ...]]
    predicted_speakers: Mapping[str, tuple[Who, ...]]

    @classmethod
    def of(cls, gold: Sheet, predicted: Sheet) -> "Attribution":
        """Return the matched statements of an article and their speakers, by id."""
        pairs = match_statements(gold, predicted)
        return cls(
            {gold.statements[left].id: predicted.statements[right].id for left, right in pairs},
            {each.id: each.speakers for each in gold.statements},
            {each.id: each.speakers for each in predicted.statements},
        )

    def right(self, gold: str | None, predicted: str | None) -> bool:
        """Return whether both are the outlet's own voice, the same statement, or statements of the same speakers."""
        if gold is None or predicted is None:
            return gold is predicted
        if self.matched.get(gold) == predicted:
            return True
        speakers = self.gold_speakers.get(gold)
        return bool(speakers) and same_set(speakers or (), self.predicted_speakers.get(predicted, ()))


def score_acts(gold: Sheet, predicted: Sheet, words: Words, layer: str) -> Tally:
    """Return the counts of one article's records of one layer.

    ``right`` asks for a near kind, the main parties and the evidence; ``exact_kind`` for the very kind as well;
    ``found`` for a near kind and the evidence only. The shares are of the records that are ``right``.
    """
    tally = Tally()
    golds, found = gold.acts(layer), predicted.acts(layer)
    sizes = len(found), len(golds)
    pairs = match_acts(golds, found, words, layer)
    tally.found["right"] = Found(len(pairs), *sizes)
    tally.found["exact_kind"] = Found(len(match_acts(golds, found, words, layer, exact=True)), *sizes)
    tally.found["found"] = Found(len(match_acts(golds, found, words, layer, parties=False)), *sizes)
    attribution = Attribution.of(gold, predicted)
    for name in SHARES[layer]:
        tally.add(name)
    for left, right in pairs:
        _add_fields(tally, golds[left], found[right], attribution, layer)
    sure = {index for index, each in enumerate(found) if each.sure}
    lefts, rights = {left for left, _ in pairs}, {right for _, right in pairs}
    tally.shares["sure_share"] = Share(len(sure), len(found))
    tally.shares["sure_precision"] = Share(len(sure & rights), len(sure))
    tally.rows += [Row("missed", each.evidence, _note(each)) for i, each in enumerate(golds) if i not in lefts]
    tally.rows += [Row("spurious", each.evidence, _note(each)) for i, each in enumerate(found) if i not in rights]
    return tally


def _add_fields(tally: Tally, one: Act, other: Act, attribution: Attribution, layer: str) -> None:
    if one.place is not None:
        tally.add("place", same(one.place, other.place))
    if layer == "measures":
        _add_positions(tally, one, other, attribution)
        return
    _add_days(tally, one, other)
    tally.add("attribution", attribution.right(one.attributed_to, other.attributed_to))
    if layer == "contacts":
        tally.add("status", bool(one.statuses & other.statuses))
        tally.add("participants_exact", same_set(one.parties, other.parties))
        tally.add("participants_half", _half_none_wrong(one, other))
    elif layer == "incidents":
        _add_incident(tally, one, other)
    else:
        tally.add("what", shared(characters(one.evidence), characters(other.evidence)) >= MIN_OVERLAP)


def _add_days(tally: Tally, gold: Act | Position, predicted: Act | Position) -> None:
    if gold.days is not None:
        tally.add("days", gold.days == predicted.days)
    else:
        tally.add("days_invented", predicted.days is not None)
    if predicted.days is not None:
        tally.add("days_given", gold.days == predicted.days)


def _half_none_wrong(one: Act, other: Act) -> bool:
    for each in readings_of(one.parties):
        right = count_same(each, other.parties)
        if 2 * right >= len(each) and right == len(other.parties):
            return True
    return False


def _add_incident(tally: Tally, one: Act, other: Act) -> None:
    if one.target is not None:
        tally.add("target", same_target(one.target, other.target))
    if one.sources:
        tally.add("sources", same_set(distinct(one.sources), distinct(other.sources)))
    tally.add("tolls", *(toll in other.tolls for toll in one.tolls))
    tally.add("aggregate", one.aggregate == other.aggregate)


def _add_positions(tally: Tally, one: Act, other: Act, attribution: Attribution) -> None:
    """Count the statuses of a measure: each gold one goes with one predicted one of the same status."""

    def rank(gold: Position, predicted: Position) -> Rank | None:
        if gold.status != predicted.status:
            return None
        told_right = attribution.right(gold.attributed_to, predicted.attributed_to)
        return (same_set(gold.by, predicted.by), gold.days == predicted.days, told_right)

    pairs = dict(pair(one.positions, other.positions, rank))
    tally.add("status_extra", *(index not in pairs.values() for index in range(len(other.positions))))
    for index, gold in enumerate(one.positions):
        tally.add("status", index in pairs)
        tally.add("status_by", index in pairs and same_set(gold.by, other.positions[pairs[index]].by))
        if index not in pairs:
            continue
        predicted = other.positions[pairs[index]]
        _add_days(tally, gold, predicted)
        tally.add("attribution", attribution.right(gold.attributed_to, predicted.attributed_to))


def _note(act: Act) -> str:
    statuses = sorted(act.statuses | {each.status for each in act.positions})
    parts = ("/".join(sorted(act.kinds)), "/".join(statuses), ", ".join(who.names[0] for who in act.parties))
    return " | ".join(part for part in parts if part)
