"""Process files: TOML, one a process, checked when they are loaded."""

import datetime as dt
import itertools
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from hudna.model import TableError


@dataclass(frozen=True, slots=True)
class Round:
    """A round of talks on the days ``first`` to ``last`` (inclusive)."""

    number: int
    first: dt.date
    last: dt.date
    place: str


@dataclass(frozen=True, slots=True)
class Process:
    """A process by id, with its rounds in order."""

    id: str
    label: str
    rounds: tuple[Round, ...]

    def round(self, number: int) -> Round | None:
        """Return the round of a number, None where it is not known."""
        return next((each for each in self.rounds if each.number == number), None)

    def round_on(self, day: dt.date) -> Round | None:
        """Return the round that was held on a day."""
        return next((each for each in self.rounds if each.first <= day <= each.last), None)


@cache
def load_process(name: str) -> Process:
    """Return a process by its id.

    Raises:
        TableError: the file is missing or wrong; the text names it.
    """
    path = files("hudna.processes") / f"{name}.toml"
    try:
        return parse_process(path.read_text(encoding="utf-8"), str(path))
    except FileNotFoundError:
        raise TableError(f"{path}: no such process") from None


def parse_process(text: str, path: str) -> Process:
    """Return the process that a file describes.

    Raises:
        TableError: a key is missing or wrong, or the rounds are not in the order of their numbers and days.
    """
    try:
        values = tomllib.loads(text)
        rounds = tuple(_round(row, path) for row in values["rounds"])
        process = Process(values["id"], values["label"], rounds)
    except tomllib.TOMLDecodeError as error:
        raise TableError(f"{path}: {error}") from error
    except KeyError as error:
        raise TableError(f"{path}: no {error.args[0]}") from None
    for before, after in itertools.pairwise(rounds):
        if not (before.number < after.number and before.last < after.first):
            raise TableError(f"{path}: round {after.number} does not follow round {before.number}")
    return process


def _round(row: dict[str, Any], path: str) -> Round:
    found = Round(row["number"], row["first"], row["last"], row["place"])
    if not isinstance(found.number, int) or not all(type(day) is dt.date for day in (found.first, found.last)):
        raise TableError(f"{path}: round {found.number}: its number or a day is none")
    if found.first > found.last or not found.place:
        raise TableError(f"{path}: round {found.number}: it ends before it begins, or has no place")
    return found
