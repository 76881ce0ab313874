"""The command line as a program: exit status, closed pipes, start-up, the same bytes every time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import hudna

SAMPLES = Path(hudna.__file__).parent / "samples"
HEAVY = ("jinja2", "lxml", "rich", "simplemma", "sqlalchemy", "trafilatura")


def hudna_run(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "hudna", *map(str, arguments)],
        capture_output=True,
        check=False,
        env=os.environ | environment,
    )


def test_errors_are_one_line_without_traceback(tmp_path):
    """An error a user can mend is one line on standard error."""
    result = hudna_run("read", "-o", tmp_path / "none" / "x", SAMPLES / "astana.jsonl")

    assert 1 == result.returncode
    assert 1 == len(result.stderr.splitlines())


def test_closed_pipe_is_quiet():
    """Who reads one line and leaves hears no complaint."""
    command = f'"{sys.executable}" -m hudna read --format jsonl "{SAMPLES / "astana.jsonl"}" | head -n 1 >/dev/null'
    result = subprocess.run(["bash", "-c", command], capture_output=True, check=False)

    assert b"" == result.stderr


def test_start_up_imports_nothing_heavy():
    """The help page costs no more than what it shows."""
    code = f"import hudna.cli, sys; print([name for name in {HEAVY} if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)

    assert "[]" == result.stdout.strip()


@pytest.mark.slow
@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("seed", ["0", "4711"])
def test_same_bytes_whatever_the_seed_and_the_jobs(jobs, seed):
    """Hash seeds and processes leave no trace in the output."""
    wanted = hudna_run("read", "--format", "jsonl", SAMPLES / "astana.jsonl", PYTHONHASHSEED="1")
    got = hudna_run("read", "--format", "jsonl", "--jobs", jobs, SAMPLES / "astana.jsonl", PYTHONHASHSEED=seed)

    assert wanted.stdout == got.stdout
    assert len(wanted.stdout.splitlines()) > 10
