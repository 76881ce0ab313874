"""A linear-chain model of names: weights learnt by ``training/names.py``, summed word by word.

What a word adds to the labels of the words up to two places from it does not depend on where it stands, so it is summed
once for each written word. Such a sum is one integer of signed 16-bit fields, a field for each label at each distance;
integers add all fields at once, and those of all words of a document as well. A word is looked at further only where a
label other than ``O`` comes near to it.
"""

import struct
import zlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from operator import add
from typing import Final, NamedTuple

from hudna.arabic.names.features import EDGE, REACH, word_features
from hudna.model import Document
from hudna.text import Memo

LABELS: Final = ("B-PERS", "I-PERS", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC", "I-MISC")
"""The labels that carry weights; those of ``O`` are taken off all others."""

SCALE: Final = 64.0  # steps of a field for one unit of log-odds
FIELD_BITS: Final = 16
BLOCK_BITS: Final = FIELD_BITS * len(LABELS)
BLOCK_BYTES: Final = BLOCK_BITS // 8
# Sums of log-odds over O below which a name hardly ever is the best reading: of its first word, where it has no other,
# of its first two words, and of one more word.
NEAR_ALONE: Final = 1.0
NEAR_PAIR: Final = -1.0
NEAR_INNER: Final = -3.0
_DISTANCES: Final = 2 * REACH + 1
_HALF: Final = 1 << (FIELD_BITS - 1)
_HALVES: Final = sum(_HALF << (FIELD_BITS * place) for place in range(len(LABELS)))
_ALL_HALVES: Final = sum(_HALVES << (BLOCK_BITS * block) for block in range(_DISTANCES))
_SURPLUS: Final = (_DISTANCES - 1) * _HALVES  # of the blocks of all distances added, over one
_BLOCK: Final = (1 << BLOCK_BITS) - 1
_BLOCKS: Final = 256  # masks are made for so many words, or a multiple
_FIRSTS: Final = sum(0xFFFF << (FIELD_BITS * place) for place in range(0, len(LABELS), 2))
_ALONE: Final = sum((_HALF - int(NEAR_ALONE * SCALE)) << (FIELD_BITS * place) for place in range(0, len(LABELS), 2))
_PAIR: Final = sum((-int(NEAR_PAIR * SCALE)) << (FIELD_BITS * place) for place in range(0, len(LABELS), 2))
_INNER: Final = sum((-int(NEAR_INNER * SCALE)) << (FIELD_BITS * place) for place in range(1, len(LABELS), 2))
_FIRST_CARRIES: Final = sum(1 << (FIELD_BITS * (place + 1)) for place in range(0, len(LABELS), 2))
_INNER_HALVES: Final = sum(_HALF << (FIELD_BITS * place) for place in range(1, len(LABELS), 2))
_FIELDS: Final = struct.Struct(f"<{len(LABELS)}H")
_CLASSES: Final = len(LABELS) // 2
_OUTSIDE: Final = len(LABELS)
_FREE: Final = (*range(0, _OUTSIDE, 2), _OUTSIDE)  # labels that may follow any other
_HOPELESS: Final = -12.0  # log-odds over O below which a word begins no name, whatever stands beside it
_NEVER: Final = -1e9

Sums = tuple[bytes, ...]
"""What a word adds to the labels of the words round it, first to those of the word two places behind it.

Fields of a block hold half of what they can more than the sum, so that none is negative.
"""


class Tag(NamedTuple):
    """Words ``first`` to ``end`` (exclusive) of a class; ``odds`` are the log-odds against none of them being a name."""

    first: int
    end: int
    label: str
    odds: float


def pack(weights: Mapping[tuple[int, int], float]) -> int:
    """Return the weights of a feature, by distance and label, as one integer."""
    return sum(
        round(weight * SCALE) << (BLOCK_BITS * (distance + REACH) + FIELD_BITS * label)
        for (distance, label), weight in weights.items()
    )


def blocks(total: int) -> Sums:
    """Return the blocks of a sum."""
    plain = (total + _ALL_HALVES).to_bytes(BLOCK_BYTES * _DISTANCES, "little")
    return tuple([plain[start : start + BLOCK_BYTES] for start in range(0, len(plain), BLOCK_BYTES)])


class _Masks(NamedTuple):
    """What scores are compared with, a block for each of so many words."""

    ones: int
    firsts: int
    alone: int
    pair: int
    carries: int
    inner: int
    halves: int


@lru_cache(maxsize=8)
def _masks(words: int) -> _Masks:
    ones = ((1 << (BLOCK_BITS * words)) - 1) // _BLOCK
    masks = (1, _FIRSTS, _ALONE, _PAIR, _FIRST_CARRIES, _INNER, _INNER_HALVES)
    return _Masks(*[ones * mask for mask in masks])


def _flags(bits: int, words: int, bit: int) -> bytes:
    """Return for each word whether one of the fields of its block has a bit set."""
    for shift in (2 * FIELD_BITS, 4 * FIELD_BITS):
        bits |= bits >> shift
    return bits.to_bytes(BLOCK_BYTES * words, "little")[bit // 8 :: BLOCK_BYTES]


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of features, and from each label (``O`` last) to each."""

    features: Mapping[str, int]
    steps: Sequence[Sequence[float]]

    def total(self, features: Iterable[str]) -> int:
        """Return the sum of some features of a word."""
        return sum(filter(None, map(self.features.get, features)))

    def tags(self, sums: Sequence[Sums], known: bytes | bytearray) -> Iterator[Tag]:
        """Yield the names among words, given what each adds; two edges stand before, between and behind sentences.

        ``known`` marks words whose names are known already: a name of those alone is not looked for.
        """
        words = len(sums) - 2 * REACH
        if words < 1:
            return
        size = -(-words // _BLOCKS) * _BLOCKS
        masks = _masks(size)
        columns = [column[distance : distance + words] for distance, column in enumerate(zip(*sums, strict=True))]
        added = sum([int.from_bytes(b"".join(column), "little") for column in columns])
        scores = added - _SURPLUS * (masks.ones >> (BLOCK_BITS * (size - words)))
        firsts, inners = scores & masks.firsts, (scores >> FIELD_BITS) & masks.firsts
        begin = ((firsts + masks.alone) | (firsts + (inners >> BLOCK_BITS) + masks.pair)) & masks.carries
        may_begin = _flags(begin, words, FIELD_BITS)
        may_go_on = _flags((scores + masks.inner) & masks.halves, size, 2 * FIELD_BITS - 1)
        fields = scores.to_bytes(BLOCK_BYTES * words, "little")
        first = may_begin.find(1)
        while first >= 0:
            end = first + 1
            while end < words and (may_begin[end] or may_go_on[end]):
                end += 1
            if not all(known[first + REACH : end + REACH]):
                yield from self._decode(fields[BLOCK_BYTES * first : BLOCK_BYTES * end], first + REACH)
            first = may_begin.find(1, end)

    def _decode(self, fields: bytes, first: int) -> Iterator[Tag]:
        """Yield the names of the best row of labels for the words from ``first`` on, with O on either side."""
        rows = [[*[(field - _HALF) / SCALE for field in block], 0.0] for block in _FIELDS.iter_unpack(fields)]
        labels = self._best(rows)
        start = 0
        for place, label in enumerate([*labels, _OUTSIDE]):
            before = labels[place - 1] if place else _OUTSIDE
            inside = label != _OUTSIDE and label % 2 == 1
            if before != _OUTSIDE and not inside:
                yield Tag(first + start, first + place, LABELS[before][2:], self._odds(rows, labels, start, place))
            if label != _OUTSIDE and not inside:
                start = place

    def _best(self, rows: Sequence[Sequence[float]]) -> list[int]:
        """Return the best row of labels (Viterbi); an inner label follows its own class alone."""
        steps, columns = self.steps, list(zip(*self.steps, strict=True))
        before_all = self.steps[_OUTSIDE]
        last = [before_all[label] + value if label in _FREE else _NEVER for label, value in enumerate(rows[0])]
        origins: list[list[int]] = []
        for row in rows[1:]:
            now, origin = [_NEVER] * (_OUTSIDE + 1), [0] * (_OUTSIDE + 1)
            for label in _FREE:
                if row[label] < _HOPELESS:
                    continue
                column = list(map(add, last, columns[label]))
                top = max(column)
                now[label] = top + row[label]
                origin[label] = column.index(top)
            for label in range(1, _OUTSIDE, 2):
                one, other = last[label - 1] + steps[label - 1][label], last[label] + steps[label][label]
                now[label] = max(one, other) + row[label]
                origin[label] = label - 1 if one >= other else label
            last = now
            origins.append(origin)
        finals = list(map(add, last, columns[_OUTSIDE]))
        found = [finals.index(max(finals))]
        for origin in reversed(origins):
            found.append(origin[found[-1]])
        return found[::-1]

    def _odds(self, rows: Sequence[Sequence[float]], labels: Sequence[int], start: int, end: int) -> float:
        """Return how much better the labels of a name are than O for all its words."""
        steps = self.steps
        before = labels[start - 1] if start else _OUTSIDE
        after = labels[end] if end < len(labels) else _OUTSIDE
        named = [before, *labels[start:end], after]
        plain = [before, *[_OUTSIDE] * (end - start), after]
        odds = 0.0
        for place in range(start, end):
            odds += rows[place][labels[place]]
        for path, sign in ((named, 1.0), (plain, -1.0)):
            for one, other in pairwise(path):
                odds += sign * steps[one][other]
        return odds


def write_model(model: Model) -> bytes:
    """Return a model as it is kept in a file."""
    lines = [" ".join(f"{step:.4f}" for row in model.steps for step in row)]
    lines += [f"{feature}\t{packed:x}" for feature, packed in sorted(model.features.items()) if packed]
    return zlib.compress("\n".join(lines).encode(), 9)


def read_model(data: bytes) -> Model:
    """Return the model that a file keeps."""
    head, _, rest = zlib.decompress(data).decode().partition("\n")
    numbers = [float(step) for step in head.split(" ")]
    size = len(LABELS) + 1
    cells = rest.replace("\n", "\t").split("\t")
    features = dict(zip(cells[::2], [int(packed, 16) for packed in cells[1::2]], strict=True))
    return Model(features, [numbers[row * size : (row + 1) * size] for row in range(size)])


class Tagger:
    """A model with the sums of the words it has met."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._totals = Memo(lambda folded: model.total(word_features(folded)))
        self._words = Memo(lambda folded: blocks(self._totals[folded]))
        self._named = Memo(self._sums_named)
        self._edge = blocks(model.total([EDGE]))

    def _sums_named(self, named: str) -> Sums:
        folded, _, feature = named.partition(" ")
        return blocks(self._totals[folded] + self._model.features.get(feature, 0))

    def tags(self, document: Document, named: Mapping[int, str], known: bytearray) -> list[Tag]:
        """Return the names in a document that hold a word of none known, given the features of words of those."""
        tokens = document.tokens
        words = list(map(self._words.__getitem__, [token.folded for token in tokens]))
        for place, feature in named.items():
            words[place] = self._named[f"{tokens[place].folded} {feature}"]
        edges = [self._edge] * REACH
        sums, marks = [*edges], bytearray(REACH)
        starts: list[int] = []
        for sentence in document.sentences:
            starts.append(len(sums))
            sums += words[sentence.first : sentence.end]
            sums += edges
            marks += known[sentence.first : sentence.end] + bytes(REACH)
        found: list[Tag] = []
        for first, end, label, odds in self._model.tags(sums, marks):
            number = bisect_right(starts, first) - 1
            moved = document.sentences[number].first - starts[number]
            found.append(Tag(first + moved, end + moved, label, odds))
        return found


@cache
def tagger() -> Tagger:
    """Return the tagger that ships, loaded when it is first asked for."""
    return Tagger(read_model(files(__package__).joinpath("names.model").read_bytes()))
