"""What the program makes of the articles of a gold set: read now, or from a file of readings."""

import importlib
import importlib.util
import json
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from eval.gold import GoldError, GoldSet, digest_of_text, input_lines
from hudna.model import Reading
from hudna.model.wire import to_line

Line = Mapping[str, Any]


class Readings:
    """Lines of readings, found by the digest of their text."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._by_digest: dict[str, list[Line]] = {}
        for line in lines:
            self._by_digest.setdefault(digest_of_text(line["text"]), []).append(line)

    def of(self, digest: str, key: str) -> Line | None:
        """Return the reading of a text; where several articles have the same text, that of the same id goes first."""
        found = self._by_digest.get(digest, [])
        same_id = (line for line in found if line.get("article", {}).get("id") == key)
        return next(same_id, found[0] if found else None)


def load_readings(path: Path) -> Readings:
    """Return the readings of a file as ``hudna read --format jsonl`` prints it.

    Raises:
        GoldError: the file cannot be read, or one of its lines is no reading.
    """
    lines = []
    try:
        with path.open(encoding="utf-8") as opened:
            for number, line in enumerate(opened, 1):
                value = json.loads(line)
                if not isinstance(value, dict) or "text" not in value or "article" not in value:
                    raise GoldError(f"{path}:{number}: not a reading")
                lines.append(value)
    except (OSError, ValueError) as error:
        raise GoldError(f"{path}: {error}") from error
    return Readings(lines)


def read_now(gold: GoldSet) -> Readings:
    """Return the readings that the program in this environment makes of a gold set's articles.

    Raises:
        GoldError: the program cannot read yet.
    """
    if importlib.util.find_spec("hudna.desk") is None:
        raise GoldError("this version of the program cannot read articles: give --readings FILE.jsonl")
    desk = importlib.import_module("hudna.desk")
    if gold.inputs:
        return Readings(_lines(desk.read(list(gold.inputs))))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{gold.name}.jsonl"
        path.write_text("".join(f"{line}\n" for line in input_lines(gold.articles)), encoding="utf-8")
        return Readings(_lines(desk.read([path])))


def _lines(found: Iterable[Any]) -> list[Line]:
    """Return readings as the public JSON form; what could not be read is left out and shows as unread."""
    return [json.loads(to_line(each)) for each in found if isinstance(each, Reading)]
