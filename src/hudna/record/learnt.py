"""Weights that were learnt: tables of a feature a line, and a last one for what holds without any."""

from collections.abc import Sequence
from importlib.resources import files

from hudna.lexicon import read_rows


def load_weights(table: str, features: Sequence[str]) -> tuple[float, tuple[float, ...]]:
    """Return the weight of none, and those of features in their order.

    Raises:
        TableError: the table is not written as tables are.
        KeyError: it lacks a feature.
    """
    rows = read_rows(files(__package__).joinpath(table), ("feature", "weight", "source"))
    weights = {row["feature"]: float(row["weight"]) for _, row in rows}
    return weights["none"], tuple(weights[name] for name in features)
