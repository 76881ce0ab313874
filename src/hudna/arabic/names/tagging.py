"""A linear-chain model of names: weights learnt by ``training/names.py``, summed word by word.

The sums of the words of a document are laid over each other as one long integer, a block of fields for each word. A
word is looked at further only where a label other than ``O`` comes near to it.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from hudna.arabic.names.decoding import Decoder, Tag
from hudna.arabic.names.features import EDGE, REACH, back_features, class_features, front_features, look_of
from hudna.arabic.names.weights import (
    ALL_HALVES,
    BLOCK_BITS,
    BLOCK_BYTES,
    BLOCKS,
    FIELD_BITS,
    HALF,
    HALVES,
    LABELS,
    SCALE,
    Weights,
    sum_bytes,
)
from hudna.model import Document
from hudna.text import Memo

# Sums of log-odds over O below which a name hardly ever is the best reading: of its first word, where it has no other,
# of its first two words, and of one more word.
NEAR_ALONE: Final = 1.0
NEAR_PAIR: Final = -1.0
NEAR_INNER: Final = -3.0
ANY: Final[Mapping[str, float]] = dict.fromkeys((label[2:] for label in LABELS), 0.0)
"""The least odds of names where all that the model finds are asked for."""

_BLOCK: Final = (1 << BLOCK_BITS) - 1
_MASKED: Final = 256  # masks are made for so many words, or a multiple
# How near a word comes to a name: it may begin one and be of one, or be of one (2), or neither.
_BEGINS: Final = b"\3"
_FAR: Final = b"\0"
_FIRST_FIELDS: Final = range(0, len(LABELS), 2)
_FIRSTS: Final = sum(0xFFFF << (FIELD_BITS * place) for place in _FIRST_FIELDS)
_ALONE: Final = sum((HALF - int(NEAR_ALONE * SCALE)) << (FIELD_BITS * place) for place in _FIRST_FIELDS)
_PAIR: Final = sum((-int(NEAR_PAIR * SCALE)) << (FIELD_BITS * place) for place in _FIRST_FIELDS)
_FIRST_CARRIES: Final = sum(1 << (FIELD_BITS * (place + 1)) for place in _FIRST_FIELDS)
_INNER: Final = sum((-int(NEAR_INNER * SCALE)) << (FIELD_BITS * (place + 1)) for place in _FIRST_FIELDS)
_INNER_HALVES: Final = sum(HALF << (FIELD_BITS * (place + 1)) for place in _FIRST_FIELDS)


class _Masks(NamedTuple):
    """What the scores of so many words are compared with, a block for each, and what is too much in their sum."""

    surplus: int
    firsts: int
    alone: int
    pair: int
    carries: int
    inner: int
    halves: int


@lru_cache(maxsize=16)
def _masks(words: int) -> _Masks:
    ones = ((1 << (BLOCK_BITS * words)) - 1) // _BLOCK
    masks = (ALL_HALVES - HALVES, _FIRSTS, _ALONE, _PAIR, _FIRST_CARRIES, _INNER, _INNER_HALVES)
    return _Masks(*[ones * mask for mask in masks])


def _of_any_class(bits: int) -> int:
    """Return the bits in a block's second field that are 1 in the second field of one of its classes."""
    for shift in (2 * FIELD_BITS, 4 * FIELD_BITS):
        bits |= bits >> shift
    return bits


def scores_of(sums: Sequence[bytes]) -> int:
    """Return the scores of words, a block each, given the sums of those words and of ``REACH`` more on either side.

    As with sums, half of what a field can hold is added to each.
    """
    size = len(sums)
    laid = 0
    for turn in range(min(BLOCKS, size)):  # sums that stand as many words apart as they have blocks do not overlap
        laid += int.from_bytes(b"".join(sums[turn::BLOCKS]), "little") << (BLOCK_BITS * turn)
    laid -= _masks(_rounded(size)).surplus
    return (laid & ((1 << (BLOCK_BITS * size)) - 1)) >> (BLOCK_BITS * 2 * REACH)


def _rounded(words: int) -> int:
    return -(-words // _MASKED) * _MASKED


class Tagger:
    """Weights with the sums of the words they have met.

    ``least`` are the log-odds below which a name of a class is not asked for; a class not in it never is.
    """

    def __init__(self, weights: Weights, least: Mapping[str, float] = ANY) -> None:
        self._weights = weights
        self._decoder = Decoder(weights.steps, least)
        self._classes = Memo(lambda classes: weights.total(class_features(classes)))
        self._plain = Memo(lambda several: weights.total(several.split(" ")))
        self._fronts = Memo(lambda letters: weights.total(front_features(letters)))
        self._backs = Memo(lambda letters: weights.total(back_features(letters)))
        self._words = Memo(self._sum_of)
        self._named = Memo(self._sum_named)
        self._edge = sum_bytes(weights.total([EDGE]))

    def _sum_of(self, folded: str) -> bytes:
        """Return the sum of a word's features, those of many words summed before."""
        own, classes, plain, front, back = look_of(folded)
        shared = self._classes[classes] + self._plain[plain] + self._fronts[front] + self._backs[back]
        return sum_bytes(self._weights.total(own) + shared)

    def _sum_named(self, named: str) -> bytes:
        folded, _, feature = named.partition(" ")
        return sum_bytes(int.from_bytes(self._words[folded], "little") - ALL_HALVES + self._plain[feature])

    def tags(self, document: Document, named: Mapping[int, str], known: bytearray) -> list[Tag]:
        """Return the names in a document that lie among the words not ``known``, given the features of words of those.

        Names that hold a word that is known may be returned as well.
        """
        folded = document.words
        words = list(map(self._words.__getitem__, folded))
        for place, feature in named.items():
            words[place] = self._named[f"{folded[place]} {feature}"]
        edges = [self._edge] * REACH
        sums, marks = [*edges], bytearray()
        starts: list[int] = []
        for sentence in document.sentences:
            starts.append(len(marks))
            sums += words[sentence.first : sentence.end]
            sums += edges
            marks += known[sentence.first : sentence.end] + bytes(REACH)
        found: list[Tag] = []
        for first, end, label, odds in self.names(sums, marks):
            number = bisect_right(starts, first) - 1
            moved = document.sentences[number].first - starts[number]
            found.append(Tag(first + moved, end + moved, label, odds))
        return found

    def names(self, sums: Sequence[bytes], known: bytes | bytearray) -> Iterator[Tag]:
        """Yield the names among words, given their sums, with those of ``REACH`` edges before and behind them."""
        words = len(sums) - 2 * REACH
        if words < 1:
            return
        masks, scores = _masks(_rounded(len(sums))), scores_of(sums)
        firsts, inners = scores & masks.firsts, (scores >> FIELD_BITS) & masks.firsts
        begin = ((firsts + masks.alone) | (firsts + (inners >> BLOCK_BITS) + masks.pair)) & masks.carries
        go_on = ((scores + masks.inner) & masks.halves) >> (FIELD_BITS - 1)
        both = _of_any_class(begin | (begin | go_on) << 1)
        near = both.to_bytes(BLOCK_BYTES * words, "little")[FIELD_BITS // 8 :: BLOCK_BYTES] + _FAR
        fields = scores.to_bytes(BLOCK_BYTES * words, "little")
        first = near.find(_BEGINS)
        while first >= 0:
            end = near.find(_FAR, first + 1)
            if not all(known[first:end]):
                yield from self._decoder.names(fields[BLOCK_BYTES * first : BLOCK_BYTES * end], first, known[first:end])
            first = near.find(_BEGINS, end)
