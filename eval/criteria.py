"""When a predicted contact, measure, incident or pledge is the gold one."""

from collections.abc import Mapping, Sequence
from typing import Final

from eval.facts import Act, Who
from eval.labels import alike, count_same, readings_of, same
from eval.matching import Rank, pair
from eval.spans import Place, Words, shared

MAX_EVIDENCE_WORDS: Final = 40
"""A longer piece of evidence is a paragraph: it gives no credit."""

MAX_WORDS_IN_ALL: Final = 100
"""A record whose pieces of evidence are longer together gives no credit."""

MAIN_PARTIES: Final = 2

NEAR_KINDS: Final[Mapping[str, frozenset[str]]] = {
    "meeting": frozenset({"session", "talks", "visit"}),
    "session": frozenset({"meeting", "talks"}),
    "talks": frozenset({"meeting", "session", "call"}),
    "visit": frozenset({"meeting"}),
    "call": frozenset({"talks"}),
    "agreement": frozenset({"document"}),
    "document": frozenset({"agreement"}),
    "killing_unspecified": frozenset({"violence_against_civilians"}),
    "violence_against_civilians": frozenset({"killing_unspecified"}),
}
"""Gold kind -> the kinds beside it that careful readers also choose for the same words."""


def match_acts(
    golds: Sequence[Act], found: Sequence[Act], words: Words, layer: str, *, parties: bool = True, exact: bool = False
) -> list[tuple[int, int]]:
    """Return the pairs of a near kind (``exact``: the very kind) with shared evidence and (``parties``) the main parties.

    Where a record could go with several, the very kind goes first, then more of the parties, the same status, the same
    days, more shared words.
    """

    def rank(one: Act, other: Act) -> Rank | None:
        same_kind = bool(one.kinds & other.kinds)
        if not same_kind and (exact or not _near(one, other)):
            return None
        overlap = evidence_overlap(one, other, words)
        if not overlap or (parties and not parties_right(one, other, layer)):
            return None
        shared_parties = count_same(one.parties, other.parties)
        return (same_kind, shared_parties, bool(one.statuses & other.statuses), one.days == other.days, overlap)

    return pair(golds, found, rank)


def _near(one: Act, other: Act) -> bool:
    return any(NEAR_KINDS.get(kind, frozenset()) & other.kinds for kind in one.kinds)


def evidence_overlap(gold: Act, predicted: Act, words: Words) -> float:
    """Return the words both records point to over all words they point to; 0 where the evidence is too long."""
    pieces = [words.touched([span]) for span in predicted.evidence]
    if sum(len(piece) for piece in pieces) > MAX_WORDS_IN_ALL:
        return 0.0
    short: frozenset[Place] = frozenset().union(*(piece for piece in pieces if len(piece) <= MAX_EVIDENCE_WORDS))
    return shared(words.touched(gold.evidence), short)


def parties_right(gold: Act, predicted: Act, layer: str) -> bool:
    """Return whether the main parties are right.

    Incidents: the same actor, or none on both sides, and without an actor the same target. All others: two of the
    gold parties, or all where there are fewer.
    """
    if layer == "incidents":
        if gold.actor is None:
            return predicted.actor is None and (gold.target is None or same_target(gold.target, predicted.target))
        return same(gold.actor, predicted.actor)
    return any(
        count_same(each, predicted.parties) >= min(MAIN_PARTIES, len(each)) for each in readings_of(gold.parties)
    )


def same_target(gold: Who | None, predicted: Who | None) -> bool:
    """Return whether what was hit is the same: by its label, or by half of the words of the shorter description."""
    if gold is None or predicted is None:
        return gold is predicted
    if same(gold, predicted):
        return True
    found = set(predicted.names[0].split())
    return any(
        2 * sum(any(alike(a, b) for b in found) for a in name.split()) >= len(name.split()) for name in gold.names
    )
