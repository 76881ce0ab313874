"""What is read and what is refused: refusals told as they come, counted for the end."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

import typer

from hudna.cli.terminal import progress, say

if TYPE_CHECKING:
    from hudna.desk import Refusal

Read = TypeVar("Read")
NOTHING_READ = 2


class Tally:
    """Counts articles read and files or lines refused; ``finish`` ends the program when nothing could be read."""

    def __init__(self) -> None:
        self.read = 0
        self.refused = 0

    def sort(self, found: "Iterable[Read | Refusal]", *, shows_progress: bool) -> Iterator[Read]:
        """Yield what was read; say on standard error what was refused."""
        from hudna.desk import Refusal

        with progress("articles", wanted=shows_progress) as advance:
            for each in found:
                if isinstance(each, Refusal):
                    say(str(each))
                    self.refused += not each.is_warning
                    continue
                self.read += 1
                advance()
                yield each

    def finish(self) -> None:
        """Raise the exit of a program that could read nothing."""
        if self.read == 0:
            if self.refused == 0:
                say("hudna: no articles found")
            raise typer.Exit(NOTHING_READ)
