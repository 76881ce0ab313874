"""Copies: articles that print one text, whole, nearly or in part; whom they credit and which came first."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations
from typing import Final
from zlib import crc32

from hudna.model import Copy, CopyKind, Field, Reading, Span
from hudna.record.names import plain_form
from hudna.record.windows import day_of
from hudna.text import fold, fold_again

_WORD: Final = re.compile(r"[^\W_]+")
_RUN_WORDS: Final = 8  # so many words in the same order are hardly ever chance
_SAMPLE: Final = 4  # one run in so many is looked up to find candidates
_MIN_SAMPLED: Final = 3
_MAX_HOLDERS: Final = 50  # a run that more articles have belongs to the page, or is a phrase of the trade
_MIN_RUNS: Final = 12  # in common: about 20 words on end, or more in pieces
_NEAR: Final = 0.8  # of the runs of the longer text
_PRIME: Final = 1_000_003
_MODULUS: Final = (1 << 61) - 1


class Passages:
    """The runs of words of a text, folded: each by a number, with the place of its first word; where the words stand."""

    def __init__(self, in_order: Sequence[int], text_of: Callable[[], str]) -> None:
        """``in_order`` are the numbers of the runs (``runs_of``), ``text_of`` returns the text, which is seldom needed."""
        self._text_of = text_of
        self.runs: Mapping[int, int] = dict(zip(reversed(in_order), range(len(in_order) - 1, -1, -1), strict=True))

    def shared_with(self, other: "Passages") -> frozenset[int]:
        """Return the runs that two texts share, none where they are too few to be copied."""
        shared = frozenset(self.runs.keys() & other.runs.keys())
        return shared if len(shared) >= _MIN_RUNS else frozenset()

    def touching(self, spans: Iterable[Span], runs: frozenset[int]) -> set[int]:
        """Return those of some runs that touch one of the spans of the text."""
        starts, ends = self._bounds
        found: set[int] = set()
        for span in spans:
            if span.field is Field.TEXT:
                # The first run whose last word ends behind the beginning, and the last that begins before the end.
                first = bisect_right(ends, span.start) - _RUN_WORDS + 1
                last = bisect_left(starts, span.end) - 1
                found.update(run for run in runs if first <= self.runs[run] <= last)
        return found

    @cached_property
    def _bounds(self) -> tuple[list[int], list[int]]:
        """Where the words begin and end, raw; looked at only where something is shared."""
        folded = fold(self._text_of())
        to_raw = folded.to_raw
        found = [match.span() for match in _WORD.finditer(folded.text)]
        return [to_raw[start] for start, _ in found], [to_raw[end - 1] + 1 for _, end in found]


def passages_of(text: str) -> Passages:
    """Return the passages of a text."""
    return Passages(passages_in(text), lambda: text)


def passages_in(text: str) -> list[int]:
    """Return the numbers of the runs of a text in their order."""
    return list(runs_of(words_in(text), _RUN_WORDS))


def words_in(text: str) -> list[str]:
    """Return the words of a text, folded."""
    return _WORD.findall(fold_again(text).text)


def find_copies(readings: Iterable[Reading]) -> tuple[Copy, ...]:
    """Return the pairs of articles that print one text, whole, nearly or in part, sorted.

    The order of the readings changes nothing.
    """
    by_digest = {reading.article.digest: reading for reading in readings}
    pairs = _candidates(by_digest)
    passages = {key: passages_of(by_digest[key].article.text) for key in {key for pair in pairs for key in pair}}
    found = [
        _copy((by_digest[one], by_digest[other]), (passages[one], passages[other]), shared)
        for one, other in pairs
        if (shared := passages[one].shared_with(passages[other]))
    ]
    return tuple(sorted(found, key=lambda copy: (copy.first, copy.later)))


def runs_of(words: Sequence[str], length: int) -> Iterator[int]:
    """Yield a number for every run of so many words, the same for the same words."""
    codes = [crc32(word.encode("utf-8", "surrogatepass")) for word in words]
    if len(codes) < length:
        return
    grown = pow(_PRIME, length, _MODULUS)  # what the word that leaves a run had grown to
    number = 0
    for code in codes[:length]:
        number = (number * _PRIME + code) % _MODULUS
    yield number
    for code, left in zip(codes[length:], codes, strict=False):
        number = (number * _PRIME + code - left * grown) % _MODULUS
        yield number


def _candidates(readings: Mapping[str, Reading]) -> list[tuple[str, str]]:
    """Return the pairs of digests that share enough of the runs in the sample, sorted."""
    holders: dict[int, list[str]] = defaultdict(list)
    for digest in sorted(readings):
        for run in {run for run in passages_in(readings[digest].article.text) if run % _SAMPLE == 0}:
            holders[run].append(digest)
    counts: Counter[tuple[str, str]] = Counter()
    for digests in holders.values():
        if 1 < len(digests) <= _MAX_HOLDERS:
            counts.update(combinations(digests, 2))
    return sorted(pair for pair, count in counts.items() if count >= _MIN_SAMPLED)


def _copy(readings: tuple[Reading, Reading], passages: tuple[Passages, Passages], shared: frozenset[int]) -> Copy:
    days = [_day(reading) for reading in readings]
    order_known = None not in days and days[0] != days[1]
    one, other = (reading.article.digest for reading in readings)
    first, later = (other, one) if order_known and str(days[1]) < str(days[0]) else (one, other)
    fewest, most = sorted(len(each.runs) for each in passages)
    kind = CopyKind.PART
    texts = [reading.article.text for reading in readings]
    if fewest == most == len(shared) and len(words_in(texts[0])) == len(words_in(texts[1])):
        kind = CopyKind.WHOLE
    elif len(shared) >= _NEAR * most:
        kind = CopyKind.NEAR
    return Copy(
        first=first,
        later=later,
        order_known=order_known,
        kind=kind,
        share=round(len(shared) / fewest, 3),
        agency=_agency(*readings),
    )


def _day(reading: Reading) -> str | None:
    day = reading.article.published.day
    return None if day is None else day_of(day).isoformat()


def _agency(one: Reading, other: Reading) -> str | None:
    """Return the last credited by both, else by the one that credits anybody."""
    credited = [[party.entity or plain_form(party.label) for party in reading.credits] for reading in (one, other)]
    both = [each for each in credited[0] if each in credited[1]]
    if both:
        return both[-1]
    alone = [each for each in credited if each]
    return alone[0][-1] if len(alone) == 1 else None
