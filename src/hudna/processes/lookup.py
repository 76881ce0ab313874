"""What is known by a name, a number or a day, over all processes."""

import datetime as dt
from collections.abc import Collection, Mapping
from functools import cache
from typing import Final, Generic, NamedTuple, TypeVar

from hudna.model import Background
from hudna.processes.load import SECURITY_COUNCIL, load_processes
from hudna.processes.process import Agreement, Process, Resolution, Round
from hudna.text import fold_word

What = TypeVar("What", Agreement, Resolution, Round)


class Known(NamedTuple, Generic[What]):
    """Something with the process whose file names it."""

    process: Process
    what: What


def find_agreements(words: str, *, on: dt.date | None = None) -> tuple[Known[Agreement], ...]:
    """Return the agreements that are called by these words, whatever their spelling; none made after the day ``on``.

    Two agreements may share a name; the latest comes first.
    """
    found = _by_name().get(fold_word(" ".join(words.split())), ())
    return tuple(each for each in found if on is None or each.what.agreed <= on)


def agreement_names() -> Collection[str]:
    """Return the names of all agreements, folded."""
    return _by_name().keys()


def find_resolution(number: int, body: str = SECURITY_COUNCIL) -> Known[Resolution] | None:
    """Return a resolution by its number, with the first process that lists it."""
    return _resolutions().get((body, number))


def find_round(series: str, number: int) -> Known[Round] | None:
    """Return the round of a number in a series of talks, None where no process knows it."""
    for process in load_processes():
        if series in process.series and (found := process.round(number)):
            return Known(process, found)
    return None


def find_rounds_on(day: dt.date, place: str | None = None) -> tuple[Known[Round], ...]:
    """Return the rounds that were held on a day, at a place (by its id) if one is given."""
    found = (Known(process, held) for process in load_processes() if (held := process.round_on(day)))
    return tuple(each for each in found if place in {None, each.what.place})


@cache
def _by_name() -> Mapping[str, tuple[Known[Agreement], ...]]:
    found: dict[str, list[Known[Agreement]]] = {}
    for process in load_processes():
        for agreement in process.agreements:
            for name in agreement.names:
                found.setdefault(fold_word(name), []).append(Known(process, agreement))
    return {
        name: tuple(sorted(known, key=lambda each: each.what.agreed, reverse=True)) for name, known in found.items()
    }


@cache
def _resolutions() -> Mapping[tuple[str, int], Known[Resolution]]:
    found: dict[tuple[str, int], Known[Resolution]] = {}
    for process in load_processes():
        for resolution in process.resolutions:
            found.setdefault((resolution.body, resolution.number), Known(process, resolution))
    return found


def _round_days(series: str, number: int) -> tuple[dt.date, dt.date] | None:
    known = find_round(series, number)
    return (known.what.first, known.what.last) if known else None


def _adopted(number: int) -> dt.date | None:
    known = find_resolution(number)
    return known.what.adopted if known else None


BACKGROUND: Final = Background(_round_days, _adopted)
