"""Clocks: repeated runs in process, and whole programs with their peak memory."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

RUNS = 3
_KIB = 1024


@dataclass(frozen=True, slots=True)
class Run:
    """A program that ran to its end: seconds of wall clock, peak resident memory in MiB, exit status."""

    seconds: float
    peak_mib: float
    status: int


def median_seconds(*tasks: Callable[[], object], runs: int = RUNS) -> list[float]:
    """Return the median time of each task over rounds in which all take turns, after one round to warm up."""
    times: list[list[float]] = [[] for _ in tasks]
    for number in range(runs + 1):
        for task, taken in zip(tasks, times, strict=True):
            start = time.perf_counter()
            task()
            if number:
                taken.append(time.perf_counter() - start)
    return [median(taken) for taken in times]


def run_program(arguments: Sequence[str], bytecode: Path, python: str = sys.executable) -> Run:
    """Run a Python with arguments, its output thrown away, and return what it took.

    Compiled modules are kept in the folder ``bytecode``, as they are after the first run of an installed program,
    whatever this environment says about writing them.
    """
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env["PYTHONPYCACHEPREFIX"] = str(bytecode)
    start = time.perf_counter()
    process = subprocess.Popen([python, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    peak = usage.ru_maxrss / _KIB if sys.platform != "darwin" else usage.ru_maxrss / _KIB**2
    return Run(time.perf_counter() - start, peak, process.returncode)


def use_one_core() -> bool:
    """Keep this process and those it starts on one core; return whether the system can do that."""
    if not hasattr(os, "sched_setaffinity"):
        return False
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    return True
