"""When a browser first shows something of a page: `python -m bench.paint STORE…`, with Debian's Chromium.

The store is served by `hudna serve` in a process of its own. Every page of `bench.pages` is opened at a few of its
addresses in both languages, each in a browser that knows nothing of the desk yet, and told how long after it was asked
for its first content was painted (https://www.w3.org/TR/paint-timing/), in milliseconds of the clock.
"""

import argparse
import json
import math
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any, Final

from playwright.sync_api import Browser, sync_playwright

from bench.pages import addresses
from hudna import desk

EACH: Final = 3  # addresses of a page
PAINTED: Final = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"


@contextmanager
def served(path: Path) -> Iterator[str]:
    """Serve a store, and give the address at which its desk stands."""
    command = [sys.executable, "-m", "hudna", "serve", "--store", str(path), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        try:
            yield _address(process)
        finally:
            process.terminate()


def _address(process: "subprocess.Popen[str]") -> str:
    told = []
    for line in process.stdout or ():
        told.append(line)
        found = [word for word in line.split() if word.startswith("http://")]
        if found:
            return found[0].rstrip("/.")
    raise SystemExit(f"bench.paint: the desk did not start: {''.join(told).strip()}")


def wanted(path: Path) -> Iterator[tuple[str, str]]:
    """Yield pages by name with a few of their addresses."""
    seen: dict[str, int] = {}
    with desk.open_store(path) as store:
        board = desk.Boards(store).now()
        for name, address in addresses(board):
            seen[name] = seen.get(name, 0) + 1
            if seen[name] <= EACH:
                yield name, address


def painted(browser: Browser, address: str) -> float:
    """Return the milliseconds until a page's first content is painted, in a browser without anything kept."""
    context = browser.new_context()
    try:
        page = context.new_page()
        page.goto(address)
        return float(page.wait_for_function(PAINTED).json_value())
    finally:
        context.close()


def measure(path: Path) -> Iterator[dict[str, Any]]:
    """Yield a row a page, and one of all."""
    found = shutil.which("chromium") or shutil.which("google-chrome")
    if found is None:
        raise SystemExit("bench.paint: Chromium is needed: apt-get install chromium")
    pages = list(wanted(path))
    with served(path) as desk_address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        painted(browser, f"{desk_address}/ar/settings")  # the browser itself has started then
        taken: dict[str, list[float]] = {}
        for name, address in pages:
            for language in ("ar", "en"):
                taken.setdefault(name, []).append(painted(browser, f"{desk_address}/{language}/{address}"))
        browser.close()
    yield from (_row(name, times) for name, times in taken.items())
    yield _row("all", [each for times in taken.values() for each in times])


def _row(name: str, times: list[float]) -> dict[str, Any]:
    times = sorted(times)
    row = {"median_ms": median(times), "p95_ms": times[math.ceil(0.95 * len(times)) - 1], "max_ms": times[-1]}
    return {"page": name, "opened": len(times), **{key: round(value) for key, value in row.items()}}


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.paint", description=__doc__)
    parser.add_argument("stores", type=Path, nargs="+", help="stores to show")
    for path in parser.parse_args().stores:
        for row in measure(path):
            print(json.dumps(row), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
