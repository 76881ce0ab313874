"""Case files: texts with what must be found in them, and near-misses in which nothing may be."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any, Final

from hudna.model import TableError

OPEN_MARK: Final = "\u27e6"
CLOSE_MARK: Final = "\u27e7"
_CASE_KEYS: Final = frozenset({"text", "expect", "now", "why", "xfail", "problems"})


@dataclass(frozen=True, slots=True)
class Expected:
    """A marked span of a case, half-open in its ``text``, with the values it must have."""

    start: int
    end: int
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """A text and everything that must be found in it; nothing, for a near-miss, and then ``why`` tells why.

    ``now`` is the publication day, None where the case says it is unknown. ``xfail`` is the reason why the case
    is known to fail.
    """

    where: str
    text: str
    now: dt.date | None
    expected: tuple[Expected, ...]
    why: str = ""
    xfail: str = ""
    problems: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class CaseFile:
    """The cases of a room."""

    path: str
    cases: tuple[Case, ...]


def load_cases(path: Traversable) -> CaseFile:
    """Return the cases of a file.

    Raises:
        TableError: the file or a case in it can't be understood; the text names the path and the case's number.
    """
    import tomllib  # only tests read cases

    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise TableError(f"{path}: {error}") from error
    if unknown := table.keys() - {"now", "case", "none"}:
        raise TableError(f"{path}: unknown key {', '.join(sorted(unknown))}")
    now = _day(table.get("now", ""), str(path))
    cases = [_read(row, f"{path}: case {number}", now) for number, row in enumerate(table.get("case", ()), start=1)]
    for number, row in enumerate(table.get("none", ()), start=1):
        where = f"{path}: none {number}"
        case = _read(row, where, now)
        if case.expected or not case.why:
            raise TableError(f"{where}: a near-miss has no marks and says why")
        cases.append(case)
    return CaseFile(str(path), tuple(cases))


def _read(row: Mapping[str, Any], where: str, now: dt.date | None) -> Case:
    if unknown := row.keys() - _CASE_KEYS:
        raise TableError(f"{where}: unknown key {', '.join(sorted(unknown))}")
    if "text" not in row:
        raise TableError(f"{where}: no text")
    text, spans = _unmark(row["text"], where)
    expect = row.get("expect", [{}] * len(spans))
    values = expect if isinstance(expect, list) else [expect]
    if len(values) != len(spans):
        raise TableError(f"{where}: {len(spans)} marked spans, {len(values)} expected values")
    expected = tuple(Expected(start, end, value) for (start, end), value in zip(spans, values, strict=True))
    day = _day(row["now"], where) if "now" in row else now
    problems = tuple(row["problems"]) if "problems" in row else None
    return Case(where, text, day, expected, row.get("why", ""), row.get("xfail", ""), problems)


def _day(value: str, where: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value) if value else None
    except ValueError as error:
        raise TableError(f"{where}: now = {value!r} is no day") from error


def _unmark(marked: str, where: str) -> tuple[str, list[tuple[int, int]]]:
    text = ""
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    for character in marked:
        if character == OPEN_MARK and opened is None:
            opened = len(text)
        elif character == CLOSE_MARK and opened is not None:
            spans.append((opened, len(text)))
            opened = None
        elif character in {OPEN_MARK, CLOSE_MARK}:
            raise TableError(f"{where}: the marks do not pair")
        else:
            text += character
    if opened is not None:
        raise TableError(f"{where}: the marks do not pair")
    return text, spans
