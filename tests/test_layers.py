"""The house stands as the design draws it: who imports whom, where Arabic may stand, who may print, how long a file is."""

import ast
import tomllib
import unicodedata
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "hudna"
LINES_MAX = 500
MAY_HOLD_ARABIC = {"arabic", "processes", "samples", "translations"}
MODULES = sorted(SOURCE.rglob("*.py"))
WRITTEN_BY_HAND = [
    path
    for folder in ("src", "tests", "eval", "bench", "training", "docs")
    for path in sorted((ROOT / folder).rglob("*.py"))
]


def test_imports_run_one_way(monkeypatch):
    """Every contract of import-linter in pyproject.toml is kept."""
    monkeypatch.chdir(ROOT)

    assert lint_imports(config_filename="pyproject.toml", cache_dir=None) == 0


def test_engine_rooms_hold_no_arabic():
    """Arabic letters stand in the language pack, the processes, the samples and the translations, nowhere else."""
    offences = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sorted(SOURCE.rglob("*"))
        if path.is_file()
        and path.suffix not in {".pyc", ".woff2"}
        and MAY_HOLD_ARABIC.isdisjoint(path.relative_to(SOURCE).parts)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if any(unicodedata.name(character, "").startswith("ARABIC LETTER") for character in line)
    ]

    assert offences == []


def test_only_command_lines_print():
    """Nothing in the package calls print(), but for the modules of the command line."""
    offences = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in MODULES
        if "cli" not in path.relative_to(SOURCE).parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]

    assert offences == []


def test_compiled_rooms_keep_what_they_work_out():
    """No room that can be compiled uses ``cached_property``: mypyc makes a property of it, worked out anew each time."""
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"]
    rooms = [ROOT / room.strip("/") for room in wheel["wheel"]["hooks"]["mypyc"]["include"]]
    modules = [path for room in rooms for path in sorted(room.rglob("*.py"))]

    assert modules
    assert [path.name for path in modules if "import cached_property" in path.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize("path", WRITTEN_BY_HAND, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_stay_short(path):
    """A module that grows beyond the limit is two modules."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LINES_MAX
