"""How the time of a run grows with what it is given."""

import gc
import time
from collections.abc import Callable
from typing import Any

QUICK_SECONDS = 0.05  # below it, what is measured is the machine rather than the program


def growth(run: Callable[[Any], object], small: Any, large: Any, *, tries: int = 2) -> float:
    """Return how many times as long the large input takes as the small one, each by its best try."""
    return _seconds(run, large, tries) / max(_seconds(run, small, tries), QUICK_SECONDS)


def _seconds(run: Callable[[Any], object], given: Any, tries: int) -> float:
    """Return the processor time of the best try, the collector off: it would look through all other tests' values."""
    best = float("inf")
    collects = gc.isenabled()
    gc.disable()
    try:
        for _ in range(tries):
            start = time.process_time()
            run(given)
            best = min(best, time.process_time() - start)
    finally:
        if collects:
            gc.enable()
    return best
