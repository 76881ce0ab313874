"""The terminal: tables, progress, talk on standard error, and the order of right-to-left text."""

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from hudna.cli.options import Bidi
from hudna.model import InputError

if TYPE_CHECKING:
    from rich.console import RenderableType

# Terminals that draw characters in the order they come; from their own documentation.
_NO_BIDI: Final = frozenset(
    {"alacritty", "foot", "linux", "rxvt-unicode", "rxvt-unicode-256color", "st", "st-256color", "xterm-kitty"}
)
_CELL: Final = re.compile(r"\S+(?: \S+)*")  # cells of a table stand two spaces apart
_WIDTH_OF_FILES: Final = 120


def say(message: str) -> None:
    """Tell the user something that is not data."""
    print(message, file=sys.stderr)


@contextmanager
def progress(label: str, *, wanted: bool = True) -> Iterator[Callable[[], None]]:
    """Yield a function to call for every item done.

    A counter is shown only where standard error is a terminal, and not over data: either standard output is no
    terminal, or it is ``wanted`` all the same because nothing is printed there.
    """
    if not sys.stderr.isatty() or (sys.stdout.isatty() and not wanted):
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description} {task.completed:,.0f}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)
        yield lambda: bar.advance(task)


def lines_of(renderable: "RenderableType", bidi: Bidi, *, to_file: bool) -> Iterator[str]:
    """Yield a table or text as lines as wide as the terminal, in the order of display if that is asked for."""
    from io import StringIO

    from rich.console import Console

    terminal = sys.stdout.isatty() and not to_file
    order = _order_of_display(bidi, terminal=terminal)
    buffer = StringIO()
    width = None if terminal else int(os.environ.get("COLUMNS", _WIDTH_OF_FILES))
    coloured = terminal and order is None and "NO_COLOR" not in os.environ
    console = Console(file=buffer, width=width, force_terminal=coloured, highlight=False, emoji=False, markup=False)
    console.print(renderable)
    lines: Iterable[str] = (line.rstrip() for line in buffer.getvalue().splitlines())
    if order is None:
        yield from lines
        return
    for line in lines:
        yield _CELL.sub(lambda cell: order(cell[0]), line)


def _order_of_display(bidi: Bidi, *, terminal: bool) -> Callable[[str], str] | None:
    """Return what orders a line for display, None where the terminal does so itself.

    Raises:
        InputError: ordering is asked for and the extra that does it is missing.
    """
    if bidi is Bidi.OFF or (bidi is Bidi.AUTO and not (terminal and _shows_as_it_comes())):
        return None
    try:
        from bidi import get_display
    except ImportError:
        if bidi is Bidi.AUTO:
            return None
        raise InputError("--bidi on needs python-bidi: pip install 'hudna[bidi]'") from None
    return lambda line: str(get_display(line))


def _shows_as_it_comes() -> bool:
    return os.environ.get("TERM", "") in _NO_BIDI or "XTERM_VERSION" in os.environ
