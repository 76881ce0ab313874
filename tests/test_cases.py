"""Runs every ``cases.toml`` of the language pack, and holds rules and cases together."""

from importlib.resources import files
from pathlib import Path

import pytest

from hudna.calendar import PROBLEMS, REASONS
from hudna.grammar import Case, load_cases
from rooms import ROOMS

PACK = Path(str(files("hudna.arabic")))
PATHS = sorted([*PACK.rglob("cases.toml"), *PACK.rglob("cases/*.toml")])


def _room(path: Path) -> str:
    """Return the folder of a room: its cases stand in ``cases.toml``, or by topic in ``cases/``."""
    return path.parent.parent.name if path.parent.name == "cases" else path.parent.name


FILES: dict[str, tuple[Case, ...]] = {}
for each in PATHS:
    FILES[_room(each)] = (*FILES.get(_room(each), ()), *load_cases(each).cases)
CASES = [
    pytest.param(name, case, id=f"{name}-{Path(case.where).name}".replace(".toml: ", "-").replace(" ", "-"))
    for name, cases in FILES.items()
    if name in ROOMS
    for case in cases
]


@pytest.mark.parametrize(("name", "case"), CASES)
def test_case(name: str, case: Case, request: pytest.FixtureRequest) -> None:
    """What is marked is found with its values, and nothing else is."""
    if case.xfail:
        request.applymarker(pytest.mark.xfail(reason=case.xfail, strict=True))
    outcome = ROOMS[name].read(case)
    found = outcome.found

    marked = [case.text[expected.start : expected.end] for expected in case.expected]
    assert marked == [case.text[each.start : each.end] for each in found], case.where
    for expected, each in zip(case.expected, found, strict=True):
        assert expected.values == {key: each.values.get(key) for key in expected.values}, case.where
    if case.problems is not None:
        assert list(case.problems) == outcome.problems, case.where


def test_reasons_and_problems_of_dates_are_of_the_closed_lists() -> None:
    """An interface can put every code into words."""
    outcomes = [ROOMS["dates"].read(case) for case in FILES["dates"]]

    assert {found.values["because"] for outcome in outcomes for found in outcome.found} <= REASONS
    assert {problem for outcome in outcomes for problem in outcome.problems} <= PROBLEMS


def test_every_cases_file_has_a_runner() -> None:
    """A file of cases in a folder that the registry does not know would be skipped in silence."""
    assert set() == set(FILES) - set(ROOMS)


@pytest.mark.parametrize("name", sorted(name for name, room in ROOMS.items() if room.rules))
def test_every_rule_is_fired_by_a_case(name: str) -> None:
    """A rule that no case fires is untested or dead."""
    cases = FILES.get(name, ())
    outcomes = [ROOMS[name].read(case) for case in cases]
    fired = frozenset().union(*(each.fired.union(*(found.rules for found in each.found)) for each in outcomes))

    assert [] == sorted(set(ROOMS[name].rules) - fired)


@pytest.mark.parametrize("name", sorted(FILES))
def test_room_has_near_misses(name: str) -> None:
    """A room without near-misses has not been tried against what looks like it."""
    assert any(not case.expected for case in FILES[name])
