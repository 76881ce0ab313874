"""Counts per article, and the figures they give with their intervals."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

SAMPLES: Final = 1000
_SEED: Final = 2018
_TAIL: Final = 0.025


class Found(NamedTuple):
    """How many records are right, how many were predicted, how many are in the gold."""

    right: int
    predicted: int
    gold: int


class Share(NamedTuple):
    """How many are right of how many."""

    right: int
    of: int


class Row(NamedTuple):
    """One line of the details: what went wrong, where, and what was expected or found."""

    fault: str
    where: tuple[Any, ...]
    note: str


@dataclass(slots=True)
class Tally:
    """The counts of one task in one article, by the name of their figure."""

    found: dict[str, Found] = field(default_factory=dict)
    shares: dict[str, Share] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)

    def add(self, name: str, *rights: bool) -> None:
        """Count some decisions towards a share; called without any it makes sure that the share is reported."""
        right, of = self.shares.get(name, Share(0, 0))
        self.shares[name] = Share(right + sum(rights), of + len(rights))


def f1_of(counts: Found) -> float | None:
    """Return the harmonic mean of precision and recall, None where there is nothing on either side."""
    total = counts.predicted + counts.gold
    return 2 * counts.right / total if total else None


def figures_of(tallies: Sequence[Tally]) -> dict[str, Any]:
    """Return all figures of one task over articles, as JSON values; None stands for nothing to count.

    Each F1 comes with a 95 % interval from drawing the articles anew with replacement, always the same draws.
    """
    draws = _draws(len(tallies))
    figures: dict[str, Any] = {}
    for name in _names(tally.found for tally in tallies):
        rows = [tally.found.get(name, Found(0, 0, 0)) for tally in tallies]
        figures[name] = _found(rows, draws)
    for name in _names(tally.shares for tally in tallies):
        right, of = (
            sum(part) for part in zip(*(tally.shares.get(name, Share(0, 0)) for tally in tallies), strict=True)
        )
        figures[name] = {"share": _ratio(right, of), "right": right, "of": of}
    return figures


def _names(tables: Iterable[dict[str, Any]]) -> list[str]:
    return list(dict.fromkeys(name for table in tables for name in table))


def _ratio(right: int, of: int) -> float | None:
    return round(right / of, 4) if of else None


def _found(rows: Sequence[Found], draws: Sequence[Sequence[int]]) -> dict[str, Any]:
    total = _sum(rows)
    f1 = f1_of(total)
    drawn = sorted(value for draw in draws if (value := f1_of(_sum([rows[index] for index in draw]))) is not None)
    return {
        "p": _ratio(total.right, total.predicted),
        "r": _ratio(total.right, total.gold),
        "f1": None if f1 is None else round(f1, 4),
        "low": round(drawn[int(_TAIL * len(drawn))], 4) if drawn else None,
        "high": round(drawn[-1 - int(_TAIL * len(drawn))], 4) if drawn else None,
        **total._asdict(),
    }


def _sum(rows: Sequence[Found]) -> Found:
    right = predicted = gold = 0
    for row in rows:
        right += row[0]
        predicted += row[1]
        gold += row[2]
    return Found(right, predicted, gold)


def _draws(size: int) -> list[list[int]]:
    if not size:
        return []
    chance = random.Random(_SEED)
    return [chance.choices(range(size), k=size) for _ in range(SAMPLES)]
