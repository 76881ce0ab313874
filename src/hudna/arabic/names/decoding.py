"""The best row of labels for a few words (Viterbi), and the names it holds."""

import struct
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from operator import add
from typing import Final, NamedTuple

from hudna.arabic.names.weights import HALF, LABELS, OUTSIDE, SCALE

_FIELDS: Final = struct.Struct(f"<{len(LABELS)}H")
_FREE: Final = (*range(0, OUTSIDE, 2), OUTSIDE)  # labels that may follow any other
_INNER: Final = range(1, OUTSIDE, 2)  # those that follow their own class alone
_HOPELESS: Final = -12.0  # log-odds over O below which a word begins no name, whatever stands beside it
_NEVER: Final = -1e9
_SLACK: Final = 1e-3  # in steps of a field, for the rounding of floats

Rows = list[list[float]]
"""The scores of all labels, those of ``O`` last, for each word."""


class Tag(NamedTuple):
    """Words ``first`` to ``end`` (exclusive) of a class; ``odds`` are the log-odds against none of them being a name."""

    first: int
    end: int
    label: str
    odds: float


class _Gain(NamedTuple):
    """What the steps of a name of one class may add at most, over those of no name, and what must come of it.

    Counted in steps of a field, whose halves are taken off.
    """

    label: int
    into_first: float  # of the words looked at, with O before it
    into: float
    inside: float
    least: float
    least_last: float  # at the end of the words looked at, with O behind it


class Decoder:
    """Finds names in scores; ``steps`` are the weights from each label (``O`` last) to each."""

    def __init__(self, steps: Sequence[Sequence[float]], least: Mapping[str, float]) -> None:
        """``least`` are the log-odds below which a name of a class is not asked for; a class not in it never is."""
        self._steps = steps
        self._columns = list(zip(*steps, strict=True))
        self._inner = [(label, steps[label - 1][label], steps[label][label]) for label in _INNER]
        # A label this much behind the best is not the one before any other, whatever the step.
        self._spread = max(max(self._columns[label]) - min(self._columns[label]) for label in _FREE) + _SLACK
        self._first = [steps[OUTSIDE][label] if label in _FREE else _NEVER for label in range(OUTSIDE + 1)]
        self._gains = [
            self._gain(label, least[LABELS[label][2:]]) for label in range(0, OUTSIDE, 2) if LABELS[label][2:] in least
        ]

    def _gain(self, label: int, least: float) -> _Gain:
        steps, outside = self._steps, self._steps[OUTSIDE]
        into = max(row[label] - row[OUTSIDE] for row in steps)
        into_first = outside[label] - outside[OUTSIDE]
        inside = max(steps[label][label + 1], steps[label + 1][label + 1]) - outside[OUTSIDE]
        ends = (label, label + 1)
        out = max(steps[own][after] - outside[after] for own in ends for after in _FREE if after != OUTSIDE)
        out_last = max(steps[own][OUTSIDE] for own in ends) - outside[OUTSIDE]
        return _Gain(
            label,
            SCALE * into_first - HALF,
            SCALE * into - HALF,
            SCALE * inside - HALF,
            SCALE * (least - max(out, out_last)) - _SLACK,
            SCALE * (least - out_last) - _SLACK,
        )

    def names(self, fields: bytes, first: int, known: bytes | bytearray) -> Iterator[Tag]:
        """Yield the names of the best row of labels for the words from ``first`` on, with O on either side.

        Nothing is yielded where no name that is asked for can lie among the words not ``known``.
        """
        blocks = list(_FIELDS.iter_unpack(fields))
        if not self._may_name(blocks, known):
            return
        rows = [[*[(field - HALF) / SCALE for field in block], 0.0] for block in blocks]
        labels = self.best(rows)
        start = 0
        for place, label in enumerate([*labels, OUTSIDE]):
            before = labels[place - 1] if place else OUTSIDE
            inside = label in _INNER
            if before != OUTSIDE and not inside:
                yield Tag(first + start, first + place, LABELS[before][2:], self._odds(rows, labels, start, place))
            if label != OUTSIDE and not inside:
                start = place

    def _may_name(self, blocks: Sequence[Sequence[int]], known: bytes | bytearray) -> bool:
        """Return whether the odds of a name that is asked for, among words not known, can reach what they must."""
        if len(blocks) == 1:
            block = blocks[0]
            return not known[0] and any(gain.into_first + block[gain.label] >= gain.least_last for gain in self._gains)
        for label, into_first, into, inside, least, least_last in self._gains:
            most, entered = _NEVER, into_first
            for block, is_known in zip(blocks, known, strict=True):
                if most >= least:
                    return True
                most = _NEVER if is_known else max(entered + block[label], most + inside + block[label + 1])
                entered = into
            if most >= least_last:
                return True
        return False

    def best(self, rows: Rows) -> list[int]:
        """Return the best row of labels; an inner label follows its own class alone."""
        columns = self._columns
        last = list(map(add, self._first, rows[0]))
        origins: list[list[int]] = []
        for row in rows[1:]:
            now, origin = [_NEVER] * (OUTSIDE + 1), [0] * (OUTSIDE + 1)
            least = max(last) - self._spread
            near = [label for label, score in enumerate(last) if score >= least]
            for label in _FREE:
                if row[label] < _HOPELESS:
                    continue
                column, top = columns[label], 2 * _NEVER
                for before in near:
                    score = last[before] + column[before]
                    if score > top:
                        top, origin[label] = score, before
                now[label] = top + row[label]
            for label, begun, gone_on in self._inner:
                one, other = last[label - 1] + begun, last[label] + gone_on
                if one >= other:
                    now[label], origin[label] = one + row[label], label - 1
                else:
                    now[label], origin[label] = other + row[label], label
            last = now
            origins.append(origin)
        finals = list(map(add, last, columns[OUTSIDE]))
        found = [finals.index(max(finals))]
        for origin in reversed(origins):
            found.append(origin[found[-1]])
        return found[::-1]

    def _odds(self, rows: Rows, labels: Sequence[int], start: int, end: int) -> float:
        """Return how much better the labels of a name are than O for all its words."""
        steps = self._steps
        before = labels[start - 1] if start else OUTSIDE
        after = labels[end] if end < len(labels) else OUTSIDE
        named = [before, *labels[start:end], after]
        plain = [before, *[OUTSIDE] * (end - start), after]
        odds = 0.0
        for place in range(start, end):
            odds += rows[place][labels[place]]
        for path, sign in ((named, 1.0), (plain, -1.0)):
            for one, other in pairwise(path):
                odds += sign * steps[one][other]
        return odds
