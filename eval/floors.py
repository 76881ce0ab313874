"""Floors: figures that may rise but not fall.

``floors.toml`` holds one row a figure. ``at_least`` is the floor; ``highest`` the highest it ever was, kept by
``--raise``; who lowers ``at_least`` below it by hand gives the ``reason``.
"""

import math
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from eval.gold import GoldError

FLOORS: Final = Path(__file__).parent / "floors.toml"
_HEAD: Final = """\
# Floors of the figures that `python -m eval floors` holds. `python -m eval floors --raise` lifts them to what is reached.
# Nothing lowers `at_least` but a person, who then says why in `reason`; `highest` stays as it was.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """The least value of one figure, written ``task.figure.key``, on one gold set."""

    gold: str
    figure: str
    at_least: float
    highest: float
    reason: str


def load_floors(path: Path) -> list[Floor]:
    """Return the floors of a file.

    Raises:
        GoldError: the file is no TOML, or a row has another key or misses one.
    """
    try:
        return [Floor(**row) for row in tomllib.loads(path.read_text(encoding="utf-8")).get("floor", [])]
    except (OSError, TypeError, tomllib.TOMLDecodeError) as error:
        raise GoldError(f"{path}: {error}") from error


def check_floors(floors: Iterable[Floor], figures: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Return what is wrong, a line each: a figure under its floor, none at all, a floor lowered without a reason."""
    faults = []
    for floor in floors:
        name = f"{floor.gold} {floor.figure}"
        value = value_of(floor, figures)
        if floor.at_least < floor.highest and not floor.reason.strip():
            faults.append(f"{name}: floor lowered from {floor.highest} to {floor.at_least} without a reason")
        if value is None:
            faults.append(f"{name}: no such figure")
        elif value < floor.at_least:
            faults.append(f"{name}: {value:.4f} is under its floor {floor.at_least}")
    return faults


def raise_floors(floors: Iterable[Floor], figures: Mapping[str, Mapping[str, Any]]) -> list[Floor]:
    """Return the floors lifted to what is reached, rounded down to three digits; none is lowered."""
    raised = []
    for floor in floors:
        value = value_of(floor, figures) or 0.0
        reached = math.floor(value * 1000 + 1e-9) / 1000
        if reached > floor.at_least:
            reason = "" if reached >= floor.highest else floor.reason
            raised.append(replace(floor, at_least=reached, highest=max(reached, floor.highest), reason=reason))
        else:
            raised.append(floor)
    return raised


def value_of(floor: Floor, figures: Mapping[str, Mapping[str, Any]]) -> float | None:
    """Return the figure that a floor is for, 0 where there was nothing to count, None where there is no such figure."""
    found: Any = figures.get(floor.gold, {})
    for key in floor.figure.split("."):
        if not isinstance(found, Mapping) or key not in found:
            return None
        found = found[key]
    return float(found or 0)


def dump_floors(floors: Sequence[Floor]) -> str:
    """Return floors as the text of their file."""
    rows = [
        f'\n[[floor]]\ngold = "{each.gold}"\nfigure = "{each.figure}"\n'
        f"at_least = {each.at_least}\nhighest = {each.highest}\nreason = {_quoted(each.reason)}\n"
        for each in floors
    ]
    return _HEAD + "".join(rows)


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'
