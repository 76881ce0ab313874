"""Articles that print one text, whole or in good part, whether they say so or not."""

from collections.abc import Iterable
from typing import Final

from hudna.arabic.wording import content_words
from hudna.model import Article

_RUN: Final = 5  # content words in a row: two reporters seldom choose the same
_SHARED: Final = 0.35  # of the runs of the shorter article


class Reprints:
    """Tells of two articles whether one reprints the other; their texts are looked at only when they are asked for."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._texts = {article.digest: article.text for article in articles}
        self._runs: dict[str, frozenset[tuple[str, ...]]] = {}

    def are_one(self, one: str, other: str) -> bool:
        """Return whether the articles of two digests print one text."""
        if one == other:
            return True
        ours, theirs = self._runs_of(one), self._runs_of(other)
        fewest = min(len(ours), len(theirs))
        return fewest > 0 and len(ours & theirs) >= _SHARED * fewest

    def _runs_of(self, digest: str) -> frozenset[tuple[str, ...]]:
        if digest not in self._runs:
            keys = [word.key for word in content_words(self._texts.get(digest, ""))]
            self._runs[digest] = frozenset(zip(*(keys[start:] for start in range(_RUN)), strict=False))
        return self._runs[digest]


NO_REPRINTS: Final = Reprints(())
