"""Where data goes: standard output or a file, as UTF-8, line by line."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from hudna.export.record import as_list
from hudna.model import HudnaError

__all__ = ["as_list", "open_output", "write_lines"]


@contextmanager
def open_output(path: Path | None) -> Iterator[TextIO]:
    """Yield the stream that data is written to; a file appears under its name only when it is complete.

    Raises:
        HudnaError: the file can't be written.
    """
    if path is None:
        reconfigure = getattr(sys.stdout, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
        yield sys.stdout
        sys.stdout.flush()
        return
    is_device = path.exists() and not path.is_file()  # a device or a pipe is written to as it is
    part = path if is_device else path.with_name(f"{path.name}.part")
    try:
        stream = part.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise HudnaError(f"{path}: can't be written ({error.strerror})") from None
    try:
        with stream:
            yield stream
        if not is_device:
            part.replace(path)
    finally:
        if not is_device:
            part.unlink(missing_ok=True)


def write_lines(lines: Iterable[str], path: Path | None) -> None:
    """Write lines, each with its line break."""
    with open_output(path) as stream:
        for line in lines:
            stream.write(line)
            stream.write("\n")
