"""Articles that print one text, whole or in good part, whether they say so or not."""

from collections.abc import Iterable
from typing import Final

from hudna.arabic.wording import content_words
from hudna.model import Member
from hudna.record.copies import Passages, passages_of

_RUN: Final = 5  # content words in a row: two reporters seldom choose the same
_SHARED: Final = 0.35  # of the runs of the shorter article


class Reprints:
    """Tells of two articles whether one reprints the other; their texts are looked at only when they are asked for."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        """``texts`` are those of the articles, each with its digest."""
        self._texts = dict(texts)
        self._runs: dict[str, frozenset[tuple[str, ...]]] = {}
        self._passages: dict[str, Passages] = {}

    def are_one(self, one: str, other: str) -> bool:
        """Return whether the articles of two digests print one text."""
        if one == other:
            return True
        ours, theirs = self._runs_of(one), self._runs_of(other)
        fewest = min(len(ours), len(theirs))
        return fewest > 0 and len(ours & theirs) >= _SHARED * fewest

    def tell_one_passage(self, one: Member, other: Member) -> bool:
        """Return whether two tellings rest on a passage that both articles print, whatever else stands in them."""
        ours, theirs = self._passages_of(one.article), self._passages_of(other.article)
        shared = ours.shared_with(theirs)
        if not shared:
            return False
        told = [ours.touching((each.span for each in one.evidence), shared)]
        told.append(theirs.touching((each.span for each in other.evidence), shared))
        return not told[0].isdisjoint(told[1])

    def _passages_of(self, digest: str) -> Passages:
        if digest not in self._passages:
            self._passages[digest] = passages_of(self._texts.get(digest, ""))
        return self._passages[digest]

    def _runs_of(self, digest: str) -> frozenset[tuple[str, ...]]:
        if digest not in self._runs:
            keys = [word.key for word in content_words(self._texts.get(digest, ""))]
            self._runs[digest] = frozenset(zip(*(keys[start:] for start in range(_RUN)), strict=False))
        return self._runs[digest]


NO_REPRINTS: Final = Reprints(())
