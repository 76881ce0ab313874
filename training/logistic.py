"""A logistic regression by Newton's method, in plain Python: for tables of few rows and few features."""

import math
from collections.abc import Sequence
from pathlib import Path

RIDGE = 1.0  # of features brought to one spread
STEPS = 30

Row = tuple[float, ...]


def learn(rows: Sequence[Row], truths: Sequence[bool]) -> Row:
    """Return a weight for each feature and, last, for none."""
    width = len(rows[0])
    same = [1.0 if each else 0.0 for each in truths]
    means = [sum(row[i] for row in rows) / len(rows) for i in range(width)]
    spreads = [math.sqrt(sum((row[i] - means[i]) ** 2 for row in rows) / len(rows)) or 1.0 for i in range(width)]
    scaled = [(*((row[i] - means[i]) / spreads[i] for i in range(width)), 1.0) for row in rows]
    weights = [0.0] * (width + 1)
    for _ in range(STEPS):
        step = _newton_step(scaled, same, weights)
        weights = [weight + change for weight, change in zip(weights, step, strict=True)]
    plain = [weights[i] / spreads[i] for i in range(width)]
    return (*plain, weights[width] - sum(plain[i] * means[i] for i in range(width)))


def odds(row: Row, weights: Row) -> float:
    """Return the logarithm of the odds that weights (the last for none) give a row."""
    return sum(weight * value for weight, value in zip(weights, row, strict=False)) + weights[-1]


def write(table: Path, head: Sequence[str], features: Sequence[str], weights: Row, source: str) -> None:
    """Write a weight a line, the last for none, below a head of comments that say what the table is made from."""
    lines = [*(f"# {line}" for line in head), "feature\tweight\tsource"]
    lines += [f"{name}\t{weight:.3f}\t{source}" for name, weight in zip((*features, "none"), weights, strict=True)]
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _newton_step(rows: Sequence[Row], same: Sequence[float], weights: Sequence[float]) -> list[float]:
    size = len(weights)
    slope = [-RIDGE * weight for weight in weights]
    slope[-1] = 0.0
    bend = [[RIDGE if i == j and i < size - 1 else 0.0 for j in range(size)] for i in range(size)]
    for row, truth in zip(rows, same, strict=True):
        chance = 1 / (1 + math.exp(-sum(weight * value for weight, value in zip(weights, row, strict=True))))
        spread = chance * (1 - chance)
        for i in range(size):
            slope[i] += (truth - chance) * row[i]
            for j in range(i + 1):
                bend[i][j] += spread * row[i] * row[j]
    for i in range(size):
        for j in range(i):
            bend[j][i] = bend[i][j]
    return _solve(bend, slope)


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Return the solution of a system of equations whose matrix is symmetric and positive, by Gauss's elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for i in range(len(rows)):
        pivot = rows[i] = [value / rows[i][i] for value in rows[i]]
        for j, other in enumerate(rows):
            if i != j:
                rows[j] = [value - other[i] * its for value, its in zip(other, pivot, strict=True)]
    return [row[-1] for row in rows]
