"""The weights of the model of names: what each feature of a word adds to the labels of the words round it.

What a word adds does not depend on where it stands, so it is summed once for each written word. Such a sum is one
integer of signed 16-bit fields, a field for each label in a block for each word in reach; integers add all fields at
once, and those of all words of a document as well.
"""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from hudna.arabic.names.features import REACH

LABELS: Final = ("B-PERS", "I-PERS", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC", "I-MISC")
"""The labels that carry weights; those of ``O`` are taken off all others."""

OUTSIDE: Final = len(LABELS)
SCALE: Final = 64.0  # steps of a field for one unit of log-odds
FIELD_BITS: Final = 16
BLOCK_BITS: Final = FIELD_BITS * len(LABELS)
BLOCK_BYTES: Final = BLOCK_BITS // 8
BLOCKS: Final = 2 * REACH + 1
SUM_BYTES: Final = BLOCK_BYTES * BLOCKS
HALF: Final = 1 << (FIELD_BITS - 1)
HALVES: Final = sum(HALF << (FIELD_BITS * place) for place in range(len(LABELS)))
ALL_HALVES: Final = sum(HALVES << (BLOCK_BITS * block) for block in range(BLOCKS))
NOTHING: Final = ALL_HALVES.to_bytes(SUM_BYTES, "little")
"""What a feature of no weight adds."""

_HEAD_BYTES: Final = 4


def pack(weights: Mapping[tuple[int, int], float]) -> bytes:
    """Return the weights of a feature, by distance and label, each in a field with half of what it can hold added.

    A feature at distance -1 is one of the word before: the last block is for the word furthest behind.
    """
    return sum_bytes(
        sum(
            round(weight * SCALE) << (BLOCK_BITS * (REACH - distance) + FIELD_BITS * label)
            for (distance, label), weight in weights.items()
        )
    )


def sum_bytes(total: int) -> bytes:
    """Return a sum as bytes, each field with half of what it can hold added, so that none is negative."""
    return (total + ALL_HALVES).to_bytes(SUM_BYTES, "little")


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of features as ``pack`` returns them, and from each label (``O`` last) to each."""

    features: Mapping[str, bytes]
    steps: Sequence[Sequence[float]]

    def total(self, features: Iterable[str]) -> int:
        """Return the sum of some features."""
        total, known = 0, self.features.get
        for feature in features:
            packed = known(feature)
            if packed is not None:  # as for nearly half of them
                total += int.from_bytes(packed, "little") - ALL_HALVES
        return total


def write_weights(weights: Weights) -> bytes:
    """Return weights as they are kept in a file; features that weigh nothing are left out."""
    features = sorted(feature for feature, packed in weights.features.items() if packed != NOTHING)
    numbers = " ".join(f"{step:.4f}" for row in weights.steps for step in row)
    head = "\n".join([numbers, *features]).encode()
    packed = b"".join([weights.features[feature] for feature in features])
    return zlib.compress(len(head).to_bytes(_HEAD_BYTES, "little") + head + packed, 9)


def read_weights(data: bytes) -> Weights:
    """Return the weights that a file keeps."""
    plain = zlib.decompress(data)
    end = _HEAD_BYTES + int.from_bytes(plain[:_HEAD_BYTES], "little")
    numbers, *features = plain[_HEAD_BYTES:end].decode().split("\n")
    steps = [float(step) for step in numbers.split(" ")]
    size = len(LABELS) + 1
    packed = [plain[place : place + SUM_BYTES] for place in range(end, len(plain), SUM_BYTES)]
    rows = [steps[row * size : (row + 1) * size] for row in range(size)]
    return Weights(dict(zip(features, packed, strict=True)), rows)
