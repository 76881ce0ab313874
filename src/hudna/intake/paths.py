"""Paths to files: folders walked in sorted order, what can't be opened refused by name."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from hudna.intake.refusal import Refusal, RefusalCode

STANDARD_INPUT: Final = "-"
SIDECAR_SUFFIX: Final = ".meta.json"
PAGE_SUFFIXES: Final = (".html", ".htm")
PLAIN_SUFFIXES: Final = (".txt", ".md")
LINE_SUFFIXES: Final = (".jsonl.gz", ".jsonl")
_SUFFIXES: Final = PAGE_SUFFIXES + PLAIN_SUFFIXES + LINE_SUFFIXES


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read (``path`` as the user wrote it) with its suffix; ``-`` is standard input, its suffix empty."""

    path: str
    suffix: str

    @property
    def stem(self) -> str:
        """The file's name without its suffix, a question mark for what is no Unicode."""
        name = Path(self.path).name[: -len(self.suffix) or None]
        return name.encode("utf-8", "replace").decode()


def find_files(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Found | Refusal]:
    """Yield the files in the order of ``paths``, a folder's in sorted order, with a refusal for what can't be opened.

    Inside folders, hidden files, files of other kinds and links to folders are passed over.
    """
    for given in paths:
        path = os.fspath(given)
        if path == STANDARD_INPUT:
            yield Found(path, "")
            continue
        try:
            is_folder, exists = os.path.isdir(path), os.path.exists(path)  # noqa: PTH110, PTH112 - as the user wrote it
        except ValueError:  # a NUL inside the path
            is_folder = exists = False
        if is_folder:
            yield from _walk(path)
        elif not exists:
            yield Refusal(path, None, _why_absent(path))
        elif (suffix := _suffix(path)) is None:
            yield Refusal(path, None, RefusalCode.UNKNOWN_KIND, f"known: {', '.join(sorted(_SUFFIXES))}")
        else:
            yield Found(path, suffix)


def refusal_of(path: str, error: OSError, line: int | None = None) -> Refusal:
    """Return the refusal that tells an error of the operating system."""
    if isinstance(error, PermissionError):
        return Refusal(path, line, RefusalCode.NO_PERMISSION)
    if isinstance(error, FileNotFoundError):
        return Refusal(path, line, RefusalCode.MISSING)
    return Refusal(path, line, RefusalCode.UNREADABLE, error.strerror or str(error))


def _walk(folder: str) -> Iterator[Found | Refusal]:
    try:
        with os.scandir(folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield refusal_of(folder, error)
        return
    for entry in listed:
        if entry.name.startswith("."):
            continue
        try:
            is_folder, is_file = entry.is_dir(follow_symlinks=False), entry.is_file()
        except OSError as error:
            yield refusal_of(entry.path, error)
            continue
        if is_folder:
            yield from _walk(entry.path)
        elif is_file and (suffix := _suffix(entry.name)) is not None:
            yield Found(entry.path, suffix)


def _why_absent(path: str) -> RefusalCode:
    """Return whether a path is missing or lies behind a folder that may not be entered."""
    try:
        os.stat(path)  # noqa: PTH116 - the path may be no path at all
    except PermissionError:
        return RefusalCode.NO_PERMISSION
    except (OSError, ValueError):
        return RefusalCode.MISSING
    return RefusalCode.UNREADABLE


def _suffix(name: str) -> str | None:
    lowered = name.lower()
    return next((suffix for suffix in _SUFFIXES if lowered.endswith(suffix)), None)
