"""Copies: articles that print one text, whole, nearly or in part; whom they credit and which came first."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final
from zlib import crc32

from hudna.model import Copy, CopyKind, Field, Reading, Span
from hudna.record.likeness import day_of
from hudna.record.names import plain_form
from hudna.text import fold

_WORD: Final = re.compile(r"[^\W_]+")
_RUN_WORDS: Final = 8  # so many words in the same order are hardly ever chance
_SAMPLE: Final = 4  # one run in so many is looked up to find candidates
_MIN_SAMPLED: Final = 3
_MAX_HOLDERS: Final = 50  # a run that more articles have belongs to the page, or is a phrase of the trade
_MIN_RUNS: Final = 12  # in common: about 20 words on end, or more in pieces
_NEAR: Final = 0.8  # of the runs of the longer text
_PRIME: Final = 1_000_003
_MODULUS: Final = (1 << 61) - 1
_LEFT: Final = pow(_PRIME, _RUN_WORDS, _MODULUS)  # what the word that leaves a run had grown to


@dataclass(frozen=True, slots=True)
class Passages:
    """The runs of words of a text, folded: each by a number, with where it stands (raw, half-open)."""

    runs: Mapping[int, tuple[int, int]]
    words: int

    def shared_with(self, other: "Passages") -> frozenset[int]:
        """Return the runs that two texts share, none where they are too few to be copied."""
        shared = frozenset(self.runs.keys() & other.runs.keys())
        return shared if len(shared) >= _MIN_RUNS else frozenset()

    def touching(self, spans: Iterable[Span], runs: frozenset[int]) -> set[int]:
        """Return those of some runs that touch one of the spans of the text."""
        wanted = [span for span in spans if span.field is Field.TEXT]
        return {
            run
            for run in runs
            if any(span.start < self.runs[run][1] and self.runs[run][0] < span.end for span in wanted)
        }


def passages_of(text: str) -> Passages:
    """Return the runs of a text."""
    folded = fold(text)
    matches = list(_WORD.finditer(folded.text))
    runs: dict[int, tuple[int, int]] = {}
    for place, run in enumerate(_runs([match[0] for match in matches])):
        last = matches[place + _RUN_WORDS - 1]
        runs.setdefault(run, (folded.to_raw[matches[place].start()], folded.to_raw[last.end() - 1] + 1))
    return Passages(runs, len(matches))


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


def _runs(words: Sequence[str]) -> Iterator[int]:
    """Yield a number for every run of words, the same for the same words."""
    codes = [crc32(word.encode("utf-8", "surrogatepass")) for word in words]
    number = 0
    for place, code in enumerate(codes):
        left = codes[place - _RUN_WORDS] if place >= _RUN_WORDS else 0
        number = (number * _PRIME + code - left * _LEFT) % _MODULUS
        if place >= _RUN_WORDS - 1:
            yield number


def _candidates(readings: Mapping[str, Reading]) -> list[tuple[str, str]]:
    """Return the pairs of digests that share enough of the runs in the sample, sorted."""
    holders: dict[int, list[str]] = defaultdict(list)
    for digest in sorted(readings):
        words = _WORD.findall(fold(readings[digest].article.text).text)
        for run in {run for run in _runs(words) if run % _SAMPLE == 0}:
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
    if fewest == most == len(shared) and passages[0].words == passages[1].words:
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
