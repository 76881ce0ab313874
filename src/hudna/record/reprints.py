"""Articles that print one text, whole or in good part, whether they say so or not."""

import struct
from collections.abc import Callable
from functools import lru_cache
from typing import Final, NamedTuple

from hudna.arabic.wording import content_keys
from hudna.model import Member
from hudna.record.copies import Passages, passages_in, runs_of

_RUN: Final = 5  # content words in a row: two reporters seldom choose the same
_SHARED: Final = 0.35  # of the runs of the shorter article
_REMEMBERED: Final = 400  # articles that were looked at last
_BYTES: Final = 8  # of the number of a run


class Print(NamedTuple):
    """By what a text is known in another: its runs of content words, and all its runs of words in their order."""

    content: bytes
    passages: bytes


def print_of(text: str) -> Print:
    """Return by what a text is known in another."""
    content = sorted(set(runs_of(content_keys(text), _RUN)))
    return Print(_packed(content), _packed(passages_in(text)))


class Reprints:
    """Tells of two articles whether one reprints the other; they are looked at only when they are asked for."""

    def __init__(
        self, text_of: Callable[[str], str | None], kept_of: Callable[[str], Print | None] = lambda _: None
    ) -> None:
        """``text_of`` returns the text of an article by its digest, ``kept_of`` its print where that is known."""
        self._text_of = text_of
        self._kept_of = kept_of
        self._print_of = lru_cache(_REMEMBERED)(self._find_print)
        self._content_of = lru_cache(_REMEMBERED)(self._find_content)
        self._passages_of = lru_cache(_REMEMBERED)(self._find_passages)

    def are_one(self, one: str, other: str) -> bool:
        """Return whether the articles of two digests print one text."""
        if one == other:
            return True
        ours, theirs = self._content_of(one), self._content_of(other)
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

    def _find_print(self, digest: str) -> Print:
        return self._kept_of(digest) or print_of(self._text_of(digest) or "")

    def _find_content(self, digest: str) -> frozenset[int]:
        return frozenset(_unpacked(self._print_of(digest).content))

    def _find_passages(self, digest: str) -> Passages:
        return Passages(_unpacked(self._print_of(digest).passages), lambda: self._text_of(digest) or "")


def _packed(numbers: list[int]) -> bytes:
    return struct.pack(f"<{len(numbers)}q", *numbers)


def _unpacked(packed: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(packed) // _BYTES}q", packed)


NO_REPRINTS: Final = Reprints(lambda _: None)
